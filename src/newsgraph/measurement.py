"""Quantities in a sentence: money, counts and per cents with bounds, ranges and conversions.

A grammar over the number and currency words of the language (languages/*/numbers.toml, currencies.toml). What a phrase
leaves vague («Milliardenbetrag», «mehrere hundert») is no quantity; neither are years, dates, clock times, addresses and
numbers that belong to a name («Artikel 5»).
"""

from collections.abc import Mapping

from newsgraph.bare_number import is_bare
from newsgraph.counted_noun import counted, in_family
from newsgraph.language import Language
from newsgraph.number_bound import bounded, bounded_after
from newsgraph.number_range import ranged
from newsgraph.numeral import Numeral, may_begin, numeral
from newsgraph.quantity import Quantity
from newsgraph.quantity_role import settled
from newsgraph.sentence import Sentence

NOTHING: Mapping[str, str] = {}


def quantities(
    sentence: Sentence, language: Language, currency: str | None = None, shared: Mapping[str, str] = NOTHING
) -> tuple[Quantity, ...]:
    """The quantities of a sentence, from left to right.

    `currency` is that of the sum spoken of before: it stands in where a scale word has neither currency nor noun after it;
    `shared` gives the code of a word that several currencies share, by its lemma.
    """
    tokens, found, i = sentence.tokens, list[tuple[Numeral, Quantity]](), 0
    while i < len(tokens):
        number = numeral(tokens, i, language) if may_begin(tokens[i].text, language) else None
        if number is None:
            i += 1
            continue
        number, quantity = ranged(tokens, number, language)
        quantity = counted(tokens, bounded(tokens, quantity, language), language)
        if not is_bare(tokens, number, quantity, language):
            quantity = bounded_after(tokens, in_family(quantity, shared), language)
            found.append((number, quantity))
        slashed = "/" in tokens[quantity.last].text and quantity.last > i  # «Franken/18»
        i = max(quantity.last + (not slashed), i + 1)
    return settled(tokens, found, language, currency)
