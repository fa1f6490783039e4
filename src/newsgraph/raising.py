"""Whose funding round a clause speaks of: «an der Finanzierungsrunde von Alpha», «ihre Runde, an der sich Beta beteiligte»."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.filler import Filler
from newsgraph.mention import Mention
from newsgraph.noun_slot import NOUN_SLOTS
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.possessor import possessor
from newsgraph.relative import antecedent
from newsgraph.sought import Sought
from newsgraph.subject import subject


def whose_round(s: Sought) -> Iterator[Filler]:
    """The company whose round it is said to be, else the one that raised money last, else the topic."""
    told = antecedent(s.p, s.clause) if s.clause.kind == "relative" else None
    host = s.focus.of(s.p, told[1]) if told is not None else None
    if host is not None and host.kind == "Company" and host.name not in s.taken:
        yield from s.meant(host)  # «Alpha, das in einer von Beta angeführten Runde …»
        return
    owned = False
    for clause, phrase in _rounds(s):
        own = (
            subject(s.p, clause)
            if phrase.det in s.language.det.one and phrase.prep in s.language.prep.placed_in
            else None
        )
        who = s.focus.of(s.p, own) if own is not None else None
        if who is not None and who.kind == "Company" and who.name not in (*s.taken, *_joining(s)):
            yield from s.meant(who)  # «Alpha kam in einer Runde unter Führung von Beta auf 3 Millionen»
            return
        behind = (f for f in s.p.phrases[clause.index] if f.first == phrase.last + 1 and f.prep in s.language.prep.for_)
        got = next((f.mention for f in behind if f.mention is not None and f.mention.kind == "Company"), None)
        if got is not None and not got.rest:
            yield from s.meant(got)  # «führt die Runde für Alpha an»
            return
        for _, whose in NOUN_SLOTS["owner"](s.p, clause, phrase):
            owned = True
            found = possessor(s.focus, s.p, clause, phrase) if whose is phrase else s.focus.of(s.p, whose)
            if found is not None and (found.kind or "Company") == "Company":
                yield from s.meant(found)
                return
    if owned:
        return  # somebody whose name was not made out
    raiser = s.focus.dealings.raiser if s.focus.dealings.recent("round", s.sentence) else None
    last = Mention(s.at, s.at, raiser.name, raiser.kind, raiser.id) if raiser else s.focus.topic
    found = last or _acting(s)
    yield from s.meant(found if found is None or found.name not in _joining(s) else None)


def _joining(s: Sought) -> frozenset[str]:
    """«Alpha führt die Runde an, an der sich Beta beteiligt»: those whom the sentence tells to take part."""
    verbs = s.language.grammar["sums"]["joining_round"]
    own = (subject(s.p, c) for c in s.p.clauses if c.verb.lemma in verbs and not c.verb.passive)
    return frozenset(f.mention.name for f in own if f is not None and f.mention is not None)


def _acting(s: Sought) -> Mention | None:
    """Who acts in the clause that the own one hangs on, where the text has only begun."""
    host = s.p.clauses[s.clause.parent] if s.clause.parent is not None else None
    phrase = subject(s.p, host) if host is not None else None
    return phrase.mention if phrase is not None else None


def _rounds(s: Sought) -> Iterator[tuple[Clause, Phrase]]:
    hosts = [s.clause] if s.clause.parent is None else [s.clause, s.p.clauses[s.clause.parent]]
    for clause in hosts:
        for phrase in s.p.phrases[clause.index]:
            if phrase.quantity is None and "FundingRound" in s.language.nouns.refers_to(s.p.head(phrase).text):
                yield clause, phrase


def is_apart(p: Parse, told: Phrase | None) -> bool:
    """«3 Millionen aus der Runde», «vor der Runde»: a sum beside it is not what the round brought."""
    return told is not None and told.prep in p.language.prep.apart_from_round
