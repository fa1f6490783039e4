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
from functools import cache, lru_cache

from newsgraph.cardinality import Data, hashable, matches, plain, size
from newsgraph.group_pattern import Block, Group, Pattern, Query, UnplannedError
from newsgraph.joinorder import LOOKUP, READ, Order, order
from newsgraph.query_parser import read
from newsgraph.subselect import HOP, chained
from newsgraph.subselect import whole as whole_
from newsgraph.variable import doubtful, is_variable, mentioned, sure, variables

FEW = 1_000  # rows that are soon looked up
WORTH = LOOKUP / READ  # triples that are read in order in the time of one look-up
KEPT = 64  # queries that have been read
Edit = tuple[int, int, str]  # from, to, what comes in its place


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
    chain = _chain(group, data)
    if chain:
        rows = min(rows, chain.rows)
        yield from _chained(group, chain, data)
    else:
        rows = _rows(group, data, rows)
        yield from _flat(group, data, rows)
    for inner in group.groups:
        yield from _inner(inner, group, data, rows)


def _inner(inner: Group, group: Group, data: Data, rows: float) -> Iterator[Edit]:
    """The changes in a group of a group that has so many rows."""
    same = [g for g in group.groups if g.role == inner.role] if inner.role.startswith("union") else [inner]
    if inner.role in ("select", "group") or (inner.role != "other" and any(map(_joined, same))):
        yield from _walk(inner, data, rows if inner.role == "group" else math.inf)
    elif rows >= FEW and _readable(inner, group, data, rows):
        yield from _whole(inner, data)


def _joined(group: Group) -> bool:
    """Whether the group joins something: the engine answers it as a whole then, whoever asks."""
    parts = sum(len(b.patterns) for b in group.blocks) + len(group.values)
    return parts + sum(g.role not in ("optional", "other") for g in group.groups) > 1


def _chain(group: Group, data: Data) -> Order | None:
    """The order of the patterns of a group; None where other parts of the group come between or before them."""
    last = max((b.start for b in group.blocks), default=-1)
    if group.doubtful or any(g.start < last for g in group.groups):
        return None
    patterns = [p for b in group.blocks for p in b.patterns]
    return order(patterns, group, data) if len(patterns) > 1 else None


def _chained(group: Group, chain: Order, data: Data) -> Iterator[Edit]:
    """The patterns of the group in their order, where some are to be read as a whole."""
    if chain.most >= FEW and any(hashed for _, hashed in chain.joins):
        *others, last = group.blocks
        yield from ((b.start, b.end, "") for b in others)
        yield last.start, last.end, chained(chain, group, data)


def _flat(group: Group, data: Data, rows: float) -> Iterator[Edit]:
    """Some patterns of a group in sub-selects, the order left to the engine."""
    if rows < FEW or group.exists:
        return
    lead = _rarest(group, data)[1]
    patterns = [p for b in group.blocks for p in b.patterns]
    chosen = {p for b in group.blocks for p in _chosen(b, group, data, rows)}
    if lead and (len(lead.steps) < 2 or chosen != set(patterns)):
        chosen.discard(lead)
    for block in group.blocks:
        yield from _changed(block, group, data, chosen.__contains__, lead)


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


def _whole(group: Group, data: Data) -> Iterator[Edit]:
    """All patterns of a group and of those in it in sub-selects."""
    for block in group.blocks:
        yield from _changed(block, group, data, lambda p: hashable(p, group))
    for inner in group.groups:
        yield from _whole(inner, data)


def _changed(
    block: Block, group: Group, data: Data, whole: Callable[[Pattern], bool], lead: Pattern | None = None
) -> Iterator[Edit]:
    """The block anew, where a pattern in it is to be read as a whole.

    The pattern that leads comes first: of patterns that look alike the engine begins with the first.
    """
    patterns = sorted(block.patterns, key=lambda p: p is not lead)
    chosen = [whole(p) for p in patterns]
    if any(chosen):
        parts = (whole_(p, group, data) if w else plain(p) for p, w in zip(patterns, chosen, strict=True))
        yield block.start, block.end, " ".join(parts)


def _fits(p: Pattern, group: Group, data: Data, rows: float) -> bool:
    """Whether the pattern is to be read as a whole for so many rows."""
    return hashable(p, group) and size(p, group, data) <= WORTH * rows


def _few(p: Pattern, group: Group, data: Data, rows: float) -> bool:
    """Whether the pattern, which has a constant, has few solutions as it is."""
    return not is_variable(p.object) and matches(p, group, data) <= WORTH * rows


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
    sized = [(matches(p, group, data), p) for b in group.blocks for p in b.patterns]
    return min(sized, key=lambda both: both[0], default=(math.inf, None))


def _own_rows(group: Group, data: Data) -> float:
    """The rows of the group's own rarest pattern, or of those that lead to it, where they are counted to be more."""
    rows, rarest = _rarest(group, data)
    for p in (p for b in group.blocks for p in b.patterns):
        size = matches(p, group, data)
        leads = rarest is not None and is_variable(p.object) and p.object == rarest.subject
        if rarest and leads and FEW < size < math.inf and rows < size / WORTH:
            first = f"{{ SELECT * {{ {plain(rarest)} }} }}" if is_variable(rarest.object) else plain(rarest)
            rows = max(rows, data.count(f"{first} {plain(p)}"))
    return rows


def _distinct_first(query: Query) -> Iterator[Edit]:
    """SELECT DISTINCT … ORDER BY with the DISTINCT in a sub-select, where the order goes by what is projected."""
    head, tail = [t.text.upper() for t in query.head], [t.text.upper() for t in query.tail]
    names = {t.text for t in query.head if t.kind == "variable"}
    words = [t for t in head[2:] if t != "WHERE"]
    ordered = {t.text for t in query.tail if t.kind == "variable"}
    if (
        head[:2] == ["SELECT", "DISTINCT"]
        and tail[:2] == ["ORDER", "BY"]
        and ordered <= names
        and len(words) == len(names)
    ):
        shown = " ".join(t.text for t in query.head if t.kind == "variable")
        yield query.head[0].start, query.head[0].start, f"SELECT {shown} {{ "
        yield query.where.end, query.where.end, " }"
