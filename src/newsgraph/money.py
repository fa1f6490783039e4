"""An investment that more may be said of, and whether an event speaks of it again."""

from dataclasses import dataclass
from decimal import Decimal

from newsgraph.filler import Event

DEAL, STAKE = 12, 3  # sentences in which the price of a purchase, or of a stake, may follow


@dataclass(frozen=True, slots=True)
class Money:
    """An investment that is open for more to be said of it: its node, relation, investors, sums, and where it was named."""

    id: str
    relation: str
    investors: frozenset[str]
    sums: frozenset[tuple[str, Decimal]]
    targets: frozenset[str]
    sentence: int


def _costs(m: Money, event: Event, investors: frozenset[str], targets: frozenset[str]) -> bool:
    """Whether a sum without a purpose is that of the project just spoken of: «Alpha baut ein Werk. Dafür … 9 Millionen»."""
    bare = not m.sums and not m.targets and not targets and not {"purpose", "goal"} & event.roles.keys()
    return bare and event.sentence - m.sentence <= 2 and bool(investors) and investors == m.investors


def _sums_up(m: Money, event: Event, targets: frozenset[str]) -> bool:
    """Whether the sum is that of the round just spoken of without one: «meldet eine Runde. Es sind 9 Millionen geflossen»."""
    open_ = m.relation == "funding_round" and not m.sums and event.sentence - m.sentence <= 2
    return open_ and bool(targets & m.targets)


def _prices(m: Money, event: Event, investors: frozenset[str], targets: frozenset[str]) -> bool:
    """Whether the sum is the price of what was told before without one: «übernimmt Beta und zahlt dafür 9 Millionen»."""
    reach = {"acquisition": DEAL, "investment": STAKE}.get(m.relation, -1)
    bare = not m.sums and event.sentence - m.sentence <= reach
    return bare and bool(targets & m.targets) and bool(investors & m.investors)


def is_same(
    m: Money,
    event: Event,
    investors: frozenset[str],
    sums: frozenset[tuple[str, Decimal]],
    targets: frozenset[str],
) -> bool:
    """Whether an event with these investors, sums and targets speaks again of an investment."""
    if "event" in event.roles:
        kind = event.roles["event"][0].kind
        wanted = {"round": "funding_round", "deal": "acquisition", "project": "investment", "stake": "investment"}
        another = kind == "round" and bool(targets) and bool(m.targets) and not targets & m.targets
        fits = {"project": not m.targets, "stake": bool(m.targets)}.get(kind, not another)
        return m.relation == wanted.get(kind, m.relation) and fits
    if m.relation != event.frame.relation:
        return False
    told = _costs(m, event, investors, targets) or _prices(m, event, investors, targets) or _sums_up(m, event, targets)
    if sums and told:
        return True
    if sums:
        return bool(sums & m.sums) and (not investors or not m.investors or bool(investors & m.investors))
    if investors and m.investors and not investors & m.investors:
        return False
    return bool(targets & m.targets) or (not targets and not investors and event.sentence - m.sentence <= 2)
