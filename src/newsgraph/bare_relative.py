"""Relative pronouns that look like articles: «…, das Chips entwickelt», «…, die 3 Millionen Kunden zählt», «…, der Erster ist».

The tagger takes pronoun and noun for one phrase. But a clause that ends with its only verb is none that begins with that phrase
where the two do not agree, or where the verb asks for an object.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgraph.language import Language
from newsgraph.replacement import replace
from newsgraph.wordlist import words

if TYPE_CHECKING:
    from newsgraph.sentence import Token

ENDS = (",", ".", ";", "!", "?", ":", "–", "—", "(", ")")


def with_pronouns(tokens: "tuple[Token, ...]", language: Language) -> "tuple[Token, ...]":
    """The tokens of a sentence, such pronouns and the verbs of their clauses tagged as what they are."""
    found = list(tokens)
    for i, end in _stretches(tokens, language):
        if (verbs := _verbs(tokens, i + 1, end, language)) and _is_relative(tokens, i, verbs, language):
            found[i] = replace(tokens[i], tag="PREL")
            for n in verbs:
                if tokens[n].is_a("VV(PP)"):
                    found[n] = replace(tokens[n], tag="VV(FIN)")
    return tuple(found)


def _stretches(tokens: "tuple[Token, ...]", language: Language) -> Iterator[tuple[int, int]]:
    """Where such a clause may begin, behind a comma, and where it ends."""
    articles = language.det.nominative
    for i in range(1, len(tokens) - 2):
        if tokens[i].text in articles and tokens[i - 1].text == "," and tokens[i + 1].is_a("NN", "ADJ(A)", "CARD"):
            end = next((n for n in range(i + 1, len(tokens)) if tokens[n].text in ENDS), len(tokens))
            yield i, end


def _verbs(tokens: "tuple[Token, ...]", first: int, end: int, language: Language) -> list[int]:
    """The verbs of a stretch that ends with its only one, or with two that «und» joins."""
    verbs = [n for n in range(first, end) if tokens[n].is_a("VV", "VA", "VM")]
    if not verbs or verbs[-1] != end - 1 or not tokens[verbs[-1]].is_a("VV(FIN)", "VV(PP)", "VA(FIN)"):
        return []
    joined = len(verbs) == 2 and tokens[verbs[0] + 1].text in language.conj.and_or
    return verbs if len(verbs) == 1 or joined else []


def _is_relative(tokens: "tuple[Token, ...]", i: int, verbs: list[int], language: Language) -> bool:
    last = tokens[verbs[-1]]
    if last.is_a("VA(FIN)"):
        return last.lemma in language.verb.perfect
    noun = next((t for t in tokens[i + 1 : verbs[0]] if t.is_a("NN")), None)
    if noun is None or (tokens[i + 1].is_a("ADJ(A)") and tokens[i + 1].text.endswith("n")):
        return False
    one, many = not last.text.endswith("n"), noun.text != noun.lemma or tokens[i + 1].is_a("CARD")
    if one and many and tokens[i].text not in language.det.feminine:
        return True
    shares = any(t.is_a("VA(FIN)") and t.lemma in language.verb.shared for t in tokens[:i])
    shares = shares and not (many and tokens[i].text in language.det.feminine and _one_is(tokens[:i], language))
    if last.is_a("VV(PP)") and shares:
        return False
    timed = any(t.text in language.prep.opening_time for t in tokens[i + 2 : verbs[0]])
    asking = (*words(language.code, "making_verbs"), *words(language.code, "object_verbs"))
    return (one and (many or timed)) or any(tokens[n].lemma in asking for n in verbs)


def _one_is(tokens: "tuple[Token, ...]", language: Language) -> bool:
    """«Grund ist das Gesetz, die …»: one thing is something, so that no several of them are what was done."""
    verb = next((t for t in tokens if t.is_a("VV(FIN)", "VA(FIN)", "VM(FIN)")), None)
    return verb is not None and verb.lemma in language.verb.be and not verb.text.endswith("n")
