"""A sentence's clauses: main, subordinate, relative, participle, infinitive, «so X», and what stands in brackets.

German marks clauses with commas, an opening word and the place of the finite verb (Duden grammar, «Felderstruktur»).
Segments between commas are classed by these signs and put together again where a clause was interrupted.
"""

from dataclasses import field

from newsgraph.conjunct import conjuncts
from newsgraph.converted import bridged
from newsgraph.draft import Draft, assemble
from newsgraph.enumeration import whole
from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.segment import FINITE, finite_in
from newsgraph.sentence import Sentence, Token
from newsgraph.verb import Verb as Verb
from newsgraph.verb import verb_of

BREAKS = {",", ";", ":", "–", "—", "-"}
HARD = {";", ":"}
OPENING = {"(": ")", "[": "]"}


@frozen
class Clause:
    """`tokens` are indexes into the sentence; `parent` is the clause it hangs on, None for the top one."""

    index: int
    kind: str  # main, sub, relative, participle, infinitive, so, aside
    tokens: tuple[int, ...]
    marker: str = ""
    parent: int | None = None
    verb: Verb = field(default=Verb())
    joined: bool = False  # shares its subject with the clause before («… und übertrifft»)
    shares: int | None = None  # the clause whose subject and finite verb it shares («… und Stellen schaffen»)

    @property
    def first(self) -> int:
        return self.tokens[0]

    @property
    def last(self) -> int:
        return self.tokens[-1]


def clauses(sentence: Sentence, language: Language) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order in which they begin."""
    tokens, texts = sentence.tokens, sentence.texts
    inside, asides = ([*range(len(tokens))], []) if texts.isdisjoint(OPENING) else _brackets(tokens)
    drafts: list[Draft] = []
    joined = not (texts.isdisjoint(language.conj.coordinating) and texts.isdisjoint(language.conj.and_))
    for stretch in [inside] if texts.isdisjoint(HARD) else _stretches(tokens, inside):
        drafts += _drafts(stretch, tokens, language, len(drafts), joined)
    drafts += [group for i, d in enumerate(drafts) for group in _shared(tokens, i, d, language)]
    for aside in asides:
        host = max(
            (i for i, d in enumerate(drafts) if d.tokens[0] < aside[0]),
            key=lambda i: _nearest(drafts[i], aside[0]),
            default=None,
        )
        drafts.append(Draft("aside", aside, parent=host))
    found = [
        Clause(
            i,
            d.kind,
            tuple(sorted(d.tokens)),
            d.marker,
            d.parent,
            verb_of(tokens, sorted([*d.tokens, *d.helpers]), d.kind, language),
            d.joined,
            d.shares,
        )
        for i, d in enumerate(drafts)
    ]
    return tuple(found)


def _stretches(tokens: tuple[Token, ...], order: list[int]) -> list[list[int]]:
    """The parts between semicolons and colons: no clause reaches over them."""
    found: list[list[int]] = [[]]
    for i in order:
        found[-1].append(i)
        if tokens[i].text in HARD:
            found.append([])
    return [s for s in found if s]


def _drafts(
    stretch: list[int], tokens: tuple[Token, ...], language: Language, before: int, joined: bool
) -> list[Draft]:
    """The clauses of one stretch; `before` is the number of those already found, `joined` whether anything joins two."""
    parts = whole(language, tokens, bridged(language, tokens, _segments(tokens, stretch)))
    if joined:
        parts = [p for s in parts for p in _coordinated(tokens, s, language)]
    drafts = assemble(language, tokens, parts)
    for draft in drafts:
        draft.parent = None if draft.parent is None else draft.parent + before
    return drafts


def _shared(tokens: tuple[Token, ...], index: int, draft: Draft, language: Language) -> list[Draft]:
    """The verb groups behind the first one, each as a clause of its own; the first stays in the draft."""
    (first, helpers), *rest = conjuncts(tokens, sorted(draft.tokens), language)
    draft.tokens, draft.helpers = first, helpers
    return [Draft(draft.kind, own, draft.marker, draft.parent, helpers=more, shares=index) for own, more in rest]


def _nearest(draft: Draft, at: int) -> int:
    return max(t for t in draft.tokens if t < at)


def _verb_behind_list(tokens: tuple[Token, ...], part: list[int], n: int, language: Language) -> bool:
    """«zählt Alpha, die Bank Beta und die Kette Gamma zu den Kunden und wächst»: the list before «und» at n goes on with the clause
    before."""
    opens = n + 1 < len(part) and tokens[part[n + 1]].is_a(*FINITE)
    if not opens or part[0] == 0:
        return False
    listed = any(tokens[i].text in language.conj.and_also for i in part[1:n])
    return listed and not any(tokens[i].is_a("VV", "VA", "VM") for i in part[:n])


def _brackets(tokens: tuple[Token, ...]) -> tuple[list[int], list[list[int]]]:
    """Token indexes outside brackets, and those inside each pair."""
    outside: list[int] = []
    asides: list[list[int]] = []
    closing = ""
    for i, token in enumerate(tokens):
        if closing:
            if token.text == closing:
                closing = ""
            else:
                asides[-1].append(i)
        elif token.text in OPENING and any(t.text == OPENING[token.text] for t in tokens[i + 1 :]):
            closing = OPENING[token.text]
            asides.append([])
        else:
            outside.append(i)
    return outside, [a for a in asides if a]


def _segments(tokens: tuple[Token, ...], order: list[int]) -> list[list[int]]:
    found: list[list[int]] = []
    start = 0
    for n in [n for n, i in enumerate(order) if tokens[i].text in BREAKS]:
        found.append(order[start:n])
        start = n + 1
    found.append(order[start:])
    return [s for s in found if any(tokens[i].text[0].isalnum() for i in s)]


def _coordinated(tokens: tuple[Token, ...], part: list[int], language: Language) -> list[list[int]]:
    """A segment cut at «und», «oder», «aber» where both sides have a finite verb."""
    joins, and_ = language.conj.coordinating, language.conj.and_
    cuts = [
        n
        for n, i in enumerate(part)
        if n
        and tokens[i].text in joins
        and tokens[i].tag == "KON"
        and finite_in(tokens, part[:n])
        and finite_in(tokens, part[n:])
    ]
    ands = (n for n in range(1, len(part)) if tokens[part[n]].text in and_)
    behind = None if cuts else next((n for n in ands if _verb_behind_list(tokens, part, n, language)), None)
    if behind is not None:
        return [part[:behind], part[behind:]]
    if not cuts:
        return [part]
    cut = next((n for n in cuts if tokens[part[n + 1]].is_a(*FINITE)), cuts[0])  # «legen A und B zusammen und bauen …»
    left = [part[:cut]] if cut == cuts[0] else _coordinated(tokens, part[:cut], language)
    return [*left, *_coordinated(tokens, part[cut:], language)]
