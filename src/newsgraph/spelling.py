"""How a term is spelt in Turtle: pyoxigraph's spelling, without what other readers would rewrite or people would trip over.

A number stands without quotes only where rdflib leaves it as it is (it rewrites 007, +1.5, 1e3); a decimal has its
point; an IRI whose local name would need escapes is written out.
"""

import re
from collections.abc import Iterable

import pyoxigraph as ox

from newsgraph.namespace import PREFIXES

NUMBER = re.compile(rb"-?(?:0\.(?!000000)|[1-9][0-9]*\.)[0-9]+|0|-?[1-9][0-9]{0,100}")
WHOLE = re.compile(rb"[+-]?[0-9]+")
TEXT = rb'"[^"\\]*(?:\\.[^"\\]*)*"'
QUOTED = re.compile(b"(" + TEXT + rb")\^\^(.+)")
TOKEN = re.compile(TEXT + rb"(?:@[^\s]+|\^\^[^\s]+)?|[^\s]+")
ONE_TEXT = re.compile(rb"[\w:]+ " + TEXT + rb"(?:@[\w-]+)?")  # a predicate and a text: a line that needs no care
ESCAPED = re.compile(r"\\(.)")
SOMETHING = ox.NamedNode("x:")


def blocks(triples: Iterable[ox.Triple]) -> list[bytes]:
    """pyoxigraph's Turtle with our prefixes, cut at the full stops that end statements; not the prefixes' own lines."""
    text = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    return text.split(b" .\n")[len(PREFIXES) : -1]


def term(node: object) -> str:
    """A term as Turtle writes it."""
    [block] = blocks([ox.Triple(SOMETHING, SOMETHING, node)])  # type: ignore[arg-type]
    return spelt(block[len("<x:> <x:> ") :]).decode()


def line(text: bytes) -> tuple[bytes, set[bytes]]:
    """The predicate and the objects of a line (`ng:provides ngi:a , ngi:b`)."""
    predicate, *terms = TOKEN.findall(text)
    return spelt(predicate), {spelt(term) for term in terms[::2]}  # commas stand between


def spelt(term: bytes) -> bytes:
    """A term of pyoxigraph's Turtle as we spell it."""
    if term.startswith(b'"'):
        return _literal(term)
    if term[0] < 58:  # + - . 0 to 9
        return term if NUMBER.fullmatch(term) else b'"' + term + b'"^^xsd:' + _kind(term)
    return _long(term) if b"\\" in term else term


def prefix(term: bytes) -> bytes:
    """The prefix of a term or of its datatype; something else where it has none."""
    return (term.rpartition(b'"^^')[2] if term.startswith(b'"') else term).partition(b":")[0]


def _literal(term: bytes) -> bytes:
    """A literal in quotes: a decimal gets its point, a datatype loses its escapes."""
    parts = QUOTED.fullmatch(term)
    if parts is None:
        return term
    text, kind = parts.groups()
    if kind == b"xsd:decimal" and WHOLE.fullmatch(text[1:-1]):
        return spelt(text[1:-1] + b".0")
    return text + b"^^" + spelt(kind)


def _kind(number: bytes) -> bytes:
    """The datatype of a number without quotes (W3C Turtle, section 2.5.2)."""
    return b"double" if b"e" in number.lower() else b"decimal" if b"." in number else b"integer"


def _long(curie: bytes) -> bytes:
    """The IRI of a CURIE with escapes."""
    prefix, _, local = curie.decode().partition(":")
    return f"<{PREFIXES[prefix] + ESCAPED.sub(lambda found: found[1], local)}>".encode()
