"""An expression that the engine cannot read is told with its own place, not with the end of the query."""

import pyoxigraph as ox
import pytest

from newsgraph.constraint import wrong
from newsgraph.errors import SyntaxFault
from newsgraph.query import over


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?x {\n ?x a ?y .\n FILTER(?x !! 3) }", "query:3:2: this FILTER is not understood"),
        ("SELECT ?x { ?x a ?y FILTER(?x > 1) FILTER(?x = ) } ORDER BY ?x", "query:1:36: this FILTER is not understood"),
        ("SELECT ?x { ?x a ?y BIND (1 + AS ?z) }", "query:1:21: this BIND is not understood"),
        ("SELECT ?x { ?x a ?y } GROUP BY ?x HAVING (COUNT(?y) >> 2)", "query:1:35: this HAVING is not understood"),
        ("SELECT ?x { ?x a ')' # FILTER (\n FILTER NOT EXISTS { ?x b } }", "query:2:2: this FILTER is not understood"),
    ],
)
def test_the_expression_is_named(sparql: str, expected: str) -> None:
    with pytest.raises(SyntaxFault) as told:
        over(ox.Store(), sparql)
    assert str(told.value) == expected


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?x { ?x a ?y FILTER (?y > 1)",  # another fault
        "SELECT ?x { ?x a ?y FILTER (?y !! 1) FILTER (?y !! 2) }",  # more than one
        "SELECT ?x { ?x a FILTER",
        "SELECT ?x { SERVICE <http://127.0.0.1:9/> { } FILTER (?y !! 1) }",
        "FILTER (" * 1000,
    ],
)
def test_no_expression_is_blamed_for_what_it_did_not_do(sparql: str) -> None:
    assert wrong(sparql) is None
