"""A fine that several sentences tell of is one node: «ist eine Strafe von 9 Euro ergangen. … Das teilte das Amt mit»."""

from newsgraph.claim import Thing, Value
from newsgraph.register import HORIZON, Register
from newsgraph.replacement import replace

PENALTY = "Penalty"
WHOM, BY, SUM = "ng:penalised", "ng:imposedBy", "ng:amount"


def joined(register: Register, new: Thing) -> Thing:
    """The node of a fine, with who imposed it where that was told before; the claims of the same fine then describe it too."""
    claims = register.claims
    for i in range(len(claims) - 1, max(-1, len(claims) - HORIZON), -1):
        old = register.things.get(claims[i].describes) if claims[i].describes else None
        if old is None or old.kind != PENALTY or old.id == new.id or not _same(register, old, new):
            continue
        claims[i] = replace(claims[i], describes=new.id)
        known = {key for key, _ in new.facts}
        new = replace(new, facts=(*new.facts, *((key, v) for key, v in old.facts if key not in known)))
    return new


def _same(register: Register, old: Thing, new: Thing) -> bool:
    """Whether two nodes are of one fine: the same sum, or but one told, for the same firm, at one stage, and no other authority."""
    by, before = _of(new, BY), _of(old, BY)
    sums, earlier = _money(register, new), _money(register, old)
    return (
        (not by or not before or by == before)
        and _of(old, WHOM) == _of(new, WHOM)
        and _of(old, "ng:status") == _of(new, "ng:status")
        and (sums == earlier if sums and earlier else sums != earlier)
    )


def _of(thing: Thing, key: str) -> set[Value]:
    return {v for k, v in thing.facts if k == key}


def _money(register: Register, thing: Thing) -> set[tuple[tuple[str, Value], ...]]:
    return {register.things[str(v)].facts for v in _of(thing, SUM)}
