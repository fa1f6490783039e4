"""The order in which the patterns of a group are joined, and which of them are looked up for each row.

Greedy: from each pattern in turn, next always the pattern that leaves the fewest rows; of these orders the cheapest. The
costs are microseconds of CPU time measured over a store on disk (docs/decisions/0006-store.md). As in the System R
optimiser (Selinger et al., 1979) an order is a chain: each pattern is joined with what all before it have given.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from newsgraph.cardinality import ANY, Data, given_values, hashable, matches, plain, size, terms
from newsgraph.group_pattern import Group, Pattern
from newsgraph.variable import is_variable, variables

LOOKUP = 10.0  # of one pattern for one row
READ = 0.5  # a triple, in order
HASH = 0.5  # a row, on either side of a join
SAMPLE = 100  # rows
OPEN, KNOWN = 1e6, 1e4  # what the engine guesses of a pattern with two open ends, and with one
FURTHER = 1e3  # times what for each further step of a path that is read as a whole
NARROWS, FORWARDS, BACKWARDS = range(3)  # both ends of the pattern are known, its subject, its object


@dataclass(frozen=True, slots=True)
class Order:
    """A chain of joins: the patterns in turn and whether each is read as a whole; the rows at the end, the most on the
    way, what it costs; whether the engine begins with the first pattern.
    """

    joins: tuple[tuple[Pattern, bool], ...]
    rows: float
    most: float
    cost: float
    kept: bool


class Join(NamedTuple):
    """How a pattern is joined, and the rows there are then: the less, the earlier, but backwards last."""

    kind: int
    rows: float


@dataclass(frozen=True, slots=True)
class Size:
    """A pattern's solutions, and what it costs to read all of them; infinitely much where that cannot be done."""

    matches: float
    reading: float


def order(patterns: list[Pattern], group: Group, data: Data) -> Order | None:
    """The cheapest order of the patterns; None where they are not connected, VALUES gives them more than IRIs, or the
    engine would begin with another pattern.
    """
    given = {v for p in patterns for v in variables(p) if v in group.values}
    if any(terms(name, group, data) is None for name in given):
        return None
    sizes = {p: _size(p, group, data) for p in patterns}
    if len(sizes) < len(patterns):  # one of them stands twice, and a path counts twice then
        return None
    starts = [p for p in sizes if sizes[p].matches < math.inf]
    found = [_Chain(p, sizes, group, data, most).order() for p in starts for most in (0, 1, math.inf)]
    best = min((o for o in found if o), key=lambda o: o.cost, default=None)
    return best if best and best.kept else None


def _size(p: Pattern, group: Group, data: Data) -> Size:
    found = matches(p, group, data)
    if hashable(p, group):
        return Size(found, (READ + HASH * (len(p.steps) > 1)) * size(p, group, data))
    simple = len(p.steps) == 1 and not p.steps[0].zero and is_variable(p.subject) and p.subject != p.object
    return Size(found, READ * found if simple and p.subject not in group.values else math.inf)


class _Chain:
    """A chain of joins that grows; `least` patterns at its beginning are looked up, whatever is cheaper by itself."""

    def __init__(self, first: Pattern, sizes: Mapping[Pattern, Size], group: Group, data: Data, least: float) -> None:
        self.first, self.sizes, self.group, self.data, self.least = first, sizes, group, data, least
        self.given = {v for p in sizes for v in variables(p) if v in group.values}
        self.rows = self.most = sizes[first].matches
        self.keys, self.bound = {_directed(first)[0]}, variables(first) | self.given
        self.joins: list[tuple[Pattern, bool]] = []
        self.cost = 0.0
        # a path of several steps is looked up step by step
        self.add(first, READ * self.rows + LOOKUP * self.rows * (len(first.steps) - 1), sizes[first].reading)

    def add(self, p: Pattern, by_lookup: float, by_hash: float) -> None:
        """The next pattern, looked up or read as a whole."""
        hashed = by_hash < by_lookup and len(self.joins) >= self.least
        self.joins.append((p, hashed))
        self.cost += by_hash if hashed else by_lookup

    def order(self) -> Order | None:
        """The whole chain; None where it cannot have all patterns."""
        rest = [p for p in self.sizes if p is not self.first]
        while near := [p for p in rest if variables(p) & (self.bound - self.given)]:
            join, p = min(((self.join(p), p) for p in near), key=lambda f: (f[0], self.sizes[f[1]].reading))
            self.add(p, self.lookup(p, join), self.sizes[p].reading + HASH * (self.rows + join.rows))
            self.rows, self.most = join.rows, max(self.most, join.rows)
            self.keys = {_directed(p)[0]} if join.kind == BACKWARDS else self.keys
            self.bound |= variables(p)
            rest.remove(p)
        if rest or math.isinf(self.cost):
            return None
        seen = [self.seen(p, hashed) for p, hashed in self.joins]
        return Order(tuple(self.joins), self.rows, self.most, self.cost, seen[0] == min(seen))

    def seen(self, p: Pattern, hashed: bool) -> float:
        """The size that the engine guesses from the form of the pattern: it begins with the smallest."""
        given = [len(self.group.values[v]) for v in variables(p) & self.given]
        if given and not hashed:
            return given[0]
        known = not is_variable(p.object) or p.object in self.given
        wide = max(1, sum(len(s.predicates) for s in p.steps[:1])) * math.prod(given)
        return wide * (KNOWN if known else OPEN) * (FURTHER ** max(0, len(p.steps) - 1) if hashed else 1)

    def lookup(self, p: Pattern, join: Join) -> float:
        """What it costs to look a pattern up. The engine would begin with it instead of a sub-select, and goes backwards
        after all sub-selects.
        """
        if self.joins[0][1] or (join.kind == BACKWARDS and any(hashed for _, hashed in self.joins)):
            return math.inf
        return LOOKUP * max(self.rows, join.rows / ANY) * max(1, len(p.steps))

    def join(self, p: Pattern) -> Join:
        """What the pattern makes of the rows: a thing is guessed to have each property once."""
        subject, thing = _directed(p)
        known = [not is_variable(e) or e in self.bound for e in (subject, thing)]
        if not known[0]:
            return Join(BACKWARDS, self.backwards(p, thing))
        most = self.sizes[p].matches if subject in self.keys else math.inf
        return Join(NARROWS, min(self.rows, most)) if known[1] else Join(FORWARDS, min(self.rows, ANY * most))

    def backwards(self, p: Pattern, thing: str) -> float:
        """The rows after a pattern by whose object alone it is joined: as many a row as a sample of like things has."""
        most = max(self.rows, self.sizes[p].matches)
        alike = not is_variable(self.first.object) or self.first.object in self.given
        if self.rows < SAMPLE or not alike or thing != self.first.subject:
            return most
        given = " ".join(given_values(v, self.group, self.data) for v in sorted(variables(self.first) & self.given))
        found = self.data.count(f"{{ SELECT * {{ {given} {plain(self.first)} }} LIMIT {SAMPLE} }} {plain(p)}")
        return min(most, self.rows * found / SAMPLE)


def _directed(p: Pattern) -> tuple[str, str]:
    """Subject and object, exchanged where the path goes backwards."""
    backwards = bool(p.steps) and all(name.startswith("^") for name in p.steps[0].predicates)
    return (p.object, p.subject) if backwards else (p.subject, p.object)
