"""A query, an update or a page of HTML in a process of its own: what ends or stalls the engine ends the worker, and the
caller goes on.

pyoxigraph has no time limit, and a stack overflow in it ends the process (oxigraph#1926). The parsers of HTML have none
either, and pages exist that take them minutes (200,000 links, a tag with 200,000 attributes). The caller sends a Task as a
line of JSON, with the bytes of stdin after it, and gets the answer in a file: half an answer reaches nobody.
"""

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO, Any

from newsgraph import errors
from newsgraph.errors import ArticleError, EngineError, NewsgraphError

SECONDS = 30.0
PAGE_SECONDS = 20.0  # of CPU: a busy machine is no reason to give up a page
PATIENCE = 10  # seconds on the clock for each of them
MEMORY = 4 * 1024**3  # bytes of address space
LARGEST = 4 * 1024**3  # bytes of an answer
CHUNK = 1024 * 1024
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from newsgraph.worker import main; main()"


@dataclass(frozen=True, slots=True)
class Task:
    """What to ask and of whom: `endpoint` (URL), else `data` (files; - is what comes by stdin, named `content`), else
    the `store` (folder). `hosts` may be reached. `do` is what to do: answer, explain, update, or page (the content is HTML).
    """

    sparql: str
    file: str = "query"
    store: str = ""
    data: tuple[str, ...] = ()
    content: str = ""
    endpoint: str = ""
    hosts: tuple[str, ...] = ()
    fmt: str = "table"
    labels: str = ""  # their language
    width: int | None = None
    cut: bool = True
    do: str = "answer"
    seconds: float = SECONDS


def ask(sparql: str, file: str, store: Path, fmt: str, seconds: float = SECONDS) -> bytes:
    """The rendered answer of a query over a store. Raises as `answer` does."""
    return b"".join(answer(Task(sparql, file, str(store), fmt=fmt), seconds=seconds))


def main_text(html: str, file: str, seconds: float = PAGE_SECONDS) -> dict[str, str]:
    """What `page.main_text` finds in a page. Raises ArticleError where it takes more than `seconds` of CPU, or all memory."""
    try:
        told = b"".join(answer(Task("", file, do="page"), html.encode(), PATIENCE * seconds))
    except EngineError as e:
        raise ArticleError(
            f"its text was not found within {seconds:g} seconds and the memory there is",
            file=file,
            advice="give its text alone",
        ) from e
    found: dict[str, str] = json.loads(told)
    return found


def answer(task: Task, content: bytes = b"", seconds: float = SECONDS) -> Iterator[bytes]:
    """What the task gives, in pieces, once it is complete. Raises EngineError after `seconds`, or what the task raises."""
    with tempfile.TemporaryFile() as out:
        _work(replace(task, seconds=seconds), content, out)
        out.seek(0)
        while piece := out.read(CHUNK):
            yield piece


def _work(task: Task, content: bytes, out: IO[bytes]) -> None:
    command = [sys.executable, "-P", "-S", "-c", START, json.dumps(sys.path)]
    request = json.dumps(asdict(task)).encode() + b"\n" + content
    try:
        done = subprocess.run(command, input=request, stdout=out, stderr=subprocess.PIPE, timeout=task.seconds)
    except subprocess.TimeoutExpired as e:
        raise _late(task) from e
    if done.returncode == -signal.SIGALRM:
        raise _late(task)
    if done.returncode == 2:
        raise _raised(json.loads(done.stderr.splitlines()[-1]))
    if done.returncode:
        raise EngineError(f"{task.file}: the engine ended on this query (out of memory, or too deep); ask for less")


def _late(task: Task) -> NewsgraphError:
    if task.endpoint:
        return errors.RemoteError(
            f"{task.endpoint}: no answer after {task.seconds:g} seconds; ask for less, or raise --timeout"
        )
    advice = "nothing was changed" if task.do == "update" else "ask for less, or raise --timeout"
    return EngineError(f"{task.file}: no answer after {task.seconds:g} seconds; {advice}")


def _raised(told: dict[str, Any]) -> NewsgraphError:
    """The error that the worker told, as it was raised there."""
    kind = getattr(errors, told["kind"])
    fault: NewsgraphError = kind(told["message"])
    return fault


def main() -> None:
    """Read the task from stdin; write the answer to stdout, or an error to stderr as JSON (exit code 2)."""
    task = _task(json.loads(sys.stdin.buffer.readline()))
    _limit(task)
    try:
        _do(task, sys.stdin.buffer.read(), sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except NewsgraphError as e:
        _tell(type(e).__name__, str(e))
    except (OSError, RuntimeError, SyntaxError, ValueError) as e:  # what the engine raises while it answers
        kind, where = ("RemoteError", task.endpoint) if task.endpoint else ("EngineError", task.file)
        _tell(kind, f"{where}: {' '.join(str(e).split())}")


def _task(told: dict[str, Any]) -> Task:
    """The task of its JSON, which has lists for tuples."""
    parts: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in told.items()}
    return Task(**parts)


def _tell(kind: str, message: str) -> None:
    print(json.dumps({"kind": kind, "message": message}), file=sys.stderr)
    raise SystemExit(2)


def _limit(task: Task) -> None:
    import resource

    limit_memory()
    # nobody ends a worker whose caller was killed: the system does, without a word from the engine, which hears none
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, task.seconds)
    if task.do == "page":
        _bound(resource.RLIMIT_CPU, int(task.seconds / PATIENCE))
    if task.do != "update":  # which writes the store's files
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead
        _bound(resource.RLIMIT_FSIZE, LARGEST)


def limit_memory() -> None:
    """Bound the address space of this process."""
    import resource

    _bound(resource.RLIMIT_AS, MEMORY)


def _bound(what: int, most: int) -> None:
    import resource

    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (most if hard < 0 else min(most, hard), hard))


def _do(task: Task, content: bytes, out: IO[bytes]) -> None:
    if task.do == "page":
        out.write(_page(content))
    elif task.do == "update":
        from newsgraph.update import update

        out.write(json.dumps(update(Path(task.store), task.sparql, task.file, task.hosts)).encode())
    elif task.endpoint:
        from newsgraph.endpoint import answer_of

        _write(task, *answer_of(task), out)
    else:
        _local(task, content, out)


def _page(content: bytes) -> bytes:
    import socket

    socket.has_ipv6 = False  # or urllib3, which is imported along and never called, tries to bind ::1
    from newsgraph import page

    return json.dumps(page.main_text(content.decode())).encode()


def _local(task: Task, content: bytes, out: IO[bytes]) -> None:
    from newsgraph.dataset import dataset
    from newsgraph.label import in_store
    from newsgraph.query import over, planned
    from newsgraph.store import counts

    with dataset(task, content) as store:
        known = {} if task.data else counts(Path(task.store))
        found = over(store, task.sparql, task.file, task.hosts, known)
        if task.do == "explain":
            from newsgraph.explain import explain

            out.write(explain(store, task.sparql, task.file, planned(store, task.sparql, known)).encode())
        else:
            _write(task, found, in_store(store), out)


def _write(task: Task, found: Any, find: Any, out: IO[bytes]) -> None:
    from newsgraph.label import Labels
    from newsgraph.result import View, write

    labels = Labels(task.labels, find) if task.labels else None
    write(found, View(task.fmt, labels, task.width, task.cut), out)
