"""`newsgraph build`: the seed to graph/, always the same bytes, four answers to one question."""

import csv
import io
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

FILES = ("newsgraph.ttl", "newsgraph.jsonld")


def contents(folder: Path) -> dict[str, bytes]:
    """What a build writes: both exports and the claims, by path."""
    found = [folder / name for name in FILES] + sorted((folder / "claims").glob("*.ttl"))
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in found}


def built(run, checkout: Path, folder: Path, **more: str) -> dict[str, bytes]:
    """The files of a fresh build."""
    shutil.copytree(checkout / "graph" / "reviews", folder / "reviews", dirs_exist_ok=True)
    done = run("build", "--seeds", checkout / "seeds", "--graph", folder, **more)
    assert (done.returncode, done.stdout) == (0, b""), done.stderr.decode()
    return contents(folder)


@pytest.fixture
def fresh(run, checkout: Path, tmp_path: Path) -> dict[str, bytes]:
    return built(run, checkout, tmp_path / "graph")


def test_the_kept_graph_is_what_the_build_makes(fresh: dict[str, bytes], checkout: Path) -> None:
    kept = contents(checkout / "graph")
    assert sorted(kept) == sorted(fresh), "the kept graph is stale: run `newsgraph build`"
    stale = [name for name in fresh if kept[name] != fresh[name]]
    assert stale == [], "the kept graph is stale: run `newsgraph build`"
    assert len(fresh) >= 3


def test_building_again_changes_no_byte(run, checkout: Path, tmp_path: Path, fresh: dict[str, bytes]) -> None:
    assert built(run, checkout, tmp_path / "graph") == fresh
    assert built(run, checkout, tmp_path / "other") == fresh


@pytest.mark.parametrize("seed", ["0", "1", "42"])
def test_the_bytes_do_not_depend_on_the_hash_seed(
    run, checkout: Path, tmp_path: Path, fresh: dict[str, bytes], seed: str
) -> None:
    assert built(run, checkout, tmp_path / seed, PYTHONHASHSEED=seed) == fresh


def test_both_exports_are_one_graph_for_both_libraries_without_blank_nodes(fresh: dict[str, bytes]) -> None:
    turtle, json_ld = (fresh[name].decode() for name in FILES)
    graphs = [rdflib.Graph().parse(data=turtle, format="turtle"), rdflib.Graph().parse(data=json_ld, format="json-ld")]
    assert isomorphic(*graphs)
    assert [node for graph in graphs for node in graph.all_nodes() if isinstance(node, rdflib.BNode)] == []
    formats = (ox.RdfFormat.TURTLE, ox.RdfFormat.JSON_LD)
    counts = [len(set(ox.parse(text, format=fmt))) for text, fmt in zip((turtle, json_ld), formats, strict=True)]
    assert counts == [len(graph) for graph in graphs]


def test_the_claims_files_make_up_the_graph(fresh: dict[str, bytes]) -> None:
    parts = [set(ox.parse(v, format=ox.RdfFormat.TURTLE)) for k, v in fresh.items() if k.startswith("claims/")]
    assert set().union(*parts) == set(ox.parse(fresh["newsgraph.ttl"], format=ox.RdfFormat.TURTLE))


def test_who_says_how_much(run, fresh: dict[str, bytes], tmp_path: Path) -> None:
    done = run("query", "who-says-how-much", "--data", "graph/newsgraph.ttl", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    answers = sorted((r["value"], r["atMost"], r["currency"], r["who"]) for r in rows if r["investor"] == "ByteDance")
    assert answers == [
        ("", "7000000000", "USD", "The Information"),
        ("12000000000", "", "USD", "Financial Times"),
        ("150000000000", "", "CNY", "the article itself"),
        ("20000000000", "", "USD", "the article itself"),
    ]
    assert "Reuters" not in [r["who"] for r in rows]


def test_nothing_is_said_but_counts_and_nothing_when_quiet(run, checkout: Path, tmp_path: Path) -> None:
    done = run("build", "--seeds", checkout / "seeds")
    assert b" articles, " in done.stderr or b" article, " in done.stderr
    assert (tmp_path / "graph/newsgraph.ttl").is_file()
    assert run("build", "-q", "--seeds", checkout / "seeds").stderr == b""
