"""What stands beside a number: its scale («Mrd.») and its currency, before it or behind, grown together or not."""

from decimal import Decimal
from functools import lru_cache

from newsgraph.language import Language
from newsgraph.sentence import Token


def text_at(tokens: tuple[Token, ...], i: int) -> str:
    """The text of token i, "" beyond either end."""
    return tokens[i].text if 0 <= i < len(tokens) else ""


def word_at(tokens: tuple[Token, ...], i: int) -> str:
    """The word at token i in lower case, "" beyond either end."""
    return tokens[i].low if 0 <= i < len(tokens) else ""


def is_glued(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether no space stands before token i."""
    return 0 < i < len(tokens) and tokens[i].start == tokens[i - 1].end


def scale_after(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, Decimal | None]:
    """The scale word after token i: its last token and its factor."""
    text = text_at(tokens, i + 1)
    if text in language.scales:
        return i + 1, language.scales[text]
    if text.lower() in language.part_scales:  # «eine Viertelmillion»
        return i + 1, language.part_scales[text.lower()]
    return i, None


def currency_before(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, str | None]:
    """A currency before the number («€ 3,5», «US$ 20», «EUR 30»): where the number begins, and the currency's word."""
    for length in (3, 2, 1):
        if not text_at(tokens, i + length)[:1].isdigit():
            continue
        word = joined(tokens, i, length)
        if word in language.symbols or (word in language.currency_words and (word.isupper() or word == "Fr.")):
            return i + length, word
    return i, None


def joined(tokens: tuple[Token, ...], i: int, length: int) -> str:
    """Tokens without a space between them as one word; "" where there is one."""
    whole = i + length <= len(tokens) and all(is_glued(tokens, k) for k in range(i + 1, i + length))
    return "".join(t.text for t in tokens[i : i + length]) if whole else ""


@lru_cache(18_000)
def _may_be_currency(text: str, language: Language) -> bool:
    """Whether a currency's word or sign can begin with this token: asked behind every number, so remembered."""
    names = (*language.currency_words, *language.shared_currencies, *language.symbols)
    return "-" in text or "/" in text or (text != "" and any(name.startswith(text) for name in names))


def currency_after(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, str | None]:
    """The currency word after token i, the longest that fits."""
    if not _may_be_currency(text_at(tokens, i + 1), language):
        return i, None
    for length in (3, 2, 1):
        words = " ".join(t.text for t in tokens[i + 1 : i + 1 + length])
        if i + length < len(tokens) and (words in language.currency_words or words in language.shared_currencies):
            return i + length, words
    for length in (3, 2, 1):
        sign = joined(tokens, i + 1, length)
        dot = sign.endswith(".") and i + 1 + length == len(tokens)  # the full stop of the sentence
        if sign in language.symbols or (sign in language.currency_words and length > 1):
            return i + length - dot, sign
    text = text_at(tokens, i + 1)
    if "/" in text and text.partition("/")[0] in language.currency_words and text.rpartition("/")[2][:1].isdigit():
        return i + 1, text.partition("/")[0]
    head = text.partition("-")[0]
    large = tokens[i].lemma in language.word.millions or len(tokens[i].text) > 3  # «53 Real-Filialen» are shops
    if "-" in text and head in language.currency_words and head.istitle() and large:  # «300 Millionen Euro-Auftrag»
        return i + 1, head
    return i, None


def leading_currency(text: str, language: Language) -> str | None:
    """«US-Dollar-Plan» → «US-Dollar»."""
    parts = text.split("-", 3)
    return next((w for n in (3, 2, 1) if (w := "-".join(parts[:n])) in language.currency_words), None)
