"""RDF files in: bytes to triples, with the place of every syntax error.

Parsed with pyoxigraph: it fetches nothing, refuses remote JSON-LD contexts and passes the W3C Turtle tests.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox

from newsgraph import nesting
from newsgraph.data import files_in, folder
from newsgraph.encoding import position, wrong_encoding
from newsgraph.errors import FormatError, InputError, SyntaxFault
from newsgraph.files import read_bytes, reason
from newsgraph.namespace import XSD

# name, file endings, what pyoxigraph calls it
READABLE: tuple[tuple[str, tuple[str, ...], ox.RdfFormat], ...] = (
    ("turtle", (".ttl", ".turtle"), ox.RdfFormat.TURTLE),
    ("json-ld", (".jsonld", ".json"), ox.RdfFormat.JSON_LD),
    ("n-triples", (".nt",), ox.RdfFormat.N_TRIPLES),
    ("n-quads", (".nq",), ox.RdfFormat.N_QUADS),
    ("trig", (".trig",), ox.RdfFormat.TRIG),
    ("rdf-xml", (".rdf", ".xml", ".owl"), ox.RdfFormat.RDF_XML),
)
ENDINGS = tuple(ending for _, endings, _ in READABLE for ending in endings)
BOM = b"\xef\xbb\xbf"
DECIMAL = ox.NamedNode(XSD + "decimal")
WHOLE = re.compile(r"[+-]?[0-9]+")
DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
DEEPEST = 500  # brackets open at once
LINES = ("n-triples", "n-quads")
UNSETTLED = (b"_:", b"<<", b"--")  # without these a file of lines has no blank node, triple term or text direction


def format_of(name: str) -> str:
    """The format that a file name's ending stands for (`.gz` left off). Raises FormatError."""
    plain = name.lower().removesuffix(".gz")
    for fmt, endings, _ in READABLE:
        if plain.endswith(endings):
            return fmt
    raise FormatError(
        "no RDF format has this ending", file=name, advice=f"name a --format, or use one of: {' '.join(ENDINGS)}"
    )


class Blanks:
    """Gives blank nodes names that depend on the document only: on its digest, and on their order in it."""

    def __init__(self, digest: str) -> None:
        self.start = "b" + digest[:10]
        self.known: dict[ox.BlankNode, ox.BlankNode] = {}

    @classmethod
    def of(cls, content: bytes) -> "Blanks":
        """Those of a document that is all there."""
        return cls(hashlib.sha256(content).hexdigest())

    def named(self, term: Any) -> Any:
        """The blank node's name; every other term as it is."""
        if not isinstance(term, ox.BlankNode):
            return term
        return self.known.setdefault(term, ox.BlankNode(f"{self.start}x{len(self.known)}"))


def parse(content: bytes, fmt: str, name: str) -> list[ox.Triple]:
    """The triples of a document; graph names are left off. `name` is what errors call it.

    Blank nodes are named after the document's content and their order in it, so that the same files give the same
    bytes and two files never share one. Raises SyntaxFault, FormatError.
    """
    return [q.triple for q in parse_quads(content, fmt, name)]


def parse_quads(content: bytes, fmt: str, name: str, blanks: Blanks | None = None, before: int = 0) -> list[ox.Quad]:
    """The quads of a document, in its order; the rest is as in `parse`.

    For a piece of a document, `blanks` are those of the whole and `before` are the lines that came before.
    """
    engine = {f: e for f, _, e in READABLE}.get(fmt)
    if engine is None:
        raise FormatError(f"unknown format {fmt!r}", advice="expected one of: " + " ".join(f for f, _, _ in READABLE))
    _check(content, fmt, name)
    blanks = blanks or Blanks.of(content)
    try:
        quads = ox.parse(input=content.removeprefix(BOM), format=engine, base_iri=base_of(name))
        if fmt in LINES and not any(mark in content for mark in UNSETTLED):
            return list(quads)
        return [q if _settled(q) else _quad(q, blanks, name) for q in quads]
    except SyntaxError as e:
        raise wrong_encoding(content, name) or _fault(e, content, fmt, name, before) from e
    except MemoryError as e:  # pyoxigraph's name for a token that its buffer cannot hold
        raise SyntaxFault("holds a literal or name of more than 16 MiB", file=name, advice="shorten it") from e
    except ValueError as e:
        raise wrong_encoding(content, name) or SyntaxFault(str(e), file=name) from e


def streamed(path: Path) -> Iterator[ox.Triple]:
    """The triples of a file of lines (N-Triples, N-Quads) one by one, however large it is; as `parse` names them.

    The file is read twice, first for the names of its blank nodes. Raises SyntaxFault, InputError.
    """
    engine = {f: e for f, _, e in READABLE}[format_of(path.name)]
    try:
        blanks = Blanks(_digest(path))
        for q in ox.parse(path=str(path), format=engine):
            yield ox.Triple(blanks.named(q.subject), q.predicate, _plain(blanks.named(q.object), str(path)))
    except SyntaxError as e:
        raise _fault(e, b"", "", str(path), 0) from e
    except OSError as e:
        raise InputError(f"cannot be read: {reason(e)}", file=str(path)) from e


def _digest(path: Path) -> str:
    """The SHA-256 of a file of lines. Raises SyntaxFault where a line would end the parser."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.count(b"<<(") > DEEPEST:
                raise SyntaxFault(
                    f"is nested more than {DEEPEST} deep", file=str(path), line=number, advice="flatten it"
                )
            digest.update(line)
    return digest.hexdigest()


def _check(content: bytes, fmt: str, name: str) -> None:
    """Refuse what would stall or end the parser."""
    if fmt == "rdf-xml" and (found := DOCTYPE.search(content.replace(b"\0", b""))):
        line, column = position(content, found.start())
        advice = "remove it: entities can hide bombs"
        raise SyntaxFault("a DOCTYPE is not accepted", file=name, line=line, column=column, advice=advice)
    brackets = {"json-ld": nesting.JSON, "rdf-xml": nesting.XML}.get(fmt)
    nested = brackets is not None or b"<<(" in content  # counting takes as long as parsing: most documents have none
    if nested and nesting.depth(content, brackets or nesting.TRIPLE_TERMS) > DEEPEST:
        raise SyntaxFault(f"is nested more than {DEEPEST} deep", file=name, advice="flatten it")


def base_of(name: str) -> str:
    """The base IRI of a document without one of its own: its name without folders; an address of the web itself.

    >>> base_of("data/märz.ttl"), base_of("https://example.org/a/b.ttl")
    ('file:m%C3%A4rz.ttl', 'https://example.org/a/b.ttl')
    """
    if name.startswith(("http://", "https://")):
        return name
    return f"file:{quote(Path(name).name)}"


def _settled(q: ox.Quad) -> bool:
    """Whether nothing is to be renamed or refused; most quads are so, and asking is cheaper than making a new one."""
    kind = type(q.object)
    return type(q.subject) is ox.NamedNode and (
        kind is ox.NamedNode or (kind is ox.Literal and not q.object.direction)  # type: ignore[union-attr]
    )


def _quad(q: ox.Quad, blanks: Blanks, name: str) -> ox.Quad:
    """The quad with its blank nodes named, if RDF 1.1 has it."""
    return ox.Quad(blanks.named(q.subject), q.predicate, _plain(blanks.named(q.object), name), q.graph_name)


def _plain(term: Any, name: str) -> Any:
    """The term itself, if RDF 1.1 has it."""
    if isinstance(term, ox.Triple) or (isinstance(term, ox.Literal) and term.direction):
        raise SyntaxFault("holds RDF 1.2 (triple terms, text directions), RDF 1.1 was expected", file=name)
    return term


def read(path: Path, fmt: str | None = None) -> list[ox.Triple]:
    """The triples of a file, its format by option or by ending."""
    fmt = fmt or format_of(path.name)
    return parse(not_blank(read_bytes(path), str(path)), fmt, str(path))


def not_blank(content: bytes, name: str) -> bytes:
    """The content itself. Raises InputError where it holds nothing but blanks."""
    if not content.removeprefix(BOM).strip():
        raise InputError("is empty, RDF was expected", file=name)
    return content


def files_of(name: str) -> list[Path]:
    """The file itself, or all RDF files under a folder, sorted. Raises InputError where it has none."""
    if not Path(name).is_dir():
        return [Path(name)]
    files = sorted(f for f in Path(name).rglob("*") if f.name.lower().removesuffix(".gz").endswith(ENDINGS))
    if not files:
        raise InputError("holds no RDF files", file=name, advice=f"expected files that end with {' '.join(ENDINGS)}")
    return files


def read_data(name: str, *parts: str) -> list[ox.Triple]:
    """All Turtle of a data folder of ours (`parts`: these files or sub-folders of it only)."""
    top = folder(name)
    places = [top.joinpath(part) for part in parts] or [top]
    found = [f for place in places for f in ([place] if place.is_file() else files_in(place, ".ttl"))]
    return [t for f in found for t in parse(f.read_bytes(), "turtle", f"{name}/{f.name}")]


def union(*graphs: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples of all graphs, once each, sorted by their N-Triples form."""
    return sorted({t for g in graphs for t in g}, key=str)


def written(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples as every format writes them: once each, sorted, decimals with their point («20» as «20.0»)."""
    return union(ox.Triple(t.subject, t.predicate, _pointed(t.object)) for t in triples)


def _pointed(term: Any) -> Any:
    """A decimal in the canonical form of XML Schema 1.0 as far as its point goes: a bare 20 is an integer in Turtle."""
    if isinstance(term, ox.Literal) and term.datatype == DECIMAL and WHOLE.fullmatch(term.value):
        return ox.Literal(f"{term.value}.0", datatype=DECIMAL)
    return term


def _fault(error: SyntaxError, content: bytes, fmt: str, name: str, before: int) -> SyntaxFault:
    """pyoxigraph's error without its own copy of line and column."""
    word = re.sub(r"^Parser error (?:at|between) [^:]*\d: ", "", str(error.msg))
    if "LoadDocumentCallback" in word:
        return SyntaxFault("a remote context is not fetched", file=name, advice="write the context into the document")
    line = None if error.lineno is None else error.lineno + before
    column = error.offset
    if fmt == "rdf-xml" and line is None:
        line, column = _xml_place(content)
    return SyntaxFault(word, file=name, line=line, column=column)


def _xml_place(content: bytes) -> tuple[int | None, int | None]:
    """Where expat stops reading, which says what pyoxigraph does not."""
    from xml.parsers import expat

    try:
        expat.ParserCreate().Parse(content, True)
    except expat.ExpatError as e:
        return e.lineno, e.offset + 1
    return None, None
