"""What is said to be over: «der frühere Chef», «die einstige Tochter», «Ex-Chef», «der ehemals größte Kunde»."""

from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase

ENDINGS = ("en", "em", "er", "es", "e")


def is_former(p: Parse, phrase: Phrase, language: Language) -> bool:
    """Whether the words before the noun, or the first part of it, say that it holds no more."""
    head = p.head(phrase).text.lower()
    if any(part in language.grammar["former_parts"] for part in head.split("-")[:-1]):
        return True
    words = (p.tokens[i].text.lower() for i in range(phrase.first, phrase.head))
    former = language.grammar["former_adjectives"]
    return any(word.removesuffix(end) in former for word in words for end in ENDINGS if word.endswith(end))
