"""The class that the words around a new name give it: for certain (`class_at`), or only likely (`lean_at`)."""

import re
from collections.abc import Sequence

from newsgraph.bearer import bearer_class
from newsgraph.calledso import called_so
from newsgraph.language import Language
from newsgraph.nameapposition import apposition
from newsgraph.offeredname import offered
from newsgraph.operated import is_portal
from newsgraph.personname import double_name, is_countryman, is_given_noun, is_owning_firm, is_person, is_trade
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.tagset import beginning
from newsgraph.withname import brought_in
from newsgraph.wordlist import PRODUCTS, class_of, is_child, is_kin, is_title, noun_class, tails, words

QUOTES = "\"„“”»«'’‚‘›‹"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
CAMEL = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+[A-ZÄÖÜ][a-zäöüß]")
FINITE = ("VV(FIN)", "VA(FIN)", "VM(FIN)")


NAMED, FOREIGN = beginning("NN", "NE"), beginning("ADJ", "FM", "XY")


def before(tokens: Sequence[Token], i: int) -> Token | None:
    """The token before i, quotation marks left out."""
    at = i - 1
    while at >= 0 and tokens[at].text in QUOTES:
        at -= 1
    return tokens[at] if at >= 0 else None


def is_noun(token: Token) -> bool:
    """A noun, or a word with a capital that the tagger takes for an adjective or a foreign word."""
    return token.tag in NAMED or (token.tag in FOREIGN and token.text[0].isupper())


def class_at(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The class that the words around a new name give it, or ""."""
    if not language.nouns.legal_forms.isdisjoint([t.text for t in tokens[first : last + 1]]):
        return "Company"
    if tokens[first].text in words(language.code, "place_heads"):
        return "Place"
    if last > first and {t.text for t in tokens[first : last + 1]} <= words(language.code, "region_words"):
        return "Place"  # «CEO Central Europe»
    if last > first and tokens[first].text in words(language.code, "place_fronts"):
        ruled = first > 0 and tokens[first - 1].text in language.prep.placed_name
        if ruled and not is_trade(tokens[last].text, language):
            return "Place"  # «in West Alphaville»
    noun = before(tokens, first)
    if noun is not None and noun.text == "(" and (kind := _lettered(tokens, first, last, language)):
        return kind
    particle = noun is not None and noun.text in words(language.code, "name_links")  # «Van Muster»
    if particle or (first > 1 and tokens[first - 2].lemma.lower().startswith(language.stem.which)):
        noun = None  # «welche Funktion Muster übernimmt»
    if noun is not None and is_noun(noun) and (kind := _by_noun(noun.text, tokens, first, last, language)):
        if kind == "NewsOrganization" and is_portal(tokens, first - 1, language):
            return "App"
        if kind == "Company" and apposition(tokens, last, language) == "App":
            return "App"  # «das Portal Alpha, eine App des Konzerns»
        media = kind == "Company" and last > first and tail_class(tokens[last].text, language) == "NewsOrganization"
        return "NewsOrganization" if media else kind
    if _is_near_place(tokens, first, last, language):
        return "Place"
    trade = last > first and is_trade(tokens[last].text, language)
    if noun is not None and last > first and noun.text in language.people and noun.is_a("NN"):
        human = tokens[first].text in language.given_names or not (trade or tokens[first].text.isupper())
        return "Person" if human else "Company"  # «der Niederländer Max Muster», «die Schweizer Alpha Medical»
    if first == last and is_countryman(tokens, first, language):
        return "Person"
    if kind := bearer_class(tokens, first, last, noun, language):
        return kind
    if noun is not None and noun.text in language.word.series:
        return "Product"
    if first == last and CAMEL.match(tokens[first].text) and noun_class(language.code, tokens[first].text) == "App":
        return "App"  # «der AlphaMessenger»
    if any(t.text in ("&", "+") for t in tokens[first:last]):
        return "Company"
    double = "-" in tokens[first].text and double_name(tokens[first].text.split("-"), language)
    given = tokens[first].text in language.given_names or is_given_noun(tokens, first, language)
    if (given or double) and last > first:
        return "Company" if trade else "Person"
    return (
        apposition(tokens, last, language)
        or brought_in(tokens, first, last, language)
        or _one_of(tokens, first, last, language)
        or _predicate(tokens, last, language)
        or called_so(tokens, first, last, language)
        or offered(tokens, first, last, language)
    )


def _lettered(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """«die dänische Datenschutzbehörde (DDB)»: letters in brackets are what the noun before says."""
    closed = last + 1 < len(tokens) and tokens[last + 1].text == ")"
    if first < 2 or first != last or not closed or not tokens[first].text.isupper() or not tokens[first - 2].is_a("NN"):
        return ""
    return noun_class(language.code, tokens[first - 2].text)


def _is_near_place(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """«in Oberau bei Graz», «von Oberau bei Graz aus», «im malaysischen Kota Alpha»."""
    if not first or last > first + 1:
        return False
    front, behind = tokens[first - 1].low, [t.text for t in tokens[last + 1 : last + 3]]
    if front in language.prep.placed_name and len(behind) == 2 and behind[0] in language.prep.in_the_dative:
        return behind[1] in words(language.code, "place_waters") or behind[1].endswith(
            language.ending.region
        )  # «in Oberau im Rheintal»
    if front in language.prep.in_ and last == first and first > 1 and _stands(tokens[first - 2].low, language):
        return True
    if (
        front in language.prep.placed_name
        and len(behind) == 2
        and behind[0] in language.prep.near
        and behind[1] in language.places
    ):
        return behind[0] not in language.prep.in_ or (
            front in language.prep.in_ and last == first
        )  # «in Oberau in Tirol»
    adjective = front.endswith("en") and first > 1 and tokens[first - 2].low in language.prep.in_or_of_articles
    plain = tail_class(tokens[last].text, language) == "Company" and tokens[last].text in words(
        language.code, "name_tails"
    )
    return adjective and is_origin(tokens[first - 1].text, language) and tokens[first - 1].is_a("ADJ") and not plain


def _stands(low: str, language: Language) -> bool:
    """«ein Rechenzentrum in Alphastadt», «mit Sitz in Alphastadt»: a plant or a seat stands in a place."""
    return low in words(language.code, "facility_nouns") or low.endswith(
        tails(language.code, "seat_nouns", "plant_tails")
    )


def _one_of(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """«eine „Alpha Cloud“»: what an indefinite article and quotation marks stand before is a thing, no firm."""
    if first < 2 or tokens[first - 1].text not in QUOTES or tokens[first - 2].low not in language.det.one:
        return ""
    return "App" if tokens[last].text in words(language.code, "product_words") else "Product"


def _predicate(tokens: Sequence[Token], last: int, language: Language) -> str:
    """«Alpha ist eine App für …», «Alpha war der erste Hersteller»: the class of what the name is said to be."""
    i = last + 2
    if i >= len(tokens) or tokens[i - 1].lemma.lower() not in language.verb.copula or not tokens[i - 1].is_a(*FINITE):
        return ""
    if not tokens[i].is_a("ART"):
        return ""
    noun = next((t for t in tokens[i + 1 : i + 5] if not t.is_a("ADJ", "ADV", "CARD")), None)
    return noun_class(language.code, noun.text) if noun is not None and noun.is_a("NN") else ""


def _by_noun(noun: str, tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """A word that can be a company and a person («Anbieter», «Investor», «Kunde») is a person before a given name."""
    branch = noun.lower().endswith(tails(language.code, "branch_endings"))
    kind = noun_class(language.code, noun) or ("Company" if branch else "")
    if kind in PRODUCTS and last > first and tokens[first].text in language.given_names:
        return "Person" if is_person(tokens, first, last, language) else kind  # «Vorgestellt hat das Gerät Eva Muster»
    giver = last > first and noun.lower().endswith(tails(language.code, "giving_tails"))
    if giver and tokens[first].text in language.given_names and is_person(tokens, first, last, language):
        return "Person"  # «der Geldgeber Max Muster»
    title = is_title(language.code, noun)
    if title and tokens[last].text.lower() in words(language.code, "part_tails"):
        return ""  # «CEO Central Europe»: what the office is over
    if not title and not is_kin(language.code, noun):
        return kind
    trade = tokens[first].text not in language.given_names and familiar(language.code, tokens[last].text) == "noun"
    if (
        is_person(tokens, first, last, language)
        and (last > first or is_kin(language.code, noun))
        and not (trade and last > first and is_child(language.code, noun))  # «die Tochter Alpha Technik»
    ):
        return "Person"
    if kind or not title:
        return kind
    numbered = any(t.text in ROMAN or any(c.isdigit() for c in t.text) for t in tokens[first : last + 1])
    follows = (
        noun.lower() in words(language.code, "successor_words")
        and last == first
        and familiar(language.code, tokens[first].text) == "noun"
    )
    owner = last == first and noun.lower().rpartition("-")[2] in tails(language.code, "owning_tails")
    if owner and "-" in noun:
        return "Company"  # «der Alpha-Eigentümer Beta»
    if is_owning_firm(noun, tokens[last].text, language) and first == last:
        return "Company"
    return "" if numbered or follows else "Person"


def lean_at(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The class that a new name probably has, by the preposition, the adjective or the verb beside it; or ""."""
    noun = before(tokens, first)
    given = tokens[first].text in language.given_names or "-" in tokens[first].text
    person = last > first and given and is_person(tokens, first, last, language)
    if noun is None or noun.text in ".:;":
        if ends_from(tokens, last, language):
            return "Company"
        if last > first and tokens[last].text in words(language.code, "name_tails"):
            return tail_class(tokens[last].text, language)
        return _by_verb(tokens, first, last, language)
    word = noun.low
    if last < first + 2 and not person and _is_what(tokens, first, language):
        return "Company"
    if tokens[last].text in words(language.code, "facility_words"):
        return ""
    if noun.is_a("ADJ") and is_origin(noun.text, language):
        article = tokens[first - 2].low if first > 1 else ""
        return "Place" if last == first and article in language.det.definite_or_merged_place else "Company"
    if noun.text in language.demonyms:
        return "Company"
    town = last == first and tokens[first].text.endswith(tails(language.code, "place_tails"))
    if town and word in language.prep.number_of_place:
        return "Place"
    if word in language.prep.origin:
        inside = first > 1 and tokens[first - 2].is_a("NN")  # «eine Fabrik in Alphastadt»
        into = (
            word in language.prep.in_
            and not inside
            and any(t.lemma.lower() in words(language.code, "money_into_verbs") for t in tokens)
        )
        return "" if into or person or last > first + 2 else "Place"
    if person and not noun.is_a("ART", "PPOSAT"):
        return "Person"
    numbered = any(c.isdigit() for c in tokens[last].text) or tokens[last].text in ROMAN
    articled = noun.is_a("ART") and len(tokens[last].text) > 3 and tokens[last].text not in ROMAN  # «der X6»
    if numbered and (last > first or "-" in tokens[last].text or articled):
        return "Product"
    if noun.low in words(language.code, "successor_words"):
        return ""
    if (
        is_kin(language.code, noun.text)
        or (noun.is_a("NN") and word.endswith(tails(language.code, "unit_nouns")))
        or word in language.word.home
        or (is_noun(noun) and tokens[first - 1] is noun and word.endswith(("er", "erin", "ers")) and len(word) > 5)
    ):
        return "Company"  # «der Publisher Alpha»: what ends in -er does something
    if (last > first and tokens[last].text in words(language.code, "name_tails")) or ends_from(tokens, last, language):
        return tail_class(tokens[last].text, language)
    if last > first:
        return _by_verb(tokens, first, last, language)
    if word in language.prep.name_behind and noun.is_a("APPR"):
        thing = first > 1 and tokens[first - 2].low.endswith(tails(language.code, "of_thing_nouns"))
        return "" if thing else "Company"  # «der Markt für E-Advertising»
    return _by_verb(tokens, first, last, language)


def _is_what(tokens: Sequence[Token], first: int, language: Language) -> bool:
    """«Größter Konkurrent ist Alpha», «Hersteller ist Alpha»: the noun before the verb says what the name behind it is."""
    if first < 2 or tokens[first - 1].lemma.lower() not in language.verb.copula or not tokens[first - 1].is_a(*FINITE):
        return False
    noun = tokens[first - 2]
    return (
        noun.is_a("NN") and class_of(language.code, noun.text) == "Company" and not is_title(language.code, noun.text)
    )


def tail_class(word: str, language: Language) -> str:
    """«Rheinufer Ventures» is a company, «Nordlicht Press» brings news, «Blattwerk Pro» may be anything."""
    if word in words(language.code, "media_words"):
        return "NewsOrganization"
    return "" if word in words(language.code, "product_words") else "Company"


def ends_from(tokens: Sequence[Token], last: int, language: Language) -> bool:
    """«Alpha aus Graz», «Alpha aus dem badischen Oberau»."""
    if last + 2 >= len(tokens) or tokens[last + 1].text not in language.prep.out_of:
        return False
    origin = (
        tokens[last + 2].text in language.det.origin
        and last + 4 < len(tokens)
        and tokens[last + 3].text.endswith(language.ending.origin_adjective)
    )
    return tokens[last + 4 if origin else last + 2].text[0].isupper()


def _by_verb(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """A name that opens a sentence before its verb acts, so it is a company; one that speaks and has two words, a person."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    front = tokens[first - 1] if first else None
    if front is not None and front.is_a("VV(FIN)") and front.lemma.lower() in language.verb.say and last > first:
        return "Person"
    if first or after is None or not after.is_a(*FINITE):
        return ""
    return "Person" if last > first and after.lemma.lower() in language.speech.verbs else "Company"


def is_origin(word: str, language: Language) -> bool:
    """Whether an adjective names a country, region or city («dänisch», «obersteirisch», «Kölner»)."""
    stem = next(
        (word.lower().removesuffix(e) for e in language.ending.adjective if word.lower().endswith(e)), word.lower()
    )
    inner = next((stem.removeprefix(p) for p in words(language.code, "region_prefixes") if stem.startswith(p)), stem)
    return stem in language.nationalities or inner in language.nationalities or word in language.demonyms
