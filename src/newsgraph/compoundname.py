"""A name in front of a noun in one word, as a mention: «Alpha-Chips», «US-Konzern», «in Hamburg-Wandsbek»."""

from newsgraph import compound
from newsgraph.knownname import KnownScan
from newsgraph.language import Language
from newsgraph.namespan import Mention
from newsgraph.namestart import after_class_noun, may_start
from newsgraph.nameword import half_known
from newsgraph.tagger import familiar
from newsgraph.wordlist import class_of


def compounded(known: KnownScan, i: int) -> Mention | None:
    """«Alpha-Chips», «US-Konzern», «X200-Chips»: a name and what the compound says of it."""
    slot = (
        after_class_noun(known.tokens, i, known.language)
        and known.names.at([known.tokens[i].text.partition("-")[0]]) is None
    )
    if (slot and half_known(known.tokens[i].text, known.language)) or _is_double(known, i):
        return None
    found = compound.split(
        compound.completed(known.tokens, i, known.language),
        known.language,
        known.names,
        known.local.kinds,
        known.local.words,
    )
    if found is None:
        return None
    name, kind, id_, rest, describes = found
    if describes and i and known.tokens[i - 1].low in known.language.prep.located and _is_quarter(rest, known.language):
        return Mention(i, i, known.tokens[i].text, "Place")
    tail = known.tokens[i].text.rpartition("-")[2]
    if not rest and tail in known.language.word.group and tail in known.tokens[i].text and _names_follow(known, i + 1):
        rest, kind = tail, kind if id_ else ""  # «der Zahlio-Konzern Alpha»
    return Mention(i, i, name, kind, id_, rest=rest, adjective=describes)


def _is_double(known: KnownScan, i: int) -> bool:
    """«Jan-Alpha Muster»: a given name of two, with a surname behind."""
    one, _, other = known.tokens[i].text.partition("-")
    after = known.tokens[i + 1] if i + 1 < len(known.tokens) else None
    surname = after is not None and after.text[0].isupper() and after.is_a("NN", "NE", "FM", "ADJ")
    plain = other[1:].islower() and not class_of(known.language.code, other)
    return (
        surname and one in known.language.given_names and plain and familiar(known.language.code, other) in ("", "name")
    )


def _is_quarter(rest: str, language: Language) -> bool:
    """«in Hamburg-Wandsbek»: no noun that a place could only describe («in Hamburg-Nähe»)."""
    code = language.code
    return rest[0].isupper() and not class_of(code, rest) and familiar(code, rest) in ("", "name")


def _names_follow(known: KnownScan, i: int) -> bool:
    """Whether a name begins right here."""
    if i >= len(known.tokens) or not known.tokens[i].text[0].isupper():
        return False
    hit = known.names_of(i)
    return hit is not None or may_start(known.tokens, i, known.language, known.local.words)
