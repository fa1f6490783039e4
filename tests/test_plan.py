"""A planned query has the answer of the query as it is written; what is not understood is left alone."""

import random
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.errors import SyntaxFault
from newsgraph.loading import load
from newsgraph.namespace import PREFIXES
from newsgraph.parameter import bind
from newsgraph.plan import FEW, plan
from newsgraph.query import over
from newsgraph.question import questions
from newsgraph.rdf import read
from newsgraph.share import shares
from newsgraph.statistic import FILE, kept
from newsgraph.store import counts, reading, writing

ROOT = Path(__file__).parents[1]
MANY = 1_000_000
PREDICATES = ("x:p", "x:q", "x:r")
EVERY = dict.fromkeys(PREDICATES, MANY)


def rows(store: ox.Store, sparql: str) -> list[str]:
    """The rows of an answer, written out."""
    found = store.query(sparql, prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    names = [v.value for v in found.variables]
    return ["\t".join(f"{name}={row[name]}" for name in sorted(names)) for row in found]


@pytest.fixture(scope="module")
def example() -> ox.Store:
    store = ox.Store()
    for file in (ROOT / "tests" / "queries" / "example.ttl", ROOT / "graph" / "newsgraph.ttl"):
        store.extend(ox.Quad(*t) for t in read(file))
    return store


def test_every_question_has_the_same_answer_whatever_is_planned(example: ox.Store) -> None:
    predicates = sorted({q.predicate.value for q in example})
    chance, planned, asked = random.Random(6), set[str](), 0
    for q in questions():
        sparql = bind(q.sparql, {"outlet": "ngi:reuters"} if "?outlet" in q.sparql else {})
        expected = Counter(rows(example, sparql))
        for number in range(4):
            sizes = {p: MANY if number == 0 else chance.choice([1, 900, 2_000, 9_000, MANY]) for p in predicates}
            few = [1, FEW, MANY] if number else [MANY]
            text = plan(sparql, sizes, lambda pattern: chance.choice(few))  # noqa: B023
            assert Counter(rows(example, text)) == expected, text
            planned |= {q.name} if "?_hop" in text or text.count("SELECT") > sparql.count("SELECT") + 1 else set()
            asked += 1
    assert asked == 4 * len(questions()) >= 164
    assert len(planned) >= 38


TERMS = st.sampled_from(["?a", "?b", "?c", "?d", "<x:1>", "<x:2>"])
STEPS = st.sampled_from(["<x:p>", "<x:q>", "^<x:p>", "(<x:p>|<x:r>)", "(<x:p>|^<x:p>)"])
PATHS = st.one_of(
    st.sampled_from(["<x:p>", "<x:q>", "<x:r>", "<x:p>|<x:q>", "^<x:q>", "?v", "<x:p>*", "<x:q>?", "!<x:p>"]),
    st.builds("{}/{}".format, STEPS, STEPS),
    st.builds("({})?/{}".format, STEPS, STEPS),
)
PATTERNS = st.builds("{} {} {} .".format, TERMS, PATHS, TERMS)
REST = st.sampled_from(
    [
        "FILTER (?a != ?b)",
        "FILTER NOT EXISTS { ?a <x:p> ?b . ?b <x:q> ?d }",
        "VALUES ?v { <x:p> <x:r> }",
        "VALUES ?v { <x:p> <x:p> }",
        "VALUES ?a { <x:1> <x:2> }",
        "VALUES ?b { <x:2> <x:2> <x:3> 1 UNDEF }",
        "VALUES (?a ?b) { (<x:1> UNDEF) (<x:2> <x:3>) }",
        "BIND (<x:2> AS ?e)",
        "{ SELECT ?a (COUNT(?b) AS ?d) { ?a <x:p> ?b } GROUP BY ?a }",
        "{ SELECT DISTINCT ?b { ?b <x:q>|<x:r> ?any } }",
        "MINUS { ?a <x:r> ?b }",
    ]
)
OPTIONS = st.builds("OPTIONAL {{ {} }}".format, st.one_of(PATTERNS, st.builds("{} {}".format, PATTERNS, PATTERNS)))
UNIONS = st.builds("{{ {} }} UNION {{ {} }}".format, PATTERNS, PATTERNS)
PARTS = st.lists(st.one_of(PATTERNS, PATTERNS, OPTIONS, UNIONS, REST), min_size=1, max_size=4)
QUERIES = st.builds(
    lambda head, parts: f"{head} {{ {' '.join(parts)} }}",
    st.sampled_from(["SELECT *", "SELECT DISTINCT ?a ?b ?c WHERE", "SELECT ?a ?b WHERE"]),
    PARTS,
)
NODES = st.integers(1, 4)
GRAPHS = st.sets(st.tuples(NODES, st.sampled_from(PREDICATES), NODES), max_size=12)
SIZES = st.lists(st.sampled_from([1, FEW, 5 * FEW, MANY]), min_size=3, max_size=3)


@settings(max_examples=400, deadline=None)
@given(QUERIES, GRAPHS, SIZES)
def test_any_query_has_the_same_answer(sparql: str, graph: set[tuple[int, str, int]], sizes: list[int]) -> None:
    store = ox.Store()
    for s, p, o in sorted(graph):
        store.add(ox.Quad(ox.NamedNode(f"x:{s}"), ox.NamedNode(p), ox.NamedNode(f"x:{o}")))
    try:
        expected = Counter(rows(store, sparql))
    except SyntaxError:  # a BIND of a variable that is there already
        return
    for known in (EVERY, dict(zip(PREDICATES, sizes, strict=True))):
        text = plan(sparql, known, lambda pattern: sizes[0])
        assert Counter(rows(store, text)) == expected, text


@pytest.mark.parametrize(
    ("sparql", "sizes", "expected"),
    [
        (
            "SELECT ?a { ?a <x:p> ?b ; <x:q>/<x:r> ?c }",
            EVERY,
            "SELECT ?a { ?a <x:p> ?b . { SELECT ?a ?c { { SELECT ?a ?_hop2 { ?a <x:q> ?_hop2 } }"
            " { SELECT ?_hop2 ?c { ?_hop2 <x:r> ?c } } } } }",
        ),
        ("SELECT ?a { ?a <x:p> ?b ; <x:q> ?c }", EVERY | {"x:p": 10}, None),  # soon looked up
        (
            "SELECT ?a { ?a <x:p> ?b ; <x:q> ?c ; <x:r> ?d }",
            EVERY | {"x:q": 2_000, "x:r": 9_000},  # the rarest leads, all of <x:p> is too much
            "SELECT ?a { ?a <x:q> ?c . { SELECT ?a ?d { ?a <x:r> ?d } } ?a <x:p> ?b . }",
        ),
        (
            "SELECT ?a { ?a <x:p> ?b ; <x:q> ?c OPTIONAL { ?a <x:r> ?d } }",  # what comes later leaves nothing open
            EVERY,
            "SELECT ?a { ?a <x:p> ?b . { SELECT ?a ?c { ?a <x:q> ?c } } OPTIONAL { { SELECT ?a ?d { ?a <x:r> ?d } } } }",
        ),
        (
            "SELECT ?a { VALUES ?c { <x:1> <x:2> <x:1> } ?a <x:q> ?c ; <x:p> ?b FILTER NOT EXISTS { ?a <x:r> ?d } }",
            EVERY | {"x:p": 9 * MANY},
            "SELECT ?a { VALUES ?c { <x:1> <x:2> <x:1> } { SELECT * { VALUES ?c { <x:1> <x:2> } ?a <x:q> ?c ."
            " { SELECT ?a ?b { ?a <x:p> ?b } } } LIMIT 9223372036854775807 } FILTER NOT EXISTS { ?a <x:r> ?d } }",
        ),
        (
            "SELECT DISTINCT ?a ?b WHERE { ?a <x:p> ?b } ORDER BY ?b LIMIT 3",
            {},
            "SELECT ?a ?b { SELECT DISTINCT ?a ?b WHERE { ?a <x:p> ?b } } ORDER BY ?b LIMIT 3",
        ),
        ("SELECT DISTINCT ?a WHERE { ?a <x:p> ?b } ORDER BY ?b", {}, None),
        ("SELECT DISTINCT * { ?a <x:p> ?b } ORDER BY ?b", {}, None),
        ("SELECT DISTINCT (STR(?a) AS ?t) { ?a <x:p> ?b } ORDER BY ?t", {}, None),
        ("SELECT ?a { ?a <x:p> [ <x:q> ?b ] }", EVERY, None),
        ("SELECT ?a { ?a <x:p> _:b }", EVERY, None),
        ("SELECT ?a { SERVICE <http://x/> { ?a <x:p> ?b } ?a <x:p> ?c }", EVERY, None),
        ("BASE <x:> SELECT ?a { ?a <p> ?b }", EVERY, None),
        ("CONSTRUCT { ?a <x:p> ?b } WHERE { ?a <x:p> ?b }", EVERY, None),
        ("SELECT ?a { OPTIONAL { ?a <x:p> ?b } ?b <x:q> ?c }", EVERY, None),  # ?b may be open: no hashing by it
        ("SELECT ?a { ?a other:p ?b }", EVERY, None),
        ("SELECT ?a { ?a <x:p> ?b", EVERY, None),
        ("SELECT ?a { ?a", EVERY, None),
        ("", EVERY, None),
    ],
)
def test_what_is_planned_and_what_is_not(sparql: str, sizes: dict[str, int], expected: str | None) -> None:
    assert plan(sparql, sizes, lambda pattern: MANY) == (expected or sparql)


def test_an_error_has_its_place_in_what_was_written(example: ox.Store) -> None:
    sparql = "SELECT DISTINCT ?a ?b WHERE {\n  ?a a ?b .\n  FILTER (?a ! ?b)\n} ORDER BY ?b"
    with pytest.raises(SyntaxFault, match=r"3:"):
        over(example, sparql, counts=EVERY)


def test_the_counts_are_kept_with_the_store_and_made_anew_when_it_has_changed_much(tmp_path: Path) -> None:
    with writing(tmp_path) as store:
        load(store, shares(ROOT / "graph" / "newsgraph.ttl"))
    first = counts(tmp_path)
    with reading(tmp_path) as store:
        assert sum(first.values()) == sum(1 for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    with writing(tmp_path) as store:
        load(store, [(None, [ox.Triple(ox.NamedNode("x:a"), ox.NamedNode("x:p"), ox.NamedNode("x:b"))])])
    assert counts(tmp_path) == first  # a triple changes no plan
    with writing(tmp_path, empty=True) as store:
        load(store, [(None, [ox.Triple(ox.NamedNode("x:a"), ox.NamedNode("x:p"), ox.NamedNode("x:b"))])])
    assert counts(tmp_path) == {"x:p": 1}
    [file] = tmp_path.glob(f"generation-*/{FILE}")
    file.unlink()
    assert counts(tmp_path) == kept(None).counts == {}
