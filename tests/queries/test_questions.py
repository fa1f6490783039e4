"""The questions of graph/queries: every one is asked in both languages, runs, and finds what its kept answer says.

The kept answers are CSV files as `newsgraph query NAME --data tests/queries/example.ttl --format csv` writes them.
"""

import csv
import io
import re
from functools import cache
from pathlib import Path

import pytest
from rdflib import OWL, RDF, Graph

from newsgraph.namespace import NG, PREFIXES
from newsgraph.query import run
from newsgraph.question import Question, questions
from newsgraph.rdf import read
from newsgraph.result import render
from newsgraph.shape import our_ontology, our_shapes, validate

ROOT = Path(__file__).parents[2]
EXAMPLE = Path(__file__).parent / "example.ttl"
ANSWERS = Path(__file__).parent / "answers"
COUNT = 41
TERMS = 105  # 22 classes and 83 properties
# Columns that follow from those that are in the order.
UNORDERED = {"articles": {"characters", "claims"}, "read-from-a-passage": {"exact"}}
QUESTIONS = {q.name: q for q in questions()}
each = pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))

Rows = list[list[str]]


def bare(sparql: str) -> str:
    """The query without comments, strings and full IRIs."""
    hidden = re.compile(r"""<[^<>"{}|^`\\\s]*>|"(?:[^"\\\n]|\\.)*"|#[^\n]*""")
    return hidden.sub(" ", sparql)


def terms_in(sparql: str) -> set[str]:
    return set(re.findall(r"(?<![\w:])ng:([A-Za-z]\w*)", bare(sparql)))


@cache
def terms() -> frozenset[str]:
    """The classes and properties that the ontology declares in our namespace."""
    graph = Graph().parse(ROOT / "ontology" / "newsgraph.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    return frozenset(
        t.removeprefix(NG) for k in kinds for t in map(str, graph.subjects(RDF.type, k)) if t.startswith(NG)
    )


def cell(text: str) -> str:
    """A cell without the ending .0, by which the engines write decimals differently."""
    return re.sub(r"^(-?\d+)\.0+$", r"\1", text)


def rows_of(text: str) -> Rows:
    return [[cell(c) for c in row] for row in csv.reader(io.StringIO(text))]


@cache
def triples(path: Path) -> tuple:
    return tuple(read(path))


@cache
def rdflib_graph() -> Graph:
    return Graph().parse(EXAMPLE)


def ask_rdflib(sparql: str) -> Rows:
    answer = rdflib_graph().query(sparql, initNs=PREFIXES)
    head = [str(v) for v in answer.vars]
    return [head, *([("" if c is None else cell(str(c))) for c in row] for row in answer)]


def test_number_of_questions():
    assert len(QUESTIONS) == COUNT
    assert {p.stem for p in ANSWERS.glob("*.csv")} == set(QUESTIONS)


@each
def test_asked_in_german_and_english(question: Question):
    first, second, *_ = question.sparql.splitlines()
    assert first == f"# de: {question.de}"
    assert second == f"# en: {question.en}"
    assert question.de.endswith("?")
    assert question.en.endswith("?")
    assert question.de != question.en


def test_no_sentence_twice():
    assert len({q.de for q in QUESTIONS.values()}) == len({q.en for q in QUESTIONS.values()}) == COUNT


@each
def test_selects_in_an_order(question: Question):
    """A SELECT with named columns, of which every one that may tell two rows apart is in the ORDER BY."""
    text = bare(question.sparql)
    assert re.match(r"\s*SELECT\b", text)
    assert not re.search(r"(?<![?$:\w])(SERVICE|FROM|GRAPH|CONSTRUCT|ASK|DESCRIBE|GROUP_CONCAT|SAMPLE)(?![\w:])", text)
    assert text.count("ORDER BY") == 1
    assert "*" not in text.split("WHERE")[0]
    head = rows_of((ANSWERS / f"{question.name}.csv").read_text("utf-8"))[0]
    order = set(re.findall(r"\?(\w+)", text.split("ORDER BY")[1]))
    assert order <= set(head)
    assert set(head) - order == UNORDERED.get(question.name, set())


@each
def test_runs_on_the_kept_graph(question: Question):
    answer = rows_of(render(run(question.sparql, triples(ROOT / "graph" / "newsgraph.ttl"), question.name), "csv"))
    example = rows_of((ANSWERS / f"{question.name}.csv").read_text("utf-8"))
    assert answer[0] == example[0]


@each
def test_finds_what_is_kept(question: Question):
    expected = rows_of((ANSWERS / f"{question.name}.csv").read_text("utf-8"))
    assert len(expected) > 1
    assert rows_of(render(run(question.sparql, triples(EXAMPLE), question.name), "csv")) == expected


@each
def test_two_engines_agree(question: Question):
    """rdflib, an engine of its own, gives the same rows in the same order."""
    assert ask_rdflib(question.sparql) == rows_of((ANSWERS / f"{question.name}.csv").read_text("utf-8"))


def test_no_row_twice():
    for path in ANSWERS.glob("*.csv"):
        rows = rows_of(path.read_text("utf-8"))
        assert len(rows) == len(set(map(tuple, rows))), path.stem


def test_every_term_is_asked_for():
    asked = {term for q in QUESTIONS.values() for term in terms_in(q.sparql)}
    assert len(terms()) == TERMS
    assert asked == terms()


def test_terms_are_found_outside_comments_only():
    sparql = '# ng:one\nSELECT ?a { ?a ng:two/^ng:three "ng:four" . <http://x/ng:five#ng:six> ng:Seven ?b }'
    assert terms_in(sparql) == {"two", "three", "Seven"}


def test_example_uses_every_term():
    graph = rdflib_graph()
    used = {str(t) for s, p, o in graph for t in (p, o if p == RDF.type else p)}
    assert {t.removeprefix(NG) for t in used if t.startswith(NG)} == terms()


def test_example_is_valid():
    report = validate(list(triples(EXAMPLE)), our_shapes(), our_ontology())
    assert report.matched
    assert (report.count("Violation"), report.count("Warning")) == (0, 0)


def test_one_outlet_can_be_chosen():
    question = QUESTIONS["reported-by-an-outlet"]
    chosen = question.sparql.replace("{ UNDEF }", "{ ngi:kuestenblatt }")
    assert chosen != question.sparql
    rows = rows_of(render(run(chosen, triples(EXAMPLE), question.name), "csv"))[1:]
    assert [row[0] for row in rows] == ["Küstenblatt"]


def test_bytedance_plans():
    """The answer on the first screen of the README."""
    question = QUESTIONS["who-says-how-much"]
    rows = rows_of(render(run(question.sparql, triples(ROOT / "graph" / "newsgraph.ttl"), question.name), "csv"))[1:]
    assert [row[1:5] for row in rows if row[0] == "ByteDance"] == [
        ["150000000000", "", "CNY", "the article itself"],
        ["20000000000", "", "USD", "the article itself"],
        ["12000000000", "", "USD", "Financial Times"],
        ["", "7000000000", "USD", "The Information"],
    ]
