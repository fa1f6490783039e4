"""A name of two words that dictionaries have: «Murmel Energie», «Brandner Guss», «Märkische Alpha AG».

In German no noun follows another without a determiner between them, unless they are one name, or the second is what a verb takes
beside the first («bietet Kunden Energie»), or tells a field («im Bereich Energie»). So the second must be a word for a trade, the
first none of these.
"""

from collections.abc import Sequence
from functools import lru_cache

from newsgraph.barefirm import is_base
from newsgraph.language import Language
from newsgraph.nameclass import FINITE
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar
from newsgraph.wordlist import CACHE, class_of, is_kin, is_title, noun_class, tails, words

NEAR = 6  # tokens between a verb and its object
WORD = ("NN", "NE", "FM", "XY")


def paired(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether tokens i and i + 1 are the two words of a firm's name."""
    if i + 1 >= len(tokens) or not _is_trade(tokens[i + 1], language) or not _may_front(tokens, i, language):
        return False
    front, after = tokens[i - 1] if i else None, tokens[i + 2] if i + 2 < len(tokens) else None
    if after is not None and (after.is_a("NN") or (after.text[0].isupper() and after.is_a("NE", "ADJ"))):
        return False
    if front is None:
        return after is not None and (
            after.is_a(*FINITE) or after.text in (",", "(") or after.text in language.prep.out_of
        )
    if _is_object(tokens, i):
        return False
    if front.is_a("APPR", "KON", "KOUS") or front.text in ":,(–" or _presents(front, language):
        return True
    return front.is_a("VA(FIN)", "VM(FIN)") and i < 6


def _is_object(tokens: Sequence[Token], i: int) -> bool:
    """«fertigt der Zulieferer Alpha Sensoren.»: a plural at the end of what a verb before it tells."""
    last = i + 2 >= len(tokens) or tokens[i + 2].is_a("$")
    plural = tokens[i + 1].text != tokens[i + 1].lemma
    return last and plural and any(t.is_a("VV(FIN)") for t in tokens[max(0, i - NEAR) : i])


def _is_trade(token: Token, language: Language) -> bool:
    return token.is_a(*WORD) and _tells_trade(language.code, token.text)


@lru_cache(CACHE)
def _tells_trade(code: str, text: str) -> bool:
    """Asked of every word behind one with a capital, so remembered."""
    trade = text[0].isupper() and text[1:].islower() and text.lower().endswith(tails(code, "trade_tails"))
    return trade and not class_of(code, text)


def _may_front(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the word can be the first of the two: a noun in the singular, or an adjective with a capital within a sentence."""
    token, code = tokens[i], language.code
    low = token.low
    if not (token.text[0].isupper() and token.text[1:].islower()) or len(low) < 3:
        return False
    if (
        class_of(code, token.text)
        or noun_class(code, token.text)
        or is_title(code, token.text)
        or is_kin(code, token.text)
    ):
        return False
    if low.endswith(tails(code, "field_tails")) or token.text in words(code, "numbered_nouns") | words(
        code, "no_names"
    ):
        return False
    if token.text in language.months or (low.endswith("s") and token.lemma.lower() == low[:-1]):
        return False
    known = familiar(code, token.text)
    if known == "other":
        return i > 0 and token.is_a("ADJ", *WORD) and not low.endswith(("en", "em", "es"))
    if known != "noun":
        return token.is_a("ADJ(A)", *WORD)
    slot = i > 0 and _presents(tokens[i - 1], language)
    mass = not slot and low.endswith(tails(code, "abstract_tails", "mass_tails")) and not compound(code, token.text)
    return token.is_a(*WORD) and not mass and (is_base(token) or low.endswith("er"))


def _presents(front: Token, language: Language) -> bool:
    text, code = front.text, language.code
    firm = noun_class(code, text) == "Company" or is_kin(code, text) or text in words(code, "pair_fronts")
    return front.is_a("NN") and firm
