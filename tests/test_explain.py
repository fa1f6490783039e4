"""`--explain`: the algebra with counts that are those of the data."""

import re

import pyoxigraph as ox
import pytest

from newsgraph.errors import EngineError
from newsgraph.explain import explain
from newsgraph.question import questions
from newsgraph.rdf import parse

TEXT = b"<x:a> <x:p> 1 , 2 . <x:b> <x:p> 1.5 ; <x:q> 'x'@de ."


@pytest.fixture
def store() -> ox.Store:
    found = ox.Store()
    found.extend(ox.Quad(t.subject, t.predicate, t.object) for t in parse(TEXT, "turtle", "t"))
    return found


def test_patterns_have_the_numbers_of_their_matches(store: ox.Store) -> None:
    text = explain(store, "SELECT ?s { ?s <x:p> ?o . <x:b> <x:q> 'x'@de OPTIONAL { ?s <x:p>/<x:q> 1 } }")
    assert re.findall(r"(\S+ \S+ \S+)   # (.*)", text) == [
        ('x:b x:q "x"@de', "1"),
        ("?s x:p ?o", "3"),
        ("?s x:p/x:q " + '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', "a path: not counted"),
    ]


def test_what_exists_asks_is_shown_too(store: ox.Store) -> None:
    assert "x:q ?z   # 1" in explain(store, "SELECT ?s { ?s ?p ?o FILTER(1 = 1 && NOT EXISTS { ?s <x:q> ?z }) }")


def test_what_is_counted_is_named(store: ox.Store) -> None:
    text = explain(store, "SELECT (MIN(STR(?o)) AS ?n) { ?s <x:p> ?o } GROUP BY ?s")
    assert "Aggregate_Min Builtin_STR(?o)" in text


def test_every_question_of_ours_can_be_explained(store: ox.Store) -> None:
    explained = {q.name: explain(store, q.sparql) for q in questions()}
    assert len(explained) > 30
    assert [name for name, text in explained.items() if "rdflib" in text or "{" in text] == []
    assert [name for name, text in explained.items() if "BGP" not in text] == []


def test_what_rdflib_does_not_read_is_told(store: ox.Store) -> None:
    with pytest.raises(EngineError, match="can be asked, but not explained"):
        explain(store, "SELECT * { ?s ?p <<( <x:a> <x:b> 1 )>> }")


def test_what_is_planned_is_shown_beside_what_is_written(store: ox.Store) -> None:
    sparql, planned = "SELECT ?s { ?s <x:p> ?o }", "SELECT ?s { { SELECT ?s ?o { ?s <x:p> ?o } } }"
    assert explain(store, sparql, planned=sparql) == explain(store, sparql)
    written, asked = explain(store, sparql, planned=planned).split("# As it is asked")
    assert (written.count("Project"), asked.count("Project ?s")) == (1, 2)
    assert written.count("?s x:p ?o   # 3") == asked.count("?s x:p ?o   # 3") == 1
