"""The answers beside the questions of graph/queries/ are those of the kept graph."""

from pathlib import Path

import pytest

from newsgraph.answers import write_answers
from newsgraph.query import run
from newsgraph.rdf import read
from newsgraph.result import render

QUERIES = Path(__file__).parents[2] / "graph" / "queries"
GRAPH = read(QUERIES.parent / "newsgraph.ttl")
NAMES = sorted(f.stem for f in QUERIES.glob("*.rq"))


def test_every_question_has_an_answer_and_no_answer_stands_alone() -> None:
    assert len(NAMES) == 41
    assert sorted(f.stem for f in QUERIES.glob("*.csv")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_is_that_of_the_kept_graph(name: str) -> None:
    answer = run((QUERIES / f"{name}.rq").read_text("utf-8"), GRAPH)
    assert render(answer, "csv").replace("\r\n", "\n") == (QUERIES / f"{name}.csv").read_text("utf-8"), (
        "stale: run `newsgraph build`"
    )


def test_most_questions_have_rows() -> None:
    rows = {name: len((QUERIES / f"{name}.csv").read_text("utf-8").splitlines()) - 1 for name in NAMES}
    assert sum(n > 0 for n in rows.values()) >= 20, rows


def test_answers_without_a_question_go(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("a\n")
    (tmp_path / "all.rq").write_text("SELECT ?s WHERE { ?s a ng:Article } ORDER BY ?s")
    assert write_answers(tmp_path, GRAPH) == 1
    assert sorted(f.name for f in tmp_path.iterdir()) == ["all.csv", "all.rq"]
