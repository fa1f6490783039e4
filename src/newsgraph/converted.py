"""Sums said once more in another currency between commas, which end no clause: «…, 300 Won, umgerechnet 2 Euro, zu zahlen»."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.segment import finite_in, kind_of, words_in
from newsgraph.sentence import Token
from newsgraph.wordlist import words

LONGEST = 9  # words
GOES_ON = ("infinitive", "fragment")


def bridged(language: Language, tokens: tuple[Token, ...], parts: Sequence[list[int]]) -> list[list[int]]:
    """The segments of a stretch, those put together that only such a sum keeps apart."""
    found: list[list[int]] = []
    n = 0
    while n < len(parts):
        part = list(parts[n])
        if found and n + 1 < len(parts) and _is_sum(language.code, tokens, part):
            kind, marker = kind_of(language, tokens, parts[n + 1])
            open_ = kind == "main" and not finite_in(tokens, found[-1])
            if (kind in GOES_ON and not marker) or open_:
                found[-1] = [*found[-1], *part, *parts[n + 1]]
                n += 2
                continue
        found.append(part)
        n += 1
    return found


def _is_sum(code: str, tokens: tuple[Token, ...], part: list[int]) -> bool:
    inside = words_in(tokens, part)
    if not inside or len(inside) > LONGEST or tokens[inside[0]].low not in words(code, "converting_words"):
        return False
    figures = any(tokens[i].text[0].isdigit() or tokens[i].is_a("CARD") for i in inside)
    return figures and not any(tokens[i].is_a("VV(FIN)", "VA", "VM", "KOUS", "PREL") for i in inside)
