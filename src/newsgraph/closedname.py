"""A name that an ordinary noun for a firm or a house closes: «die Funkel Mediengruppe», «die Zuger Kantonalbank».

Two nouns side by side are one name in German, unless the first tells a class or an office («die Firma Alpha»), or stands in a
case of its own beside the verb («Die Kunden Bank und …»): so the first is a singular right behind an article.
"""

from collections.abc import Sequence

from newsgraph.barefirm import is_base
from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import is_title, noun_class, presents, tails, words

WORD = ("NN", "NE", "FM", "XY")
LONGEST = 5  # words of a foreign firm behind its place


def closed(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the words at i and i + 1 are a firm's name, as the second closes such names: «die Anker Werft»."""
    if i + 1 >= len(tokens) or not i or not _closes(tokens[i + 1], language):
        return False
    token, front = tokens[i], tokens[i - 1]
    if not token.is_a(*WORD, "ADJ") or not (token.text[0].isupper() and token.text[1:].islower()):
        return False
    if presents(language.code, token.text) or noun_class(language.code, token.text):
        return False
    if not is_base(token) and not (i > 1 and token.is_a("ADJ")):  # «die Hannoversche Volksbank»
        return False
    if token.text in language.demonyms or token.text in language.places or token.text in language.months:
        return False
    following = tokens[i + 2] if i + 2 < len(tokens) else None
    if following is not None and following.text in language.conj.and_also:
        return False
    article = front.is_a("ART") and front.low in language.det.definite
    return article and _agrees(front.low, tokens[i + 1], language)


def two_words(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the words at i and i + 1 are a firm's name by what the second is."""
    return closed(tokens, i, language) or of_town(tokens, i, language)


def _closes(noun: Token, language: Language) -> bool:
    low = noun.low
    return (
        noun.is_a(*WORD)
        and noun.text[0].isupper()
        and "/" not in low
        and low.endswith(tails(language.code, "closing_nouns"))
    )


def _agrees(article: str, noun: Token, language: Language) -> bool:
    """Whether the article can be that of the second noun, not only that of the first: «die … Bank», «der … Verlag»."""
    feminine = noun.low.endswith(tails(language.code, "closing_feminine"))
    return article in (language.det.feminine_any if feminine else language.det.no_feminine)


def institution(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«die Zuger Kantonalbank», «die Grazer Verkehrsbetriebe»: a town's adjective before what each town has but one of."""
    if i + 1 >= len(tokens) or not tokens[i].text.endswith("er") or is_title(language.code, tokens[i].text):
        return False
    return tokens[i + 1].text in words(language.code, "town_houses")


def foreign_firm(tokens: Sequence[Token], first: int, last: int, language: Language) -> int | None:
    """The last word of «Hanoi Alphatong»: a new word right behind a place that no preposition of place rules."""
    at = last + 1
    front = tokens[first - 1] if first else None
    if front is not None and front.low in language.prep.place_rules:
        return None
    if (end := _ended(tokens, at, language)) is not None and not tokens[last].text.endswith("s"):
        return end
    if (front is not None and front.is_a("ART", "ADJ(A)", "APPRART", "PPOSAT")) or tokens[last].text.endswith("s"):
        return None
    while at < len(tokens) and at - last < 3 and _is_new(tokens[at], language):
        at += 1
    if last + 1 < at < len(tokens) and tokens[at].text in words(language.code, "name_tails"):
        at += 1  # «Hanoi Alphatong Intelligence»
    return at - 1 if at > last + 1 else None


def _ended(tokens: Sequence[Token], at: int, language: Language) -> int | None:
    """The last word of a name of three or more that a word of names of firms ends: «Fujian Alpha Chip Investment»."""
    end = at
    while end < len(tokens) and end - at < LONGEST and tokens[end].text[0].isupper() and tokens[end].text.isalpha():
        end += 1
    ends = words(language.code, "name_tails") | language.nouns.legal_forms
    strange = at < len(tokens) and familiar(language.code, tokens[at].text) in ("", "name")
    last = next((k for k in range(end - 1, at, -1) if tokens[k].text in ends), None)
    return last if strange and tokens[at].text not in ends else None


def _is_new(token: Token, language: Language) -> bool:
    text = token.text
    plain = text in language.places or text in language.given_names or text in language.nouns.legal_forms
    new = text[0].isupper() and text[1:].islower() and len(text) > 3 and familiar(language.code, text) == ""
    return new and token.is_a("NE", "FM", "XY") and not plain and not noun_class(language.code, text)


def of_town(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«von Edelstahl Witten»: a bare noun right before a town, neither of them with an article or a preposition of place."""
    if i + 1 >= len(tokens) or tokens[i + 1].text not in language.places or not tokens[i].is_a("NN"):
        return False
    if language.places[tokens[i + 1].text].ambiguous or not is_base(tokens[i]) or tokens[i].text in language.places:
        return False
    front, after = tokens[i - 1] if i else None, tokens[i + 2] if i + 2 < len(tokens) else None
    text = tokens[i].text
    if presents(language.code, text) or text.lower().endswith(tails(language.code, "quarter_nouns", "place_nouns")):
        return False
    if front is None:
        return after is not None and after.is_a("VV(FIN)", "VA(FIN)", "VM(FIN)") and not after.text.endswith("en")
    return front.low in language.prep.bare_firm or front.text in language.conj.and_


def is_offspring(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«…, ein Ableger der Bahn», «…, die Servicetochter»: what stands behind the comma is somebody's."""
    behind = tokens[i + 1 : i + 7]
    noun = next((t for t in behind[2:] if t.is_a("NN")), None)
    apart = len(behind) > 2 and behind[0].text == "," and behind[1].is_a("ART")
    return apart and noun is not None and noun.low.endswith(tails(language.code, "child_endings"))


def is_formed(tokens: Sequence[Token], last: int, language: Language) -> bool:
    """«die Alphastadt AG»: whether a legal form follows what looks like a place."""
    form = tokens[last + 1].text if last + 1 < len(tokens) else ""
    return len(form) > 1 and form in language.nouns.legal_forms
