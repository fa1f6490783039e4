"""The order of a Turtle document: of the paragraphs among each other, and of the lines within one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

COMMA = b" , "
# What is said comes before the evidence for it; things of the world come before all.
ORDER = ("Article", "Investment", "FundingRound", "Acquisition", "MonetaryAmount", "Quantity", "Claim", "Passage")
PLACES = {f"ng:{kind}".encode(): i for i, kind in enumerate(ORDER, 1)}
SECTIONS = len(ORDER) + 1
NUMERIC = b"+-.0123456789"
FIRST = (
    b"a",
    b"rdfs:label",
    b"skos:altLabel",
    b"ng:subject",
    b"ng:predicate",
    b"ng:object",
    b"ng:objectValue",
    b"ng:describes",
)


@dataclass(frozen=True, slots=True)
class Form:
    """What paragraphs with the same predicates have in common.

    `order` puts their lines in order; `careful` is set where a predicate has two lines or an object is a number that
    needs quotes; the others are the line of classes, of the article, of the passage, of the place in the text, if any.
    """

    order: Callable[[list[bytes]], Iterable[bytes]]
    careful: bool
    types: int | None
    home: int | None
    evidence: int | None
    start: int | None


class Forms(dict[tuple[bytes, ...], Form]):
    """The form of a paragraph by the beginnings of its lines (`ng:subject ngi:`), each found once."""

    def __missing__(self, starts: tuple[bytes, ...]) -> Form:
        found = self[starts] = _form([start.split(b" ") for start in starts])
        return found

    def prefixes(self) -> set[bytes]:
        """All that may be a prefix in the beginnings."""
        return {word.partition(b":")[0] for starts in self for start in starts for word in start.split(b" ")}


def _form(pairs: list[list[bytes]]) -> Form:
    at = {predicate: i for i, (predicate, _) in enumerate(pairs)}
    return Form(
        order=_picking([at[predicate] for predicate in sorted(at, key=_rank)]),
        careful=len(at) < len(pairs) or any(first[:1] in NUMERIC for _, first in pairs if first),
        types=at.get(b"a"),
        home=at.get(b"ng:statedIn", at.get(b"oa:hasSource")),
        evidence=at.get(b"ng:evidence"),
        start=at.get(b"oa:start"),
    )


def _picking(order: list[int]) -> Callable[[list[bytes]], Iterable[bytes]]:
    """The function that picks lines in this order."""
    return itemgetter(*order) if len(order) > 1 else iter


def _rank(predicate: bytes) -> tuple[int, bytes]:
    """Those of FIRST first, the others by CURIE."""
    return (FIRST.index(predicate) if predicate in FIRST else len(FIRST)), predicate


@lru_cache(1000)
def section(types: bytes) -> int:
    """The section of the document that a thing with this line of classes stands in; 0 for things of the world."""
    return min((PLACES[kind] for kind in types[2:].split(COMMA) if kind in PLACES), default=0)
