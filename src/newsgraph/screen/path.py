"""Property paths of shapes (SHACL, section 2.3.1), as patterns of SPARQL and as walks over a store.

Read as pySHACL reads them: the inverse of a sequence goes through its parts in the order written.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.adjacency import FIRST, Adjacency, Term
from newsgraph.namespace import SH
from newsgraph.screen.data import Graph
from newsgraph.screen.unsupported import Unsupported

DEEPEST = 9  # as deep as pySHACL follows
REPEATS = {SH + "zeroOrMorePath": (0, True), SH + "oneOrMorePath": (1, True), SH + "zeroOrOnePath": (0, False)}


@dataclass(frozen=True, slots=True)
class Step:
    """A predicate, from subject to object or (inverse) back."""

    predicate: ox.NamedNode
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Paths one after the other."""

    parts: "tuple[Path, ...]"


@dataclass(frozen=True, slots=True)
class Choice:
    """Any of several paths."""

    parts: "tuple[Path, ...]"


@dataclass(frozen=True, slots=True)
class Repeat:
    """A path at least `least` times, without end where `many`."""

    part: "Path"
    least: int
    many: bool


Path = Step | Chain | Choice | Repeat


def read(node: Term, shapes: Adjacency, inverse: bool = False, depth: int = 0) -> Path:
    """The path of a node of the shapes graph. Raises Unsupported."""
    if isinstance(node, ox.NamedNode):
        return Step(node, inverse)
    if depth > DEEPEST or not isinstance(node, ox.BlankNode):
        raise Unsupported("a path that cannot be followed")
    if shapes.of(node, FIRST.value):
        return Chain(_parts(node, shapes, inverse, depth))
    for part in shapes.of(node, SH + "inversePath"):
        return read(part, shapes, not inverse, depth + 1)
    for head in shapes.of(node, SH + "alternativePath"):
        return Choice(_parts(head, shapes, inverse, depth))
    for name, (least, many) in REPEATS.items():
        for part in shapes.of(node, name):
            return Repeat(read(part, shapes, inverse, depth + 1), least, many)
    raise Unsupported("a path of an unknown kind")


def _parts(head: Term, shapes: Adjacency, inverse: bool, depth: int) -> tuple[Path, ...]:
    members = [*shapes.members(head)]
    if len(members) < 2 or depth + len(members) > DEEPEST:
        raise Unsupported("a path with fewer than two parts, or too many")
    return tuple(read(m, shapes, inverse, depth + 1) for m in members)


def repeats(path: Path) -> bool:
    """Whether a part of the path may be taken any number of times."""
    return isinstance(path, Repeat) or (not isinstance(path, Step) and any(map(repeats, path.parts)))


def may_stay(path: Path) -> bool:
    """Whether a part of the path may be taken no times."""
    if isinstance(path, Repeat):
        return not path.least or may_stay(path.part)
    return not isinstance(path, Step) and any(map(may_stay, path.parts))


def pattern(path: Path, start: str, end: str, names: Iterator[str]) -> str:
    """A group graph pattern that binds `end` to what the path leads to; `names` gives fresh variables."""
    match path:
        case Step(predicate, inverse):
            return f"{end} {predicate} {start} . " if inverse else f"{start} {predicate} {end} . "
        case Chain(parts):
            stops = [start, *(next(names) for _ in parts[1:]), end]
            return "".join(pattern(p, a, b, names) for p, a, b in zip(parts, stops, stops[1:], strict=False))
        case Choice(parts):
            return " UNION ".join(f"{{ {pattern(p, start, end, names)}}}" for p in parts) + " "
        case Repeat():
            return f"{start} {text(path)} {end} . "


def text(path: Path) -> str:
    """The path in SPARQL's syntax."""
    match path:
        case Step(predicate, inverse):
            return f"^{predicate}" if inverse else str(predicate)
        case Chain(parts):
            return f"({'/'.join(map(text, parts))})"
        case Choice(parts):
            return f"({'|'.join(map(text, parts))})"
        case Repeat(part, least, many):
            return f"({text(part)}){'+' if least else '*' if many else '?'}"


def back(path: Path) -> Path:
    """The path that leads from its end to its start."""
    match path:
        case Step(predicate, inverse):
            return Step(predicate, not inverse)
        case Chain(parts):
            return Chain(tuple(back(p) for p in reversed(parts)))
        case Choice(parts):
            return Choice(tuple(map(back, parts)))
        case Repeat(part, least, many):
            return Repeat(back(part), least, many)


def walk(path: Path, nodes: Iterable[Term], data: Graph) -> set[Term]:
    """What a path leads to from any of these nodes."""
    match path:
        case Step(predicate, inverse):
            if inverse:
                return {t.subject for n in nodes for t in data.matching(None, predicate, n)}
            return {t.object for n in nodes for t in data.matching(n, predicate, None)}
        case Chain(parts):
            for part in parts:
                nodes = walk(part, nodes, data)
            return set(nodes)
        case Choice(parts):
            starts = list(nodes)
            return {n for part in parts for n in walk(part, starts, data)}
        case Repeat(part, least, many):
            return _walk_on(part, set(nodes), least, many, data)


def _walk_on(part: Path, nodes: set[Term], least: int, many: bool, data: Graph) -> set[Term]:
    found = set() if least else set(nodes)
    edge = nodes
    while edge:
        edge = walk(part, edge, data) - found
        found |= edge
        if not many:
            break
    return found


def prefixes(path: Path, before: tuple[Path, ...] = ()) -> Iterator[tuple[tuple[Path, ...], Step]]:
    """Every step of the path, with the paths that lead to where it is taken."""
    match path:
        case Step():
            yield before, path
        case Chain(parts):
            for n, part in enumerate(parts):
                yield from prefixes(part, (*before, *parts[:n]))
        case Choice(parts):
            for part in parts:
                yield from prefixes(part, before)
        case Repeat(part, _, many):
            yield from prefixes(part, (*before, Repeat(part, 0, many)) if many else before)
