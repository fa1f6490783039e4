"""`newsgraph evaluate`"""

import json
from pathlib import Path

import pytest

TEXT = "Der Konzern Alphagen betreibt die App Gammat.\n"
LINES = [
    {"kind": "entity", "class": "Company", "name": "Alphagen", "quote": "Alphagen"},
    {"kind": "entity", "class": "App", "name": "Gammat"},
    {"kind": "fact", "relation": "develops", "subject": "Alphagen", "object": "Gammat", "modality": "fact"},
]
GRAPH = """\
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<a> a ng:Company ; rdfs:label "Alphagen" ; ng:provides <g> . <g> a ng:App ; rdfs:label "Gammat" .
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """An annotated article."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.gold.jsonl").write_text("".join(json.dumps(d) + "\n" for d in LINES), "utf-8")
    (folder / "a.json").write_text('{"title": null, "published": "2025-01-24"}', "utf-8")
    return folder


def test_the_figures_are_text_on_stdout(run, gold: Path) -> None:
    (gold / "a.ttl").write_text(GRAPH, "utf-8")
    done = run("evaluate", gold, "--rdf", gold)
    assert (done.returncode, done.stderr) == (0, b"")
    rows = {line[:42].strip(): line[42:].split() for line in done.stdout.decode().splitlines()}
    assert rows["develops"] == ["1", "1", "1", "1.000", "1.000", "1.000"]
    assert rows["entities all: class right"] == ["2", "of", "2", "1.000"]
    assert "  hits: develops Alphagen Gammat BY develops" in run("evaluate", gold, "--rdf", gold, "-v").stdout.decode()


def test_the_reader_is_measured_where_no_graphs_are_named(run, gold: Path) -> None:
    done = run("evaluate", gold, "--format", "json")
    assert (done.returncode, done.stderr) == (0, b"")
    figures = json.loads(done.stdout)
    assert (figures["articles"], figures["overall"]["facts"]["gold"], figures["problems"]) == (1, 1, {})
    assert run("evaluate", gold, "--format", "json").stdout == done.stdout


def test_a_missing_graph_counts_as_empty_and_is_a_finding(run, gold: Path) -> None:
    done = run("evaluate", gold, "--rdf", gold)
    assert (done.returncode, done.stderr) == (1, b"newsgraph: 1 graph counted as empty: a\n")
    assert b"a: no file; counted as empty\n" in done.stdout


def test_broken_gold_and_folders_are_misuse(run, gold: Path, tmp_path: Path) -> None:
    (gold / "a.gold.jsonl").write_text('{"kind": "fakt"}\n', "utf-8")
    done = run("evaluate", "gold")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"newsgraph: gold/a.gold.jsonl:1: kind is 'fakt', expected one of entity fact negative\n"
    for arguments in (("nowhere",), ("gold", "--rdf", "nowhere")):
        assert run("evaluate", *arguments).returncode == 2
    (gold / "a.txt").unlink()
    assert b"gold/a.txt: cannot be read" in run("evaluate", "gold").stderr
