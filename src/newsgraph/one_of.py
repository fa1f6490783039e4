"""«Alpha, einer der größten Kunden»: one of several, named before."""

from newsgraph.language import Language
from newsgraph.phrase import Phrase
from newsgraph.sentence import Token


def is_one(phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«einer», «eines», alone."""
    return phrase.first == phrase.last and tokens[phrase.head].low in language.det.one_oblique


def is_one_of(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Alpha, einer der größten Kunden»: what the name is one of."""
    named = before.mention is not None and not before.mention.rest and not before.mention.adjective
    behind = phrase.last + 1
    if not named or behind >= len(tokens) or not is_one(phrase, tokens, language):
        return False
    return tokens[behind].low in language.det.genitive_forms
