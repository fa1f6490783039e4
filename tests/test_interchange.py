"""validate takes the graphs of rdflib and pyoxigraph, and leaves them as they are."""

import pyoxigraph as ox
import pytest
import rdflib

import newsgraph
from newsgraph.errors import InputError
from newsgraph.report import Report

TURTLE = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
ngi:m a ng:MonetaryAmount ; ng:value 12.50 ; ng:currency "Taler" . ngi:r a ng:Role ; ng:person _:p . _:p a ng:Place ."""
QUADS = [*ox.parse(TURTLE, ox.RdfFormat.TURTLE)]


def store() -> ox.Store:
    """The data in a named graph and in the default graph."""
    found = ox.Store()
    found.extend(QUADS)
    found.extend(ox.Quad(q.subject, q.predicate, q.object, ox.NamedNode("urn:g")) for q in QUADS)
    return found


def dataset() -> rdflib.Dataset:
    """The data in a named graph."""
    found = rdflib.Dataset()
    found.graph(rdflib.URIRef("urn:g")).parse(data=TURTLE, format="turtle")
    return found


GRAPHS = {
    "rdflib.Graph": lambda: rdflib.Graph().parse(data=TURTLE, format="turtle"),
    "rdflib.Dataset": dataset,
    "pyoxigraph.Store": store,
    "pyoxigraph.Dataset": lambda: ox.Dataset(QUADS),
    "quads": lambda: list(QUADS),
    "triples": lambda: [q.triple for q in QUADS],
    "generator": lambda: (q for q in QUADS),
}


def told(report: Report) -> list[tuple[str, str, str]]:
    """What a report says, blank nodes aside, which rdflib names anew."""
    blank = ox.BlankNode
    found = ((isinstance(r.focus_node, blank), isinstance(r.value_node, blank), r) for r in report)
    return sorted(("_" if f else r.focus, r.path, "_" if v else r.value) for f, v, r in found)


@pytest.mark.parametrize("engine", ["auto", "screen", "pyshacl"])
@pytest.mark.parametrize("kind", GRAPHS)
def test_every_kind_of_graph_gives_the_same_report(kind: str, engine: str) -> None:
    expected = told(newsgraph.validate(GRAPHS["triples"]()))
    assert [path for _, path, _ in expected].count("ng:currency") == 1
    assert told(newsgraph.validate(GRAPHS[kind](), engine=engine)) == expected


def test_the_graph_stays_as_it_is() -> None:
    graph, kept = rdflib.Graph().parse(data=TURTLE, format="turtle"), store()
    before = set(graph), set(kept)
    newsgraph.validate(graph)
    newsgraph.validate(kept)
    assert (set(graph), set(kept)) == before


def test_shapes_and_ontology_may_be_graphs_too() -> None:
    shapes = "<urn:s> <http://www.w3.org/ns/shacl#targetNode> <urn:a> ; <http://www.w3.org/ns/shacl#nodeKind> <http://www.w3.org/ns/shacl#Literal> ."
    rules = rdflib.Graph().parse(data=shapes, format="turtle")
    report = newsgraph.validate([QUADS[0].triple], rules, rdflib.Graph())
    assert [r.focus for r in report if not r.shape.endswith("Vocabulary")] == ["urn:a"]


@pytest.mark.parametrize("wrong", [5, "graph.ttl", [1]])
def test_what_is_no_graph_is_an_error(wrong: object) -> None:
    with pytest.raises(InputError, match="is no "):
        newsgraph.validate(wrong)
