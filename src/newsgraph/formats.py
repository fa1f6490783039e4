"""The formats a graph is written in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph import jsonld, turtle
from newsgraph.errors import FormatError
from newsgraph.rdf import union


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, its file ending, and the function from triples to bytes."""

    name: str
    ending: str
    write: Callable[[Iterable[ox.Triple]], bytes]


def _by_oxigraph(engine: ox.RdfFormat) -> Callable[[Iterable[ox.Triple]], bytes]:
    return lambda triples: ox.serialize(union(triples), format=engine)


FORMATS = (
    Format("turtle", ".ttl", turtle.write),
    Format("json-ld", ".jsonld", jsonld.write),
    Format("n-triples", ".nt", _by_oxigraph(ox.RdfFormat.N_TRIPLES)),
    Format("n-quads", ".nq", _by_oxigraph(ox.RdfFormat.N_QUADS)),
    Format("trig", ".trig", turtle.write),  # a graph without a name is the same in both
    Format("rdf-xml", ".rdf", _by_oxigraph(ox.RdfFormat.RDF_XML)),
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
    for fmt in FORMATS:
        if path.removesuffix(".gz").endswith(fmt.ending):
            return fmt
    known = " ".join(f.ending for f in FORMATS)
    raise FormatError("no format has this ending", file=path, advice=f"expected one of: {known}, or name a --format")
