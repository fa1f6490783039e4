"""«A und B … 5 bzw. 2 Millionen», «A (5 Millionen) und B (2 Millionen)»: which sum belongs to which name.

What names several and sums as many says of each name its own sum.
"""

from collections.abc import Iterable, Iterator

from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import adjacent
from newsgraph.replacement import replace

PARTIES = ("penalised", "target", "investor", "measured", "beneficiary")
SUMS = ("amount", "value")
NEAR = 3  # tokens between a bracket and its sum


def respective(events: Iterable[Event], p: Parse, language: Language) -> Iterator[Event]:
    """The events, those of several names and their sums parted."""
    paired = _paired(p, language)
    for event in events:
        yield from _parted(event, p, paired)


def _paired(p: Parse, language: Language) -> dict[int, tuple[int, int]]:
    """By the first token of a sum in a row «X bzw. Y», «X, Y beziehungsweise Z»: which one it is, and of how many."""
    words = language.grammar["respectively"]
    if {*words}.isdisjoint(p.low):
        return {}
    found: dict[int, tuple[int, int]] = {}
    row: list[int] = []
    joined = False
    for before, after in zip((None, *p.quantities), (*p.quantities, None), strict=True):
        between = p.low[before.last + 1 : after.first] if before is not None and after is not None else []
        if after is not None and len(between) == 1 and (between[0] in words or between[0] == ","):
            joined = joined or between[0] in words
            row.append(after.first)
            continue
        if joined:
            found |= {first: (n, len(row)) for n, first in enumerate(row)}
        row, joined = ([after.first] if after is not None else []), False
    return found


def _parted(event: Event, p: Parse, paired: dict[int, tuple[int, int]]) -> Iterator[Event]:
    role = next((r for r in PARTIES if len(event.roles.get(r, ())) > 1), "")
    sums = next((r for r in SUMS if r in event.roles), "")
    if not role or not sums:
        yield event
        return
    names = sorted(event.roles[role], key=lambda f: f.first)
    whose = {f.first: _whose(f, names, p, paired) for f in event.roles[sums]}
    if any(owner is None for owner in whose.values()):
        yield event
        return
    for figure in event.roles[sums]:
        owner = whose[figure.first]
        if owner is not None:
            yield replace(event, roles={**event.roles, role: (owner,), sums: (figure,)})


def _whose(figure: Filler, names: list[Filler], p: Parse, paired: dict[int, tuple[int, int]]) -> Filler | None:
    q = figure.quantity
    if q is None:
        return None
    opening = next((i for i in range(q.first - 1, max(-1, q.first - NEAR - 1), -1) if p.tokens[i].text == "("), None)
    if opening is not None:
        return next((f for f in names if f.here and adjacent(p.tokens, f.last, opening)), None)
    n, size = paired.get(q.first, (0, 0))
    return names[n] if size == len(names) and all(f.here for f in names) else None
