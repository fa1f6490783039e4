"""Who acts in a clause, also where another clause names him: subjects of infinitives, of joined and of relative clauses."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.parse import Parse, antecedent, subject
from newsgraph.phrase import Phrase

Place = tuple[Clause, Phrase]


def subjects(p: Parse, clause: Clause, depth: int = 0) -> Iterator[Place]:
    """The subject, also where another clause names it: infinitives, joined clauses, relative pronouns."""
    if clause.kind == "participle":
        yield from (found for found in [antecedent(p, clause)] if found is not None)
        return
    own = subject(p, clause) if clause.kind != "infinitive" else None
    if own is not None and own.pronoun and clause.kind == "relative" and (found := antecedent(p, clause)):
        yield found
    elif own is not None and not (
        clause.joined and (own.quantity is not None or (own.mention is None and not own.det))
    ):
        yield clause, own
    elif depth < 4 and (host := _governing(p, clause)) is not None:
        yield from subjects(p, host, depth + 1)


def _governing(p: Parse, clause: Clause) -> Clause | None:
    if clause.shares is not None:
        return p.clauses[clause.shares]
    if clause.joined and clause.index:
        return p.clauses[clause.index - 1]
    return p.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None


def relative_object(p: Parse, clause: Clause) -> Iterator[Place]:
    """«…, das Alpha entwickelt hat»: the antecedent is the object."""
    first = p.phrases[clause.index][:1]
    if (
        clause.kind == "relative"
        and first
        and first[0].pronoun
        and not first[0].prep
        and first[0] is not subject(p, clause)
    ) and (found := antecedent(p, clause)):
        yield found


def relative_dative(p: Parse, clause: Clause) -> list[Place]:
    """«Alpha, dem auch Beta gehört»: the antecedent."""
    first = p.phrases[clause.index][:1]
    pronoun = clause.kind == "relative" and first and first[0].pronoun and not first[0].prep
    if not pronoun or "dat" not in first[0].cases or {"nom", "acc"} & first[0].cases:
        return []
    found = antecedent(p, clause)
    return [found] if found is not None else []
