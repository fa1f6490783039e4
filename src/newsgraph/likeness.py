"""When two names may stand for one thing: without case, legal form, article and genitive s, a hyphen as a space."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache

from newsgraph.language import codes, load

LEGAL_FORMS = frozenset(
    ["ag", "gmbh", "inc", "corp", "corporation", "ltd", "limited", "se", "kg", "kgaa", "plc", "llc", "co"]
)
GENITIVE = re.compile(r"['’`´]s?\b")
WORD = re.compile(r"\w+(?:\.\w+)*")
EQUAL, PART = 2, 1


@cache
def _articles() -> frozenset[str]:
    """Of the languages that there is a pack for, and of English."""
    return frozenset(("the",)).union(*(load(code).det.left_out_of_names for code in codes()))


@cache
def words(name: str) -> tuple[str, ...]:
    """The words of a name that count.

    >>> words("Die Beispiel-Werke AG"), words("OpenAI’s")
    (('beispiel', 'werke'), ('openai',))
    """
    plain = GENITIVE.sub("", unicodedata.normalize("NFKC", name).casefold())
    found = WORD.findall(plain)
    kept = [word for word in found if word not in LEGAL_FORMS and word not in _articles()] or found
    return tuple(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in kept)


@cache
def likeness(one: str, other: str) -> int:
    """2: equal names; 1: one is the first or the last words of the other; 0: neither.

    >>> likeness("Meta Platforms", "Meta"), likeness("Open AI", "OpenAI"), likeness("Alphabet", "Alpha")
    (1, 2, 0)
    """
    short, long = sorted((words(one), words(other)), key=len)
    if not short:
        return 0
    if "".join(short) == "".join(long):
        return EQUAL
    return PART if short in (long[: len(short)], long[-len(short) :]) else 0


def akin(one: str, other: str) -> bool:
    """Whether a long word of each begins alike, by which a description is compared.

    >>> akin("Bau einer Fabrik", "Fabriken in Hamburg"), akin("Bau", "Bauten")
    (True, False)
    """
    pairs = [(a, b, min(6, len(a), len(b))) for a in words(one) for b in words(other)]
    return any(n > 4 and a[:n] == b[:n] for a, b, n in pairs)


def closeness(wanted: str, name: str, entities: Collection[str]) -> int:
    """The likeness, but the name of one entity never stands for another («Alpha» for «Alpha Cloud»)."""
    like = likeness(wanted, name)
    if like == PART and wanted in entities:
        return int(not any(likeness(e, name) == EQUAL and likeness(e, wanted) < EQUAL for e in entities))
    return like
