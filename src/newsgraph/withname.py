"""What «mit» brings in: «bringt mit Quantelis ihr erstes Sprachmodell heraus», «betreibt mit Alpha eine eigene Bank»."""

from collections.abc import Sequence

from newsgraph.bearer import THINGS
from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.wordlist import is_title, noun_class

REACH = 5  # tokens of the phrase behind the name


def brought_in(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The class of what the name from `first` to `last` is said to be by the phrase right behind it, or ""."""
    if not first or tokens[first - 1].low not in language.prep.with_ or last + 2 >= len(tokens):
        return ""
    article = tokens[last + 1]
    if not article.is_a("PPOSAT") and not (article.is_a("ART") and article.low in language.det.one):
        return ""
    noun = next((t for t in tokens[last + 2 : last + 2 + REACH] if not t.is_a("ADJ(A)", "ADV", "CARD")), None)
    if noun is None or not noun.is_a("NN", "FM", "XY") or is_title(language.code, noun.text):
        return ""
    kind = noun_class(language.code, noun.text)
    return kind if kind in THINGS else ""
