"""Appositions: which of the phrases before is described, or named, by the one behind the comma («Alpha, ein Anbieter …»)."""

from newsgraph.kin_apposition import is_firm, names_child
from newsgraph.language import Language
from newsgraph.listing import is_place
from newsgraph.phrase import Phrase
from newsgraph.sentence import Token
from newsgraph.wordlist import PRODUCTS, is_child


def described_by(found: list[Phrase], phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> Phrase | None:
    """«Alpha aus Graz, eine Tochter …», «Alpha, seit 2021 eine Tochter …»: the name before what only says where or when."""
    if (office := _office(found, phrase, tokens, language)) is not None:
        return office
    k = len(found) - 1
    while (
        k > 0
        and found[k].prep in language.prep.adverbial
        and not found[k].pronoun
        and (found[k].mention is None or is_place(found[k]))
    ):
        k -= 1
    if k == len(found) - 1 or phrase.prep or phrase.det not in language.det.one:
        return None
    if language.nouns.class_of(tokens[phrase.head].text) == "Place":
        return None  # «in Graz, einer Stadt …»
    inside = {i for f in found[k + 1 :] for i in range(f.first, f.last + 1)}
    gap = [tokens[i] for i in range(found[k].last + 1, phrase.first) if i not in inside]
    commas = sum(t.text == "," for t in gap)
    apart = commas == 1 and all(t.text == "," or t.is_a("ADV", "ADJ(D)") for t in gap)
    return found[k] if apart and is_apposition(found[k], phrase, tokens, language) else None


def noun_before(found: list[Phrase], phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> Phrase | None:
    """«Der größte Rivale von Alpha, die Firma Beta, …»: what a noun with something hung on it is called, in the noun's case."""
    k = len(found) - 1
    while k > 0 and (found[k].prep in language.prep.phrase_of_noun or found[k].link == "genitive"):
        k -= 1
    after = tokens[phrase.last + 1].text if phrase.last + 1 < len(tokens) else "."
    closed = (
        after == "," and phrase.last + 2 < len(tokens) and tokens[phrase.last + 2].is_a("VV(FIN)", "VA(FIN)", "VM(FIN)")
    )
    hung, host = k < len(found) - 1, found[k]
    noun = host.mention is None and host.det not in language.det.no_or_none and host.quantity is None and not host.link
    named = phrase.mention is not None and not phrase.mention.rest and phrase.det in language.det.definite
    firm = is_firm(tokens[host.head].text, language) and host.det in language.det.definite and hung and noun
    if firm and closed and not phrase.det and phrase.mention is not None and not phrase.mention.rest:
        return host if "nom" in host.cases else None  # «Das Start-up für Sensoren, Alpha, wächst»
    agrees = bool(host.cases & phrase.cases) and (closed or not (found[-1].cases & phrase.cases))
    if hung and not named and names_child(host, phrase, tokens, language) and after in (",", ".", "–", ";", ":"):
        return host
    return host if hung and noun and named and agrees and after in (",", ".", "–", ";", ":") else None


def is_apposition(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Alpha, ein Anbieter …» and «der Chef der Bank, Eva Muster,»: one has a name, the other a bare noun with an article."""
    if before.link == "list" and not _closes_list(before, phrase, tokens, language):
        return False
    noun = tokens[phrase.head].text
    title = language.nouns.is_title(noun) or language.nouns.class_of(noun) != ""
    if is_place(before) and phrase.det in language.det.one and (is_firm(noun, language) or is_compound(phrase)):
        return False  # «Alpha mit Sitz in Graz, eine Tochter von Beta»
    bare = phrase.mention is None or bool(phrase.mention.rest)
    first = tokens[phrase.first]  # «Alpha, schärfster Widersacher der Beta AG»
    ranked = not phrase.prep and first.is_a("ADJ(A)") and first.text.endswith(language.ending.superlative)
    described = (
        before.mention is not None
        and not before.mention.rest
        and bare
        and (phrase.det != "" or title or ranked or (not phrase.prep and is_child(language.code, noun)))
        and phrase.quantity is None
    )
    naming = before.mention is None and phrase.mention is not None and phrase.det == "" and before.det != ""
    return (
        described
        or _called(before, phrase, tokens, language)
        or (naming and phrase.mention is not None and phrase.mention.kind == "Person")
    )


def _closes_list(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«A sowie Alpha, eine App»: what follows the last of a list with an article describes it."""
    opening = tokens[before.first - 1].low if before.first else ""
    return opening in language.conj.and_also and phrase.det in language.det.article_any


def _called(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Die größte Kundin, die Reederei Alpha, …»: a noun with an article, and between commas what it is called."""
    if before.mention is not None or phrase.mention is None or phrase.mention.rest:
        return False
    if before.prep != phrase.prep and (phrase.prep or before.link or not (before.cases & phrase.cases)):
        return False  # «durch den größten Rivalen, die Alpha AG, …»
    people = tokens[before.head].text in language.people or tokens[before.head].text in language.demonyms
    product = phrase.mention.kind in PRODUCTS  # «das Produkt der Sachsen, der X5»
    owns = before.link == "genitive" and (before.det in language.det.genitive_owning or (people and product))
    agree = (
        bool(before.cases & phrase.cases) and not owns
    )  # «der Sensor des Hauses, der X5»: not the house is called so
    articles = agree and before.det not in language.det.no_or_none and phrase.det in language.det.definite
    after = tokens[phrase.last + 1].text if phrase.last + 1 < len(tokens) else "."
    return articles and before.quantity is None and before.link != "list" and after in (",", ".", "–", ";", ":")


def _office(found: list[Phrase], phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> Phrase | None:
    """«Der Chef der Alpha AG, Eva Muster,», «der Chef von Alpha, Eva Muster,»: the office that the name fills."""
    before = found[-1]
    if len(found) > 1 and is_compound(found[-2]) and found[-2].last == before.first - 1 and not before.prep:
        before = found[-2]  # «der Chef der Alpha-Tochter Beta, Eva Muster»
    host = found[before.to] if before.link == "genitive" and before.to is not None else None
    k = before.index - 1
    if before.prep in language.prep.of_or_at and k >= 0 and found[k].last == before.first - 1:
        host = found[k]
    between = [tokens[i].text for i in range(found[-1].last + 1, phrase.first)]
    person = phrase.mention is not None and phrase.mention.kind == "Person" and not phrase.det and not phrase.prep
    if host is None or between != [","] or not person or host.mention is not None or not host.det:
        return None
    return host if language.nouns.is_office(tokens[host.head].text) else None


def is_compound(phrase: Phrase) -> bool:
    """«Alpha-Modell»: a name and what the compound says of it."""
    return phrase.mention is not None and phrase.mention.rest != "" and not phrase.mention.adjective
