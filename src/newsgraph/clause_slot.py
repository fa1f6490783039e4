"""Where in a clause the phrase stands that fills a slot, whatever is listed with it (newsgraph.slot says what the slots are)."""

from collections.abc import Iterator

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
from newsgraph.noun_slot import NOUN_SLOTS, among
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.preposition_slot import PREPOSITIONS, prepositional
from newsgraph.relative import antecedent
from newsgraph.ware import gives_name, whose

Place = tuple[Clause, Phrase]


def heads(p: Parse, clause: Clause, cue: Cue, name: str) -> Iterator[Place]:
    """The phrases in a slot, without what is listed with them."""
    parts = p.phrases[clause.index]
    if cue.attribute:
        yield from attribute(p, clause, cue, name)
    elif name in PREPOSITIONS:
        yield from prepositional(p, clause, cue, name)
    elif cue.phrase is not None and name in NOUN_SLOTS:
        yield from NOUN_SLOTS[name](p, clause, cue.phrase)
    elif name == "subject" or name == ("patient" if clause.verb.passive else "agent"):
        yield from (place for place in subjects(p, clause) if not _within(cue, place[1]))
        yield from (*companions(p, clause), *named_behind(p, clause)) if name == "agent" else ()
    elif name in ("object", "patient"):
        own = [(clause, f) for f in objects(p, clause)]
        yield from own or _shared_objects(p, clause)
        yield from relative_object(p, clause)
    elif name == "agent":
        yield from ((clause, f) for f in by_whom(p, clause))
    elif name == "passive":
        yield from subjects(p, clause) if clause.verb.passive else ()
    elif name == "picked":
        yield from (place for f in objects(p, clause) for place in among(p, clause, f))
    elif name == "christened":
        yield from ((clause, f) for f in parts if gives_name(p, f))
    elif name == "host-agent":
        yield from host_agent(p, clause)
    elif name == "worked-with":
        yield from worked_with(p, clause)
    elif name == "object-genitive":
        hosts = [f.index for f in objects(p, clause)]
        yield from ((clause, f) for f in p.phrases[clause.index] if f.link == "genitive" and f.to in hosts)
    elif name == "dative":
        yield from relative_dative(p, clause) or ((clause, f) for f in datives(p, clause))
    elif name == "any":
        yield from ((clause, f) for f in parts)
    elif name == "bare":
        yield from ((clause, f) for f in parts if not f.prep and not f.link and not f.det and f.first == f.head)
    elif name == "bearer" and cue.phrase is None:
        yield from ((clause, f) for f in parts if f.first <= cue.first <= f.last)
    elif name == "doer":
        yield from ((clause, f) for f in parts if f.prep in ("von", "durch") and 0 < cue.first - f.last <= 3)
    elif name == "front":
        at, inner = clause.verb.finite, clause.kind in ("sub", "relative")
        before = [f for f in objects(p, clause) if at is not None and f.last < at]
        yield from ((clause, f) for f in before if not inner or not f.det.startswith(("sein", "ihr")))
    elif name == "bracketed":
        host = clause.parent if clause.kind == "aside" else None
        before = [f for f in p.phrases[host] if f.last < clause.first] if host is not None else []
        yield from ((p.clauses[host], f) for f in before[-1:] if host is not None)
    elif name == "antecedent":
        theirs = bool(parts) and parts[0].det in ("dessen", "deren")
        if clause.kind == "relative" and not theirs and (found := antecedent(p, clause)):
            yield found
    elif name == "pronoun":
        yield from ((clause, f) for f in parts if f.pronoun and f.first > clause.first and p.head(f).is_a("PPER"))
    elif name == "behind":
        inside = (f for f in parts if f.first <= cue.last < f.head or adjacent(p.tokens, cue.last, f.first))
        yield from ((clause, f) for f in inside)
    elif name == "likened":
        host = clause.parent if clause.kind == "sub" and clause.marker == "wie" else None
        named = [f for f in p.phrases[host] if f.last == clause.first - 2] if host is not None else []
        yield from ((p.clauses[host], f) for f in named if host is not None)
    elif name == "apposed":
        yield from apposed(p, clause, cue.first)
    elif name == "ahead":
        yield from ((clause, f) for f in [f for f in parts if f.last < cue.first][-1:])
    elif name in NOUN_SLOTS:
        return  # of a noun cue alone
    elif name.startswith("whose-"):
        yield from whose(p, clause, name.removeprefix("whose-"))
    else:
        yield from prepositional(p, clause, cue, name)


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
