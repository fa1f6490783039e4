"""Parentheses of saying: «Alpha, heißt es in Graz, prüfe …», «Nun fließen, so berichtet Beta, 3 Millionen …»."""

from newsgraph.language import Language
from newsgraph.segment import FINITE, finite_in, kind_of, words_in
from newsgraph.sentence import Token

LONGEST = 12  # words
SHORT = 3


def is_telling(language: Language, tokens: tuple[Token, ...], part: list[int]) -> bool:
    """Whether a segment is a verb of saying and who says so, perhaps with «so» or «das» before it."""
    inside = words_in(tokens, part)
    n = 1 if tokens[inside[0]].low in language.adv.so or tokens[inside[0]].text in language.pron.that else 0
    if not n < len(inside) - 1 < LONGEST or not tokens[inside[n]].is_a(*FINITE) or len(finite_in(tokens, part)) > 1:
        return False
    lemma, last = tokens[inside[n]].lemma.lower(), tokens[inside[-1]]
    if last.is_a("PTKVZ"):
        lemma = last.low + lemma  # «teilte Alpha mit»
    called = lemma in language.verb.be_called and tokens[inside[n + 1]].text in language.pron.it
    return called or lemma in language.speech.verbs


def goes_on_behind(
    language: Language, tokens: tuple[Token, ...], before: list[int], following: list[int] | None
) -> bool:
    """Whether a main clause that broke off behind its finite verb goes on with the segment behind the parenthesis."""
    inside = words_in(tokens, before)
    if (
        following is None
        or not tokens[inside[-1]].is_a("VV(FIN)", "VA(FIN)", "VM(FIN)")
        or finite_in(tokens, following)
    ):
        return False
    opening = tokens[words_in(tokens, following)[0]]
    if kind_of(language, tokens, following)[0] not in ("fragment", "relative", "participle"):
        return False
    aux = tokens[inside[-1]].is_a("VA(FIN)", "VM(FIN)")
    return aux or len(inside) <= SHORT or opening.is_a("APPR", "APPRART", "CARD", "ADV", "ADJ(D)")
