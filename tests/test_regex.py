"""No regular expression of ours can be kept busy: each is run against strings of 30,000 characters made for it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "hostile.py"


@pytest.mark.slow
def test_no_regular_expression_is_catastrophic() -> None:
    done = subprocess.run([sys.executable, str(SCRIPT)], capture_output=True, timeout=900)
    assert (done.returncode, done.stderr) == (0, b"")
    found = [json.loads(row) for row in done.stdout.splitlines()]
    assert [f for f in found if f["late"]] == []
    assert len(found) >= 70  # uses of patterns; a module added later adds more
    assert sum(f["tried"] for f in found) >= 10_000
    assert {f["method"] for f in found} == {"match", "fullmatch", "search", "sub", "split", "finditer", "findall"}


def test_the_fuzz_finds_what_it_should() -> None:
    code = "import sys, signal; sys.path.insert(0, sys.argv[1]); import hostile; signal.signal(signal.SIGVTALRM, hostile._late)"
    code += "; hostile.SECONDS = 0.2; print(hostile.tried(r'(a+)+b', 0, 'match')[1])"
    done = subprocess.run([sys.executable, "-c", code, str(SCRIPT.parent)], capture_output=True, timeout=120)
    assert done.stdout.strip() != b"" and done.stderr == b""


def test_a_quadratic_expression_is_late() -> None:
    """The strings are long enough for it, the time is short enough."""
    code = "import signal, sys; sys.path.insert(0, sys.argv[1]); import hostile; signal.signal(signal.SIGVTALRM, hostile._late)"
    code += "; print(hostile.tried(r'a+b', 0, 'search')[1])"
    done = subprocess.run([sys.executable, "-c", code, str(SCRIPT.parent)], capture_output=True, timeout=120)
    assert done.stdout.strip() != b"" and done.stderr == b""
