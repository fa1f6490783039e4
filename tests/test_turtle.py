"""Turtle for people: paragraphs, order, shorthand. That it says the same as other formats: test_formats.py."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.namespace import NGI, PREFIXES, TYPE, expand
from newsgraph.spelling import term
from newsgraph.turtle import write

XSD = PREFIXES["xsd"]


def typed(value: str, kind: str) -> ox.Literal:
    """A literal with a datatype of XML Schema."""
    return ox.Literal(value, datatype=ox.NamedNode(XSD + kind))


TERMS = [
    (expand("ngi:reuters"), "ngi:reuters"),
    (expand("rdf:type"), "rdf:type"),
    (ox.NamedNode(NGI + "a/b"), f"<{NGI}a/b>"),
    (ox.NamedNode(NGI + "a-"), "ngi:a-"),
    (ox.NamedNode(NGI + "börse"), "ngi:börse"),
    (ox.NamedNode(NGI), "ngi:"),
    (ox.NamedNode("ng:x"), "<ng:x>"),
    (ox.NamedNode("https://example.org/x"), "<https://example.org/x>"),
    (ox.BlankNode("b1"), "_:b1"),
    (typed("12.50", "decimal"), "12.50"),
    (typed("-0.5", "decimal"), "-0.5"),
    (typed("+1.5", "decimal"), '"+1.5"^^xsd:decimal'),
    (typed("0.00000001", "decimal"), '"0.00000001"^^xsd:decimal'),
    (typed("007", "integer"), '"007"^^xsd:integer'),
    (typed("0", "integer"), "0"),
    (typed("5.", "decimal"), '"5."^^xsd:decimal'),
    (typed("viel", "decimal"), '"viel"^^xsd:decimal'),
    (typed("75", "integer"), "75"),
    (typed("75x", "integer"), '"75x"^^xsd:integer'),
    (typed("true", "boolean"), "true"),
    (typed("1", "boolean"), '"1"^^xsd:boolean'),
    (typed("1e3", "double"), '"1e3"^^xsd:double'),
    (typed("2025-01-24", "date"), '"2025-01-24"^^xsd:date'),
    (ox.Literal("P75D", datatype=ox.NamedNode("https://example.org/d")), '"P75D"^^<https://example.org/d>'),
    (ox.Literal('Sie sagte: "ja"\nund\tging\\'), r'"Sie sagte: \"ja\"\nund\tging\\"'),
    (ox.Literal("für 😀", language="de"), '"für 😀"@de'),
    (ox.Literal("a^^b", datatype=ox.NamedNode(XSD + "token")), '"a^^b"^^xsd:token'),
]


@pytest.mark.parametrize(("node", "written"), TERMS, ids=[w for _, w in TERMS])
def test_terms(node: object, written: str) -> None:
    assert term(node) == written
    assert len(TERMS) == 27


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.integers())
def test_a_decimal_always_has_a_point(value: object) -> None:
    written = write([ox.Triple(expand("ngi:a"), expand("ng:value"), typed(f"{value:f}" if value else "0", "decimal"))])
    last = written.decode().split()[-2]
    assert "." in last
    assert [q.object.datatype for q in ox.parse(written, format=ox.RdfFormat.TURTLE)] == [ox.NamedNode(XSD + "decimal")]


GRAPH = """\
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

ngi:z a ng:Company ;
    rdfs:label "Z" ;
    ng:provides ngi:a , ngi:b .

ngi:y a ng:Article .

ngi:x a ng:Claim ;
    ng:subject ngi:z ;
    ng:assertedBy ngi:y .

ngi:p2 a ng:Passage ;
    oa:start 9 .

ngi:p1 a ng:Passage ;
    oa:start 10 .
"""


def test_things_come_first_then_articles_claims_and_passages_by_their_place() -> None:
    triples = [ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(GRAPH, format=ox.RdfFormat.TURTLE)]
    assert write(triples).decode() == GRAPH
    assert write(reversed(triples)).decode() == GRAPH
    assert write(triples * 2).decode() == GRAPH


def test_an_empty_graph_is_an_empty_document() -> None:
    assert list(ox.parse(write([]), format=ox.RdfFormat.TURTLE)) == []


def test_a_start_that_is_no_number_does_not_disturb() -> None:
    triple = ox.Triple(expand("ngi:a"), expand("oa:start"), ox.Literal("bald"))
    other = ox.Triple(expand("ngi:a"), expand("oa:start"), expand("ngi:b"))
    assert b'oa:start "bald" , ngi:b .' in write([triple, other, ox.Triple(expand("ngi:a"), TYPE, expand("ng:Claim"))])
