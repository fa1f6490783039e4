"""Parameters of a query are terms: no value changes what is asked."""

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsgraph.errors import InputError
from newsgraph.parameter import bind, term
from newsgraph.query import run
from newsgraph.rdf import parse

DATA = parse(b'<x:a> <x:p> "A" . <x:b> <x:p> "B" . <x:b> <x:n> 5 . <x:a> <x:n> 3 .', "turtle", "d")
QUERY = "SELECT ?s ?v { ?s <x:p> ?v } ORDER BY ?s"


def rows(sparql: str, **values: str) -> list[str]:
    answer = run(bind(sparql, values), DATA)
    assert isinstance(answer, ox.QuerySolutions)
    return [row["s"].value for row in answer]


ASKED = [
    (QUERY, {"v": "A"}, ["x:a"]),
    (QUERY, {"s": "<x:b>"}, ["x:b"]),
    ("SELECT ?s { ?s <x:n> ?n FILTER(?n > ?least) }", {"least": "4"}, ["x:b"]),
    ("SELECT ?s { VALUES ?v { UNDEF } ?s <x:p> ?v } # ?v {", {"v": "B"}, ["x:b"]),
    ("SELECT ?s { { SELECT ?s (COUNT(*) AS ?k) { ?s <x:p> ?v } GROUP BY ?s } }", {"v": "B"}, ["x:b"]),
    (
        "SELECT ?s { { ?s <x:p> ?v } UNION { ?s <x:n> ?n FILTER(?n > ?least) } }",
        {"v": "A", "least": "4"},
        ["x:a", "x:b"],
    ),
]


@pytest.mark.parametrize(("sparql", "values", "expected"), ASKED)
def test_a_variable_is_bound_where_it_stands(sparql: str, values: dict[str, str], expected: list[str]) -> None:
    assert rows(sparql, **values) == expected
    assert len(ASKED) == 6


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example('" } ?s ?p ?o #')
@example("x> . } INSERT DATA { <x:a> <x:b> <x:c> } #")
@example("\\u0022 } UNION { ?s ?p ?o } #")
@example("<x:a> } SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } { #>")
@example('"a"@de } #"@de')
@settings(deadline=None, max_examples=200)
def test_no_value_changes_the_question(value: str) -> None:
    asked = run(bind("SELECT ?v { VALUES ?v { UNDEF } }", {"v": value}), ())
    assert isinstance(asked, ox.QuerySolutions)
    assert [row["v"] for row in asked] == [run_term(value)]


def run_term(value: str) -> object:
    """The term as the engine gives it back: it writes numbers in one form."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("x:a"), ox.NamedNode("x:b"), term(value)))
    return next(iter(store)).object


def test_a_variable_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match=r"no variable \?x to bind; its variables: s v"):
        bind(QUERY, {"x": "1"})


UPDATES = [
    ("INSERT { ?s <x:new> ?w } WHERE { ?s <x:p> ?v FILTER(BOUND(?w)) }", {"w": "W", "v": "A"}),
    (
        "DELETE { GRAPH ?g { ?s ?p ?v } } INSERT { GRAPH ?g { ?s <x:new> ?w } } WHERE { GRAPH ?g { ?s <x:p> ?v } BIND(?w AS ?x) }",
        {"w": "W"},
    ),
]


@pytest.mark.parametrize(("sparql", "values"), UPDATES)
def test_templates_of_updates_take_no_values_and_their_patterns_do(sparql: str, values: dict[str, str]) -> None:
    bound = bind(sparql, values)
    assert bound.index("VALUES") > bound.index("WHERE")
    ox.Store().update(bound)
    assert len(UPDATES) == 2


def test_what_has_no_pattern_has_no_variable_to_bind() -> None:
    for sparql in ("DELETE WHERE { ?s <x:p> ?v }", "INSERT DATA { <x:a> <x:p> 1 }"):
        with pytest.raises(InputError, match="to bind; its variables: none"):
            bind(sparql, {"v": "A"})
