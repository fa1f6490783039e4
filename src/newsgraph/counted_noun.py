"""What a number counts: per cent, the noun behind it, a currency that only the text tells apart."""

from collections.abc import Mapping

from newsgraph.language import Language
from newsgraph.quantity import Quantity
from newsgraph.replacement import replace
from newsgraph.sentence import Token

CODE_PARTS = 6  # tokens between a number and the noun it counts


def counted(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> Quantity:
    """What is counted: per cent, or the noun after the number and its adjectives («monatlich aktiven Nutzern»)."""
    if quantity.measure:
        return replace(quantity, unit=quantity.measure)
    i = quantity.last + 1
    if quantity.is_money or i >= len(tokens):
        return quantity
    if tokens[i].text == "+":  # «500+ Mitarbeiter»
        i += 1
    while i < len(tokens) and _modifies(tokens, i, language):
        i += 1
    if i >= len(tokens) or not tokens[i].is_a("NN", "TRUNC") or i - quantity.last > CODE_PARTS:
        return quantity
    i = _paired(tokens, i, language)
    if tokens[i].is_a("TRUNC"):
        return quantity
    return replace(quantity, unit=tokens[i].lemma, noun=i)


def _modifies(tokens: tuple[Token, ...], i: int, language: Language) -> bool:
    if tokens[i].text in language.conj.joining:
        return tokens[i - 1].is_a("ADJ(A)", "VA(") and i + 1 < len(tokens) and tokens[i + 1].is_a("ADJ")
    low = tokens[i].low
    return (
        tokens[i].is_a("ADJ", "ADV") and not tokens[i].text[0].isupper() and low not in language.adv.more_or_less
    ) or low in language.between_count


def _paired(tokens: tuple[Token, ...], i: int, language: Language) -> int:
    """«Nutzerinnen und Nutzer», «Strom- und Gaskunden» count as one noun, the second."""
    if i + 2 < len(tokens) and tokens[i + 1].text in language.conj.count_joints and tokens[i + 2].is_a("NN"):
        one, two = tokens[i].low, tokens[i + 2].low
        if one.endswith("-"):
            return i + 2
        if one[:4] == two[:4] and (one.endswith(language.ending.women) or two.endswith(language.ending.women)):
            return i + 2
    return i


def in_family(quantity: Quantity, shared: Mapping[str, str]) -> Quantity:
    """«420 Millionen Kronen» where the text has spoken of Norwegian ones."""
    code = shared.get(quantity.unit) if shared and quantity.noun is not None and not quantity.is_money else None
    if code is None or quantity.noun is None:
        return quantity
    return replace(quantity, last=quantity.noun, currency=code, unit="", noun=None)
