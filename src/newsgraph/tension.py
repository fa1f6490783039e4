"""Claims of one article that can hardly both be right; both are kept, and linked."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from newsgraph.article import Article
from newsgraph.claim import Claim, Value, content
from newsgraph.language import Language
from newsgraph.quantity import Quantity

Summed = tuple[Claim, str, str, Quantity]  # claim, node, investor, sum


def tensions(
    article: Article, language: Language, claims: Sequence[Claim], sums: Sequence[Summed]
) -> tuple[tuple[int, int], ...]:
    """Pairs of positions in `claims`: sums of one investor by different sources, and shares of a purpose."""
    place = {content(c): i for i, c in enumerate(claims)}
    kept = [s for s in sums if content(s[0]) in place]  # a claim that was denied later on is in tension with nothing
    found = {(place[content(a)], place[content(b)]) for a, b in _sums(kept)}
    return tuple(sorted(found | set(_shares(article, language, claims))))


def _sums(sums: Sequence[Summed]) -> Iterator[tuple[Claim, Claim]]:
    """Sums that different sources give for what one investor puts in, in one currency, where one is a plan."""
    groups: dict[tuple[str, str | None], list[tuple[Claim, str, Decimal]]] = defaultdict(list)
    for claim, node, who, q in sums:
        groups[who, q.currency].append((claim, node, q.size))
    for group in groups.values():
        for (one, node_a, a), (two, node_b, b) in combinations(group, 2):
            differ = node_a != node_b and a != b and one.asserted_by != two.asserted_by
            if differ and "planned" in (one.modality, two.modality):
                yield one, two


def _shares(article: Article, language: Language, claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """The whole sum goes into something, or only most of it: the same purpose, once with «vorwiegend», once without."""
    words = frozenset(language.grammar["mostly"])
    purposes: dict[tuple[str, Value], list[tuple[int, bool]]] = defaultdict(list)
    for i, c in enumerate(claims):
        if c.predicate == "ng:purpose":
            partly = bool(words & set(article.text[c.start : c.end].lower().split()))
            purposes[c.subject, c.object].append((i, partly))
    for (a, a_partly), (b, b_partly) in (pair for same in purposes.values() for pair in combinations(same, 2)):
        apart = claims[a].end <= claims[b].start or claims[b].end <= claims[a].start
        if apart and a_partly != b_partly:
            yield a, b
