"""The name lists of a language's grammar as sets and tuples, and what its nouns say, each looked up once a word."""

from functools import cache, lru_cache

from newsgraph.language import load
from newsgraph.lexicon import forms
from newsgraph.tagger import compound, familiar, last_stem

CACHE = 18_000  # words: German news has fewer that come back
PRODUCTS = ("App", "Chip", "Product")  # classes of what a company offers
FEW = 4_500  # words that are asked about seldom


@cache
def words(code: str, key: str) -> frozenset[str]:
    """The words of a list in grammar.toml."""
    return frozenset(load(code).grammar[key])


@cache
def tails(code: str, *keys: str) -> tuple[str, ...]:
    """The word endings of lists in grammar.toml, in lower case, for `str.endswith`."""
    return tuple(sorted({w.lower() for key in keys for w in load(code).grammar[key]}))


def is_child(code: str, noun: str) -> bool:
    """Whether a noun means what is somebody's: «Tochter», «Softwaresparte», «Teil»."""
    low = noun.lower()
    return low.endswith(tails(code, "child_endings")) or low in words(code, "child_nouns")


@cache
def place_starts(code: str) -> frozenset[str]:
    """The words that names of places begin with."""
    return frozenset(name.split()[0] for name in load(code).places)


@cache
def place_lengths(code: str) -> dict[str, int]:
    """By the word that they begin with, how many words the longest of these places' names has."""
    found: dict[str, int] = {}
    for name in load(code).places:
        parts = name.split()
        found[parts[0]] = max(found.get(parts[0], 1), len(parts))
    return found


@lru_cache(CACHE)
def class_of(code: str, noun: str) -> str:
    """`Nouns.class_of`, remembered; strings longer than words have none."""
    return load(code).nouns.class_of(noun) if len(noun) < 80 else ""


@lru_cache(2_000)
def is_other(code: str, noun: str) -> bool:
    """Whether a noun means those who deal with a company: rivals, customers, owners."""
    return is_kin(code, noun) or noun.lower().endswith(tails(code, "dealing_nouns"))


@lru_cache(FEW)
def is_title(code: str, noun: str) -> bool:
    """`Nouns.is_title`, remembered."""
    return load(code).nouns.is_title(noun)


@lru_cache(CACHE)
def noun_class(code: str, word: str) -> str:
    """The class that a noun gives to a name behind it: by itself, by its ending, by its last stem («Aufbauspiel»)."""
    nouns = load(code).nouns
    kind = class_of(code, word) or next((nouns.endings[f] for f in forms(word) if f in nouns.endings), "")
    if not kind and "-" in word and is_kin(code, word):
        return "Company"
    stem = last_stem(code, word) if not kind and len(word) > 7 else ""
    kind = kind or (nouns.heads.get(stem) or class_of(code, stem) if len(stem) > 4 else "")
    return kind or _named_by(code, word.lower())


def _named_by(code: str, low: str) -> str:
    """The class of a name behind a noun that has none by itself («die Lackfabrik Alpha», «die Funktion Beta»)."""
    if low.endswith(tails(code, "firm_nouns")):
        return "Company"
    return "App" if low.endswith(tails(code, "app_nouns")) else ""


@lru_cache(CACHE)
def is_kin(code: str, word: str) -> bool:
    """Whether a noun says how what it names stands to another («Tochter», «Alpha-Rivale»)."""
    return word.lower().endswith(tails(code, "kin_nouns"))


@lru_cache(FEW)
def relates(code: str, noun: str, *lists: str) -> bool:
    """Whether a noun, in whatever case, is of the `lists` of who somebody is to another («Rivale», «Konkurrenten»)."""
    known = load(code).grammar["reference"]
    return any(form in known[key] for key in lists or ("relational",) for form in forms(noun))


@lru_cache(CACHE)
def presents(code: str, word: str) -> bool:
    """Whether a noun says what the name behind it is: a class, an office or title, how it stands to another."""
    return bool(is_kin(code, word) or noun_class(code, word) or is_title(code, word))


@lru_cache(CACHE)
def is_loanword(code: str, text: str) -> bool:
    """Whether the word, without an ending, is a noun of the list of those that the tagger's lexicon lacks."""
    known = words(code, "loanwords")
    return text in known or (text[-1:] in ("s", "n") and (text[:-1] in known or text[:-2] in known))


@lru_cache(FEW)
def has_noun_tail(code: str, text: str, least: int = 4) -> bool:
    """Whether a known noun of four letters, or `least`, or more ends the word: then it is rather a compound than a name."""
    low, known = text.lower(), words(code, "loanwords")
    start = max(3, len(low) - 20)
    return any(
        low[k:].title() in known or familiar(code, low[k:].title()) == "noun"
        for k in range(start, len(low) - least + 1)
    )


def is_ordinary(code: str, text: str, slot: bool) -> bool:
    """Whether the word is a class noun or a title; where only names stand (`slot`), compounds of them may be names."""
    nouns = load(code).nouns
    if text.lower() in nouns.heads or text.lower() in nouns.titles or text.lower().removesuffix("s") in nouns.titles:
        return True
    if slot and compound(code, text):
        return False
    return familiar(code, text) == "noun" and (class_of(code, text) != "" or is_title(code, text))
