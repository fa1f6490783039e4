"""Triples into the store: what an article or a known thing was said to be goes, what the files say comes.

pyoxigraph's bulk loader writes an index file for every call and works on one core: what is loaded is gathered into
batches of N-Quads, each graph's triples twice (in their graph and in the union), and two batches are loaded at a time.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import pyoxigraph as ox

from newsgraph.belonging import Node
from newsgraph.share import Share
from newsgraph.store import NAMES, in_graph, withdraw

BATCH = 64 * 1024 * 1024  # bytes of N-Quads; two are in the loader's hands while a third is gathered
WORKERS = 2
FEW = 20_000  # triples up to which a transaction is faster than the bulk loader, and leaves no small index files


@dataclass(slots=True)
class Loading:
    """One transaction's loading: the graphs and known names seen so far, what waits to be loaded, what is on its way."""

    store: ox.Store
    pool: ThreadPoolExecutor
    graphs: set[Node] = field(default_factory=set)
    names: set[Node] = field(default_factory=set)
    waiting: list[bytes] = field(default_factory=list)
    size: int = 0
    triples: int = 0
    running: list[Future[None]] = field(default_factory=list)


@contextmanager
def loading(store: ox.Store) -> Iterator[Loading]:
    """Take shares into the store with `take`; all of them are in it when the block has ended."""
    with ThreadPoolExecutor(WORKERS) as pool:
        state = Loading(store, pool)
        yield state
        _end(state)


def load(store: ox.Store, shares: Iterable[Share]) -> tuple[int, int]:
    """Put the shares (graph and triples; None is the known names) in place of what these graphs held.

    Of the known names what the share says of a thing replaces what was said of it. How many graphs (the known names
    not counted) and triples there were.
    """
    total = 0
    with loading(store) as state:
        for graph, triples in shares:
            take(state, graph, triples)
            total += len(triples)
    return len(state.graphs), total


def take(state: Loading, graph: Node | None, triples: list[ox.Triple]) -> None:
    """Load a share; a graph that comes a second time is added to."""
    if graph is None or graph == NAMES:
        graph, old = NAMES, _known(state, {t.subject for t in triples})
    else:
        old = [] if graph in state.graphs else in_graph(state.store, graph)
        state.graphs.add(graph)
    gone = set(old).difference(triples) if old else set()
    if gone:
        _end(state)  # whether another graph says it, too, can be asked only when all is there
        withdraw(state.store, graph, gone)
    _wait_for(state, graph, triples)


def _known(state: Loading, subjects: set[Node]) -> list[ox.Triple]:
    """What the store says of these known names, those left out that came before in this loading."""
    new = subjects - state.names
    state.names |= new
    if not next(state.store.quads_for_pattern(None, None, None, NAMES), None):
        return []
    return [q.triple for s in new for q in state.store.quads_for_pattern(s, None, None, NAMES)]


def _wait_for(state: Loading, graph: Node, triples: list[ox.Triple]) -> None:
    """Queue triples; a full batch goes to the loader."""
    text = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    # a line feed stands in N-Triples at the end of a line only: in texts it is escaped
    state.waiting += (text, text.replace(b" .\n", f" {graph} .\n".encode()))
    state.size += 2 * len(text)
    state.triples += len(triples)
    if state.size > BATCH:
        _send(state)


def _send(state: Loading) -> None:
    if len(state.running) == WORKERS:
        state.running.pop(0).result()
    state.running.append(state.pool.submit(_bulk, state.store, b"".join(state.waiting)))
    state.waiting, state.size, state.triples = [], 0, 0


def _bulk(store: ox.Store, quads: bytes) -> None:
    store.bulk_load(input=quads, format=ox.RdfFormat.N_QUADS, lenient=True)  # pyoxigraph wrote it: it is valid


def _end(state: Loading) -> None:
    """Have all loaded that was taken."""
    if state.triples > FEW or state.running:
        _send(state)
    elif state.triples:
        state.store.load(input=b"".join(state.waiting), format=ox.RdfFormat.N_QUADS, lenient=True)
        state.waiting, state.size, state.triples = [], 0, 0
    for future in state.running:
        future.result()
    state.running = []
