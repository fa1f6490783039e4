"""Names that are spelled as no ordinary word is, or are no noun: «alpha24», «e.voltaro», «der Zahlungsdienst Sofort»."""

import re
from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.nameclass import FINITE, before
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.tagset import beginning
from newsgraph.wordlist import PRODUCTS, is_kin, noun_class, words

DOMAIN = re.compile(r"\w\.(ai|app|at|ch|com|de|eu|fr|io|it|net|nl|org|shop|tv|uk)$")  # «alpha.de»
MIXED = re.compile(r"(?=.*\d)(?=.*[a-zäöü])[a-zäöüß\d]+|[a-zäöüß]{1,12}\.[a-zäöüß]{3,12}")  # «alpha24», «e.voltaro»
YEAR = re.compile(r"(19|20)\d\d")
WORD, NOUN = beginning("NE", "FM", "XY", "NN", "ADJ(A)", "ADV"), beginning("NN", "FM")  # tags
CLOSING = (",", ".", ")", ":", ";")
BOUND = ("ART", "APPRART", "PPOSAT", "PDAT", "ADJ(A)")


def is_domain(text: str) -> bool:
    return "." in text and DOMAIN.search(text) is not None


def in_small(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the word at i, all in lower case, is a name: an address in the web, or behind a noun that says what it is."""
    text = tokens[i].text
    if text.isalpha():
        return _is_unknown(tokens, i, language)
    if len(text) < 3:
        return False
    if is_domain(text):
        return True
    return MIXED.fullmatch(text) is not None and any(c.isalpha() for c in text[1:]) and _presented(tokens, i, language)


def may_be_small(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of small letters is worth asking about: it stands behind a noun and is tagged as no verb or small word."""
    return tokens[i].tag in WORD and i > 1 and tokens[i - 1].tag in NOUN


def _is_unknown(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Der Lieferdienst quantelis stellt …»: a word that no dictionary has, before the verb or where the phrase ends."""
    text, after = tokens[i].text, tokens[i + 1] if i + 1 < len(tokens) else None
    if len(text) < 4 or familiar(language.code, text) or not _presented(tokens, i, language):
        return False
    return after is None or after.is_a(*FINITE, "VV(PP)", "$") or after.text in CLOSING


def is_adverb(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«der Zahlungsdienst Sofort»: an adverb with a capital inside a sentence, behind a noun that says what bears it."""
    token = tokens[i]
    small = token.is_a("ADV", "ADJ(D)", "PTKVZ") and token.text[0].isupper() and len(token.text) > 3
    return small and token.text not in words(language.code, "no_names") and _presented(tokens, i, language)


def odd_end(tokens: Sequence[Token], i: int, language: Language) -> int:
    """The last word of «… oder All Velmora Ventures»: a small word with a capital inside a sentence, before words that end as
    names do; or 0."""
    token = tokens[i]
    small = token.is_a("PIAT", "PIS", "ADV", "ADJ(D)") or familiar(language.code, token.text) == "other"
    if not i or not small or not token.text.istitle() or len(token.text) < 3:
        return 0
    behind = [t.text for t in tokens[i + 1 : i + 4]]
    capitals = next((k for k, text in enumerate(behind) if not text[0].isupper()), len(behind))
    joined = tokens[i - 1].text.islower() or tokens[i - 1].text == ","
    ends = words(language.code, "name_tails") | language.nouns.legal_forms
    last = next((k for k in range(capitals - 1, 0, -1) if behind[k] in ends), 0)
    return i + 1 + last if joined and last else 0


def is_foreign_front(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«… und Mobile Velmora»: a loan word that begins compounds, inside a sentence, right before a word that no dictionary has."""
    if not i or i + 1 >= len(tokens) or tokens[i].text not in words(language.code, "compound_parts"):
        return False
    after = tokens[i + 1]
    new = after.text.istitle() and after.is_a("NE", "NN", "FM", "XY") and familiar(language.code, after.text) == ""
    return new and (tokens[i - 1].text == "," or tokens[i - 1].is_a("KON", "APPR", "NN"))


def is_model(tokens: Sequence[Token], i: int) -> bool:
    """«RX 9070»: four digits, and no year, behind two to four capitals."""
    text, front = tokens[i].text, tokens[i - 1].text if i else ""
    letters = front.isalpha() and front.isupper() and 1 < len(front) < 5
    return letters and text.isdigit() and len(text) == 4 and YEAR.fullmatch(text) is None


def _presented(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Right behind a noun for a firm or a product that has its determiner or adjective."""
    noun = before(tokens, i)
    if noun is None or i < 2 or not noun.is_a("NN", "FM", "XY"):
        return False
    named = noun_class(language.code, noun.text) in ("Company", *PRODUCTS) or is_kin(language.code, noun.text)
    at = next((k for k in range(i - 1, -1, -1) if tokens[k] is noun), 0)
    return named and at > 0 and tokens[at - 1].is_a(*BOUND)
