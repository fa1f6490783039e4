"""A fine that is told twice, once without who imposed it: the fuller telling stands."""

from collections.abc import Mapping

from newsgraph.claim import Claim, Thing

Fact = tuple[str, object]
Fine = tuple[frozenset[object], frozenset[Fact]]  # who is fined, what the sum is


def without_repeated(claims: tuple[Claim, ...], things: Mapping[str, Thing]) -> tuple[Claim, ...]:
    """The claims without those of fines that another one tells with the authority: «Alpha muss 3 Millionen zahlen. Das teilte
    die Behörde mit»."""
    fines = {c.describes: things[c.describes] for c in claims if c.describes in things}
    fines = {node: thing for node, thing in fines.items() if thing.kind == "Penalty"}
    full = {_fine(t, things) for t in fines.values() if _is_full(t)}
    lesser = {node for node, thing in fines.items() if not _is_full(thing) and _fine(thing, things) in full}
    return tuple(c for c in claims if c.describes not in lesser) if lesser else claims


def _is_full(fine: Thing) -> bool:
    return any(predicate == "ng:imposedBy" for predicate, _ in fine.facts)


def _fine(fine: Thing, things: Mapping[str, Thing]) -> Fine:
    sums = (things[v] for p, v in fine.facts if p == "ng:amount" and isinstance(v, str) and v in things)
    return frozenset(v for p, v in fine.facts if p == "ng:penalised"), frozenset(f for s in sums for f in s.facts)
