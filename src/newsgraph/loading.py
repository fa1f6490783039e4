"""Triples into the store: what an article or a known thing was said to be goes, what the files say comes.

pyoxigraph's bulk loader works on one core, and leaves files of its own, through which every query must look, for every
call. So there are two calls for all that is loaded, side by side, each fed through a pipe: one for the named graphs, one
for the union. What is little goes in by a transaction instead.
"""

import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO

import pyoxigraph as ox

from newsgraph.belonging import Node
from newsgraph.share import Share
from newsgraph.store import NAMES, in_graph, still_said, withdraw

FEW = 20_000  # triples up to which a transaction is faster than the bulk loader


@dataclass(slots=True)
class Feed:
    """A bulk load that runs: the end of the pipe to write N-Quads into, its thread, what went wrong in it."""

    pipe: IO[bytes]
    thread: threading.Thread
    wrong: list[BaseException]


@dataclass(slots=True)
class Loading:
    """One transaction's loading: the graphs and known names seen so far, what waits, what is on its way, what is gone."""

    store: ox.Store
    graphs: set[Node] = field(default_factory=set)
    names: set[Node] = field(default_factory=set)
    gone: set[ox.Triple] = field(default_factory=set)
    waiting: list[tuple[bytes, bytes]] = field(default_factory=list)
    triples: int = 0
    feeds: tuple[Feed, ...] = ()


def load(store: ox.Store, shares: Iterable[Share]) -> tuple[int, int]:
    """Put the shares (graph and triples; None is the known names) in place of what these graphs held.

    Of the known names what the share says of a thing replaces what was said of it. How many graphs (the known names
    not counted) and triples there were.
    """
    with _loading(store) as state:
        for graph, triples in shares:
            _take(state, graph, triples)
    return len(state.graphs), state.triples


@contextmanager
def _loading(store: ox.Store) -> Iterator[Loading]:
    """What is taken in the block is in the store at its end; what the union has lost then goes from it."""
    state = Loading(store)
    try:
        yield state
        if not state.feeds:
            text = b"".join(part for both in state.waiting for part in both)
            store.load(input=text, format=ox.RdfFormat.N_QUADS, lenient=True)
    finally:
        for feed in state.feeds:
            _end(feed)
    for feed in state.feeds:
        if feed.wrong:
            raise feed.wrong[0]
    still_said(store, state.gone)


def _take(state: Loading, graph: Node | None, triples: list[ox.Triple]) -> None:
    """Load a share; a graph that comes a second time is added to."""
    if graph is None or graph == NAMES:
        graph, old = NAMES, _known(state, {t.subject for t in triples})
    else:
        old = [] if graph in state.graphs else in_graph(state.store, graph)
        state.graphs.add(graph)
    gone = set(old).difference(triples) if old else set()
    withdraw(state.store, graph, gone)
    state.gone |= gone
    _hand_on(state, graph, triples)


def _known(state: Loading, subjects: set[Node]) -> list[ox.Triple]:
    """What the store says of these known names, those left out that came before in this loading."""
    new = subjects - state.names
    state.names |= new
    if not next(state.store.quads_for_pattern(None, None, None, NAMES), None):
        return []
    return [q.triple for s in new for q in state.store.quads_for_pattern(s, None, None, NAMES)]


def _hand_on(state: Loading, graph: Node, triples: list[ox.Triple]) -> None:
    """Queue triples, or feed them to the loaders once there are many."""
    text = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    # a line feed stands in N-Triples at the end of a line only: in texts it is escaped
    state.waiting.append((text.replace(b" .\n", f" {graph} .\n".encode()), text))
    state.triples += len(triples)
    if state.triples <= FEW:
        return
    state.feeds = state.feeds or (_feed(state.store), _feed(state.store))
    for both in state.waiting:
        for feed, part in zip(state.feeds, both, strict=True):
            _write(feed, part)
    state.waiting = []


def _feed(store: ox.Store) -> Feed:
    """Start a bulk load of what is written into a pipe."""
    out, into = os.pipe()
    wrong: list[BaseException] = []
    thread = threading.Thread(target=_bulk, args=(store, out, wrong))
    thread.start()
    return Feed(os.fdopen(into, "wb", buffering=0), thread, wrong)


def _bulk(store: ox.Store, out: int, wrong: list[BaseException]) -> None:
    try:
        # by path, so that the engine reads without Python's lock; pyoxigraph wrote the text: it is valid
        store.bulk_load(path=f"/dev/fd/{out}", format=ox.RdfFormat.N_QUADS, lenient=True)
    except (OSError, RuntimeError, SyntaxError, ValueError) as e:
        wrong.append(e)
    finally:
        os.close(out)


def _write(feed: Feed, text: bytes) -> None:
    """Write all of it, as far as the loader still reads."""
    rest = memoryview(text)
    try:
        while rest:
            rest = rest[feed.pipe.write(rest) :]
    except BrokenPipeError:
        feed.thread.join()
        raise feed.wrong[0] from None


def _end(feed: Feed) -> None:
    """Close the pipe and wait for the loader."""
    feed.pipe.close()
    feed.thread.join()
