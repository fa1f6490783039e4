"""Whom a pronoun cannot mean: who acts in its own clause («Der Konzern Alpha will sie kaufen», «Alpha steigt bei ihr ein»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.actor import subjects
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase

if TYPE_CHECKING:
    from newsgraph.reference import Focus

NOBODY: frozenset[str] = frozenset()


def barred(focus: Focus, p: Parse, phrase: Phrase) -> frozenset[str]:
    """The names of those who act in the clause of a pronoun that is not its subject: it would be «sich» if it meant them."""
    clause = p.clause_at(phrase.first)
    if clause is None or clause.kind == "participle":
        return NOBODY
    acting = [f for _, f in subjects(p, clause)]
    if any(f is phrase for f in acting):
        return NOBODY
    meant = (f.mention if f.mention is not None else focus.of(p, f) for f in acting if f.quantity is None)
    return frozenset(m.name for m in meant if m is not None and not m.adjective and not m.rest)
