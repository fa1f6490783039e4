"""A noun that only a firm's name can be where it stands: «liefert Alpha aus Graz», «die Alphabau», «die Ulmer Alpha»."""

from collections.abc import Sequence

from newsgraph.agentname import acts
from newsgraph.language import Language
from newsgraph.nameclass import FINITE
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar, last_stem
from newsgraph.tagset import NOMINAL
from newsgraph.wordlist import class_of, tails, words


def only_firm(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the noun at token i, new or a compound, can be nothing but a name by the words around it."""
    token, code = tokens[i], language.code
    if token.tag in NOMINAL and _sits(tokens, i, language):
        return True
    if not _is_new_noun(token, code) or language.nouns.is_office(token.text):
        return False  # «überreichte Verkehrsminister Max Muster»
    if not is_base(token) or class_of(code, token.text) == "Company":
        return False
    return (
        _from_place(tokens, i, language)
        or _has_wrong_gender(tokens, i, language)
        or _is_subject(tokens, i, language)
        or _acts(tokens, i, language)
    )


def may_act(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the noun at token i, new or a compound, is a name as it does what only firms, people and what they make can do."""
    token, code = tokens[i], language.code
    if not _is_new_noun(token, code) or language.nouns.is_office(token.text):
        return False
    return is_base(token) and acts(tokens, i, language)


def _is_new_noun(token: Token, code: str) -> bool:
    """Whether a noun is a compound, or in no dictionary."""
    return token.tag in NOMINAL and (compound(code, token.text) or familiar(code, token.text) == "")


def is_base(token: Token) -> bool:
    """Whether a noun stands in its base form; the tagger gives what ends as adjectives do an ending more («Farbenfrohe»)."""
    if token.text == token.lemma:
        return True
    low, lemma = token.low, token.lemma.lower()
    return lemma == low or (token.is_a("NNA") and lemma.startswith(low)) or (low.endswith("ss") and low == lemma + "s")


def has_object(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Den Strom soll der Betreiber Alpha liefern»: what is done to stands in front, so that no bare noun is."""
    if i < 3 or tokens[0].text not in language.det.accusative_opening:
        return False
    noun = next((t for t in tokens[1:i] if t.is_a("NN")), None)
    return noun is not None and is_base(noun) and any(t.is_a(*FINITE) for t in tokens[1:i])


def _from_place(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«von Alpha aus Graz»: a singular without article, and no ware («mit Bergkäse aus Graz»)."""
    if (
        i + 2 >= len(tokens)
        or tokens[i + 1].text not in language.prep.out_of
        or tokens[i + 2].text not in language.places
        or not i
    ):
        return False
    front, low = tokens[i - 1], tokens[i].low
    odd = 0 < len(last_stem(language.code, tokens[i].text)) < 4  # «Ampel-ion» is no compound that anybody means
    if not (front.low in language.prep.bare_firm or front.is_a(*FINITE)) or (
        low.endswith(_wares(language)) and not odd
    ):
        return False
    same = low.endswith(("er", "el", "en"))  # the plural has the same form
    return (
        not same
        or (front.low in language.prep.dative_more and not low.endswith("en"))
        or has_object(tokens, i, language)
    )


def _sits(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«kommen von Alpha in Graz», «der Verkauf von Alpha»: a singular of the dictionary without article, and no mass."""
    token = tokens[i]
    if i + 1 >= len(tokens) or not i or tokens[i - 1].low not in language.prep.plain_firm or not is_base(token):
        return False
    low = token.low
    plain = (
        low.endswith(language.ending.same_plural)
        or low.endswith(_wares(language))
        or class_of(language.code, token.text)
    )
    if plain or token.text in words(language.code, "light_objects"):
        return False
    if i > 1 and _of_firm(tokens[i - 2].text, language) and _closes(tokens[i + 1]):
        return True
    behind, then = tokens[i + 1].text, tokens[i + 2].text if i + 2 < len(tokens) else ""
    placed = behind in language.prep.out_of | language.prep.in_ and then in language.places
    return placed or (behind in language.prep.with_ and then.lower().endswith(tails(language.code, "seat_nouns")))


def _of_firm(noun: str, language: Language) -> bool:
    """«Verkauf von», «Umfeld von»: what only a firm has."""
    return noun in words(language.code, "of_firm_nouns") or noun in words(language.code, "owned_nouns")


def _closes(token: Token) -> bool:
    """Whether a phrase ends before the token: no further noun or preposition tells more of what stands there."""
    return token.text in ",.;:)–?!" or token.is_a(*FINITE, "VV", "PPER", "PRF", "KON", "PTKNEG", "ADV")


def _is_subject(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Den Chip liefert Alpha»: a bare noun right behind the verb, where the object stands in front."""
    return bool(i) and tokens[i - 1].is_a(*FINITE) and has_object(tokens, i, language)


def _acts(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«zählt auch Alphablume zu …», «Gegründet wurde Alphafahrt 2016»: a bare singular that does or suffers what firms do."""
    low = tokens[i].low
    if low.endswith(("er", "el", "en")) or tokens[i].text in words(language.code, "light_objects"):
        return False
    at = i - 1 if i and not tokens[i - 1].is_a("ADV") else i - 2
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if at < 0 or not tokens[at].is_a(*FINITE) or behind is None or behind.is_a("NN", "NE", "FM", "XY"):
        return False
    lemma = tokens[at].lemma.lower()
    if lemma in words(language.code, "bare_subject_verbs"):
        return not low.endswith(_wares(language))
    told = lemma in language.verb.copula_passive and any(_is_suffered(t, language) for t in tokens)
    return told and not any(t.text == "," for t in tokens[:i])


def _is_suffered(token: Token, language: Language) -> bool:
    return token.is_a("VV(PP)") and token.lemma.lower() in words(language.code, "bare_firm_verbs")


def _has_wrong_gender(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«die Alphabau», «von der deutschen Alphaguss»: a feminine article before a noun that is none."""
    low = tokens[i].low
    if (
        not i
        or not low.endswith(tails(language.code, "not_feminine"))
        or low.endswith(tails(language.code, "feminine_all_the_same"))
    ):
        return False
    k, adjectives = i - 1, []
    while k > 0 and (tokens[k].is_a("ADJ") or tokens[k].text in language.demonyms):
        adjectives.append(tokens[k].text)
        k -= 1
    if not tokens[k].is_a("ART") or (k and tokens[k - 1].text == ","):
        return False
    article = tokens[k].low
    weak = any(a.endswith("en") for a in adjectives)  # «der deutschen …» is no nominative of a masculine
    bound = k > 0 and tokens[k - 1].low in language.prep.dative_more
    return (article in language.det.feminine and not weak) or (article in language.det.masculine and (weak or bound))


def _wares(language: Language) -> tuple[str, ...]:
    return tails(language.code, "abstract_tails", "mass_tails", "ware_tails")
