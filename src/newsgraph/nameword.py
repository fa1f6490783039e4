"""What a word is by itself, whatever stands around it, as far as it tells whether it may be a name, or begin one."""

import re
from functools import lru_cache

from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar
from newsgraph.wordlist import CACHE, class_of, is_loanword, is_ordinary, is_title, tails, words
from newsgraph.wordlist import has_noun_tail as noun_tail

NEVER = ("ART", "APPR", "PPER", "PIS", "PDS", "KO", "ADV", "PPOSAT", "PIAT", "PDAT", "PWAV", "PTK", "PROAV", "VM", "VA")
CAMEL = re.compile(
    r"[a-zäöüß][A-ZÄÖÜ](?!n\b|nnen\b)|^[A-ZÄÖÜ]{2,}(?!Byte|Bit)[a-zäöüß]{2,}$"
)  # «AlphaTel», «ABank», not «NutzerInnen»


@frozen
class Look:
    """What a word is by itself, whatever stands around it, as far as it tells whether a name begins with it."""

    camel: bool  # «AlphaTel»
    capitals: bool  # «GS»
    loanword: bool
    sort: str  # as the lexicon knows it
    new: bool  # a compound, or unknown
    town: bool  # ends as towns do
    numbered: bool  # «Alpha-2»
    tail: bool  # ends names
    compound: bool  # «KI-Offensive»


@lru_cache(CACHE)
def look_of(text: str, language: Language) -> Look:
    """Asked of every word with a capital, so remembered."""
    code, sort = language.code, familiar(language.code, text)
    return Look(
        CAMEL.search(text) is not None and "-" not in text,
        text.isupper(),
        is_loanword(code, text),
        sort,
        sort == "" or compound(code, text),
        text.endswith(tails(code, "place_tails")),
        text.rpartition("-")[2].isdigit(),
        text in words(code, "name_tails"),
        _has_noun_last(text, language),
    )


def is_candidate(token: Token, language: Language, *, slot: bool = False) -> bool:
    """A capital (or one inside: «iAlpha»), two letters or more, no class noun, title, month or word that is never a name.

    In a `slot` where only names stand, the end of a compound does not make a class noun of it («Alphahaus Neun»).
    """
    return _may_name(token.text, token.tag, language, slot)


@lru_cache(CACHE)
def _may_name(text: str, tag: str, language: Language, slot: bool) -> bool:
    inner = any(c.isupper() for c in text[1:]) and any(c.islower() for c in text)
    if (
        len(text) < 2
        or not (text[0].isupper() or inner)
        or text in words(language.code, "no_names")
        or text in language.months
    ):
        return False
    last = text.rpartition("-")[2] if "-" in text else ""
    if "-" in text and ((not last[:1].isupper() and not last.isdigit()) or is_title(language.code, last)):
        return False  # also «Interims-CEO»
    if tag.startswith(NEVER) or (not slot and is_loanword(language.code, text)):
        return False
    if text.endswith("s") and class_of(language.code, text[:-1]):
        return False  # «des Chatbots Alpha»
    return not is_ordinary(language.code, text, slot)


def _has_noun_last(text: str, language: Language) -> bool:
    """«KI-Offensive»: hyphens before a known noun."""
    last = text.split("-")[-1]
    return "-" in text and (
        familiar(language.code, last) == "noun"
        or class_of(language.code, last) != ""
        or is_loanword(language.code, last)
        or has_noun_tail(last, language)
    )


def half_known(text: str, language: Language) -> bool:
    """«Alt-Velmora», «Brellmann-Lendus»: a part that no dictionary has as a noun, and no class noun at the end."""
    parts = text.split("-")
    return (
        len(parts) > 1
        and any(familiar(language.code, p) in ("", "name") for p in parts if p)
        and not class_of(language.code, parts[-1])
    )


def has_noun_tail(text: str, language: Language) -> bool:
    """Whether a known noun of four letters or more ends the word: then it is rather a compound than a name; of five or more
    where an ending of the dative follows («Anmeldeversuchen»)."""
    return noun_tail(language.code, text) or (text.endswith("en") and noun_tail(language.code, text[:-2], 5))
