"""How `newsgraph validate` begins: what takes long and does not need Python is under way before its modules are loaded."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsgraph.cli.source import sources
from newsgraph.errors import InputError
from newsgraph.place.place import Source
from newsgraph.rdf import BOM, base_of
from newsgraph.screen.beside import Beside, beside
from newsgraph.screen.native import Loading, start

MB = 1024 * 1024
LARGE = MB  # bytes from which on a document is loaded without its triples in between


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of the command."""

    data: tuple[str, ...]
    shapes: tuple[str, ...]
    ontology: tuple[str, ...]
    form: str
    output: Path | None
    input_format: str | None
    engine: str
    against: Path | None
    severity: str
    fail_on: str
    max_results: int
    max_size: int
    allow_network: bool
    verbose: bool
    messages: str
    quiet: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """The documents, or why they cannot be read; where there is much of them, the loading.

    `judge` gets ready beside this process, where judging or what comes before it is expected to take a while.
    """

    documents: tuple[Source | InputError, ...]
    loading: Loading | None = None
    judge: Beside | None = None


@contextmanager
def begun(settings: Settings) -> Iterator[Begun]:
    """Read the documents. What was begun with them is over at the end of the block."""
    documents = tuple(sources(settings.data, settings.input_format, settings.max_size * MB))
    loading = _loading(documents) if settings.against is None and settings.engine == "auto" else None
    with ExitStack() as stack:
        if loading is not None:
            stack.callback(loading.done)
        wanted = (loading is not None or settings.against is not None) and (os.cpu_count() or 1) > 1
        judge = stack.enter_context(beside()) if wanted else None
        yield Begun(documents, loading, judge)


def _loading(documents: tuple[Source | InputError, ...]) -> Loading | None:
    """Large documents on their way into a store; None where that is not the way."""
    found = [source for source in documents if isinstance(source, Source)]
    if (
        len(found) < len(documents)
        or sum(len(s.content) for s in found) < LARGE
        or any(b"<<(" in s.content for s in found)
    ):
        return None
    return start([(s.content.removeprefix(BOM), s.fmt, base_of(s.name)) for s in found])
