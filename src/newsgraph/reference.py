"""Who is meant: «das Unternehmen», «der Konzern», «es», «die Münchner» stand for the last fitting thing.

The focus of a text is the list of its mentions in the order in which they were read, subjects before the rest of a sentence
(after centering, Grosz, Joshi and Weinstein 1995, cut down to what a list can do).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse, subject
from newsgraph.phrase import Phrase

AGENTS = ("Company", "PublicBody", "NewsOrganization", "Person")
DEFINITE = ("der", "die", "das", "den", "dem", "des", "dieser", "diese", "dieses", "diesen", "diesem", "sein", "seine", "ihr", "ihre")


@dataclass(slots=True)
class Focus:
    """The mentions read so far, the newest last; `topic` is the company that the text speaks of."""

    language: Language
    seen: list[Mention] = field(default_factory=list)
    subjects: list[Mention] = field(default_factory=list)
    raiser: Any = None  # the filler of the company that the last funding round was for
    seats: list[tuple[str, Mention]] = field(default_factory=list)  # (place, company that sits there)
    money: list[tuple[str, int]] = field(default_factory=list)  # relation and sentence of each investment written

    def read(self, p: Parse) -> None:
        """Take in a sentence; what is subject of a main clause comes last, that is first in mind."""
        self.seen += [m for m in p.mentions if not m.adjective and not m.rest]
        for clause in p.clauses:
            if clause.kind == "main" and (phrase := subject(p, clause)) is not None:
                mention = self.of(p, phrase)
                if mention is not None and mention.kind in ("", *AGENTS):
                    self.subjects.append(mention)

    @property
    def topic(self) -> Mention | None:
        """The company that the text is about by now: often named, often subject, named early, subject just before."""
        weight: dict[str, float] = {}
        subjects = [m for m in self.subjects if m.kind in ("Company", "")]
        acting = {m.name for m in subjects}
        companies = [m for m in self.seen if m.kind == "Company" or not m.kind and m.name in acting]
        for mention in companies:
            weight[mention.name] = weight.get(mention.name, 0) + 1
        for mention in subjects:
            weight[mention.name] = weight.get(mention.name, 0) + 2
        for mention, bonus in ((companies[:1], 2), (subjects[:1], 2), (subjects[-1:], 2.5)):
            for m in mention:
                weight[m.name] += bonus
        best = max(weight, key=lambda name: weight[name], default=None)
        return next((m for m in companies + subjects if m.name == best), None)

    def of(self, p: Parse, phrase: Phrase, *, bare: bool = False) -> Mention | None:
        """The mention that a phrase is, or refers to; `bare` leaves out the name in it."""
        if not bare and phrase.mention is not None and not phrase.mention.adjective and not phrase.mention.rest:
            return phrase.mention
        if phrase.pronoun:
            return self._pronoun(p, phrase)
        compound = phrase.mention is not None and bool(phrase.mention.rest) and not phrase.mention.adjective
        return self._noun(p, phrase) if phrase.quantity is None and not compound else None

    def sits(self, places: Iterable[str], companies: Iterable[Mention]) -> None:
        """Remember where companies sit, so that «die Münchner» finds them."""
        self.seats += [(place, company) for place in places for company in companies]

    def recent(self, kind: str, sentence: int) -> bool:
        """Whether an investment (or a funding round) was spoken of in the last three sentences."""
        return any(sentence - at <= 3 and {"round": "funding_round", "deal": "acquisition"}.get(kind, relation) == relation for relation, at in self.money)

    def possessor(self, p: Parse, clause: Clause, phrase: Phrase) -> Mention | None:
        """Whose «sein» is: the subject of the clause, else the topic."""
        if phrase.det in ("deren", "dessen"):
            inside = [m for m in p.mentions if m.last < phrase.first and m.kind in ("", *AGENTS) and not m.adjective]
            return inside[-1] if inside else self.last(*AGENTS)
        own = subject(p, clause)
        if own is not None and own is not phrase and own.first < phrase.first and (mention := self.of(p, own)) is not None and mention.kind in ("", *AGENTS):
            return mention
        return self.topic

    def last(self, *kinds: str) -> Mention | None:
        """The newest mention of one of these classes."""
        return next((m for m in reversed(self.seen) if m.kind in kinds), None)

    def _pronoun(self, p: Parse, phrase: Phrase) -> Mention | None:
        word = p.head(phrase).text.lower()
        if word not in ("er", "sie", "es", "ihn", "ihm", "dieser", "diese", "dieses", "letzterer"):
            return None
        earlier = [m for c in p.clauses for f in p.phrases[c.index] if f.last < phrase.first and (m := f.mention) and not m.adjective and not f.link]
        agents = [m for m in earlier if m.kind in AGENTS or word in ("sie", "es") and m.kind == "App"]
        if agents:
            return agents[0]
        subjects = [m for m in self.subjects if m.kind in AGENTS]
        return subjects[-1] if subjects else None

    def _noun(self, p: Parse, phrase: Phrase) -> Mention | None:
        head = p.head(phrase)
        if phrase.det not in DEFINITE or not head.is_a("NN", "NE", "ADJ"):
            return None
        if phrase.det in ("die", "der", "den") and (place := self.language.people.get(head.text) or self.language.demonyms.get(head.text)):
            return self._from(place.name)
        for kind in self.language.nouns.refers_to(head.text):
            if kind in ("Company", "App", "Chip", "Product", "NewsOrganization", "PublicBody", "Regulation"):
                found = self._company(p, phrase) if kind == "Company" else self.last(kind)
                if found is not None:
                    return found
        return None

    def _company(self, p: Parse, phrase: Phrase) -> Mention | None:
        """The company meant: one named before in the sentence, else the subject of the last main clause with one."""
        for clause in p.clauses:
            first = subject(p, clause)
            if first is not None and first.last < phrase.first and first.mention is not None and first.mention.kind == "Company" and not first.mention.rest:
                return first.mention
        return self.topic

    def _from(self, place: str) -> Mention | None:
        """«die Münchner»: the company that was said to sit there, else the topic."""
        return next((m for name, m in reversed(self.seats) if name == place), None) or self.topic
