"""The command as a user runs it: a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import newsgraph

ROOT = Path(__file__).parents[2]
NOWHERE = {"XDG_DATA_HOME": "/nonexistent"}  # no store of the user's goes into a test
Done = subprocess.CompletedProcess[bytes]
Run = Callable[..., Done]


def environment(**more: str) -> dict[str, str]:
    """The environment without settings of newsgraph, in which this newsgraph can be imported."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("NEWSGRAPH", "_NEWSGRAPH", "NO_COLOR"))}
    return {**plain, "PYTHONPATH": str(Path(newsgraph.__file__).parents[1]), "COLUMNS": "100", **NOWHERE, **more}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Calls `newsgraph` with these arguments, in an empty folder unless `cwd` says other."""

    def call(*arguments: object, stdin: bytes = b"", cwd: Path = tmp_path, **more: str) -> Done:
        command = [sys.executable, "-m", "newsgraph", *map(str, arguments)]
        return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, env=environment(**more), timeout=120)

    return call


@pytest.fixture
def start(tmp_path: Path) -> Callable[..., subprocess.Popen[bytes]]:
    """Starts `newsgraph` and does not wait."""

    def call(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "newsgraph", *map(str, arguments)]
        # a shell starts what runs in the background with interrupts switched off, and tests may run there
        ignored = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return subprocess.Popen(command, cwd=tmp_path, env=environment(), **options)  # type: ignore[call-overload]
        finally:
            signal.signal(signal.SIGINT, ignored)

    return call


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of the project."""
    return ROOT
