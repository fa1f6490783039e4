"""What one look through a graph tells: what its nodes have in common, its literals, its terms of known vocabularies.

The nodes of a graph are of few kinds: the same predicates, the same classes (characteristic sets, after Neumann and
Moerkotte, ICDE 2011). Whether any node of a class lacks a property, or has it twice, is then known without a query.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import NG, NGC, TYPE
from newsgraph.screen.literal import KEPT

OURS = (NG, NGC)  # namespaces whose terms are checked
MOST = 50_000  # nodes described in several places of the graph; with more of them no kinds are told
Kind = tuple[frozenset[ox.NamedNode], frozenset[Term]]  # the predicates and the classes of a node
About = Callable[[Any], Iterable[Any]]  # the triples or quads of a subject


@dataclass(frozen=True, slots=True)
class Census:
    """The kinds of nodes, the predicates that some node has more than once, and those with values of each sort."""

    kinds: frozenset[Kind]
    several: frozenset[ox.NamedNode]
    with_iri: frozenset[ox.NamedNode]
    with_literal: frozenset[ox.NamedNode]
    with_blank: frozenset[ox.NamedNode]

    def lacking(self, classes: Collection[Term], marks: Collection[Term], predicates: Collection[Term]) -> bool:
        """Whether a node of these classes, or with one of the predicates `marks`, has none of some predicates."""
        return any(
            have.isdisjoint(predicates)
            for have, types in self.kinds
            if not types.isdisjoint(classes) or not have.isdisjoint(marks)
        )

    def crowded(self, predicates: Collection[ox.NamedNode]) -> bool:
        """Whether a node may have two values under some predicates together."""
        wanted = frozenset(predicates)
        return not wanted.isdisjoint(self.several) or any(len(wanted & have) > 1 for have, _ in self.kinds)


@dataclass(frozen=True, slots=True)
class Uses:
    """The predicates, classes and datatypes of a graph, and the predicates with literals and with nodes as values."""

    predicates: frozenset[ox.NamedNode] = frozenset()
    classes: frozenset[Term] = frozenset()
    datatypes: frozenset[str] = frozenset()
    with_literal: frozenset[ox.NamedNode] = frozenset()
    with_node: frozenset[ox.NamedNode] = frozenset()


@dataclass(slots=True)
class Look:
    """What is gathered on the way. `again` are the nodes that were described before: their kinds are settled at the end."""

    literals: set[ox.Literal] = field(default_factory=set)
    terms: set[ox.NamedNode] = field(default_factory=set)
    kinds: set[Kind] = field(default_factory=set)
    several: set[ox.NamedNode] = field(default_factory=set)
    sorts: dict[type, set[ox.NamedNode]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    again: set[Any] = field(default_factory=set)

    def close(self, subject: Any, predicates: list[ox.NamedNode], classes: list[Term]) -> None:
        """A node's triples are over."""
        have = frozenset(predicates)
        if len(have) < len(predicates):
            self.several.update(p for p in have if predicates.count(p) > 1)
        self.kinds.add((have, frozenset(classes)))
        number = hash(subject)
        if number in self.seen:
            self.again.add(subject)
        self.seen.add(number)

    def uses(self) -> Uses:
        """What was used, axioms not counted."""
        sorts = self.sorts
        nodes = sorts.get(ox.NamedNode, set()) | sorts.get(ox.BlankNode, set())
        return Uses(
            frozenset(p for have, _ in self.kinds for p in have),
            frozenset(c for _, types in self.kinds for c in types),
            frozenset(literal.datatype.value for literal in self.literals),
            frozenset(sorts.get(ox.Literal, ())),
            frozenset(nodes),
        )


def look(triples: Iterable[Any], found: Look) -> bool:
    """Gather what triples or quads tell; whether there is RDF 1.2 among them."""
    literal, named, kept, ours, kind_of = ox.Literal, ox.NamedNode, KEPT, OURS, TYPE
    literals, terms, predicates, classes = found.literals, found.terms, list[ox.NamedNode](), list[Term]()
    for sort in (ox.Literal, ox.NamedNode, ox.BlankNode):
        found.sorts.setdefault(sort, set())
    with_literal, with_iri = found.sorts[ox.Literal].add, found.sorts[ox.NamedNode].add
    special, last, blank = False, None, ox.BlankNode
    for t in triples:
        subject, predicate, term = t.subject, t.predicate, t.object
        if subject != last:
            if last is not None:
                found.close(last, predicates, classes)
                predicates, classes = [], []
            last = subject
            if type(subject) is not named:
                special |= type(subject) is not blank
            elif subject.value.startswith(ours):
                terms.add(subject)
        predicates.append(predicate)
        if type(term) is literal:
            with_literal(predicate)
            if term.datatype.value not in kept:
                literals.add(term)
        elif type(term) is named:
            with_iri(predicate)
            if predicate == kind_of:
                classes.append(term)
            if term.value.startswith(ours):
                terms.add(term)
        else:
            found.sorts[blank].add(predicate)
            special |= type(term) is not blank
    if last is not None:
        found.close(last, predicates, classes)
    terms.update(p for have, _ in found.kinds for p in have if p.value.startswith(ours))
    return special or any(literal.direction for literal in literals)


def census(found: Look, about: About, axioms: Iterable[ox.Triple]) -> Census | None:
    """The census of a graph and the axioms beside it; None where too many nodes are described here and there."""
    if len(found.again) > MOST:
        return None
    beside = [*axioms]
    for subject in {*found.again, *(t.subject for t in beside)}:
        triples = [*about(subject)]
        found.close(subject, [t.predicate for t in triples], [t.object for t in triples if t.predicate == TYPE])
    for t in beside:
        found.sorts.setdefault(type(t.object), set()).add(t.predicate)
    sorts = (frozenset(found.sorts.get(sort, ())) for sort in (ox.NamedNode, ox.Literal, ox.BlankNode))
    return Census(frozenset(found.kinds), frozenset(found.several), *sorts)
