"""The formats a graph is written in. All but the first six are for people and programs that do not read RDF."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

import pyoxigraph as ox

from newsgraph.errors import FormatError
from newsgraph.namespace import TYPE
from newsgraph.rdf import READABLE, written

Write = Callable[[Iterable[ox.Triple]], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, its file ending, and the function from triples to bytes: same triples in any order, same bytes."""

    name: str
    ending: str
    write: Write


def _of(module: str) -> Write:
    """`write` of one of our modules, which is imported when it is called."""

    def write(triples: Iterable[ox.Triple]) -> bytes:
        content: bytes = import_module(f"newsgraph.{module}").write(list(triples))
        return content

    return write


def _rdf_xml(triples: Iterable[ox.Triple]) -> bytes:
    """RDF/XML, after a check that XML can say it; a carriage return is escaped, or XML would read it as a line feed."""
    graph = written(triples)
    for triple in graph:
        if triple.predicate == TYPE and isinstance(triple.object, ox.NamedNode) and not _name(triple.object.value):
            raise FormatError(f"RDF/XML has no name for the class {triple.object}", advice=OTHER)
        if not _name(triple.predicate.value):
            raise FormatError(f"RDF/XML has no name for the predicate {triple.predicate}", advice=OTHER)
        if isinstance(triple.object, ox.Literal) and NOT_XML.search(triple.object.value):
            raise FormatError(f"XML cannot hold a control character, as in a literal of {triple.subject}", advice=OTHER)
    return (ox.serialize(graph, format=ox.RdfFormat.RDF_XML) or b"").replace(b"\r", b"&#xD;")


def _name(iri: str) -> bool:
    """Whether its end can be an element's name. (The engine writes a class as an element, too, and does not ask.)"""
    return QNAME.match(iri[::-1]) is not None and ASTRAL.search(iri) is None


OTHER = "choose another format, turtle for example"
# XML 1.0, production [2], and the end of an IRI that can be an element's name (production [4], ASCII and letters)
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
QNAME = re.compile(r"[\w.-]*[^\W\d]")  # read from the end, or the search would be quadratic
# characters that only the fifth edition of XML 1.0 lets into a name; the common parsers (expat) keep to the fourth
ASTRAL = re.compile(r"[\U00010000-\U0010ffff](?:[\w.-]|[^\x00-\x7f])*$")

FORMATS = (
    Format("turtle", ".ttl", _of("turtle")),
    Format("json-ld", ".jsonld", _of("jsonld")),
    Format("n-triples", ".nt", _of("linesort")),
    Format("n-quads", ".nq", _of("linesort")),  # a graph without a name is the same in both, as in the next
    Format("trig", ".trig", _of("turtle")),
    Format("rdf-xml", ".rdf", _rdf_xml),
    Format("csv", ".csv", _of("claimtable")),
    Format("graphml", ".graphml", _of("graphml")),
    Format("dot", ".dot", _of("dot")),
    Format("svg", ".svg", _of("svg")),
)
NAMES = " ".join(f.name for f in FORMATS)


def named(name: str) -> Format:
    """The format of that name. Raises FormatError.

    >>> named("turtle").ending
    '.ttl'
    """
    for fmt in FORMATS:
        if fmt.name == name:
            return fmt
    raise FormatError(f"unknown format {name!r}", advice=f"expected one of: {NAMES}")


def by_ending(path: str) -> Format:
    """The format that a file name's ending stands for (`.gz` left off). Raises FormatError."""
    plain = path.lower().removesuffix(".gz")
    endings = [(ending, name) for name, known, _ in READABLE for ending in known] + [
        (f.ending, f.name) for f in FORMATS
    ]
    for ending, name in endings:
        if plain.endswith(ending):
            return named(name)
    known = " ".join(f.ending for f in FORMATS)
    raise FormatError("no format has this ending", file=path, advice=f"name a --format, or use one of: {known}")
