"""Results without pySHACL, for the shapes that very many nodes break: pySHACL takes half a millisecond a result.

Only for shapes whose every constraint is decided by looking at the terms of the values: counts, kinds, classes, lists,
datatypes, and what newsgraph.screen.comparison compares. A node with a value that is not decided so is left to pySHACL, and
so is every other shape. Tests hold all of it to pySHACL's results (tests/screen), and where a shape has no message, the
words are pySHACL's own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.namespace import RDFS, SH, TYPE
from newsgraph.path import text as path_text
from newsgraph.report import SEVERITIES, Result
from newsgraph.screen import comparison
from newsgraph.screen.comparison import WELL_FORMED, Ask, Values, Wrong
from newsgraph.screen.condition import UNCHECKED
from newsgraph.screen.constraint import whole
from newsgraph.screen.data import Data
from newsgraph.screen.path import Path, read, walk
from newsgraph.screen.unsupported import Unsupported
from newsgraph.screen.wording import Words

MANY = 300  # nodes that break one shape, from which on this is worth its while
BESIDE = {
    SH + name
    for name in ("path", "message", "severity", "name", "description", "order", "group", "defaultValue", "targetClass")
} | {SH + name for name in ("targetNode", "targetSubjectsOf", "targetObjectsOf")}
SEVERAL = {"class", "equals", "disjoint"}  # what a shape may demand more than once
WITH_PATH = {"minCount", "maxCount", "lessThan", "lessThanOrEquals"}
KINDS = {
    "IRI": (ox.NamedNode,),
    "BlankNode": (ox.BlankNode,),
    "Literal": (ox.Literal,),
    "BlankNodeOrIRI": (ox.BlankNode, ox.NamedNode),
    "BlankNodeOrLiteral": (ox.BlankNode, ox.Literal),
    "IRIOrLiteral": (ox.NamedNode, ox.Literal),
}


@dataclass(frozen=True, slots=True)
class Check:
    """A shape that can be decided here: where its values are, and each constraint by the name of its component."""

    shape: Term
    path: Path | None
    asks: tuple[tuple[str, Ask], ...]
    severity: int
    path_text: str


def check(shape: Term, shapes: Adjacency, data: Data, below: Callable[[Term], Sequence[Term]]) -> Check | None:
    """How to decide a shape here, None where that is not the way."""
    given = {p: values for p, values in shapes.about(shape).items() if p.startswith(SH) and p not in BESIDE}
    try:
        paths = shapes.of(shape, SH + "path")
        path = read(paths[0], shapes) if paths else None
        asks = tuple(a for p, values in given.items() for a in _asks(p, values, path, shapes, data, below))
    except Unsupported:
        return None
    severities = [v.value.removeprefix(SH) for v in shapes.of(shape, SH + "severity") if isinstance(v, ox.NamedNode)]
    if len(severities) > 1 or any(s not in SEVERITIES for s in severities) or len(paths) > 1:
        return None
    severity = SEVERITIES.index(severities[0]) if severities else 0
    return Check(shape, path, asks, severity, path_text(paths[0], shapes) if paths else "")


def _asks(
    predicate: str,
    values: Sequence[Term],
    path: Path | None,
    shapes: Adjacency,
    data: Data,
    below: Callable[[Term], Sequence[Term]],
) -> Iterator[tuple[str, Ask]]:
    """The constraints of one parameter with the names of their components. Raises Unsupported."""
    name = predicate.removeprefix(SH)
    if len(values) > 1 and name not in SEVERAL:
        raise Unsupported(f"sh:{name} more than once")
    if path is None and name in WITH_PATH:
        raise Unsupported(f"sh:{name} without a path")
    for one in values:
        yield name[0].upper() + name[1:], _ask(name, one, shapes, data, below)


def _ask(name: str, one: Term, shapes: Adjacency, data: Data, below: Callable[[Term], Sequence[Term]]) -> Ask:
    match name:
        case "class":
            return _class(frozenset(below(one)), data)
        case "nodeKind":
            return _kind(one)
        case "in":
            return _member(frozenset(shapes.members(one)))
        case "datatype":
            return _datatype(one)
        case "minCount" | "maxCount":
            return _count(name == "minCount", whole(one))
        case _:
            return comparison.ask(name, one, data)


def _count(least: bool, number: int) -> Ask:
    def ask(_: Term, values: Values) -> Wrong:
        if len(values) < number if least else len(values) > number:
            yield None

    return ask


def _kind(wanted: Term) -> Ask:
    kinds = KINDS.get(wanted.value.removeprefix(SH)) if isinstance(wanted, ox.NamedNode) else None
    if kinds is None:
        raise Unsupported("an unknown sh:nodeKind")
    return lambda _, values: (v for v in values if not isinstance(v, kinds))


def _member(wanted: frozenset[Term]) -> Ask:
    return lambda _, values: (v for v in values if v not in wanted)


def _class(wanted: frozenset[Term], data: Data) -> Ask:
    def fits(value: Term) -> bool:
        return not isinstance(value, ox.Literal) and any(t.object in wanted for t in data.matching(value, TYPE, None))

    return lambda _, values: (v for v in values if not fits(v))


def _datatype(wanted: Term) -> Ask:
    if not isinstance(wanted, ox.NamedNode) or wanted.value.startswith(RDFS):
        raise Unsupported("sh:datatype of its own kind")

    def wrong(value: Term) -> bool:
        if not isinstance(value, ox.Literal) or value.datatype != wanted:
            return True
        form = WELL_FORMED.get(wanted.value)
        if wanted.value not in UNCHECKED and not (form and form.fullmatch(value.value)):
            raise Unsupported("a literal that may be ill-typed")
        return False

    return lambda _, values: (v for v in values if wrong(v))


def results(one: Check, nodes: Sequence[Term], data: Data, words: Words) -> tuple[list[Result], list[Term]]:
    """The results of a shape at these nodes, and the nodes that are left to pySHACL."""
    found: list[Result] = []
    left: list[Term] = []
    for node in nodes:
        try:
            found += _at(one, node, data, words)
        except Unsupported:
            left.append(node)
    return found, left


def _at(one: Check, node: Term, data: Data, words: Words) -> list[Result]:
    values = {node} if one.path is None else walk(one.path, [node], data)
    return [
        Result(
            one.severity,
            node,
            one.path_text,
            value,
            one.shape,
            f"{SH}{name}ConstraintComponent",
            words(one.shape, name, node, value),
        )
        for name, ask in one.asks
        for value in ask(node, values)
    ]
