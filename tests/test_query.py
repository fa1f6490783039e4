"""Questions: what is asked is answered, what would fetch, write or end the engine is refused."""

import csv
import io
import json

import pyoxigraph as ox
import pytest

from newsgraph.errors import FormatError, InputError, SyntaxFault
from newsgraph.prescan import check
from newsgraph.query import run
from newsgraph.question import questions
from newsgraph.rdf import parse
from newsgraph.result import FORMATS, render
from newsgraph.table import table

DATA = parse(
    b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
    ngi:a ng:value 20000000000.0 ; ng:quote "zwei\\n  Zeilen"@de . ngi:b ng:value 12.5 .""",
    "turtle",
    "d",
)
HERE = "<http://127.0.0.1:9/>"

# each would reach out of this machine or into its files; most are what pyoxigraph would run
REFUSED = [
    f"SELECT * {{ SERVICE {HERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ service silent {HERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ SERVICESILENT{HERE}{{ ?s ?p ?o }} }}",
    f"PREFIX : {HERE} SELECT * {{ SERVICE:x {{ ?s ?p ?o }} }}",
    f"PREFIX ng: {HERE} SELECT * {{ SERVICEng:x {{ ?s ?p ?o }} }}",
    f"SELECT * {{ BIND({HERE} AS ?x) SERVICE?x {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 1SERVICE{HERE}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p trueSERVICE{HERE}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p ''SERVICE{HERE}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p 'a'@de.SERVICE{HERE}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p ?o.SERVICE{HERE}{{ ?s ?p ?o }} }}",
    f"PREFIX a: <x:> SELECT * {{ ?s ?p a:.SERVICE{HERE}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p <x:a>SERVICE{HERE}{{ ?s ?p ?o }} }}",
    f"SELECT * {{ \\u0053ERVICE {HERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ \\U00000053ERVICE {HERE} {{ ?s ?p ?o }} }}",
    f'SELECT * {{ # """\n SERVICE {HERE} {{ ?s ?p ?o }} # """\n }}',
    f"SELECT * {{ # '\n SERVICE {HERE} {{ ?s ?p ?o }} # '\n }}",
    f"SELECT * {{ ?s ?p <x:a#b>. SERVICE {HERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p <x:a\xa0#>. SERVICE {HERE} {{ ?s ?p ?o }} }}",
    f"SELECT * {{ ?s ?p '\\u0027 SERVICE {HERE} {{ ?s ?p ?o }} #'",
    f"SELECT * {{ FILTER EXISTS {{ SERVICE {HERE} {{ ?s ?p ?o }} }} }}",
    "SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }",
    "SELECT *FROM<http://127.0.0.1:9/>{ ?s ?p ?o }",
    "SELECT * FROM NAMED <http://127.0.0.1:9/> { ?s ?p ?o }",
    "SELECT *FROMNAMED<http://127.0.0.1:9/>{ ?s ?p ?o }",
    "LOAD <file:///etc/hostname>",
    "INSERT DATA { <x:a> <x:b> 1 }",
    "DELETE WHERE { ?s ?p ?o }",
    "DROP ALL",
    "CLEAR ALL",
]
ALLOWED = [
    "SELECT ?from ?service { ?from ng:from ?service }",
    "SELECT * { ?s ng:load 'SERVICE', \"FROM\", '''SERVICE'''@de-from . ngi:a.b-from ?p <x:FROM> } # FROM here",
    'SELECT * { ?s ?p """a " FROM \\""" """ }',
    "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
]


@pytest.mark.parametrize("sparql", REFUSED)
def test_what_fetches_or_writes_is_refused(sparql: str) -> None:
    with pytest.raises(InputError, match="is refused: nothing is fetched or changed by a query") as found:
        run(sparql, DATA)
    assert not isinstance(found.value, SyntaxFault)
    assert len(REFUSED) == 30


@pytest.mark.parametrize("sparql", ALLOWED)
def test_the_same_words_as_names_and_texts_are_not(sparql: str) -> None:
    run(sparql, DATA)
    assert len(ALLOWED) == 4


HEAVY = {
    "nested groups": "SELECT * " + "{" * 3000 + "}" * 3000,
    "nested brackets": "SELECT * { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
    "many unions": "SELECT * { {}" + "UNION{}" * 10_000 + " }",
    "many negations": "SELECT * { FILTER(" + "!" * 50_000 + "1) }",
    "a long path": "SELECT * { ?s <x:a>" + "/<x:a>" * 10_000 + " ?o }",
    "many sums": "SELECT * { FILTER(1" + "+1" * 45_000 + ") }",
    "a long text": "SELECT * { ?s ?p '" + "x" * 100_000 + "' }",
}


@pytest.mark.parametrize("name", HEAVY)
def test_what_would_end_the_engine_is_refused(name: str) -> None:
    with pytest.raises(InputError, match=r"is nested more than|holds more than|is longer than"):
        check(HEAVY[name])
    assert len(HEAVY) == 7


FAULTS = [
    ("SELEKT * {}", "q:1:8: "),
    ("SELECT ?x WHERE {\n ?x ?y }", "q:2:8: "),
    ("SELECT * { ?s ?p ?o }\n ORDER BY", "q:2:8: expected one of "),
    ("SELECT * { ?s nope:b ?o }", "q:1:15: "),
    ("SELECT * { ?s ?p '\\ud800' }", "q:1:18: "),
    ("SELECT * {\n ?s ?p ?o\n", "q:3:1: "),
    ("SELECT *\n{\n ?s ?p\n}\n", "q:4:1: "),
    ("", "q:1:1: "),
]


@pytest.mark.parametrize(("sparql", "place"), FAULTS)
def test_a_syntax_error_says_line_and_column_in_one_short_line(sparql: str, place: str) -> None:
    with pytest.raises(SyntaxFault) as found:
        run(sparql, DATA, "q")
    text = str(found.value)
    assert text[: len(place)] == place
    assert len(text) < 150 and "\n" not in text and "'A'" not in text
    assert len(FAULTS) == 8


def test_a_query_with_half_a_letter_is_told() -> None:
    with pytest.raises(InputError, match="q: is not UTF-8"):
        run("SELECT * { ?s ?p '\udcff' }", DATA, "q")


def test_our_prefixes_are_known() -> None:
    assert render(run("ASK { ngi:a ng:value ?v . ngi:a a rdfs:Class }", DATA), "table") == "false\n"


ROWS = "SELECT ?s ?value ?quote { ?s ng:value ?value OPTIONAL { ?s ng:quote ?quote } } ORDER BY ?s"


def test_rows_as_a_table_for_people() -> None:
    assert render(run(ROWS, DATA), "table") == (
        "s      value           quote\n"
        "-----  --------------  -----------\n"
        "ngi:a  20,000,000,000  zwei Zeilen\n"
        "ngi:b  12.5\n"
    )


def test_rows_in_every_format() -> None:
    answers = {fmt: render(run(ROWS, DATA), fmt) for fmt in FORMATS if fmt != "turtle"}
    assert [row["value"] for row in csv.DictReader(io.StringIO(answers["csv"]))] == ["20000000000", "12.5"]
    assert len(json.loads(answers["json"])["results"]["bindings"]) == 2
    assert answers["tsv"].startswith("?s\t?value\t?quote\n")
    assert answers["xml"].startswith("<?xml")
    assert len(answers) == 5
    assert [a for a in answers.values() if not a.endswith("\n") or a.endswith("\n\n")] == []


def test_a_graph_as_turtle_and_nothing_else() -> None:
    graph = "CONSTRUCT { ?s ng:value 1.50 } WHERE { ?s ng:quote ?q }"
    for fmt in ("table", "turtle"):
        assert render(run(graph, DATA), fmt).endswith("ngi:a ng:value 1.50 .\n")
    for answer, fmt in ((graph, "csv"), (ROWS, "turtle"), ("ASK {}", "turtle")):
        with pytest.raises(FormatError):
            render(run(answer, DATA), fmt)


def test_yes_and_no() -> None:
    answers = {fmt: render(run("ASK {}", DATA), fmt) for fmt in FORMATS if fmt != "turtle"}
    assert (answers["table"], answers["csv"], answers["tsv"]) == ("true\n", "true\n", "true\n")
    assert json.loads(answers["json"])["boolean"] is True


def test_large_numbers_keep_all_their_digits() -> None:
    answer = run("SELECT (1234567890123456789012345 AS ?x) (2025 AS ?y) (-12345.0 AS ?z) {}", DATA)
    assert render(answer, "table").splitlines()[2] == "1,234,567,890,123,456,789,012,345  2025  -12,345"


def test_a_table_without_rows_and_with_long_cells() -> None:
    assert table(["a", "b"], []) == "a  b\n-  -\n"
    assert table(["a"], [["x" * 9]], widest=5) == "a\n-----\nxxxx…\n"


def test_the_questions_have_sentences_and_can_be_asked() -> None:
    found = questions()
    assert "who-says-how-much" in [q.name for q in found]
    assert [q.name for q in found if not (q.de and q.en)] == []
    assert [q.name for q in found if not isinstance(run(q.sparql, DATA), ox.QuerySolutions | ox.QueryBoolean)] == []
