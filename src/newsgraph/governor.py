"""Governors of a sum: the words that tell what it is, the one that tells most first.

Behind the sum («3 Millionen Euro Strafe», «ein 3 Millionen Euro teurer Neubau»), before it («eine Investition in Höhe von»,
«Kostenpunkt:»), the subject of a verb that measures («die Kosten belaufen sich auf»), the verb, other nouns of the clause,
at last those of the clause that it hangs on.
"""

from collections.abc import Iterator

from newsgraph.actor import subjects
from newsgraph.clause import Clause
from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.quantity import Quantity

NOUN = ("NN", "NE", "FM", "XY")
VERB = ("VV", "VA", "VM")
REACH = 12  # tokens between a noun and the sum that hangs on it


@frozen
class Governor:
    """A token that may tell what a sum is: a noun, or (`verb`) the full verb of `clause`; `near` where the sum hangs on it."""

    at: int
    clause: Clause
    verb: bool = False
    near: bool = False


def governors(p: Parse, clause: Clause, q: Quantity, language: Language) -> Iterator[Governor]:
    """What may tell what the sum is, from the nearest bond to the loosest."""
    yield from (Governor(i, clause, near=True) for i in _beside(p, clause, q, language))
    yield from (Governor(i, clause) for i in _portion(p, q, language))
    for relative in p.clauses:  # «3 Millionen Euro, die Alpha in ein Werk steckt»
        told = relative.kind == "relative" and relative.parent == clause.index and 0 < relative.first - q.last <= 2
        if told and relative.verb.at is not None:
            yield Governor(relative.verb.at, relative, verb=True)
    measures = clause.verb.lemma in language.grammar["sums"]["measuring"]
    if measures:
        yield from _subjects(p, clause)
    if clause.verb.at is not None:
        yield Governor(clause.verb.at, clause, verb=True)
    if clause.first > 1 and p.tokens[clause.first - 1].text == ":" and p.tokens[clause.first - 2].is_a("NN"):
        yield Governor(clause.first - 2, p.clauses[clause.index - 1])
    yield from (Governor(i, clause) for i in _around(p, clause, q, language))
    if clause.verb.at is None and clause.index and p.tokens[clause.first - 1].text == ":":
        said = p.clauses[clause.index - 1]
        if said.verb.at is not None:
            yield Governor(said.verb.at, said, verb=True)  # «hat viel investiert, genauer: 3 Millionen»
    if clause.verb.at is None and clause.index + 1 < len(p.clauses):
        after = p.clauses[clause.index + 1]
        yield from (Governor(i, after) for i in after.tokens if p.tokens[i].is_a("NN"))
    if clause.parent is not None:
        host = p.clauses[clause.parent]
        if clause.kind == "aside":
            before = [i for i in host.tokens if i < clause.first]
            yield from (Governor(i, host) for i in reversed(before[-REACH:]) if p.tokens[i].is_a("NN"))
        elif host.verb.at is not None and clause.verb.at is None:
            yield Governor(host.verb.at, host, verb=True)


def _beside(p: Parse, clause: Clause, q: Quantity, language: Language) -> Iterator[int]:
    """Nouns on which the sum hangs: in the same word, right behind it, before it over a preposition, before a colon."""
    tokens, table = p.tokens, language.grammar["sums"]
    if "-" in tokens[q.last].text and tokens[q.last].is_a("NN", "NE"):
        yield q.last  # «20-Millionen-Euro-Investition»
    if (behind := _behind(p, clause, q, language)) is not None:
        yield behind
    elif (
        q.last + 1 < len(p.low)
        and p.low[q.last + 1] in table["worth"]
        and clause.verb.lemma not in language.grammar["copula_verbs"]
    ):
        yield q.last + 1  # «Alpha, an der Börse 3 Milliarden wert, …»
    i = q.first - 1
    if i >= 0 and tokens[i].text == ":":
        yield from (k for k in range(i - 1, max(i - 4, -1), -1) if tokens[k].is_a("NN"))
        return
    if i >= 0 and tokens[i].low in table["labels"]:
        yield i
    while i >= 0 and tokens[i].is_a("ART", "ADV", "ADJ", "PTKZU", "PIAT", "PDAT"):
        i -= 1
    if i < 0 or tokens[i].low not in table["over"]:
        return
    inside = set(clause.tokens)
    for k in range(i - 1, max(i - REACH, -1), -1):
        if k not in inside or tokens[k].is_a(*VERB) or tokens[k].text in (",", ";"):
            return
        if tokens[k].is_a("NN") and not _measures(p, k, language):
            yield k


def _portion(p: Parse, q: Quantity, language: Language) -> list[int]:
    """«3 Millionen davon», «davon allein 3 Millionen»: the word for a part of a sum told before."""
    words = language.grammar["sums"]["portion"]
    near = [*range(q.last + 1, min(q.last + 3, len(p.tokens))), *range(q.first - 1, max(q.first - 5, -1), -1)]
    return next(([i] for i in near if p.tokens[i].low in words), [])


def _measures(p: Parse, i: int, language: Language) -> bool:
    """«im Wert von», «in Höhe von»: the noun only measures."""
    before = p.tokens[i - 1].low if i else ""
    return p.tokens[i].text in language.grammar["measure_nouns"] and (
        before in language.prep.in_merged or i < 2 or p.tokens[i - 2].low in language.prep.in_
    )


def _behind(p: Parse, clause: Clause, q: Quantity, language: Language) -> int | None:
    """«3 Millionen Euro (an) Strafe», «3 Millionen Euro teure Werk»."""
    tokens, i = p.tokens, q.last + 1
    inside = set(clause.tokens)
    if i in inside and tokens[i].low in language.prep.at_edge:
        i += 1
    steps = 0
    while i in inside and tokens[i].is_a("ADJ", "VV(PP)", "PIAT") and steps < 3:
        i, steps = i + 1, steps + 1
    return (
        i if i in inside and tokens[i].is_a(*NOUN) and not any(o.first <= i <= o.last for o in p.quantities) else None
    )


def _subjects(p: Parse, clause: Clause) -> Iterator[Governor]:
    """The head of the subject; in a relative clause of what it speaks of."""
    for host, phrase in subjects(p, clause):
        if phrase.quantity is None and not phrase.pronoun:
            yield Governor(
                phrase.head, host, near=p.head(phrase).text not in p.language.word.speech
            )  # «die Rede ist von»: of what?


def _around(p: Parse, clause: Clause, q: Quantity, language: Language) -> list[int]:
    """The nouns of the clause that do not only measure, the nearest first."""
    nouns = [i for i in clause.tokens if p.tokens[i].is_a("NN") and not q.first <= i <= q.last]
    nouns = [i for i in nouns if not _measures(p, i, language)]
    return sorted(nouns, key=lambda i: (q.first - i if i < q.first else i - q.last, i))
