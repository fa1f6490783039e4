"""The formats a graph is written in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph import jsonld, turtle
from newsgraph.errors import FormatError
from newsgraph.namespace import TYPE
from newsgraph.rdf import format_of, written


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, its file ending, and the function from triples to bytes."""

    name: str
    ending: str
    write: Callable[[Iterable[ox.Triple]], bytes]


def _by_oxigraph(engine: ox.RdfFormat) -> Callable[[Iterable[ox.Triple]], bytes]:
    return lambda triples: ox.serialize(written(triples), format=engine) or b""


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
    Format("turtle", ".ttl", turtle.write),
    Format("json-ld", ".jsonld", jsonld.write),
    Format("n-triples", ".nt", _by_oxigraph(ox.RdfFormat.N_TRIPLES)),
    Format("n-quads", ".nq", _by_oxigraph(ox.RdfFormat.N_QUADS)),
    Format("trig", ".trig", turtle.write),  # a graph without a name is the same in both
    Format("rdf-xml", ".rdf", _rdf_xml),
)


def named(name: str) -> Format:
    """The format of that name. Raises FormatError.

    >>> named("turtle").ending
    '.ttl'
    """
    for fmt in FORMATS:
        if fmt.name == name:
            return fmt
    raise FormatError(f"unknown format {name!r}", advice="expected one of: " + " ".join(f.name for f in FORMATS))


def by_ending(path: str) -> Format:
    """The format that a file name's ending stands for (`.gz` left off). Raises FormatError."""
    return named(format_of(path))
