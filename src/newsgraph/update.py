"""SPARQL 1.1 Update on the store, in one transaction; afterwards the union is again what the named graphs hold.

The default graph is the union of the named ones. What an update removes from it goes from every graph; what it adds to
it goes to the graph of the known names, for it is said by no article.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from newsgraph.errors import EngineError, InputError
from newsgraph.namespace import PREFIXES
from newsgraph.prescan import Leave, check
from newsgraph.query import fault
from newsgraph.store import NAMES, UNION, exists, reading, writing

# triples that are in a named graph and not in the union, and the other way round
LACKING = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }"
LONE = "SELECT ?s ?p ?o { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"


def update(folder: Path, sparql: str, file: str = "update", hosts: tuple[str, ...] = ()) -> tuple[int, int]:
    """Change the store; the numbers of triples (of the union) before and after. Raises SyntaxFault, InputError."""
    check(sparql, file, Leave(hosts, lambda iri: True, write=True))
    if not exists(folder):
        raise InputError("is no store", file=str(folder), advice="make one: newsgraph load FILE")
    with writing(folder) as store, reading(folder) as before:
        _run(store, sparql, file)
        _settle(before, store)
        return _size(before), _size(store)


def _run(store: ox.Store, sparql: str, file: str) -> None:
    try:
        store.update(sparql, prefixes=PREFIXES)
    except SyntaxError as e:
        raise fault(str(e.msg), sparql, file) from e
    except UnicodeEncodeError as e:
        raise InputError("is not UTF-8", file=file) from e
    except (RuntimeError, OSError) as e:  # a graph that is there already, a host that does not answer
        raise EngineError(f"{file}: {' '.join(str(e).split())}; nothing was changed") from e


def _settle(before: ox.Store, store: ox.Store) -> None:
    """Make the union what the named graphs hold, as described above; `before` tells what was added and what removed."""
    for graph, quad in list(_found(store, LACKING)):
        if quad in before:
            store.remove(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
        else:
            store.add(quad)
    for _, quad in list(_found(store, LONE)):
        if quad in before:
            store.remove(quad)
        else:
            store.add(ox.Quad(quad.subject, quad.predicate, quad.object, NAMES))


def _found(store: ox.Store, sparql: str) -> Iterator[tuple[ox.NamedNode, ox.Quad]]:
    """The graph (where it is asked for) and the quad in the union."""
    rows: Any = store.query(sparql)
    for row in rows:
        yield (row["g"] if sparql == LACKING else NAMES), ox.Quad(row["s"], row["p"], row["o"], UNION)


def _size(store: ox.Store) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, UNION))
