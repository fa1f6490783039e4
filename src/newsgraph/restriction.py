"""Rules and whom they bind, the looser way: what the frames of patterns/<code>/rules.toml have left.

A law named beside a company or product binds it, unless somebody only speaks of the law. An authority or a state needs a
sign: a verb that forbids or orders, several words that do («auf die schwarze Liste setzen»), «darf nicht», «ist tabu».
The words are in [restriction] of languages/<code>/grammar.toml.
"""

from collections.abc import Iterator, Sequence

from newsgraph.aftermath import decision, decreed, filler
from newsgraph.ban import may_not, tabu
from newsgraph.bound import BOUND, so_far
from newsgraph.byname import bynames
from newsgraph.clause import Clause
from newsgraph.complement import objects
from newsgraph.decision import at_its_word, by_leave, must, must_ask, obliged, took
from newsgraph.duty import by_change, by_duty
from newsgraph.enactment import makers
from newsgraph.filler import Event
from newsgraph.forbidding import forbids, permits_not, signs
from newsgraph.force import BINDS, MAY_NOT, frame
from newsgraph.language import Language
from newsgraph.law_effect import by_law
from newsgraph.parse import Parse
from newsgraph.participant import Participant, participants
from newsgraph.reference import Focus
from newsgraph.replacement import replace
from newsgraph.rule_reading import Ruler, RuleReading
from newsgraph.ruler import BODY, LAW, STATE, is_law
from newsgraph.subject import subject
from newsgraph.subject_matter import CONCEPT, of_what, subject_matter
from newsgraph.tagset import NOUN


def restrictions(p: Parse, read: Sequence[Event], focus: Focus, language: Language) -> Iterator[Event]:
    """The rules of a sentence that `read` does not hold yet, and whom they bind."""
    reading = RuleReading(p, focus, language)
    for event in read:
        if event.frame.relation == "penalty" or "enactor" in event.roles:
            hit = tuple(f for f in event.roles.get("penalised", event.roles.get("affected", ())) if f.kind in BOUND)
            focus.struck = (p.sentence.index, hit) if hit else focus.struck
    if _speaks(reading):
        yield from _particular(list(_events(reading, read)), read)


def _particular(found: list[Event], read: Sequence[Event]) -> Iterator[Event]:
    """Events without those of things of a kind, where the same law binds somebody by name («gilt für Alpha, da er von
    Herstellern Auskunft verlangt»)."""
    pairs = [(r.name, f) for e in (*read, *found) for r in e.roles.get("rule", ()) for f in e.roles.get("affected", ())]
    named = {law for law, f in pairs if f.kind in BOUND}
    for event in found:
        general = all(f.kind == CONCEPT for f in event.roles.get("affected", ()))
        if not (general and event.roles.get("affected") and any(r.name in named for r in event.roles.get("rule", ()))):
            yield event


def _speaks(reading: RuleReading) -> bool:
    """Whether anything in the sentence may rule."""
    kinds = {m.kind for m in reading.p.mentions}
    near = any(reading.p.sentence.index - at <= 2 for at in reading.focus.ruled)
    if near or kinds & {LAW, BODY} or not reading.language.verb.may.isdisjoint(reading.p.lemmas):
        return True
    told = signs(reading.language)
    if STATE in kinds and not (told.isdisjoint(reading.p.lemmas) and told.isdisjoint(reading.p.low)):
        return True
    judges, nouns, lemmas = reading.table["judges"], reading.language.nouns, reading.p.lemmas
    return any(
        nouns.class_of(t.text) in (LAW, BODY) or lemmas[i] in judges
        for i, t in enumerate(reading.p.tokens)
        if t.tag in NOUN
    )


def _events(reading: RuleReading, read: Sequence[Event]) -> Iterator[Event]:
    reading.done = {
        (r.name, a.name)
        for e in read
        if e.frame.relation == "rule"
        for role in ("rule", "enactor")
        for r in e.roles.get(role, ())
        for a in e.roles.get("affected", ())
    }
    acting = (x for x in participants(reading.p, reading.focus) if x.first >= 0 and x.how != "adjective")
    named = any(m.kind == LAW for m in reading.p.mentions)
    reading.aliases = [*bynames(reading.p, reading.language)] if named else []
    bynamed = [(e.first, e.last) for e in reading.aliases]
    reading.found = [x for x in acting if (x.first, x.last) not in bynamed]
    for clause in reading.p.clauses:
        yield from _clause(reading, clause)
    yield from makers(reading.p, reading.rulers, {r for r, _ in reading.done}, reading.language)
    for clause, law, phrase, whom, kind, name, sure in decreed(
        reading.p, reading.bound, reading.focus, reading.language
    ):
        for event in reading.event(clause, law, phrase, whom, kind, name=name):
            yield replace(event, frame=replace(event.frame, modality=sure))


def _clause(reading: RuleReading, clause: Clause) -> Iterator[Event]:
    who = reading.rulers(clause)
    kind = forbids(reading.p, clause, reading.language) if not _is_power(reading, clause) else ""
    agent = next((r for r in who if not is_law(r[0]) and _is_agent(reading, clause, r)), None)
    if agent is None:
        agent = _decider(reading, clause, who, kind)
        kind = kind or ("order" if agent is not None else "")
    if agent is None and kind and clause.kind == "infinitive" and clause.parent is not None:
        host = reading.p.clauses[clause.parent]  # «erwägt, Alpha zu sperren»
        above = reading.rulers(host)
        agent = next((r for r in above if not is_law(r[0]) and _is_agent(reading, host, r)), None)
    made = _made(reading, clause, who) if agent is not None else None
    if agent is not None and (made is not None or kind):
        yield from _by_agent(reading, clause, agent, made, kind)
    for ruling, phrase in who:
        if (
            is_law(ruling)
            and (made is None or phrase is not made[1])
            and not (agent is not None and reading.plain(ruling, phrase))
        ):
            yield from by_law(reading, clause, ruling, phrase, kind)
    yield from by_change(reading, clause, kind)
    yield from by_duty(reading, clause, who)
    yield from tabu(reading, clause, who)
    yield from may_not(reading, clause, who)


def _is_power(reading: RuleReading, clause: Clause) -> bool:
    """«Das Gesetz ermächtigt die Regierung, Einfuhren zu verbieten»: nothing is forbidden yet."""
    host = reading.p.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None
    return host is not None and host.verb.lemma in reading.table["empowering"]


def _decider(reading: RuleReading, clause: Clause, who: list[Ruler], kind: str) -> Ruler | None:
    """Whose decision it is that somebody must do something: «steht auf der Liste des Amts», «auf Anordnung des Amts»."""
    held = kind or must(clause, reading.p, reading.language) or obliged(reading.p, clause, reading.language)
    asked = took if held else at_its_word
    bodies = [r for r in who if r[0].kind == BODY and r[1] in reading.p.phrases[clause.index]]
    found = (
        r for test in (asked, must_ask, by_leave) for r in bodies if test(reading.p, clause, r[1], reading.language)
    )
    return next(found, None)


def _made(reading: RuleReading, clause: Clause, who: list[Ruler]) -> Ruler | None:
    """The rule that an authority makes: «verhängte ein Verbot»; not «das Gesetz», which is named already."""
    verb = clause.verb.lemma
    if verb not in (*reading.table["make"], *reading.table["ban"], *reading.table["order"]):
        return None
    return next((r for r in who if r[0].kind == "rule" and not r[1].prep and r[1] in objects(reading.p, clause)), None)


def _by_agent(reading: RuleReading, clause: Clause, agent: Ruler, made: Ruler | None, kind: str) -> Iterator[Event]:
    """What an authority or a state does; the rule that it makes is the node."""
    ruling, phrase = agent
    whom = _whom(reading, clause, agent)
    if made is None:
        name = MAY_NOT if permits_not(reading.p, clause, reading.language) else BINDS
        yield from reading.binds(clause, ruling, phrase, whom, kind, name=name)
        if not whom:
            reading.focus.deciding = decision(reading.p, clause, ruling, kind, reading.language)
            matter = subject_matter(reading.p, clause, phrase, reading.language, law=False)
            yield from reading.event(clause, ruling, phrase, matter if not phrase.pronoun else [], kind)
        return
    read = [a for r, a in reading.done if r == made[0].name]
    names = {x.name for x in whom} | set(read)
    fillers = [filler(x) for x in reading.found if x.name in names and x.kind in BOUND]
    if fillers and (ruling.name, fillers[0].name) not in reading.done:
        reading.done |= {(r, f.name) for f in fillers for r in (ruling.name, made[0].name)}
        roles = {"rule": (made[0],), "enactor": (ruling,), "affected": tuple(dict.fromkeys(fillers))}
        yield Event(frame(BINDS, ""), reading.p.sentence.index, clause.index, made[1].head, made[1].head, roles)
    elif not read:
        about = of_what(reading.p, clause, made[1], reading.language)
        roles = {"rule": (made[0],), "enactor": (ruling,), "affected": tuple(about)}
        yield from (
            [Event(frame(BINDS, ""), reading.p.sentence.index, clause.index, made[1].head, made[1].head, roles)]
            if about
            else ()
        )


def _whom(reading: RuleReading, clause: Clause, agent: Ruler) -> list[Participant]:
    """Whom a decision binds: of what somebody must do the subject, else what the verb means, or what its pronoun stands for."""
    if clause.kind == "infinitive" and (threatened := _threatened(reading, clause)):
        return threatened
    tests = (took, must_ask, by_leave)
    own = agent[1] in reading.p.phrases[clause.index]
    decided = own and any(test(reading.p, clause, agent[1], reading.language) for test in tests)
    for host in [*([clause] if decided else []), *obliged(reading.p, clause, reading.language)]:
        first = subject(reading.p, host)
        if first is not None and agent[1] is not first:
            acting = [x for x in reading.found if x.kind in BOUND and first.first <= x.last <= first.last]
            if acting and acting[0].how in ("name", "noun", "pronoun"):
                return acting
    return reading.bound.whom(clause, agent[0]) or reading.bound.meant(clause, so_far(reading.focus))


def _threatened(reading: RuleReading, clause: Clause) -> list[Participant]:
    """«drohte Alpha damit, den Kauf von Beta zu untersagen»: Alpha."""
    host = reading.p.clauses[clause.parent] if clause.parent is not None else None
    if host is None or host.verb.lemma not in reading.table["threatening"]:
        return []
    return [
        x
        for x in reading.found
        if x.kind in BOUND
        and (f := reading.bound.phrase(x)) is not None
        and f in reading.p.phrases[host.index]
        and not f.prep
        and not f.link
        and f is not subject(reading.p, host)
    ]


def _is_agent(reading: RuleReading, clause: Clause, ruler: Ruler) -> bool:
    """Whether a ruler is who forbids: the subject (a place no other way), «von …» of a passive, the antecedent."""
    ruling, phrase = ruler
    if phrase.prep:
        return clause.verb.passive and phrase.prep in reading.language.prep.by_officially
    first = subject(reading.p, clause)
    if first is phrase or (phrase.link == "apposition" and first is not None and phrase.to == first.index):
        return not clause.verb.passive
    outside = phrase not in reading.p.phrases[clause.index]
    if first is not None and reading.p.low[first.head] in reading.language.pron.he and phrase.first > first.last:
        return False  # «Er könnte Behörden verpflichten»
    return (
        ruling.kind == BODY
        and clause.verb.lemma not in reading.table["demand"]
        and not phrase.link
        and not clause.verb.passive
        and (first is None or first.mention is None or outside)
    )
