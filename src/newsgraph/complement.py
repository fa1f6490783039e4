"""The objects of a clause: what its verb asks for beside the subject, in the accusative or the dative."""

from newsgraph.argument import free
from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.subject import subject


def objects(p: Parse, clause: Clause) -> list[Phrase]:
    """The phrases without preposition that are not the subject and can be an accusative."""
    first = subject(p, clause)
    if clause.kind == "infinitive" and first is not None and (first.first == clause.first or not first.pronoun):
        first = None  # «Alpha kündigt an, Beta kaufen zu wollen»
    return [
        f
        for f in free(p, clause)
        if f is not first and "acc" in f.cases and not (f.pronoun and p.head(f).low in p.language.pron.reflexive)
    ]


def points_back(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Diese baut die Firma Alpha», «den hat Alpha entworfen»: what was named before is the object."""
    front = clause.kind == "main" and phrase.first == clause.first and phrase.pronoun and not clause.verb.passive
    return front and p.head(phrase).low in p.language.det.demonstratives and subject(p, clause) is not phrase


def datives(p: Parse, clause: Clause) -> list[Phrase]:
    """The phrases without preposition, other than the subject, that are datives by form; else bare names, which can be."""
    first = subject(p, clause)
    rest = [f for f in free(p, clause) if f is not first and f.quantity is None]
    strict = [f for f in rest if "dat" in f.cases and "acc" not in f.cases]
    return strict or [f for f in rest if f.mention is not None and not f.det and not _names_place(p, clause, f)]


def _names_place(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«vom Brandenburger Hof Alpha»: a bare name right behind a noun with its preposition is what that noun is called."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    if before is None or not before.prep or not adjacent(p.tokens, before.last, phrase.first):
        return False
    return before.mention is None or (
        before.mention.kind == "Place" and not before.mention.adjective and before.link == "list"
    )
