"""A sentence while its rules are read: who rules in which clause, who is bound already, and the events that come of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsgraph.aftermath import filler
from newsgraph.bound import Bound
from newsgraph.byname import law_called
from newsgraph.clause import Clause
from newsgraph.filler import Event, Filler
from newsgraph.force import BINDS, frame
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.participant import Participant
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.relative import antecedent
from newsgraph.ruler import LAW, is_law, is_plain, rulers
from newsgraph.wordlist import PRODUCTS

Ruler = tuple[Filler, Phrase]


@dataclass(slots=True)
class RuleReading:
    """A sentence while its rules are read; `done` holds the pairs of ruler and bound that are."""

    p: Parse
    focus: Focus
    language: Language
    done: set[tuple[str, str]] = field(default_factory=set)
    found: Sequence[Participant] = ()
    aliases: Sequence[Event] = ()  # other names right behind those of laws
    by_clause: dict[int, list[Ruler]] = field(default_factory=dict)

    @property
    def bound(self) -> Bound:
        return Bound(self.p, self.language, self.found)

    @property
    def table(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = self.language.grammar["restriction"]
        return found

    def rulers(self, clause: Clause) -> list[Ruler]:
        """Who rules in a clause, found once."""
        if clause.index not in self.by_clause:
            found = self.by_clause[clause.index] = list(self._rulers(clause))
            if laws := [
                (r, f.det) for r, f in found if is_law(r) and not f.pronoun and f.det not in self.language.det.its_law
            ]:
                self.focus.ruling = self.p.sentence.index, *laws[-1]
        return self.by_clause[clause.index]

    def _rulers(self, clause: Clause) -> Iterator[Ruler]:
        """Who rules in a clause; what is only another name of a law is that law, once."""
        for found, phrase in rulers(self.p, clause, self.language, self.focus):
            law = law_called(self.aliases, found.first, found.last)
            if law is None or phrase not in self.p.phrases[clause.index]:
                yield found if law is None else law, phrase
        above = antecedent(self.p, clause) if self.aliases and clause.kind == "relative" else None
        if above is not None and (above[1].mention is None or above[1].mention.kind != LAW):
            law = law_called(
                self.aliases, above[1].head, above[1].head
            )  # «die Verordnung, kurz VKM, die Labore zwingt»
            yield from [(law, above[1])] if law is not None else []

    def last_made(self) -> Mention | None:
        """The product that the text named last."""
        return next((m for m in reversed(self.focus.seen) if m.kind in PRODUCTS), None)

    def plain(self, ruling: Filler, phrase: Phrase) -> bool:
        """Whether it is a noun for a rule that names none («die Auflagen»)."""
        return ruling.kind == "rule" and is_plain(self.p.tokens[phrase.head].text, self.language)

    def binds(
        self, clause: Clause, ruling: Filler, phrase: Phrase, whom: list[Participant], kind: str, *, name: str = BINDS
    ) -> Iterator[Event]:
        """The rule that `ruling` gives those of `whom` that it was not said yet to bind."""
        yield from self.event(clause, ruling, phrase, [filler(x) for x in whom], kind, name=name)

    def event(
        self, clause: Clause, ruling: Filler, phrase: Phrase | None, whom: list[Filler], kind: str, *, name: str = BINDS
    ) -> Iterator[Event]:
        """The same of fillers, be they who is bound or what the rule is about."""
        new = [f for f in whom if (ruling.name, f.name) not in self.done and f.name != ruling.name]
        if not new:
            return
        self.done |= {(ruling.name, f.name) for f in new}
        role = "rule" if is_law(ruling) else "enactor"
        here = phrase.head if phrase is not None else clause.first
        roles = {role: (ruling,), "affected": tuple(new)}
        if role == "enactor":
            self.focus.struck = self.p.sentence.index, tuple(new)
        chosen = frame(name, "" if role == "rule" else kind)
        yield Event(chosen, self.p.sentence.index, clause.index, here, here, roles)
