"""Large documents are loaded without their triples in between; the report is the same."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsgraph.screen.direct import MANY

BENCH = Path(__file__).parents[2] / "bench" / "validation"
sys.path.insert(0, str(BENCH))
import news  # noqa: E402

SIZE = 40_000  # triples, more than a megabyte


def run(*files: Path, engine: str = "auto") -> tuple[int, dict]:
    """The exit code and the report."""
    command = [sys.executable, "-m", "newsgraph", "validate", *map(str, files), "--engine", engine, "-f", "json"]
    done = subprocess.run([*command, "--shapes", str(BENCH / "core.ttl")], capture_output=True, text=True)
    return done.returncode, json.loads(done.stdout)


def test_the_planted_faults_and_no_others_are_found_at_their_lines(tmp_path: Path) -> None:
    data = tmp_path / "news.ttl"
    data.write_text("".join(news.turtle(SIZE)))
    code, report = run(data)
    assert code == 1
    assert len(report["results"]) == news.planted(SIZE, news.FAULTS)
    lines = data.read_text().splitlines()
    amounts = [r for r in report["results"] if r["value"] == "Taler"]
    assert amounts
    assert all('"Taler"' in lines[r["line"] - 1] for r in amounts)


def test_a_file_in_which_every_claim_is_broken(tmp_path: Path) -> None:
    """Enough of them that their shapes report by themselves: what pySHACL says of each, to the byte."""
    data = tmp_path / "bare.ttl"
    data.write_text("".join(news.bare(9_000)))
    (code, report), (_, plain) = run(data), run(data, engine="pyshacl")
    assert (code, len(report["results"])) == (1, 3 * news.CLAIMS * news.articles(9_000))
    assert news.CLAIMS * news.articles(9_000) > MANY
    assert report == plain


@pytest.mark.slow
def test_several_large_documents_are_one_graph(tmp_path: Path) -> None:
    whole = list(news.turtle(SIZE))
    half = len(whole) // 2
    for name, part in (("a.ttl", whole[:half]), ("b.ttl", [news.HEAD, *whole[half:]])):
        (tmp_path / name).write_text("".join(part))
    reports = [run(tmp_path, engine=engine) for engine in ("auto", "pyshacl")]
    assert reports[0] == reports[1]
    assert len(reports[0][1]["results"]) == news.planted(SIZE, news.FAULTS)


def test_a_document_that_no_shape_looks_at_is_named(tmp_path: Path) -> None:
    (tmp_path / "news.ttl").write_text("".join(news.turtle(SIZE)))
    (tmp_path / "other.nt").write_text("<urn:a> <urn:b> <urn:c> .\n")
    code, report = run(tmp_path)
    assert code == 1
    assert [Path(name).name for name in report["unmatched"]] == ["other.nt"]
