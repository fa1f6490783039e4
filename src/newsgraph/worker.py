"""A query in a process of its own: what ends or stalls the engine ends the worker, and the caller goes on.

pyoxigraph has no time limit, and a stack overflow in it ends the process (oxigraph#1926).
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from newsgraph import errors
from newsgraph.errors import EngineError, InputError, NewsgraphError

SECONDS = 30.0
MEMORY = 4 * 1024**3  # bytes of address space
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from newsgraph.worker import main; main()"


def ask(sparql: str, file: str, store: Path, fmt: str, seconds: float = SECONDS) -> bytes:
    """The rendered answer of a query over a store. Raises EngineError after `seconds`, or what the query raises."""
    request = {"sparql": sparql, "file": file, "store": str(store), "fmt": fmt}
    command = [sys.executable, "-P", "-c", START, json.dumps(sys.path)]
    try:
        done = subprocess.run(command, input=json.dumps(request).encode(), capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired as e:
        raise EngineError(f"{file}: no answer after {seconds:g} seconds; ask for less, or raise --timeout") from e
    if done.returncode in (0, 1):
        return done.stdout
    if done.returncode == 2:
        raise _raised(json.loads(done.stderr.splitlines()[-1]))
    raise EngineError(f"{file}: the engine ended on this query (out of memory, or too deep); ask for less")


def _raised(told: dict[str, Any]) -> NewsgraphError:
    """The error that the worker told, as it was raised there."""
    kind = getattr(errors, told["kind"])
    if not issubclass(kind, InputError):
        return EngineError(told["message"])
    fault: InputError = kind(told["message"])
    return fault


def main() -> None:
    """Read the request from stdin; write the answer to stdout, or an error to stderr as JSON (exit code 2)."""
    limit_memory()
    request = json.loads(sys.stdin.buffer.read())
    try:
        sys.stdout.buffer.write(_answer(request))
    except NewsgraphError as e:
        print(json.dumps({"kind": type(e).__name__, "message": str(e)}), file=sys.stderr)
        raise SystemExit(2) from e


def limit_memory() -> None:
    """Bound the address space of this process."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard < 0 else min(MEMORY, hard), hard))


def _answer(request: dict[str, Any]) -> bytes:
    from newsgraph.query import over, render
    from newsgraph.store import reading

    with reading(Path(request["store"])) as store:
        return render(over(store, request["sparql"], request["file"]), request["fmt"]).encode()
