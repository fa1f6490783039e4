"""Slots for whose a product is, by what the text told before (newsgraph.memory).

told-maker    the company that was said to offer a product named in the clause
name-bearer   the company by whose name the product's begins («die App Alpha Mail» in a text on Alpha)
"""

from collections.abc import Callable, Iterator

from newsgraph.filler import CLASSES, Filler
from newsgraph.mention import Mention
from newsgraph.sought import Sought

SHORTEST = 4  # letters of a first word that makes a name of the same family


def _told_maker(s: Sought) -> Iterator[Filler]:
    inside = {s.clause.first, *s.clause.tokens}
    for m in s.p.mentions:
        if m.first in inside and m.kind in CLASSES["maker's"] and not m.adjective:
            made = s.focus.dealings.maker(m)
            yield from s.meant(made if made is not None and made.kind == "Company" else None)


def _name_bearer(s: Sought) -> Iterator[Filler]:
    product = s.cue.phrase.mention if s.cue.phrase is not None else None
    if product is None:
        return
    first = product.name.split()[0]
    every = (m for m in (*s.focus.seen, *s.p.mentions) if m.kind == "Company" and not m.rest and not m.adjective)
    family = {m.name: m for m in every if m.name != product.name and _begins(m, first)}
    if len(first) >= SHORTEST and len(family) == 1:
        yield from s.meant(next(iter(family.values())))


def _begins(company: Mention, first: str) -> bool:
    return company.name.split()[0].casefold() == first.casefold()


OWN_MAKER: dict[str, Callable[[Sought], Iterator[Filler]]] = {
    "told-maker": _told_maker,
    "name-bearer": _name_bearer,
}
