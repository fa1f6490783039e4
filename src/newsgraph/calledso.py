"""What a name between commas is said to be by the noun before: «der wichtigste Sensor des Hauses, der X5, …»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.wordlist import PRODUCTS, noun_class

CLOSING = (",", "–", ".", ";")
REACH = 4  # words that say whose it is


def called_so(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The class of product that the noun before the comma names, where it is said whose it is; or ""."""
    at = first - 1
    if at > 1 and tokens[at].text in language.det.definite:
        at -= 1
    if at < 3 or tokens[at].text != "," or last + 1 >= len(tokens) or tokens[last + 1].text not in CLOSING:
        return ""
    owning = next((i for i in range(at - 2, max(1, at - 2 - REACH), -1) if tokens[i].text in language.det.owning), None)
    if owning is None or not tokens[owning - 1].is_a("NN") or any(t.text == "," for t in tokens[owning:at]):
        return ""
    kind = noun_class(language.code, tokens[owning - 1].text)
    return kind if kind in PRODUCTS else ""
