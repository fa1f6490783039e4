"""The class of a name by what stands beside it behind a comma: «Alpha, eine App für …», «Eva Muster, 44, …»."""

import re
from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.wordlist import PRODUCTS, noun_class, tails, words

AGE = re.compile("[2-9][0-9]|1[6-9]")  # of somebody in the news


def apposition(tokens: Sequence[Token], last: int, language: Language) -> str:
    """«Alpha, eine App für …», «Eva Muster, Chefin von …»"""
    i = last + 1
    verb = i + 2 < len(tokens) and tokens[i].is_a("VV(INF)", "VV(PP)", "VV(IZU)") and tokens[i + 1].text == ","
    if verb and tokens[i + 2].text in language.det.article_dative:
        i += 1  # «… mit Alpha verbinden, dem Dienst der Firma Beta»
    aside = i + 2 < len(tokens) and (tokens[i].text, tokens[i + 2].text) in ((",", ","), ("(", ")"))
    if aside and AGE.fullmatch(tokens[i + 1].text):
        return "Person"  # «Eva Muster, 44, leitet …»
    if i + 3 < len(tokens) and tokens[i].text == "," and tokens[i + 1].text in language.prep.with_:
        seat = tokens[i + 2].low.endswith(tails(language.code, "seat_nouns"))
        return "Company" if seat else ""  # «Alpha, mit Sitz in Graz»
    if i + 2 >= len(tokens) or tokens[i].text != ",":
        return ""
    if tokens[i + 1].is_a("NN") and language.nouns.is_office(tokens[i + 1].text):
        return "Person"
    i += 1
    if tokens[i].text in language.prep.like:
        return _as_called(tokens, i + 1, language)
    if not tokens[i].is_a("ART", "ADJ(A)", "PPOSAT", "PDAT"):
        return ""
    stop, inside = min(len(tokens), i + 8), False
    while i < stop and tokens[i].text not in (",", "."):
        if _is_head(tokens[i], language) and not (inside and i + 1 < stop and tokens[i + 1].is_a("ADJ(A)")):
            break  # not at «Druckdaten» in «eine auf Druckdaten spezialisierte Tochter»
        inside = inside or tokens[i].is_a("APPR", "APPRART")
        i += 1
    if i >= stop or not _is_head(tokens[i], language):
        return ""
    if language.nouns.is_office(tokens[i].text):
        return "Person"
    return noun_class(language.code, tokens[i].text)


def _as_called(tokens: Sequence[Token], i: int, language: Language) -> str:
    """«Alpha, wie die App von Beta heißt»."""
    if i + 1 >= len(tokens) or not tokens[i].is_a("ART"):
        return ""
    noun = next((t for t in tokens[i + 1 : i + 4] if not t.is_a("ADJ(A)")), None)
    called = any(t.lemma.lower() in words(language.code, "naming_verbs") for t in tokens[i + 2 : i + 9])
    kind = noun_class(language.code, noun.text) if called and noun is not None and noun.is_a("NN", "FM") else ""
    return kind if kind in PRODUCTS else ""  # a firm called so may be another name of one named before


def _is_head(token: Token, language: Language) -> bool:
    """A noun, and no town's adjective; foreign ones too («ein Start-up»)."""
    if token.is_a("NN"):
        return token.text not in language.demonyms
    return token.is_a("FM", "XY") and token.text[0].isupper() and bool(noun_class(language.code, token.text))
