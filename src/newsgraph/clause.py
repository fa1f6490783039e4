"""A sentence's clauses: main, subordinate, relative, infinitive, «so X», and what stands in brackets.

German marks clauses with commas, an opening word and the place of the finite verb (Duden grammar, «Felderstruktur»).
Segments between commas are classed by these signs and put together again where a clause was interrupted.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from newsgraph.conjunct import conjuncts
from newsgraph.language import Language
from newsgraph.sentence import Sentence, Token
from newsgraph.tagger import familiar
from newsgraph.verb import Verb as Verb
from newsgraph.verb import verb_of

BREAKS = {",", ";", ":", "–", "—", "-"}
HARD = {";", ":"}
OPENING = {"(": ")", "[": "]"}
SKIP = {
    "und",
    "aber",
    "sondern",
    "oder",
    "doch",
    "denn",
    "auch",
    "nur",
    '"',
    "„",
    "“",
    "”",
    "»",
    "«",
    "'",
    "so",
    "selbst",
    "noch",
}
FINITE = ("VV(FIN)", "VA(FIN)", "VM(FIN)")
RELATIVE = {
    "der",
    "die",
    "das",
    "den",
    "dem",
    "dessen",
    "deren",
    "denen",
    "welcher",
    "welche",
    "welches",
    "welchen",
    "welchem",
}
QUESTION = {
    "wie",
    "wo",
    "was",
    "wer",
    "wann",
    "warum",
    "weshalb",
    "womit",
    "wodurch",
    "woran",
    "wobei",
    "wonach",
    "worauf",
    "wofür",
    "wozu",
}
CONJUNCTION = {
    "als", "bevor", "bis", "da", "damit", "dass", "ehe", "falls", "indem", "nachdem", "ob", "obgleich", "obwohl", "seit",
    "seitdem", "sobald", "sodass", "sofern", "solange", "sowie", "während", "weil", "wenn", "wenngleich", "wohingegen",
}  # fmt: skip
INFINITIVE = {"um", "ohne", "statt", "anstatt"}


@dataclass(frozen=True, slots=True)
class Clause:
    """`tokens` are indexes into the sentence; `parent` is the clause it hangs on, None for the top one."""

    index: int
    kind: str  # main, sub, relative, infinitive, so, aside
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


@dataclass(slots=True)
class _Draft:
    """A clause while its pieces are gathered."""

    kind: str
    tokens: list[int]
    marker: str = ""
    parent: "int | None" = None
    joined: bool = False
    helpers: list[int] = field(default_factory=list)  # verbs that stand in another group of the clause
    shares: "int | None" = None


def clauses(sentence: Sentence, language: Language) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order in which they begin."""
    tokens = sentence.tokens
    inside, asides = _brackets(tokens)
    drafts: list[_Draft] = []
    for stretch in _stretches(tokens, inside):
        drafts += _drafts(stretch, tokens, language.code, len(drafts))
    drafts += [group for i, d in enumerate(drafts) for group in _shared(tokens, i, d)]
    for aside in asides:
        host = max(
            (i for i, d in enumerate(drafts) if d.tokens[0] < aside[0]),
            key=lambda i: _nearest(drafts[i], aside[0]),
            default=None,
        )
        drafts.append(_Draft("aside", aside, parent=host))
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


def _drafts(stretch: list[int], tokens: tuple[Token, ...], code: str, before: int) -> list[_Draft]:
    """The clauses of one stretch; `before` is the number of those already found."""
    parts = [p for s in _segments(tokens, stretch) for p in _coordinated(tokens, s)]
    drafts = _assemble(code, tokens, parts)
    for draft in drafts:
        draft.parent = None if draft.parent is None else draft.parent + before
    return drafts


def _shared(tokens: tuple[Token, ...], index: int, draft: _Draft) -> list[_Draft]:
    """The verb groups behind the first one, each as a clause of its own; the first stays in the draft."""
    (first, helpers), *rest = conjuncts(tokens, sorted(draft.tokens))
    draft.tokens, draft.helpers = first, helpers
    return [_Draft(draft.kind, own, draft.marker, draft.parent, helpers=more, shares=index) for own, more in rest]


def _nearest(draft: _Draft, at: int) -> int:
    return max(t for t in draft.tokens if t < at)


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
    found: list[list[int]] = [[]]
    for i in order:
        if tokens[i].text in BREAKS:
            found.append([])
        else:
            found[-1].append(i)
    return [s for s in found if any(tokens[i].text[0].isalnum() for i in s)]


def _finite(tokens: tuple[Token, ...], part: list[int]) -> list[int]:
    return [i for i in part if tokens[i].is_a(*FINITE)]


def _coordinated(tokens: tuple[Token, ...], part: list[int]) -> list[list[int]]:
    """A segment cut at «und», «oder», «aber» where both sides have a finite verb."""
    cuts = [
        n
        for n, i in enumerate(part)
        if n
        and tokens[i].is_a("KON")
        and tokens[i].text in ("und", "oder", "aber", "doch", "sondern")
        and _finite(tokens, part[:n])
        and _finite(tokens, part[n:])
    ]
    if not cuts:
        return [part]
    cut = next((n for n in cuts if tokens[part[n + 1]].is_a(*FINITE)), cuts[0])  # «legen A und B zusammen und bauen …»
    left = [part[:cut]] if cut == cuts[0] else _coordinated(tokens, part[:cut])
    return [*left, *_coordinated(tokens, part[cut:])]


def _assemble(code: str, tokens: tuple[Token, ...], parts: list[list[int]]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for part in parts:
        kind, marker = _kind(code, tokens, part)
        last = drafts[-1] if drafts else None
        main = next((i for i in reversed(range(len(drafts))) if drafts[i].kind == "main"), None)
        if (
            kind == "fragment"
            and last is not None
            and _lacks_verb(tokens, last)
            and tokens[_words(tokens, part)[-1]].is_a("VV(PP)", "VV(INF)")
        ) or (
            kind in ("main", "fragment")
            and last is not None
            and _is_open(tokens, last)
            and not _own_start(tokens, last, part)
        ):
            last.tokens += part
        elif kind == "fragment" and last is not None:
            _attach_fragment(drafts, main, part)
        elif kind in ("main", "fragment"):
            _start_main(tokens, drafts, main, part)
        else:
            parent = _owner(drafts, part[0]) if kind in ("relative", "infinitive", "so") and drafts else main
            drafts.append(_Draft(kind, list(part), marker, parent))
    _adopt(drafts)
    return drafts


def _owner(drafts: list[_Draft], at: int) -> int:
    """The clause that holds the last token before `at`."""
    return max(range(len(drafts)), key=lambda i: max((t for t in drafts[i].tokens if t < at), default=-1))


def _is_open(tokens: tuple[Token, ...], draft: _Draft) -> bool:
    """Whether a verb-final clause still waits for its verb."""
    if draft.kind == "main":
        # «sollen Alpha, Beta und Gamma profitieren»: the auxiliary waits for its full verb
        helpers = [i for i in draft.tokens if tokens[i].is_a("VM(FIN)")]
        return bool(helpers) and not any(tokens[i].is_a("VV", "VA(INF)") for i in draft.tokens)
    if draft.kind in ("sub", "relative"):
        return not _finite(tokens, draft.tokens) and not any(
            tokens[i].is_a("VV(PP)", "VV(INF)") for i in _words(tokens, draft.tokens)[-1:]
        )
    return draft.kind == "infinitive" and not _to_infinitive(tokens, draft.tokens)


def _own_start(tokens: tuple[Token, ...], last: _Draft, part: list[int]) -> bool:
    """Whether a segment with its finite verb in second place begins a clause of its own."""
    finite = _finite(tokens, part)
    return last.kind == "main" and bool(finite) and finite[0] != _words(tokens, part)[-1]


def _words(tokens: tuple[Token, ...], part: list[int]) -> list[int]:
    """The words of a segment, marks left out."""
    return [i for i in part if tokens[i].text[0].isalnum()]


def _lacks_verb(tokens: tuple[Token, ...], draft: _Draft) -> bool:
    """Whether a main clause has an auxiliary but no full verb yet («werden in Alpha, in Beta … investiert»)."""
    return (
        draft.kind == "main"
        and any(tokens[i].is_a("VA(FIN)", "VM(FIN)") for i in draft.tokens)
        and not any(tokens[i].is_a("VV") for i in draft.tokens)
    )


def _attach_fragment(drafts: list[_Draft], main: int | None, part: list[int]) -> None:
    """An apposition or a list goes on with the clause before; after a closed verb-final clause, with the main clause."""
    last = drafts[-1]
    closed = last.kind in ("sub", "relative", "infinitive", "so")
    if closed and main is not None:
        drafts[main].tokens += part
    elif closed:
        drafts.append(_Draft("main", list(part)))
    else:
        last.tokens += part


def _start_main(tokens: tuple[Token, ...], drafts: list[_Draft], main: int | None, part: list[int]) -> None:
    if main is not None and not _finite(tokens, drafts[main].tokens):
        drafts[main].tokens += part
        return
    joined = main is not None and main == len(drafts) - 1 and tokens[part[0]].is_a("KON")
    sub = drafts[-1] if drafts and drafts[-1].kind in ("sub", "relative") and tokens[part[0]].is_a("KON") else None
    if sub is not None and tokens[part[-1]].is_a(*FINITE, "VV(PP)", "VV(INF)"):
        drafts.append(_Draft(sub.kind, list(part), sub.marker, sub.parent, joined=True))
    else:
        drafts.append(_Draft("main", list(part), joined=joined))


def _adopt(drafts: list[_Draft]) -> None:
    """A clause before its main clause hangs on the next main clause."""
    for i, draft in enumerate(drafts):
        if draft.kind != "main" and draft.parent is None:
            draft.parent = next((j for j, d in enumerate(drafts) if j != i and d.kind == "main"), None)


def _kind(code: str, tokens: tuple[Token, ...], part: list[int]) -> tuple[str, str]:
    """What a segment is, and the word that opens it."""
    n = 0
    while n < len(part) - 1 and tokens[part[n]].text.lower() in SKIP and tokens[part[n]].text.lower() != "so":
        n += 1
    first = tokens[part[n]].text.lower()
    second = tokens[part[n + 1]] if n + 1 < len(part) else None
    finite = _finite(tokens, part)
    if first == "so" and not finite and second is not None:
        return "so", "so"
    if first in CONJUNCTION and _verb_final(tokens, part):
        return "sub", first
    if first == "wie" and not any(tokens[i].is_a("VV", "VA", "VM") for i in part):
        return "fragment", ""  # «Anbieter, wie die Firma Alpha, …»
    if first in QUESTION and (_verb_final(tokens, part) or not finite):
        return "sub", first
    if first in INFINITIVE and (_to_infinitive(tokens, part) or not finite):
        return "infinitive", first
    if n < len(part) and _relative(code, tokens, part, n):
        return "relative", first
    if finite:
        return "main", ""
    return ("infinitive", "") if _to_infinitive(tokens, part) else ("fragment", "")


def _relative(code: str, tokens: tuple[Token, ...], part: list[int], n: int) -> bool:
    first = tokens[part[n]]
    if part[0] == 0:
        return False
    at = n + 1 if first.is_a("APPR") else n
    if at + 1 >= len(part) or tokens[part[at]].text.lower() not in RELATIVE:
        return False
    verbless = not any(tokens[i].is_a("VV", "VA", "VM") for i in part)
    following = tokens[part[at + 1]]
    name = following.is_a("NN", "NE") and familiar(code, following.text) in ("", "name") and _verb_final(tokens, part)
    noun = following.is_a("NN", "ADJ(A)", "CARD", *(("NE",) if verbless else ()))
    if (verbless or not tokens[part[at]].is_a("PREL")) and noun and not name:
        return False  # an article and its noun; before a name it is a pronoun («den Alpha gekauft hat»)
    if at > n:
        return tokens[part[at]].is_a("PREL") or _verb_final(tokens, part)
    return _verb_final(tokens, part) or (first.is_a("PREL") and not _finite(tokens, part))


def _verb_final(tokens: tuple[Token, ...], part: list[int]) -> bool:
    """Whether the segment's last words are its verbs (a word or two may follow)."""
    verbs = [n for n, i in enumerate(part) if tokens[i].is_a("VV", "VA", "VM")]
    words = [n for n, i in enumerate(part) if tokens[i].text[0].isalnum()]
    if not verbs:
        return False
    finite = [n for n in verbs if tokens[part[n]].is_a(*FINITE)]
    if finite and min(finite) <= 1 and len(words) > 3 and verbs[-1] == min(finite):
        return False
    if len(finite) == 1 and len(words) > 3 and any(n not in verbs for n in words if finite[0] < n < verbs[-1]):
        return False  # «Bis Ostern sollen es … sein»: the finite verb stands second
    return verbs[-1] >= words[-1] - 1 or (bool(finite) and finite[-1] >= len(part) // 2 and finite[-1] > 2)


def _to_infinitive(tokens: tuple[Token, ...], part: list[int]) -> bool:
    pairs = pairwise(part)
    return any(tokens[i].is_a("VV(IZU)") for i in part) or any(
        tokens[a].is_a("PTKZU") and tokens[b].is_a("VV", "VA", "VM") for a, b in pairs
    )
