"""The embedded store: one named graph an article, one for the known names, their union as the default graph.

The union is kept beside the named graphs, each triple once: pyoxigraph 0.5 answers from a union of graphs with a row
for every graph that holds a triple. Every change is one transaction (newsgraph.generation). The loaded files are the
truth; the store is an index that `newsgraph load` can make again.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from newsgraph import generation, statistic
from newsgraph.belonging import Node
from newsgraph.errors import InputError
from newsgraph.files import reason
from newsgraph.namespace import PREFIXES, expand

NAMES = ox.NamedNode("https://w3id.org/newsgraph/graph/names")
UNION = ox.DefaultGraph()


def exists(folder: Path) -> bool:
    """Whether something was ever loaded there."""
    return generation.current(folder) is not None


@contextmanager
def reading(folder: Path) -> Iterator[ox.Store]:
    """The store as it was last written, whatever a writer does meanwhile. Raises InputError."""
    with generation.shared(folder) as place:
        try:
            store = ox.Store.read_only(str(place))
        except OSError as e:
            raise _broken(folder, e) from e
        yield store


def counts(folder: Path) -> Mapping[str, int]:
    """How often each predicate stands in the union, about."""
    return statistic.kept(generation.current(folder)).counts


@contextmanager
def writing(folder: Path, *, empty: bool = False) -> Iterator[ox.Store]:
    """The store to change, or an `empty` one to take its place: all that the block does is kept at its end, or nothing.

    Raises InputError.
    """
    with generation.exclusive(folder, empty=empty) as (work, new):
        try:
            store = ox.Store(str(work))
        except OSError as e:
            raise _broken(folder, e) from e
        yield store
        store.backup(str(new))  # nothing has this open: the engine may still tidy up behind `store`
        statistic.refresh(store, new, generation.current(folder))


def _broken(folder: Path, error: OSError) -> InputError:
    advice = "free space, or move the folder away and load the files again"
    return InputError(f"cannot be opened: {reason(error)}", file=str(folder), advice=advice)


def in_graph(store: ox.Store, graph: Node) -> list[ox.Triple]:
    """The triples of a graph."""
    return [q.triple for q in store.quads_for_pattern(None, None, None, graph)]


def withdraw(store: ox.Store, graph: Node, gone: Iterable[ox.Triple]) -> None:
    """Take triples out of `graph`; the union keeps them until `still_said` is asked."""
    for t in gone:
        store.remove(_quad(t, graph))


def still_said(store: ox.Store, triples: Iterable[ox.Triple]) -> None:
    """Take out of the union those of the triples that no graph holds any more."""
    for t in triples:
        if all(q.graph_name == UNION for q in store.quads_for_pattern(t.subject, t.predicate, t.object)):
            store.remove(_quad(t, UNION))


def _quad(t: ox.Triple, graph: Node | ox.DefaultGraph) -> ox.Quad:
    return ox.Quad(t.subject, t.predicate, t.object, graph)


def remove(store: ox.Store, article: Node) -> None:
    """Take an article's graph out; what other graphs say, too, stays in the union. Raises InputError."""
    if not store.contains_named_graph(article):
        raise InputError(f"{article} is not in the store", advice="newsgraph stats lists the articles")
    gone = in_graph(store, article)
    withdraw(store, article, gone)
    still_said(store, gone)
    store.remove_graph(article)


def iri(name: str) -> Node:
    """The node of an IRI or a CURIE with a prefix of ours. Raises InputError."""
    prefix = name.partition(":")[0]
    try:
        return expand(name) if prefix in PREFIXES else ox.NamedNode(name.strip("<>"))
    except ValueError as e:
        raise InputError(f"{name!r} is no IRI", advice="give one, or a CURIE such as ngi:article-…") from e


def sizes(store: ox.Store) -> list[tuple[str, int]]:
    """The named graphs with their numbers of triples, sorted by IRI; last the union, under the name "all"."""
    rows = store.query("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g")
    everything = sum(1 for _ in store.quads_for_pattern(None, None, None, UNION))
    return [*((row["g"].value, int(row["n"].value)) for row in rows), ("all", everything)]  # type: ignore[union-attr]


def graphs(store: ox.Store) -> Iterator[tuple[Node, list[ox.Triple]]]:
    """The named graphs by their IRIs, each with its triples, sorted."""
    for graph in sorted(store.named_graphs(), key=str):
        yield graph, sorted(in_graph(store, graph), key=str)


def dump(store: ox.Store) -> Iterator[bytes]:
    """The named graphs as N-Quads, a graph a piece, sorted; the union follows from them."""
    for graph, triples in graphs(store):
        quads = (_quad(t, graph) for t in triples)
        yield ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def backup(folder: Path, target: Path) -> None:
    """Copy the current state to a folder of its own that --store takes, whole or not at all. Raises InputError."""
    if target.exists():
        raise InputError("exists already", file=str(target), advice="name a new folder")
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with generation.shared(folder) as place:
            shutil.copytree(place, beside / place.name)
            (beside / generation.CURRENT).write_text(f"{place.name}\n", "utf-8")
        beside.rename(target)
    except OSError as e:
        raise InputError(f"cannot be written: {reason(e)}", file=str(target)) from e
    finally:
        shutil.rmtree(beside, ignore_errors=True)
