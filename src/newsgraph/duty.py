"""Duties whose law stands beside the clause: «Weil das Gesetz gilt, muss Alpha …», «…; Alpha muss deshalb …», «sie sind nach dem
Gesetz zertifiziert», «Anlagen dieser Größe fallen unter das Gesetz»."""

from collections.abc import Iterator

from newsgraph.argument import is_time
from newsgraph.bound import BOUND, so_far
from newsgraph.clause import Clause
from newsgraph.decision import must
from newsgraph.filler import Event, Filler
from newsgraph.mention import Mention
from newsgraph.negation import is_negated
from newsgraph.participant import Participant
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.rule_reading import Ruler, RuleReading
from newsgraph.ruler import LAW, is_law
from newsgraph.subject import subject
from newsgraph.subject_matter import is_off_limits, must_matter, of_a_kind, subject_matter

WITHIN = 6  # sentences


def obliged(reading: RuleReading, clause: Clause) -> list[Participant]:
    """Who must, or may not, do what a clause says: its subject, where that is a company or product."""
    first = subject(reading.p, clause) if clause.verb.modal in reading.language.verb.must_or_may else None
    acting = (x for x in reading.found if first is not None and first.first <= x.last <= first.last)
    return [x for x in acting if x.kind in BOUND and x.how in ("name", "noun", "pronoun")]


def by_duty(reading: RuleReading, clause: Clause, who: list[Ruler]) -> Iterator[Event]:
    """Whom a law binds that the clause itself does not name."""
    asked = must(clause, reading.p, reading.language) or is_off_limits(reading.p, clause, reading.language)
    if any(is_law(r) for r, _ in who) or clause.kind != "main" or not asked:
        return
    if clause.verb.modal in reading.language.verb.must and is_negated(reading.p, clause, reading.language, None):
        return
    first, law = subject(reading.p, clause), _because(reading, clause) or _therefore(reading, clause)
    if law is None or first is None:
        return
    whom = obliged(reading, clause) or _off_limits(reading, clause, first)
    yield from reading.binds(clause, law, first, whom, "")
    if not whom:
        yield from reading.event(clause, law, first, must_matter(reading.p, clause, reading.language), "")


def _off_limits(reading: RuleReading, clause: Clause, first: Phrase) -> list[Participant]:
    """«Die Becher der Marke Alpha sind dann nicht mehr zulässig»: whom or what the subject names, or whose it is."""
    if not is_off_limits(reading.p, clause, reading.language):
        return []
    behind = (f for f in reading.p.phrases[clause.index] if f.to == first.index and f.link == "genitive")
    spans = [(f.first, f.last) for f in (first, *behind)]
    named = (x for x in reading.found if x.kind in BOUND and x.how in ("name", "noun", "pronoun"))
    return [x for x in named if any(a <= x.last <= b for a, b in spans)][:1]


def of_kind(reading: RuleReading, clause: Clause, law: Filler, phrase: Phrase) -> Iterator[Event]:
    """«Anlagen dieser Größe fallen unter die Verordnung»: things of a kind, where the verb says that a law binds its subject."""
    follows = any(_follows(reading, c) for c in reading.p.clauses[clause.index + 1 :])  # «…; Alpha muss deshalb …»
    if clause.verb.lemma not in reading.table["subjected"] or follows:
        return
    if not is_negated(reading.p, clause, reading.language, None):
        yield from reading.event(clause, law, phrase, of_a_kind(reading.p, clause, reading.language), "")


def by_change(reading: RuleReading, clause: Clause, kind: str) -> Iterator[Event]:
    """«will das Gesetz verschärfen und den Verkauf untersagen»: what the one who changes a law forbids, the law will."""
    before = reading.p.clauses[clause.index - 1] if clause.index else None
    if (
        before is None
        or not kind
        or not (clause.joined or clause.shares == before.index)
        or before.verb.lemma not in reading.table["amending"]
    ):
        return
    law = next((r for r, f in reading.rulers(before) if r.kind == LAW and not f.prep), None)
    first = next(iter(reading.p.phrases[clause.index]), None)
    if law is not None and first is not None:
        matter = subject_matter(reading.p, clause, first, reading.language, law=True, all_of=True)
        yield from reading.event(clause, law, first, matter, kind)


def by_ground(reading: RuleReading, clause: Clause, phrase: Phrase) -> list[Filler]:
    """«Sie stützt sich auf das Gesetz», «Grundlage des Urteils ist das Gesetz»: those on whom was decided right before."""
    struck, verb, limited = reading.focus.struck, clause.verb.lemma, reading.focus.limited
    if limited is not None and reading.p.sentence.index - limited[0] == 1:
        struck = limited[0], tuple(limited[1])  # «darf nicht mehr ausführen. Grundlage ist das Gesetz»
    if struck is None or not 0 <= reading.p.sentence.index - struck[0] <= WITHIN:
        return []
    rests = phrase.prep in reading.language.prep.on and verb in reading.table["resting"]
    ground = verb in reading.language.verb.be_ground and any(
        reading.p.low[i].endswith(tuple(reading.table["grounds"])) for i in clause.tokens
    )
    first = subject(reading.p, clause)
    other = first is not None and first.mention is not None and first.mention.kind not in (LAW, "PublicBody")
    if other or not (rests or ground):
        return []
    return [replace(f, first=clause.first, last=clause.first, here=False) for f in struck[1]]


def by_deed(reading: RuleReading, clause: Clause) -> list[Participant]:
    """«Die Absprachen verstießen gegen das Gesetz», «Daten zu sammeln, widerspreche dem Gesetz»: whose deed it was is the firm
    that the text speaks of."""
    struck = reading.focus.struck
    if struck is not None and struck[0] == reading.p.sentence.index and clause.verb.lemma in reading.table["breaching"]:
        first = subject(reading.p, clause)  # «strafte Alpha, weil sie gegen das Gesetz verstieß»
        if first is not None and first.pronoun:
            return [Participant(clause.first, clause.first, f.kind, "pronoun", f.name, f.id) for f in struck[1]]
    topic = next(reversed(so_far(reading.focus)), None)
    if topic is None or clause.verb.lemma not in reading.table["breaching"] or not _is_deed(reading, clause):
        return []
    return [_as_meant(clause, topic)]


def _as_meant(clause: Clause, firm: Mention) -> Participant:
    """A firm that a clause speaks of without its name."""
    return Participant(clause.first, clause.first, firm.kind or "Company", "pronoun", firm.name, firm.id)


def business(reading: RuleReading, clause: Clause, but: Phrase) -> list[Participant]:
    """«Enge Grenzen setzt dem Geschäft das Fernabsatzgesetz»: the firm that the text speaks of."""
    p, table, topic = reading.p, reading.table, next(reversed(so_far(reading.focus)), None)
    own = reading.language.det.definite_or_own_all
    hit = any(f is not but and f.det in own and p.low[f.head] in table["business"] for f in p.phrases[clause.index])
    if topic is None or not hit:
        return []
    return [_as_meant(clause, topic)]


def _is_deed(reading: RuleReading, clause: Clause) -> bool:
    done = (
        c for c in reading.p.clauses if c.parent == clause.index and c.kind == "infinitive" and c.last < clause.last
    )
    if any((not reading.language.prep.to.isdisjoint((reading.p.low[i] for i in c.tokens))) for c in done):
        return True
    first = subject(reading.p, clause)
    if first is None or first.mention is not None or first.pronoun:
        return False
    return bool(first.det) and reading.p.low[first.head].endswith(tuple(reading.table["deeds"]))


def _because(reading: RuleReading, clause: Clause) -> Filler | None:
    """«Weil die EU Rechner in der Exportverordnung führt, muss Alpha …»: the law of the reason."""
    for reason in reading.p.clauses:
        because = (
            reason.parent == clause.index
            and reason.marker in reading.language.conj.causal
            and not _is_off(reading, reason)
        )
        if because and (laws := [r for r, _ in reading.rulers(reason) if r.kind == LAW]):
            return laws[0]
    return None


def _therefore(reading: RuleReading, clause: Clause) -> Filler | None:
    """«Die Verordnung gilt; Alpha muss deshalb …»: the law spoken of right before."""
    if not _follows(reading, clause) and not _goes_on(reading, clause):
        return None
    for before in reversed(reading.p.clauses[: clause.index]):
        if not _is_off(reading, before) and (laws := [r for r, _ in reading.rulers(before) if r.kind == LAW]):
            return laws[-1]
    told = reading.focus.ruling
    if told is None or told[1].kind != LAW or reading.p.sentence.index - told[0] != 1:
        return None
    return replace(told[1], first=clause.first, last=clause.first, here=False)


def _follows(reading: RuleReading, clause: Clause) -> bool:
    return not {reading.p.low[i] for i in clause.tokens}.isdisjoint(reading.table["therefore"])


def _goes_on(reading: RuleReading, clause: Clause) -> bool:
    """«Über allen hängt die Verordnung. Von 2027 an müssen …», «Auch Alpha muss dafür …»: the duty that a law brings."""
    table, parts = reading.table, reading.p.phrases[clause.index]
    words = {reading.p.low[i] for i in clause.tokens}
    soon = not words.isdisjoint(table["future"]) or not words.isdisjoint(table["likewise"])
    soon = soon or (
        not words.isdisjoint(table["would"]) and not words.isdisjoint(table["then"])
    )  # «müssten dann nachziehen»
    on = any(f.prep in table["onward"] and is_time(reading.p, f) for f in parts)
    return soon or on


def _is_off(reading: RuleReading, clause: Clause) -> bool:
    """Whether a clause ends or puts off what it speaks of, or says no."""
    off = clause.verb.lemma in (*reading.table["lift"], *reading.table["opinion"], *reading.table["exempting"])
    return off or is_negated(reading.p, clause, reading.language, None)
