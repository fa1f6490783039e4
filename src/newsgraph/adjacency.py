"""A graph as an index from subject and predicate to objects: what reading shapes, lists and paths needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.namespace import RDF

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
FIRST, REST, NIL = (ox.NamedNode(RDF + name) for name in ("first", "rest", "nil"))


@dataclass(frozen=True, slots=True)
class Adjacency:
    """The objects by subject and predicate, in the order of the triples, and the subjects by object."""

    nodes: dict[Term, dict[str, list[Term]]]
    subjects: dict[Term, list[tuple[str, Term]]]

    def about(self, node: Term) -> dict[str, list[Term]]:
        """All predicates of a node with their objects."""
        return self.nodes.get(node, {})

    def of(self, node: Term, predicate: str) -> list[Term]:
        """The objects of a node under a predicate."""
        return self.about(node).get(predicate, [])

    def one(self, node: Term, predicate: str) -> Term | None:
        """The first of them, or None."""
        return next(iter(self.of(node, predicate)), None)

    def users(self, node: Term) -> list[tuple[str, Term]]:
        """The predicates and subjects of the triples that have this node as object."""
        return self.subjects.get(node, [])

    def members(self, head: Term) -> Iterator[Term]:
        """The members of an RDF list; a list that runs in a circle ends where it began."""
        seen: set[Term] = set()
        node: Term | None = head
        while node is not None and node != NIL and node not in seen:
            seen.add(node)
            yield from self.of(node, FIRST.value)[:1]
            node = self.one(node, REST.value)


def adjacency(triples: Iterable[ox.Triple]) -> Adjacency:
    """The index of a graph."""
    index = Adjacency({}, {})
    for t in triples:
        index.nodes.setdefault(t.subject, {}).setdefault(t.predicate.value, []).append(t.object)
        index.subjects.setdefault(t.object, []).append((t.predicate.value, t.subject))
    return index
