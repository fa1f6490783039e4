"""Numbers as German writes them, with scale and currency: digits, words, fractions, compounds.

«1.250.000», «41'000», «2 1/2 Millionen», «zweihundertfünfzig», «20-Millionen-Euro-Runde», «US$ 5 Mio.»; the German
Billion is 10^12. Every step looks at a bounded number of tokens, so that reading a line is linear.
"""

import re
from decimal import Decimal
from functools import lru_cache

from newsgraph.currency import code
from newsgraph.denomination import (
    currency_after,
    currency_before,
    is_glued,
    joined,
    leading_currency,
    scale_after,
    text_at,
)
from newsgraph.digit_group import number_at
from newsgraph.digits import CACHE, first_words, number_of, parse_word
from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.wordlist import words

COMPOUND = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d]+)-([^\W\d]+)\.?(?:-([\w$€.&+-]*\w))?")
SHARE = re.compile(r"(\d+(?:,\d+)?|[^\W\d]+?)[-%]?(prozentig|ig)\w*")
YEAR = re.compile(r"(19|20)\d\d")


@frozen
class Numeral:
    """Tokens `first` to `last`: a number (or `low` to `number`), its scale, its currency or kind of percentage.

    `written` in digits, not in words; `compound` where it is the first part of a word.
    """

    first: int
    last: int
    number: Decimal
    scale: Decimal | None = None
    currency: str | None = None
    percent: str = ""
    low: Decimal | None = None
    written: bool = True
    compound: bool = False

    @property
    def value(self) -> Decimal:
        return self.number * (self.scale or 1)


def numeral(tokens: tuple[Token, ...], i: int, language: Language) -> Numeral | None:
    """The number that begins at token i, with scale and currency, or None."""
    if not may_begin(tokens[i].text, language):
        return None
    if (compound := _compound(tokens, i, language)) is not None:
        return compound
    start, currency = currency_before(tokens, i, language)
    last, number, low, written = number_at(tokens, start, language)
    if number is None or (start > i and not written):
        return None
    end, scale = scale_after(tokens, last, language)
    end, after = (
        currency_after(tokens, end, language)
        if currency is None
        else (currency_after(tokens, end, language)[0], currency)
    )
    percent = ""
    if after is None and (kind := language.percents.get(text_at(tokens, end + 1))):
        end, percent = end + 1, kind
    bare = scale is None and after is None and not percent
    if not written and bare and (number < 1 or _no_number(tokens[i], language)):
        return None
    iso, per_unit = code(after, tokens, i, end, language)
    if after is not None and iso is None:  # «Kronen» without a country are a count
        end = scale_after(tokens, last, language)[0]
    return Numeral(i, end, number / per_unit, scale, iso, percent, low and low / per_unit, written)


@lru_cache(CACHE)
def may_begin(text: str, language: Language) -> bool:
    """Whether a number can begin with this token: asked of every word, so remembered."""
    if text[0].isnumeric() or "-" in text or "/" in text:
        return True
    low = text.lower()
    if (
        low in first_words(language)
        or text in language.scales
        or low.rstrip("nmrse").endswith(language.ending.per_cent)
    ):
        return True
    return text in _sign_starts(language) or parse_word(text, language) is not None


@lru_cache(8)
def _sign_starts(language: Language) -> frozenset[str]:
    """What the signs and codes begin with that may stand before a number: tokens may cut them («US», «$»)."""
    signs = (*language.symbols, *(w for w in language.currency_words if w.isupper() or w == "Fr."))
    return frozenset(sign[:n] for sign in signs for n in range(1, len(sign) + 1))


def _no_number(token: Token, language: Language) -> bool:
    """Articles, and nouns («Hundertschaft»)."""
    low = token.low
    return low in language.article_numbers or (
        token.text[0].isupper() and token.is_a("NN", "NE") and low not in language.numbers
    )


# --- compounds
def _compound(tokens: tuple[Token, ...], i: int, language: Language) -> Numeral | None:
    """«20-Milliarden-Dollar-Plan», «3,5-Mrd.-Euro-Deal», «60-prozentige»; a few tokens where marks cut the word."""
    text = text_at(tokens, i)
    if not text or not (
        text[0].isdigit()
        or (text[0].isalpha() and ("-" in text or text.lower().rstrip("nmrse").endswith(language.ending.per_cent)))
    ):
        return None
    for length in (7, 6, 5, 4, 3, 2, 1) if is_glued(tokens, i + 1) else (1,):
        word = joined(tokens, i, length)
        if len(word) <= 120 and (found := _in_compound(i, i + length - 1, word, language)) is not None:
            return found
    following = text_at(tokens, i + 1)  # «17 Millionen-Euro-Strafe»
    apart = "-" in following and following.split("-")[0] in language.scales
    return _in_compound(i, i + 1, f"{text}-{following}", language) if apart and text[0].isdigit() else None


def _in_compound(first: int, last: int, word: str, language: Language) -> Numeral | None:
    if (share := SHARE.fullmatch(word)) and (share[2] in language.word.per_cent_adjective or "%" in word):
        n = number_of(share[1], language)
        return None if n is None else Numeral(first, last, n, percent="percent", compound=True)
    match = COMPOUND.fullmatch(word)
    if match is None or (n := number_of(match[1], language)) is None:
        return None
    kind, rest = match[2], match[3] or ""
    scale = language.scales.get(kind) or language.scales.get(kind + ".")
    money = rest if scale is not None else word[len(match[1]) + 1 :]
    currency = leading_currency(money, language)
    if scale is None and currency is None:
        percent = language.percents.get(kind, "")
        return Numeral(first, last, n, percent=percent, compound=True) if percent else None
    iso = language.currency_words.get(currency or "")
    return Numeral(first, last, n / language.per_unit.get(currency or "", Decimal(1)), scale, iso, compound=True)


# --- what looks like a number and is none
def is_year(tokens: tuple[Token, ...], i: int, language: Language) -> bool:
    """A number of four digits that is no count: no unit after it, and no plural that it would count."""
    if not YEAR.fullmatch(text_at(tokens, i)):
        return False
    following = text_at(tokens, i + 1)
    if (
        following in language.scales
        or following in language.percents
        or currency_after(tokens, i, language)[1] is not None
    ):
        return False
    if text_at(tokens, i - 1).lower() in language.before_year or i + 1 >= len(tokens) or not tokens[i + 1].is_a("NN"):
        return True
    if i + 2 < len(tokens) and tokens[i + 2].lemma.lower() in words(language.code, "naming_verbs"):
        return True  # «bis 2020 Alpha hieß»
    return tokens[i + 1].lemma == following and not following.endswith(("er", "el", "en"))
