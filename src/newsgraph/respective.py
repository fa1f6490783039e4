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
ENDS = ("purpose", "goal", "location")
SHARES = ("sum-subsidy/share-of-the-state",)  # frames whose givers stand behind their sums too
NEAR = 3  # tokens between a bracket and its sum


def respective(events: Iterable[Event], p: Parse, language: Language) -> Iterator[Event]:
    """The events, those of several names and their sums parted."""
    paired = _paired(p, language)
    several = sum(q.is_money and q.converted_from is None for q in p.quantities) > 1
    for event in events:
        yield from _parted(_with_own_ends(event, p) if several else event, p, paired)


def _with_own_ends(event: Event, p: Parse) -> Event:
    """«60 Millionen für ein Werk in Graz und 10 Millionen für ein Labor»: each sum is put into what stands behind it."""
    own = event.roles.get("amount", ())
    parts = ("investor",) if event.frame.name in SHARES else ENDS
    ends = [f for r in parts for f in event.roles.get(r, ()) if f.here]
    if event.frame.relation != "investment" or len(own) != 1 or own[0].quantity is None or len(ends) < 2:
        return event
    inside = p.clauses[event.clause].tokens
    sums = [q.first for q in p.quantities if q.is_money and q.converted_from is None and q.first in inside]
    at = own[0].quantity.first
    if at not in sums or len(sums) < 2 or min(f.first for f in ends) < min(sums):
        return event
    following = min((n for n in sums if n > at), default=len(p.tokens))
    kept: dict[str, tuple[Filler, ...]] = {
        r: tuple(f for f in event.roles[r] if at < f.first < following) for r in parts if r in event.roles
    }
    if not any(kept.values()):
        return event
    roles: dict[str, tuple[Filler, ...]] = {**event.roles, **kept}
    return replace(event, roles={r: f for r, f in roles.items() if f})


def _paired(p: Parse, language: Language) -> dict[int, tuple[int, int]]:
    """By the first token of a sum in a row «X bzw. Y», «X, Y beziehungsweise Z»: which one it is, and of how many."""
    words = (*language.grammar["respectively"], *language.conj.and_)
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
