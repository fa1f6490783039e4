"""Claims of one article that can hardly both be right; both are kept, and linked."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from newsgraph.article import Article
from newsgraph.claim import Claim, content
from newsgraph.language import Language
from newsgraph.quantity import Quantity

Summed = tuple[Claim, str, str, Quantity]  # claim, node, investor, sum


def tensions(
    article: Article, language: Language, claims: Sequence[Claim], sums: Sequence[Summed]
) -> tuple[tuple[int, int], ...]:
    """Pairs of positions in `claims`: sums of one investor by different sources, and shares of a purpose."""
    place = {content(c): i for i, c in enumerate(claims)}
    found = {(place[content(a)], place[content(b)]) for a, b in _sums(sums)}
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
    partly = {i: bool(words & set(article.text[c.start : c.end].lower().split())) for i, c in enumerate(claims)}
    purposes = [i for i, c in enumerate(claims) if c.predicate == "ng:purpose"]
    for a, b in combinations(purposes, 2):
        same = (claims[a].subject, claims[a].object) == (claims[b].subject, claims[b].object)
        apart = claims[a].end <= claims[b].start or claims[b].end <= claims[a].start
        if same and apart and partly[a] != partly[b]:
            yield a, b
