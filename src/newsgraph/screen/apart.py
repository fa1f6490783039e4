"""pySHACL in a process of its own, with a deadline: for shapes whose patterns may backtrack without end.

Python's `re` tries every way to split a text, and a pattern such as ^(a+)+$ then never ends. The screen is safe, its patterns
run in Oxigraph's engine in linear time; the judge is not. Patterns that cannot match a text in very many ways are judged in
place: those with one repetition at most, of something without a choice in it.
"""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Term, adjacency
from newsgraph.errors import EngineError
from newsgraph.namespace import SH
from newsgraph.report import Result

SECONDS = 8  # of processor time; the clock may take PATIENCE times as long on a busy machine
PATIENCE = 20
SMALL = 10_000  # triples from which on there is a second more for each thousand
START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from newsgraph.screen.apart import main; main()"
SIMPLE = ((re.compile(r"\\."), "x"), (re.compile(r"\[[^\]]*\]"), "x"), (re.compile(r"\(\?[:=!<]+"), "("))
UNBOUNDED = re.compile(r"[*+]|\{[0-9]*,[0-9]*\}")
AGAIN = re.compile(r"\)(?:[*+]|\{)")  # a group that is repeated
CHOICE = re.compile(r"[|?]|\{[0-9]*,[0-9]*\}")
OPTIONAL = 12  # so many question marks are some thousand ways
REGEX = re.compile(r"\b(?:regex|replace)\s*\(", re.IGNORECASE)
STRING = re.compile(r"'[^']*'|\"[^\"]*\"")
ADVICE = "a pattern backtracks without end; write it without nested or neighbouring repetitions"


def hazardous(shapes: Iterable[ox.Triple]) -> bool:
    """Whether a pattern of the shapes, or of their queries, has more than one repetition without a bound."""
    return any(
        isinstance(t.object, ox.Literal)
        and (
            (t.predicate.value == SH + "pattern" and repeats(t.object.value))
            or (t.predicate.value in (SH + "select", SH + "ask") and _asks(t.object.value))
        )
        for t in shapes
    )


def _asks(query: str) -> bool:
    """Whether a query matches text against a pattern with repetitions; a pattern that is no constant may be any."""
    texts = STRING.findall(query)
    return REGEX.search(query) is not None and (not texts or any(map(repeats, texts)))


def repeats(regex: str) -> bool:
    """Whether a pattern may match in very many ways: repetitions without a bound, or of a group with a choice in it.

    >>> repeats("^Q[1-9][0-9]*$"), repeats("^(a+)+$"), repeats("^(a|a)*b"), repeats("^([0-9]{3}){2}$")
    (False, True, True, False)
    """
    for form, plain in SIMPLE:
        regex = form.sub(plain, regex)
    chosen = AGAIN.search(regex) is not None and CHOICE.search(regex) is not None
    return len(UNBOUNDED.findall(regex)) > 1 or chosen or regex.count("?") > OPTIONAL


def judged(
    data: Iterable[ox.Triple],
    shapes: Sequence[ox.Triple],
    calls: Sequence[tuple[Term, Sequence[Term]]] | None,
    roots: Sequence[Term] = (),
    seconds: int = SECONDS,
) -> list[Result]:
    """What newsgraph.screen.judge finds; `calls` None: in the whole graph. Raises EngineError after `seconds` of work."""
    told = lines(data)
    limit = seconds + max(0, told.count("\n") - SMALL) // 1000
    request = {
        "seconds": limit,
        "data": told,
        "shapes": lines(shapes),
        "calls": None if calls is None else asked(calls),
        "roots": [*map(str, roots)],
    }
    command = [sys.executable, "-P", "-c", START, json.dumps(sys.path)]
    late = f"the shapes cannot be used: no answer after {limit} seconds; {ADVICE}"
    try:
        done = subprocess.run(
            command, input=json.dumps(request).encode(), capture_output=True, timeout=limit * PATIENCE
        )
    except subprocess.TimeoutExpired as e:
        raise EngineError(late) from e
    if done.returncode == -signal.SIGXCPU:
        raise EngineError(late)
    answer = json.loads(done.stdout) if done.returncode == 0 else {"error": "the engine ended on these shapes"}
    if "error" in answer:
        raise EngineError(answer["error"])
    return [result(*row) for row in answer["results"]]


def asked(calls: Sequence[tuple[Term, Sequence[Term]]]) -> list[Any]:
    """Shapes and their focus nodes for JSON."""
    return [[str(shape), [*map(str, nodes)]] for shape, nodes in calls]


def calls_of(told: Iterable[Any]) -> list[tuple[Term, list[Term]]]:
    """The shapes and focus nodes of `asked`."""
    return [(_term(shape), [*map(_term, nodes)]) for shape, nodes in told]


def lines(triples: Iterable[ox.Triple]) -> str:
    """Triples as N-Triples."""
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def result(severity: int, focus: str, path: str, value: str | None, source: str, component: str, texts: Any) -> Result:
    """The result of `fields`."""
    found = None if value is None else _term(value)
    return Result(severity, _term(focus), path, found, _term(source), component, tuple(map(tuple, texts)))


def _term(text: str) -> Term:
    line = f"<urn:s> <urn:p> {text} .".encode()
    triple: ox.Triple = next(iter(ox.parse(line, ox.RdfFormat.N_TRIPLES))).triple
    return triple.object


def triples(lines: str) -> list[ox.Triple]:
    """The triples of `lines`."""
    return [q.triple for q in ox.parse(lines, ox.RdfFormat.N_TRIPLES)]


def main() -> None:
    """Read the request from stdin, write results or an error to stdout as JSON."""
    import resource

    from newsgraph.worker import limit_memory

    limit_memory()
    request = json.loads(sys.stdin.buffer.read())
    resource.setrlimit(resource.RLIMIT_CPU, (request["seconds"], request["seconds"] + 1))
    try:
        answer: dict[str, Any] = {"results": [*map(fields, _judged(request))]}
    except EngineError as e:
        answer = {"error": str(e)}
    print(json.dumps(answer))


def _judged(request: dict[str, Any]) -> list[Result]:
    from newsgraph.screen import judge

    data, shapes = triples(request["data"]), triples(request["shapes"])
    if request["calls"] is None:
        return judge.whole(data, shapes, adjacency(shapes))
    return judge.judged(data, shapes, adjacency(shapes), calls_of(request["calls"]), [*map(_term, request["roots"])])


def fields(r: Result) -> list[Any]:
    """A result for JSON."""
    value = None if r.value_node is None else str(r.value_node)
    return [r.severity, str(r.focus_node), r.path, value, str(r.source), r.component, r.messages]
