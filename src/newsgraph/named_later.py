"""Names that a noun gets behind it: «trifft auf einen Gegner: Alpha», «Der Rivale sitzt in Paris und heißt Alpha»."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.subject import subject

Place = tuple[Clause, Phrase]


def named_later(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The name that the next clause gives a noun: behind a colon, or as what its subject is called."""
    after = p.clauses[clause.index + 1] if clause.index + 1 < len(p.clauses) else None
    if after is None or cue.mention is not None or cue.link == "genitive":
        return
    named = [
        f for f in p.phrases[after.index] if f.mention is not None and not f.mention.rest and not f.mention.adjective
    ]
    if p.tokens[after.first - 1].text == ":":
        opens = bool(named) and all(f.last < named[0].first for f in p.phrases[after.index] if f.mention is None)
        one = cue.det.startswith(p.language.stem.one)
        new = one or cue.quantity is not None or (clause.verb.finite is None and not cue.prep)
        if opens and new and after.verb.at is None and not named[0].prep:
            yield after, named[0]
    elif (
        after.verb.lemma in p.language.verb.be_called
        and (after.joined or after.shares is not None)
        and subject(p, clause) is cue
    ):
        yield from ((after, f) for f in named if not f.prep)
