"""Compounds that are written without their hyphen: «der Alpha Rivale Beta», «die Zahlio Mutter Beta», «beim X5 Hersteller Beta»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.namespan import Mention
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import PRODUCTS, relates

OWNERS = ("Company", "NewsOrganization", *PRODUCTS)


def with_its_noun(tokens: Sequence[Token], m: Mention, language: Language) -> Mention:
    """The name with the noun behind it, where both describe the name that follows."""
    noun, behind = m.last + 1, m.last + 2
    if behind >= len(tokens) or m.kind not in OWNERS or m.rest or m.adjective or m.inflected:
        return m
    if not tokens[noun].is_a("NN") or not relates(language.code, tokens[noun].text, "relational", "holding"):
        return m
    text = tokens[behind].text
    named = text[0].isupper() and familiar(language.code, text) != "noun"
    return replace(m, last=noun, rest=tokens[noun].text) if named and _is_described(tokens, m.first, language) else m


def _is_described(tokens: Sequence[Token], first: int, language: Language) -> bool:
    """Whether an article or an adjective stands before the name, or nothing does: then the noun takes it up."""
    return not first or tokens[first - 1].low in language.det.articles_law or tokens[first - 1].is_a("ADJ(A)")
