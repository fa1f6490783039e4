"""Bad input gets one clear line on stderr, exit code 2, and nothing is written: tests/inputs/cases.toml."""

import os
import shutil
import tomllib
from pathlib import Path

import pytest

INPUTS = Path(__file__).parents[1] / "inputs"
CASES = tomllib.loads((INPUTS / "cases.toml").read_text("utf-8"))["case"]
DEEP = "SELECT * " + "{" * 3000 + "}" * 3000


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content; folders with none."""
    return {str(f.relative_to(folder)): f.read_bytes() if f.is_file() else b"" for f in sorted(folder.rglob("*"))}


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_one_line_exit_2_and_nothing_written(run, tmp_path: Path, case: dict) -> None:
    if "/dev/full" in case["type"] and not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    shutil.copytree(INPUTS, tmp_path, dirs_exist_ok=True)
    before = snapshot(tmp_path)
    done = run(*(part.replace("{{DEEP}}", DEEP) for part in case["type"]))
    error = done.stderr.decode()
    assert error[: len("newsgraph: " + case["error"])] == "newsgraph: " + case["error"]
    assert (done.returncode, done.stdout, error.count("\n"), error[-1:]) == (2, b"", 1, "\n")
    assert snapshot(tmp_path) == before


def test_the_number_of_cases() -> None:
    assert len(CASES) == 59
    assert len({case["says"] for case in CASES}) == len(CASES)
    named = {part for case in CASES for part in case["type"]}
    unused = [f.name for f in INPUTS.iterdir() if f.is_file() and f.name not in named | {"cases.toml"}]
    assert unused == []


def test_paths_of_bytes_that_are_no_utf8_are_told(run) -> None:
    done = run("map", os.fsdecode(b"\xff.txt"))
    assert (done.returncode, done.stderr) == (2, b"newsgraph: \\udcff.txt: cannot be read: no such file or directory\n")
