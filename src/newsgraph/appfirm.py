"""Firms that have the name of their app: «der Konzern Facebook», «die Facebook-Tochter Instagram», «die Twitter-Aktie»."""

from collections.abc import Iterator, Sequence

from newsgraph.language import Language
from newsgraph.nameclass import before
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence, Token
from newsgraph.wordlist import class_of, words


def acting_apps(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> Iterator[str]:
    """The CURIEs of the known apps that the text takes for firms: those that have daughters, shares, or a firm's noun before."""
    for sentence, inside in zip(text, found, strict=True):
        for m in inside:
            if m.kind == "App" and m.id and not m.adjective and _is_firm(sentence.tokens, m, language):
                yield m.id


def _is_firm(tokens: Sequence[Token], m: Mention, language: Language) -> bool:
    if m.rest:
        return m.rest.lower() in words(language.code, "firm_compounds")
    noun = before(tokens, m.first)
    return noun is not None and noun.is_a("NN") and class_of(language.code, noun.text) == "Company"
