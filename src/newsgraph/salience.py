"""Whom a text has in mind, in order: what `newsgraph.topic` weighs, taken from what was read so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.mention import Mention
from newsgraph.topic import (
    AROUND,
    BEFORE,
    BOUGHT,
    EARLIEST,
    GIVER,
    HEADING,
    LED,
    MEANT,
    NEW,
    OPENED,
    PARTNER,
    PUTTING,
    RESTART,
    SPOKEN,
    TITLED,
    WITHIN,
    gives,
    payers,
    ranked,
    reranked,
)  # fmt: skip

if TYPE_CHECKING:
    from newsgraph.reference import Focus

OPENING = 4.0  # weight of the company with which the paragraph opened


def weighed(focus: Focus) -> list[Mention]:
    """The companies in mind by weight, the order weighed once more (docs/decisions/0008)."""
    subjects = [m for m in focus.subjects if m.kind in ("Company", "")]
    acting = {m.name for m in subjects}
    companies = [m for m in focus.seen if m.kind == "Company" or (m.name in acting and _may_act(m))]
    giving = focus.investors if companies else frozenset()
    givers = frozenset(n for n in {m.name for m in companies} if gives(n, giving, focus.language))
    funders = focus.dealings.funders | payers(focus.dealings.paid, focus.around)
    told = focus.told if focus.opener is None else [*focus.told, (focus.at, OPENING, focus.opener)]
    taken = focus.dealings.paid.values()
    order = ranked(told, companies, subjects, focus.at, givers, funders, focus.around, focus.inside, taken)
    if len(order) < 2:
        return order
    signs = (
        (BEFORE, {m.name for m in focus.named}),
        (HEADING, focus.headed),
        (TITLED, focus.titled),
        (EARLIEST, {m.name for m in companies[:1]}),
        (BOUGHT, taken),
        (GIVER, givers),
        (OPENED, {focus.opener.name} if focus.opener is not None else ()),
        (NEW, {m.name for m in companies if not m.id}),
        (RESTART, {m.name for m in companies[:1]} if focus.begins else ()),
        (SPOKEN, focus.spoken),
        (MEANT, focus.cast.meant),
        (PARTNER, focus.cast.partners),
        (PUTTING, focus.cast.giving),
        (LED, focus.cast.led),
    )
    return reranked(order, signs, ((WITHIN, focus.inside), (AROUND, focus.around)))


def _may_act(mention: Mention) -> bool:
    """Whether a name of which nobody said what it is may be a company's: a number is a product's («der P8»)."""
    return not mention.kind and not any(c.isdigit() for c in mention.name)
