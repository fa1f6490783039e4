"""What shapes and ontologies import (owl:imports; SHACL, section 3.1): named, or fetched with what it imports in turn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.namespace import OWL, TYPE
from newsgraph.rdf import format_of, parse
from newsgraph.sniff import looks_like

if TYPE_CHECKING:  # requests is loaded by those that may fetch
    from newsgraph.fetch import Fetched

IMPORTS, ONTOLOGY, VERSION = (ox.NamedNode(OWL + name) for name in ("imports", "Ontology", "versionIRI"))
MOST = 50  # documents that one set of files may bring with it
KINDS = {
    "text/turtle": "turtle",
    "application/x-turtle": "turtle",
    "application/n-triples": "n-triples",
    "application/n-quads": "n-quads",
    "application/trig": "trig",
    "application/ld+json": "json-ld",
    "application/json": "json-ld",
    "application/rdf+xml": "rdf-xml",
}
ACCEPT = (
    "text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.8, application/trig;q=0.7, "
    "application/n-quads;q=0.7, application/ld+json;q=0.6, */*;q=0.1"
)
Get = Callable[[str, bool], "Fetched"]  # address, whether what names it may name what lies near


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """An address, and the document that imports it."""

    url: str
    file: str


def open_imports(documents: Iterable[tuple[str, Sequence[ox.Triple]]], known: Iterable[ox.Triple] = ()) -> list[Import]:
    """The imports of some documents (name and triples), sorted, without what these or `known` are themselves."""
    given = [(name, [*triples]) for name, triples in documents]
    here = _ontologies(known) | {iri for _, triples in given for iri in _ontologies(triples)}
    found = {_plain(t.object): name for name, triples in reversed(given) for t in triples if t.predicate == IMPORTS}
    return sorted(Import(url, name) for url, name in found.items() if url and url not in here)


def _ontologies(triples: Iterable[ox.Triple]) -> set[str]:
    """The ontologies that are described, by their names and the names of their versions."""
    found = [*triples]
    named = {_plain(t.subject) for t in found if t.predicate == TYPE and t.object == ONTOLOGY}
    return named | {_plain(t.object) for t in found if t.predicate == VERSION}


def _plain(node: object) -> str:
    """An IRI without its fragment (and without a bare «#» at its end), "" for anything else."""
    return urldefrag(node.value).url if isinstance(node, ox.NamedNode) else ""


def imported(missing: Sequence[Import], get: Get) -> Iterator[ox.Triple]:
    """The triples of what is imported, and of what that imports. Raises InputError."""
    waiting, seen = [(one, True) for one in missing], {one.url for one in missing}
    while waiting:
        one, trusted = waiting.pop(0)
        if len(seen) > MOST:
            raise InputError(f"leads to more than {MOST} imports", file=one.file, advice="give the files themselves")
        triples, near = _read(one, get, trusted)
        yield from triples
        more = [i for i in open_imports([(one.url, triples)]) if i.url not in seen]
        seen |= {i.url for i in more}
        waiting += [(i, near) for i in more]


def _read(one: Import, get: Get, trusted: bool) -> tuple[list[ox.Triple], bool]:
    try:
        found = get(one.url, trusted)
        return parse(found.content, _format(found), found.url), found.near
    except InputError as e:
        advice = f"{one.file} imports it; give the file itself, or take the import out"
        raise type(e)(e.message, file=one.url, line=e.line, column=e.column, advice=advice) from e


def _format(found: "Fetched") -> str:
    """By its media type, else by its ending, else by what it looks like. Raises InputError."""
    if found.kind in KINDS:
        return KINDS[found.kind]
    try:
        return format_of(PurePosixPath(urlsplit(found.url).path).name)
    except InputError:
        fmt = looks_like(found.content)
        if not fmt:
            raise InputError(f"is no RDF: the server calls it {found.kind or 'nothing'}", file=found.url) from None
        return fmt


def unfetched(missing: Iterable[Import]) -> tuple[str, ...]:
    """A note on each import that is not fetched."""
    return tuple(f"{one.file} imports {one.url}, which is not fetched{_hint(one.url)}" for one in missing)


def _hint(url: str) -> str:
    return "; --allow-network fetches it" if url.startswith(("http://", "https://")) else "; give the file itself"
