"""The RDF dataset that a query is asked over: the store, or files read into memory."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from newsgraph.files import read_bytes
from newsgraph.rdf import files_of, format_of, not_blank, parse_quads
from newsgraph.store import reading
from newsgraph.worker import Task

STDIN = "-"


@contextmanager
def dataset(task: Task, content: bytes) -> Iterator[ox.Store]:
    """The store of a task, or its files as one graph; graphs that these name can be asked by name, too."""
    if not task.data:
        with reading(Path(task.store)) as store:
            yield store
        return
    store = ox.Store()
    for name in task.data:
        for quads in _quads(name, task.content, content):
            store.extend(quads)
            store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads if q.graph_name != ox.DefaultGraph())
    yield store


def _quads(name: str, stdin: str, content: bytes) -> Iterable[list[ox.Quad]]:
    """The quads of a file, of all RDF files of a folder, or of the content given as stdin (Turtle)."""
    if name == STDIN:
        yield parse_quads(not_blank(content, stdin), "turtle", stdin)
        return
    for file in files_of(name):
        yield parse_quads(not_blank(read_bytes(file), str(file)), format_of(file.name), str(file))
