"""The participants of a sentence: its names, what stands for a name («der Konzern», «seine»), the topic, its quantities."""

from collections.abc import Iterator

from newsgraph.frozen import frozen
from newsgraph.parse import Parse
from newsgraph.possessor import possessor
from newsgraph.quantity import Quantity
from newsgraph.reference import Focus

COUNTED = "count"
MONEY = "money"


@frozen
class Participant:
    """Tokens `first` to `last` (-1 where the sentence does not name it); `how` it is there: name, compound,
    adjective, noun, pronoun, possessive, quantity; topic, last (the company that acted last)."""

    first: int
    last: int
    kind: str
    how: str
    name: str = ""
    id: str = ""
    quantity: Quantity | None = None
    rest: str = ""

    @property
    def known(self) -> bool:
        """Whether it is one of the known names."""
        return bool(self.id)


def participants(p: Parse, focus: Focus) -> list[Participant]:
    """The participants of a sentence in the order of its tokens, then the topic and the company that acted last."""
    found = [*_named(p), *_standing(p, focus), *_quantities(p)]
    found.sort(key=lambda x: (x.first, x.last, x.how))
    for how, m in (("topic", focus.topic), ("last", focus.acting)):
        if m is not None and all(x.name != m.name for x in found):
            found.append(Participant(-1, -1, m.kind or "Company", how, m.name, m.id))
    return found


def _named(p: Parse) -> Iterator[Participant]:
    for m in p.mentions:
        how = "adjective" if m.adjective else "compound" if m.rest else "name"
        yield Participant(m.first, m.last, m.kind or "Company", how, m.name, m.id, rest=m.rest.lower())


def _standing(p: Parse, focus: Focus) -> Iterator[Participant]:
    for clause in p.clauses:
        for phrase in p.phrases[clause.index]:
            m = None
            if phrase.mention is None and phrase.quantity is None:
                m, how = focus.of(p, phrase), "pronoun" if phrase.pronoun else "noun"
            if m is None and phrase.det.startswith(p.language.stem.whose):
                m, how = possessor(focus, p, clause, phrase), "possessive"
            if m is not None and not m.adjective:
                last = phrase.first if how == "possessive" else phrase.last
                yield Participant(phrase.first, last, m.kind or "Company", how, m.name, m.id)


def _quantities(p: Parse) -> Iterator[Participant]:
    for q in p.quantities:
        if q.converted_from is None and q.role == "":
            kind = MONEY if q.is_money else COUNTED if not q.measure and q.size >= 500 else ""
            if kind:
                yield Participant(q.first, q.last, kind, "quantity", quantity=q)
