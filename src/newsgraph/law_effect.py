"""Whom a law that a clause names binds, and where the clause only speaks of the law."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsgraph.bound import so_far
from newsgraph.clause import Clause
from newsgraph.duty import by_deed, by_ground, obliged, of_kind
from newsgraph.filler import Event, Filler
from newsgraph.force import BINDS, MAY_NOT
from newsgraph.negation import is_negated
from newsgraph.participant import Participant
from newsgraph.phrase import Phrase
from newsgraph.rule_reading import RuleReading
from newsgraph.ruler import LAW
from newsgraph.subject_matter import must_matter, subject_matter


def by_law(reading: RuleReading, clause: Clause, law: Filler, phrase: Phrase, kind: str) -> Iterator[Event]:
    """What a law does in a clause: it binds whom the clause names, else what it is about; nothing where it is only spoken of."""
    verb, table, plain = clause.verb.lemma, reading.table, reading.plain(law, phrase)
    if exempt(reading, clause) or (plain and _bare(reading, phrase)):
        return
    field = law.name.lower().endswith(tuple(table["fields"]))
    if field and verb not in (*table["bound"], *table["breaching"]) and not _breach(reading, phrase):
        return  # «das Kartellrecht» is a field of law
    if law.kind == LAW and (struck := by_ground(reading, clause, law, phrase)):
        yield from reading.event(clause, law, phrase, struck, "")
        return
    whom = (obliged(reading, clause) if phrase.prep else []) or reading.bound.whom(clause, law)
    must = must_matter(reading.p, clause, reading.language) if not whom and not plain else []
    if not whom and not must and law.kind == LAW and verb not in table["idle"]:
        whom = reading.bound.meant(clause, so_far(reading.focus)) or by_deed(reading, clause)
    outside = phrase not in reading.p.phrases[clause.index]  # «beim Alpha-Gesetz, das Makler verpflichtet»
    if not whom and not must and law.kind == LAW:
        yield from of_kind(reading, clause, law, phrase)
    if must or (not whom and law.kind == LAW and (not phrase.prep or outside)):
        matter = must or subject_matter(reading.p, clause, phrase, reading.language, law=True, told=bool(kind))
        yield from reading.event(clause, law, phrase, matter, kind)
        return
    shown = any(reading.p.low[i] in table["certified"] for i in clause.tokens)
    certified = (shown or verb in table["certifying"]) and phrase.prep in reading.language.prep.legal_ground
    strong = bool(kind) or certified or verb in table["bind"] or verb in table["bound"] or _must(reading, clause, whom)
    aside = phrase.prep in reading.language.prep.despite or (plain and phrase.prep in reading.language.prep.because_of)
    if (
        (verb in table["lift"] and phrase.prep not in reading.language.prep.causes)
        or aside
        or (plain and not (strong and _alone(reading, law)))
    ):
        return
    charged = any(reading.p.low[i].endswith(tuple(table["proceedings"])) for i in clause.tokens)
    if phrase.prep in reading.language.prep.after and not strong and not charged:
        return  # «baute nach dem Gesetz um»
    obliges = bool(phrase.prep) and _must(reading, clause, whom)  # «mit dem Gesetz müssen sie Alpha … vorlegen»
    if verb in table["opinion"] and not obliges and phrase.prep not in reading.language.prep.causes:
        return
    if certified and all(x.how == "pronoun" for x in whom) and (made := reading.last_made()) is not None:
        whom = [replace(x, kind=made.kind, name=made.name, id=made.id) for x in whom[:1]]
    cause = phrase.prep in reading.language.prep.cause
    if not strong and (
        (not cause and is_negated(reading.p, clause, reading.language, None))
        or (law.kind == "rule" and not _close(whom, phrase))
    ):
        return
    name = MAY_NOT if phrase.prep in reading.language.prep.cause_or_under and not strong else BINDS
    yield from reading.binds(clause, law, phrase, whom, kind, name=name)


def exempt(reading: RuleReading, clause: Clause) -> bool:
    """«ist vom Gesetz ausgenommen», «entgeht den Auflagen»; not «ist nicht ausgenommen»."""
    free = clause.verb.lemma in reading.table["exempting"] or any(
        reading.p.low[i] in reading.table["exempt"] for i in clause.tokens
    )
    return free and not is_negated(reading.p, clause, reading.language, None)


def _breach(reading: RuleReading, phrase: Phrase) -> bool:
    """«wegen Verstößen gegen das Kartellrecht»."""
    return phrase.prep in reading.language.prep.against


def _bare(reading: RuleReading, phrase: Phrase) -> bool:
    """«Vorschriften gelten auch für Alpha»: rules of which nothing is told."""
    return phrase.first == phrase.last and not phrase.prep


def _alone(reading: RuleReading, law: Filler) -> bool:
    """Whether no law is named beside what a noun for any tells: «käme das Alpha-Gesetz, wie es im Entwurf steht»."""
    return not any(r.kind == LAW for c in reading.p.clauses for r, _ in reading.rulers(c) if r.name != law.name)


def _must(reading: RuleReading, clause: Clause, whom: list[Participant]) -> bool:
    """Whether the clause, or that of those who are bound, says what must or may be done."""
    hosts = [clause, *(c for c in reading.p.clauses if any(x.last in c.tokens for x in whom))]
    return any(c.verb.modal in reading.language.verb.must_or_may for c in hosts)


def _close(whom: Sequence[Participant], phrase: Phrase) -> bool:
    """Whether one of them stands right behind the rule: «das Verbot der App Alpha»."""
    return any(0 < x.first - phrase.last <= 3 for x in whom)
