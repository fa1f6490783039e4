"""A sum before the adjective that says of what it is: «für ein 700 Millionen Euro teures Werk»."""

from newsgraph.language import Language
from newsgraph.phrase import Phrase, adjacent
from newsgraph.replacement import replace
from newsgraph.sentence import Token


def measured(sum_: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> Phrase | None:
    """«für ein | 700 Millionen Euro | teures Werk»: the noun has the preposition and the article before the sum."""
    if sum_.quantity is None:
        return None
    adjective = tokens[phrase.first]
    stems = tuple(language.grammar["sums"]["sized"])
    sized = adjective.is_a("ADJ") and adjective.text.lower().startswith(stems) and not phrase.prep
    if not sized or not adjacent(tokens, sum_.last, phrase.first):
        return None
    return replace(phrase, prep=sum_.prep, det=phrase.det or sum_.det, cases=phrase.cases & sum_.cases or phrase.cases)
