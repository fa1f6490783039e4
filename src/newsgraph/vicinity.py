"""Where the parse does not say what belongs to a cue: the phrases around it, the nearest first.

The weaker way behind the strict slots (newsgraph.slot): within the clause, then within the clauses right beside it.
"""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.parse import Parse, with_list
from newsgraph.phrase import Phrase

VICINITY = "vicinity"  # the slot's name
SOURCES = ("laut", "gemäß", "nach")  # who says it is no part of it
OUTSIDE = ("so",)  # «so Alpha»


def vicinity(p: Parse, clause: Clause, cue: Cue) -> Iterator[tuple[Clause, list[Phrase]]]:
    """The phrases of the clause, each with those listed with it, by their distance from the cue; then those of its host."""
    yield from _ordered(p, clause, cue)
    hosts = [clause.parent] if clause.parent is not None else []
    for i in hosts + [c.index for c in p.clauses if c.parent == clause.index]:
        if p.clauses[i].kind not in OUTSIDE:
            yield from _ordered(p, p.clauses[i], cue)


def _ordered(p: Parse, clause: Clause, cue: Cue) -> Iterator[tuple[Clause, list[Phrase]]]:
    heads = [f for f in p.phrases[clause.index] if f.link != "list" and f.prep not in SOURCES]
    for phrase in sorted(heads, key=lambda f: _distance(f, cue)):
        yield clause, with_list(p, clause, phrase)


def _distance(phrase: Phrase, cue: Cue) -> tuple[int, int]:
    """How far a phrase is; of two as far the one behind."""
    return (phrase.first - cue.last, 0) if phrase.first > cue.last else (max(cue.first - phrase.last, 0), 1)
