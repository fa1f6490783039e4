"""A noun phrase of a clause: preposition, determiner, head, and how it hangs on the one before (newsgraph.chunk cuts them)."""

from newsgraph.frozen import frozen
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.quantity import Quantity
from newsgraph.sentence import Token

ALL_CASES = frozenset(("nom", "acc", "dat", "gen"))


@frozen
class Phrase:
    """Tokens `first` to `last`; `head` is its noun or pronoun. `cases` are those its form permits.

    `link` says how it hangs on phrase `to`: genitive, apposition, list, or "" (on the verb).
    """

    index: int
    first: int
    last: int
    head: int
    prep: str = ""
    det: str = ""
    cases: frozenset[str] = ALL_CASES
    mention: Mention | None = None
    quantity: Quantity | None = None
    pronoun: bool = False
    link: str = ""
    to: int | None = None


def adjacent(tokens: tuple[Token, ...], first: int, second: int) -> bool:
    """Whether nothing but quotation marks stands between two tokens."""
    for i in range(first + 1, second):
        if tokens[i].text not in QUOTES:
            return False
    return first < second
