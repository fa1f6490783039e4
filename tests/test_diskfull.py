"""A full disk: a clear error, nothing lost, and all goes on once there is room."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsgraph

HEAD = "@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .\n"
MEGABYTES = 6


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "newsgraph-test", str(place)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no small file system can be mounted here (Linux, root)")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def run(*arguments: object) -> "subprocess.CompletedProcess[str]":
    source = str(Path(newsgraph.__file__).parents[1])
    command = [sys.executable, "-m", "newsgraph", *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": source}, timeout=120
    )


def article(place: Path, name: str, size: int) -> Path:
    """A file with an article of so many different quotes."""
    quotes = " , ".join(f'"{name} {i} {os.urandom(40).hex()}"' for i in range(size))
    file = place / f"{name}.ttl"
    file.write_text(
        f"{HEAD} ngi:article-{name} a ng:Article . ngi:c-{name} ng:statedIn ngi:article-{name} ; ng:quote {quotes} ."
    )
    return file


def fill(place: Path, leave: int) -> Path:
    """A file that takes all but `leave` bytes."""
    ballast = place / "ballast"
    ballast.write_bytes(b"\0" * max(0, shutil.disk_usage(place).free - leave))
    return ballast


@pytest.mark.parametrize("size", [3_000, 60_000], ids=["transaction", "bulk"])
@pytest.mark.parametrize("leave", [0, 100_000, 1_000_000, 2_000_000])
def test_a_full_disk_while_loading_loses_nothing(small: Path, tmp_path: Path, size: int, leave: int) -> None:
    assert run("load", article(tmp_path, "a", 10), "--store", small / "s", "--no-validate").returncode == 0
    before = run("dump", "--store", small / "s").stdout
    ballast = fill(small, leave)
    done = run("load", article(tmp_path, "b", size), "--store", small / "s", "--no-validate")
    if done.returncode:
        assert (done.returncode, done.stderr.count("\n"), "Traceback" in done.stderr) == (2, 1, False)
        assert "no space left" in done.stderr.lower()
        assert run("dump", "--store", small / "s").stdout == before
    else:
        assert leave > 0 and run("dump", "--store", small / "s").stdout.count("\n") == 12 + size + 2
    ballast.unlink()
    left = {f.name for f in (small / "s").iterdir()}
    assert run("load", article(tmp_path, "c", 10), "--store", small / "s", "--no-validate").returncode == 0
    assert {f.name for f in (small / "s").iterdir() if f.is_dir()} < {f"generation-{i:06}" for i in range(9)}, left
    assert "article-c" in run("dump", "--store", small / "s").stdout


@pytest.mark.parametrize("arguments", [("remove", "ngi:article-a"), ("update", "DROP ALL")], ids=" ".join)
def test_a_full_disk_while_changing_loses_nothing(small: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    run("load", article(tmp_path, "a", 100), "--store", small / "s", "--no-validate")
    before = run("dump", "--store", small / "s").stdout
    ballast = fill(small, 0)
    done = run(*arguments, "--store", small / "s")
    assert (done.returncode in (2, 3), done.stderr.count("\n"), "no space left" in done.stderr.lower()) == (
        True,
        1,
        True,
    )
    assert run("dump", "--store", small / "s").stdout == before
    ballast.unlink()
    assert run(*arguments, "--store", small / "s").returncode == 0
    assert run("dump", "--store", small / "s").stdout == ""


def test_a_full_disk_while_backing_up_or_dumping_leaves_no_half_of_it(small: Path, tmp_path: Path) -> None:
    run("load", article(tmp_path, "a", 3000), "--store", tmp_path / "s", "--no-validate")
    fill(small, 50_000)
    for arguments in (("backup", small / "b"), ("dump", "-o", small / "d.nq")):
        done = run(*arguments, "--store", tmp_path / "s")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "no space left" in done.stderr.lower()
        assert [f.name for f in small.iterdir()] == ["ballast"]
