"""Bans that a clause tells by itself: «in Indien ist die App verboten», «Alpha darf in Kanada keine … mehr verkaufen»."""

from collections.abc import Iterator

from newsgraph.aftermath import filler
from newsgraph.bound import BOUND
from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.forbidding import forbids, stands_on_list
from newsgraph.force import BINDS, MAY_NOT
from newsgraph.negation import is_negated
from newsgraph.rule_reading import Ruler, RuleReading
from newsgraph.ruler import BODY, STATE, is_law
from newsgraph.subject import subject


def tabu(reading: RuleReading, clause: Clause, who: list[Ruler]) -> Iterator[Event]:
    """«In Indien ist die App verboten», «dort ist Alpha tabu»."""
    words = {reading.p.tokens[i].low for i in clause.tokens}
    finite = reading.p.tokens[clause.verb.finite].lemma.lower() if clause.verb.finite is not None else ""
    done = finite in reading.language.verb.copula_passive or clause.verb.passive
    taken = done and forbids(reading.p, clause, reading.language) == "ban"  # «in Graz wurde Alpha die Lizenz entzogen»
    stands = (
        taken
        or (clause.verb.lemma in reading.table["ban"] and done)
        or stands_on_list(reading.p, clause, reading.language)
    )
    not_allowed = not words.isdisjoint(reading.table["allowed"]) and not words.isdisjoint(reading.table["negative"])
    if not stands and not not_allowed and words.isdisjoint(reading.table["forbidden"]):
        return
    place = next(((r, f) for r, f in who if r.kind == STATE and f.prep in reading.language.prep.ban_scope), None)
    if place is not None and (stands or not_allowed or clause.verb.lemma in reading.language.verb.stay_in_force):
        whom = [x for x in reading.bound.whom(clause, place[0]) if x.kind != "NewsOrganization"]
        yield from reading.binds(clause, place[0], place[1], whom, "ban", name=MAY_NOT if not_allowed else BINDS)


def may_not(reading: RuleReading, clause: Clause, who: list[Ruler]) -> Iterator[Event]:
    """«Alpha darf in Kanada keine … mehr verkaufen»: whoever the sentence names rules; else the next one may tell."""
    if reading.language.verb.may.isdisjoint((clause.verb.modal, clause.verb.lemma)) or reading.p.tokens[
        clause.verb.finite or 0
    ].low.startswith(reading.language.stem.might):
        return
    words = {reading.p.tokens[i].low for i in clause.tokens}
    first = subject(reading.p, clause)
    if words.isdisjoint(reading.table["negative"]) or first is None:
        return
    whom = [x for x in reading.found if x.kind in BOUND and first.first <= x.last <= first.last]
    inside = [x for x in reading.found if x.last in set(clause.tokens) and reading.bound.can_be(x, clause)]
    whom = whom or [x for x in inside if x.how in ("name", "noun")][:1]
    if not whom:
        return
    apart = [c for c in reading.p.clauses if c is clause or not is_negated(reading.p, c, reading.language, None)]
    near = [r for c in apart for r in reading.rulers(c)]
    law = next((r for r in near if is_law(r[0])), None)
    body = next((r for r in near if r[0].kind == BODY), None)
    place = next((r for r in who if r[0].kind == STATE and r[1].prep in reading.language.prep.in_), None)
    if place is None:  # «Seit Washington die Ausfuhr beschränkt, darf Alpha … nicht mehr liefern»
        told = (c for c in reading.p.clauses if c is not clause and forbids(reading.p, c, reading.language))
        states = (r for c in told for r in reading.rulers(c) if r[0].kind == STATE and not r[1].prep)
        place = next(states, None)
    named = (law if body is None or law is None or not reading.plain(*law) else None) or body
    found = named or place
    if found is not None:
        yield from reading.binds(clause, *found, whom, "ban" if not is_law(found[0]) else "", name=MAY_NOT)
    if named is None:  # a court may be told next
        reading.focus.limited = reading.p.sentence.index, [filler(x) for x in whom]
