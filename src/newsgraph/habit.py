"""What somebody usually does, which is no single deal: «investiert normalerweise zwischen 1 und 3 Millionen Euro je Start-up»."""

from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.language import Language
from newsgraph.parse import Parse

DEALS = ("investment", "funding_round", "acquisition")


def is_habit(event: Event, p: Parse, clause: Clause, language: Language) -> bool:
    """Whether the clause says how somebody usually pays: «in der Regel», «üblicherweise»."""
    if event.frame.relation not in DEALS:
        return False
    said = p.words(clause)
    usual = [phrase for phrase in language.grammar["habitual"]["phrases"] if phrase.rpartition(" ")[2] in said]
    text = f" {' '.join(p.low[i] for i in clause.tokens)} " if usual else ""
    return any(f" {phrase} " in text for phrase in usual)
