"""The currency that a word or sign means, with the help of a country nearby («20 Millionen Kronen» in Norway)."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from newsgraph.language import Language
from newsgraph.sentence import Token

COUNTED = re.compile(r"\d|illion|illiard|Mio|Mrd|[Tt]ausend")  # what stands before a currency, not before «am Rand»
NEARBY = 15  # tokens to either side in which a country names the currency


def code(
    word: str | None, tokens: tuple[Token, ...], first: int, last: int, language: Language
) -> tuple[str | None, Decimal]:
    """The currency's code and how many of these make one of it (100 for a Cent). A country nearby settles a shared word."""
    if word is None:
        return None, Decimal(1)
    iso = language.currency_words.get(word) or language.symbols.get(word)
    if word in language.shared_currencies:
        iso = _by_country(language.shared_currencies[word], tokens, first, last, language) or iso
    return iso, language.per_unit.get(word, Decimal(1))


def _by_country(
    codes: tuple[str, ...], tokens: tuple[Token, ...], first: int, last: int, language: Language
) -> str | None:
    """ISO 4217 codes begin with the country's ISO 3166 code: the nearest country that has one of these."""
    around = range(max(first - NEARBY, 0), min(last + NEARBY + 1, len(tokens)))
    for i in sorted(around, key=lambda k: (first - k if k < first else k - last, k)):
        country = _country(tokens[i].text, language)
        if found := next((c for c in codes if country and c.startswith(country)), None):
            return found
    return None


def _country(word: str, language: Language) -> str:
    stem = re.sub(r"(e|en|er|es|em)$", "", word.lower())
    head = word.partition("-")[0]
    place = language.places.get(word) or language.nationalities.get(stem) or language.people.get(word)
    place = place or language.places.get(head) or language.places.get(head.removesuffix("s"))
    return (place.iso or place.country) if place is not None else ""


@cache
def spelt(language: Language) -> frozenset[str]:
    """All words and signs for currencies, one of which a sentence has that tells of any."""
    return _currencies(language) | frozenset(language.shared_currencies)


def sole(text: Iterable[Sequence[Token]], language: Language) -> str | None:
    """The currency of a text that names but one: that of «drei Millionen» before any sum with a currency is read."""
    words, signs, known = language.currency_words, language.symbols, _currencies(language)
    found = {
        words.get(t.text) or signs[t.text]
        for tokens in text
        for before, t in pairwise(tokens)
        if t.text in known and COUNTED.search(before.text)
    }
    return found.pop() if len(found) == 1 else None


@cache
def _currencies(language: Language) -> frozenset[str]:
    """All words and signs for currencies."""
    return frozenset((*language.currency_words, *language.symbols))


def families(text: Sequence[Sequence[Token]], language: Language) -> dict[str, str]:
    """The codes of the words that several currencies share, where the text says which: «norwegische Kronen», then «Kronen».

    Where it does not, the country of those that the text speaks of most decides.
    """
    found: dict[str, set[str]] = {}
    shared: dict[str, tuple[str, ...]] = {}
    for tokens in text:
        for before, t in pairwise(tokens):
            if t.text in language.shared_currencies:
                known = language.currency_words.get(f"{before.text} {t.text}")
                found.setdefault(t.lemma, set()).update({known} if known else ())
                shared[t.lemma] = language.shared_currencies[t.text]
    for lemma, codes in found.items():
        if not codes and (most := _spoken_of(shared[lemma], text, language)):
            codes.add(most)
    return {lemma: codes.pop() for lemma, codes in found.items() if len(codes) == 1}


def _spoken_of(codes: tuple[str, ...], text: Sequence[Sequence[Token]], language: Language) -> str:
    """The one of these currencies whose country the text names most often, if there is one."""
    countries = [c for tokens in text for t in tokens if t.text[:1].isalpha() and (c := _country(t.text, language))]
    named = sorted(((sum(c == code[:2] for c in countries), code) for code in codes), reverse=True)
    return named[0][1] if named[0][0] > named[1][0] else ""
