"""What a shape sees of the graph from its focus nodes: the triples that an extract needs, and the way back from a triple.

The same list of edges serves both. `seen` walks forward from focus nodes and collects what their validation can depend on;
`touched` walks back from new triples to the focus nodes whose validation can depend on them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.namespace import SH, TYPE
from newsgraph.screen.data import Graph
from newsgraph.screen.path import Path, back, prefixes, read, walk
from newsgraph.screen.query import asked
from newsgraph.screen.solve import New, backward, forward
from newsgraph.screen.syntax import Group
from newsgraph.screen.unsupported import Unsupported

INNER = ("property", "node", "not", "qualifiedValueShape")
LISTS = ("and", "or", "xone")
PAIRS = ("equals", "disjoint", "lessThan", "lessThanOrEquals")


@dataclass(frozen=True, slots=True)
class Edge:
    """Triples at the nodes to which `before` leads: with this predicate, or (None) with any, from subject or (inverse) object."""

    before: tuple[Path, ...]
    predicate: ox.NamedNode | None
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A query whose $this are the nodes to which `before` leads."""

    before: tuple[Path, ...]
    group: Group


Sight = Edge | Asked


def sights(
    shape: Term, shapes: Adjacency, before: tuple[Path, ...] = (), above: tuple[Term, ...] = ()
) -> Iterator[Sight]:
    """All that a shape looks at, seen from its focus node. Raises Unsupported."""
    if shape in above:
        raise Unsupported("a shape that holds itself")
    if len(shapes.of(shape, SH + "path")) > 1:
        raise Unsupported("a shape with several paths")
    path = next((read(node, shapes) for node in shapes.of(shape, SH + "path")), None)
    after = before if path is None else (*before, path)
    if path is not None:
        yield from (Edge((*before, *way), s.predicate, s.inverse) for way, s in prefixes(path))
    if shapes.of(shape, SH + "class"):
        yield Edge(after, TYPE)
    if shapes.of(shape, SH + "closed"):
        yield Edge(after, None)
    for name in PAIRS:
        yield from (Edge(before, p) for p in shapes.of(shape, SH + name) if isinstance(p, ox.NamedNode))
    for constraint in shapes.of(shape, SH + "sparql"):
        yield Asked(before, asked(constraint, path, shapes))
    if any(not shapes.of(s, SH + "path") for s in shapes.of(shape, SH + "property")):
        raise Unsupported("a property shape without a path")
    if any(shapes.of(s, SH + "path") for s in shapes.of(shape, SH + "node")):
        raise Unsupported("a property shape where a node shape belongs")
    for inner in inner_shapes(shape, shapes):
        yield from sights(inner, shapes, after, (*above, shape))


def inner_shapes(shape: Term, shapes: Adjacency) -> Iterator[Term]:
    """The shapes that a shape holds its value nodes against."""
    for name in INNER:
        yield from shapes.of(shape, SH + name)
    for name in LISTS:
        for head in shapes.of(shape, SH + name):
            yield from shapes.members(head)
    if shapes.of(shape, SH + "qualifiedValueShapesDisjoint"):
        for predicate, parent in shapes.users(shape):
            if predicate == SH + "property":
                for sibling in shapes.of(parent, SH + "property"):
                    yield from shapes.of(sibling, SH + "qualifiedValueShape")


def seen(sight: Sequence[Sight], focus: Iterable[Term], data: Graph) -> set[ox.Triple]:
    """The triples that a shape may look at from these focus nodes."""
    starts = set(focus)
    reached: dict[tuple[Path, ...], set[Term]] = {(): starts}
    found: set[ox.Triple] = set()
    for at in dict.fromkeys(sight):
        here = _reach(at.before, reached, data)
        found |= forward(at.group, here, data) if isinstance(at, Asked) else _edges(at, here, data)
    nodes = {n for ns in reached.values() for n in ns} | {n for t in found for n in (t.subject, t.object)}
    return found | _hanging(nodes, data)


def _edges(at: Edge, nodes: Iterable[Term], data: Graph) -> set[ox.Triple]:
    if at.inverse:
        return {t for n in nodes for t in data.matching(None, at.predicate, n)}
    return {t for n in nodes for t in data.matching(n, at.predicate, None)}


def _reach(way: tuple[Path, ...], reached: dict[tuple[Path, ...], set[Term]], data: Graph) -> set[Term]:
    if way not in reached:
        reached[way] = walk(way[-1], _reach(way[:-1], reached, data), data)
    return reached[way]


def _hanging(nodes: Iterable[Term], data: Graph) -> set[ox.Triple]:
    """What hangs on blank nodes: pySHACL writes it into messages and report."""
    found: set[ox.Triple] = set()
    waiting = [n for n in nodes if isinstance(n, ox.BlankNode)]
    known = set(waiting)
    while waiting:
        for t in data.matching(waiting.pop(), None, None):
            found.add(t)
            if isinstance(t.object, ox.BlankNode) and t.object not in known:
                known.add(t.object)
                waiting.append(t.object)
    return found


def touched(sight: Sequence[Sight], new: New, data: Graph) -> set[Term]:
    """The nodes from which a shape may look at any of these triples (which the data holds)."""
    found: set[Term] = set()
    for at in dict.fromkeys(sight):
        if isinstance(at, Asked):
            starts = backward(at.group, new, data)
        else:
            triples = chain(*new.values()) if at.predicate is None else new.get(at.predicate, ())
            starts = {t.object if at.inverse else t.subject for t in triples}
        for path in reversed(at.before):
            starts = walk(back(path), starts, data) if starts else starts
        found |= starts
    return found
