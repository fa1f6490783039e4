"""What tells more of a name between commas, behind a word of time: «Alpha, einst ein Rivale von Beta, seit 2024 eine Tochter
der Firma Gamma, …» hangs on Alpha, however many of these follow each other."""

from collections.abc import Sequence
from itertools import pairwise

from newsgraph.language import Language
from newsgraph.listing import is_place
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.segment import FINITE
from newsgraph.sentence import Token
from newsgraph.wordlist import class_of, is_child, words

NAMED = ("Company", "App", "Product", "Chip", "NewsOrganization", "Person")
THINGS = ("Company", "App", "Product", "Chip")
LINKS = ("", "apposition", "list")
LIGHT = ("ADV", "ADJ(D)", "PTK", "CARD", "PROAV")


def asides(
    found: tuple[Phrase, ...], inside: Sequence[int], tokens: tuple[Token, ...], language: Language
) -> tuple[Phrase, ...]:
    """The phrases of a clause with the tokens `inside`, those that tell more of a name hung on it."""
    cuts = [b for a, b in pairwise(inside) if tokens[b - 1].text == "," and b > a + 1]
    if not cuts or len(found) < 2:
        return found
    kept, told = list(found), dict[int, int]()  # where a part begins → the phrase that it tells of
    for n, start in enumerate(cuts):
        end = cuts[n + 1] if n + 1 < len(cuts) else inside[-1] + 1
        if any(tokens[i].is_a(*FINITE) for i in inside if start <= i < end):
            continue
        host = told.get(cuts[n - 1]) if n else None
        host = host if host is not None else _before(kept, start, language)
        front = host == 0 and not found[0].prep and end in inside and tokens[end].is_a(*FINITE)
        noun = _noun(kept, start, end, tokens, language, whatever=front)
        if noun is None or host is None:
            continue
        told[start] = host
        if noun.to != host or noun.link != "apposition":
            plain = noun.first > start or n or noun.link == "list"  # right behind one comma it was hung already
            kept[noun.index] = replace(noun, link="apposition", to=host) if plain and noun.link in LINKS else noun
    return tuple(kept)


def _noun(
    found: list[Phrase], start: int, end: int, tokens: tuple[Token, ...], language: Language, *, whatever: bool
) -> Phrase | None:
    """The noun for a firm or a product, or `whatever` it is, with which a part begins, behind words of time and such alone."""
    at = start
    for phrase in (f for f in found if start <= f.first < end):
        before = [tokens[i] for i in range(at, phrase.first)]
        if any(not t.is_a(*LIGHT) and t.low not in language.prep.time_of_aside for t in before):
            return None
        if _is_time(phrase, tokens, language):
            at = phrase.last + 1
            continue
        bare = phrase.mention is None or bool(phrase.mention.rest)
        noun = tokens[phrase.head].text
        if phrase.prep or phrase.pronoun or phrase.quantity is not None or not bare or phrase.link == "genitive":
            return None
        kin = is_child(language.code, noun)  # «Alpha, Tochter von Beta, …» needs neither an article nor a word of time
        known = (
            kin
            or class_of(language.code, noun) in THINGS
            or noun.lower() in language.grammar["reference"]["relational"]
        )
        article = phrase.det in language.det.one
        told = known or phrase.mention is not None or (whatever and article)
        return phrase if told and (article or (not phrase.det and (kin or phrase.first > start))) else None
    return None


def _is_time(phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    head = tokens[phrase.head]
    year = head.text.isdigit() and len(head.text) == 4
    known = head.lemma.lower() in words(language.code, "time_nouns")
    return (
        phrase.mention is None and (year or known) and (not phrase.prep or phrase.prep in language.prep.time_of_aside)
    )


def _before(found: list[Phrase], start: int, language: Language) -> int | None:
    """The phrase with a name right before the part; what only says where it sits lies between."""
    earlier = [f for f in found if f.last < start]
    while len(earlier) > 1 and earlier[-1].prep in language.prep.placed_in and is_place(earlier[-1]):
        earlier.pop()
    last = earlier[-1] if earlier else None
    m = last.mention if last is not None else None
    return last.index if last is not None and m is not None and m.kind in NAMED and not m.rest else None
