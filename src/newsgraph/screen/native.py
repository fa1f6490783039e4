"""Documents loaded by the store itself, in a thread: pyoxigraph parses outside of Python's lock."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Thread

import pyoxigraph as ox

Document = tuple[bytes, str, str]  # content, format, base IRI
FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "n-triples": ox.RdfFormat.N_TRIPLES,
}  # without graph names, and native loading keeps every term but blank nodes


@dataclass(frozen=True, slots=True)
class Native:
    """Documents on their way into a store, and what went wrong with them."""

    documents: tuple[Document, ...]
    store: ox.Store = field(default_factory=ox.Store)
    faults: list[Exception] = field(default_factory=list)

    def load(self) -> None:
        """Load all; what is raised is kept in `faults`."""
        try:
            for content, fmt, base in self.documents:
                self.store.load(content, FORMATS[fmt], base_iri=base)
        except (SyntaxError, ValueError, OSError, MemoryError) as e:
            self.faults.append(e)


@dataclass(frozen=True, slots=True)
class Loading:
    """A thread that loads. It must be waited for, an end of Python before its own would end in a crash."""

    native: Native
    thread: Thread

    def done(self) -> Native:
        """What was loaded, once it is."""
        self.thread.join()
        return self.native


def start(documents: Sequence[Document]) -> Loading | None:
    """Begin to load; None where a format cannot be loaded so."""
    if any(fmt not in FORMATS for _, fmt, _ in documents):
        return None
    native = Native(tuple(documents))
    thread = Thread(target=native.load)
    thread.start()
    return Loading(native, thread)
