"""People whose surname is that of a known company: «sagte Alpha-Chefin Eva Tönnies. … Tönnies rechnet mit …» means the person.

Only where the text tells first who the person is, by an office elsewhere, and never speaks of a company of that name.
"""

from collections.abc import Mapping, Sequence

from newsgraph.language import Language
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence


def people(
    text: Sequence[Sentence],
    found: Sequence[Sequence[Mention]],
    kinds: Mapping[str, str],
    full: Mapping[str, str],
    language: Language,
) -> frozenset[str]:
    """The surnames that mean a person here, though a known company bears them."""
    named = {short for short, name in full.items() if kinds.get(name) == "Person"}
    shared = named & {m.name for ms in found for m in ms if m.id and m.kind == "Company"}
    if not shared:
        return frozenset()
    officers: set[str] = set()
    spoiled: set[str] = set()
    for sentence, inside in zip(text, found, strict=True):
        for m in inside:
            if m.name in shared and m.id and (m.name not in officers or m.rest or _is_firm(sentence, m, language)):
                spoiled.add(m.name)
            elif m.kind == "Person" and m.name.split()[-1] in shared and _holds_office(sentence, m, language):
                officers.add(m.name.split()[-1])
    return frozenset(officers - spoiled)


def _holds_office(sentence: Sentence, m: Mention, language: Language) -> bool:
    """«Alpha-Chefin Eva Muster», «Vorstandschef Max Muster»."""
    noun = sentence.tokens[m.first - 1].text if m.first else ""
    return language.nouns.is_office(noun.rpartition("-")[2]) and m.name.split()[-1] not in noun


def _is_firm(sentence: Sentence, m: Mention, language: Language) -> bool:
    """«der Konzern Tönnies», «bei Tönnies»: said of a company."""
    before = sentence.tokens[m.first - 1] if m.first else None
    return before is not None and (before.is_a("APPR", "APPRART") or language.nouns.class_of(before.text) == "Company")
