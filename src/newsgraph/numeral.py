"""Numbers as German writes them, with scale and currency: digits, words, fractions, compounds.

«1.250.000», «41'000», «2 1/2 Millionen», «zweihundertfünfzig», «20-Millionen-Euro-Runde», «US$ 5 Mio.»; the German
Billion is 10^12. Every step looks at a bounded number of tokens, so that reading a line is linear.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from newsgraph.currency import code
from newsgraph.language import Language
from newsgraph.sentence import Token

CACHE = 12_000  # words
LONGEST = 24  # digits: what is longer is a code, no number
DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}")
COMPOUND = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d]+)-([^\W\d]+)\.?(?:-([\w$€.&+-]*\w))?")
SPAN = re.compile(r"(\d+(?:[.,]\d+)*)[-–](\d+(?:[.,]\d+)*)")
SHARE = re.compile(r"(\d+(?:,\d+)?|[^\W\d]+?)[-%]?(prozentig|ig)\w*")
VULGAR = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
YEAR = re.compile(r"(19|20)\d\d")
THOUSANDS = re.compile(r"\d{3}(?:,\d+)?")


@dataclass(frozen=True, slots=True)
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


def parse_number(text: str) -> Decimal | None:
    """A number written in digits the German way.

    >>> [parse_number(t) for t in ("1.250.000", "2,5", "3.5", "2½", "12a")]
    [Decimal('1250000'), Decimal('2.5'), Decimal('3.5'), Decimal('2.5'), None]
    """
    if len(text) > LONGEST:
        return None
    if text and text[-1] in VULGAR:
        whole = parse_number(text[:-1]) if text[:-1] else Decimal(0)
        return None if whole is None else whole + VULGAR[text[-1]]
    if not DIGITS.fullmatch(text) or (len(text) > 1 and text[0] == "0" and text[1].isdigit()):
        return None
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(",", "."))


@lru_cache(CACHE)
def parse_word(text: str, language: Language) -> Decimal | None:
    """A number in one word: of the list, or put together with «hundert» and «tausend».

    >>> from newsgraph.language import load
    >>> [parse_word(w, load("de")) for w in ("zweieinhalb", "dreihundertfünfzig", "Rathaus")]
    [Decimal('2.5'), Decimal('350'), None]
    """
    word = text.lower()
    if word in language.numbers:
        return language.numbers[word]
    for joint, value in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(joint)
        if found and len(word) <= 60:
            factor = _part(before, language, Decimal(1))
            rest = _part(after.removeprefix("und"), language, Decimal(0))
            return None if factor is None or rest is None else factor * value + rest
    return None


def _part(word: str, language: Language, empty: Decimal) -> Decimal | None:
    if not word:
        return empty
    number = Decimal(1) if word == "ein" else parse_word(word, language)
    return number if number is not None and number >= 1 else None


def numeral(tokens: tuple[Token, ...], i: int, language: Language) -> Numeral | None:
    """The number that begins at token i, with scale and currency, or None."""
    if not may_begin(tokens[i].text, language):
        return None
    if (compound := _compound(tokens, i, language)) is not None:
        return compound
    start, currency = _before(tokens, i, language)
    last, number, low, written = _number(tokens, start, language)
    if number is None or (start > i and not written):
        return None
    end, scale = _scale(tokens, last, language)
    end, after = (
        _currency(tokens, end, language) if currency is None else (_currency(tokens, end, language)[0], currency)
    )
    percent = ""
    if after is None and (kind := language.percents.get(_text(tokens, end + 1))):
        end, percent = end + 1, kind
    bare = scale is None and after is None and not percent
    if not written and bare and (number < 1 or _no_number(tokens[i], language)):
        return None
    iso, per_unit = code(after, tokens, i, end, language)
    if after is not None and iso is None:  # «Kronen» without a country are a count
        end = _scale(tokens, last, language)[0]
    return Numeral(i, end, number / per_unit, scale, iso, percent, low and low / per_unit, written)


@lru_cache(CACHE)
def may_begin(text: str, language: Language) -> bool:
    """Whether a number can begin with this token: asked of every word, so remembered."""
    if text[0].isnumeric() or "-" in text or "/" in text:
        return True
    low = text.lower()
    if low in _first_words(language) or text in language.scales or low.rstrip("nmrse").endswith("prozentig"):
        return True
    return text in _sign_starts(language) or parse_word(text, language) is not None


@lru_cache(8)
def _sign_starts(language: Language) -> frozenset[str]:
    """What the signs and codes begin with that may stand before a number: tokens may cut them («US», «$»)."""
    signs = (*language.symbols, *(w for w in language.currency_words if w.isupper() or w == "Fr."))
    return frozenset(sign[:n] for sign in signs for n in range(1, len(sign) + 1))


def _no_number(token: Token, language: Language) -> bool:
    """Articles, and nouns («Hundertschaft»)."""
    low = token.text.lower()
    return low in language.article_numbers or (
        token.text[0].isupper() and token.is_a("NN", "NE") and low not in language.numbers
    )


def _text(tokens: tuple[Token, ...], i: int) -> str:
    return tokens[i].text if 0 <= i < len(tokens) else ""


def _glued(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether no space stands before token i."""
    return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end


# --- numbers
def _number(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, Decimal | None, Decimal | None, bool]:
    """The last token, the number, the lower end of «200-250», and whether it is written in digits."""
    text = _text(tokens, i)
    if "/" in text:  # «5 Franken/4 Euro» has one token in the middle
        text = text.rpartition("/")[2] if text.partition("/")[0] in language.currency_words else text
    if (span := SPAN.fullmatch(text)) and len(text) <= LONGEST:
        low, high = parse_number(span[1]), parse_number(span[2])
        if low is not None and high is not None and low < high:
            return i, high, low, True
    if (n := parse_number(text)) is not None:
        last, n = _grouped(tokens, i, n)
        return *_mixed(tokens, last, n), None, True
    if text and (text[0].isalpha()):
        return *_words(tokens, i, language), None, False
    return i, None, None, True


def _grouped(tokens: tuple[Token, ...], i: int, n: Decimal) -> tuple[int, Decimal]:
    """«1'250'000», as the Swiss write it, and «1 250 000»."""
    last, digits = i, tokens[i].text.rpartition("/")[2]
    if digits.isdigit() and len(digits) <= 3 and digits[0] != "0":
        while _spaced(tokens, last + 1) and len(digits) <= LONGEST:
            last, digits = last + 1, digits + tokens[last + 1].text
        if last > i:
            return last, Decimal(digits)
    while (
        len(tokens[i].text) <= 3
        and _text(tokens, last + 1) in ("'", "’")
        and _glued(tokens, last + 1)
        and _glued(tokens, last + 2)
    ):
        if not THOUSANDS.fullmatch(tokens[last + 2].text) or len(digits) > LONGEST:
            break
        last, digits = last + 2, digits + tokens[last + 2].text
    return (last, Decimal(digits.replace(",", "."))) if last > i else (i, n)


def _spaced(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether token i goes on with a number before it: three digits behind one space."""
    return i < len(tokens) and tokens[i].start == tokens[i - 1].end + 1 and bool(THOUSANDS.fullmatch(tokens[i].text))


def _mixed(tokens: tuple[Token, ...], i: int, n: Decimal) -> tuple[int, Decimal]:
    """«2 1/2», «1/2», «2 ½»."""
    if _text(tokens, i + 1) in VULGAR:
        return i + 1, n + VULGAR[tokens[i + 1].text]
    for at, whole in ((i, Decimal(0)), (i + 1, n)):
        if _text(tokens, at + 1) == "/" and _glued(tokens, at + 1) and _glued(tokens, at + 2):
            a, b = parse_number(tokens[at].text), parse_number(tokens[at + 2].text)
            if a is not None and b is not None and a < b and b in (2, 4, 5, 8, 10):
                return at + 2, whole + a / b
    return i, n


def _words(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, Decimal | None]:
    """A number in up to three words («eine halbe», «drei viertel»)."""
    for length in (3, 2, 1) if tokens[i].text.lower() in _first_words(language) else (1,):
        words = " ".join(t.text.lower() for t in tokens[i : i + length])
        number = language.numbers.get(words) if length > 1 else parse_word(words, language)
        if number is None or i + length > len(tokens):
            continue
        last = i + length - 1
        if words in language.article_numbers:
            following = _text(tokens, last + 1).lower()
            if following in language.numbers and language.numbers[following] < 1:
                return last + 1, language.numbers[following]
            if near_adjective(following, language) and _text(tokens, last + 2) in language.scales:
                return last + 1, number
        return last, number
    scale = tokens[i].text in language.scales and tokens[i].text.istitle()
    if scale and i and near_adjective(tokens[i - 1].text.lower(), language):
        return i - 1, Decimal(1)
    return i, None


@lru_cache(8)
def _first_words(language: Language) -> frozenset[str]:
    """The words that numbers of several words begin with."""
    return frozenset(number.split()[0] for number in language.numbers if " " in number)


def near_adjective(word: str, language: Language) -> tuple[str, ...] | None:
    """«knappe», «guten» between an article and a scale word: the bound that it gives."""
    return language.near_adjectives.get(word.rstrip("nmrs"))


# --- scale and currency
def _scale(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, Decimal | None]:
    text = _text(tokens, i + 1)
    if text in language.scales:
        return i + 1, language.scales[text]
    if text.lower() in language.part_scales:  # «eine Viertelmillion»
        return i + 1, language.part_scales[text.lower()]
    return i, None


def _before(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, str | None]:
    """A currency before the number («€ 3,5», «US$ 20», «EUR 30»): where the number begins, and the currency's word."""
    for length in (3, 2, 1):
        if not _text(tokens, i + length)[:1].isdigit():
            continue
        word = _joined(tokens, i, length)
        if word in language.symbols or (word in language.currency_words and (word.isupper() or word == "Fr.")):
            return i + length, word
    return i, None


def _joined(tokens: tuple[Token, ...], i: int, length: int) -> str:
    """Tokens without a space between them as one word; "" where there is one."""
    whole = i + length <= len(tokens) and all(_glued(tokens, k) for k in range(i + 1, i + length))
    return "".join(t.text for t in tokens[i : i + length]) if whole else ""


def _currency(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, str | None]:
    """The currency word after token i, the longest that fits."""
    for length in (3, 2, 1):
        words = " ".join(t.text for t in tokens[i + 1 : i + 1 + length])
        if i + length < len(tokens) and (words in language.currency_words or words in language.shared_currencies):
            return i + length, words
    for length in (3, 2, 1):
        sign = _joined(tokens, i + 1, length)
        dot = sign.endswith(".") and i + 1 + length == len(tokens)  # the full stop of the sentence
        if sign in language.symbols or (sign in language.currency_words and length > 1):
            return i + length - dot, sign
    text = _text(tokens, i + 1)
    if "/" in text and text.partition("/")[0] in language.currency_words and text.rpartition("/")[2][:1].isdigit():
        return i + 1, text.partition("/")[0]
    head = text.partition("-")[0]
    if "-" in text and head in language.currency_words and head.istitle():  # «300 Millionen Euro-Auftrag»
        return i + 1, head
    return i, None


# --- compounds
def _compound(tokens: tuple[Token, ...], i: int, language: Language) -> Numeral | None:
    """«20-Milliarden-Dollar-Plan», «3,5-Mrd.-Euro-Deal», «60-prozentige»; a few tokens where marks cut the word."""
    text = _text(tokens, i)
    if not text or not (
        text[0].isdigit() or (text[0].isalpha() and ("-" in text or text.lower().rstrip("nmrse").endswith("prozentig")))
    ):
        return None
    for length in (7, 6, 5, 4, 3, 2, 1) if _glued(tokens, i + 1) else (1,):
        word = _joined(tokens, i, length)
        if len(word) <= 120 and (found := _in_compound(i, i + length - 1, word, language)) is not None:
            return found
    return None


def _in_compound(first: int, last: int, word: str, language: Language) -> Numeral | None:
    if (share := SHARE.fullmatch(word)) and (share[2] == "prozentig" or "%" in word):
        n = _any_number(share[1], language)
        return None if n is None else Numeral(first, last, n, percent="percent", compound=True)
    match = COMPOUND.fullmatch(word)
    if match is None or (n := _any_number(match[1], language)) is None:
        return None
    kind, rest = match[2], match[3] or ""
    scale = language.scales.get(kind) or language.scales.get(kind + ".")
    money = rest if scale is not None else word[len(match[1]) + 1 :]
    currency = _leading_currency(money, language)
    if scale is None and currency is None:
        percent = language.percents.get(kind, "")
        return Numeral(first, last, n, percent=percent, compound=True) if percent else None
    iso = language.currency_words.get(currency or "")
    return Numeral(first, last, n / language.per_unit.get(currency or "", Decimal(1)), scale, iso, compound=True)


def _any_number(text: str, language: Language) -> Decimal | None:
    return parse_number(text) if text[0].isdigit() else parse_word(text, language)


def _leading_currency(text: str, language: Language) -> str | None:
    """«US-Dollar-Plan» → «US-Dollar»."""
    parts = text.split("-", 3)
    return next((w for n in (3, 2, 1) if (w := "-".join(parts[:n])) in language.currency_words), None)


# --- what looks like a number and is none
def is_year(tokens: tuple[Token, ...], i: int, language: Language) -> bool:
    """A number of four digits that is no count: no unit after it, and no plural that it would count."""
    if not YEAR.fullmatch(_text(tokens, i)):
        return False
    following = _text(tokens, i + 1)
    if following in language.scales or following in language.percents or _currency(tokens, i, language)[1] is not None:
        return False
    if _text(tokens, i - 1).lower() in language.before_year or i + 1 >= len(tokens) or not tokens[i + 1].is_a("NN"):
        return True
    return tokens[i + 1].lemma == following and not following.endswith(("er", "el", "en"))
