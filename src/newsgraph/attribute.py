"""Participles before a noun as verbs of their own: «die von Alpha entwickelte Software Beta», «das zu Alpha gehörende Werk».

Such a participle opens the frames of its verb; what it describes is the patient, what stands before it in the phrase
are the verb's other parts (Duden grammar, «erweiterte Partizipialattribute»).
"""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.tagger import infinitive


def attributes(p: Parse, clause: Clause, code: str) -> Iterator[tuple[str, int, Phrase]]:
    """(verb, token, phrase) for each participle that describes the phrase."""
    start = clause.first
    for phrase in p.phrases[clause.index]:
        for i in range(start, phrase.head):
            if p.tokens[i].tag == "ADJ(A)" and p.tokens[i].text[0].islower():
                yield infinitive(code, p.tokens[i].lemma), i, phrase
        start = phrase.last + 1


def inside(p: Parse, clause: Clause, phrase: Phrase, at: int) -> Iterator[Phrase]:
    """The phrases between the article of a phrase and its participle, the nearest first."""
    end, joins = at, False
    for other in reversed(p.phrases[clause.index]):
        if other.last >= end or other is phrase:
            continue
        gap = range(other.last + 1, end)
        if any(
            not p.tokens[i].is_a("ADV", "ADJ", "PTK", "CARD") and not (joins and p.low[i] in p.language.conj.joining)
            for i in gap
        ):
            return
        yield other
        end, joins = other.first, other.link == "list"  # «die in Ulm und Graz ansässige Firma»
        if p.tokens[end - 1].is_a("ART", "PPOSAT", "PDAT", "PIAT") or other.det:
            return
