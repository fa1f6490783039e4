"""Places and what is made of their names: «chinesisch», «der Münchner Konzern», «das Land Steiermark»."""

from collections.abc import Sequence

from newsgraph.language import Language, Place
from newsgraph.names import GENITIVE
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.town import is_meant
from newsgraph.wordlist import class_of, noun_class, place_lengths, place_starts, tails, words

Found = tuple[int, str, bool]  # last token, name, whether the name carries a genitive ending


def nationality(token: Token, language: Language) -> str:
    """«chinesische»: the country that an adjective names, or ""; of «deutsch-französische» the first."""
    if not token.is_a("ADJ"):
        return ""
    first, _, last = token.low.rpartition("-")
    found = _country(last, language)
    return (_country(first, language) if first else found) if found else ""


def _country(word: str, language: Language) -> str:
    for ending in (*language.ending.adjective, ""):
        place = language.nationalities.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if place is not None:
            return place.name
    return ""


def demonym(tokens: Sequence[Token], i: int, language: Language) -> str:
    """«der Münchner Konzern», «die Baseler Firma»: the city that an adjective before a noun names, or ""."""
    text = tokens[i].text
    if i + 1 < len(tokens) and f"{text} {tokens[i + 1].text}" in language.places:
        return ""  # «Wiener Neustadt»
    place = language.demonyms.get(text) or language.places.get(text.removesuffix("er") if text.endswith("er") else "")
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if place is None and _is_townsman(tokens, i, language):
        return townsman(text, language)
    if place is None or following is None or not following.text[0].isalpha():
        return ""
    ends = following.text in words(language.code, "name_tails")
    if (
        ends
        and following.text not in words(language.code, "weak_tails")
        and not class_of(language.code, following.text)
    ):
        return ""  # «Zuger Mobile»
    if place.small and i and tokens[i - 1].is_a("NN") and noun_class(language.code, tokens[i - 1].text):
        return ""  # «die Genossenschaft Waldenbucher Kies»
    named = text in language.demonyms and following.is_a("NE", "FM") and i > 0 and tokens[i - 1].is_a("ART", "APPRART")
    if not (following.is_a("NN", "ADJ(A)") or class_of(language.code, following.text) or named):
        return ""
    return place.name


def townsman(text: str, language: Language) -> str:
    """The town of an adjective that has more than -er («Triestiner», «Veroneser»), else what stands before -er."""
    stems = (text.removesuffix(tail) for tail in language.ending.town_adjective if text.endswith(tail))
    towns = (stem + end for stem in stems if len(stem) > 2 for end in language.ending.town_lost)
    return next((t for t in towns if t in language.places), text.removesuffix("er"))


def long_demonym(tokens: Sequence[Token], i: int, language: Language) -> str:
    """«das New Yorker Start-up», «die St. Galler Firma»: the city that two words before a noun name, or ""."""
    if i + 2 >= len(tokens) or not tokens[i + 1].text.endswith("er"):
        return ""
    place = language.demonyms.get(f"{tokens[i].text} {tokens[i + 1].text}")
    following = tokens[i + 2]
    fits = following.text[0].isupper() and following.is_a("NN", "NE", "FM", "ADJ(A)")
    return place.name if place is not None and fits else ""


def may_be_origin(text: str, language: Language) -> bool:
    """Whether the word can be a city's adjective, or its beginning, or say that a state follows."""
    if text in language.demonyms or text.endswith("er") or text in language.grammar["state_words"]:
        return True
    return text in place_starts(language.code) and text not in language.places


def may_begin(text: str, language: Language) -> bool:
    """Whether a place's name can begin with this word."""
    starts = place_starts(language.code)
    return (
        text in starts
        or GENITIVE.sub("", text) in starts
        or "/" in text
        or (text.isupper() and text.title() in language.places)
    )


def _is_townsman(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«der Utrechter Anbieter»: a capital on an adjective in -er before a noun for a company, from a town that nobody listed."""
    text = tokens[i].text
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if (
        i == 0
        or following is None
        or "-" in text
        or not text.endswith("er")
        or class_of(language.code, text) != ""
        or len(text) < 6
        or not tokens[i].is_a("ADJ", "NE", "NN")
    ):
        return False
    declined = tokens[i - 1].is_a("ART", "APPRART", "PPOSAT", "ADJ(A)", "PDAT")
    formed = any(t.text in language.nouns.legal_forms for t in tokens[i + 2 : i + 4])
    firm = class_of(language.code, following.text) == "Company" or (formed and tokens[i].is_a("ADJ"))
    if not declined or not firm or not following.is_a("NN", "NE", "FM"):
        return False
    town = text.endswith(tails(language.code, "town_tails"))
    return town or tokens[i].is_a("ADJ") or familiar(language.code, text) in ("", "name")


def is_people(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«die Schweden», «den Bayern»: its inhabitants, as no place that gives them its own name has an article."""
    if tokens[i].text not in language.people or not i or tokens[i - 1].low not in language.det.people_plural:
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and following.text in language.given_names:
        return True  # «die beiden Schweden Eva Muster und Max Beispiel»
    return following is None or not (following.is_a("NN", "NE", "FM", "XY", "ADJ(A)") or following.text[0].isupper())


def place(tokens: Sequence[Token], i: int, language: Language) -> Found | None:
    """A place of the list, the longest name first; of «Berlin/Graz» at the head of an article the first."""
    places, text = language.places, tokens[i].text
    if "/" in text and (two := text.partition("/")[0]) in places:
        return i, places[two].name, False
    if text.isupper() and len(text) > 3 and text.title() in places:
        return i, places[text.title()].name, False  # «FREIBURG (dpa)»
    if not may_begin(text, language):
        return None
    for length in range(place_lengths(language.code).get(text, 1), 0, -1):
        parts = [t.text for t in tokens[i : i + length]]
        for name in (" ".join(parts), " ".join([*parts[:-1], GENITIVE.sub("", parts[-1])])):
            if len(parts) == length and name in places:
                if length == 1 and (_goes_on(tokens, i, language) or _is_word(tokens, i, places[name], language)):
                    return None
                if places[name].small and not is_meant(tokens, i, places[name], language):
                    return None
                return i + length - 1, places[name].name, not name.endswith(parts[-1])
    return None


def _goes_on(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the word is but the beginning of a longer name («Berlin Brands Group»)."""
    return i + 1 < len(tokens) and tokens[i + 1].text in words(language.code, "name_tails")


def _is_word(tokens: Sequence[Token], i: int, found: Place, language: Language) -> bool:
    """Whether a city's name is but a noun here: «in einer Halle», «in Halle 7»."""
    if not found.ambiguous or found.kind != "city":
        return False
    front = tokens[i - 1] if i else None
    bound = front is not None and front.is_a("ART", "PPOSAT", "PIAT", "PDAT", "ADJ(A)", "CARD", "APPRART")
    origin = front is not None and front.low.endswith(language.ending.origin_adjective)  # «im niedersächsischen Stade»
    return (bound and not origin) or (i + 1 < len(tokens) and tokens[i + 1].text.isdigit())


def state(tokens: Sequence[Token], i: int, language: Language) -> Found | None:
    """«das Land Steiermark», «der Freistaat Sachsen»: a state that acts is a public body; «im Kanton Zug» is but a place."""
    noun = language.grammar["state_words"].get(tokens[i].text)
    if noun and i and tokens[i - 1].low in language.prep.within:
        return None
    inside = place(tokens, i + 1, language) if noun and i + 1 < len(tokens) else None
    return (inside[0], f"{noun} {inside[1]}", inside[2]) if inside else None


def dateline(tokens: Sequence[Token]) -> int:
    """The number of words in capitals at the head of a sentence that say where a report comes from: «BAD EMS (ots) - …»."""
    words = [t.text for t in tokens[:3]]
    end = next(
        (n for n, w in enumerate(words) if not w.replace("/", "").replace("-", "").isalpha() or not w.isupper()), 0
    )
    marks = ("-", "–", ".", ":", "(") if end == 1 else ("(",)
    return end if end and words[end] in marks and max(map(len, words[:end])) > 3 else 0
