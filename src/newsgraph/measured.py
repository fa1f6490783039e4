"""Phrases put together again: a sum and its adjective («für ein 9 Millionen Euro teures Werk»), a name in quotes and its noun."""

from newsgraph.language import Language
from newsgraph.nameclass import QUOTES
from newsgraph.phrase import Phrase, adjacent
from newsgraph.replacement import replace
from newsgraph.sentence import Token


def measured(sum_: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> Phrase | None:
    """«für ein | 700 Millionen Euro | teures Werk»: the noun has the preposition and the article before the sum."""
    if sum_.quantity is None:
        return None
    adjective = tokens[phrase.first]
    stems = tuple(language.grammar["sums"]["sized"])
    sized = adjective.is_a("ADJ") and adjective.low.startswith(stems) and not phrase.prep
    if not sized or not adjacent(tokens, sum_.last, phrase.first):
        return None
    return replace(phrase, prep=sum_.prep, det=phrase.det or sum_.det, cases=phrase.cases & sum_.cases or phrase.cases)


def quoted_compound(name: Phrase, noun: Phrase, tokens: tuple[Token, ...]) -> Phrase | None:
    """«einem „Elbkurier“-Bericht»: one phrase, as «einem Elbkurier-Bericht» is."""
    between = [t.text for t in tokens[name.last + 1 : noun.first]]
    if name.mention is None or noun.mention is not None or len(between) != 2 or between[0] not in QUOTES:
        return None
    named = replace(name.mention, rest=tokens[noun.head].text)
    return replace(name, last=noun.last, head=noun.head, mention=named)
