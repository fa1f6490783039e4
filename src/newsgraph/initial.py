"""People's names with initials: «J. K. Muster», «C.C. Muster», «Eva W. Muster»."""

import re
from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.wordlist import class_of, is_title

INITIAL = re.compile(r"[A-ZÄÖÜ](\.[A-ZÄÖÜ])?")
LETTERS = (1, 3)  # of «J» and «C.C»
MOST = 3  # initials of one name
SURNAME = ("NE", "NN", "FM", "XY", "ADJ")


def run(tokens: Sequence[Token], i: int, language: Language) -> int | None:
    """The last token of a name with initials that begins at token i; None where none begins."""
    text = tokens[i].text
    at = i + 1 if text in language.given_names else i
    if at == i and len(text) not in LETTERS:
        return None
    first, stop = at, at + 2 * MOST
    while at + 2 < len(tokens) and at < stop and _is_initial(tokens, at):
        at += 2
    if at == len(tokens):  # a given name is the last word
        return None
    surname = tokens[at]
    named = surname.text[0].isupper() and surname.text.replace("-", "").isalpha() and len(surname.text) > 1
    if at == first or not named or not surname.is_a(*SURNAME) or class_of(language.code, surname.text):
        return None
    return at if first > i or not _is_letter_of(tokens, i, language) else None


def spelled(tokens: Sequence[Token], first: int, last: int) -> str:
    """The name as it is written: «J. K. Muster»."""
    words = " ".join(t.text for t in tokens[first : last + 1])
    return words.replace(" .", ".")


def _is_initial(tokens: Sequence[Token], i: int) -> bool:
    return INITIAL.fullmatch(tokens[i].text) is not None and tokens[i + 1].text == "."


def _is_letter_of(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Plan B. Alpha …»: a letter that ends what the noun before it says."""
    before = tokens[i - 1] if i else None
    return before is not None and before.is_a("NN") and not is_title(language.code, before.text.rpartition("-")[2])
