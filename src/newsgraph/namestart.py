"""Where a name that nobody listed may begin: by the word itself, and by what stands around it."""

from collections.abc import Sequence
from functools import lru_cache

from newsgraph.language import Language
from newsgraph.nameclass import FINITE, QUOTES, apposition, before, is_noun, is_origin, is_person
from newsgraph.naming import is_named as is_named
from newsgraph.numbername import is_number as is_number
from newsgraph.numbername import is_numbered
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar, is_participle
from newsgraph.wordlist import CACHE, class_of, is_kin, is_loanword, is_ordinary, is_title, noun_class, tails, words
from newsgraph.wordlist import has_noun_tail as noun_tail

DETERMINER = ("ART", "PIAT", "PPOSAT", "PDAT", "ADJ(A)", "CARD")
NEVER = ("ART", "APPR", "PPER", "PIS", "PDS", "KO", "ADV", "PPOSAT", "PIAT", "PDAT", "PWAV", "PTK", "PROAV", "VM", "VA")
DATIVE = ("von", "bei", "mit", "zu")  # behind them a plural ends in -n
ACTORS = ("er", "erin", "eur", "ist", "ent", "ant", "or")  # ends of nouns for who does something
NO_DATIVE = ("die", "das", "den", "ein", "eine", "einen", "beim", "vom", "durch", "für")
BARE = ("von", "bei", "gegen")  # prepositions behind which a bare singular is a name


def is_head(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A foreign article before a capital («Le Quotidien»), or a German one behind a class noun («die Zeitung Die Brücke»)."""
    if i + 1 >= len(tokens) or not tokens[i + 1].text[0].isupper():
        return False
    if tokens[i].text in words(language.code, "place_heads"):
        return tokens[i + 1].is_a("NN", "NE", "FM") and class_of(language.code, tokens[i + 1].text) == ""
    return tokens[i].text in words(language.code, "name_heads") or (
        i > 0 and tokens[i].text in ("Der", "Die", "Das") and after_class_noun(tokens, i, language)
    )


def may_start(tokens: Sequence[Token], i: int, language: Language, learnt: frozenset[str] = frozenset()) -> bool:
    """Whether a name nobody listed may begin with this word."""
    token = tokens[i]
    if _is_given(tokens, i, language):
        return True
    if not is_candidate(token, language, slot=True):
        return False
    slot = after_class_noun(tokens, i, language)
    form = i + 1 < len(tokens) and _has_form(tokens, i, language)
    if not is_candidate(token, language, slot=slot or form):
        return False
    sort = familiar(language.code, token.text)
    if form or is_numbered(tokens, i, language) or _is_town(tokens, i, language) or _is_seat(tokens, i, language):
        return True
    if slot:
        return (
            sort in ("", "name")
            or token.text in learnt
            or half_known(token.text, language)
            or _stands_alone(tokens, i, language)
        )
    if token.text in words(language.code, "name_tails"):
        return False
    if token.text in learnt and not _declined(tokens, i):
        return True
    if _is_compound(token.text, language):
        return False
    if is_named(tokens, i, language) or (
        (sort == "" or compound(language.code, token.text))
        and not _declined(tokens, i)
        and apposition(tokens, i, language)
    ):
        return True
    if i == 0 and i + 1 < len(tokens) and tokens[1].is_a("VA") and is_participle(language.code, token.text):
        return False  # «Belichtet wird auf Maschinen …»
    if i == 0 or tokens[i - 1].text in ".:" + QUOTES:
        return sort == "name" or (sort == "" and not has_noun_tail(token.text, language))
    if sort in ("", "name") and _bound(tokens, i) and tokens[i - 1].is_a("NN") and tokens[i].is_a("NN", "NE", "FM"):
        return tokens[i - 1].text.lower().endswith(ACTORS) and not token.text.endswith(("en", "es"))
    if sort == "noun" or (sort == "" and has_noun_tail(token.text, language) and _bare(tokens, i, language)):
        return _bare(tokens, i, language)
    if sort == "" and _is_kind(token.text, language):
        return False
    if (
        sort == ""
        and i
        and is_origin(tokens[i - 1].text, language)
        and (token.is_a("NE") or not has_noun_tail(token.text, language))
    ):
        return True
    if token.is_a("NE", "FM", "XY"):
        return not _articled(tokens, i, language) and (
            sort == "name" or (sort == "" and not (has_noun_tail(token.text, language) and _declined(tokens, i)))
        )
    return token.is_a("NN") and sort == "" and not _declined(tokens, i) and not has_noun_tail(token.text, language)


def _is_given(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A given name before another word with a capital, whatever stands in front: «des Moguls Rupert Muster»."""
    if tokens[i].text not in language.given_names or i + 1 >= len(tokens):
        return False
    after = tokens[i + 1]
    return after.text[0].isupper() and after.text[1:].islower() and after.is_a("NN", "NE", "FM", "ADJ", "XY")


def is_candidate(token: Token, language: Language, *, slot: bool = False) -> bool:
    """A capital (or one inside: «iBlox»), two letters or more, no class noun, title, month or word that is never a name.

    In a `slot` where only names stand, the end of a compound does not make a class noun of it («Funkhaus Neun»).
    """
    return _may_name(token.text, token.tag, language, slot)


@lru_cache(CACHE)
def _may_name(text: str, tag: str, language: Language, slot: bool) -> bool:
    inner = any(c.isupper() for c in text[1:]) and any(c.islower() for c in text)
    if (
        len(text) < 2
        or not (text[0].isupper() or inner)
        or text in words(language.code, "no_names")
        or text in language.months
    ):
        return False
    if "-" in text and not text.split("-")[-1][:1].isupper() and not text.split("-")[-1].isdigit():
        return False
    if tag.startswith(NEVER) or is_loanword(language.code, text):
        return False
    return not is_ordinary(language.code, text, slot)


def _is_compound(text: str, language: Language) -> bool:
    """«KI-Offensive»: hyphens before a known noun."""
    last = text.split("-")[-1]
    return "-" in text and (
        familiar(language.code, last) == "noun"
        or class_of(language.code, last) != ""
        or is_loanword(language.code, last)
        or has_noun_tail(last, language)
    )


def after_class_noun(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Right behind a noun that names a class or an office, quotation marks left out."""
    noun = before(tokens, i)
    if noun is not None and noun.text == "wie" and i > 1:
        noun = tokens[i - 2]  # «Hersteller wie Möwenrad»
        return is_noun(noun) and compound(language.code, tokens[i].text) and bool(noun_class(language.code, noun.text))
    return (
        noun is not None
        and is_noun(noun)
        and bool(
            is_kin(language.code, noun.text)
            or noun_class(language.code, noun.text)
            or is_title(language.code, noun.text)
        )
    )


def half_known(text: str, language: Language) -> bool:
    """«Ems-Orient», «Hallgarten-Voss»: a part that no dictionary has as a noun, and no class noun at the end."""
    parts = text.split("-")
    return (
        len(parts) > 1
        and any(familiar(language.code, p) in ("", "name") for p in parts if p)
        and not class_of(language.code, parts[-1])
    )


def _stands_alone(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a known noun behind a class noun is a name: quoted, before the verb, or nothing a verb could have as its object."""
    if tokens[i - 1].text in QUOTES:
        return True
    if _introduced(tokens, i, language):
        return True
    if is_kin(language.code, tokens[i - 1].text):
        return compound(language.code, tokens[i].text) and (
            "-" in tokens[i - 1].text or _bound(tokens, i) or _countable(tokens[i], language)
        )
    if tokens[i].text in words(language.code, "numbered_nouns"):
        return False
    if not clause_has_verb(tokens, i):
        return True
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
        and following.text == "aus"
        and after + 1 < len(tokens)
        and tokens[after + 1].text[0].isupper()
    ):
        return tokens[i].lemma == tokens[i].text or compound(language.code, tokens[i].text)
    ends = following is None or following.text in ".,;:–" or following.is_a(*FINITE)
    listed = following is not None and following.text in ("und", "sowie", "oder")
    if _no_dative(tokens, i) and (ends or listed) and tokens[i].is_a("NN", "NE", "FM"):
        return tokens[i].text.endswith("chen") or (
            tokens[i].lemma == tokens[i].text and _countable(tokens[i], language)
        )
    if _bound(tokens, i) and ends and compound(language.code, tokens[i].text) and tokens[i].lemma == tokens[i].text:
        return not tokens[i].text.lower().endswith(tails(language.code, "abstract_tails", "mass_tails"))
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


def _introduced(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether the class noun stands behind a preposition, or an adjective of origin («beim Nürnberger Anbieter Kellerhimmel»), and
    the word is neither a plural nor a plain mass: a verb's object would hardly follow there."""
    low, new = tokens[i].text.lower(), compound(language.code, tokens[i].text)
    plain = not new and low.endswith(tails(language.code, "abstract_tails", "mass_tails"))
    plural = tokens[i].lemma.lower() != low and not tokens[i].text.endswith(("er", "chen"))
    if plain or plural or not tokens[i].is_a("NN", "NE") or (not new and low.endswith(("er", "el", "en"))):
        return False
    start = i - 1
    while start > 0 and tokens[start - 1].is_a("ART", "ADJ(A)", "PPOSAT", "CARD") and i - start < 5:
        start -= 1
    origin = any(is_origin(t.text, language) for t in tokens[start : i - 1])
    return origin or tokens[start].is_a("APPRART") or (start > 0 and tokens[start - 1].is_a("APPR"))


def _bound(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun before token i has its determiner or adjective: then what follows it can but name it."""
    return i > 1 and tokens[i - 2].is_a("ART", "APPRART", "PPOSAT", "PDAT", "ADJ(A)")


def _no_dative(tokens: Sequence[Token], i: int) -> bool:
    """Whether the noun before token i cannot be a dative, beside which a bare noun may be an object («der Firma Geld geben»)."""
    k = i - 2
    while k > 0 and tokens[k].is_a("ADJ(A)"):
        k -= 1
    word = tokens[k].text.lower() if k >= 0 else ""
    masculine = tokens[i - 1].text.lower().endswith(("er", "konzern", "riese", "verlag", "dienst", "spezialist"))
    return word in NO_DATIVE or (word == "der" and masculine)


def clause_has_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the clause has had its finite verb, or what sends it to the end (a conjunction, a relative pronoun)."""
    for token in reversed(tokens[:i]):
        if token.text in (":", ";", *QUOTES):
            return False
        if token.is_a(*FINITE, "KOUS", "PREL"):
            return True
    return False


def _countable(token: Token, language: Language) -> bool:
    """A singular that needs an article in German: neither a plural, nor a mass, nor an abstraction."""
    low = token.text.lower()
    plural = token.lemma.lower() != low and familiar(language.code, token.text) != "other"
    return not plural and (
        not low.endswith(("er", "el", "en", *tails(language.code, "abstract_tails", "mass_tails")))
        or low.endswith("eer")
    )


def _bare(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A new compound that can be counted, but stands without article: «von Habichtwerk», «ist Habichtwerk»."""
    front = tokens[i - 1]
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if not (front.is_a("APPR") and front.text.lower() in BARE) or (
        following is not None
        and following.text in ("und", "oder", "bis")
        and not (i + 2 < len(tokens) and tokens[i + 2].is_a("APPR"))
    ):
        return False
    new = compound(language.code, tokens[i].text) or familiar(language.code, tokens[i].text) == ""
    single = (
        front.text.lower() in DATIVE and tokens[i].text.endswith(("er", "el")) and tokens[i].lemma == tokens[i].text
    )
    return new and (_countable(tokens[i], language) or single)


def _is_town(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«in Salzwedel», «aus Coesfeld»: a compound that ends as towns do, without article behind a preposition of place."""
    token = tokens[i]
    if (
        not i
        or tokens[i - 1].text.lower() not in ("in", "aus", "nach", "bei", "für")
        or not token.text.endswith(tails(language.code, "place_tails"))
    ):
        return False
    return compound(language.code, token.text) and not class_of(language.code, token.text) and token.lemma == token.text


def _is_kind(text: str, language: Language) -> bool:
    """«Regionalbank»: a class noun behind a word that tells what sort, and not behind a name («Merkurbank»)."""
    low = text.lower()
    if class_of(language.code, text) != "Company":
        return False
    for length in range(4, len(low) - 3):
        head, tail = low[:-length], low[-length:]
        if tail in language.nouns.heads:
            return any(familiar(language.code, h.title()) in ("noun", "other") for h in (head, head.removesuffix("s")))
    return False


def _is_seat(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«mit Sitz in Mattighofen»: what follows is a town, whatever its form."""
    if i < 2 or tokens[i - 1].text != "in" or not tokens[i - 2].text.lower().endswith(("sitz", "zentrale", "quartier")):
        return False
    return tokens[i].is_a("NN", "NE", "FM") and not class_of(language.code, tokens[i].text)


def _declined(tokens: Sequence[Token], i: int) -> bool:
    """Behind a determiner or an adjective; a capital in mid-sentence is no adjective's («dem Chipentwerfer Alpha»)."""
    return (
        i > 0
        and tokens[i - 1].is_a(*DETERMINER)
        and not (i > 1 and tokens[i - 1].is_a("ADJ") and tokens[i - 1].text[0].isupper())
    )


def _articled(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """A single unknown word behind an article («das Abo»): an ordinary noun, unless capitals, a digit or an origin mark it."""
    text, front = tokens[i].text, tokens[i - 1]
    if not front.is_a("ART", "PIAT", "PPOSAT", "PDAT", "ADJ(A)") or is_origin(front.text, language):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    more = following is not None and (
        (following.is_a("NE", "FM") and following.text[0].isupper())
        or following.text[0].isdigit()
        or following.text in ("du", "de", "of", "&")
    )
    return text[1:].islower() and not more and not is_person(tokens, i, i, language)


def _has_form(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether a legal form, or a word that names of companies end with, follows: «Almtal GmbH», «Rheinufer Ventures»."""
    if i + 1 >= len(tokens) or (tokens[i].is_a("VV") and i == 0):
        return False
    after = tokens[i + 1].text
    if after == "&" and i + 2 < len(tokens) and tokens[i + 2].text[0].isupper():
        return not (_is_plain(tokens[i], language) and _is_plain(tokens[i + 2], language))
    if after in language.nouns.legal_forms and len(after) > 1:
        return tokens[i].is_a("NN", "NE", "FM", "XY") and tokens[i].text.lower() not in language.nouns.heads
    if after not in words(language.code, "name_tails"):
        return False
    return after not in words(language.code, "weak_tails") and not (
        _is_plain(tokens[i], language) and _declined(tokens, i)
    )


def _is_plain(token: Token, language: Language) -> bool:
    """A noun of the lexicon that is no compound, or a plural."""
    return familiar(language.code, token.text) in ("noun", "other") and not (
        compound(language.code, token.text) and token.lemma == token.text
    )


def has_noun_tail(text: str, language: Language) -> bool:
    """Whether a known noun of four letters or more ends the word: then it is rather a compound than a name."""
    return noun_tail(language.code, text)
