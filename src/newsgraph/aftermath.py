"""What is forbidden in one sentence, and by whom in the next: «Das hat das Amt verfügt», «So steht es im Alpha-Gesetz»."""

from collections.abc import Iterator, Sequence

from newsgraph.bound import BOUND, Bound
from newsgraph.certainty import certainty
from newsgraph.clause import Clause
from newsgraph.decision import must
from newsgraph.filler import Filler
from newsgraph.force import BINDS, MAY_NOT
from newsgraph.language import Language
from newsgraph.negation import is_negated
from newsgraph.parse import Parse
from newsgraph.participant import Participant
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.replacement import replace
from newsgraph.ruler import BODY, LAW, STATE, is_law, rulers
from newsgraph.subject import subject

# clause, who rules and where, whom, kind, frame, how surely («»: as the clause says)
Decree = tuple[Clause, Filler, Phrase | None, list[Filler], str, str, str]


def decreed(p: Parse, bound: Bound, focus: Focus, language: Language) -> Iterator[Decree]:
    """Who forbade what the sentence before says, and whom the law of the sentence before binds."""
    main = next((c for c in p.clauses if c.kind == "main"), None)
    if main is None:
        return
    yield from _required(p, bound, focus, language)
    opening = next((t.low for t in p.tokens if t.text[0].isalnum()), "")
    limited = focus.limited
    if limited is not None and p.sentence.index - limited[0] == 1:
        found = _ruler(p, main, opening, focus, language)
        if found is not None:
            ruling, phrase, kind, at = found
            yield main, ruling, phrase, _elsewhere(limited[1], at), kind, MAY_NOT, ""
            return
    yield from _affected(p, main, opening, bound, focus, language)
    table = language.grammar["restriction"]
    for clause in p.clauses:  # «…; ausdrücklich erfasst ist auch Alpha»
        if clause is not main and clause.kind == "main" and any(p.low[i] in table["hit"] for i in clause.tokens):
            yield from _affected(p, clause, "", bound, focus, language)


def _ruler(
    p: Parse, main: Clause, opening: str, focus: Focus, language: Language
) -> tuple[Filler, Phrase, str, int] | None:
    table = language.grammar["restriction"]
    who = list(rulers(p, main, language, focus))
    named = [r for r in who if r[0].kind == LAW and not r[1].prep]
    if named and main.verb.lemma in table["make"]:
        return *named[0], "", main.first
    if opening in language.pron.pointing_ban and (
        main.verb.lemma in table["decree"] or main.verb.lemma in language.verb.be_or_want
    ):
        return next(((r, f, "order", f.head) for r, f in who if r.kind != STATE), None)
    if _judges(p, main, language):
        return next(((r, f, "order", f.head) for r, f in who if r.kind == BODY and f is subject(p, main)), None)
    return None


def _judges(p: Parse, main: Clause, language: Language) -> bool:
    """«Das Gericht gab der Klage statt», «gab Beta recht», «urteilte gestern»: a decision whose content was told before."""
    table = language.grammar["restriction"]
    words = {p.low[i] for i in main.tokens}
    return main.verb.lemma in table["judging"] or (
        main.verb.lemma in language.verb.give and not words.isdisjoint(table["right"])
    )


def _affected(p: Parse, main: Clause, opening: str, bound: Bound, focus: Focus, language: Language) -> Iterator[Decree]:
    """«Betroffen sind Alpha und Beta», «Das trifft Alpha», «Darunter ist auch Alpha», «Dazu gehöre Alpha»."""
    table = language.grammar["restriction"]
    words = {p.low[i] for i in main.tokens}
    if not words.isdisjoint(table["hit"]) and is_negated(p, main, language, None):
        return  # «Nicht betroffen ist Alpha»
    told = not words.isdisjoint(table["hit"]) and main.verb.lemma in language.verb.concern_or_be
    kept = not language.pron.to_that.isdisjoint(words) and (
        main.verb.lemma in language.verb.hold or not language.verb.bound.isdisjoint(words)
    )  # «Daran ist auch Alpha gebunden»
    classed = main.verb.lemma in table["classing"] and any(
        p.low[i].startswith(tuple(table["classes"])) for i in main.tokens
    )
    first = subject(p, main)
    that = first is not None and p.low[first.head] in language.pron.that_thing and main.verb.lemma in table["meaning"]
    owned = main.verb.lemma in table["subjected"] and any(
        f.det in language.det.its_law for f in p.phrases[main.index]
    )  # «fällt unter deren Pflichten»
    sights = [i + 1 for i in main.tokens if p.low[i] in table["aimed"] and i + 1 < len(p.tokens)]
    aimed = any(
        p.low[i] not in language.det.genitive_forms for i in sights
    )  # «Im Visier stehen …», not «… der Ermittler …»
    hit = (
        told
        or kept
        or classed
        or that
        or owned
        or aimed
        or opening in language.adv.affected_opening
        or main.verb.lemma in language.verb.concern
    )
    listed = opening in language.adv.listing and main.verb.lemma in language.grammar["restriction"]["listing"]
    ruling, decided = (
        focus.ruling if hit else None,
        focus.deciding if listed or opening in language.adv.affected else None,
    )
    if any(is_law(r) for r, _ in rulers(p, main, language, focus)):
        return
    whom = [x for x in bound.found if x.kind in BOUND and x.last in set(main.tokens) and x.how == "name"]
    beside = language.prep.with_  # «die Alpha AG mit ihrem Dienst Beta»
    fillers = [
        filler(x) for x in whom if not bound.owned(x) and ((f := bound.phrase(x)) is None or f.prep not in beside)
    ]
    if not fillers:
        return
    if decided is not None and p.sentence.index - decided[0] == 1:
        yield main, _elsewhere([decided[1]], main.first)[0], None, fillers, decided[2], BINDS, decided[3]
    elif ruling is not None and p.sentence.index - ruling[0] <= 2 and (ruling[1].kind == LAW or not classed):
        yield main, _elsewhere([ruling[1]], main.first)[0], None, fillers, "", BINDS, ""


def decision(p: Parse, clause: Clause, who: Filler, kind: str, language: Language) -> tuple[int, Filler, str, str]:
    """What a sentence says that somebody forbids, to be told in the next one whom it hits."""
    return p.sentence.index, who, kind, certainty(p, clause, language).modality


def _required(p: Parse, bound: Bound, focus: Focus, language: Language) -> Iterator[Decree]:
    """«Für Alpha gilt eine Pflicht, die das Gesetz vorsieht», «Alpha muss prüfen, wie es das Gesetz verlangt»."""
    table = language.grammar["restriction"]
    for clause in p.clauses:
        host = p.clauses[clause.parent] if clause.parent is not None else None
        behind = clause.kind == "relative" or clause.marker in language.prep.like
        if host is None or not behind or clause.verb.lemma not in table["requires"]:
            continue
        duty = must(host, p, language) or host.verb.lemma in table["bind"]
        laws = [(r, f) for r, f in rulers(p, clause, language, focus) if r.kind == LAW and not f.prep] if duty else []
        for law, phrase in laws[:1]:
            whom = bound.whom(host, law)
            if whom and not any(x.last in clause.tokens for x in whom):
                yield clause, law, phrase, [filler(x) for x in whom], "", BINDS, ""


def _elsewhere(fillers: Sequence[Filler], at: int) -> list[Filler]:
    """Fillers of another sentence, for an event at this token."""
    return [replace(f, first=at, last=at, here=False) for f in fillers]


def filler(x: Participant) -> Filler:
    """A participant as a filler."""
    return Filler(x.kind, x.first, x.last, x.name, x.id, verbal=True)
