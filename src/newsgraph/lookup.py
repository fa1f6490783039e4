"""A graph by subject, for what reads it out in words: labels, classes, sums."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from newsgraph.namespace import NG, NGC, TYPE, expand, shorten

Node = Any  # ox.NamedNode, ox.BlankNode or ox.Literal
NAMES = tuple(map(expand, ("rdfs:label", "skos:prefLabel", "skosxl:literalForm", "dcterms:title")))
# the properties that hold a figure, and how each bounds it
BOUNDS = (
    (expand("ng:value"), ""),
    (expand("ng:atMost"), "at most"),
    (expand("ng:lessThan"), "less than"),
    (expand("ng:atLeast"), "at least"),
    (expand("ng:moreThan"), "more than"),
)
CURRENCY, APPROXIMATE = expand("ng:currency"), expand("ng:approximate")
TRUE = ("true", "1")
DEEDS = tuple(map(expand, ("ng:investor", "ng:penalised", "ng:measured", "ng:holder", "ng:person", "ng:target")))


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: its number as the graph writes it, how it is bounded, its currency (ISO 4217) where it is money."""

    number: str
    bound: str
    currency: str
    approximate: bool


def _plain(node: Node) -> str:
    """A node without a name: a concept in plain words, a property by its local name, else the CURIE."""
    if isinstance(node, ox.BlankNode):
        return str(node)
    if node.value.startswith(NGC):
        return str(node.value.removeprefix(NGC).replace("-", " "))
    return shorten(node.value).removeprefix("ng:")


class Lookup:
    """The triples by subject. Whatever there are several of comes sorted, so that the first is always the same."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.of: dict[Node, list[ox.Triple]] = defaultdict(list)
        for t in triples:
            self.of[t.subject].append(t)

    def values(self, node: Node, predicate: ox.NamedNode) -> list[Node]:
        """The objects of a property, sorted."""
        return sorted((t.object for t in self.of.get(node, ()) if t.predicate == predicate), key=str)

    def value(self, node: Node, predicate: ox.NamedNode) -> Node | None:
        """The first object of a property."""
        return next(iter(self.values(node, predicate)), None)

    def text(self, node: Node, curie: str) -> str:
        """A literal property as text; nothing where there is none."""
        found = self.value(node, expand(curie))
        return found.value if found is not None else ""

    def true(self, node: Node, curie: str) -> bool:
        """Whether a boolean property is true."""
        return self.text(node, curie) in TRUE

    def kind(self, node: Node) -> str:
        """The local name of a thing's class, one of ours before others: Company, Person."""
        names = [t.value for t in self.values(node, TYPE)]
        ours = [name for name in names if name.startswith(NG)] or names
        return shorten(ours[0]).partition(":")[2] if ours else ""

    def label(self, node: Node) -> str:
        """The name by which people know a node: its label, its sum, a concept's name in plain words, or its CURIE."""
        if isinstance(node, ox.Literal):
            return node.value
        for predicate in NAMES:
            found = self.value(node, predicate)
            if found is not None:
                return str(found.value)
        figure = self.figure(node)
        if figure is not None:
            return " ".join(filter(None, (figure.bound, figure.number, figure.currency)))
        return self._deed(node) or _plain(node)

    def _deed(self, node: Node) -> str:
        """An investment or the like in words: what it is, and whose."""
        for predicate in DEEDS:
            if people := self.values(node, predicate):
                words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.kind(node)).lower()
                return f"{words} ({', '.join(map(self.label, people))})"
        return ""

    def figure(self, node: Node) -> Figure | None:
        """The figure that a quantity holds."""
        for predicate, bound in BOUNDS:
            found = self.value(node, predicate)
            if found is not None:
                money = self.value(node, CURRENCY)
                about = self.value(node, APPROXIMATE)
                return Figure(
                    found.value,
                    bound,
                    money.value if money is not None else "",
                    about is not None and about.value in TRUE,
                )
        return None
