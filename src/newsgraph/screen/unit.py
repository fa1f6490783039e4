"""A shapes graph as units of screening: a shape with targets, and each property shape on it by itself.

A unit is what pySHACL is asked about: this shape at these focus nodes. Property shapes are units of their own, so that a node
with one wrong value is not judged on all its others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.namespace import RDF, RDFS, SH, TYPE
from newsgraph.screen.component import COMPONENTS, Compile, is_deactivated, nested, screened
from newsgraph.screen.constraint import instances, min_count, plain
from newsgraph.screen.facts import Facts, Place
from newsgraph.screen.footprint import Asked, Sight, inner_shapes, sights
from newsgraph.screen.path import may_stay, read
from newsgraph.screen.pattern import Here, any_of, term
from newsgraph.screen.unsupported import Unsupported

FOCUS = "?focus_"
SHAPES = {SH + "NodeShape", SH + "PropertyShape"}
TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
AIMS = {SH + name for name in TARGETS}
HOLDS = {SH + "property", SH + "node"}


@dataclass(frozen=True, slots=True)
class Target:
    """How a shape finds its focus nodes (SHACL, section 2.1.3), and the same as a pattern for FOCUS."""

    where: str
    classes: tuple[Term, ...]  # with all their subclasses
    nodes: tuple[Term, ...]
    subjects_of: tuple[Term, ...]
    objects_of: tuple[Term, ...]

    def by(self, t: ox.Triple) -> Iterator[Term]:
        """The nodes that a triple makes focus nodes."""
        if t.predicate in self.subjects_of or (t.predicate == TYPE and t.object in self.classes):
            yield t.subject
        if t.predicate in self.objects_of:
            yield t.object


@dataclass(frozen=True, slots=True)
class Unit:
    """`query` names the focus nodes of `root` that may fail `shape` (itself or one of its property shapes)."""

    root: Term
    shape: Term
    query: str
    sights: tuple[Sight, ...]

    @property
    def asks(self) -> bool:
        """Whether a query of the shapes graph is part of it."""
        return any(isinstance(s, Asked) for s in self.sights)


@dataclass(frozen=True, slots=True)
class Plan:
    """All units, the targets of the shapes that have any, and those that are left to pySHACL whole, with the reason."""

    units: tuple[Unit, ...]
    targets: dict[Term, Target]
    whole: dict[Term, str]


def plan(facts: Facts) -> Plan:
    """The plan of a shapes graph."""
    units: list[Unit] = []
    targets: dict[Term, Target] = {}
    whole: dict[Term, str] = {}
    custom = _custom(facts.shapes)
    for root in roots(facts.shapes):
        try:
            targets[root] = target(root, facts)
            units += [*_units(root, targets[root], facts, custom)]
        except Unsupported as e:
            whole[root] = str(e)
    return Plan(tuple(units), targets, whole)


def roots(shapes: Adjacency) -> list[Term]:
    """The shapes with targets, sorted."""
    named = {s for s, properties in shapes.nodes.items() if not AIMS.isdisjoint(properties)}
    return sorted(named | {s for s in _shapes(shapes) if is_class(s, shapes)}, key=str)


def _shapes(shapes: Adjacency) -> set[Term]:
    return {
        s
        for s, properties in shapes.nodes.items()
        if not SHAPES.isdisjoint(map(_iri, properties.get(RDF + "type", ()))) or not HOLDS.isdisjoint(properties)
    }


def _iri(node: Term) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def is_class(shape: Term, shapes: Adjacency) -> bool:
    """Whether a shape is a class, too, so that its instances are its focus nodes."""
    above = {RDFS + "Class"} | {
        _iri(s) for p, s in shapes.users(ox.NamedNode(RDFS + "Class")) if p == RDFS + "subClassOf"
    }
    return not above.isdisjoint(map(_iri, shapes.of(shape, RDF + "type")))


def _custom(shapes: Adjacency) -> set[str]:
    """The predicates that are parameters of constraint components of one's own."""
    components = [
        s for p, s in shapes.users(ox.NamedNode(SH + "ConstraintComponent")) if p in (RDF + "type", RDFS + "subClassOf")
    ]
    components += [s for c in components for p, s in shapes.users(c) if p == RDF + "type"]
    parameters = [n for c in components for n in shapes.of(c, SH + "parameter")]
    return {_iri(path) for n in parameters for path in shapes.of(n, SH + "path")}


def target(root: Term, facts: Facts) -> Target:
    """The target of a shape. Raises Unsupported."""
    shapes, found = facts.shapes, list[str]()
    classes = [*shapes.of(root, SH + "targetClass"), *([root] if is_class(root, shapes) else [])]
    below = sorted({c for top in classes for c in facts.subclasses(top)}, key=str)
    if below:
        found.append(instances(FOCUS, below, facts))
    nodes = tuple(shapes.of(root, SH + "targetNode"))
    if nodes:
        found.append(f"VALUES {FOCUS} {{ {' '.join(term(facts.spelling.constant(n)) for n in nodes)} }} ")
    for name, form in (("targetSubjectsOf", "{f} {p} {x} . "), ("targetObjectsOf", "{x} {p} {f} . ")):
        for predicate in shapes.of(root, SH + name):
            found.append(form.format(f=FOCUS, p=term(predicate), x=next(facts.names)))
    where = found[0] if len(found) == 1 else " UNION ".join(f"{{ {p}}}" for p in found) + " "
    subjects, objects = (tuple(shapes.of(root, SH + n)) for n in TARGETS[2:])
    return Target(where, tuple(below), nodes, subjects, objects)


def _units(root: Term, aim: Target, facts: Facts, custom: set[str]) -> Iterator[Unit]:
    if is_deactivated(root, facts.shapes):
        return
    _plain(root, facts.shapes, custom)
    here, within = Here(FOCUS, aim.where), replace(facts, above=(root,))
    apart = [] if facts.shapes.of(root, SH + "path") else facts.shapes.of(root, SH + "property")
    parts = [_without_property if apart and c is nested else c for c in COMPONENTS]
    everything = tuple(sights(root, facts.shapes))
    if aim.nodes and _stays(root, facts.shapes):
        yield Unit(root, root, _select([here.all()]), everything)
        return
    patterns = screened(root, here, within, _open(root, parts, aim, facts))
    if patterns:
        yield Unit(root, root, _select(patterns), everything)
    for shape in apart:
        if not is_deactivated(shape, facts.shapes):
            asked = _open(shape, COMPONENTS, aim, facts)
            patterns = screened(shape, here, replace(facts, above=(root, shape)), asked)
            if not patterns and facts.census is not None:
                continue
            yield Unit(root, shape, _select(patterns), tuple(sights(shape, facts.shapes, above=(root,))))


def _open(shape: Term, parts: Sequence[Compile], aim: Target, facts: Facts) -> Sequence[Compile]:
    """The components but for sh:minCount, where it is known that no focus node lacks a value."""
    paths, told = facts.shapes.of(shape, SH + "path"), facts.census
    if told is None or aim.nodes or aim.objects_of or len(paths) != 1:
        return parts
    edges = plain(read(paths[0], facts.shapes))
    least = {n.value for n in facts.shapes.of(shape, SH + "minCount") if isinstance(n, ox.Literal)}
    known = edges and least == {"1"} and not told.lacking(aim.classes, aim.subjects_of, edges)
    return [part for part in parts if part is not min_count] if known else parts


def _select(patterns: list[str]) -> str:
    return f"SELECT DISTINCT {FOCUS} {{ {any_of(patterns)}}}"


def _without_property(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:node and sh:and alone."""
    return nested(at, facts, sure, names=("node",))


def _stays(shape: Term, shapes: Adjacency) -> bool:
    """Whether a path of the shape may end where it starts: SPARQL finds no such end for a node that no triple holds."""
    own = any(may_stay(read(node, shapes)) for node in shapes.of(shape, SH + "path"))
    return own or any(_stays(inner, shapes) for inner in inner_shapes(shape, shapes))


def _plain(shape: Term, shapes: Adjacency, custom: set[str], above: tuple[Term, ...] = ()) -> None:
    """Raise Unsupported where a shape or one that it holds uses components of one's own."""
    if shape in above:
        raise Unsupported("a shape that holds itself")
    for name in custom:
        if shapes.of(shape, name):
            raise Unsupported("a constraint component of its own")
    for inner in inner_shapes(shape, shapes):
        _plain(inner, shapes, custom, (*above, shape))
