"""README.md tells the truth: its Turtle stands in the kept graph, its query gives its answers, its commands run."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.namespace import PREFIXES
from newsgraph.query import run
from newsgraph.rdf import read

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SEED = (ROOT / "seeds" / "bytedance-ki-investitionen.md").read_text("utf-8")
COMMANDS = [
    line.split("#")[0].strip() for line in README.split("## Use it")[1].splitlines() if line.startswith("newsgraph ")
]


def block(kind: str) -> str:
    found = re.search(rf"```{kind}\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found.group(1)


def test_the_sentence_stands_in_the_article() -> None:
    quoted = re.search(r"^> (.+)$", README, re.MULTILINE)
    assert quoted is not None and quoted.group(1) in SEED


def test_the_turtle_is_in_the_kept_graph() -> None:
    head = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    shown = {
        ox.Triple(q.subject, q.predicate, q.object)
        for q in ox.parse(head + block("turtle"), format=ox.RdfFormat.TURTLE)
    }
    assert len(shown) >= 12
    assert shown - set(read(ROOT / "graph" / "newsgraph.ttl")) == set()


def test_the_query_gives_the_answers_of_the_table() -> None:
    answer = run(block("sparql"), read(ROOT / "graph" / "newsgraph.ttl"))
    assert isinstance(answer, ox.QuerySolutions)
    rows = {
        tuple("" if row[v] is None else str(getattr(row[v], "value", "")) for v in answer.variables) for row in answer
    }
    article = "article bytedance-ki-investitionen"
    assert rows == {
        ("20000000000", "", "USD", article),
        ("150000000000", "", "CNY", article),
        ("12000000000", "", "USD", "Financial Times"),
        ("", "7000000000", "USD", "The Information"),
    }


def test_there_are_commands_to_run() -> None:
    assert len(COMMANDS) == 17


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(command: str, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(
        "Der Konzern Hellbach plant, 40 Millionen Euro in ein Werk zu investieren.", "utf-8"
    )
    (tmp_path / "page.html").write_text(
        "<html><body><article><p>Der Konzern Hellbach plant, 40 Millionen Euro in ein Werk zu investieren.</p></article></body></html>"
    )
    (tmp_path / "out").mkdir()
    shutil.copy(ROOT / "graph" / "newsgraph.ttl", tmp_path / "out" / "article.ttl")
    shutil.copytree(ROOT / "tests" / "articles", tmp_path / "tests" / "articles")
    shutil.copytree(ROOT / "graph", tmp_path / "graph")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    line = [sys.executable, "-m", *shlex.split(command)]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr if done.returncode else "") == (0, "")
