"""`newsgraph ontology check`: clean on ours, findings and exit codes on what is broken."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CLEAN = ["hygiene      ok", "profile      ok", "release      ok", "shapes       ok"]


def run(*args: str) -> tuple[int, list[str], str]:
    done = subprocess.run(
        [sys.executable, "-m", "newsgraph", "ontology", *args], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.splitlines(), done.stderr


def test_ours_is_clean():
    assert run("check") == (0, [*CLEAN, "consistency  ok"], "")


def test_example_is_clean():
    example = str(HERE.parents[1] / "ontology" / "example.ttl")
    assert run("check", example) == (0, [*CLEAN, "consistency  ok"], "")


def test_left_out_reasoner_is_said():
    assert run("check", "--no-reason") == (0, [*CLEAN, "consistency  not checked (--no-reason)"], "")


@pytest.mark.parametrize("name", ["missing-label", "circular-subclass", "punning", "namespace-hijacking"])
def test_broken_file_names_the_rule(name):
    code, lines, _ = run("check", "--no-reason", str(HERE / "broken" / f"{name}.ttl"))
    assert code == 1
    assert any(line.startswith(f"  {name}: ") for line in lines)


def test_contradiction_is_found():
    code, lines, _ = run("check", str(HERE / "wrong-app-chip.ttl"))
    assert (code, lines[-2:]) == (
        1,
        ["consistency  1 finding", "  the statements contradict each other: no world satisfies them all"],
    )


def test_missing_reasoner_ends_with_3():
    code = "import importlib.util as u; f = u.find_spec\n"
    code += "u.find_spec = lambda n, *a: None if n == 'owlready2' else f(n, *a)\n"
    code += "import sys; sys.argv = ['newsgraph', 'ontology', 'check']\nfrom newsgraph.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()) == (3, [*CLEAN, "consistency  not checked"])
    assert "consistency was not checked" in done.stderr and "pip install 'newsgraph[reason]'" in done.stderr


def test_unreadable_file_ends_with_2(tmp_path):
    (tmp_path / "bad.ttl").write_text("this is no Turtle")
    code, lines, error = run("check", str(tmp_path / "bad.ttl"))
    assert (code, lines) == (2, [])
    assert "bad.ttl:1" in error
