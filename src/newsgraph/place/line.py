"""N-Triples and N-Quads read with places: a line is a triple (RDF 1.1 N-Triples, section 2)."""

import re
from collections.abc import Callable, Iterator

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.place.lexer import IRI, WORD, Token
from newsgraph.place.span import Located, Span
from newsgraph.place.term import Scope

SUBJECT = re.compile(rb"^[ \t]*+(" + IRI + rb"|_:" + WORD + rb")", re.MULTILINE)
LITERAL = rb'"(?:[^"\\\r\n]++|\\.)*+"'
LINE = re.compile(
    rb"[ \t]*+(" + IRI + rb"|" + WORD + rb")[ \t]*+(" + IRI + rb")[ \t]*+(?:(" + IRI + rb"|" + WORD + rb")"
    rb"|(" + LITERAL + rb")[ \t]*+(?:(@[A-Za-z0-9-]++)|\^\^[ \t]*+(" + IRI + rb"))?+)"
)


def read(content: bytes, base: str, wanted: Callable[[str], bool] | None = None) -> Iterator[Located]:
    """The triples of a document that pyoxigraph accepts; with `wanted`, only those with such an IRI as subject."""
    scope = Scope(base)
    for found in SUBJECT.finditer(content):
        if wanted is None or (found[1].startswith(b"<") and wanted(scope.iri(Token("iri", found[1], 0)))):
            yield _triple(content, found.start(), scope)


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
