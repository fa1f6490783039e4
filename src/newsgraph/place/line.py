"""N-Triples and N-Quads read with places: a line is a triple (RDF 1.1 N-Triples, section 2)."""

import re
from collections.abc import Iterator

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.place.lexer import IRI, WORD, Token
from newsgraph.place.span import Located, Span
from newsgraph.place.term import Scope

# a whole line, so that the search goes from line to line and not from byte to byte
SUBJECT = re.compile(rb"[ \t\r]*+(?:(" + IRI + rb"|_:" + WORD + rb")[^\n]*+|[^\n]*+)\n?+")
LITERAL = rb'"(?:[^"\\\r\n]++|\\.)*+"'
LINE = re.compile(
    rb"[ \t]*+(" + IRI + rb"|" + WORD + rb")[ \t]*+(" + IRI + rb")[ \t]*+(?:(" + IRI + rb"|" + WORD + rb")"
    rb"|(" + LITERAL + rb")[ \t]*+(?:(@[A-Za-z0-9-]++)|\^\^[ \t]*+(" + IRI + rb"))?+)"
)


def read(content: bytes, base: str, wanted: frozenset[str] | None = None) -> Iterator[Located]:
    """The triples of a document that pyoxigraph accepts; with `wanted`, only those with such an IRI as subject."""
    scope = Scope(base)
    names = None if wanted is None else scope.written(wanted)
    for found in SUBJECT.finditer(content):
        text = found[1]
        if text is not None and (names is None or text in names or (_is_odd(text) and _in(text, scope, wanted))):
            yield _triple(content, found.start(), scope)


def _is_odd(text: bytes) -> bool:
    """Whether an IRI may be written in another way than it is meant."""
    return text[:1] == b"<" and (b"\\" in text or b"/." in text)


def _in(text: bytes, scope: Scope, wanted: frozenset[str] | None) -> bool:
    return wanted is not None and scope.iri(Token("iri", text, 0)) in wanted


def _triple(content: bytes, offset: int, scope: Scope) -> Located:
    found = LINE.match(content, offset)
    if found is None:
        raise ValueError(f"no triple at byte {offset}")
    subject, verb, node, string, language, kind = found.groups()
    first, last = found.span(3) if node else (found.start(4), found.end())
    terms = (_node(subject, scope), _node(verb, scope))
    value = _node(node, scope) if node else _literal(string, language, kind, scope)
    return Located(*terms, value, (Span(*found.span(1)), Span(*found.span(2)), Span(first, last)))


def _node(text: bytes, scope: Scope) -> Term:
    if text.startswith(b"_:"):
        return ox.BlankNode("l" + text[2:].decode())
    return ox.NamedNode(scope.iri(Token("iri", text, 0)))


def _literal(string: bytes, language: bytes | None, kind: bytes | None, scope: Scope) -> Term:
    datatype = scope.iri(Token("iri", kind, 0)) if kind else ""
    return scope.literal(Token("string", string, 0), language=(language or b"")[1:], datatype=datatype)
