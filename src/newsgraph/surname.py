"""Surnames that are names of known firms too: «Eva Hellbach … Hellbach sagte», where nothing in the text speaks of the firm."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.nameclass import before
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence
from newsgraph.wordlist import noun_class


def surnames(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> frozenset[str]:
    """The known names of firms that this text only uses for a person whom it has named in full before."""
    people: set[str] = set()
    firms: set[str] = set()
    here: set[str] = set()
    for sentence, inside in zip(text, found, strict=True):
        for m in inside:
            if m.kind == "Person" and not m.id and " " in m.name:
                people.add(m.name.split()[-1])
            elif m.id and m.kind == "Company":
                word = sentence.tokens[m.first].text
                front = before(sentence.tokens, m.first)
                told = front is not None and front.is_a("NN") and noun_class(language.code, front.text) == "Company"
                (firms if m.rest or m.last > m.first or told or word not in people else here).add(word)
    return frozenset(here - firms)
