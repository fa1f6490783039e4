"""Whether words look like a person's name: a given name and what may be a surname."""

from collections.abc import Sequence
from unicodedata import combining, normalize

from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.tagger import compound, familiar
from newsgraph.wordlist import is_title, noun_class, tails, words


def is_given_noun(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """«Beat Velmora», «Bart Muster»: a given name that is a word too, before a word that is none."""
    if tokens[i].text not in words(language.code, "given_nouns") or i + 1 >= len(tokens):
        return False
    front, after = (tokens[i - 1] if i else None), tokens[i + 1]
    plain = front is not None and front.is_a("ART", "ADJ(A)", "CARD", "PPOSAT", "APPRART")
    name = after.text[0].isupper() and after.text[1:].islower() and not is_trade(after.text, language)
    made = compound(language.code, after.text) and after.text.endswith(language.ending.surname)  # «Roman Musterberger»
    new = (familiar(language.code, after.text) in ("", "name") or made) and after.text not in language.places
    return name and new and not plain and not (front is not None and front.lemma in language.word.millions)


def is_trade(word: str, language: Language) -> bool:
    """«Albert Optik», «Albert Medical»: what stands last in names of firms, and is no surname."""
    low = word.lower()
    return word in words(language.code, "name_tails") or low.endswith(tails(language.code, "no_surname_tails"))


def is_person(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """Whether the words look like a person's: a given name, or two words of which the first is a name in the lexicon."""
    behind = tokens[last + 1 : last + 3]
    if len(behind) == 2 and behind[0].text == "," and behind[1].text in language.det.neuter:
        return False  # «… ist Alpha Beta, das …»
    word = tokens[first].text
    if last > first and is_trade(tokens[last].text, language):
        return False
    if is_given_noun(tokens, first, language):
        return True
    plain = "".join(c for c in normalize("NFD", word) if not combining(c))
    if (
        word in language.given_names
        or plain in language.given_names
        or ("-" in word and double_name(word.split("-"), language))
    ):
        return True
    tail = tokens[last].text
    return (
        last == first + 1
        and familiar(language.code, word) == "name"
        and not word.isupper()
        and tail[1:].islower()
        and tail.isalpha()
    )


def is_countryman(tokens: Sequence[Token], first: int, language: Language) -> bool:
    """«der Italiener Muster»: a noun that is no adjective too, as «Schweizer» is."""
    if first < 2 or tokens[first - 2].low not in language.det.masculine:
        return False
    noun = tokens[first - 1]
    plain = noun.is_a("NN") and noun.text in language.people and noun.text not in language.demonyms
    return plain and not tokens[first].text.isupper()


def is_owning_firm(noun: str, name: str, language: Language) -> bool:
    """«ihr Eigner Alpha-Group», «der Eigentümer ABX»."""
    _, hyphen, end = name.rpartition("-")
    letters = name.isupper() and len(name) > 1 and noun.lower() in language.grammar["reference"]["owners"]
    return letters or (hyphen != "" and end in words(language.code, "name_tails"))


def double_name(parts: Sequence[str], language: Language) -> bool:
    """«Hans-Peter», «Kai-Uwe»: of two given names one may be a word too."""
    return (
        len(parts) == 2
        and any(p in language.given_names for p in parts)
        and all(2 < len(p) < 10 and p[1:].islower() and noun_class(language.code, p) == "" for p in parts)
        and not is_title(language.code, parts[1])
    )


def is_asian(tokens: Sequence[Token], first: int, i: int, language: Language) -> bool:
    """«Alm Do-beta»: a second part in lower case, behind a short word."""
    head, _, tail = tokens[i].text.partition("-")
    return (
        i == first + 1
        and tail.isalpha()
        and tail.islower()
        and head.isalpha()
        and len(tail) < 8
        and "" in (familiar(language.code, tail), familiar(language.code, head))
    )
