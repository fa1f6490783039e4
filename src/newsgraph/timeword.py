"""A word for a part of a year or month right behind a name, which is none of it: «als Alpha Mitte Februar zusperrte»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.sentence import Token


def tells_time(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether token i opens «Mitte Februar», «Ende 2019», «Anfang des Jahres»."""
    if i + 1 >= len(tokens) or tokens[i].text not in language.grammar["parts_of_time"]:
        return False
    after = tokens[i + 1]
    return after.text in language.months or (after.text.isdigit() and len(after.text) == 4) or after.is_a("ART", "PDAT")
