"""Frames over clauses: a cue opens a frame, its roles are filled from their slots (newsgraph.slot) by type."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from newsgraph.clause import Clause
from newsgraph.cue import Cue, is_cue, opened
from newsgraph.filler import CLASSES, DEFAULTS, VERBAL, Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse, is_time, subject
from newsgraph.pattern import Frame, Role
from newsgraph.phrase import Phrase, adjacent
from newsgraph.reference import Focus
from newsgraph.sentence import Token
from newsgraph.slot import slot
from newsgraph.time_resolution import duration

LOOSE = ("any", "subject", "object")  # slots that may hold several sums, of which the nearest is meant
SPECIAL = ("topic", "hidden", "raiser", "recent", "cue")
NAMES = ("another-name", "nameable", "market", "acronym")
QUANTITIES = ("money", "count", "percent")


def events(p: Parse, clause: Clause, frames: tuple[Frame, ...], focus: Focus, language: Language) -> Iterator[Event]:
    """The frames that a clause opens, each with its roles filled."""
    for frame, cue in opened(p, clause, frames, language):
        event = _Filling(p, clause, frame, cue, focus, language).event()
        if event is not None:
            yield event


def base_form(token: Token) -> str:
    """A noun without the ending that its lemma lacks: «Verbots» → «Verbot»."""
    lemma = token.lemma
    return token.text[: len(lemma)] if token.text.lower().startswith(lemma.lower()) else token.text


def is_acronym(text: str, p: Parse, clause: Clause) -> bool:
    """Whether capitals stand, in order, for the name right before the brackets («Alpha Beta Gesellschaft (ABG)»)."""
    before = next((m for m in p.mentions if m.last + 2 == clause.first), None)
    if before is None or not (text.isupper() and 2 <= len(text) <= 6 and text.isalpha()):
        return False
    initials = iter(before.name.lower())
    return before.name.lower().startswith(text[0].lower()) and all(c in initials for c in text.lower())


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
        roles: dict[str, tuple[Filler, ...]] = {}
        taken: set[str] = set()
        for role in self.frame.roles:
            fillers = self._fill(role, taken)
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
        verbal = self.cue.phrase is None or name in VERBAL
        for clause, phrase in slot(self.p, self.clause, self.cue, name):
            for filler in self._typed(clause, phrase, role.type, name):
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
        if name == "cue":
            yield Filler("text", at, self.cue.last, name=self.p.tokens[at].text)
        elif name == "recent":
            if self.focus.recent(role.type, self.p.sentence.index):
                yield Filler(role.type, at, at, here=False)
        elif (topic := self.focus.topic or self._acting()) is not None and (topic.kind or "Company") in CLASSES.get(
            role.type, ()
        ):
            yield Filler(topic.kind or "Company", at, at, topic.name, topic.id, here=False)

    def _acting(self) -> Mention | None:
        """The company that is subject of the first main clause: the topic of a text that has only begun."""
        main = next((c for c in self.p.clauses if c.kind == "main"), None)
        phrase = subject(self.p, main) if main is not None else None
        return (
            phrase.mention
            if phrase is not None and phrase.mention is not None and phrase.mention.kind == "Company"
            else None
        )

    def _typed(self, clause: Clause, phrase: Phrase, kind: str, name: str) -> Iterator[Filler]:
        """The phrase as a filler of this type, if it can be one."""
        if kind == "goods":
            if phrase.mention is None and phrase.quantity is None and not phrase.pronoun and phrase.det:
                yield Filler("text", phrase.first, phrase.last, name=self.p.head(phrase).text)
        elif kind == "majority":
            yield from (f for f in self._quantity(phrase, "percent") if f.quantity is not None and f.quantity.size > 50)
        elif kind in QUANTITIES or kind == "staff":
            yield from self._quantity(phrase, kind)
        elif name == "nationality":
            yield from self._nationality(phrase, kind)
        elif kind in ("thing", "text"):
            measure = self.p.head(phrase).lemma in self.language.grammar["measure_nouns"] or is_time(self.p, phrase)
            place = (
                phrase.mention is not None and phrase.mention.kind == "Place" and phrase.mention.first <= phrase.head
            )
            if phrase.quantity is None and not phrase.pronoun and not measure and not (place and kind == "thing"):
                yield Filler("text", phrase.first, self._whole(clause, phrase), name=self.p.head(phrase).text)
        elif kind in ("facility", "facility-event"):
            yield from self._facility(clause, phrase, kind)
        elif kind in ("investment", "round", "deal"):
            if self._means_investment(clause, phrase, kind):
                yield Filler(kind, phrase.first, phrase.last)
        elif kind == "rule":
            yield from self._rule(phrase)
        elif kind == "duration":
            yield from self._days(phrase)
        elif kind in NAMES:
            yield from self._name(phrase, kind, name)
        elif name in ("owner", "compound") and phrase is self.cue.phrase:
            yield from self._possessor(phrase, kind)
        elif not (name == "self" and phrase.mention is None and DEFAULTS.get(kind) == "Product"):
            yield from self._named(phrase, kind)  # «seine Apps» is no product of that name

    def _quantity(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        q = phrase.quantity
        if q is not None and (
            q.role in ("old", "wrong", "difference") or (q.role and self.frame.relation != "measurement")
        ):
            return  # a figure that no longer holds, a price, a change
        if kind == "staff":
            if q is not None and q.unit in self.language.grammar["staff_nouns"] and not q.is_money:
                yield Filler("count", phrase.first, phrase.last, quantity=q)
        elif (
            q is not None
            and q.unit != "difference"
            and q.size > 0
            and q.converted_from is None
            and kind == ("money" if q.is_money else "percent" if q.unit == "percent" else "count")
        ):
            yield Filler(kind, phrase.first, phrase.last, quantity=q)

    def _whole(self, clause: Clause, phrase: Phrase) -> int:
        """The last token of a phrase with what hangs on it: «Ausbau der Werke in Wien»."""
        last = phrase.last
        for other in self.p.phrases[clause.index]:
            near = adjacent(self.p.tokens, last, other.first)
            if near and (
                other.link == "genitive"
                or (other.prep in ("von", "in", "für", "zu", "bei", "an") and other.quantity is None)
            ):
                last = other.last
        return last

    def _facility(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """A plant, a data centre, a site; as an event only where one has just been spoken of."""
        if phrase.quantity is None and is_cue(
            self.p.head(phrase).text, frozenset(self.language.grammar["facility_nouns"]), self.language
        ):
            if kind == "facility":
                yield Filler("text", phrase.first, self._whole(clause, phrase), name=self.p.head(phrase).text)
            elif self.focus.recent("investment", self.p.sentence.index):
                yield Filler("investment", phrase.first, phrase.last)

    def _nationality(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """The country (or city) whose adjective stands in the phrase: «das französische Start-up», «US-Konzern»."""
        for mention in self.p.mentions:
            if (
                mention.adjective
                and phrase.first <= mention.first <= phrase.head
                and (not mention.rest or mention.first == phrase.head)
            ):
                is_city = self.language.places[mention.name].kind in ("city", "state", "region")
                if is_city == (kind == "city"):
                    yield Filler("Place", mention.first, mention.last, mention.name, mention.id)

    def _rule(self, phrase: Phrase) -> Iterator[Filler]:
        """A law, order or ban: named, or by its noun."""
        mention = phrase.mention
        if mention is not None and mention.kind == "Regulation":
            yield Filler("Regulation", phrase.first, phrase.last, mention.name, mention.id)
        elif (
            phrase.quantity is None
            and not phrase.pronoun
            and self.language.nouns.class_of(self.p.head(phrase).text) == "Regulation"
        ):
            yield Filler("rule", phrase.first, phrase.last, base_form(self.p.head(phrase)))

    def _days(self, phrase: Phrase) -> Iterator[Filler]:
        """«um 75 Tage»: an xsd:duration."""
        for time in self.p.times:
            if phrase.first <= time.last and time.first <= phrase.last and (length := duration(time)):
                yield Filler("duration", phrase.first, phrase.last, name=length)

    def _name(self, phrase: Phrase, kind: str, name: str) -> Iterator[Filler]:
        """What is named («die App» in «so heißt die App Alpha»), the name, or the market in which it goes by it."""
        mention = phrase.mention
        if kind == "nameable":
            own = mention if name == "bracketed" else None
            behind = (
                own
                or self._product(phrase)
                or self.focus.of(self.p, phrase, bare=mention is not None and mention.first > phrase.head)
            )
            if behind is not None and behind.kind in ("App", "Product", "Chip", "Company") and not behind.rest:
                yield Filler(behind.kind, phrase.first, phrase.last, behind.name, behind.id)
        elif kind == "market":
            yield from self._market(phrase)
        elif (
            mention is not None
            and not mention.adjective
            and not mention.rest
            and mention.kind not in ("Place", "Person")
        ) and (kind == "another-name" or is_acronym(mention.name, self.p, self.clause)):
            yield Filler("text", mention.first, mention.last, name=mention.name)

    def _product(self, phrase: Phrase) -> Mention | None:
        """The product that «er», «sie» or «die App» stands for: the one named most, of several the last."""
        if phrase.mention is not None and phrase.mention.first == phrase.head and not phrase.pronoun:
            return None
        kinds = (
            set(CLASSES["maker's"])
            if phrase.pronoun
            else set(self.language.nouns.refers_to(self.p.head(phrase).text)) & set(CLASSES["maker's"])
        )
        before = [m for m in (*self.focus.seen, *self.p.mentions) if m.kind in kinds and m.first != phrase.last]
        if phrase.pronoun:
            return before[-1] if before else None
        return max(reversed(before), key=lambda m: sum(b.name == m.name for b in before), default=None)

    def _market(self, phrase: Phrase) -> Iterator[Filler]:
        """«in Japan», «auf dem chinesischen Markt»."""
        for mention in self.p.mentions:
            if mention.kind == "Place" and phrase.first <= mention.first <= phrase.last and not mention.rest:
                yield Filler("Place", mention.first, mention.last, mention.name, mention.id)

    def _possessor(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """Whose thing the cue's phrase speaks of: «Alpha-Apps», «seine Produkte»."""
        owner = (
            phrase.mention
            if phrase.mention is not None and phrase.mention.rest and not phrase.mention.adjective
            else None
        )
        if owner is None and phrase.det.startswith(("sein", "ihr", "deren", "dessen")):
            owner = self.focus.possessor(self.p, self.clause, phrase)
        if owner is not None and (owner.kind or DEFAULTS.get(kind)) in CLASSES.get(kind, ()):
            yield Filler(owner.kind or DEFAULTS[kind], phrase.first, phrase.last, owner.name, owner.id)

    def _means_investment(self, clause: Clause, phrase: Phrase, kind: str) -> bool:
        """A noun that refers to an investment («das Vorhaben», «die Runde»), or the sum before a relative clause."""
        kinds = set(self.language.nouns.refers_to(self.p.head(phrase).text))
        if kind == "deal":
            return bool({"Acquisition"} & kinds) and phrase.quantity is None and phrase.mention is None
        wanted = (
            {"FundingRound"} if kind == "round" else {"Investment", "MonetaryAmount", "FundingRound", "Acquisition"}
        )
        refers = bool(wanted & kinds) and phrase.quantity is None and phrase.mention is None
        return refers or (clause is not self.clause and phrase.quantity is not None and phrase.quantity.is_money)

    def _named(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        mention: Mention | None = self.focus.of(self.p, phrase)
        if mention is None or mention.adjective:
            return
        place = kind == "place" and phrase.prep in ("in", "aus", "nach", "bei")
        if kind == "user-thing" and self.language.speech.source(self.p.head(phrase).text) in ("expert", "media"):
            return  # who counts is not what is counted
        actual = mention.kind or ("Place" if place else DEFAULTS.get(kind, ""))
        if kind == "buyer" and actual == "Person" and phrase.mention is None:
            return  # a pronoun seldom buys a company
        if not mention.kind and self.cue.phrase is phrase and kind != "maker's":
            return  # what its own phrase is, only a class that is known can say
        if actual in CLASSES.get(kind, ()):
            yield Filler(actual, phrase.first, phrase.last, mention.name, mention.id)
