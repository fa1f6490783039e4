"""Names that nobody listed: where one begins and how far it goes.

German writes every noun with a capital, so a capital says little. A word begins a name when no dictionary knows it
(HanTa's strict analysis, compounds included) or when it stands where German puts nothing but names: right behind a noun
that names a class («der Autobauer Alpha»), before a legal form or a number («Orkan 7»), bare where a noun that can be
counted needs an article («die Drohnen von Habichtwerk»). The class is the business of `nameclass`.
"""

from collections.abc import Sequence

from newsgraph.barefirm import is_base
from newsgraph.barename import clause_has_verb
from newsgraph.closedname import is_offspring, two_words
from newsgraph.language import Language
from newsgraph.nameclass import FINITE, before
from newsgraph.names import Names, may_begin
from newsgraph.namesign import formed
from newsgraph.namestart import after_class_noun, is_head, may_start
from newsgraph.nameword import has_noun_tail, is_candidate
from newsgraph.naming import is_named
from newsgraph.numbername import is_number
from newsgraph.oddname import is_model, odd_end
from newsgraph.pairname import paired
from newsgraph.personname import is_asian, is_given_noun, is_person, is_trade
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar
from newsgraph.timeword import tells_time
from newsgraph.wordlist import PRODUCTS, class_of, is_title, noun_class, tails, words

LONGEST = 7


def run(tokens: Sequence[Token], i: int, language: Language, names: Names, learnt: frozenset[str]) -> int | None:
    """The last token of a new name that begins at token i; None where none begins."""
    head = is_head(tokens, i, language)
    if tokens[i].text in language.nouns.legal_forms:
        return None  # it ends a name
    pair = not head and (
        paired(tokens, i, language) or two_words(tokens, i, language) or is_given_noun(tokens, i, language)
    )
    if not (head or pair or may_start(tokens, i, language, learnt)):
        return None
    last = formed(tokens, i, language) or odd_end(tokens, i, language) or i + pair
    while last + 1 < len(tokens) and last - i < LONGEST:
        after = last + 1
        if tells_time(tokens, after, language):
            break
        if not (head and last == i) and _bears_place(tokens, i, after, language):
            last = after
            continue
        surname = last == i and tokens[i].text in language.given_names and tokens[after].is_a("NE", "NN")
        if (
            not surname
            and starts_known(tokens, after, names, language)
            and tokens[after].text not in language.nouns.legal_forms
            and not _doubled(tokens, i, after, language, names)
        ):
            break
        if continues(tokens, i, after, language, learnt) or (head and last == i):
            last = after
        elif (
            tokens[after].text in language.prep.in_the_dative
            and after + 1 < len(tokens)
            and tokens[after + 1].text in words(language.code, "place_waters")
        ) or _bridges(tokens, i, after, language):
            last = after + 1
        elif tokens[after].text in language.prep.noble and _noble(tokens, i, after, language):
            last = after + 2
        elif tokens[after].text in words(language.code, "name_links") and _links(tokens, i, after, language):
            last = after + 1
        else:
            break
    return None if head and last == i else last


def _bears_place(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """«Rührwerk Uzwil»: the place right behind a new name is part of it; «Alphas Berlin» is not one."""
    place = language.places.get(tokens[i].text)
    if (
        place is None
        or place.ambiguous
        or tokens[i - 1].text.endswith("s")
        or is_person(tokens, first, i - 1, language)
    ):
        return False
    return after_class_noun(tokens, first, language) and not tokens[i - 1].text[0].isdigit()


def starts_known(tokens: Sequence[Token], i: int, names: Names, language: Language) -> bool:
    """Whether a listed name, or a place, begins here."""
    hit = names.at([t.text for t in tokens[i : i + LONGEST]]) if may_begin(names, tokens[i].text) else None
    return (hit is not None and not hit[1].ambiguous) or language.is_major(tokens[i].text)


def _doubled(tokens: Sequence[Token], first: int, i: int, language: Language, names: Names) -> bool:
    """«der Konzern Alpha Beta, …»: behind a class noun a listed company's name goes on with it, where no verb could part them."""
    hit = names.at([t.text for t in tokens[i : i + LONGEST]]) if may_begin(names, tokens[i].text) else None
    if hit is None or hit[1].kind != "Company" or not after_class_noun(tokens, first, language):
        return False
    end = tokens[i + hit[0]] if i + hit[0] < len(tokens) else None
    apart = clause_has_verb(tokens, first) or tokens[i - 1].text.endswith("s")
    return not apart and (end is None or not end.text[0].isalnum() or end.is_a(*FINITE))


def continues(tokens: Sequence[Token], first: int, i: int, language: Language, learnt: frozenset[str]) -> bool:
    """Whether the word belongs to the name that began at `first`."""
    token, code = tokens[i], language.code
    text = token.text
    if text in words(language.code, "name_tails") or text in language.nouns.legal_forms:
        return True
    if is_number(tokens, i, language) or is_model(tokens, i):
        return True
    if not text[0].isupper():
        return False
    if i > first + 1 and text.lower() in language.grammar["certainty"]["denial"] and token.is_a("NN"):
        return False  # «nannte Chef Max Muster Unsinn»
    if len(text) == 1 and first and noun_class(code, tokens[first - 1].text) in PRODUCTS:
        return True  # «den Messenger Alpha X»
    given = tokens[first].text in language.given_names
    if len(text) == 1 and i + 1 < len(tokens) and tokens[i + 1].text in words(language.code, "name_tails"):
        return True  # «Mond B Foods»
    if len(text) == 1 and i == first + 1:
        return not given and (tokens[first].text in learnt or after_class_noun(tokens, first, language))  # «Alpha X»
    person = text in language.given_names and not given and tokens[first].text in learnt and i + 1 < len(tokens)
    if person and tokens[i + 1].text[0].isupper() and tokens[i + 1].is_a("NE", "NN", "FM", "XY"):
        return False  # «Auf Muster folgt bei Alpha Max Probe»
    both = i == first + 1 and token.is_a("NN") and familiar(code, text) == "noun"
    names = any(t.lemma.lower() in words(language.code, "naming_verbs") for t in tokens[i + 1 : i + 2])
    if both and names and familiar(code, tokens[first].text) == "":
        return True  # «die bis 2020 Alpha Chemie hieß»
    if (
        not given
        and tokens[first].text in learnt
        and i + 1 < len(tokens)
        and tokens[i + 1].lemma.lower() in words(language.code, "naming_verbs")
        and (first > 0 or i + 2 >= len(tokens) or not tokens[i + 2].text[0].isalnum())
    ):
        return False  # «wo Alpha Beta heißt», not «Alpha Beta hieß bis 2022 …»
    noun = i == first + 1 and token.is_a("NN", "NE") and class_of(code, text) == ""
    if i == first + 1 and text in words(code, "product_words") and tokens[first].text in learnt:
        return True  # «Alpha Mail»
    if noun and is_named(tokens, first, language) and (compound(code, text) or token.lemma == text):
        return True  # «hieß noch Nebeltonne Zürichsee»
    if is_asian(tokens, first, i, language) or _is_surname(tokens, first, i, language):
        return True
    if token.is_a("ADJ") and i > 0 and familiar(code, tokens[first].text) in ("", "name"):
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        return following is None or not following.is_a("NN", "NE", "ADJ")  # no adjective has a capital but in a name
    if tokens[i - 1].text in language.given_names and text[1:].islower() and not class_of(code, text):
        return token.is_a("NE", "NN", "FM", "XY")
    if i == first + 1 and token.is_a("NN") and is_offspring(tokens, i, language) and is_base(token):
        return familiar(language.code, tokens[first].text) == ""  # «erhielt Alpha Transport, ein Ableger der Bahn»
    if not is_candidate(token, language, slot=after_class_noun(tokens, first, language)):
        return (
            i == first + 1 and after_class_noun(tokens, first, language) and _noun_goes_on(tokens, first, i, language)
        )
    if tokens[i - 1].text in language.given_names or (is_person(tokens, first, first, language) and i == first + 1):
        return True
    if familiar(code, text) in ("", "name") and not (token.is_a("NN") and has_noun_tail(text, language)):
        return True
    return text in learnt or _noun_goes_on(tokens, first, i, language)


def _is_surname(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """«Alpha-Geschäftsführer Xaveria Mehl»: an ordinary noun behind a word that no dictionary has, both behind an office."""
    front = before(tokens, first)
    titled = i == first + 1 and front is not None and language.nouns.is_office(front.text.rpartition("-")[2])
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    ends = following is None or following.text in ",.()" or following.is_a(*FINITE)
    return titled and ends and tokens[i].is_a("NN") and familiar(language.code, tokens[first].text) in ("", "name")


def _noun_goes_on(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """A common noun as the second word of a name («Alpha Mikrosysteme»): behind a class noun, or with no verb that takes it."""
    if tokens[first].text.endswith("s") and tokens[first].lemma.lower() == tokens[first].text[:-1].lower():
        return False  # «Alphas Mikrosysteme»
    behind = after_class_noun(tokens, first, language)
    new = (
        behind
        or familiar(language.code, tokens[first].text) in ("", "name")
        or compound(language.code, tokens[first].text)
    )
    if not (tokens[i].is_a("NN", "NE", "FM") or (behind and tokens[i].is_a("CARD"))) or not new:
        return False
    if behind and _is_object(tokens, i, language):
        return False
    if i == first + 1 and is_trade(tokens[i].text, language) and _articled(tokens, first):
        return familiar(language.code, tokens[first].text) in (
            "",
            "name",
        )  # «die Alpha Luftrettung»: no «Alpha-Luftrettung»
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    free = following is None or not following.is_a("VV(PP)", "VV(INF)", "VV(IZU)", "PTKZU", "NN", "NE")
    if behind:
        return free or not clause_has_verb(tokens, i)
    if i == first + 1 and following is not None and following.text in language.prep.out_of and is_base(tokens[i]):
        return True  # «die Alphaguss Muster aus Graz»
    if first and tokens[first - 1].low in language.prep.bare_name and following is not None:
        return following.text in language.conj.out_of_or_comma and i == first + 1
    finite = following is not None and following.is_a(*FINITE)
    return free and finite and first == 0


def _articled(tokens: Sequence[Token], first: int) -> bool:
    """Behind an article that is no relative pronoun."""
    return first > 0 and tokens[first - 1].is_a("ART") and not (first > 1 and tokens[first - 2].text == ",")


def _bridges(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """«Velmora Lithium Quantelis»: a noun between two words that no dictionary has."""
    if i + 1 >= len(tokens) or not tokens[i].is_a("NN", "FM", "XY") or not tokens[i].text[0].isupper():
        return False
    code, new = language.code, ("", "name")
    plain = (
        class_of(code, tokens[i].text) == "" and not is_title(code, tokens[i].text) and tokens[i + 1].text[0].isupper()
    )
    unknown = familiar(code, tokens[first].text) in new and familiar(code, tokens[i + 1].text) == ""
    ended = tokens[first].text.endswith("s") or tokens[i + 1].text in language.given_names
    return (
        plain
        and unknown
        and not ended
        and tokens[i + 1].is_a("NE", "FM", "XY")
        and tokens[i - 1].is_a("NE", "FM", "XY")
    )


def _is_object(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«fertigt der Zulieferer Alpha Sensoren»: a plural or a mass behind the verb, which needs no article to be its object."""
    low = tokens[i].low
    if (
        tokens[i].is_a("NE", "FM", "CARD")
        or not clause_has_verb(tokens, i)
        or low.endswith(tails(language.code, "firm_plurals"))
    ):
        return False
    plural = familiar(language.code, tokens[i].text) == "noun" and not is_base(tokens[i])
    return plural or low.endswith(tails(language.code, "abstract_tails"))


def _links(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """Small words inside a name: «Alpha & Beta», «Eva von der Alm», «Banque du Quantelis»."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not after.text[0].isupper():
        return False
    if tokens[i].text == "&" or (tokens[i].text == "+" and tokens[i - 1].text[0].isupper() and i + 2 < len(tokens)):
        return True
    if not may_start(tokens, i + 1, language):
        return False
    if tokens[i].text in language.conj.foreign_of and familiar(language.code, tokens[first].text) in (
        "",
        "name",
    ):
        return True
    return tokens[i].text in language.conj.noble and _is_person(tokens, first, language)


def _noble(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """«Eva von der Alm», «Max van den Berg»."""
    if (
        i + 2 >= len(tokens)
        or tokens[i + 1].text not in language.det.article_dative_or_to
        or not tokens[i + 2].text[0].isupper()
    ):
        return False
    if i + 3 < len(tokens) and tokens[i + 3].is_a("NN") and tokens[i + 2].text.endswith("er"):
        return False  # «Eva Muster von der Grazer Firma»
    if tokens[i + 2].text.isupper():
        return False  # «Eva Muster von der GLB Bau»
    plain = tokens[i + 2].low.endswith(tails(language.code, "abstract_tails"))  # «Eva Muster von der Firmenberatung»
    return is_person(tokens, first, i - 1, language) and not plain and not class_of(language.code, tokens[i + 2].text)


def _is_person(tokens: Sequence[Token], first: int, language: Language) -> bool:
    noun = before(tokens, first)
    return is_person(tokens, first, first, language) or (noun is not None and is_title(language.code, noun.text))
