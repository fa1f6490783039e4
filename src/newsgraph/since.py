"""«Eva Muster, seit 2020 Sprecherin der Geschäftsführung»: an office behind the time since when somebody holds it."""

from newsgraph.argument import is_time
from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase


def holds_since(p: Parse, clause: Clause, cue: Phrase) -> Phrase | None:
    """The phrase with the person's name, before a comma, a time and the bare noun."""
    parts = p.phrases[clause.index]
    if cue.det or cue.prep or cue.mention is not None or cue.index < 2:
        return None
    time, named = parts[cue.index - 1], parts[cue.index - 2]
    timed = time.prep in p.language.prep.since and time.last + 1 == cue.first and p.tokens[time.first - 1].text == ","
    person = named.mention is not None and named.mention.kind == "Person" and not named.mention.rest
    return named if timed and person and (is_time(p, time) or time.mention is None) else None
