"""Graphs of other libraries as triples: rdflib's Graph and Dataset, pyoxigraph's Store and Dataset, and what yields triples."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from newsgraph.errors import InputError


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a graph, whichever named graph they are in, read anew each time."""

    graph: Any

    def __iter__(self) -> Iterator[ox.Triple]:
        if _is_rdflib(self.graph):
            return _of_rdflib(self.graph)
        return (t.triple if isinstance(t, ox.Quad) else _checked(t) for t in self.graph)


def triples(graph: Any) -> Iterable[ox.Triple]:
    """The triples of a graph; the graph is not changed. Raises InputError for what is none."""
    if _is_rdflib(graph) or isinstance(graph, ox.Store | ox.Dataset):
        return Triples(graph)
    if not isinstance(graph, Iterable) or isinstance(graph, str | bytes):
        raise InputError(
            f"{type(graph).__name__} is no graph", advice="give a graph of rdflib or pyoxigraph, or triples"
        )
    return list(Triples(graph))


def _checked(triple: Any) -> ox.Triple:
    if not isinstance(triple, ox.Triple):
        raise InputError(f"{type(triple).__name__} is no triple", advice="give triples or quads of pyoxigraph")
    return triple


def _is_rdflib(graph: Any) -> bool:
    """Whether it is a graph of rdflib, which is not imported for the question."""
    rdflib = sys.modules.get("rdflib")
    return rdflib is not None and isinstance(graph, rdflib.Graph)


def _of_rdflib(graph: Any) -> Iterator[ox.Triple]:
    import rdflib

    from newsgraph.screen.judge import oxigraph_term as term

    quads = graph.quads() if isinstance(graph, rdflib.Dataset) else graph.triples((None, None, None))
    for s, p, o, *_ in quads:
        yield ox.Triple(term(s), term(p), term(o))  # type: ignore[arg-type]
