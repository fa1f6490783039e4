"""The answers of the competency questions, kept beside the questions: a change of the graph shows in them."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox

from newsgraph.files import read_bytes, write_bytes
from newsgraph.query import render, run


def write_answers(folder: Path, graph: Sequence[ox.Triple]) -> int:
    """Answer every `*.rq` of a folder over a graph into `NAME.csv` beside it; how many there were."""
    questions = sorted(folder.glob("*.rq")) if folder.is_dir() else []
    for question in questions:
        sparql = read_bytes(question).decode()
        write_bytes(question.with_suffix(".csv"), render(run(sparql, graph, str(question)), "csv").encode())
    for old in folder.glob("*.csv"):
        if not old.with_suffix(".rq").is_file():
            old.unlink()
    return len(questions)
