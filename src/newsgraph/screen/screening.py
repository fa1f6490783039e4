"""Screen and confirm: queries name the nodes that may fail, pySHACL judges them on an extract."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.namespace import RDFS
from newsgraph.report import Result
from newsgraph.screen import apart, direct, judge
from newsgraph.screen.beside import Beside, judged
from newsgraph.screen.census import Census
from newsgraph.screen.data import Data, Graph
from newsgraph.screen.facts import Facts
from newsgraph.screen.footprint import seen
from newsgraph.screen.literal import Spelling
from newsgraph.screen.pattern import variables
from newsgraph.screen.unit import FOCUS, Plan, Target, Unit, plan
from newsgraph.screen.wording import wording

SUBCLASS = ox.NamedNode(RDFS + "subClassOf")
THREADS = 2
Flagged = dict[Unit, frozenset[Term]]


def planned(shapes: Adjacency, graph: Graph, how: Spelling, told: Census | None = None) -> Plan:
    """The plan of a shapes graph for some data, without questions that its census answers."""
    return plan(Facts(shapes, subclasses(graph), how, variables(), census=told))


def subclasses(graph: Graph) -> Callable[[Term], Sequence[Term]]:
    """What gives the classes below a class, itself among them."""

    @cache
    def below(top: Term) -> tuple[Term, ...]:
        found, waiting = {top}, [top]
        while waiting:
            for t in graph.matching(None, SUBCLASS, waiting.pop()):
                if t.subject not in found:
                    found.add(t.subject)
                    waiting.append(t.subject)
        return tuple(sorted(found, key=str))

    return below


def flagged(
    units: Sequence[Unit],
    targets: dict[Term, Target],
    data: Data,
    meanwhile: Callable[[], None] = lambda: None,
) -> Flagged:
    """The focus nodes that may fail each unit. pyoxigraph answers outside of Python's lock, so queries run side by side.

    `meanwhile` is called as soon as one is found, while the other queries are still under way.
    """

    same: dict[Term, Term] = {}  # a node that breaks many shapes is kept once

    def ask(unit: Unit) -> frozenset[Term]:
        aim = targets[unit.root]
        blurred = data.spelling.disguised and unit.asks  # a query would reckon with disguised numbers
        found = nodes(f"SELECT DISTINCT {FOCUS} {{ {aim.where}}}" if blurred else unit.query, aim, data)
        return frozenset(same.setdefault(n, n) for n in found)

    found: Flagged = {}
    with ThreadPoolExecutor(THREADS) as pool:
        for unit, focus in zip(units, pool.map(ask, units), strict=True):
            if focus and not found:
                meanwhile()
            if focus:
                found[unit] = focus
    return found


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
    many: int = direct.MANY,
    beside: Beside | None = None,
) -> Callable[[], list[Result]]:
    """What gives, later, what pySHACL says of the flagged nodes, and of all nodes of the shapes that were not screened.

    A shape that at least `many` nodes may break reports by itself where it can (newsgraph.screen.direct). `guarded`: in
    a process of its own, with a deadline; `beside`: a process that is ready for these shapes.
    """
    roots = sorted(whole, key=str)
    told, left = _direct(_asked(found), data, shapes, index, many)
    if not left and not roots:
        return lambda: told
    calls, extract = _calls(left), set[ox.Triple]()
    for unit, focus in left.items():
        extract |= seen(unit.sights, focus, data)
    extract |= set(data.matching(None, SUBCLASS, None))
    seen_by = data if roots else extract
    if guarded:
        return lambda: told + apart.judged(seen_by, shapes, calls, roots)

    def here() -> list[Result]:
        return judge.judged(seen_by, shapes, index, calls, roots)

    later = here if beside is None or roots else judged(beside, seen_by, calls, here)
    return lambda: told + later()


def _asked(found: Flagged) -> Flagged:
    """Which nodes to hold each unit against: one that its root shape is held against needs no more of its parts."""
    whole = {u.root: nodes for u, nodes in found.items() if u.shape == u.root}
    rest = {u: nodes if u.shape == u.root else nodes - whole.get(u.root, frozenset()) for u, nodes in found.items()}
    return {u: nodes for u, nodes in rest.items() if nodes}


def _direct(
    asked: Flagged, data: Data, shapes: Sequence[ox.Triple], index: Adjacency, many: int
) -> tuple[list[Result], Flagged]:
    """The results of the units that report by themselves, and what is left."""
    large = [u for u, nodes in asked.items() if len(nodes) >= many]
    below, told = subclasses(data), list[Result]()
    left, words = dict(asked), wording(shapes) if large else None
    for unit in large:
        one = direct.check(unit.shape, index, data, below)
        if one is not None and words is not None:
            results, rest = direct.results(one, sorted(asked[unit], key=str), data, words)
            told += results
            left[unit] = frozenset(rest)
    return told, {u: nodes for u, nodes in left.items() if nodes}


def _calls(asked: Flagged) -> list[judge.Call]:
    """Which shapes to hold which nodes against, in an order of its own."""
    calls = {(str(u.root), str(u.shape)): (u.shape, sorted(nodes, key=str)) for u, nodes in asked.items()}
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
