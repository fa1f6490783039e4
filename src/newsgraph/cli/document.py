"""The documents of `newsgraph validate`: read, parsed, and with what they take from the web where the user allows that."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from newsgraph import closed_vocabulary
from newsgraph.errors import InputError, SyntaxFault
from newsgraph.namespace import shorten
from newsgraph.place.place import Source
from newsgraph.rdf import parse
from newsgraph.remote_context import filled, refused
from newsgraph.shape import Triples
from newsgraph.sniff import looks_like
from newsgraph.term import nearest

if TYPE_CHECKING:  # requests is loaded by those that may fetch
    from newsgraph.fetch import Fetched

# formats that a document of the other may well look like
KIN = {"turtle": ("trig", "n-triples"), "trig": ("turtle", "n-triples", "n-quads"), "n-quads": ("n-triples",)}
CONTEXTS = "application/ld+json, application/json;q=0.9, */*;q=0.1"
Get = Callable[
    [str, str, bool], "Fetched"
]  # address, media types that are welcome, whether what names it may name what lies near


@dataclass(frozen=True, slots=True)
class Parsed:
    """Documents with their triples, why the others are not among them, what is to be said of them."""

    sources: tuple[Source, ...]
    graphs: tuple[Triples, ...]
    errors: tuple[InputError, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def triples(self) -> Triples:
        """Those of all documents."""
        return self.graphs[0] if len(self.graphs) == 1 else [t for graph in self.graphs for t in graph]


def web() -> Get:
    """What fetches each address once."""
    from newsgraph.fetch import fetch

    return cache(fetch)


def given(documents: Iterable[Source | InputError], get: Get | None) -> list[Source | InputError]:
    """The documents, their contexts from elsewhere filled in where there is something to get them with."""
    return [_filled(d, get) if isinstance(d, Source) and get is not None else d for d in documents]


def _filled(source: Source, get: Get) -> Source | InputError:
    try:
        return filled(source, lambda url, trusted: get(url, CONTEXTS, trusted))
    except InputError as e:
        return type(e)(f"the context {e.file} {e.words}", file=source.name)


def parsed(documents: Iterable[Source | InputError]) -> Parsed:
    """The documents that can be parsed with their triples, and the errors of the others."""
    sources, graphs, errors = list[Source](), list[Triples](), list[InputError]()
    for source in documents:
        try:
            if isinstance(source, InputError):
                raise source
            graphs.append(_parsed(source))
            sources.append(source)
        except InputError as e:
            errors.append(e)
    return Parsed(tuple(sources), tuple(graphs), tuple(errors))


def _parsed(source: Source) -> list[ox.Triple]:
    try:
        return parse(source.filled, source.fmt, source.name)
    except SyntaxFault as e:
        if "remote context" in e.message:
            raise refused(source, e) from e
        other = looks_like(source.content)
        if other in ("", source.fmt, *KIN.get(source.fmt, ())):
            raise
        advice = f"it looks like {other}: rename the file, or give --input-format {other}"
        raise SyntaxFault(e.message, file=e.file, line=e.line, column=e.column, advice=advice) from e


def with_imports(found: Parsed, known: Sequence[ox.Triple], get: Get | None) -> Parsed:
    """The documents with what they import, or with a note on each import; `known` holds what need not be fetched."""
    from newsgraph.imports import ACCEPT, imported, open_imports, unfetched

    names = [source.name for source in found.sources]
    missing = open_imports(zip(names, found.graphs, strict=True), known)
    if not missing:
        return found
    if get is None:
        return replace(found, notes=(*found.notes, *unfetched(missing)))
    try:
        more = [*imported(missing, lambda url, trusted: get(url, ACCEPT, trusted))]
    except InputError as e:
        return replace(found, errors=(*found.errors, e))
    return replace(found, graphs=(*found.graphs, more))


def with_typos(found: Parsed) -> Parsed:
    """The same with a note on each term that a closed vocabulary does not have: SHACL passes over `sh:minCout` in silence."""
    notes = [
        f"{source.name}: {shorten(term)} is not in its vocabulary"
        + (f"; did you mean {shorten(near)}?" if near else "")
        for source, graph in zip(found.sources, found.graphs, strict=False)
        for term in sorted(closed_vocabulary.unknown(t.predicate.value for t in graph))
        for near in [nearest(term, ())]
    ]
    return replace(found, notes=(*found.notes, *notes))
