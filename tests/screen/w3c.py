"""The W3C's SHACL test suite as data: each case with its graphs and the results it expects."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term, adjacency
from newsgraph.namespace import SH
from newsgraph.report import SEVERITIES

FOLDER = Path(__file__).parents[3] / "shared" / "w3c-shacl" / "tests"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
SHT = "http://www.w3.org/ns/shacl-test#"
FAILURE = Counter({("failure", "", ""): 1})


@dataclass(frozen=True, slots=True)
class Case:
    """A test: `expected` counts (focus node, component, severity)."""

    name: str
    data: tuple[ox.Triple, ...]
    shapes: tuple[ox.Triple, ...]
    expected: Counter[tuple[str, str, str]]


def read(path: Path) -> tuple[ox.Triple, ...]:
    """The triples of a file of the suite."""
    quads = ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE, base_iri=path.as_uri())
    return tuple(q.triple for q in quads)


def cases(part: str) -> Iterator[Case]:
    """The cases of a part of the suite (core, sparql), by file name."""
    for path in sorted((FOLDER / part).rglob("*.ttl")):
        graph = read(path)
        index = adjacency(graph)
        for head in (t.object for t in graph if t.predicate.value == MF + "entries"):
            for entry in index.members(head):
                action, result = index.one(entry, MF + "action"), index.one(entry, MF + "result")
                if action is None or result is None:
                    continue
                files = [_file(index.one(action, SHT + name)) for name in ("dataGraph", "shapesGraph")]
                name = f"{path.parent.name}/{entry.value.rpartition('/')[2]}"
                yield Case(name, read(files[0]), read(files[1]), _expected(result, index))


def _file(node: Term | None) -> Path:
    assert isinstance(node, ox.NamedNode)
    return Path(node.value.removeprefix("file://"))


def _expected(result: Term, index: Adjacency) -> Counter[tuple[str, str, str]]:
    if isinstance(result, ox.NamedNode):
        return FAILURE
    return Counter(
        (
            str(index.one(node, SH + "focusNode")),
            index.one(node, SH + "sourceConstraintComponent").value,
            _severity(index.one(node, SH + "resultSeverity")),
        )
        for node in index.of(result, SH + "result")
    )


def _severity(node: Term | None) -> str:
    """A report knows three severities; any other counts as a violation."""
    iri = node.value if isinstance(node, ox.NamedNode) else ""
    return iri if iri.removeprefix(SH) in SEVERITIES else SH + SEVERITIES[0]
