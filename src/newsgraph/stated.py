"""A graph with its claims merged in, as the comparison with gold asks for it (docs/evaluate.md).

A relation may stand as a plain triple or only as a claim; here both are one edge, which knows the claims that state it.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.namespace import NG, RDFS, SKOS, SKOSXL, TYPE

FORM = SKOSXL + "literalForm"
LABELS = (RDFS + "label", SKOS + "prefLabel", SKOS + "altLabel", FORM)
BOUNDS = ("value", "moreThan", "atLeast", "lessThan", "atMost")
NUMBER = re.compile(r"[-+]?\d+(?:\.\d*)?([eE][-+]?\d+)?")

Sum = tuple[float, str | None]


class Words(str):
    """A literal; every other str is the IRI of a node."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something: all names, and whether these are people whom the text does not name."""

    names: tuple[str, ...]
    unnamed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """What a claim adds to its edge: sources (None is the article itself), modality, whether it denies, its quotes."""

    sources: tuple[Source | None, ...]
    modality: str
    denied: bool
    quotes: tuple[str, ...]


def local(iri: str) -> str:
    """The last part of an IRI."""
    return re.split(r"[#/]", iri)[-1]


class Stated:
    """Nodes, properties and values, in one order whatever that of the triples; properties are named without ng:."""

    def __init__(self, triples: Iterable[ox.Triple] = ()) -> None:
        self._edges: dict[str, dict[str, dict[str, list[Voice]]]] = {}
        self._described: dict[str, list[Voice]] = {}
        for node, prop, value in sorted((_plain(t.subject), t.predicate.value, _plain(t.object)) for t in triples):
            self._voices(node, prop, value)
        self.claims = {node: self._voice(node) for node in self.of("Claim")}
        for node, voice in self.claims.items():
            self._merge(node, voice)

    @property
    def nodes(self) -> list[str]:
        """All nodes of which anything is stated."""
        return list(self._edges)

    def edges(self, node: str, prop: str) -> dict[str, list[Voice]]:
        """The values of a property with the claims that state them."""
        return self._edges.get(node, {}).get(prop if ":" in prop else NG + prop, {})

    def get(self, node: str, *props: str) -> list[str]:
        """The values of several properties, once each."""
        return list(dict.fromkeys(value for prop in props for value in self.edges(node, prop)))

    def kinds(self, node: str) -> set[str]:
        """The classes of a node, without namespace."""
        return {local(kind) for kind in self.edges(node, TYPE.value)}

    def of(self, *kinds: str) -> list[str]:
        """The nodes of any of these classes."""
        return [node for node in self.nodes if self.kinds(node) & set(kinds)]

    def on(self, node: str, *props: str, only: Collection[str | None] = ()) -> list[Voice]:
        """The claims about a node as a whole, then those on these properties (where given: with these values only)."""
        stated = [self.edges(node, prop).items() for prop in props]
        found = [voice for pairs in stated for value, voices in pairs if not only or value in only for voice in voices]
        return self._described.get(node, []) + found

    def names(self, *nodes: str | None) -> list[str]:
        """All names of the nodes; the end of its IRI for a node that has none."""
        return list(dict.fromkeys(name for node in nodes if node for name in self._names(node)))

    def sums(self, node: str, prop: str) -> list[tuple[list[Voice], list[Sum]]]:
        """One entry a sum, with all its bounds; a converted sum belongs to that which it was converted from."""
        groups: list[tuple[set[str], list[Voice]]] = []
        for value, voices in self.edges(node, prop).items():
            chain = {value, *self.get(value, "convertedFrom")}
            group = next((g for g in groups if g[0] & chain), None)
            if group is None:
                groups.append(group := (set(), []))
            group[0].update(chain)
            group[1].extend(voices)
        return [(voices, [s for value in sorted(chain) for s in self._bounds(value)]) for chain, voices in groups]

    def _bounds(self, quantity: str) -> list[Sum]:
        currency = next(iter(self.get(quantity, "currency")), None)
        return [(float(number), currency) for number in self.get(quantity, *BOUNDS) if NUMBER.fullmatch(number)]

    def _names(self, node: str) -> list[str]:
        if isinstance(node, Words):
            return [node]
        forms = [form for name in self.get(node, "marketName") for form in self.get(name, FORM) or [name]]
        found = self.get(node, *LABELS) + [form for form in forms if isinstance(form, Words)]
        return found or [local(node).replace("-", " ")]

    def _voices(self, node: str, prop: str, value: str) -> list[Voice]:
        return self._edges.setdefault(node, {}).setdefault(prop, {}).setdefault(value, [])

    def _voice(self, claim: str) -> Voice:
        articles = set(self.get(claim, "statedIn"))
        said = [
            None if by in articles or "Article" in self.kinds(by) else self._source(by)
            for by in self.get(claim, "assertedBy")
        ]
        modality = local(next(iter(self.get(claim, "modality")), "asserted"))
        denied = bool({"true", "1"} & set(self.get(claim, "negated")))
        return Voice(tuple(said) or (None,), modality, denied, tuple(self.get(claim, "quote")))

    def _source(self, node: str) -> Source:
        return Source(tuple(self.names(node)), "AnonymousSource" in self.kinds(node))

    def _merge(self, claim: str, voice: Voice) -> None:
        for node in self.get(claim, "describes"):
            self._described.setdefault(node, []).append(voice)
        for subject in self.get(claim, "subject"):
            for prop in self.get(claim, "predicate"):
                for value in self.get(claim, "object", "objectValue"):
                    self._voices(subject, prop, value).append(voice)


def _plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.Literal):
        return Words(term.value)
    return str(term) if isinstance(term, ox.Triple) else term.value
