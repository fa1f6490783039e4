"""Pairings: the relations of two, by the classes of their sides; and the pairs of a sentence that they permit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsgraph.pairing.participant import COUNTED, MONEY, Participant

FIRMS = ("Company", "NewsOrganization")
PRODUCTS = ("App", "Chip", "Product")
BUYERS = (*FIRMS, "PublicBody", "Person")


@dataclass(frozen=True, slots=True)
class Pairing:
    """A relation of the frames between two: the roles and classes of its sides; `both` where it has no direction."""

    name: str
    relation: str
    a: str
    b: str
    kinds_a: tuple[str, ...]
    kinds_b: tuple[str, ...]
    both: bool = False

    def fits(self, a: Participant, b: Participant) -> bool:
        """Whether the classes fit, and a nationality («die Münchner …») is only a place."""
        if a.kind not in self.kinds_a or b.kind not in self.kinds_b or a.how == "adjective":
            return False
        if b.how == "adjective" and self.relation != "located":
            return False
        return not self.both or (a.first, a.name) < (b.first, b.name)


PAIRINGS = (
    Pairing("acquisition", "acquisition", "investor", "target", BUYERS, (*FIRMS, *PRODUCTS)),
    Pairing("competes", "competes", "a", "b", FIRMS, FIRMS, both=True),
    Pairing("fined", "penalty", "penalised", "amount", FIRMS, (MONEY,)),
    Pairing("invests", "investment", "investor", "amount", (*FIRMS, "PublicBody"), (MONEY,)),
    Pairing("located", "located", "thing", "place", FIRMS, ("Place",)),
    Pairing("office", "office", "person", "organization", ("Person",), FIRMS),
    Pairing("order", "rule", "enactor", "affected", ("PublicBody",), (*FIRMS, *PRODUCTS)),
    Pairing("parent", "parent", "child", "parent", (*FIRMS, *PRODUCTS), FIRMS),
    Pairing("provides", "provides", "company", "product", FIRMS, PRODUCTS),
    Pairing("raises", "funding_round", "target", "amount", FIRMS, (MONEY,)),
    Pairing("rivals", "competes", "a", "b", PRODUCTS, PRODUCTS, both=True),
    Pairing("rule", "rule", "rule", "affected", ("Regulation",), (*FIRMS, *PRODUCTS)),
    Pairing("stake", "investment", "investor", "target", BUYERS, FIRMS),
    Pairing("supplies", "supplies", "supplier", "customer", FIRMS, FIRMS),
    Pairing("users", "measurement", "measured", "value", (*FIRMS, *PRODUCTS), (COUNTED,)),
)  # fmt: skip
BY_NAME = {pairing.name: pairing for pairing in PAIRINGS}


def side(x: Participant) -> str:
    """What makes it the same as another one: the name, or the place of a quantity."""
    return x.name if x.quantity is None else f"#{x.first}"


def pairs(found: Sequence[Participant]) -> Iterator[tuple[Participant, Participant]]:
    """The ordered pairs of a sentence that some pairing permits."""
    for a in found:
        for b in found:
            if side(a) != side(b) and (a.first >= 0 or b.first >= 0) and any(q.fits(a, b) for q in PAIRINGS):
                yield a, b
