"""Frames over clauses: a cue opens a frame, its roles are filled from their slots (newsgraph.slot) by type (newsgraph.taker)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsgraph.bystander import acts_unnamed, near, shares
from newsgraph.clause import Clause
from newsgraph.cue import Cue, opened
from newsgraph.deed import deeds, has_purpose
from newsgraph.filler import CLASSES, QUANTITIES, VERBAL, Event, Filler
from newsgraph.former import is_former
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse, objects, subject
from newsgraph.pattern import Frame, Role
from newsgraph.phrase import Phrase
from newsgraph.reference import DEFINITE, Focus
from newsgraph.slot import slot
from newsgraph.taker import Taker
from newsgraph.vicinity import vicinity

LOOSE = ("any", "subject", "object")  # slots that may hold several sums, of which the nearest is meant
SPECIAL = (
    "vicinity",
    "last",
    "topic",
    "hidden",
    "raiser",
    "recent",
    "just",
    "governed",
    "cue",
    "deed",
    "there",
    "sum",
    "near",
    "unsaid",
    "open",
    "shares",
    "it",
    "fining",
    "dealt",
    "alone",
)


def events(p: Parse, clause: Clause, frames: tuple[Frame, ...], focus: Focus, language: Language) -> Iterator[Event]:
    """The frames that a clause opens, each with its roles filled."""
    for frame, cue in opened(p, clause, frames, language):
        event = _Filling(p, clause, frame, cue, focus, language).event()
        if event is not None:
            yield event


def partial(p: Parse, clause: Clause, frames: tuple[Frame, ...], focus: Focus, language: Language) -> Iterator[Event]:
    """The frames that a clause opens with the roles that could be filled, whether or not those that it needs are among them."""
    for frame, cue in opened(p, clause, frames, language):
        roles = _Filling(p, clause, frame, cue, focus, language).roles()
        if roles:
            yield Event(frame, p.sentence.index, clause.index, cue.first, cue.last, roles)


def filled(
    p: Parse, clause: Clause, frame: Frame, cue: Cue, focus: Focus, language: Language, amount: Phrase
) -> Event | None:
    """A frame for sums, opened at a cue for the sum in the phrase `amount`."""
    return _Filling(p, clause, frame, cue, focus, language, amount).event()


@dataclass(slots=True)
class _Filling:
    """One frame at one cue: finds the fillers of its roles."""

    p: Parse
    clause: Clause
    frame: Frame
    cue: Cue
    focus: Focus
    language: Language
    amount: Phrase | None = None

    def event(self) -> Event | None:
        if self.cue.phrase is not None and is_former(self.p, self.cue.phrase, self.language):
            return None
        roles = self.roles()
        if not all(any(r in roles for r in group) for group in self.frame.needs):
            return None
        return Event(self.frame, self.p.sentence.index, self.clause.index, self.cue.first, self.cue.last, roles)

    def roles(self) -> dict[str, tuple[Filler, ...]]:
        """The roles that can be filled."""
        roles: dict[str, tuple[Filler, ...]] = {}
        taken: set[str] = set()
        for role in self.frame.roles:
            fillers = self._fill(role, taken)
            if fillers:
                roles[role.name] = fillers
                taken |= {f.name for f in fillers if f.name}
        return roles

    def _fill(self, role: Role, taken: set[str]) -> tuple[Filler, ...]:
        """The fillers of the first slot that has any; what fills one role fills no other."""
        for name in role.slots:
            every = dict.fromkeys(self._special(name, role, taken) if name in SPECIAL else self._in_slot(name, role))
            if role.name == "investor" and (self.frame.relation == "investment" or self.cue.phrase is not None):
                every = dict.fromkeys(self.focus.acting_for(f) for f in every)
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
        taker = Taker(self.p, self.clause, self.frame, self.cue, self.focus, self.language)
        for clause, phrase in slot(self.p, self.clause, self.cue, name):
            for filler in taker.take(clause, phrase, role.type, name):
                yield replace(filler, verbal=verbal)

    def _special(self, name: str, role: Role, taken: set[str]) -> Iterator[Filler]:
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
        if name == "sum":
            if self.amount is not None:
                yield Filler("money", self.amount.first, self.amount.last, quantity=self.amount.quantity)
        elif name == "near":
            if role.name != "investor" or not acts_unnamed(self.p, self.clause, self.language):
                yield from near(self.p, self.clause, self.cue, role.type, self.language, frozenset(taken))
        elif name == "shares":
            yield from shares(self.p, self.clause, self.language)
        elif name == "dealt":
            if self.focus.dealt is not None and self.p.sentence.index - self.focus.dealt[0] <= 4:
                yield replace(self.focus.dealt[1], first=at, last=at, here=False)
        elif name == "it":
            yield from self._it(role, taken)
        elif name == "fining":
            if self.focus.fining is not None and self.p.sentence.index - self.focus.fining[0] <= 2:
                yield replace(self.focus.fining[1], first=at, last=at, here=False)
        elif name == "open":
            if self.focus.recent(role.type, self.p.sentence.index, open_=True):
                yield Filler(role.type, at, at, here=False)
        elif name == "alone":
            if not any(f.prep == "für" for f in self.p.phrases[self.clause.index]):
                yield from self._special("topic", role, taken)
        elif name == "unsaid" and not acts_unnamed(self.p, self.clause, self.language):
            yield from self._special("topic", role, taken)
        elif name == "unsaid":
            return
        elif name == "vicinity":
            yield from self._near(role)
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

    def _it(self, role: Role, taken: set[str]) -> Iterator[Filler]:
        """«hatte das Studio für 9 Millionen Euro übernommen»: an object that only tells what is known already means the topic."""
        at = self.cue.first
        known = [
            f
            for f in (*objects(self.p, self.clause), *(f for f in self.p.phrases[self.clause.index] if f.prep == "für"))
            if f.mention is None and f.quantity is None and not f.link and self._stands_for(f)
        ]
        meant = [self.focus.topic] if known else []
        if known and known[0].pronoun and self.clause.parent is not None:
            host = subject(self.p, self.p.clauses[self.clause.parent])
            meant = [host.mention if host is not None else None, *meant]
        for m in meant:
            if m is not None and m.name not in taken and (m.kind or "Company") in CLASSES[role.type]:
                yield Filler(m.kind or "Company", at, at, m.name, m.id, here=False)
                return

    def _near(self, role: Role) -> Iterator[Filler]:
        """What stands nearest to the cue and is surely of the type, with what is listed with it."""
        taker = Taker(self.p, self.clause, self.frame, self.cue, self.focus, self.language)
        for clause, group in vicinity(self.p, self.clause, self.cue):
            found = [f for phrase in group for f in taker.sure(clause, phrase, role.type)]
            if found:
                yield from (replace(f, verbal=True) for f in found)
                return

    def _stands_for(self, phrase: Phrase) -> bool:
        """Whether a phrase can mean a company known already: a pronoun, «das Studio»."""
        kind = self.language.nouns.class_of(self.p.head(phrase).text)
        return phrase.pronoun or (phrase.det in DEFINITE and kind in CLASSES["owned"])

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
