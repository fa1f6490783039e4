"""What is said to be over: «der frühere Chef», «die einstige Tochter», «Ex-Chef», «der ehemals größte Kunde»."""

from functools import lru_cache

from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.wordlist import is_child, words

PIECE = 7  # tokens between a comma and the noun


def is_former(p: Parse, phrase: Phrase, language: Language) -> bool:
    """Whether the words before the noun, or the first part of it, say that it holds no more."""
    head = p.head(phrase).low
    held = language.nouns.is_office(p.head(phrase).text) or is_child(language.code, head)
    if held and phrase.quantity is None and _told_over(p, phrase, language):
        return True  # «Eva Muster, bisher Finanzchefin von Alpha», «Alpha, bis 2019 eine Tochter von Beta»
    if "-" in head and any(part in language.grammar["former_parts"] for part in head.split("-")[:-1]):
        return True
    if phrase.first == phrase.head:
        return False
    return any(_says_former(p.low[i], language) for i in range(phrase.first, phrase.head))


def _told_over(p: Parse, phrase: Phrase, language: Language) -> bool:
    """Whether the piece between commas that the phrase belongs to opens with a word for what is over."""
    for i in range(phrase.first - 1, max(phrase.first - PIECE, 0), -1):
        if p.tokens[i].text in (",", "(", "–"):
            first = p.low[i + 1]
            second = p.low[i + 2] if i + 2 < len(p.low) else ""
            until = (
                first in language.prep.until and second not in language.adv.until_now_behind and i + 2 < phrase.first
            )
            return i + 1 < phrase.first and (until or first in words(language.code, "former_adverbs"))
        if p.tokens[i].is_a("VV", "VA", "VM"):
            return False
    return False


def is_outranked(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«nicht mehr der größte Kunde»: one still, but not the largest."""
    words = [p.low[i] for i in range(max(phrase.first - 3, 0), phrase.head)]
    stems = tuple(language.grammar["ranks"]["largest"])
    denied = next((n for n, word in enumerate(words) if word in language.adv.not_), len(words))
    return any(w.startswith(stems) for w in words[denied:])


def is_ceiling(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«der möglichen Höchststrafe», «der höchstmöglichen Strafe»: how high it could have been."""
    could = language.grammar["sums"]["ceilings"]
    before = (p.low[i] for i in range(phrase.first, phrase.head))
    return any(w.removesuffix(end) in could for w in before for end in language.ending.adjective if w.endswith(end))


@lru_cache(2_000)
def _says_former(word: str, language: Language) -> bool:
    former = language.grammar["former_adjectives"]
    return any(word.removesuffix(end) in former for end in language.ending.adjective if word.endswith(end))
