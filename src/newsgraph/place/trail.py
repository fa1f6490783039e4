"""Along a sequence path to its last triple, so that a value is marked where it stands and not at the first step."""

import re
from collections.abc import Callable, Iterable, Sequence

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.path import predicates
from newsgraph.place.sought import OBJECT, Sought
from newsgraph.place.span import Located
from newsgraph.report import Result

STEP = r"(?:\^?(?:<[^<>]*>|(?<![a-z])[a-z]+:[A-Za-z0-9_-]+))"
STEPS = re.compile(rf"(?:{STEP}|\({STEP}(?:\|{STEP})*\))")
SEQUENCE = re.compile(rf"{STEPS.pattern}(?:/{STEPS.pattern})+")
Read = Callable[[set[Term], bool], Iterable[ox.Triple | Located]]  # nodes; whether their triples as objects, too


def steps(path: str) -> list[str]:
    """The steps of a sequence of predicates, inverses and alternatives; [] for any other path.

    >>> steps("ng:evidence/^(ng:a|ng:b)"), steps("ng:a/^ng:b/(ng:c|ng:d)")
    ([], ['ng:a', '^ng:b', '(ng:c|ng:d)'])
    """
    return STEPS.findall(path) if SEQUENCE.fullmatch(path) else []


def ends(results: Sequence[Result], read: Read) -> dict[int, list[Sought]]:
    """By the number of a result, the triples that may be the last of its path."""
    ways = {n: steps(r.path) for n, r in enumerate(results) if r.value_node is not None}
    ways = {n: way for n, way in ways.items() if way}
    at: dict[int, set[Term]] = {n: {results[n].focus_node} for n in ways}
    for number in range(max((len(way) for way in ways.values()), default=1) - 1):
        moving = {n: way[number] for n, way in ways.items() if number < len(way) - 1}
        at |= _moved(moving, at, read)
    return {n: [_last(node, ways[n][-1], results[n]) for node in sorted(nodes, key=str)] for n, nodes in at.items()}


def _moved(moving: dict[int, str], at: dict[int, set[Term]], read: Read) -> dict[int, set[Term]]:
    """Where each path leads with one more step."""
    nodes = {node for n in moving for node in at[n]}
    found: dict[int, set[Term]] = {n: set() for n in moving}
    waiting: dict[Term, list[int]] = {}
    for n in moving:
        for node in at[n]:
            waiting.setdefault(node, []).append(n)
    for t in read(nodes, any("^" in step for step in moving.values())):
        for n in waiting.get(t.subject, ()):
            if _takes(moving[n], t.predicate, inverse=False):
                found[n].add(t.object)
        for n in waiting.get(t.object, ()):
            if _takes(moving[n], t.predicate, inverse=True):
                found[n].add(t.subject)
    return found


def _takes(step: str, predicate: Term, inverse: bool) -> bool:
    parts = [p for p in re.findall(STEP, step) if p.startswith("^") == inverse]
    return any(str(predicate) == f"<{iri}>" for part in parts for iri in predicates(part))


def _last(node: Term, step: str, result: Result) -> Sought:
    if step.startswith("^") and result.value_node is not None:
        return Sought(result.value_node, predicates(step), node, OBJECT)
    return Sought(node, predicates(step), result.value_node, OBJECT)
