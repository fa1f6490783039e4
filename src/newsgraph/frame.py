"""Frames over clauses: a cue opens a frame, its roles are filled from their slots (newsgraph.slot) by type (newsgraph.taker)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from newsgraph.clause import Clause
from newsgraph.cue import Cue, opened
from newsgraph.deed import deeds, has_purpose
from newsgraph.filler import CLASSES, QUANTITIES, VERBAL, Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse, subject
from newsgraph.pattern import Frame, Role
from newsgraph.reference import Focus
from newsgraph.slot import slot
from newsgraph.taker import Taker

LOOSE = ("any", "subject", "object")  # slots that may hold several sums, of which the nearest is meant
SPECIAL = ("topic", "hidden", "raiser", "recent", "just", "governed", "cue", "deed", "there")


def events(p: Parse, clause: Clause, frames: tuple[Frame, ...], focus: Focus, language: Language) -> Iterator[Event]:
    """The frames that a clause opens, each with its roles filled."""
    for frame, cue in opened(p, clause, frames, language):
        if not p.quantities and _counts(frame):
            continue
        event = _Filling(p, clause, frame, cue, focus, language, Taker(p, clause, frame, cue, focus, language)).event()
        if event is not None:
            yield event


@lru_cache(1000)
def _counts(frame: Frame) -> bool:
    """Whether a need of the frame can be met by a quantity only."""
    figures = {
        r.name for r in frame.roles if r.type in (*QUANTITIES, "staff", "majority") and not {*r.slots} & {*SPECIAL}
    }
    return any(figures.issuperset(group) for group in frame.needs)


@lru_cache(1000)
def _decided(frame: Frame) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """For each role of a frame the needs that are met or not once it is filled: what lacks one is given up there."""
    names = [role.name for role in frame.roles]
    last = [max((names.index(r) for r in group if r in names), default=0) for group in frame.needs]
    return tuple(tuple(g for g, at in zip(frame.needs, last, strict=True) if at == i) for i in range(len(names)))


@dataclass(slots=True)
class _Filling:
    """One frame at one cue: finds the fillers of its roles."""

    p: Parse
    clause: Clause
    frame: Frame
    cue: Cue
    focus: Focus
    language: Language
    taker: Taker

    def event(self) -> Event | None:
        roles: dict[str, tuple[Filler, ...]] = {}
        taken: set[str] = set()
        for role, decided in zip(self.frame.roles, _decided(self.frame), strict=True):
            fillers = self._fill(role, taken)
            if fillers:
                roles[role.name] = fillers
                taken |= {f.name for f in fillers if f.name}
            for group in decided:
                if roles.keys().isdisjoint(group):
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
        verbal = self.cue.phrase is None or name in VERBAL
        for clause, phrase in slot(self.p, self.clause, self.cue, name):
            for filler in self.taker.take(clause, phrase, role.type, name):
                yield replace(filler, verbal=True) if verbal else filler

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
        if name == "deed":
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
        elif (topic := self.focus.topic or self._acting()) is not None and (topic.kind or "Company") in CLASSES.get(
            role.type, ()
        ):
            yield Filler(topic.kind or "Company", at, at, topic.name, topic.id, here=False)

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
