"""What is said to be over: «der frühere Chef», «die einstige Tochter», «Ex-Chef», «der ehemals größte Kunde»."""

from functools import lru_cache

from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.wordlist import words


def is_former(p: Parse, phrase: Phrase, language: Language) -> bool:
    """Whether the words before the noun, or the first part of it, say that it holds no more."""
    head = p.head(phrase).text.lower()
    at = phrase.first - 1
    told = at > 0 and p.low[at] in words(language.code, "former_adverbs") and p.tokens[at - 1].text in (",", "(", "–")
    if told and not phrase.det and phrase.quantity is None and language.nouns.is_office(p.head(phrase).text):
        return True  # «Eva Muster, bisher Finanzchefin von Alpha»
    if "-" in head and any(part in language.grammar["former_parts"] for part in head.split("-")[:-1]):
        return True
    if phrase.first == phrase.head:
        return False
    return any(_says_former(p.low[i], language) for i in range(phrase.first, phrase.head))


def is_outranked(p: Parse, phrase: Phrase, language: Language) -> bool:
    """«nicht mehr der größte Kunde»: one still, but not the largest."""
    words = [p.low[i] for i in range(max(phrase.first - 3, 0), phrase.head)]
    stems = tuple(language.grammar["ranks"]["largest"])
    denied = next((n for n, word in enumerate(words) if word in language.adv.not_), len(words))
    return any(w.startswith(stems) for w in words[denied:])


@lru_cache(2_000)
def _says_former(word: str, language: Language) -> bool:
    former = language.grammar["former_adjectives"]
    return any(word.removesuffix(end) in former for end in language.ending.adjective if word.endswith(end))
