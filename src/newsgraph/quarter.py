"""A part of a town for the town: «am Stadtrand von Graz», «im Süden der Stadt Graz», «vor den Toren von Graz»."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.wordlist import words


def quarters(p: Parse, clause: Clause) -> Iterator[Phrase]:
    """The phrases, behind whatever preposition, that name a part of a town by the town."""
    for phrase in p.phrases[clause.index]:
        if is_quarter(p, phrase):
            yield phrase


def is_quarter(p: Parse, phrase: Phrase) -> bool:
    """Whether a phrase is a noun for a part of a town, or for what lies around it."""
    near = phrase.prep in p.language.prep.quarter and phrase.mention is None
    return near and p.low[phrase.head] in words(p.language.code, "quarter_nouns")


def town(p: Parse, clause: Clause, phrase: Phrase) -> Phrase:
    """The phrase with the town's name, where this one is a part of it; else the phrase itself."""
    if not is_quarter(p, phrase):
        return phrase
    behind = (f for f in p.phrases[clause.index] if adjacent(p.tokens, phrase.last, f.first))
    named = (f for f in behind if f.mention is not None and f.mention.kind == "Place" and not f.mention.adjective)
    return next(
        (f for f in named if f.prep in p.language.prep.of_or_at or (not f.prep and f.link == "genitive")), phrase
    )
