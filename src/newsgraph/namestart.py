"""Where a name that nobody listed may begin: by the word itself, and by what stands around it."""

from collections.abc import Sequence

from newsgraph.barefirm import is_base, may_act, only_firm
from newsgraph.barename import clause_has_verb, is_bare, is_bound, is_done_to, stands_alone
from newsgraph.language import Language
from newsgraph.lexicon import PLURAL
from newsgraph.nameapposition import apposition
from newsgraph.nameclass import FINITE, QUOTES, ROMAN, before, is_noun, is_origin
from newsgraph.namesign import has_form, is_articled, is_declined, is_firm_quality, is_kind, is_seat, is_town
from newsgraph.nameword import half_known, has_noun_tail, is_candidate, look_of
from newsgraph.naming import is_named
from newsgraph.numbername import is_numbered
from newsgraph.oddname import is_adverb, is_domain, is_foreign_front, odd_end
from newsgraph.personname import is_given_noun
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar, is_participle
from newsgraph.tagset import ADJECTIVE
from newsgraph.withname import brought_in
from newsgraph.wordlist import PRODUCTS, class_of, is_title, noun_class, presents, tails, words

NAMED = ("Company", "App")
FRONTS = (":", ",", "–", "-", "(", *QUOTES)  # before what stands for itself


def is_head(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A foreign article before a capital («Le Quotidien»), or a German one behind a class noun («die Zeitung Die Brücke»)."""
    if i + 1 >= len(tokens) or not tokens[i + 1].text[0].isupper():
        return False
    towns = (
        i > 0
        and tokens[i - 1].text in language.prep.placed_name
        and tokens[i].text in words(language.code, "place_fronts")
    )
    if towns or tokens[i].text in words(language.code, "place_heads"):
        return tokens[i + 1].is_a("NN", "NE", "FM") and class_of(language.code, tokens[i + 1].text) == ""
    return tokens[i].text in words(language.code, "name_heads") or (
        i > 0 and tokens[i].text in language.det.nominative_opening and after_class_noun(tokens, i, language)
    )


def _is_initials(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«GS Audix»: two or three capitals before a word that no dictionary has."""
    text, after = tokens[i].text, tokens[i + 1] if i + 1 < len(tokens) else None
    letters = (
        text.isalpha()
        and 2 <= len(text) <= 3
        and not is_title(language.code, text)
        and not class_of(language.code, text)
    )
    if after is None or not letters or text in words(language.code, "no_names") or text in language.nouns.legal_forms:
        return False
    new = (
        after.text[0].isupper()
        and after.text[1:].islower()
        and len(after.text) > 3
        and after.is_a("NE", "NN", "FM", "XY")
    )
    return new and familiar(language.code, after.text) == "" and not compound(language.code, after.text)


def may_start(tokens: Sequence[Token], i: int, language: Language, learnt: frozenset[str] = frozenset()) -> bool:
    """Whether a name nobody listed may begin with this word."""
    token = tokens[i]
    if is_given(tokens, i, language):
        return True
    if is_adverb(tokens, i, language) or odd_end(tokens, i, language) or is_foreign_front(tokens, i, language):
        return True
    if token.text in ROMAN or not is_candidate(token, language, slot=True):
        return False
    look, adjective = look_of(token.text, language), i > 0 and token.tag in ADJECTIVE
    if look.camel or (look.capitals and _is_initials(tokens, i, language)):
        return True
    if is_domain(token.text) or (adjective and is_firm_quality(tokens, i, language)):
        return True
    origin = is_origin(token.text, language) and (i == 0 or token.text.endswith(language.written.demonym))
    capital = (
        adjective and token.text[0].isupper() and not origin
    )  # «früher Deutsche Velmora»: a name's, not the country's
    if capital and i + 1 < len(tokens):
        after = tokens[i + 1]
        if after.text in language.nouns.legal_forms:
            return True  # «die Strahlende GmbH»
        bare = not is_declined(tokens, i)  # not «der Branchenzweiten Velmora»
        if (
            bare
            and after.is_a("NE", "FM", *(("NN",) if is_origin(token.text, language) else ()))
            and familiar(language.code, after.text) in ("", "name")
            and after.text[0].isupper()
        ):
            return not language.is_major(after.text)  # «von Prima Velmora»
    slot = after_class_noun(tokens, i, language)
    if look.loanword:
        formed = i + 1 < len(tokens) and tokens[i + 1].text in language.nouns.legal_forms
        return formed or (
            slot and is_bound(tokens, i) and stands_alone(tokens, i, language)
        )  # «den Konkurrenten Buzz, …»
    form = i + 1 < len(tokens) and has_form(tokens, i, language)
    if not slot and (only_firm(tokens, i, language) or may_act(tokens, i, language) or _is_listed(tokens, i, language)):
        return True
    if not (slot or form or is_candidate(token, language, slot=False)):
        return False
    # letters that only look like a word's have none
    sort = "" if look.capitals and token.lemma.lower() != token.low else look.sort
    if form or (look.town and is_town(tokens, i, language)) or is_seat(tokens, i, language):
        return True
    after_it = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if (look.numbered or not after_it.isalpha() or after_it in ROMAN) and is_numbered(tokens, i, language):
        return True
    if slot and (is_done_to(tokens, i, language) or _is_ware(tokens, i, language)):
        return False
    if slot:
        return (
            sort in ("", "name")
            or (sort == "other" and is_bound(tokens, i) and not token.text.endswith(("en", "er", "te")))
            or token.text in learnt
            or half_known(token.text, language)
            or stands_alone(tokens, i, language)
        )
    if look.tail:
        return False
    if token.text in learnt and (sort in ("", "name") or not is_declined(tokens, i)):
        return True  # also «die insolvente Alpha»
    if look.compound:
        return False
    if (
        is_named(tokens, i, language)
        or _is_brought(tokens, i, language)
        or ((sort == "" or look.new) and not is_declined(tokens, i) and apposition(tokens, i, language))
    ):
        return True
    if sort == "noun" and _is_apposed(tokens, i, language):
        return True
    first = i == 0 and i + 1 < len(tokens) and tokens[1].is_a("VA")
    if first and (token.is_a("VV(PP)") or is_participle(language.code, token.text)):
        return False  # «Belichtet wird auf Maschinen …»
    if i == 0 or tokens[i - 1].text in ".:" + QUOTES:
        return sort == "name" or (sort == "" and not has_noun_tail(token.text, language))
    beside = tokens[i - 1].text in language.places
    if (
        sort in ("", "name")
        and is_bound(tokens, i)
        and not beside
        and tokens[i - 1].is_a("NN")
        and tokens[i].is_a("NN", "NE", "FM")
    ):
        new = sort == "" and token.is_a("NE") and not has_noun_tail(token.text, language) and is_base(tokens[i - 1])
        return (new or tokens[i - 1].low.endswith(language.ending.doer)) and not token.text.endswith(("en", "es"))
    if sort == "noun" or (sort == "" and has_noun_tail(token.text, language) and is_bare(tokens, i, language)):
        return is_bare(tokens, i, language)
    if sort == "" and is_kind(token.text, language):
        return False
    if (
        sort == ""
        and i
        and is_origin(tokens[i - 1].text, language)
        and (token.is_a("NE") or tokens[i - 1].text in language.demonyms or not has_noun_tail(token.text, language))
    ):
        return True
    if token.tag in ("NE", "FM", "XY"):
        return not is_articled(tokens, i, language) and (
            sort == "name" or (sort == "" and not (has_noun_tail(token.text, language) and _is_ruled(tokens, i)))
        )
    return token.is_a("NN") and sort == "" and not is_declined(tokens, i) and not has_noun_tail(token.text, language)


def _is_ware(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«produziert der Konzern Generika für …»: what the verb before makes."""
    return tokens[i].low.endswith(tails(language.code, "ware_plurals")) and clause_has_verb(tokens, i)


def _is_brought(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«bringt mit Quantelis ihr erstes Sprachmodell heraus»: a bare singular, and no mass, that is said to be something."""
    low = tokens[i].low
    plain = is_declined(tokens, i) or not is_base(tokens[i]) or not tokens[i].is_a("NN", "NE", "FM", "XY")
    mass = low.endswith(tails(language.code, "abstract_tails", "mass_tails")) and not compound(
        language.code, tokens[i].text
    )
    light = tokens[i].text in words(language.code, "light_objects")
    return not (plain or mass or light) and bool(brought_in(tokens, i, i, language))


def _is_apposed(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«bei Alpha, der Bank aus Leipzig», «Distel, eine App für …»: a bare singular that is said to be a firm or an app."""
    token, code = tokens[i], language.code
    if i + 3 >= len(tokens) or tokens[i + 1].text != "," or is_declined(tokens, i) or not is_base(token):
        return False
    front = tokens[i - 1] if i else None
    bare = front is None or front.is_a("APPR", "KON", "KOKOM", *FINITE) or front.text in FRONTS
    low = token.low
    mass = low.endswith(tails(code, "abstract_tails", "mass_tails")) and not compound(code, token.text)
    plain = mass or low in language.nouns.heads or token.text in words(code, "light_objects")
    return bare and not plain and apposition(tokens, i, language) in NAMED


def _is_ruled(tokens: Sequence[Token], i: int) -> bool:
    """Behind an article, also one in a preposition: «im Ätzgeschäft»."""
    return is_declined(tokens, i) or (i > 0 and tokens[i - 1].is_a("APPRART"))


def _is_listed(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«die Händler Alpha und Beta»: a new word beside the name behind a class noun."""
    if i < 3 or tokens[i - 1].text not in language.conj.and_also or not tokens[i - 2].text[0].isupper():
        return False
    new = compound(language.code, tokens[i].text) or familiar(language.code, tokens[i].text) in ("", "name")
    new = new or (tokens[i].is_a("NE") and after_class_noun(tokens, i - 2, language))
    plain = class_of(language.code, tokens[i].text) or is_title(language.code, tokens[i].text) or not is_base(tokens[i])
    return bool(new and not plain and after_class_noun(tokens, i - 2, language) and tokens[i - 3].is_a("NN"))


def is_given(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A given name before another word with a capital, whatever stands in front: «des Moguls Rupert Muster»."""
    if i + 1 >= len(tokens):
        return False
    if tokens[i].text not in language.given_names:
        return is_given_noun(tokens, i, language)
    after = tokens[i + 1]
    if i and (tokens[i - 1].is_a("CARD") or tokens[i - 1].lemma in language.word.millions):
        return False  # «3 Millionen Mark Schaden»
    return after.text[0].isupper() and after.text[1:].islower() and after.is_a("NN", "NE", "FM", "ADJ", "XY")


def after_class_noun(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Right behind a noun that names a class or an office, quotation marks left out."""
    noun = before(tokens, i)
    if noun is not None and noun.text in language.prep.like and i > 1:
        noun = tokens[i - 2]  # «Hersteller wie Möwenrad»
        return is_noun(noun) and compound(language.code, tokens[i].text) and bool(noun_class(language.code, noun.text))
    means = noun is not None and i > 1 and noun is tokens[i - 1] and tokens[i - 2].low in language.prep.by_means
    if means and familiar(language.code, tokens[i].text) == "noun":
        return False  # «via App Fahrten buchen»
    if noun is not None and noun is tokens[i - 1] and _are_any(tokens, i, language):
        return False
    return noun is not None and is_noun(noun) and presents(language.code, noun.text)


def _are_any(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«mit neuen Smartphones Kunden locken»: things of a kind and a common noun, no names of them."""
    noun, behind = tokens[i - 1], tokens[i + 1].text if i + 1 < len(tokens) else ""
    plural = noun.is_a("NN") and noun.low.removeprefix(noun.lemma.lower()) in PLURAL
    plural = plural and noun_class(language.code, noun.text) in PRODUCTS
    several = plural and (i < 2 or not tokens[i - 2].is_a("ART", "PPOSAT", "CARD"))
    common = several and behind not in language.conj.comma_and and familiar(language.code, tokens[i].text) == "noun"
    return common and (i < 3 or not tokens[i - 3].is_a("ART", "PPOSAT", "CARD"))
