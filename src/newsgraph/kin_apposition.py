"""Appositions of kinship: «eine Tochter von Alpha, Beta Ventures, …», «hat eine Tochter gegründet, die Beta GmbH»."""

from newsgraph.language import Language
from newsgraph.phrase import Phrase
from newsgraph.sentence import Token
from newsgraph.wordlist import is_child, noun_class


def names_child(host: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«Die Investmenttochter von Alpha, Beta Ventures, …»: one thing that is somebody's, and a name without article behind it."""
    named = phrase.mention is not None and phrase.mention.kind in ("Company", "") and not phrase.mention.rest
    one = host.mention is None and host.det in language.det.article_any and host.link in ("", "list")
    return named and not phrase.det and not phrase.prep and one and is_child(language.code, tokens[host.head].text)


def is_founded(before: Phrase, phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«hat eine eigene Tochter gegründet, die Beta GmbH»."""
    new = before.mention is None and before.det in language.det.one and not before.prep
    named = phrase.mention is not None and not phrase.mention.rest and phrase.det in language.det.definite
    return new and named and is_firm(tokens[before.head].text, language)


def is_firm(noun: str, language: Language) -> bool:
    """Whether a noun means a company, by itself or beside another («Tochter»)."""
    return noun_class(language.code, noun) == "Company" or noun.lower() in language.grammar["reference"]["relational"]
