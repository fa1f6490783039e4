"""What all commands share: help, version, completion, colour, streams, exit codes."""

import os
import pty
import signal
import subprocess
import time
from pathlib import Path

import pytest

from newsgraph import __version__
from newsgraph.cli import COMMANDS
from newsgraph.formats import FORMATS

NAMES = [name for name, _ in COMMANDS]
TEXT = b"Die Firma Beispiel AG investiert 3 Millionen Euro in Hamburg.\n"


def test_help_names_every_command(run) -> None:
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, b"")
    assert [name for name in NAMES if f"\n  {name} " not in done.stdout.decode()] == []
    assert run("-h").stdout == done.stdout
    assert len(NAMES) >= 6


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_a_help(run, name: str) -> None:
    done = run(name, "--help")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(f"Usage: newsgraph {name} ".encode())
    assert run(name, "-h").stdout == done.stdout


def test_version(run) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"newsgraph {__version__}\n".encode(), b"")


MISUSE = [
    (["frob"], "No such command 'frob'"),
    (["--frob"], "--frob"),
    (["map"], "Missing argument 'ARTICLE...'"),
    (["validate"], "Missing argument 'DATA...'"),
    (["query"], "Missing argument 'QUESTION' (or --list)"),
    (["map", "-", "--issued", "gestern"], "Invalid value for '--issued'"),
    (["validate", "-", "--fail-on", "everything"], "Invalid value for '--fail-on'"),
    (["validate", "-", "--language", "fr"], "Invalid value for '--language'"),
    (["query", "ASK {}", "--format", "pdf"], "Invalid value for '--format'"),
]


@pytest.mark.parametrize(("arguments", "error"), MISUSE, ids=[" ".join(a) for a, _ in MISUSE])
def test_misuse_is_told_with_the_usage(run, arguments: list[str], error: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Usage: newsgraph ")
    assert error in done.stderr.decode()
    assert len(MISUSE) == 9


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion_has_a_script(run, shell: str) -> None:
    done = run(_NEWSGRAPH_COMPLETE=f"{shell}_source")
    assert done.returncode == 0
    assert b"_NEWSGRAPH_COMPLETE=" in done.stdout
    assert b"Traceback" not in done.stderr


COMPLETIONS = {
    "newsgraph ": NAMES,
    "newsgraph v": ["validate"],
    "newsgraph export --fo": ["--format", "--focus", "--force"],
    "newsgraph validate --fail-on w": ["warning"],
    "newsgraph query --format ": ["table", "csv", "tsv", "json", "xml", "turtle"],
}


@pytest.mark.parametrize("typed", COMPLETIONS)
def test_shell_completion_completes(run, typed: str) -> None:
    words = typed.split(" ")
    done = run(_NEWSGRAPH_COMPLETE="bash_complete", COMP_WORDS=typed, COMP_CWORD=str(len(words) - 1))
    found = [line.partition(",")[2] for line in done.stdout.decode().splitlines()]
    assert (done.returncode, found) == (0, COMPLETIONS[typed])
    assert len(COMPLETIONS) == 5


def test_a_reader_that_goes_ends_it_quietly(start) -> None:
    writer = start("export", "--force", "-f", "n-triples", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert writer.stdout.readline().startswith(b"<")
    writer.stdout.close()
    assert (writer.stderr.read(), writer.wait()) == (b"", 0)


def test_an_interrupt_ends_it_with_130_and_without_a_trace(start) -> None:
    reader = start("map", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1)
    reader.send_signal(signal.SIGINT)
    out, errors = reader.communicate()
    assert (reader.returncode, out, errors.strip()) == (130, b"", b"")


@pytest.mark.parametrize("arguments", [["query", "--list"], ["export", "--force"], ["query", "ASK {}"]])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_behind_stdout_is_told(start, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        writer = start(*arguments, stdout=full, stderr=subprocess.PIPE)
        errors = writer.communicate()[1]
    assert (writer.returncode, errors) == (2, b"newsgraph: cannot be written or read: no space left on device\n")


def on_a_terminal(start, *arguments: str) -> bytes:
    """What a terminal gets from stderr."""
    ours, theirs = pty.openpty()
    child = start(*arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=theirs)
    child.communicate(TEXT)
    os.close(theirs)
    return os.read(ours, 10_000) if child.returncode == 0 else b""


def test_colour_and_progress_only_on_a_terminal(start, run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert on_a_terminal(start, "map", "-") == b"\x1b[2mreading stdin\x1b[0m\r\n"
    assert run("map", "-", stdin=TEXT).stderr == b""


def test_no_color_is_heeded(start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    ours, theirs = pty.openpty()
    command = ["env", "NO_COLOR=1", *start("--version", stdout=subprocess.DEVNULL).args[:3], "map", "-"]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=theirs)
    child.communicate(TEXT)
    os.close(theirs)
    assert os.read(ours, 1000) == b"reading stdin\r\n"


def test_the_environment_may_set_options(run) -> None:
    assert run("map", "-", stdin=TEXT, NEWSGRAPH_MAP_FORMAT="n-triples").stdout.startswith(b"<https://")
    assert run("query", "ASK {}", NEWSGRAPH_QUERY_FORMAT="json").stdout.startswith(b"{")
    assert b"nichts" in run("validate", "-", stdin=b"<x:a> <x:b> 1 .", NEWSGRAPH_LANGUAGE="de").stdout


@pytest.mark.parametrize("command", ["map", "export"])
def test_the_help_names_every_format(run, command: str) -> None:
    told = " ".join(run(command, "--help", COLUMNS="300").stdout.decode().split())
    assert f"One of: {', '.join(f.name for f in FORMATS)}." in told
    assert len(FORMATS) == 10
