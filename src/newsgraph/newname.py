"""Names that nobody listed: where one begins, how far it goes, and which class the words around it give it.

German writes every noun with a capital, so a capital says little. A word begins a name when the tagger says so or no
dictionary knows it (HanTa's strict analysis, compounds included), or when it stands right behind a noun that names a
class («der Autobauer Alpha»), where German puts nothing but names.
"""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.names import Names
from newsgraph.sentence import Token
from newsgraph.tagger import familiar

QUOTES = "\"„“”»«'’‚‘›‹"
LONGEST = 7
VERB = ("VV", "VA", "VM")
DETERMINER = ("ART", "PIAT", "PPOSAT", "PDAT", "ADJ(A)", "CARD")


def run(tokens: Sequence[Token], i: int, language: Language, names: Names, learnt: frozenset[str]) -> int | None:
    """The last token of a new name that begins at token i; None where none begins."""
    head = tokens[i].text in language.grammar["name_heads"] and i + 1 < len(tokens) and tokens[i + 1].text[0].isupper()
    if not (head or may_start(tokens, i, language, learnt)):
        return None
    last = i
    while last + 1 < len(tokens) and last - i < LONGEST:
        after = last + 1
        if starts_known(tokens, after, names, language) and not tokens[after].text in language.nouns.legal_forms:
            break
        if continues(tokens, i, after, language, learnt):
            last = after
        elif tokens[after].text in language.grammar["name_links"] and _links(tokens, i, after, language):
            last = after + 1
        else:
            break
    return None if head and last == i else last


def may_start(tokens: Sequence[Token], i: int, language: Language, learnt: frozenset[str] = frozenset()) -> bool:
    """Whether a name nobody listed may begin with this word."""
    token = tokens[i]
    if not _is_candidate(token, language):
        return False
    if _after_class_noun(tokens, i, language):
        return familiar(language.code, token.text) in ("", "name") or token.text in learnt or _stands_alone(tokens, i)
    if token.text in learnt and not _declined(tokens, i):
        return True
    if _is_compound(token.text, language):
        return False
    sort = familiar(language.code, token.text)
    if sort == "" and not _declined(tokens, i) and _apposition(tokens, i, language):
        return True
    if i == 0 or tokens[i - 1].text in ".:" + QUOTES:
        return sort == "name" or sort == "" and not has_noun_tail(token.text, language)
    if token.is_a("NE", "FM", "XY"):
        return sort == "name" or sort == "" and not (has_noun_tail(token.text, language) and _declined(tokens, i))
    return token.is_a("NN") and sort == "" and not _declined(tokens, i) and not has_noun_tail(token.text, language)


def _is_candidate(token: Token, language: Language) -> bool:
    """A capital (or one inside: «iBlox»), two letters or more, no class noun, title, month or word that is never a name."""
    text = token.text
    inner = any(c.isupper() for c in text[1:]) and any(c.islower() for c in text)
    if len(text) < 2 or not (text[0].isupper() or inner) or text in language.grammar["no_names"] or text in language.months:
        return False
    if "-" in text and not text.split("-")[-1][:1].isupper():
        return False
    if token.is_a("ART", "APPR", "PPER", "PIS", "PDS", "KO", "ADV", "PPOSAT", "PIAT", "PDAT", "PWAV", "PTK", "PROAV", "VM", "VA"):
        return False
    ordinary = text.lower() in language.nouns.heads or familiar(language.code, text) == "noun" and (language.nouns.class_of(text) != "" or language.nouns.is_title(text))
    return not ordinary


def _is_compound(text: str, language: Language) -> bool:
    """«KI-Offensive»: hyphens before a known noun."""
    last = text.split("-")[-1]
    return "-" in text and (familiar(language.code, last) == "noun" or language.nouns.class_of(last) != "" or has_noun_tail(last, language))


def _after_class_noun(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Right behind a noun that names a class or an office, quotation marks left out."""
    before = _before(tokens, i)
    return before is not None and before.is_a("NN", "NE") and bool(language.nouns.class_of(before.text) or language.nouns.is_title(before.text))


def _before(tokens: Sequence[Token], i: int) -> Token | None:
    at = i - 1
    while at >= 0 and tokens[at].text in QUOTES:
        at -= 1
    return tokens[at] if at >= 0 else None


def _stands_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether a known noun behind a class noun is a name: quoted, or no verb follows that could have it as its object."""
    if i and tokens[i - 1].text in QUOTES:
        return True
    after = i + 1
    while after < len(tokens) and tokens[after].text[0].isupper() and tokens[after].is_a("NN", "NE", "FM"):
        after += 1
    following = tokens[after] if after < len(tokens) else None
    if after > i + 1:
        return True
    if following is None or not following.is_a(*VERB):
        return following is not None and not following.is_a("APPR", "ART", "ADV", "PTK", "KON", "ADJ")
    return following.is_a("VV(FIN)", "VA(FIN)", "VM(FIN)") and not any(t.is_a("KOUS", "VV(FIN)", "VA(FIN)", "VM(FIN)") for t in tokens[:i])


def _declined(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i - 1].is_a(*DETERMINER)


def has_noun_tail(text: str, language: Language) -> bool:
    """Whether a known noun of four letters or more ends the word: then it is rather a compound than a name."""
    low = text.lower()
    return any(familiar(language.code, low[k:].title()) == "noun" for k in range(3, len(low) - 3))


def starts_known(tokens: Sequence[Token], i: int, names: Names, language: Language) -> bool:
    """Whether a listed name, or a place, begins here."""
    hit = names.at([t.text for t in tokens[i : i + LONGEST]])
    return hit is not None and not hit[1].ambiguous or tokens[i].text in language.places


def continues(tokens: Sequence[Token], first: int, i: int, language: Language, learnt: frozenset[str]) -> bool:
    """Whether the word belongs to the name that began at `first`."""
    token, code = tokens[i], language.code
    text = token.text
    if text in language.grammar["name_tails"] or text in language.nouns.legal_forms:
        return True
    if text.isdigit() and len(text) <= 3:
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        return following is None or not following.is_a("NN", "NE", "ADJ", "CARD", "XY") and following.text not in ("%", "Prozent", ".")
    if not text[0].isupper():
        return False
    if token.is_a("ADJ") and i > 0 and familiar(code, tokens[first].text) in ("", "name"):
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        return following is None or not following.is_a("NN", "NE", "ADJ")  # no adjective has a capital but in a name
    if not _is_candidate(token, language):
        return False
    if tokens[i - 1].text in language.given_names or familiar(code, text) in ("", "name") and not (token.is_a("NN") and has_noun_tail(text, language)):
        return True
    return text in learnt or _noun_goes_on(tokens, first, i, language)


def _noun_goes_on(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """A common noun as the second word of a name («Alpha Mikrosysteme»): behind a class noun, or with no verb that takes it."""
    if not tokens[i].is_a("NN", "NE", "FM") or familiar(language.code, tokens[first].text) not in ("", "name"):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    free = following is None or not following.is_a("VV(PP)", "VV(INF)", "VV(IZU)", "PTKZU", "NN", "NE")
    if _after_class_noun(tokens, first, language):
        return free
    finite = following is not None and following.is_a("VV(FIN)", "VA(FIN)", "VM(FIN)")
    return free and finite and first == 0


def _links(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """Small words inside a name: «Karst & Kar», «Ursula von der Leyen»."""
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is None or not after.text[0].isupper() or not may_start(tokens, i + 1, language):
        return False
    if tokens[i].text in ("&", "of"):
        return True
    return tokens[i].text in ("van", "von", "de", "di", "du") and _is_person(tokens, first, language)


def _is_person(tokens: Sequence[Token], first: int, language: Language) -> bool:
    before = _before(tokens, first)
    return tokens[first].text in language.given_names or before is not None and language.nouns.is_title(before.text)


def class_at(tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """The class that the words around a new name give it, or ""."""
    if any(t.text in language.nouns.legal_forms for t in tokens[first : last + 1]):
        return "Company"
    before = _before(tokens, first)
    if before is not None and before.is_a("NN", "NE"):
        if kind := _by_noun(before.text, tokens, first, last, language):
            return kind
        if before.text in ("Typ", "Typs", "Namen", "Reihe", "Baureihe", "Serie", "Marke") and first > 2:
            return language.nouns.class_of(tokens[first - 3].text) or "Product"
    if tokens[first].text in language.given_names and last > first:
        return "Person"
    return _apposition(tokens, last, language)


def _by_noun(noun: str, tokens: Sequence[Token], first: int, last: int, language: Language) -> str:
    """A word that can be a company and a person («Anbieter», «Entwickler», «Investor») is a person before a given name."""
    kind = language.nouns.class_of(noun)
    if language.nouns.is_title(noun) and (not kind or tokens[first].text in language.given_names and last > first):
        return "Person"
    return kind


def _apposition(tokens: Sequence[Token], last: int, language: Language) -> str:
    """«Alpha, eine App für …», «Eva Muster, Chefin von …»"""
    i = last + 1
    if i + 2 >= len(tokens) or tokens[i].text != ",":
        return ""
    if tokens[i + 1].is_a("NN") and language.nouns.is_office(tokens[i + 1].text):
        return "Person"
    i += 1
    if not tokens[i].is_a("ART", "ADJ(A)", "PPOSAT"):
        return ""
    while i < len(tokens) and not tokens[i].is_a("NN") and tokens[i].text not in (",", "."):
        i += 1
    if i >= len(tokens) or not tokens[i].is_a("NN"):
        return ""
    return "Person" if language.nouns.is_office(tokens[i].text) else language.nouns.class_of(tokens[i].text)
