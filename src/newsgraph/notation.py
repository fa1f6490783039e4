"""Terms as people write them in Turtle, short enough for a message."""

import json
import re

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import XSD
from newsgraph.path import curie

BARE = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD + "double": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)[eE][+-]?[0-9]+"),
    XSD + "boolean": re.compile(r"true|false"),
}
LONGEST = 60
HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def shown(term: Term) -> str:
    """A term as Turtle writes it, at most some sixty characters of a literal.

    >>> shown(ox.Literal("20.0", datatype=ox.NamedNode(XSD + "decimal"))), shown(ox.Literal("Rat", language="de"))
    ('20.0', '"Rat"@de')
    """
    if isinstance(term, ox.NamedNode):
        return curie(term.value)
    if isinstance(term, ox.BlankNode):
        return "[]"
    return visible(_literal(term) if isinstance(term, ox.Literal) else str(term))


def _literal(term: ox.Literal) -> str:
    if term.datatype.value in BARE and BARE[term.datatype.value].fullmatch(term.value):
        return term.value if len(term.value) <= LONGEST else term.value[:LONGEST] + "…"
    text = term.value if len(term.value) <= LONGEST else term.value[:LONGEST] + "…"
    quoted = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    if term.language:
        return f'"{quoted}"@{term.language}'
    return f'"{quoted}"' if term.datatype.value == XSD + "string" else f'"{quoted}"^^{curie(term.datatype.value)}'


def in_format(term: Term, fmt: str) -> str:
    """A term as a document of this format (newsgraph.rdf.READABLE) writes it.

    >>> in_format(ox.Literal("12.0", datatype=ox.NamedNode(XSD + "decimal")), "json-ld")
    '{"@value": "12.0", "@type": "http://www.w3.org/2001/XMLSchema#decimal"}'
    """
    if fmt in ("n-triples", "n-quads"):
        return str(term)
    if fmt == "json-ld":
        return json.dumps(_json(term), ensure_ascii=False)
    return _xml(term) if fmt == "rdf-xml" else shown(term)


def _xml(term: Term) -> str:
    from xml.sax.saxutils import escape, quoteattr  # brings half of urllib along

    if isinstance(term, ox.NamedNode):
        return f"<… rdf:resource={quoteattr(term.value)}/>"
    if not isinstance(term, ox.Literal):
        return shown(term)
    plain = term.language or term.datatype.value == XSD + "string"
    kind = "" if plain else f' rdf:datatype="{term.datatype.value}"'
    return f"<…{kind}>{escape(term.value)}</…>"


def _json(term: Term) -> object:
    if not isinstance(term, ox.Literal):
        return {"@id": term.value if isinstance(term, ox.NamedNode) else str(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    return term.value if term.datatype.value == XSD + "string" else {"@value": term.value, "@type": term.datatype.value}


def visible(text: str) -> str:
    """The text with characters that would act on a terminal, or hide, as escapes.

    >>> visible("a\\x1b[31m")
    'a\\\\x1b[31m'
    """
    return HIDDEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)
