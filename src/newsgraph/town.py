"""Whether the name of a small town is meant as one: German firms and families bear such names too («der Konzern Falkenstein»)."""

from collections.abc import Sequence

from newsgraph.language import Language, Place
from newsgraph.sentence import Token


def is_meant(tokens: Sequence[Token], i: int, town: Place, language: Language) -> bool:
    """Whether the town's name at token i, of towns.toml, names the town here."""
    low = tokens[i - 1].low if i else ""
    if (
        low in language.prep.town_in
        or low.endswith(language.ending.origin_adjective)
        or _is_listed(tokens, i, language)
    ):
        return True
    return low in language.prep.town_near and not town.ambiguous


def _is_listed(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«in Graz, Leoben und Kapfenberg»."""
    if i < 3 or tokens[i - 1].text not in language.conj.joining_or_slash or tokens[i - 2].text not in language.places:
        return False
    before = tokens[i - 3].low
    return before in language.prep.town_in or before in language.conj.joining_or_slash
