"""Where in a clause the phrase stands that fills a slot, whatever is listed with it (newsgraph.slot says what the slots are)."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from newsgraph.actor import (
    companions,
    host_agent,
    named_behind,
    relative_dative,
    relative_object,
    subjects,
    worked_with,
)
from newsgraph.adjoining import apposed
from newsgraph.attribute_slot import attribute
from newsgraph.by_whom import by_whom
from newsgraph.clause import Clause
from newsgraph.complement import datives, objects
from newsgraph.cue import Cue
from newsgraph.noun_slot import NOUN_SLOTS
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.picked import among
from newsgraph.preposition_slot import prepositional
from newsgraph.relative import antecedent
from newsgraph.ware import gives_name, whose

Place = tuple[Clause, Phrase]
DOER = 9  # words between who did something and the participle that tells it


def heads(p: Parse, clause: Clause, cue: Cue, name: str) -> Iterable[Place]:
    """The phrases in a slot, without what is listed with them."""
    if cue.attribute:
        return attribute(p, clause, cue, name)
    if name in p.language.prep.slots:
        return prepositional(p, clause, cue, name)
    if cue.phrase is not None and (of_noun := NOUN_SLOTS.get(name)) is not None:
        return of_noun(p, clause, cue.phrase)
    if (of_clause := CLAUSE_SLOTS.get(name)) is not None:
        return of_clause(p, clause, cue)
    if name in NOUN_SLOTS:
        return ()  # of a noun cue alone
    if name.startswith("whose-"):
        return whose(p, clause, name.removeprefix("whose-"))
    return prepositional(p, clause, cue, name)


def _subject(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    return [place for place in subjects(p, clause) if not _within(cue, place[1])]


def _agent(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    if clause.verb.passive:
        return [(clause, f) for f in by_whom(p, clause)]
    return [*_subject(p, clause, cue), *companions(p, clause), *named_behind(p, clause)]


def _patient(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    return _subject(p, clause, cue) if clause.verb.passive else _object(p, clause, cue)


def _object(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    own = [(clause, f) for f in objects(p, clause)]
    return [*(own or _shared_objects(p, clause)), *relative_object(p, clause)]


def _likened(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    """«Beta, wie Alpha damals hieß, …»: the phrase before the comma."""
    host = clause.parent if clause.kind == "sub" and clause.marker in p.language.prep.like else None
    if host is None:
        return ()
    return [(p.clauses[host], f) for f in p.phrases[host] if f.last == clause.first - 2]


def _object_genitive(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    hosts = [f.index for f in objects(p, clause)]
    return [(clause, f) for f in p.phrases[clause.index] if f.link == "genitive" and f.to in hosts] if hosts else ()


def _dative(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    return relative_dative(p, clause) or [(clause, f) for f in datives(p, clause)]


def _bare(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    parts = p.phrases[clause.index]
    return [(clause, f) for f in parts if not f.prep and not f.link and not f.det and f.first == f.head]


def _bearer(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    parts = p.phrases[clause.index]
    return [(clause, f) for f in parts if f.first <= cue.first <= f.last] if cue.phrase is None else ()


def _doer(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    parts = p.phrases[clause.index]
    before = [f for f in parts if f.prep in p.language.prep.by and 0 < cue.first - f.last <= DOER]
    return [(clause, f) for f in before if cue.first - f.last <= 3 or _reaches_participle(p, parts, f, cue.first)]


def _reaches_participle(p: Parse, parts: Sequence[Phrase], doer: Phrase, at: int) -> bool:
    """«die von Alpha für viel Geld gekaufte Beta»: only phrases with a preposition stand between."""
    between = [f for f in parts if doer.last < f.first and f.last < at]
    verbs = any(p.tokens[i].is_a("V", "$") for i in range(doer.last + 1, at))
    return not verbs and all(f.prep and f.prep not in p.language.prep.by for f in between)


def _front(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    at, inner = clause.verb.finite, clause.kind in ("sub", "relative")
    before = [f for f in objects(p, clause) if at is not None and f.last < at]
    return [(clause, f) for f in before if not inner or not f.det.startswith(p.language.stem.possessive)]


def _bracketed(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    host = clause.parent if clause.kind == "aside" else None
    before = [f for f in p.phrases[host] if f.last < clause.first] if host is not None else []
    return [(p.clauses[host], f) for f in before[-1:] if host is not None]


def _antecedent(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    parts = p.phrases[clause.index]
    theirs = bool(parts) and parts[0].det in p.language.pron.whose
    found = antecedent(p, clause) if clause.kind == "relative" and not theirs else None
    return [found] if found else ()


def _pronoun(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    parts = p.phrases[clause.index]
    return [(clause, f) for f in parts if f.pronoun and f.first > clause.first and p.head(f).is_a("PPER")]


def _behind(p: Parse, clause: Clause, cue: Cue) -> Iterable[Place]:
    parts, last = p.phrases[clause.index], cue.last
    return [(clause, f) for f in parts if f.first <= last < f.head or adjacent(p.tokens, last, f.first)]


CLAUSE_SLOTS: dict[str, Callable[[Parse, Clause, Cue], Iterable[Place]]] = {
    "subject": _subject,
    "agent": _agent,
    "patient": _patient,
    "object": _object,
    "passive": lambda p, clause, cue: subjects(p, clause) if clause.verb.passive else (),
    "picked": lambda p, clause, cue: [place for f in objects(p, clause) for place in among(p, clause, f)],
    "christened": lambda p, clause, cue: [(clause, f) for f in p.phrases[clause.index] if gives_name(p, f)],
    "host-agent": lambda p, clause, cue: host_agent(p, clause),
    "worked-with": lambda p, clause, cue: worked_with(p, clause),
    "object-genitive": _object_genitive,
    "dative": _dative,
    "any": lambda p, clause, cue: [(clause, f) for f in p.phrases[clause.index]],
    "bare": _bare,
    "bearer": _bearer,
    "doer": _doer,
    "front": _front,
    "bracketed": _bracketed,
    "antecedent": _antecedent,
    "likened": _likened,
    "pronoun": _pronoun,
    "behind": _behind,
    "apposed": lambda p, clause, cue: apposed(p, clause, cue.first),
    "ahead": lambda p, clause, cue: [(clause, f) for f in p.phrases[clause.index] if f.last < cue.first][-1:],
}  # fmt: skip


def _shared_objects(p: Parse, clause: Clause) -> Iterator[Place]:
    """«hat das Portal Alpha gegründet und 2021 an Beta verkauft»: the object of the first verb is the second's too."""
    host = p.clauses[clause.shares] if clause.shares is not None else None
    if host is not None and not clause.verb.passive:
        yield from ((host, f) for f in objects(p, host) if f.mention is not None)


def _within(cue: Cue, phrase: Phrase) -> bool:
    """Whether a noun cue is (listed with, or describes) this phrase: it is not what its own phrase does."""
    return cue.phrase is not None and (
        cue.phrase == phrase or (cue.phrase.to == phrase.index and cue.phrase.link in ("list", "apposition"))
    )
