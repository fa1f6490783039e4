"""Whom a law that a clause names binds, and where the clause only speaks of the law."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsgraph.bound import so_far
from newsgraph.clause import Clause
from newsgraph.duty import business, by_deed, by_ground, obliged, of_kind
from newsgraph.filler import Event, Filler
from newsgraph.force import BINDS, MAY_NOT
from newsgraph.negation import is_negated
from newsgraph.participant import Participant
from newsgraph.phrase import Phrase
from newsgraph.provision import provided
from newsgraph.rule_reading import RuleReading
from newsgraph.ruler import LAW, is_law, ruler
from newsgraph.subject import subject
from newsgraph.subject_matter import must_matter, subject_matter


def by_law(reading: RuleReading, clause: Clause, law: Filler, phrase: Phrase, kind: str) -> Iterator[Event]:
    """What a law does in a clause: it binds whom the clause names, else what it is about; nothing where it is only spoken of."""
    verb, table, plain = clause.verb.lemma, reading.table, reading.plain(law, phrase)
    if exempt(reading, clause) or (plain and _bare(phrase)) or (not phrase.prep and _is_reputed(reading, clause)):
        return
    field = law.name.lower().endswith(tuple(table["fields"]))
    if field and verb not in (*table["bound"], *table["breaching"]) and not _breach(reading, phrase):
        return  # «das Kartellrecht» is a field of law
    if law.kind == LAW and (struck := by_ground(reading, clause, phrase)):
        yield from reading.event(clause, law, phrase, struck, "")
        return
    whom = (obliged(reading, clause) if phrase.prep else []) or reading.bound.whom(clause, law)
    told = law.kind == LAW or (not plain or _is_told_of(reading, clause, phrase))  # which rule it is
    must = must_matter(reading.p, clause, reading.language) if not whom and told else []
    if not whom and not must and law.kind == LAW and verb not in table["idle"]:
        whom = reading.bound.meant(clause, so_far(reading.focus)) or by_deed(reading, clause)
    if not whom and not must and law.kind == LAW:
        yield from of_kind(reading, clause, law, phrase)
    if not whom and told and (strikes := kind or verb in table["touching"]):
        whom = business(reading, clause, phrase) if strikes else []
    matter = must or (_matter(reading, clause, phrase, kind) if not whom and told else [])
    if matter or (not whom and law.kind == LAW and not phrase.prep):
        yield from reading.event(clause, law, phrase, matter, kind)
        return
    liable = tuple(table["liable"])
    shown = any(reading.p.low[i] in table["certified"] or reading.p.low[i].endswith(liable) for i in clause.tokens)
    shown = shown or _is_leave(reading, clause, phrase)
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
        or (law.kind == "rule" and not _close(clause, whom, phrase))
    ):
        return
    name = MAY_NOT if phrase.prep in reading.language.prep.cause_or_under and not strong else BINDS
    yield from reading.binds(clause, law, phrase, whom, kind, name=name)


def _is_leave(reading: RuleReading, clause: Clause, phrase: Phrase) -> bool:
    """«eine Lizenz nach der Verordnung»: the leave that a law asks for."""
    parts = reading.p.phrases[clause.index]
    before = parts[phrase.index - 1] if phrase.index and phrase in parts else None
    leave = before is not None and reading.p.low[before.head].endswith(tuple(reading.table["permits"]))
    return leave and before is not None and before.last + 1 == phrase.first


def _is_told_of(reading: RuleReading, clause: Clause, phrase: Phrase) -> bool:
    """«eine Verordnung des Ministeriums», «ein Gesetzentwurf zu Geodaten»: whose rule, or what about."""
    behind = next((f for f in reading.p.phrases[clause.index] if f.first == phrase.last + 1), None)
    if behind is None or behind.prep:
        return behind is not None and behind.prep in reading.language.prep.law_about
    owner = ruler(reading.p, behind, reading.language) if behind.link == "genitive" else None
    return behind.link == "genitive" and (owner is None or not is_law(owner))


def _matter(reading: RuleReading, clause: Clause, phrase: Phrase, kind: str) -> list[Filler]:
    """The things or people of a kind to which a law does something, where it is what acts in the clause."""
    p, language = reading.p, reading.language
    first, outside = (
        subject(p, clause),
        phrase not in p.phrases[clause.index],
    )  # «beim Alpha-Gesetz, das Makler verpflichtet»
    done = clause.verb.passive and phrase.prep in language.prep.by_passive  # «wird durch das Gesetz verboten»
    acts = first is None or phrase is first or (phrase.link != "" and phrase.to == first.index)
    if not (outside or done or (acts and not phrase.prep)):
        return []
    found = subject_matter(p, clause, phrase, language, law=True, told=bool(kind)) or provided(p, clause, language)
    return [f for f in found if not f.first <= phrase.head <= f.last]  # «eine Verschärfung der Regeln»


def exempt(reading: RuleReading, clause: Clause) -> bool:
    """«ist vom Gesetz ausgenommen», «entgeht den Auflagen»; not «ist nicht ausgenommen»."""
    free = clause.verb.lemma in reading.table["exempting"] or any(
        reading.p.low[i] in reading.table["exempt"] for i in clause.tokens
    )
    return free and not is_negated(reading.p, clause, reading.language, None)


def _is_reputed(reading: RuleReading, clause: Clause) -> bool:
    """«Das Gesetz gilt als Hürde für das Geschäft»: what is thought of it."""
    as_what = any(f.prep in reading.language.prep.as_ for f in reading.p.phrases[clause.index])
    return as_what and clause.verb.lemma in reading.table["reputed"]


def _breach(reading: RuleReading, phrase: Phrase) -> bool:
    """«wegen Verstößen gegen das Kartellrecht»."""
    return phrase.prep in reading.language.prep.against


def _bare(phrase: Phrase) -> bool:
    """«Vorschriften gelten auch für Alpha»: rules of which nothing is told."""
    return phrase.first == phrase.last and not phrase.prep


def _alone(reading: RuleReading, law: Filler) -> bool:
    """Whether no law is named beside what a noun for any tells: «käme das Alpha-Gesetz, wie es im Entwurf steht»."""
    return not any(r.kind == LAW for c in reading.p.clauses for r, _ in reading.rulers(c) if r.name != law.name)


def _must(reading: RuleReading, clause: Clause, whom: list[Participant]) -> bool:
    """Whether the clause, or that of those who are bound, says what must or may be done."""
    hosts = [clause, *(c for c in reading.p.clauses if any(x.last in c.tokens for x in whom))]
    return any(c.verb.modal in reading.language.verb.must_or_may for c in hosts)


def _close(clause: Clause, whom: Sequence[Participant], phrase: Phrase) -> bool:
    """Whether one of them stands right behind the rule: «das Verbot der App Alpha»; not «Der Bann macht Alpha stark»."""
    at = clause.verb.finite
    return any(0 < x.first - phrase.last <= 3 and (at is None or not phrase.last < at < x.first) for x in whom)
