"""Fillers of roles and the events they make: what a frame has found in a clause."""

from collections.abc import Iterator

from newsgraph.frozen import frozen
from newsgraph.pattern import Frame
from newsgraph.quantity import Quantity
from newsgraph.wordlist import PRODUCTS

CLASSES = {
    "agent": ("Company", "NewsOrganization", "PublicBody", "Person"),
    "buyer": ("Company", "NewsOrganization", "PublicBody", "Person"),
    "company": ("Company", "NewsOrganization"),
    "person": ("Person",),
    "product": PRODUCTS,
    "app": ("App",),
    "chip": ("Chip",),
    "body": ("PublicBody",),
    "place": ("Place",),
    "media": ("NewsOrganization",),
    "regulation": ("Regulation",),
    "owned": ("Company", "App", "Product", "NewsOrganization"),
    "brand": ("Company", "Product", "NewsOrganization"),
    "client": ("Company", "NewsOrganization", "App"),
    "contender": ("Company", "NewsOrganization", "App", "Chip", "Product"),
    "user-thing": ("Company", "App", "Product", "NewsOrganization"),
    "maker's": PRODUCTS,
    "state": ("PublicBody", "Place"),
    "affected": ("App", "Chip", "Product", "Company", "NewsOrganization"),
    "lawmaker": ("PublicBody", "Place"),
    "organization": ("Company", "NewsOrganization", "PublicBody"),
    "categorised": ("Company", "NewsOrganization", "App", "Chip", "Product"),
}
DEFAULTS = {
    "agent": "Company",
    "buyer": "Company",
    "company": "Company",
    "person": "Person",
    "product": "Product",
    "app": "App",
    "chip": "Chip",
    "media": "NewsOrganization",
    "maker's": "Product",
    "owned": "Company",
    "brand": "Company",
    "client": "Company",
    "contender": "Company",
    "user-thing": "Company",
    "organization": "Company",
}
QUANTITIES = ("money", "count", "percent")
VERBAL = ("subject", "object", "dative", "agent", "patient", "any", "copula", "member", "antecedent")


@frozen
class Filler:
    """What fills a role: a name (with the class it has here), a quantity, or a phrase's words; tokens `first` to `last`.

    `here` is False where the filler was named in another sentence; `verbal` is True where the clause's verb ties it to the cue.
    """

    kind: str
    first: int
    last: int
    name: str = ""
    id: str = ""
    quantity: Quantity | None = None
    here: bool = True
    verbal: bool = False

    def by_verb(self) -> "Filler":
        """The same, tied to the cue by the clause's verb."""
        return Filler(self.kind, self.first, self.last, self.name, self.id, self.quantity, self.here, True)


@frozen
class Event:
    """A frame found in a clause, with its roles; `first` and `last` are the tokens of the cue."""

    frame: Frame
    sentence: int
    clause: int
    first: int
    last: int
    roles: dict[str, tuple[Filler, ...]]

    @property
    def nominal(self) -> bool:
        """Whether all was read from one noun phrase: then the clause's mood and source do not touch it («Firmenchef Muster»)."""
        for fillers in self.roles.values():
            for filler in fillers:
                if filler.verbal:
                    return False
        return True

    def all(self) -> Iterator[Filler]:
        for fillers in self.roles.values():
            yield from fillers

    @property
    def span(self) -> tuple[int, int]:
        """The tokens from the first to the last that the event was read from, in its own sentence."""
        first, last = self.first, self.last
        for fillers in self.roles.values():
            for filler in fillers:
                if filler.here:
                    first, last = min(first, filler.first), max(last, filler.last)
        return first, last
