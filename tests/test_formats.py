"""Every format says the same: written, and read again by two libraries, a graph is the graph it was."""

import re

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from newsgraph.errors import FormatError
from newsgraph.formats import FORMATS, by_ending, named
from newsgraph.namespace import PREFIXES
from newsgraph.rdf import parse

XSD = PREFIXES["xsd"]
# what XML 1.0 can hold: RDF/XML is one of the formats
LETTERS = st.characters(
    exclude_categories=("Cs", "Cc", "Cn"), include_characters="\n\t\r", exclude_characters="\ufffe\uffff"
)
TEXTS = st.text(LETTERS, max_size=30) | st.sampled_from(
    ['"', '"""', "\\", "a\nb", "a\r\nb", "😀", "'''", "<b>&amp;", "\u202e", "]]>"]
)
LOCALS = st.sampled_from(["a", "a-b", "a.b", "börse", "百度", "😀", "a_1", "%C3%BC", "x~y", "a/b", "1"])
SPACES = st.sampled_from([*sorted(PREFIXES.values()), "https://example.org/", "urn:x:", "https://bücher.example/"])
IRIS = st.builds(lambda space, local: ox.NamedNode(space + local), SPACES, LOCALS)
NAMED = st.builds(
    lambda space, local: ox.NamedNode(space + local), SPACES, st.sampled_from(["p", "p-q", "größe", "p1"])
)
NODES = IRIS | st.sampled_from([ox.BlankNode("b0"), ox.BlankNode("b1")])
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3).map(lambda d: ("decimal", f"{d:f}"))
VALUES = st.one_of(
    DECIMALS,
    st.integers().map(lambda i: ("integer", str(i))),
    st.dates().map(lambda d: ("date", d.isoformat())),
    st.sampled_from([("boolean", "true"), ("boolean", "1"), ("double", "1.0E3"), ("anyURI", "https://example.org/")]),
    st.sampled_from(
        [
            ("decimal", "viel"),
            ("gYear", "2025"),
            ("duration", "P75D"),
            ("integer", "007"),
            ("decimal", "0.00000001"),
            ("decimal", "+1.50"),
        ]
    ),
)
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    st.builds(
        lambda text, tag: ox.Literal(text, language=tag), TEXTS, st.sampled_from(["de", "en", "zh-hans", "de-ch"])
    ),
    VALUES.map(lambda v: ox.Literal(v[1], datatype=ox.NamedNode(XSD + v[0]))),
    TEXTS.map(lambda text: ox.Literal(text, datatype=ox.NamedNode("https://example.org/datatype"))),
)
TRIPLES = st.builds(ox.Triple, NODES, NAMED, NODES | LITERALS)
RDF = FORMATS[:6]
NO_NAME = re.compile("^<.*[/:#](1|😀)>$")  # what of LOCALS cannot be an element's name
RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
TYPED = st.builds(ox.Triple, NODES, st.just(RDF_TYPE), NODES | LITERALS)
GRAPHS = st.lists(TRIPLES | TYPED, max_size=12)
KNOWN = [
    ox.Triple(ox.NamedNode("https://w3id.org/newsgraph/id/a"), ox.NamedNode(PREFIXES["ng"] + "quote"), value)
    for value in (ox.Literal('Er sagte: "Nein."\n\n»Ja« 😀', language="de"), ox.Literal("x\r\n\ty\\"), ox.Literal(""))
]


@pytest.fixture(autouse=True, scope="module")
def _literals_as_written():
    """rdflib rewrites literals on reading unless it is told not to."""
    old, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    yield
    rdflib.NORMALIZE_LITERALS = old


def by_rdflib(content: bytes, fmt: str) -> rdflib.Graph:
    """What rdflib reads; its names for the formats, its graph of everything for those with graph names."""
    names = {"turtle": "turtle", "json-ld": "json-ld", "n-triples": "nt", "rdf-xml": "xml"}
    if fmt in names:
        return rdflib.Graph().parse(data=content, format=names[fmt])
    found = rdflib.Graph()
    for s, p, o, _ in rdflib.Dataset().parse(data=content, format={"n-quads": "nquads", "trig": "trig"}[fmt]).quads():
        found.add((s, p, o))
    return found


def by_oxigraph(content: bytes, fmt: str) -> rdflib.Graph:
    """What pyoxigraph reads, as an rdflib graph by way of N-Triples."""
    return rdflib.Graph().parse(data=as_lines(parse(content, fmt, "d")), format="nt")


def as_lines(triples: list[ox.Triple]) -> bytes:
    """N-Triples without any of our code between."""
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
@pytest.mark.parametrize("fmt", RDF, ids=lambda f: f.name)
@given(graph=GRAPHS)
@example(graph=KNOWN)
@example(graph=[ox.Triple(ox.BlankNode("b0"), RDF_TYPE, ox.NamedNode("https://example.org/😀"))])
@example(graph=[ox.Triple(ox.BlankNode("b0"), RDF_TYPE, ox.NamedNode("https://example.org/1"))])
@settings(deadline=None, max_examples=100)
def test_both_libraries_read_what_was_written(fmt, graph: list[ox.Triple]) -> None:
    if fmt.name == "rdf-xml" and any(t.predicate == RDF_TYPE and NO_NAME.search(str(t.object)) for t in graph):
        with pytest.raises(FormatError, match="has no name for the class"):
            fmt.write(graph)
        return
    expected = rdflib.Graph().parse(data=as_lines(graph), format="nt")
    content = fmt.write(graph)
    assert isomorphic(by_oxigraph(content, fmt.name), expected)
    assert isomorphic(by_rdflib(content, fmt.name), expected)


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f.name)
@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_the_bytes_do_not_depend_on_the_order(fmt, data: st.DataObject) -> None:
    graph = [t for t in data.draw(GRAPHS) if not (t.predicate == RDF_TYPE and NO_NAME.search(str(t.object)))]
    again = data.draw(st.permutations(graph))
    assert fmt.write(again) == fmt.write(graph) == fmt.write(graph + again)


def test_the_ten_formats_and_their_endings() -> None:
    assert [(f.name, f.ending) for f in FORMATS] == [
        ("turtle", ".ttl"),
        ("json-ld", ".jsonld"),
        ("n-triples", ".nt"),
        ("n-quads", ".nq"),
        ("trig", ".trig"),
        ("rdf-xml", ".rdf"),
        ("csv", ".csv"),
        ("graphml", ".graphml"),
        ("dot", ".dot"),
        ("svg", ".svg"),
    ]
    assert [by_ending(f"a{f.ending}") for f in FORMATS] == list(FORMATS)
    assert [by_ending(f"a{f.ending}.gz") for f in FORMATS] == list(FORMATS)
    assert [named(f.name) for f in FORMATS] == list(FORMATS)


def test_unknown_names_and_endings_are_told() -> None:
    with pytest.raises(FormatError) as found:
        named("ttl")
    known = "turtle json-ld n-triples n-quads trig rdf-xml csv graphml dot svg"
    assert str(found.value) == f"unknown format 'ttl'; expected one of: {known}"
    with pytest.raises(FormatError, match=r"^a.txt: no format has this ending; name a --format, or use one of: "):
        by_ending("a.txt")


NOT_IN_XML = [
    ("https://example.org/1", ox.Literal("x"), "RDF/XML has no name for the predicate <https://example.org/1>"),
    ("https://example.org/", ox.Literal("x"), "RDF/XML has no name for the predicate <https://example.org/>"),
    ("https://example.org/p", ox.Literal("a\x01b"), "XML cannot hold a control character, as in a literal of <x:a>"),
    ("https://example.org/p", ox.Literal("a\uffffb"), "XML cannot hold a control character, as in a literal of <x:a>"),
]


@pytest.mark.parametrize(("predicate", "value", "error"), NOT_IN_XML)
def test_what_xml_cannot_say_is_refused(predicate: str, value: ox.Literal, error: str) -> None:
    triple = ox.Triple(ox.NamedNode("x:a"), ox.NamedNode(predicate), value)
    with pytest.raises(FormatError) as found:
        named("rdf-xml").write([triple])
    assert str(found.value) == f"{error}; choose another format, turtle for example"
    assert len(NOT_IN_XML) == 4
