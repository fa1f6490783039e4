"""Frames over clauses: a cue opens a frame, its roles are filled from their slots (newsgraph.slot) by type (newsgraph.taker)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsgraph.clause import Clause
from newsgraph.cue import PRODUCTS, Cue, opened
from newsgraph.deed import deeds, has_purpose
from newsgraph.filler import CLASSES, QUANTITIES, VERBAL, Event, Filler
from newsgraph.former import is_former
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse, subject
from newsgraph.pattern import Frame, Role
from newsgraph.reference import Focus
from newsgraph.slot import slot
from newsgraph.taker import Taker
from newsgraph.vicinity import vicinity

LOOSE = ("any", "subject", "object")  # slots that may hold several sums, of which the nearest is meant
SPECIAL = (
    "near", "solely", "native", "last", "topic", "hidden", "raiser", "recent", "just", "governed",
    "cue", "deed", "there", "spoken",
)  # fmt: skip


def events(p: Parse, clause: Clause, frames: tuple[Frame, ...], focus: Focus, language: Language) -> Iterator[Event]:
    """The frames that a clause opens, each with its roles filled."""
    for frame, cue in opened(p, clause, frames, language):
        event = _Filling(p, clause, frame, cue, focus, language).event()
        if event is not None:
            yield event


@dataclass(slots=True)
class _Filling:
    """One frame at one cue: finds the fillers of its roles."""

    p: Parse
    clause: Clause
    frame: Frame
    cue: Cue
    focus: Focus
    language: Language

    def event(self) -> Event | None:
        if self.cue.phrase is not None and is_former(self.p, self.cue.phrase, self.language):
            return None
        roles: dict[str, tuple[Filler, ...]] = {}
        taken: set[str] = set()
        for role in self.frame.roles:
            fillers = self._fill(role, taken)
            if not fillers and (role.name,) in self.frame.needs:
                return None  # what it cannot do without: the rest need not be looked for
            if fillers:
                roles[role.name] = fillers
                taken |= {f.name for f in fillers if f.name}
        if not all(any(r in roles for r in group) for group in self.frame.needs):
            return None
        return Event(self.frame, self.p.sentence.index, self.clause.index, self.cue.first, self.cue.last, roles)

    def _fill(self, role: Role, taken: set[str]) -> tuple[Filler, ...]:
        """The fillers of the first slot that has any; what fills one role fills no other."""
        for name in role.slots:
            every = dict.fromkeys(self._special(name, role) if name in SPECIAL else self._in_slot(name, role))
            found = tuple(f for f in every if not f.name or f.name not in taken or f.kind == "text")
            if found:
                return found if name not in LOOSE or role.type not in QUANTITIES else (min(found, key=self._distance),)
        return ()

    def _distance(self, filler: Filler) -> tuple[int, int]:
        """How far a quantity stands from the cue; what follows it is nearer."""
        behind = filler.first - self.cue.last
        return (behind, 0) if behind > 0 else (self.cue.first - filler.last + 2, 1)

    def _in_slot(self, name: str, role: Role) -> Iterator[Filler]:
        verbal = self.cue.phrase is None or name in VERBAL or name[0] == "~"
        taker = Taker(self.p, self.clause, self.frame, self.cue, self.focus, self.language)
        for clause, phrase in slot(self.p, self.clause, self.cue, name):
            for filler in taker.take(clause, phrase, role.type, name):
                yield replace(filler, verbal=verbal)

    def _special(self, name: str, role: Role) -> Iterator[Filler]:
        """topic: the company the text speaks of; hidden: the topic where a passive names no agent; raiser: the company of the
        funding round just spoken of; recent: an investment just spoken of; cue: the cue's own word."""
        at = self.cue.first
        if name == "hidden" and not self.clause.verb.passive:
            return
        if name == "raiser":
            raiser = self.focus.raiser if self.focus.recent("round", self.p.sentence.index) else None
            if raiser is not None:
                yield replace(raiser, first=at, last=at, here=False)
            return
        if name == "near":
            yield from self._near(role)
        elif name == "spoken":
            made = [m for m in (*self.focus.seen, *self.p.mentions) if m.kind in PRODUCTS and not m.rest]
            one = made[-1] if made and len({m.name for m in made[-3:]}) == 1 else None
            if one is not None:
                yield Filler(one.kind, at, at, one.name, one.id, here=False)
        elif name == "solely":
            yield from self._solely()
        elif name == "native":
            place = self.language.demonyms.get(self.p.tokens[at].text)
            company = self.focus.native(place.name) or self._acting() if place is not None else None
            if company is not None and company.kind == "Company":
                yield Filler("Company", at, at, company.name, company.id, here=False)
        elif name == "deed":
            yield from deeds(self.p, self.clause, self.language)
        elif name == "governed":
            if has_purpose(self.p, self.clause):
                yield Filler(role.type, at, at, here=False)
        elif name == "there":
            yield from self._there()
        elif name == "cue":
            yield Filler("text", at, self.cue.last, name=self.p.tokens[at].text)
        elif name == "just":
            if self.focus.recent(role.type, self.p.sentence.index, within=1):
                yield Filler(role.type, at, at, here=False)
        elif name == "recent":
            if self.focus.recent(role.type, self.p.sentence.index):
                yield Filler(role.type, at, at, here=False)
        elif (topic := (self.focus.acting if name == "last" else self.focus.topic) or self._acting()) is not None and (
            topic.kind or "Company"
        ) in CLASSES.get(role.type, ()):
            yield Filler(topic.kind or "Company", at, at, topic.name, topic.id, here=False)

    def _near(self, role: Role) -> Iterator[Filler]:
        """What stands nearest to the cue and is surely of the type, with what is listed with it."""
        taker = Taker(self.p, self.clause, self.frame, self.cue, self.focus, self.language)
        for clause, group in vicinity(self.p, self.clause, self.cue):
            found = [f for phrase in group for f in taker.sure(clause, phrase, role.type)]
            if found:
                yield from (replace(f, verbal=True) for f in found)
                return

    def _solely(self) -> Iterator[Filler]:
        """The topic, where a new product is named that can be no other company's: none is named beside it."""
        mention = self.cue.phrase.mention if self.cue.phrase is not None else None
        topic = self.focus.topic or self._acting()
        if mention is None or mention.id or topic is None or topic.kind != "Company":
            return
        others = {m.name for m in self.p.mentions if m.kind in ("Company", "NewsOrganization", "Person")} - {topic.name}
        known = any(m.name == mention.name for m in self.focus.seen)
        if not others and not known and self.cue.phrase is not None and self.cue.first < mention.first:
            yield Filler("Company", self.cue.first, self.cue.first, topic.name, topic.id, here=False)

    def _there(self) -> Iterator[Filler]:
        """«dort», «dorthin»: the place named last."""
        words = self.language.grammar["there"]
        at = next((i for i in self.clause.tokens if self.p.tokens[i].text.lower() in words), None)
        if at is not None:
            own = set(self.clause.tokens)
            before = [
                m for m in self.p.mentions if m.last < at and m.kind == "Place" and m.first not in own and not m.rest
            ]
            seen = [m for m in before if not m.adjective] or [m for m in self.focus.seen if m.kind == "Place"]
            yield from (Filler("Place", at, at, m.name, m.id) for m in seen[-1:])

    def _acting(self) -> Mention | None:
        """The company that is subject of the first main clause: the topic of a text that has only begun."""
        main = next((c for c in self.p.clauses if c.kind == "main"), None)
        phrase = subject(self.p, main) if main is not None else None
        return (
            phrase.mention
            if phrase is not None and phrase.mention is not None and phrase.mention.kind == "Company"
            else None
        )
