"""A common noun that stands where only names do: right behind a class noun, or bare where it needs an article."""

from collections.abc import Sequence

from newsgraph.barefirm import has_object, is_base
from newsgraph.language import Language
from newsgraph.nameclass import FINITE, QUOTES, is_origin
from newsgraph.operated import is_operated
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar
from newsgraph.tagset import beginning
from newsgraph.wordlist import PRODUCTS, class_of, is_kin, is_loanword, noun_class, tails, words

ENDS_VERB = beginning(*FINITE, "KOUS", "PREL")  # tags: the verb has been, or stands at the end
CLOSING = ("VV(PP)", "VV(INF)", "VV(IZU)", "PTKVZ", "PTKZU")  # what ends a clause beside its finite verb


def stands_alone(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a known noun behind a class noun is a name: quoted, before the verb, or nothing a verb could have as its object."""
    if tokens[i - 1].text in QUOTES:
        return True
    if _introduced(tokens, i, language) or _beside_object(tokens, i, language):
        return True
    if _is_single(tokens, i, language) and not tokens[i].text.endswith(language.ending.same_plural):
        return True
    if is_kin(language.code, tokens[i - 1].text):
        ends = i + 1 == len(tokens) or tokens[i + 1].text in ".,;:–("
        new = compound(language.code, tokens[i].text) or (ends and is_loanword(language.code, tokens[i].text))
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        if behind is not None and behind.is_a("PTKVZ") and behind.text in language.prep.number_front:
            return False  # «wirft dem Rivalen Spionage vor»
        return new and ("-" in tokens[i - 1].text or is_bound(tokens, i) or _countable(tokens[i], language))
    if tokens[i].text in words(language.code, "numbered_nouns"):
        return False
    if not clause_has_verb(tokens, i):
        return True
    if is_operated(tokens, i - 1, language) and is_base(tokens[i]) and compound(language.code, tokens[i].text):
        return True
    if _is_told(tokens, i, language) and compound(language.code, tokens[i].text) and is_base(tokens[i]):
        return True
    if i > 1 and tokens[i - 2].low in language.det.accusative and not is_base(tokens[i - 1]) and not is_base(tokens[i]):
        return False  # «wirft den Firmen Preisabsprachen vor»: dative and object
    after = i + 1
    while after < len(tokens) and tokens[after].text[0].isupper() and tokens[after].is_a("NN", "NE", "FM"):
        after += 1
    following = tokens[after] if after < len(tokens) else None
    if after > i + 1 or (
        following is not None and following.is_a(*FINITE) and not any(t.is_a("KOUS", *FINITE) for t in tokens[:i])
    ):
        return True
    if (
        following is not None
        and following.text in language.prep.out_of
        and after + 1 < len(tokens)
        and tokens[after + 1].text[0].isupper()
    ):
        return tokens[i].lemma == tokens[i].text or compound(language.code, tokens[i].text)
    ends = following is None or following.text in ".,;:–" or following.is_a(*FINITE)
    listed = following is not None and following.text in language.conj.joining_words
    accusative = tokens[i - 2].low in language.det.masculine_accusative_this and is_base(
        tokens[i - 1]
    )  # the object stands there
    closes = ends or (following is not None and following.is_a(*CLOSING) and following.lemma not in language.verb.cost)
    if is_base(tokens[i]) and ((accusative and (closes or listed)) or has_object(tokens, i, language)):
        return True
    if _no_dative(tokens, i, language) and (ends or listed) and tokens[i].is_a("NN", "NE", "FM"):
        return tokens[i].text.endswith(language.ending.small) or (
            is_base(tokens[i]) and _countable(tokens[i], language)
        )
    if is_bound(tokens, i) and ends and compound(language.code, tokens[i].text) and is_base(tokens[i]):
        return not tokens[i].low.endswith(tails(language.code, "abstract_tails", "mass_tails"))
    if compound(language.code, tokens[i].text) or (
        familiar(language.code, tokens[i].text) == "other"
        and tokens[i].is_a("NN", "NE")
        and not tokens[i].text.endswith("es")
    ):
        return _countable(tokens[i], language)
    return (
        following is not None
        and not following.is_a("APPR", "ART", "ADV", "PTK", "KON", "ADJ", "VV", "VA", "VM", "$")
        and following.text not in ".,;:"
    )


def is_done_to(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«muss der Konzern Teile seines Geschäfts verkaufen», «vermittelt via App Fahrten», «Anbieter Künstlicher Intelligenz»: a
    plural with a genitive, or behind a noun without article; an adjective in the genitive and its noun."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or familiar(language.code, tokens[i].text) not in ("noun", "other"):
        return False
    if tokens[i].is_a("ADJ") and tokens[i].text.endswith("er"):
        return after.is_a("NN") and familiar(language.code, after.text) == "noun"
    if not tokens[i].is_a("NN") or is_base(tokens[i]):
        return False
    return (after.text in language.det.genitive_forms and clause_has_verb(tokens, i)) or _is_means(
        tokens, i - 1, language
    )


def _is_means(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«via App», «per Internetportal»: a product without article right behind a preposition."""
    return i > 0 and tokens[i - 1].is_a("APPR") and noun_class(language.code, tokens[i].text) in PRODUCTS


def _beside_object(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«an der der Konzern Alphatel einen Anteil hält»: the verb's object stands right behind, so that the noun is none."""
    behind = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return is_bound(tokens, i) and is_base(tokens[i]) and behind in language.det.masculine_accusative_this


def _is_single(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Dann muss der Hersteller Dachs zahlen»: a singular that needs an article, and makes no idiom with a verb."""
    token = tokens[i]
    plain = token.is_a("NN", "NE", "FM") and is_base(token) and _countable(token, language)
    return (
        plain
        and is_bound(tokens, i)
        and _names_it(tokens, i, language)
        and token.text not in words(language.code, "light_objects") | words(language.code, "numbered_nouns")
    )


def _names_it(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the noun before says what bears the name: a firm, or a thing if no verb ends the clause."""
    noun = tokens[i - 1].text
    kind = noun_class(language.code, noun)
    if kind == "Company" or is_kin(language.code, noun):
        return True
    return kind in PRODUCTS and not (i + 1 < len(tokens) and tokens[i + 1].is_a(*CLOSING))


def _is_told(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Bekannter ist die App Fleckfix, …»: the verb is «sein», which has no object."""
    finite = next((t for t in reversed(tokens[:i]) if t.is_a(*FINITE)), None)
    ends = i + 1 == len(tokens) or tokens[i + 1].text in ".,;:–("
    return finite is not None and finite.lemma.lower() in language.verb.copula and is_bound(tokens, i) and ends


def _introduced(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the class noun stands behind a preposition, or an adjective of origin («beim Nürnberger Anbieter Kellerhimmel»), and
    the word is neither a plural nor a plain mass: a verb's object would hardly follow there."""
    low, new = tokens[i].low, compound(language.code, tokens[i].text)
    other = i + 1 < len(tokens) and tokens[i + 1].is_a("ART", "PPOSAT")  # what the verb takes: «ein Bußgeld»
    thing = noun_class(language.code, tokens[i - 1].text) in PRODUCTS and tokens[i].text not in words(
        language.code, "light_objects"
    )
    other = other or (thing and (i + 1 == len(tokens) or tokens[i + 1].text in ",."))  # «auf ihr Modell Rheingold, das»
    plain = not (new or other) and low.endswith(tails(language.code, "abstract_tails", "mass_tails"))
    plural = not is_base(tokens[i]) and not tokens[i].text.endswith(("er", "chen"))
    if plain or plural or not tokens[i].is_a("NN", "NE") or (not new and low.endswith(("er", "el", "en"))):
        return False
    start = i - 1
    while start > 0 and tokens[start - 1].is_a("ART", "ADJ(A)", "PPOSAT", "CARD") and i - start < 5:
        start -= 1
    origin = any(is_origin(t.text, language) for t in tokens[start : i - 1])
    return origin or tokens[start].is_a("APPRART") or (start > 0 and tokens[start - 1].is_a("APPR"))


def is_bound(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun before token i has its determiner or adjective: then what follows it can but name it."""
    return i > 1 and tokens[i - 2].is_a("ART", "APPRART", "PPOSAT", "PDAT", "ADJ(A)") and not _is_many(tokens, i - 2)


def _is_many(tokens: Sequence[Token], i: int) -> bool:
    """«anderen Unternehmen», «vielen Kunden»: a plural without article, which no name follows."""
    article = i and tokens[i - 1].is_a("ART", "APPRART", "PPOSAT", "PDAT", "CARD")
    return bool(
        not article and tokens[i].is_a("ADJ(A)") and tokens[i].text.endswith("en") and tokens[i + 1].text.endswith("en")
    )


def _no_dative(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the noun before token i cannot be a dative, beside which a bare noun may be an object («der Firma Geld geben»)."""
    k = i - 2
    while k > 0 and tokens[k].is_a("ADJ(A)"):
        k -= 1
    word = tokens[k].low if k >= 0 else ""
    masculine = tokens[i - 1].low.endswith(language.ending.actor)
    nominative = k < i - 2 and tokens[k + 1].text.endswith("e")  # «der neue Prozessor»: a dative or genitive has -en
    return word in language.det.no_dative or (word in language.det.masculine and (masculine or nominative))


def clause_has_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the clause has had its finite verb, or what sends it to the end (a conjunction, a relative pronoun)."""
    for token in reversed(tokens[:i]):
        if token.text in (":", ";", *QUOTES):
            return False
        if token.tag in ENDS_VERB:
            return True
    return False


def _countable(token: Token, language: Language) -> bool:
    """A singular that needs an article in German: neither a plural, nor a mass, nor an abstraction."""
    low = token.low
    plural = not is_base(token) and familiar(language.code, token.text) != "other"
    return not plural and (
        not low.endswith(("er", "el", "en", *tails(language.code, "abstract_tails", "mass_tails")))
        or low.endswith("eer")
    )


def is_bare(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A new compound that can be counted, but stands without article: «von Habichtwerk», «ist Habichtwerk»."""
    front = tokens[i - 1]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if not (front.is_a("APPR") and front.low in language.prep.bare_name) or (
        following is not None
        and following.text in language.conj.and_or_until
        and not (i + 2 < len(tokens) and tokens[i + 2].is_a("APPR"))
    ):
        return False
    if i > 1 and (
        class_of(language.code, tokens[i - 2].text) == "Regulation"
        or tokens[i - 2].low.endswith(tails(language.code, "of_thing_nouns"))
    ):
        return False  # «ein Gesetz gegen Wegwerfmode», «die Verhinderung von Geldwäsche»
    new = compound(language.code, tokens[i].text) or familiar(language.code, tokens[i].text) == ""
    single = (
        front.low in language.prep.dative
        and tokens[i].text.endswith(("er", "el"))
        and tokens[i].lemma == tokens[i].text
    )
    return new and (_countable(tokens[i], language) or single)
