"""Which nodes the shapes look at (SHACL, section 2.1.3): whether a file holds any of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term, adjacency
from newsgraph.namespace import OWL, RDFS, SH, TYPE

SUBCLASS = RDFS + "subClassOf"
SHAPES = (SH + "NodeShape", SH + "PropertyShape")
CLASSES = (RDFS + "Class", OWL + "Class")


@dataclass(frozen=True, slots=True)
class Targets:
    """Classes with their subclasses, single nodes, predicates whose subjects or objects are looked at.

    `open` says that a shape finds its nodes in another way (sh:target with SPARQL), so that every node may be one.
    """

    classes: frozenset[Term]
    nodes: frozenset[Term]
    subjects_of: frozenset[Term]
    objects_of: frozenset[Term]
    open: bool = False

    def focus(self, triple: ox.Triple) -> Term | None:
        """A focus node that this triple makes one, or None."""
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if predicate in self.subjects_of or (predicate == TYPE and value in self.classes) or subject in self.nodes:
            return subject
        return value if predicate in self.objects_of or value in self.nodes else None


def targets(shapes: Iterable[ox.Triple], ontology: Iterable[ox.Triple], data: Iterable[ox.Triple] = ()) -> Targets:
    """The targets of a shapes graph; subclasses as the ontology has them, and `data` (its triples of rdfs:subClassOf)."""
    index = adjacency(shapes)
    terms = adjacency([*ontology, *(t for t in data if t.predicate.value == SUBCLASS)])
    found = {
        name: set[Term]() for name in ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target")
    }
    for node, properties in index.nodes.items():
        for predicate, values in properties.items():
            if predicate.removeprefix(SH) in found:
                found[predicate.removeprefix(SH)].update(values)
        if _is_both(properties.get(TYPE.value, [])):
            found["targetClass"].add(node)
    classes = _below(found["targetClass"], index) | _below(found["targetClass"], terms)
    nodes, subjects, objects = (frozenset(found["target" + n]) for n in ("Node", "SubjectsOf", "ObjectsOf"))
    return Targets(frozenset(classes), nodes, subjects, objects, bool(found["target"]))


def _is_both(types: Sequence[Term]) -> bool:
    """Whether a node is a class and a shape, which makes its instances focus nodes."""
    names = {t.value for t in types if isinstance(t, ox.NamedNode)}
    return not names.isdisjoint(SHAPES) and not names.isdisjoint(CLASSES)


def _below(classes: Iterable[Term], index: Adjacency) -> set[Term]:
    """The classes and all their subclasses."""
    found, waiting = set(classes), list(classes)
    while waiting:
        subs = [s for p, s in index.users(waiting.pop()) if p == SUBCLASS and s not in found]
        found.update(subs)
        waiting += subs
    return found


def unmatched(graphs: Sequence[Sequence[ox.Triple]], aims: Targets) -> list[int]:
    """The positions of the graphs that hold no focus node; a node that another graph makes one counts."""
    alone = [n for n, graph in enumerate(graphs) if not any(aims.focus(t) is not None for t in graph)]
    if aims.open or not alone:
        return []
    nodes = (
        {node for graph in graphs for t in graph if (node := aims.focus(t)) is not None} if len(graphs) > 1 else set()
    )
    return [n for n in alone if not any(t.subject in nodes or t.object in nodes for t in graphs[n])]
