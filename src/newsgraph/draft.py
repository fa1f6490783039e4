"""Segments put together to clauses where one was interrupted, and what hangs on what."""

from dataclasses import dataclass, field

from newsgraph.language import Language
from newsgraph.parenthesis import goes_on_behind, is_telling
from newsgraph.segment import FINITE, finite_in, kind_of, to_infinitive, words_in
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.verb import Verb as Verb


@dataclass(slots=True)
class Draft:
    """A clause while its pieces are gathered."""

    kind: str
    tokens: list[int]
    marker: str = ""
    parent: "int | None" = None
    joined: bool = False
    helpers: list[int] = field(default_factory=list)  # verbs that stand in another group of the clause
    shares: "int | None" = None


def assemble(language: Language, tokens: tuple[Token, ...], parts: list[list[int]]) -> list[Draft]:
    """The clauses that the segments make up, in the order in which they begin."""
    drafts: list[Draft] = []
    resumed: int | None = None  # the main clause that a parenthesis of saying broke off
    for n, part in enumerate(parts):
        last = drafts[-1] if drafts else None
        main = next((i for i in reversed(range(len(drafts))) if drafts[i].kind == "main"), None)
        if resumed is not None and (finite_in(tokens, drafts[resumed].tokens) or tokens[part[0]].is_a(*FINITE)):
            drafts[resumed].tokens += part
            resumed = None
            continue
        inserted = _waits(tokens, drafts, main, parts[n + 1 :])
        if main is not None and _breaks_off(language, tokens, drafts[main], parts, n, inserted):
            drafts.append(Draft("main", list(part)))
            resumed = main
            continue
        kind, marker = kind_of(language, tokens, part, inserted)
        if kind == "fragment" and last is not None and _describes(tokens, last, part, language):
            kind = "participle"
        if main is not None and last is not None and last.kind == "so" and _ends_main(tokens, drafts[main], part):
            drafts[main].tokens += part
            continue
        if inserted and kind == "main" and _is_told(tokens, part):
            if last is not None and last.kind == "main" and _ends_list(language, tokens, last, part):
                last.tokens += part  # «Alpha, Beta und Gamma müssten zahlen, teilte das Amt mit»
                continue
            kind = "sub"  # «Gerüchte, Alpha wolle Beta kaufen, nannte er …»
        if (
            kind == "fragment"
            and last is not None
            and _lacks_verb(tokens, last)
            and tokens[words_in(tokens, part)[-1]].is_a("VV(PP)", "VV(INF)")
        ) or (
            kind in ("main", "fragment")
            and last is not None
            and _is_open(tokens, last)
            and not _own_start(tokens, last, part)
        ):
            last.tokens += part
        elif kind == "main" and last is not None and _goes_on(tokens, last, part):
            drafts.append(Draft(last.kind, list(part), last.marker, last.parent, joined=True))
        elif kind == "fragment" and last is not None:
            _attach_fragment(tokens, drafts, main, part)
        elif kind in ("main", "fragment"):
            _start_main(tokens, drafts, main, part)
        else:
            parent = (
                _owner(drafts, part[0]) if kind in ("relative", "participle", "infinitive", "so") and drafts else main
            )
            goes_on = inserted and not marker and last is not None and last.kind == kind and tokens[part[0]].is_a("KON")
            drafts.append(Draft(kind, list(part), marker, parent, joined=goes_on))
    _adopt(drafts)
    return drafts


def _breaks_off(
    language: Language, tokens: tuple[Token, ...], main: Draft, parts: list[list[int]], n: int, inserted: bool
) -> bool:
    """Whether the nth part is a parenthesis of saying inside the main clause."""
    if not is_telling(language, tokens, parts[n]):
        return False
    following = parts[n + 1] if n + 1 < len(parts) else None
    return inserted or (parts[n][0] == main.tokens[-1] + 2 and goes_on_behind(language, tokens, main.tokens, following))


def _describes(tokens: tuple[Token, ...], last: Draft, part: list[int], language: Language) -> bool:
    """«Dort sitzt Alpha, einst als Pionier gefeiert, …»: the clause before has its full verb, so the participle is none of its."""
    words = words_in(tokens, part)
    finite = finite_in(tokens, last.tokens)
    whole = last.kind == "main" and bool(finite) and all(tokens[i].is_a("VV(FIN)") for i in finite)
    told = (
        len(words) > 1
        and tokens[words[-1]].is_a("VV(PP)")
        and tokens[words[0]].is_a("ADV", "ADJ(D)", "APPR", "CARD", "KOKOM")
    )
    return whole and told and tokens[part[0] - 1].text == "," and tokens[words[0]].low not in language.adv.like_or_so


def _waits(tokens: tuple[Token, ...], drafts: list[Draft], main: int | None, parts: list[list[int]]) -> bool:
    """Whether a main clause has but its first place yet and its verb opens a later part: what stands between is inserted."""
    if main is None or finite_in(tokens, drafts[main].tokens):
        return False
    later = next((p for p in parts if finite_in(tokens, p) and not tokens[p[0]].is_a("KON")), None)
    return later is not None and tokens[words_in(tokens, later)[0]].is_a(*FINITE)


def _is_told(tokens: tuple[Token, ...], part: list[int]) -> bool:
    """Whether a part has its finite verb in second place: a clause of its own, though it stands inside another."""
    finite, inside = finite_in(tokens, part), words_in(tokens, part)
    return bool(finite) and finite[0] not in (inside[0], inside[-1])


def _ends_list(language: Language, tokens: tuple[Token, ...], last: Draft, part: list[int]) -> bool:
    """Whether a part with its verb second begins with the last member of a list of names that the draft holds."""
    verb, words = finite_in(tokens, part)[0], words_in(tokens, last.tokens)
    joined = any(tokens[i].low in language.conj.enumerating for i in words_in(tokens, part) if i < verb)
    named = (i for i in words if tokens[i].text[0].isupper())
    return joined and any(familiar(language.code, tokens[i].text) in ("", "name") for i in named)


def _goes_on(tokens: tuple[Token, ...], last: Draft, part: list[int]) -> bool:
    """«…, das in Graz sitzt und Chips baut»: a second half that ends with its verb too."""
    ends = tokens[words_in(tokens, part)[-1]].is_a(*FINITE)
    whole = last.kind in ("sub", "relative") and not _is_open(tokens, last)
    return ends and whole and tokens[part[0]].is_a("KON") and len(words_in(tokens, part)) > 2


def _owner(drafts: list[Draft], at: int) -> int:
    """The clause that holds the last token before `at`."""
    return max(range(len(drafts)), key=lambda i: max((t for t in drafts[i].tokens if t < at), default=-1))


def _is_open(tokens: tuple[Token, ...], draft: Draft) -> bool:
    """Whether a verb-final clause still waits for its verb."""
    if draft.kind == "main":
        # «sollen Alpha, Beta und Gamma profitieren»: the auxiliary waits for its full verb
        helpers = [i for i in draft.tokens if tokens[i].tag == "VM(FIN)"]
        return bool(helpers) and not any(tokens[i].is_a("VV", "VA(INF)") for i in draft.tokens)
    if draft.kind in ("sub", "relative"):
        return not finite_in(tokens, draft.tokens) and not any(
            tokens[i].is_a("VV(PP)", "VV(INF)") for i in words_in(tokens, draft.tokens)[-1:]
        )
    return draft.kind == "infinitive" and not to_infinitive(tokens, draft.tokens)


def _own_start(tokens: tuple[Token, ...], last: Draft, part: list[int]) -> bool:
    """Whether a segment with its finite verb in second place begins a clause of its own."""
    finite = finite_in(tokens, part)
    return last.kind == "main" and bool(finite) and finite[0] != words_in(tokens, part)[-1]


def _lacks_verb(tokens: tuple[Token, ...], draft: Draft) -> bool:
    """Whether a main clause has an auxiliary but no full verb yet («werden in Alpha, in Beta … investiert»)."""
    return (
        draft.kind == "main"
        and any(tokens[i].is_a("VA(FIN)", "VM(FIN)") for i in draft.tokens)
        and not any(tokens[i].is_a("VV") for i in draft.tokens)
    )


def _ends_main(tokens: tuple[Token, ...], main: Draft, part: list[int]) -> bool:
    """«Es werde, so der Chef, | die Fabrik in Graz geschlossen»: what stands behind the speaker has the full verb of the clause."""
    ends = tokens[words_in(tokens, part)[-1]].is_a("VV(PP)", "VV(INF)")
    return ends and not finite_in(tokens, part) and _lacks_verb(tokens, main)


def _attach_fragment(tokens: tuple[Token, ...], drafts: list[Draft], main: int | None, part: list[int]) -> None:
    """An apposition or a list goes on with the clause before; after a closed verb-final clause, with the main clause."""
    last = drafts[-1]
    before = drafts[-2] if len(drafts) > 1 and last.kind == drafts[-2].kind == "main" else None
    if before is not None and not last.joined and tokens[words_in(tokens, before.tokens)[-1]].is_a("VA(FIN)"):
        before.tokens += part  # «Übrig ist, man reibt sich die Augen, Alpha»
        return
    closed = last.kind in ("sub", "relative", "participle", "infinitive", "so")
    whole = main is not None and bool(finite_in(tokens, drafts[main].tokens))
    if last.kind == "so" and whole and tokens[words_in(tokens, part)[0]].is_a("NN", "ART"):
        last.tokens += part  # «…, so Eva Muster, Chefin von Alpha»
    elif closed and main is not None:
        drafts[main].tokens += part
    elif closed:
        drafts.append(Draft("main", list(part)))
    else:
        last.tokens += part


def _start_main(tokens: tuple[Token, ...], drafts: list[Draft], main: int | None, part: list[int]) -> None:
    if main is not None and not finite_in(tokens, drafts[main].tokens):
        drafts[main].tokens += part
        return
    joined = main is not None and main == len(drafts) - 1 and tokens[part[0]].is_a("KON")
    sub = drafts[-1] if drafts and drafts[-1].kind in ("sub", "relative") and tokens[part[0]].is_a("KON") else None
    if sub is not None and tokens[part[-1]].is_a(*FINITE, "VV(PP)", "VV(INF)"):
        drafts.append(Draft(sub.kind, list(part), sub.marker, sub.parent, joined=True))
    else:
        drafts.append(Draft("main", list(part), joined=joined))


def _adopt(drafts: list[Draft]) -> None:
    """A clause before its main clause hangs on the next main clause."""
    for i, draft in enumerate(drafts):
        if draft.kind != "main" and draft.parent is None:
            draft.parent = next((j for j, d in enumerate(drafts) if j != i and d.kind == "main"), None)
