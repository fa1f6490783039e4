"""pySHACL in a process beside this one, that gets ready while the data is loaded and judges while more is counted.

pySHACL and rdflib are Python: they take a quarter of a second to load, a query of a shape some hundredths to be read, and
within one process all that has to wait for its turn. The process is given the shapes as a line of JSON, later an extract
with what to judge as another, and answers with a line. Where it ends without an answer, this process judges itself.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

import pyoxigraph as ox

from newsgraph.errors import EngineError

START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from newsgraph.screen.beside import main; main()"


@dataclass(frozen=True, slots=True)
class Beside:
    """The process, and what it is being told: writing waits until it reads, so each line has a thread."""

    process: "subprocess.Popen[bytes]"
    telling: list[Thread] = field(default_factory=list)

    def tell(self, line: dict[str, Any]) -> None:
        """Send a line after those before it."""
        thread = Thread(target=self._write, args=(json.dumps(line).encode() + b"\n", [*self.telling]))
        self.telling.append(thread)
        thread.start()

    def _write(self, line: bytes, before: Sequence[Thread]) -> None:
        for thread in before:
            thread.join()
        try:
            _pipe(self.process.stdin).write(line)
            _pipe(self.process.stdin).flush()
        except (OSError, ValueError):  # it has ended, or is no longer needed
            return

    def answer(self) -> dict[str, Any] | None:
        """What it says; None where it has ended."""
        line = _pipe(self.process.stdout).readline()
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        return answer


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


@contextmanager
def beside() -> Iterator[Beside]:
    """A process that loads pySHACL. It ends with the block."""
    command = [sys.executable, "-P", "-c", START, json.dumps(sys.path)]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)
    one = Beside(process)
    try:
        yield one
    finally:
        process.kill()
        for thread in one.telling:
            thread.join()
        with suppress(BrokenPipeError):  # of what it has not read
            _pipe(process.stdin).close()
        _pipe(process.stdout).close()
        process.wait()


def prepare(one: Beside, shapes: Iterable[ox.Triple]) -> None:
    """Have it get ready for shapes."""
    from newsgraph.screen.apart import lines

    one.tell({"shapes": lines(shapes)})


def judged(
    one: Beside, data: Iterable[ox.Triple], calls: Sequence[tuple[Any, Sequence[Any]]], here: Callable[[], list[Any]]
) -> Callable[[], list[Any]]:
    """Have it judge by the shapes that it is ready for; what gives the results later. `here` does the same in this process.

    Raises EngineError, later, where the shapes cannot be used.
    """
    from newsgraph.screen.apart import asked, lines, result

    one.tell({"data": lines(data), "calls": asked(calls)})

    def later() -> list[Any]:
        answer = one.answer()
        if answer is None:
            return here()
        if "error" in answer:
            raise EngineError(answer["error"])
        return [result(*fields) for fields in answer["results"]]

    return later


def main() -> None:
    """Get ready for the shapes that come by stdin, judge what comes then, write the results to stdout."""
    given: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_read, args=(given,), daemon=True).start()
    import pyshacl.validator  # noqa: F401  takes its time, which is there until the shapes come

    from newsgraph.adjacency import adjacency
    from newsgraph.screen import judge
    from newsgraph.screen.apart import calls_of, fields, triples

    line = given.get()
    if not line:
        return
    shapes = tuple(triples(json.loads(line)["shapes"]))
    try:
        judge.prepare(shapes, lambda: not given.empty())
        line = given.get()
        if not line:
            return
        request = json.loads(line)
        results = judge.judged(triples(request["data"]), shapes, adjacency(shapes), calls_of(request["calls"]))
        answer: dict[str, Any] = {"results": [*map(fields, results)]}
    except EngineError as e:
        answer = {"error": str(e)}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def _read(given: "SimpleQueue[bytes]") -> None:
    """The lines of stdin as they come, then an empty one."""
    for line in sys.stdin.buffer:
        given.put(line)
    given.put(b"")
