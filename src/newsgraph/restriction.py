"""Rules and whom they bind, the looser way: what the frames of patterns/<code>/rules.toml have left.

A law named beside a company or product binds it, unless somebody only speaks of the law. An authority or a state needs a
sign: a verb that forbids or orders, several words that do («auf die schwarze Liste setzen»), «darf nicht», «ist tabu».
The words are in [restriction] of languages/<code>/grammar.toml.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsgraph.aftermath import decision, decreed, filler
from newsgraph.bound import BOUND, Bound, so_far
from newsgraph.clause import Clause
from newsgraph.decision import at_its_word, by_leave, must, must_ask, obliged, took
from newsgraph.enactment import makers
from newsgraph.filler import Event, Filler
from newsgraph.forbidding import forbids, permits_not, signs, stands_on_list
from newsgraph.force import BINDS, MAY_NOT, frame
from newsgraph.language import Language
from newsgraph.negation import is_negated
from newsgraph.parse import Parse, objects, subject
from newsgraph.participant import Participant, participants
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.ruler import BODY, LAW, STATE, is_law, is_plain, rulers
from newsgraph.subject_matter import must_matter, subject_matter

Ruler = tuple[Filler, Phrase]
CAUSES = ("nach", "gemäß", "laut", "wegen", "gegen", "unter", "durch")


def restrictions(p: Parse, read: Sequence[Event], focus: Focus, language: Language) -> Iterator[Event]:
    """The rules of a sentence that `read` does not hold yet, and whom they bind."""
    found = _Reading(p, focus, language)
    if found.speaks():
        yield from found.events(read)


@dataclass(slots=True)
class _Reading:
    """A sentence while its rules are read; `done` holds the pairs of ruler and bound that are."""

    p: Parse
    focus: Focus
    language: Language
    done: set[tuple[str, str]] = field(default_factory=set)
    found: Sequence[Participant] = ()

    @property
    def bound(self) -> Bound:
        return Bound(self.p, self.language, self.found)

    by_clause: dict[int, list[Ruler]] = field(default_factory=dict)

    @property
    def table(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = self.language.grammar["restriction"]
        return found

    def _rulers(self, clause: Clause) -> list[Ruler]:
        """Who rules in a clause, found once."""
        if clause.index not in self.by_clause:
            found = self.by_clause[clause.index] = list(rulers(self.p, clause, self.language, self.focus))
            if laws := [(r, f.det) for r, f in found if is_law(r) and not f.pronoun]:
                self.focus.ruling = self.p.sentence.index, *laws[-1]
        return self.by_clause[clause.index]

    @property
    def signs(self) -> frozenset[str]:
        return signs(self.language)

    def speaks(self) -> bool:
        """Whether anything in the sentence may rule."""
        kinds = {m.kind for m in self.p.mentions}
        near = any(self.p.sentence.index - at <= 2 for at in self.focus.ruled)
        if near or kinds & {LAW, BODY} or "dürfen" in self.p.lemmas:
            return True
        if STATE in kinds and not (self.signs.isdisjoint(self.p.lemmas) and self.signs.isdisjoint(self.p.low)):
            return True
        nouns = (t.text for t in self.p.tokens if t.tag[:2] == "NN")
        return any(self.language.nouns.class_of(noun) in (LAW, BODY) for noun in nouns)

    def events(self, read: Sequence[Event]) -> Iterator[Event]:
        self.done = {
            (r.name, a.name)
            for e in read
            if e.frame.relation == "rule"
            for role in ("rule", "enactor")
            for r in e.roles.get(role, ())
            for a in e.roles.get("affected", ())
        }
        self.found = [x for x in participants(self.p, self.focus) if x.first >= 0 and x.how != "adjective"]
        for clause in self.p.clauses:
            yield from self._clause(clause)
        yield from makers(self.p, self._rulers, {r for r, _ in self.done}, self.language)
        for clause, law, phrase, whom, kind, name, sure in decreed(self.p, self.bound, self.focus, self.language):
            for event in self._event(clause, law, phrase, whom, kind, name=name):
                yield replace(event, frame=replace(event.frame, modality=sure))

    # --- clauses
    def _clause(self, clause: Clause) -> Iterator[Event]:
        who = self._rulers(clause)
        kind = forbids(self.p, clause, self.language)
        agent = next((r for r in who if not is_law(r[0]) and self._agent(clause, r)), None)
        if agent is None:
            agent = self._decider(clause, who, kind)
            kind = kind or ("order" if agent is not None else "")
        if agent is None and kind and clause.kind == "infinitive" and clause.parent is not None:
            host = self.p.clauses[clause.parent]  # «erwägt, Alpha zu sperren»
            above = self._rulers(host)
            agent = next((r for r in above if not is_law(r[0]) and self._agent(host, r)), None)
        made = self._made(clause, who) if agent is not None else None
        if agent is not None and (made is not None or kind):
            yield from self._by_agent(clause, agent, made, kind)
        for ruling, phrase in who:
            if (
                is_law(ruling)
                and (made is None or phrase is not made[1])
                and not (agent is not None and self._plain(ruling, phrase))
            ):
                yield from self._law(clause, ruling, phrase, kind)
        yield from self._tabu(clause, who)
        yield from self._may_not(clause, who)

    def _decider(self, clause: Clause, who: list[Ruler], kind: str) -> Ruler | None:
        """Whose decision it is that somebody must do something: «steht auf der Liste des Amts», «auf Anordnung des Amts»."""
        held = kind or must(clause, self.p, self.language) or obliged(self.p, clause, self.language)
        asked = took if held else at_its_word
        bodies = [r for r in who if r[0].kind == BODY and r[1] in self.p.phrases[clause.index]]
        found = (r for test in (asked, must_ask, by_leave) for r in bodies if test(self.p, clause, r[1], self.language))
        return next(found, None)

    def _made(self, clause: Clause, who: list[Ruler]) -> Ruler | None:
        """The rule that an authority makes: «verhängte ein Verbot»; not «das Gesetz», which is named already."""
        verb = clause.verb.lemma
        if verb not in (*self.table["make"], *self.table["ban"], *self.table["order"]):
            return None
        return next((r for r in who if r[0].kind == "rule" and not r[1].prep and r[1] in objects(self.p, clause)), None)

    def _by_agent(self, clause: Clause, agent: Ruler, made: Ruler | None, kind: str) -> Iterator[Event]:
        """What an authority or a state does; the rule that it makes is the node."""
        ruling, phrase = agent
        whom = self._whom(clause, agent)
        if made is None:
            name = MAY_NOT if permits_not(self.p, clause, self.language) else BINDS
            yield from self._binds(clause, ruling, phrase, whom, kind, name=name)
            if not whom:
                self.focus.deciding = decision(self.p, clause, ruling, kind, self.language)
                matter = subject_matter(self.p, clause, phrase, self.language, law=False)
                yield from self._event(clause, ruling, phrase, matter, kind)
            return
        read = [a for r, a in self.done if r == made[0].name]
        names = {x.name for x in whom} | set(read)
        fillers = [filler(x) for x in self.found if x.name in names and x.kind in BOUND]
        if fillers and (ruling.name, fillers[0].name) not in self.done:
            self.done |= {(r, f.name) for f in fillers for r in (ruling.name, made[0].name)}
            roles = {"rule": (made[0],), "enactor": (ruling,), "affected": tuple(dict.fromkeys(fillers))}
            yield Event(frame(BINDS, ""), self.p.sentence.index, clause.index, made[1].head, made[1].head, roles)

    def _whom(self, clause: Clause, agent: Ruler) -> list[Participant]:
        """Whom a decision binds: of what somebody must do the subject, else what the verb means, or what its pronoun stands for."""
        tests = (took, must_ask, by_leave)
        own = agent[1] in self.p.phrases[clause.index]
        decided = own and any(test(self.p, clause, agent[1], self.language) for test in tests)
        for host in [*([clause] if decided else []), *obliged(self.p, clause, self.language)]:
            first = subject(self.p, host)
            if first is not None and agent[1] is not first:
                acting = [x for x in self.found if x.kind in BOUND and first.first <= x.last <= first.last]
                if acting and acting[0].how in ("name", "noun", "pronoun"):
                    return acting
        return self.bound.whom(clause, agent[0]) or self.bound.meant(clause, so_far(self.focus))

    def _plain(self, ruling: Filler, phrase: Phrase) -> bool:
        return ruling.kind == "rule" and is_plain(self.p.tokens[phrase.head].text, self.language)

    def _law(self, clause: Clause, law: Filler, phrase: Phrase, kind: str) -> Iterator[Event]:
        verb, table, plain = clause.verb.lemma, self.table, self._plain(law, phrase)
        whom = self.bound.whom(clause, law)
        must = must_matter(self.p, clause, self.language) if not whom and not plain else []
        if not whom and not must and law.kind == LAW and verb not in table["idle"]:
            whom = self.bound.meant(clause, so_far(self.focus))
        outside = phrase not in self.p.phrases[clause.index]  # «beim Alpha-Gesetz, das Makler verpflichtet»
        if must or (not whom and law.kind == LAW and (not phrase.prep or outside)):
            matter = must or subject_matter(self.p, clause, phrase, self.language, law=True)
            yield from self._event(clause, law, phrase, matter, kind)
            return
        strong = bool(kind) or verb in table["bind"] or verb in table["bound"] or self._must(clause, whom)
        aside = phrase.prep in ("ohne", "trotz") or (plain and phrase.prep == "wegen")
        if verb in table["lift"] or aside or (plain and not (strong and self._alone(law))):
            return
        charged = any(self.p.low[i].endswith(tuple(table["proceedings"])) for i in clause.tokens)
        if phrase.prep == "nach" and not strong and not charged:
            return  # «baute nach dem Gesetz um»
        obliges = bool(phrase.prep) and self._must(clause, whom)  # «mit dem Gesetz müssen sie Alpha … vorlegen»
        if verb in table["opinion"] and not obliges and phrase.prep not in CAUSES:
            return
        cause = phrase.prep in ("wegen", "aufgrund", "infolge")
        if not strong and (
            (not cause and is_negated(self.p, clause, self.language, None))
            or (law.kind == "rule" and not _close(whom, phrase))
        ):
            return
        name = MAY_NOT if phrase.prep in ("wegen", "aufgrund", "infolge", "unter") and not strong else BINDS
        yield from self._binds(clause, law, phrase, whom, kind, name=name)

    def _alone(self, law: Filler) -> bool:
        """Whether no law is named beside what a noun for any tells: «käme das Alpha-Gesetz, wie es im Entwurf steht»."""
        return not any(r.kind == LAW for c in self.p.clauses for r, _ in self._rulers(c) if r.name != law.name)

    def _must(self, clause: Clause, whom: list[Participant]) -> bool:
        """Whether the clause, or that of those who are bound, says what must or may be done."""
        hosts = [clause, *(c for c in self.p.clauses if any(x.last in c.tokens for x in whom))]
        return any(c.verb.modal in ("müssen", "dürfen") for c in hosts)

    def _agent(self, clause: Clause, ruler: Ruler) -> bool:
        """Whether a ruler is who forbids: the subject (a place no other way), «von …» of a passive, the antecedent."""
        ruling, phrase = ruler
        if phrase.prep:
            return clause.verb.passive and phrase.prep in ("von", "durch", "vom", "seitens")
        first = subject(self.p, clause)
        if first is phrase or (phrase.link == "apposition" and first is not None and phrase.to == first.index):
            return not clause.verb.passive
        outside = phrase not in self.p.phrases[clause.index]
        if first is not None and self.p.low[first.head] == "er" and phrase.first > first.last:
            return False  # «Er könnte Behörden verpflichten»
        return (
            ruling.kind == BODY
            and clause.verb.lemma not in self.table["demand"]
            and not phrase.link
            and not clause.verb.passive
            and (first is None or first.mention is None or outside)
        )

    # --- things that are forbidden
    def _tabu(self, clause: Clause, who: list[Ruler]) -> Iterator[Event]:
        """«In Indien ist die App verboten», «dort ist Alpha tabu»."""
        words = {self.p.tokens[i].text.lower() for i in clause.tokens}
        finite = self.p.tokens[clause.verb.finite].lemma.lower() if clause.verb.finite is not None else ""
        done = finite in ("sein", "bleiben", "werden") or clause.verb.passive
        stands = (clause.verb.lemma in self.table["ban"] and done) or stands_on_list(self.p, clause, self.language)
        not_allowed = not words.isdisjoint(self.table["allowed"]) and not words.isdisjoint(self.table["negative"])
        if not stands and not not_allowed and words.isdisjoint(self.table["forbidden"]):
            return
        place = next(((r, f) for r, f in who if r.kind == STATE and f.prep in ("in", "", "aus", "auf")), None)
        if place is not None and (
            stands or not_allowed or clause.verb.lemma in ("sein", "bleiben", "werden", "gelten")
        ):
            whom = [x for x in self.bound.whom(clause, place[0]) if x.kind != "NewsOrganization"]
            yield from self._binds(clause, place[0], place[1], whom, "ban", name=MAY_NOT if not_allowed else BINDS)

    def _may_not(self, clause: Clause, who: list[Ruler]) -> Iterator[Event]:
        """«Alpha darf in Kanada keine … mehr verkaufen»: whoever the sentence names rules; else the next one may tell."""
        if "dürfen" not in (clause.verb.modal, clause.verb.lemma) or self.p.tokens[
            clause.verb.finite or 0
        ].text.lower().startswith("dürft"):
            return
        words = {self.p.tokens[i].text.lower() for i in clause.tokens}
        first = subject(self.p, clause)
        if words.isdisjoint(self.table["negative"]) or first is None:
            return
        whom = [x for x in self.found if x.kind in BOUND and first.first <= x.last <= first.last]
        inside = [x for x in self.found if x.last in set(clause.tokens) and self.bound.can_be(x, clause)]
        whom = whom or [x for x in inside if x.how in ("name", "noun")][:1]
        if not whom:
            return
        near = [r for c in self.p.clauses for r in self._rulers(c)]
        law = next((r for r in near if is_law(r[0])), None)
        body = next((r for r in near if r[0].kind == BODY), None)
        place = next((r for r in who if r[0].kind == STATE and r[1].prep == "in"), None)
        found = (law if body is None or law is None or not self._plain(*law) else None) or body or place
        if found is not None:
            yield from self._binds(clause, *found, whom, "ban" if not is_law(found[0]) else "", name=MAY_NOT)
        else:
            self.focus.limited = self.p.sentence.index, [filler(x) for x in whom]

    # --- events
    def _binds(
        self, clause: Clause, ruling: Filler, phrase: Phrase, whom: list[Participant], kind: str, *, name: str = BINDS
    ) -> Iterator[Event]:
        yield from self._event(clause, ruling, phrase, [filler(x) for x in whom], kind, name=name)

    def _event(
        self, clause: Clause, ruling: Filler, phrase: Phrase | None, whom: list[Filler], kind: str, *, name: str = BINDS
    ) -> Iterator[Event]:
        new = [f for f in whom if (ruling.name, f.name) not in self.done and f.name != ruling.name]
        if not new:
            return
        self.done |= {(ruling.name, f.name) for f in new}
        role = "rule" if is_law(ruling) else "enactor"
        here = phrase.head if phrase is not None else clause.first
        roles = {role: (ruling,), "affected": tuple(new)}
        chosen = frame(name, "" if role == "rule" else kind)
        yield Event(chosen, self.p.sentence.index, clause.index, here, here, roles)


def _close(whom: Sequence[Participant], phrase: Phrase) -> bool:
    """Whether one of them stands right behind the rule: «das Verbot der App Alpha»."""
    return any(0 < x.first - phrase.last <= 3 for x in whom)
