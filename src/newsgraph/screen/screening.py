"""Screen and confirm: queries name the nodes that may fail, pySHACL judges them on an extract."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.namespace import RDFS
from newsgraph.report import Result
from newsgraph.screen import apart, judge
from newsgraph.screen.component import Facts
from newsgraph.screen.data import Data, Graph
from newsgraph.screen.footprint import seen
from newsgraph.screen.literal import Spelling
from newsgraph.screen.pattern import variables
from newsgraph.screen.unit import FOCUS, Plan, Target, Unit, plan

SUBCLASS = ox.NamedNode(RDFS + "subClassOf")
THREADS = 2
Flagged = dict[Unit, frozenset[Term]]


def planned(shapes: Adjacency, graph: Graph, how: Spelling) -> Plan:
    """The plan of a shapes graph for some data."""

    @cache
    def below(top: Term) -> tuple[Term, ...]:
        found, waiting = {top}, [top]
        while waiting:
            for t in graph.matching(None, SUBCLASS, waiting.pop()):
                if t.subject not in found:
                    found.add(t.subject)
                    waiting.append(t.subject)
        return tuple(sorted(found, key=str))

    return plan(Facts(shapes, below, how, variables()))


def flagged(units: Sequence[Unit], targets: dict[Term, Target], data: Data) -> Flagged:
    """The focus nodes that may fail each unit. pyoxigraph answers outside of Python's lock, so queries run side by side."""

    def ask(unit: Unit) -> frozenset[Term]:
        aim = targets[unit.root]
        blurred = data.spelling.disguised and unit.asks  # a query would reckon with disguised numbers
        return nodes(f"SELECT DISTINCT {FOCUS} {{ {aim.where}}}" if blurred else unit.query, aim, data)

    with ThreadPoolExecutor(THREADS) as pool:
        return {u: n for u, n in zip(units, pool.map(ask, units), strict=True) if n}


def nodes(query: str, aim: Target, data: Data) -> frozenset[Term]:
    """The focus nodes that a query gives, as they are written."""
    named = {data.spelling.constant(n): n for n in aim.nodes}
    rows = data.store.query(query)
    assert isinstance(rows, ox.QuerySolutions)
    found = (row[0] for row in rows)
    return frozenset(named.get(n) or data.spelling.as_written(n) for n in found if n is not None)


def confirmed(
    found: Flagged,
    whole: Iterable[Term],
    data: Data,
    shapes: Sequence[ox.Triple],
    index: Adjacency,
    guarded: bool = False,
) -> list[Result]:
    """What pySHACL says of the flagged nodes, and of all nodes of the shapes that were not screened.

    `guarded`: in a process of its own, with a deadline.
    """
    left = sorted(whole, key=str)
    if not found and not left:
        return []
    calls, extract = _calls(found), set[ox.Triple]()
    for unit, focus in found.items():
        extract |= seen(unit.sights, focus, data)
    extract |= set(data.matching(None, SUBCLASS, None))
    seen_by = data if left else extract
    if guarded:
        return apart.judged(seen_by, shapes, calls, left)
    return judge.judged(seen_by, shapes, index, calls, left)


def _calls(found: Flagged) -> list[judge.Call]:
    """Which shapes to hold which nodes against: a node that its root shape is held against needs no more of its parts."""
    whole = {u.root: nodes for u, nodes in found.items() if u.shape == u.root}
    calls: dict[tuple[str, str], tuple[Term, list[Term]]] = {}
    for unit, focus in found.items():
        rest = focus if unit.shape == unit.root else focus - whole.get(unit.root, frozenset())
        if rest:
            calls[str(unit.root), str(unit.shape)] = (unit.shape, sorted(rest, key=str))
    return [calls[key] for key in sorted(calls)]


def counted(plan_: Plan, data: Data) -> tuple[tuple[str, int], ...]:
    """How many focus nodes each shape has in the data itself, which does not count what only the ontology says."""
    with ThreadPoolExecutor(THREADS) as pool:
        counts = pool.map(lambda aim: _count(aim, data) - _foreign(aim, data), plan_.targets.values())
        return tuple(sorted((_name(s), n) for s, n in zip(plan_.targets, counts, strict=True)))


def _name(shape: Term) -> str:
    return "" if isinstance(shape, ox.Triple) else shape.value


def _count(aim: Target, data: Data) -> int:
    rows = data.store.query(f"SELECT (COUNT(DISTINCT {FOCUS}) AS ?n) {{ {aim.where}}}")
    assert isinstance(rows, ox.QuerySolutions)
    return int(next(rows)[0].value)


def _foreign(aim: Target, data: Data) -> int:
    """How many focus nodes there are for the axioms of the ontology alone."""
    nodes = {n for t in data.axioms for n in aim.by(t)} - set(aim.nodes)
    return sum(all(t in data.axioms for t in _around(n, data) if n in aim.by(t)) for n in nodes)


def _around(node: Term, data: Data) -> Iterator[ox.Triple]:
    yield from data.matching(node, None, None)
    yield from data.matching(None, None, node)
