"""A query written so that pyoxigraph reads what it needs of a store in one go, where it would look it up row by row.

pyoxigraph orders joins by the form of their patterns and looks each pattern up for every row that it has. On disk such
a look-up costs as much as reading some ten triples in the order in which they lie. So a pattern that has few triples
beside the rows that ask for it is put into a sub-select of its own: that is read as a whole, once, and joined by
hashing. The answer is the same, since a sub-select that projects all variables of a pattern has the solutions of the
pattern (SPARQL 1.1, sections 12 and 18.2.4.4). The other change is that DISTINCT comes before ORDER BY where all that
orders is projected.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from newsgraph.group_pattern import Block, Group, Pattern, Query, UnplannedError, iri
from newsgraph.propertypath import Step
from newsgraph.query_parser import read
from newsgraph.variable import doubtful, is_variable, mentioned, sure, variables

FEW = 1_000  # rows that are soon looked up
WORTH = 8  # triples that are read in order in the time of one look-up, hashing them counted in
HOP = "?_hop"
KEPT = 64  # queries that have been read
Edit = tuple[int, int, str]  # from, to, what comes in its place


@dataclass(frozen=True, slots=True)
class Data:
    """What is known of the data: triples of each predicate (IRI), how to count those with an object, too; prefixes."""

    counts: Mapping[str, int]
    count: Callable[[str], int]
    prefixes: Mapping[str, str]


def plan(sparql: str, counts: Mapping[str, int], count: Callable[[str], int]) -> str:
    """The query, or one that has the same answer. `counts` are the triples of each predicate, none for no plan; `count`
    counts the solutions of patterns.
    """
    if HOP in sparql or "SERVICE" in sparql.upper():
        return sparql
    try:
        query = _parsed(sparql)
        edits = list(_distinct_first(query))
        if counts:
            edits += _walk(query.where, Data(counts, cache(count), query.prefixes), math.inf)
    except UnplannedError:
        return sparql
    for start, end, text in sorted(edits, reverse=True):
        sparql = sparql[:start] + text + sparql[end:]
    return sparql


@lru_cache(KEPT)
def _parsed(sparql: str) -> Query:
    """The query as a value that nobody changes: who asks the same again does not wait for its reading again."""
    return read(sparql)


def _walk(group: Group, data: Data, rows: float) -> Iterator[Edit]:
    """The changes in a group that is asked for so many rows, and in those in it."""
    rows = _rows(group, data, rows)
    if rows >= FEW:
        lead = _rarest(group, data)[1]
        patterns = [p for b in group.blocks for p in b.patterns]
        chosen = {p for b in group.blocks for p in _chosen(b, group, data, rows)}
        if lead and (len(lead.steps) < 2 or chosen != set(patterns)):
            chosen.discard(lead)
        for block in group.blocks:
            yield from _changed(block, group, chosen.__contains__, lead)
    for inner in group.groups:
        if inner.role in ("select", "group"):
            yield from _walk(inner, data, math.inf if inner.role == "select" else rows)
        elif rows >= FEW and _readable(inner, group, data, rows):
            yield from _whole(inner)


def _chosen(block: Block, group: Group, data: Data, rows: float) -> Iterator[Pattern]:
    """The patterns of a block that are to be read as a whole for so many rows, and can be joined by hashing."""
    open_ = doubtful(group, block.start)
    return (p for p in block.patterns if _fits(p, group, data, rows) and not open_ & variables(p))


def _readable(inner: Group, group: Group, data: Data, rows: float) -> bool:
    """Whether an OPTIONAL or the alternatives of a union are to be read as a whole, and can be joined by hashing then."""
    same = [inner] if inner.role == "optional" else [g for g in group.groups if g.role == inner.role]
    before = [g for g in group.groups if g.start < inner.start and g not in same]
    own = [v for b in group.blocks if b.start < inner.start for p in b.patterns for v in variables(p)]
    certain = set(own).union(*sure(before))
    shared = set().union(*map(mentioned, same)) & certain.union(*map(mentioned, before), group.doubtful)
    return bool(shared) and shared <= certain and all(_whole_fits(g, data, rows) for g in same)


def _whole_fits(group: Group, data: Data, rows: float) -> bool:
    patterns = [p for b in group.blocks for p in b.patterns]
    return all(_fits(p, group, data, rows) or _few(p, group, data, rows) for p in patterns) and all(
        g.role not in ("other", "select") and _whole_fits(g, data, rows) for g in group.groups
    )


def _whole(group: Group) -> Iterator[Edit]:
    """All patterns of a group and of those in it in sub-selects."""
    for block in group.blocks:
        yield from _changed(block, group, lambda p: _hashable(p, group))
    for inner in group.groups:
        yield from _whole(inner)


def _changed(
    block: Block, group: Group, whole: Callable[[Pattern], bool], lead: Pattern | None = None
) -> Iterator[Edit]:
    """The block anew, where a pattern in it is to be read as a whole.

    The pattern that leads comes first: of patterns that look alike the engine begins with the first.
    """
    patterns = sorted(block.patterns, key=lambda p: p is not lead)
    chosen = [whole(p) for p in patterns]
    if any(chosen):
        parts = (_read(p, group) if w else _plain(p) for p, w in zip(patterns, chosen, strict=True))
        yield block.start, block.end, " ".join(parts)


def _plain(p: Pattern) -> str:
    return f"{p.subject} {p.path} {p.object} ."


def _read(p: Pattern, group: Group) -> str:
    """The pattern in a sub-select."""
    if not p.steps:
        values = " ".join(group.values[p.path])
        text = f"VALUES {p.path} {{ {values} }} {_plain(p)}"
        return f"{{ SELECT {p.subject} {p.path} {p.object} {{ {text} }} }}"
    return _hops(p.subject, p.steps, p.object)


def _hops(subject: str, steps: tuple[Step, ...], thing: str) -> str:
    """A path in a sub-select, each step in one of its own."""
    if len(steps) == 1:
        return f"{{ SELECT {subject} {thing} {{ {subject} {steps[0]} {thing} }} }}"
    hop = f"{HOP}{len(steps)}"
    rest = _hops(hop, steps[1:], thing)
    if not steps[0].zero:
        return f"{{ SELECT {subject} {thing} {{ {_hops(subject, steps[:1], hop)} {rest} }} }}"
    # a step that may be left out gives each node once (section 9.3)
    once = (
        f"{{ SELECT DISTINCT {subject} {hop} {{ {subject} {steps[0]} {hop} FILTER (!sameTerm({subject}, {hop})) }} }}"
    )
    return f"{{ SELECT {subject} {thing} {{ {{ {_hops(subject, steps[1:], thing)} }} UNION {{ {once} {rest} }} }} }}"


def _fits(p: Pattern, group: Group, data: Data, rows: float) -> bool:
    """Whether the pattern is to be read as a whole for so many rows."""
    return _hashable(p, group) and _size(p, group, data) <= WORTH * rows


def _few(p: Pattern, group: Group, data: Data, rows: float) -> bool:
    """Whether the pattern, which has a constant, has few solutions as it is."""
    return not is_variable(p.object) and _matches(p, group, data) <= WORTH * rows


def _hashable(p: Pattern, group: Group) -> bool:
    """Whether the pattern can be put into a sub-select: both ends open, its predicates known."""
    ends = (p.subject, p.object)
    if not all(map(is_variable, ends)) or p.subject == p.object or any(e in group.values for e in ends):
        return False
    if not p.steps:
        return p.path not in ends and "UNDEF" not in group.values.get(p.path, ["UNDEF"])
    return len(p.steps) <= 4 and not any(s.zero for s in p.steps[1:]) and not (p.steps[0].zero and len(p.steps) == 1)


def _size(p: Pattern, group: Group, data: Data) -> float:
    """The triples that are read for a pattern as a whole."""
    if not p.steps:
        return sum(_triples(name, data) for name in group.values[p.path])
    twice = 2 if p.steps[0].zero else 1
    return sum(_of_step(s, data) for s in p.steps[:1]) + twice * sum(_of_step(s, data) for s in p.steps[1:])


def _of_step(step: Step, data: Data) -> int:
    return sum(_triples(name, data) for name in step.predicates)


def _triples(name: str, data: Data) -> int:
    return data.counts.get(iri(name.removeprefix("^"), data.prefixes), 0)


def _rows(group: Group, data: Data, most: float) -> float:
    """How many rows a group has at most, guessed from its rarest pattern; `most` ask for it."""
    found = [most, _own_rows(group, data)]
    unions: dict[str, float] = {}
    for inner in group.groups:
        if inner.role in ("select", "group"):
            found.append(_rows(inner, data, math.inf))
        elif inner.role.startswith("union"):
            unions[inner.role] = unions.get(inner.role, 0) + _rows(inner, data, math.inf)
    return min([*found, *unions.values()])


def _rarest(group: Group, data: Data) -> tuple[float, Pattern | None]:
    """The group's own pattern with the fewest matches, and how many these are."""
    sized = [(_matches(p, group, data), p) for b in group.blocks for p in b.patterns]
    return min(sized, key=lambda both: both[0], default=(math.inf, None))


def _own_rows(group: Group, data: Data) -> float:
    """The rows of the group's own rarest pattern, or of those that lead to it, where they are counted to be more."""
    rows, rarest = _rarest(group, data)
    for p in (p for b in group.blocks for p in b.patterns):
        size = _matches(p, group, data)
        leads = rarest is not None and is_variable(p.object) and p.object == rarest.subject
        if rarest and leads and FEW < size < math.inf and rows < size / WORTH:
            first = f"{{ SELECT * {{ {_plain(rarest)} }} }}" if is_variable(rarest.object) else _plain(rarest)
            rows = max(rows, data.count(f"{first} {_plain(p)}"))
    return rows


def _matches(p: Pattern, group: Group, data: Data) -> float:
    """How many solutions a pattern may have."""
    if not p.steps:
        return _size(p, group, data) if _hashable(p, group) else math.inf
    if not is_variable(p.subject):
        return 1
    objects = group.values.get(p.object, [p.object])
    if not any(is_variable(o) or o == "UNDEF" for o in objects):
        return sum(data.count(_plain(Pattern(p.subject, p.path, o))) for o in objects)
    return min((_of_step(s, data) for s in p.steps if not s.zero), default=math.inf)


def _distinct_first(query: Query) -> Iterator[Edit]:
    """SELECT DISTINCT … ORDER BY with the DISTINCT in a sub-select, where the order goes by what is projected."""
    head, tail = [t.text.upper() for t in query.head], [t.text.upper() for t in query.tail]
    names = {t.text for t in query.head if t.kind == "variable"}
    words = [t for t in head[2:] if t != "WHERE"]
    order = {t.text for t in query.tail if t.kind == "variable"}
    if (
        head[:2] == ["SELECT", "DISTINCT"]
        and tail[:2] == ["ORDER", "BY"]
        and order <= names
        and len(words) == len(names)
    ):
        shown = " ".join(t.text for t in query.head if t.kind == "variable")
        yield query.head[0].start, query.head[0].start, f"SELECT {shown} {{ "
        yield query.where.end, query.where.end, " }"
