"""Tokens to terms: what pyoxigraph would make of them, by itself in the simple cases, by asking it in the others."""

import re
from dataclasses import dataclass, field

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import XSD
from newsgraph.place.lexer import Token

ABSOLUTE = re.compile(rb"[A-Za-z][A-Za-z0-9+.-]*+:")
ESCAPE = re.compile(rb"\\(.)")
DOTS = b"/."  # what pyoxigraph takes out of paths
BOOLEAN, INTEGER, DECIMAL, DOUBLE = (ox.NamedNode(XSD + name) for name in ("boolean", "integer", "decimal", "double"))


@dataclass(slots=True)
class Scope:
    """The prefixes and the base that hold at a place of a document."""

    base: str
    prefixes: dict[bytes, str] = field(default_factory=dict)

    def iri(self, token: Token) -> str:
        """The IRI of `<…>` or of a prefixed name."""
        if token.kind == "iri":
            return self._resolved(token.text)
        prefix, _, local = token.text.partition(b":")
        return self.prefixes[prefix] + (ESCAPE.sub(rb"\1", local) if b"\\" in local else local).decode()

    def written(self, iris: frozenset[str]) -> frozenset[bytes]:
        """All ways to write these IRIs without escapes: in angle brackets, or with a prefix that fits."""
        short = {
            prefix + b":" + iri[len(space) :].encode()
            for prefix, space in self.prefixes.items()
            for iri in iris
            if iri.startswith(space)
        }
        return frozenset(short | {b"<" + iri.encode() + b">" for iri in iris})

    def _resolved(self, text: bytes) -> str:
        if ABSOLUTE.match(text, 1) and b"\\" not in text and DOTS not in text:
            return text[1:-1].decode()
        found = self._asked(text)
        assert isinstance(found, ox.NamedNode)
        return found.value

    def _asked(self, text: bytes) -> Term:
        """What pyoxigraph makes of a token that needs no prefix."""
        document = b"<x:s> <x:p> " + text + b" ."
        (quad,) = ox.parse(input=document, format=ox.RdfFormat.TURTLE, base_iri=self.base or None)
        asked: Term = quad.object
        return asked

    def literal(self, token: Token, language: bytes = b"", datatype: str = "") -> Term:
        """The literal of a string with its language (without @) or datatype."""
        text = token.text
        cut = 3 if text.startswith((b'"""', b"'''")) and len(text) >= 6 else 1
        value = text[cut:-cut].decode() if b"\\" not in text else _value(self._asked(text))
        if language:
            return ox.Literal(value, language=language.decode())
        return ox.Literal(value, datatype=ox.NamedNode(datatype)) if datatype else ox.Literal(value)


def _value(term: Term) -> str:
    assert isinstance(term, ox.Literal)
    return term.value


def bare(token: Token) -> Term:
    """The literal of a bare number or boolean."""
    text = token.text.decode()
    if token.kind == "word":
        kind = BOOLEAN
    elif "e" in text.lower():
        kind = DOUBLE
    else:
        kind = DECIMAL if "." in text else INTEGER
    return ox.Literal(text, datatype=kind)
