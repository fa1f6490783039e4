"""RDF files in: bytes to triples, with the place of every syntax error.

Parsed with pyoxigraph: it fetches nothing, refuses remote JSON-LD contexts and passes the W3C Turtle tests.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from newsgraph.data import files_in, folder
from newsgraph.errors import FormatError, InputError, SyntaxFault
from newsgraph.files import read_bytes

# name, file endings, what pyoxigraph calls it
READABLE: tuple[tuple[str, tuple[str, ...], ox.RdfFormat], ...] = (
    ("turtle", (".ttl", ".turtle"), ox.RdfFormat.TURTLE),
    ("json-ld", (".jsonld", ".json"), ox.RdfFormat.JSON_LD),
    ("n-triples", (".nt",), ox.RdfFormat.N_TRIPLES),
    ("n-quads", (".nq",), ox.RdfFormat.N_QUADS),
    ("trig", (".trig",), ox.RdfFormat.TRIG),
    ("rdf-xml", (".rdf", ".xml", ".owl"), ox.RdfFormat.RDF_XML),
)
BOM = b"\xef\xbb\xbf"


def format_of(name: str) -> str:
    """The format that a file name's ending stands for (`.gz` left off). Raises FormatError."""
    plain = name.removesuffix(".gz").lower()
    for fmt, endings, _ in READABLE:
        if plain.endswith(endings):
            return fmt
    known = " ".join(ending for _, endings, _ in READABLE for ending in endings)
    raise FormatError("no RDF format has this ending", file=name, advice=f"expected one of: {known}")


def parse(content: bytes, fmt: str, name: str) -> list[ox.Triple]:
    """The triples of a document; graph names are left off. `name` is what errors call it. Raises SyntaxFault."""
    engine = {f: e for f, _, e in READABLE}.get(fmt)
    if engine is None:
        raise FormatError(f"unknown format {fmt!r}", advice="expected one of: " + " ".join(f for f, _, _ in READABLE))
    if fmt == "rdf-xml" and re.search(rb"<!DOCTYPE", content, re.IGNORECASE):
        raise SyntaxFault("a DOCTYPE is not accepted", file=name, advice="remove it: entities can hide bombs")
    try:
        quads = ox.parse(input=content.removeprefix(BOM), format=engine, base_iri=f"file:{Path(name).name}")
        return [ox.Triple(q.subject, q.predicate, q.object) for q in quads]
    except SyntaxError as e:
        raise SyntaxFault(_message(e), file=name, line=e.lineno, column=e.offset) from e
    except ValueError as e:
        raise SyntaxFault(str(e), file=name) from e


def read(path: Path, fmt: str | None = None) -> list[ox.Triple]:
    """The triples of a file, its format by option or by ending."""
    fmt = fmt or format_of(path.name)
    content = read_bytes(path)
    if not content.strip():
        raise InputError("is empty, RDF was expected", file=str(path))
    return parse(content, fmt, str(path))


def read_data(name: str, *parts: str) -> list[ox.Triple]:
    """All Turtle of a data folder of ours (`parts`: these files or sub-folders of it only)."""
    top = folder(name)
    places = [top.joinpath(part) for part in parts] or [top]
    found = [f for place in places for f in ([place] if place.is_file() else files_in(place, ".ttl"))]
    return [t for f in found for t in parse(f.read_bytes(), "turtle", f"{name}/{f.name}")]


def union(*graphs: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples of all graphs, once each, sorted by their N-Triples form."""
    return sorted({t for g in graphs for t in g}, key=str)


def _message(error: SyntaxError) -> str:
    """pyoxigraph's word without its own copy of line and column."""
    return re.sub(r"^Parser error (at|between) line \d+ column \d+( and [^:]*)?: ", "", str(error.msg))
