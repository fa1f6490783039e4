"""The solutions of a query's triple patterns from a few known terms, and the triples that they use.

Filters are left out, so that there are rather more solutions than the query has. `forward` collects the triples that a
query may use for some $this, `backward` the $this for which it may use a triple.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import cast

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.screen.data import Graph
from newsgraph.screen.path import Path, Step, back, prefixes, walk
from newsgraph.screen.query import THIS
from newsgraph.screen.syntax import Group, Pattern
from newsgraph.screen.token import Token
from newsgraph.screen.unsupported import Unsupported

Row = Mapping[str, Term]
New = Mapping[ox.NamedNode, Sequence[ox.Triple]]  # triples by predicate
APART = (2, 0)  # the width of a pattern of which nothing is known
PEEK = 16  # triples looked at to see which pattern is narrowest


def forward(group: Group, this: Iterable[Term], data: Graph) -> set[ox.Triple]:
    """The triples that a query may use for these $this. Raises Unsupported where its patterns do not hang together."""
    used: set[ox.Triple] = set()
    _collect(group, [{THIS: node} for node in this], data, used)
    return used


def _collect(group: Group, rows: list[Row], data: Graph, used: set[ox.Triple]) -> None:
    found = solutions(group, rows, data, used)
    members = (member for union in group.unions for member in union)
    for inner in (*group.optional, *(g for _, g in group.exists), *members):
        _collect(inner, found, data, used)


def backward(group: Group, new: New, data: Graph) -> set[Term]:
    """The $this for which a query may use one of these triples."""
    return {row[THIS] for row in _back(group, new, data) if THIS in row}


def _back(group: Group, new: New, data: Graph) -> list[Row]:
    """The solutions of a group that use one of the triples, within it or in a group inside."""
    rows = [row for _, block in group.triples for p in block for row in matched(p, new, data)]
    inner = [*group.optional, *(g for _, g in group.exists), *(g for union in group.unions for g in union)]
    for member in inner:
        try:
            rows += _back(member, new, data)
        except Unsupported:  # it hangs together by what surrounds it only
            rows += [row for _, block in member.triples for p in block for row in matched(p, new, data)]
    return solutions(group, rows, data, set()) if rows else []


def solutions(group: Group, rows: Iterable[Row], data: Graph, used: set[ox.Triple]) -> list[Row]:
    """The rows extended by all that the group requires; `used` learns the triples."""
    waiting = [p for _, block in group.triples for p in block]
    return _distinct(extended for row in rows for extended in _joined(waiting, group.unions, row, data, used))


def _distinct(rows: Iterable[Row]) -> list[Row]:
    return list({frozenset(r.items()): r for r in rows}.values())


def _joined(
    waiting: Sequence[Pattern], unions: Sequence[Sequence[Group]], row: Row, data: Graph, used: set[ox.Triple]
) -> Iterator[Row]:
    """The row extended by patterns, the narrowest first, and by unions where no pattern hangs on what is known."""
    widths = [_width(p, row, data) for p in waiting]
    best = min(range(len(waiting)), key=widths.__getitem__, default=None)
    if best is None or (widths[best] == APART and unions):
        if not unions:
            yield row
            return
        for extended in _distinct(r for member in unions[0] for r in solutions(member, [row], data, used)):
            yield from _joined(waiting, unions[1:], extended, data, used)
        return
    rest = [p for n, p in enumerate(waiting) if n != best]
    for extended, triples in _fitting(waiting[best], row, data):
        for whole in _joined(rest, unions, extended, data, used):
            used |= triples
            yield whole


def _width(p: Pattern, row: Row, data: Graph) -> tuple[int, int]:
    """How many triples fit, as far as a peek tells; what only constants narrow comes last."""
    start, end = value(p.subject, row), value(p.value, row)
    known = any(word[0].name in row for word in (p.subject, p.value))
    if p.path is not None and not isinstance(p.path, Step):
        return (0 if start and end else 1, 0) if known else APART
    if not known and any(word[0].name for word in (p.subject, p.value)):
        return APART
    s, o = (end, start) if isinstance(p.path, Step) and p.path.inverse else (start, end)
    predicate = p.path.predicate if isinstance(p.path, Step) else cast("ox.NamedNode | None", row.get(p.variable))
    return 0, data.width(s, predicate, o, PEEK)


def value(words: tuple[Token, ...], row: Row) -> Term | None:
    """What a subject or object stands for, or None."""
    return row.get(words[0].name) if words[0].name else constant(words)


def _fitting(p: Pattern, row: Row, data: Graph) -> Iterator[tuple[Row, set[ox.Triple]]]:
    """The ways to extend a row by one pattern, each with its triples. Raises Unsupported where nothing is known."""
    start, end = value(p.subject, row), value(p.value, row)
    if not any(word[0].name in row for word in (p.subject, p.value)) and (start is None or end is None):
        raise Unsupported("a query whose patterns do not hang together")
    if p.path is not None and not isinstance(p.path, Step):
        yield from _along(p, p.path, row, start, end, data)
        return
    inverse = p.path is not None and p.path.inverse
    predicate = p.path.predicate if p.path is not None else cast("ox.NamedNode | None", row.get(p.variable))
    s, o = (end, start) if inverse else (start, end)
    for t in data.matching(s, predicate, o):
        first, last = (t.object, t.subject) if inverse else (t.subject, t.object)
        extended = _extended(p, row, first, last, t.predicate)
        if extended is not None:
            yield extended, {t}


def _extended(p: Pattern, row: Row, start: Term, end: Term, predicate: Term) -> Row | None:
    """The row with what the pattern's variables stand for, or None where one stands for two things."""
    found = dict(row)
    for name, term in ((p.subject[0].name, start), (p.value[0].name, end), (p.variable, predicate)):
        if name and found.setdefault(name, term) != term:
            return None
    return found


def _along(
    p: Pattern, path: Path, row: Row, start: Term | None, end: Term | None, data: Graph
) -> Iterator[tuple[Row, set[ox.Triple]]]:
    known, way, other = (start, path, end) if start is not None else (end, back(path), start)
    assert known is not None
    triples = steps(way, [known], data)
    for node in walk(way, [known], data):
        if other is None or other == node:
            first, last = (known, node) if start is not None else (node, known)
            extended = _extended(p, row, first, last, node)
            if extended is not None:
                yield extended, triples


def steps(path: Path, nodes: Iterable[Term], data: Graph) -> set[ox.Triple]:
    """The triples on a path from some nodes."""
    found: set[ox.Triple] = set()
    for before, step in prefixes(path):
        here = set(nodes)
        for part in before:
            here = walk(part, here, data)
        for n in here:
            found |= set(data.matching(*((None, step.predicate, n) if step.inverse else (n, step.predicate, None))))
    return found


def matched(p: Pattern, new: New, data: Graph) -> Iterator[Row]:
    """What the variables of a pattern stand for where it uses one of the triples."""
    used = new if p.path is None else {step.predicate for _, step in prefixes(p.path)}
    for t in (t for predicate in used for t in new.get(predicate, ())):
        for start, end in _ends(p.path, t, data):
            fits = all(w[0].name or constant(w) == e for w, e in ((p.subject, start), (p.value, end)))
            row = _extended(p, {}, start, end, t.predicate) if fits else None
            if row is not None:
                yield row


def _ends(path: Path | None, t: ox.Triple, data: Graph) -> Iterable[tuple[Term, Term]]:
    """Starts and ends of a path that may go through a triple."""
    if path is None:
        return [(t.subject, t.object)]
    if isinstance(path, Step):
        ends: tuple[Term, Term] = (t.object, t.subject) if path.inverse else (t.subject, t.object)
        return [ends] if path.predicate == t.predicate else []
    starts: set[Term] = set()
    for way, step in prefixes(path):
        if step.predicate == t.predicate:
            nodes: set[Term] = {t.object if step.inverse else t.subject}
            for part in reversed(way):
                nodes = walk(back(part), nodes, data)
            starts |= nodes
    return [(s, e) for s in starts for e in walk(path, [s], data)]


@cache
def constant(words: tuple[Token, ...]) -> Term:
    """The term of an IRI or a literal in a query."""
    text = "".join(w.text for w in words)
    if words[0].kind == "iri":
        return ox.NamedNode(text[1:-1])
    turtle = f"<urn:s> <urn:p> {text} .".encode()
    return cast(Term, next(iter(ox.parse(turtle, ox.RdfFormat.TURTLE))).object)
