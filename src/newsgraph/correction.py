"""What an article takes back of itself: «In einer früheren Fassung hieß es, Alpha habe …»."""

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.parse import Parse


def is_put_right(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether a clause only repeats what an earlier version of the text said."""
    table = language.grammar["certainty"]
    if not set(p.low).intersection(table["corrected"]) or (clause.verb.mood == "indicative" and not clause.marker):
        return False
    hosts = (c for c in p.clauses if c is not clause and c.index in (clause.parent, clause.index - 1))
    return any(
        not p.words(c).isdisjoint(table["earlier"]) and not p.words(c).isdisjoint(table["corrected"]) for c in hosts
    )


def is_hoax(p: Parse, clause: Clause, cue: int | None, language: Language) -> bool:
    """«Der Kauf von Alpha war ein Aprilscherz»: what the clause speaks of is said to be made up."""
    noun = cue is not None and cue != clause.verb.at
    calls = clause.verb.lemma in language.verb.turn_out
    return noun and calls and not p.words(clause).isdisjoint(language.grammar["certainty"]["hoax"])
