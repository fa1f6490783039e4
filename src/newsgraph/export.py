"""A store written to a file in any format: what can be streamed is, all else goes through memory."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import pyoxigraph as ox

from newsgraph import linesort, named_graph
from newsgraph.errors import InputError
from newsgraph.formats import Write
from newsgraph.selection import ALL, Selection, select
from newsgraph.store import NAMES, UNION


def union_of(store: ox.Store) -> Iterator[ox.Triple]:
    """What all graphs of a store say, each triple once, the triples of a subject in a row."""
    return (q.triple for q in store.quads_for_pattern(None, None, None, UNION))


def from_store(store: ox.Store, fmt: str, write: Write, wanted: Selection, out: BinaryIO) -> int:
    """Write what is wanted of a store; how many statements that is. N-Quads and TriG keep the named graphs.

    Raises InputError where nothing passes the filters.
    """
    if fmt in ("n-quads", "trig"):
        count = _graphs(store, fmt, wanted, out)
        if not count and wanted.filters:
            raise InputError("nothing in the store passes the filters", advice="newsgraph stats lists the articles")
        return count
    if fmt == "n-triples" and wanted == ALL:
        return named_graph.n_triples(union_of(store), out)
    kept = list(part_of(store, wanted))
    out.write(write(kept))
    return len(kept)


def part_of(store: ox.Store, wanted: Selection) -> Iterable[ox.Triple]:
    """What is wanted of the union; in memory only where it is a part. Raises InputError as `select` does."""
    return union_of(store) if wanted == ALL else select(list(union_of(store)), wanted)


def _graphs(store: ox.Store, fmt: str, wanted: Selection, out: BinaryIO) -> int:
    """The named graphs, each with what is wanted of it."""
    if fmt == "n-quads" and wanted == ALL:
        return named_graph.n_quads(named_graph.texts(store), out)
    parts = named_graph.graphs(store) if wanted == ALL else _wanted(store, wanted)
    if fmt == "trig":
        return named_graph.trig(parts, out)
    return named_graph.n_quads(((name, linesort.write(triples)) for name, triples in parts), out)


def _wanted(store: ox.Store, wanted: Selection) -> Iterable[named_graph.Graph]:
    """The wanted part of each graph. The known names go with no claim: what a claim needs stands in its own graph."""
    for name, triples in named_graph.graphs(store):
        if name != NAMES or not wanted.filters:
            kept = select(list(triples), wanted, strict=False)
            if kept:
                yield name, kept
