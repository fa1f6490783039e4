"""Frames over clauses: a cue opens a frame, its roles are filled by slot and type.

Slots of a verb cue: subject, object, dative, agent and patient (turned round in the passive), a preposition, any.
Slots of a noun cue: genitive (also «Alphas …»), compound («Alpha-…»), host (the name it describes), a preposition after it.
Both: topic (the company the text speaks of), antecedent, and clause:um (the words of an «um … zu» clause).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.lexicon import forms
from newsgraph.mention import Mention
from newsgraph.parse import Parse, antecedent, datives, objects, subject, with_list
from newsgraph.pattern import Frame, Role
from newsgraph.phrase import Phrase
from newsgraph.quantity import Quantity
from newsgraph.reference import Focus

CLASSES = {
    "agent": ("Company", "NewsOrganization", "PublicBody", "Person"), "company": ("Company", "NewsOrganization"), "person": ("Person",),
    "product": ("App", "Chip", "Product"), "app": ("App",), "chip": ("Chip",), "body": ("PublicBody",), "place": ("Place",),
    "media": ("NewsOrganization",), "regulation": ("Regulation",),
}  # fmt: skip
DEFAULTS = {"agent": "Company", "company": "Company", "person": "Person", "product": "Product", "app": "App", "chip": "Chip", "media": "NewsOrganization"}


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role: a name (with the class it has here), a quantity, or a phrase's words; tokens `first` to `last`."""

    kind: str
    first: int
    last: int
    name: str = ""
    id: str = ""
    quantity: Quantity | None = None
    known: bool = False
    here: bool = True


@dataclass(frozen=True)
class Event:
    """A frame found in a clause, with its roles; `first` and `last` are the tokens of the cue."""

    frame: Frame
    sentence: int
    clause: int
    first: int
    last: int
    roles: dict[str, tuple[Filler, ...]]

    def all(self) -> Iterator[Filler]:
        for fillers in self.roles.values():
            yield from fillers

    @property
    def span(self) -> tuple[int, int]:
        """The tokens from the first to the last that the event was read from, in its own sentence."""
        own = [(f.first, f.last) for f in self.all() if f.here]
        return min([self.first, *(a for a, _ in own)]), max([self.last, *(b for _, b in own)])


Resolve = Callable[[Parse, Phrase], Filler | None]


def events(p: Parse, clause: Clause, frames: Iterable[Frame], focus: Focus, language: Language) -> Iterator[Event]:
    """The frames that a clause opens, each with its roles filled."""
    words = {p.tokens[i].text.lower() for i in clause.tokens}
    lemmas = words | {p.tokens[i].lemma.lower() for i in clause.tokens}
    for frame in frames:
        if frame.not_with & lemmas or frame.words and not set(frame.words) & lemmas:
            continue
        for cue in _cues(p, clause, frame):
            event = _Filling(p, clause, frame, cue, focus, language).event()
            if event is not None:
                yield event


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a frame was opened: tokens, and the phrase where it is a noun."""

    first: int
    last: int
    phrase: Phrase | None = None


def _cues(p: Parse, clause: Clause, frame: Frame) -> Iterator[Cue]:
    verb = clause.verb
    if verb.at is not None and verb.lemma in frame.verbs:
        yield Cue(verb.at, verb.at)
    if frame.nouns:
        for phrase in p.phrases[clause.index]:
            head = p.head(phrase)
            if head.is_a("NN", "NE") and _is_cue(head.text, frame.nouns):
                yield Cue(phrase.head, phrase.head, phrase)
    if not frame.verbs and not frame.nouns and frame.words:
        at = next(i for i in clause.tokens if {p.tokens[i].text.lower(), p.tokens[i].lemma.lower()} & set(frame.words))
        yield Cue(at, at)


def _is_cue(noun: str, nouns: frozenset[str]) -> bool:
    """Whether a noun is one of these; "-xyz" stands for all compounds that end so."""
    for form in forms(noun):
        if form in nouns or any(n[0] == "-" and form.endswith(n[1:]) and len(form) > len(n) for n in nouns):
            return True
    return False


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
        taken: set[tuple[int, int]] = set()
        for role in self.frame.roles:
            fillers = self._fill(role, taken)
            if fillers:
                roles[role.name] = fillers
                taken |= {(f.first, f.last) for f in fillers if f.here}
        if not all(any(r in roles for r in group) for group in self.frame.needs):
            return None
        return Event(self.frame, self.p.sentence.index, self.clause.index, self.cue.first, self.cue.last, roles)

    def _fill(self, role: Role, taken: set[tuple[int, int]]) -> tuple[Filler, ...]:
        """The fillers of the first slot that has any."""
        for slot in role.slots:
            if slot == "topic":
                topic = self.focus.topic
                if topic is not None and topic.kind in CLASSES.get(role.type, ()):
                    return (Filler(topic.kind, self.cue.first, self.cue.first, topic.name, topic.id, here=False),)
                continue
            found = [f for clause, phrase in self._slot(slot) for f in self._typed(clause, phrase, role.type)]
            found = [f for f in dict.fromkeys(found) if (f.first, f.last) not in taken]
            if found:
                return tuple(found)
        return ()

    def _slot(self, slot: str) -> Iterator[tuple[Clause, Phrase]]:
        """The phrases in a slot, those listed with them included."""
        for clause, phrase in self._heads(slot):
            for member in with_list(self.p, clause, phrase):
                yield clause, member
                yield from ((clause, f) for f in self.p.phrases[clause.index] if self._exemplifies(f, member))

    def _exemplifies(self, phrase: Phrase, generic: Phrase) -> bool:
        """«Konkurrenten wie Alpha und Beta»"""
        return phrase.prep == "wie" and generic.mention is None and phrase.first == generic.last + 1

    def _heads(self, slot: str) -> Iterator[tuple[Clause, Phrase]]:
        p, clause = self.p, self.clause
        if slot == "subject" or slot == ("patient" if clause.verb.passive else "agent"):
            yield from self._subject(clause)
        elif slot == "object" or slot == "patient":
            yield from ((clause, f) for f in objects(p, clause))
        elif slot == "agent":
            yield from ((clause, f) for f in p.phrases[clause.index] if f.prep in ("von", "durch") and f.link != "list")
        elif slot == "dative":
            yield from ((clause, f) for f in datives(p, clause))
        elif slot == "any":
            yield from ((clause, f) for f in p.phrases[clause.index])
        elif slot == "antecedent":
            if clause.kind == "relative" and (found := antecedent(p, clause)):
                yield found
        elif slot in ("genitive", "compound", "host"):
            yield from self._of_noun(slot)
        else:
            yield from self._prepositional(slot)

    def _subject(self, clause: Clause, depth: int = 0) -> Iterator[tuple[Clause, Phrase]]:
        """The subject, also where another clause names it: infinitives, joined clauses, relative pronouns."""
        own = subject(self.p, clause) if clause.kind != "infinitive" else None
        if own is not None and own.pronoun and clause.kind == "relative" and (found := antecedent(self.p, clause)):
            yield found
        elif own is not None and not (clause.joined and own.quantity is not None):
            yield clause, own
        elif depth < 4 and (host := self._host(clause)) is not None:
            yield from self._subject(host, depth + 1)

    def _host(self, clause: Clause) -> Clause | None:
        if clause.joined and clause.index:
            return self.p.clauses[clause.index - 1]
        return self.p.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None

    def _of_noun(self, slot: str) -> Iterator[tuple[Clause, Phrase]]:
        cue = self.cue.phrase
        if cue is None:
            return
        if slot in ("compound", "host"):
            yield self.clause, cue
            if slot == "host" and cue.link == "apposition" and cue.to is not None:
                yield self.clause, self.p.phrases[self.clause.index][cue.to]
            return
        for phrase in self.p.phrases[self.clause.index]:
            if phrase.to == cue.index and phrase.link in ("genitive", "possessor"):
                yield self.clause, phrase

    def _prepositional(self, prep: str) -> Iterator[tuple[Clause, Phrase]]:
        for phrase in self.p.phrases[self.clause.index]:
            if phrase.prep == prep and phrase.link != "list" and self._reaches(phrase):
                yield self.clause, phrase
        if self.clause.kind == "relative" and (found := antecedent(self.p, self.clause)):
            first = self.p.phrases[self.clause.index][:1]
            if first and first[0].pronoun and first[0].prep == prep:
                yield found

    def _reaches(self, phrase: Phrase) -> bool:
        """Behind a noun cue a phrase must follow it before the next verb."""
        if self.cue.phrase is None:
            return True
        between = range(self.cue.last + 1, phrase.first)
        return phrase.first > self.cue.last and not any(self.p.tokens[i].is_a("VV(FIN)", "VA(FIN)", "VM(FIN)") for i in between)

    def _typed(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """The phrase as a filler of this type, if it can be one."""
        q = phrase.quantity
        if kind in ("money", "count", "percent"):
            if q is not None and q.converted_from is None and kind == ("money" if q.is_money else "percent" if q.unit == "percent" else "count"):
                yield Filler(kind, phrase.first, phrase.last, quantity=q)
        elif kind in ("thing", "text"):
            if q is None and not phrase.pronoun and self.p.head(phrase).lemma not in self.language.grammar["measure_nouns"]:
                yield Filler("text", phrase.first, self._whole(clause, phrase), name=self.p.head(phrase).text)
        elif kind == "year":
            if (year := self._year(phrase)) is not None:
                yield Filler("year", phrase.first, phrase.last, name=year)
        elif kind == "investment":
            if self._means_investment(clause, phrase):
                yield Filler("event", phrase.first, phrase.last)
        elif kind == "owner":
            yield from self._owner(phrase)
        else:
            yield from self._named(phrase, kind)

    def _whole(self, clause: Clause, phrase: Phrase) -> int:
        """The last token of a phrase with what hangs on it: «Ausbau der Werke in Wien»."""
        last = phrase.last
        for other in self.p.phrases[clause.index]:
            near = other.first == last + 1
            if near and (other.link == "genitive" or other.prep in ("von", "in", "für", "zu", "bei", "an") and other.quantity is None):
                last = other.last
        return last

    def _owner(self, phrase: Phrase) -> Iterator[Filler]:
        """Whose products a phrase speaks of: «Alpha-Apps», «seine Produkte»."""
        owner = compound_owner(phrase)
        if owner is None and phrase.det.startswith(("sein", "ihr")):
            owner = self.focus.topic
        if owner is not None and owner.kind in ("", "Company"):
            yield Filler(owner.kind or "Company", phrase.first, phrase.last, owner.name, owner.id, known=bool(owner.id))

    def _means_investment(self, clause: Clause, phrase: Phrase) -> bool:
        """A noun that refers to an investment («das Vorhaben», «die Milliarden»)."""
        kinds = self.language.nouns.refers_to(self.p.head(phrase).text)
        refers = bool({"Investment", "MonetaryAmount", "FundingRound", "Acquisition"} & set(kinds)) and phrase.quantity is None
        return refers or clause is not self.clause and phrase.quantity is not None and phrase.quantity.is_money

    def _year(self, phrase: Phrase) -> str | None:
        text = self.p.tokens[phrase.last].text
        following = self.p.tokens[phrase.last + 1].text if phrase.last + 1 < len(self.p.tokens) else ""
        for word in (text, following):
            if word.isdigit() and len(word) == 4 and word[:2] in ("19", "20"):
                return word
        return None

    def _named(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        mention = self.focus.of(self.p, phrase)
        if mention is None and kind == "name" and phrase.mention is not None:
            mention = phrase.mention
        if mention is None or mention.adjective:
            return
        allowed = CLASSES.get(kind, ())
        actual = mention.kind or DEFAULTS.get(kind, "")
        if kind != "name" and actual not in allowed:
            return
        here = mention is phrase.mention
        first = mention.first if here else phrase.first
        yield Filler(actual, min(first, phrase.first) if here else phrase.first, phrase.last, mention.name, mention.id, known=bool(mention.id))


def compound_owner(phrase: Phrase) -> Mention | None:
    """The name in front of a compound («Alpha-Chips»)."""
    return phrase.mention if phrase.mention is not None and phrase.mention.rest and not phrase.mention.adjective else None
