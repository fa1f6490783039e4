"""Validation with pySHACL: results, messages in two languages, focus nodes, and a graph that is not changed."""

import pyoxigraph as ox
import pytest

from newsgraph.errors import EngineError, InputError
from newsgraph.namespace import NGI, NGS
from newsgraph.rdf import parse
from newsgraph.report import Report
from newsgraph.shape import our_ontology, our_shapes, validate

HEAD = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix ngs: <https://w3id.org/newsgraph/shapes#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
ONTOLOGY = """ng:Company a owl:Class . ng:Bank a owl:Class ; rdfs:subClassOf ng:Company .
ng:name a owl:DatatypeProperty .
ng:other a owl:DatatypeProperty ."""
SHAPE = """ngs:Company a sh:NodeShape ; sh:targetClass ng:Company ; sh:property ngs:Name .
ngs:Name a sh:PropertyShape ; sh:path ng:name ; sh:minCount 1 ; sh:datatype xsd:string ;
    sh:message "Ohne Namen."@de , "Without a name."@en .
"""


def judged(data: str, shapes: str = SHAPE) -> Report:
    """The report on some data."""
    return validate(*(parse((HEAD + text).encode(), "turtle", "d") for text in (data, shapes, ONTOLOGY)))


def test_a_violation_names_node_path_shape_and_both_messages() -> None:
    (result,) = judged("ngi:a a ng:Company .")
    assert (result.severity, result.focus, result.path, result.shape) == (0, NGI + "a", "ng:name", NGS + "Name")
    assert (result.text("de"), result.text("en")) == ("Ohne Namen.", "Without a name.")


def test_a_subclass_counts_as_its_superclass() -> None:
    report = judged("ngi:a a ng:Bank .")
    assert [r.focus for r in report] == [NGI + "a"]
    assert report.focus_nodes == ((NGS + "Company", 1),)


def test_data_that_no_shape_matches_does_not_conform() -> None:
    report = judged('ngi:a ng:name "A" .')
    assert (list(report), report.matched, report.conforms) == ([], False, False)
    assert judged('ngi:a a ng:Company ; ng:name "A" .').conforms


TARGETS = {
    "sh:targetClass ng:Company": 2,
    "sh:targetNode ngi:a , ngi:nowhere": 2,
    "sh:targetSubjectsOf ng:name": 1,
    "sh:targetObjectsOf ng:name": 1,
    "sh:targetClass ng:Bank": 1,
    "sh:targetSubjectsOf ng:other": 0,
}


@pytest.mark.parametrize(("target", "count"), TARGETS.items())
def test_focus_nodes_of_every_kind_of_target_are_counted(target: str, count: int) -> None:
    shape = f"ngs:S a sh:NodeShape ; {target} ."
    assert judged('ngi:a a ng:Company . ngi:b a ng:Bank ; ng:name "B" .', shape).focus_nodes == ((NGS + "S", count),)
    assert len(TARGETS) == 6


def test_an_unknown_term_is_a_violation_that_names_the_nearest() -> None:
    (result,) = judged('ngi:a a ng:Company ; ng:name "A" ; ng:nam "A" .')
    said = "ng:nam is not in the ontology. Perhaps ng:name is meant."
    assert result.line() == f"Violation: ngi:a ng:nam: {said} [ngs:Vocabulary]"


SPARQL = """ngs:S a sh:NodeShape ; sh:targetClass ng:Company ; sh:sparql [
    sh:prefixes ngs:p ; sh:message "Der Name {?value} ist zu kurz."@de , "The name {?value} is too short."@en ;
    sh:select "SELECT $this ?value WHERE { $this ng:name ?value FILTER(STRLEN(?value) < 2) }" ] .
ngs:p sh:declare [ sh:prefix "ng" ; sh:namespace "https://w3id.org/newsgraph/ontology#"^^xsd:anyURI ] .
"""


def test_messages_of_sparql_constraints_are_filled_in_both_languages() -> None:
    (result,) = judged('ngi:a a ng:Company ; ng:name "A" .', SPARQL)
    assert (result.text("de"), result.text("en")) == ("Der Name A ist zu kurz.", "The name A is too short.")


def test_an_ill_typed_literal_is_a_result_and_no_noise(capfd: pytest.CaptureFixture[str]) -> None:
    shape = (
        "ngs:S a sh:NodeShape ; sh:targetClass ng:Company ; sh:property [ sh:path ng:name ; sh:datatype xsd:date ] ."
    )
    assert [r.value for r in judged('ngi:a a ng:Company ; ng:name "bald"^^xsd:date .', shape)] == ["bald"]
    assert capfd.readouterr() == ("", "")


BROKEN = [
    'sh:property [ sh:path ng:name ; sh:minCount "abc" ]',
    'sh:property [ sh:path ng:name ; sh:pattern "(" ]',
    'sh:sparql [ sh:select "SELECT $this WHERE {" ]',
    "sh:property [ sh:class ng:Company ]",
]


@pytest.mark.parametrize("constraint", BROKEN)
def test_shapes_that_cannot_be_used_are_an_error_of_the_engine(
    constraint: str, capfd: pytest.CaptureFixture[str]
) -> None:
    shape = f"ngs:S a sh:NodeShape ; sh:targetClass ng:Company ; {constraint} ."
    with pytest.raises(EngineError, match=r"^the shapes cannot be used: "):
        judged('ngi:a a ng:Company ; ng:name "A" .', shape)
    assert capfd.readouterr() == ("", "")
    assert len(BROKEN) == 4


def test_the_graph_and_the_order_of_results_stay_the_same() -> None:
    data = parse((HEAD + "ngi:b a ng:Bank . ngi:a a ng:Company . ngi:c a ng:Bank .").encode(), "turtle", "d")
    before, shapes, terms = (
        list(data),
        parse((HEAD + SHAPE).encode(), "turtle", "s"),
        parse(HEAD.encode(), "turtle", "o"),
    )
    reports = {validate(order, shapes, terms) for order in (data, data[::-1])}
    assert data == before
    assert len(reports) == 1


def test_an_unknown_engine_is_an_error() -> None:
    with pytest.raises(InputError, match=r"^unknown engine 'jena'; expected one of: auto pyshacl screen direct$"):
        validate([], [], [], engine="jena")


PATHS = {
    "ng:name": "ng:name",
    "<https://example.org/a>": "<https://example.org/a>",
    "[ sh:inversePath ng:name ]": "^ng:name",
    "[ sh:alternativePath ( ng:name ng:other ) ]": "ng:name|ng:other",
    "( ng:name [ sh:alternativePath ( ng:name ng:other ) ] )": "ng:name/(ng:name|ng:other)",
    "[ sh:zeroOrMorePath [ sh:inversePath ng:name ] ]": "^ng:name*",
    "[ sh:inversePath [ sh:zeroOrOnePath ng:name ] ]": "^ng:name?",
    "( [ sh:oneOrMorePath ( ng:name ng:other ) ] ng:other )": "(ng:name/ng:other)+/ng:other",
}


@pytest.mark.parametrize(("path", "written"), PATHS.items())
def test_paths_are_written_as_sparql_does(path: str, written: str) -> None:
    shape = f"ngs:S a sh:PropertyShape ; sh:targetNode ngi:a ; sh:path {path} ; sh:minCount 5 ."
    (result,) = judged('ngi:a a ng:Company ; ng:name "A" .', shape)
    assert result.path == written
    assert len(PATHS) == 8


def test_focus_and_value_are_the_terms_themselves() -> None:
    shape = "ngs:S sh:targetClass ng:Company ; sh:property [ sh:path ng:name ; sh:datatype xsd:string ] ."
    (result,) = judged('_:x a ng:Company ; ng:name "A"@de-DE .', shape)
    assert isinstance(result.focus_node, ox.BlankNode)
    assert isinstance(result.source, ox.BlankNode)
    assert result.value_node == ox.Literal("A", language="de-de")


def test_our_own_shapes_and_ontology_are_there() -> None:
    assert len(our_shapes()) > 500
    assert len(our_ontology()) > 500
