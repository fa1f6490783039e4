"""A query, or a page of HTML, in a process of its own: what ends or stalls the engine ends the worker, and the caller goes on.

pyoxigraph has no time limit, and a stack overflow in it ends the process (oxigraph#1926). The parsers of HTML have
none either, and pages exist that take them minutes (200,000 links, a tag with 200,000 attributes).
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from newsgraph import errors
from newsgraph.errors import ArticleError, EngineError, InputError, NewsgraphError

SECONDS = 30.0
PAGE_SECONDS = 20.0
MEMORY = 4 * 1024**3  # bytes of address space
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from newsgraph.worker import main; main()"


def ask(sparql: str, file: str, store: Path, fmt: str, seconds: float = SECONDS) -> bytes:
    """The rendered answer of a query over a store. Raises EngineError after `seconds`, or what the query raises."""
    request = {"task": "query", "sparql": sparql, "file": file, "store": str(store), "fmt": fmt}
    try:
        done = _run(request, seconds)
    except subprocess.TimeoutExpired as e:
        raise EngineError(f"{file}: no answer after {seconds:g} seconds; ask for less, or raise --timeout") from e
    if done is None:
        raise EngineError(f"{file}: the engine ended on this query (out of memory, or too deep); ask for less")
    return done


def main_text(html: str, file: str, seconds: float = PAGE_SECONDS) -> dict[str, str]:
    """What `page.main_text` finds in a page. Raises ArticleError where it takes more than `seconds`, or all of the memory."""
    advice = "give its text alone"
    try:
        done = _run({"task": "page", "html": html}, seconds)
    except subprocess.TimeoutExpired as e:
        raise ArticleError(f"its text was not found within {seconds:g} seconds", file=file, advice=advice) from e
    if done is None:
        raise ArticleError("the parser of HTML ended on this page", file=file, advice=advice)
    found: dict[str, str] = json.loads(done)
    return found


def _run(request: dict[str, str], seconds: float) -> bytes | None:
    """The worker's answer; None where it ended without one. Raises what it tells, and TimeoutExpired."""
    command = [sys.executable, "-P", "-c", START, json.dumps(sys.path)]
    done = subprocess.run(command, input=json.dumps(request).encode(), capture_output=True, timeout=seconds)
    if done.returncode == 2:
        raise _raised(json.loads(done.stderr.splitlines()[-1]))
    return done.stdout if done.returncode == 0 else None


def _raised(told: dict[str, Any]) -> NewsgraphError:
    """The error that the worker told, as it was raised there."""
    kind = getattr(errors, told["kind"])
    if not issubclass(kind, InputError):
        return EngineError(told["message"])
    fault: InputError = kind(told["message"])
    return fault


def main() -> None:
    """Read the request from stdin; write the answer to stdout, or an error to stderr as JSON (exit code 2)."""
    _limit_memory()
    request = json.loads(sys.stdin.buffer.read())
    try:
        sys.stdout.buffer.write(dict(TASKS)[request["task"]](request))
    except NewsgraphError as e:
        print(json.dumps({"kind": type(e).__name__, "message": str(e)}), file=sys.stderr)
        raise SystemExit(2) from e


def _limit_memory() -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard < 0 else min(MEMORY, hard), hard))


def _answer(request: dict[str, Any]) -> bytes:
    from newsgraph.query import over, render
    from newsgraph.store import reading

    with reading(Path(request["store"])) as store:
        return render(over(store, request["sparql"], request["file"]), request["fmt"]).encode()


def _page(request: dict[str, Any]) -> bytes:
    import socket

    socket.has_ipv6 = False  # or urllib3, which is imported along and never called, tries to bind ::1
    from newsgraph import page

    return json.dumps(page.main_text(request["html"])).encode()


TASKS: tuple[tuple[str, Callable[[dict[str, Any]], bytes]], ...] = (("query", _answer), ("page", _page))
