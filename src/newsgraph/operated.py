"""What only a company does to a program, portal or device («betreibt das Portal Alpha»): the noun there is the verb's object."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagset import beginning
from newsgraph.wordlist import PRODUCTS, noun_class, words

KINDS = (*PRODUCTS, "NewsOrganization")
BINDING = beginning("ART", "PPOSAT", "PDAT", "ADJ(A)")
FINITE = beginning("VV(FIN)")


def is_operated(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the noun at token i, with its article, is the object of such a verb before it: what follows can but name it."""
    if i < 2 or tokens[i - 1].tag not in BINDING or noun_class(language.code, tokens[i].text) not in KINDS:
        return False
    finite = next((t for t in reversed(tokens[: i - 1]) if t.text in ",;:" or t.tag in FINITE), None)
    return finite is not None and finite.lemma.lower() in words(language.code, "operating_verbs")


def is_portal(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the noun at token i is for a site on the net that may be a news outlet, but that a company operates here."""
    return tokens[i].text in words(language.code, "portal_nouns") and is_operated(tokens, i, language)
