"""Answers in every form: as the SPARQL 1.1 results formats say, and with labels for people."""

import csv
import io
import json
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from newsgraph.errors import FormatError
from newsgraph.label import Labels, in_store
from newsgraph.query import over, run
from newsgraph.rdf import parse
from newsgraph.result import View, render, write

DATA = parse(
    b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix ngc: <https://w3id.org/newsgraph/concept/> .
    ngi:a rdfs:label "Eins"@de , "One"@en , "Un"@fr ; ng:modality ngc:planned . ngi:b rdfs:label "B" .
    ngi:c rdfs:label "Trois"@fr ; ng:quote "a,\\"b\\"\\n\\tc" . ngi:d ng:value 1.5 .""",
    "turtle",
    "d",
)
EVERY = 'SELECT * { VALUES (?x ?y) { (<x:a> "t\\"\\t\\n,")(UNDEF "ü"@de) (1.5 true) (UNDEF UNDEF) } }'


def labelled(sparql: str, language: str, fmt: str = "table") -> str:
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in DATA)
    out = io.BytesIO()
    write(over(store, sparql), View(fmt, Labels(language, in_store(store))), out)
    return out.getvalue().decode()


@pytest.mark.parametrize(("language", "first"), [("de", "Eins"), ("en", "One"), ("it", "One")])
def test_labels_in_the_language_or_the_next_best(language: str, first: str) -> None:
    rows = labelled("SELECT DISTINCT ?s { ?s ?p ?o } ORDER BY ?s", language).splitlines()[2:]
    assert rows == [first, "B", "Trois", "ngi:d"]


def test_terms_of_ours_have_the_labels_of_the_ontology() -> None:
    assert labelled("SELECT ?o { ngi:a ng:modality ?o }", "de", "csv") == "o\r\ngeplant\r\n"
    assert labelled("SELECT ?o { ngi:a ng:modality ?o }", "en", "csv") == "o\r\nplanned\r\n"


def test_labels_are_refused_where_terms_are_wanted() -> None:
    with pytest.raises(FormatError, match="labels go with table and csv"):
        labelled("SELECT ?s { ?s ?p ?o }", "de", "json")


def test_csv_is_quoted_and_ends_lines_as_its_specification_says() -> None:
    text = render(run(EVERY, DATA), "csv")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["x", "y"],
        ["x:a", 't"\t\n,'],
        ["", "ü"],
        ["1.5", "true"],
        ["", ""],
    ]
    assert text.count("\r\n") == 5


def test_tsv_holds_turtle_terms() -> None:
    lines = render(run(EVERY, DATA), "tsv").split("\n")
    assert lines == ["?x\t?y", '<x:a>\t"t\\"\\t\\n,"', '\t"ü"@de', "1.5\ttrue", "\t", ""]


def test_json_and_xml_name_variables_and_leave_out_what_is_unbound() -> None:
    told = json.loads(render(run(EVERY, DATA), "json"))
    assert told["head"]["vars"] == ["x", "y"]
    assert [sorted(row) for row in told["results"]["bindings"]] == [["x", "y"], ["y"], ["x", "y"], []]
    space = "{http://www.w3.org/2005/sparql-results#}"
    root = ElementTree.fromstring(render(run(EVERY, DATA), "xml"))
    assert root.tag == f"{space}sparql"
    assert [len(row) for row in root.iter(f"{space}result")] == [2, 1, 2, 0]


def test_a_last_row_of_nothing_is_a_row() -> None:
    assert render(run("SELECT ?x { VALUES ?x { 1 UNDEF } }", DATA), "tsv") == "?x\n1\n\n"
