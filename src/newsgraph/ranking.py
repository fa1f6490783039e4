"""A ranking of what was raised makes no rivals: «Die höchste Finanzierung bekam Alpha, gefolgt von Beta»."""

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.wordlist import words


def ranks_money(p: Parse, clause: Clause, frame: Frame) -> bool:
    """Whether a frame for rivals reads that one follows another in a sentence about money from investors."""
    if frame.relation != "competes" or clause.verb.lemma not in words(p.language.code, "following_verbs"):
        return False
    return not words(p.language.code, "funding_words").isdisjoint(p.low)
