"""Numbers that belong to a name: «Orkan 7», «Fledermaus III», «Lotse-2»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.nameclass import ROMAN
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import class_of, tails, words


def is_numbered(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Orkan 7», «Fledermaus III», «Orkan 7C»: a noun with a number that counts nothing behind it; «Lotse-2»."""
    text = tokens[i].text
    low = text.rpartition("-")[0] if text.rpartition("-")[2].isdigit() else ""
    if text in words(language.code, "name_givers"):
        return False
    if low:
        return (
            low not in words(language.code, "numbered_nouns")
            and low not in language.places
            and low not in words(language.code, "no_names")
        )
    if (
        i + 1 >= len(tokens)
        or not _may_be_number(tokens[i + 1].text)
        or text in words(language.code, "numbered_nouns")
        or tokens[i].is_a("VV", "ADJ")
    ):
        return False
    if (
        i
        and tokens[i - 1].is_a("ART", "APPRART", "PPOSAT")
        and text.lower().endswith(tails(language.code, "numbered_nouns"))
    ):
        return False  # «die Werkhalle 7»
    plural = familiar(language.code, text) == "noun" and tokens[i].lemma != text
    return not plural and not class_of(language.code, text) and is_number(tokens, i + 1, language)


def _may_be_number(text: str) -> bool:
    """Whether a word has anything of a number: asked first, as few words have."""
    return text in ROMAN or (not text.isalpha() and any(c.isdigit() for c in text))


def is_number(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A number that belongs to a name: up to three digits that count nothing, «7C», «T2», «III»."""
    text = tokens[i].text
    if not _may_be_number(text):
        return False
    if (text in ROMAN and text != "X") or (
        any(c.isdigit() for c in text) and any(c.isalpha() for c in text) and text.isalnum() and len(text) < 6
    ):
        return True
    if not (text.isdigit() and len(text) <= 3):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if i > 1 and i + 2 == len(tokens) and tokens[i + 1].is_a("$.") and tokens[i - 2].is_a("NN"):
        return True  # «das Portal Alpha 24.»: the full stop of the sentence, not of an ordinal
    return following is None or (
        not following.is_a("NN", "NE", "ADJ", "CARD", "XY", "FM") and following.text not in language.conj.behind_number
    )
