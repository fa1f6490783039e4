"""Signs of a name, or of a common noun, at a word with a capital: a legal form, a town's ending, an article before it."""

from collections.abc import Sequence
from functools import cache

from newsgraph.language import Language
from newsgraph.nameclass import is_origin
from newsgraph.personname import is_person, is_trade
from newsgraph.placename import nationality
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar
from newsgraph.tagset import ADJECTIVE, WRITTEN, beginning
from newsgraph.wordlist import class_of, presents, tails, words

DETERMINER = ("ART", "PIAT", "PPOSAT", "PDAT", "ADJ(A)", "CARD")
DETERMINED = beginning(*DETERMINER)


def in_title(tokens: Sequence[Token], i: int) -> bool:
    """«Chief Growth Officer»: whether the word is one of a title's."""
    low = max(0, i - 2)
    around = [t.text for t in tokens[low : i + 3]]
    if "Chief" not in around or "Officer" not in around:
        return False
    return around.index("Chief") <= i - low <= around.index("Officer")


def is_town(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«in Salzwedel», «aus Coesfeld»: a compound that ends as towns do, without article behind a preposition of place."""
    token = tokens[i]
    if not token.text.endswith(tails(language.code, "place_tails")) or token.text.endswith(
        tails(language.code, "no_place_tails")
    ):
        return False
    if _in_front(tokens, i, language) not in language.prep.sign_front:
        return False
    new = familiar(language.code, token.text) == ""
    known = compound(language.code, token.text) and token.lemma == token.text
    known = known and not token.low.endswith(tails(language.code, "mass_tails"))  # «in Staatsbesitz»
    return (new or known) and not class_of(language.code, token.text)


def _in_front(tokens: Sequence[Token], i: int, language: Language) -> str:
    """The preposition before a word; with a country's adjective between: «im hessischen Neckarlohe», «aus dem badischen …»."""
    low = [t.low for t in tokens[max(0, i - 3) : i]]
    if low and low[-1].endswith(language.ending.origin_adjective) and nationality(tokens[i - 1], language):
        low = [w for w in low[:-1] if w not in language.det.dative]
        return language.grammar["fronts_of_towns"].get(low[-1], "") if low else ""
    return low[-1] if low else ""


def is_kind(text: str, language: Language) -> bool:
    """«Regionalbank», «Kryptoplattform»: a class noun behind a word that tells what sort, and not behind a name («Alphabank»)."""
    low = text.lower()
    if class_of(language.code, text) not in ("Company", "App"):
        return False
    for length in range(4, len(low) - 3):
        head, tail = low[:-length], low[-length:]
        if tail in language.nouns.heads:
            return any(_tells_sort(h.title(), language) for h in (head, head.removesuffix("s")))
    return False


def _tells_sort(front: str, language: Language) -> bool:
    return familiar(language.code, front) in ("noun", "other") or front in words(language.code, "compound_parts")


def is_seat(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«mit Sitz in Mattighofen»: what follows is a town, whatever its form."""
    if i < 2 or tokens[i - 1].text not in language.prep.in_ or not tokens[i - 2].low.endswith(language.ending.seat):
        return False
    return tokens[i].is_a("NN", "NE", "FM") and not class_of(language.code, tokens[i].text)


def is_declined(tokens: Sequence[Token], i: int) -> bool:
    """Behind a determiner or an adjective; a capital in mid-sentence is no adjective's («dem Chipentwerfer Alpha»)."""
    return (
        i > 0
        and tokens[i - 1].tag in DETERMINED
        and not (i > 1 and tokens[i - 1].is_a("ADJ") and tokens[i - 1].text[0].isupper())
    )


def is_articled(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A single unknown word behind an article («das Abo»): an ordinary noun, unless capitals, a digit or an origin mark it."""
    text, front = tokens[i].text, tokens[i - 1]
    if not front.is_a("ART", "PIAT", "PPOSAT", "PDAT", "ADJ(A)") or is_origin(front.text, language):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    more = following is not None and (
        (following.is_a("NE", "FM") and following.text[0].isupper())
        or following.text[0].isdigit()
        or following.text in language.conj.name_links
        or following.text in words(language.code, "name_tails")
        or (
            front.is_a("ART") and following.is_a("NN") and is_trade(following.text, language)
        )  # «die Alpha Luftrettung»
    )
    return text[1:].islower() and not more and not is_person(tokens, i, i, language)


def has_form(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a legal form, or a word that names of companies end with, follows: «Almtal GmbH», «Rheinufer Ventures»."""
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if len(after) == 1 and after.isupper() and i + 2 < len(tokens):
        return tokens[i + 2].text in words(language.code, "name_tails")  # «Mond B Foods»
    if formed(tokens, i, language) is not None:
        return True
    if after not in _forms(language) or (tokens[i].is_a("VV") and i == 0):
        return False
    if after == "&" and i + 2 < len(tokens) and tokens[i + 2].text[0].isupper():
        return not (_is_plain(tokens[i], language) and _is_plain(tokens[i + 2], language))
    if after in language.nouns.legal_forms and len(after) > 1:
        word = tokens[i].is_a("NN", "NE", "FM", "XY") or (tokens[i].is_a("CARD") and tokens[i].text[0].isalpha())
        return word and tokens[i].low not in language.nouns.heads  # also «Alpha24 AG»
    if after not in words(language.code, "name_tails"):
        return False
    return after not in words(language.code, "weak_tails") and not (
        after not in ("Fund", "Group", "Holdings", "Ventures")
        and _is_plain(tokens[i], language)
        and is_declined(tokens, i)
    )


def is_firm_quality(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«die Westdeutsche Alpha AG»: an adjective has no capital but in a name; what ends as «Kölner» does always has."""
    if (
        i + 2 >= len(tokens)
        or tokens[i].tag not in ADJECTIVE
        or not tokens[i].text.endswith(language.ending.firm_quality)
    ):
        return False
    form, noun = tokens[i + 2].text, tokens[i + 1]
    return (
        form in language.nouns.legal_forms and len(form) > 1 and noun.text[0].isupper() and noun.is_a("NN", "NE", "FM")
    )


def formed(tokens: Sequence[Token], i: int, language: Language) -> int | None:
    """The legal form that ends a name of several words, of which no dictionary has the first: «die Alpha Batteries AB»."""
    if i + 2 >= len(tokens) or not tokens[i + 1].text[0].isupper():
        return None  # asked first, as few words have a capital behind them
    if i and is_firm_quality(tokens, i, language):
        return i + 2
    if i and tokens[i - 1].text[0].isupper() and not tokens[i - 1].is_a("NN", "ART"):
        return None
    if tokens[i].tag not in WRITTEN or not _may_open(tokens, i, language):
        return None
    for k in range(i + 1, min(i + 5, len(tokens))):
        if tokens[k].text in language.nouns.legal_forms and len(tokens[k].text) > 1:
            return k if k > i + 1 else None
        if not tokens[k].text[0].isupper() or tokens[k].tag not in WRITTEN:
            return None
    return None


def _may_open(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a name of several words may begin with the word: no dictionary has it, or it is right behind an article."""
    if familiar(language.code, tokens[i].text) in ("", "name"):
        return True
    article = i > 0 and tokens[i - 1].is_a("ART") and tokens[i - 1].low in language.det.feminine_any
    return (
        article and tokens[i].is_a("NN") and not presents(language.code, tokens[i].text)
    )  # «die Almwelt Portale GmbH»


@cache
def _forms(language: Language) -> frozenset[str]:
    """The words that, behind a name, say that it is a company's."""
    return frozenset(("&", *language.nouns.legal_forms, *words(language.code, "name_tails")))


def _is_plain(token: Token, language: Language) -> bool:
    """A noun of the lexicon that is no compound, or a plural."""
    return familiar(language.code, token.text) in ("noun", "other") and not (
        compound(language.code, token.text) and token.lemma == token.text
    )
