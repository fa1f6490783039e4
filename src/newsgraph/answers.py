"""The answers of the competency questions, kept beside the questions: a change of the graph shows in them."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from newsgraph.files import read_bytes, write_bytes
from newsgraph.query import run
from newsgraph.result import render


def write_answers(folder: Path, graph: Sequence[ox.Triple]) -> int:
    """Answer every `*.rq` of a folder over a graph into `NAME.csv` beside it; how many there were."""
    questions = sorted(folder.glob("*.rq")) if folder.is_dir() else []
    for question in questions:
        # lines end as in the rest of the repository, not with the \r\n of SPARQL 1.1 results in CSV
        answer = render(run(read_bytes(question).decode(), graph, str(question)), "csv").replace("\r\n", "\n")
        write_bytes(question.with_suffix(".csv"), answer.encode())
    for old in folder.glob("*.csv"):
        if not old.with_suffix(".rq").is_file():
            old.unlink()
    return len(questions)
