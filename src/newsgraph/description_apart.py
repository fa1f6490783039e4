"""What a name is said to be further behind it: «Alpha, einst gefeiert, seit Juli 2024 eine Tochter von Beta, …»."""

from newsgraph.language import Language
from newsgraph.phrase import Phrase
from newsgraph.sentence import Token
from newsgraph.wordlist import class_of, is_child

VERBS = ("VV(FIN)", "VA(FIN)", "VM(FIN)", "VV(INF)", "VV(IZU)", "KOUS", "PREL")
PIECES = 3  # between commas, of which each may say something else of the name


def described_apart(
    found: list[Phrase], phrase: Phrase, tokens: tuple[Token, ...], language: Language
) -> Phrase | None:
    """The name that a noun for a company, between commas with what says since when, describes over other such pieces."""
    noun = tokens[phrase.head].text
    bare = not phrase.det and phrase.mention is None and is_child(language.code, noun)
    if phrase.prep or not (bare or (phrase.det in language.det.one and _is_firm(noun, language))):
        return None
    comma = _comma(tokens, phrase.first, language)
    if comma is None or any(f.mention is not None or f.det for f in found if comma < f.first < phrase.first):
        return None
    for _ in range(PIECES):
        host = next((f for f in reversed(found) if f.last < comma), None)
        if host is None:
            return None
        named = next((f for f in reversed(found) if f.last == comma - 1), host)
        if _is_name(named):
            return named
        if (before := _comma(tokens, comma, language)) is None:
            return None
        comma = before
    return None


def _comma(tokens: tuple[Token, ...], at: int, language: Language) -> int | None:
    """The comma before a token, where no verb but a participle stands between."""
    for i in range(at - 1, 0, -1):
        if tokens[i].text in (",", "?"):
            return i
        if tokens[i].is_a(*VERBS) or tokens[i].text in language.conj.piece_ends:
            return None
    return None


def _is_name(phrase: Phrase) -> bool:
    m = phrase.mention
    return m is not None and not m.rest and m.kind in ("Company", "App", "") and phrase.link != "genitive"


def _is_firm(noun: str, language: Language) -> bool:
    low = noun.lower()
    known = class_of(language.code, noun) == "Company" or low in language.grammar["reference"]["relational"]
    return known or is_child(language.code, noun)
