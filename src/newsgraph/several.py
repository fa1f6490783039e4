"""«sie» as subject of a plural verb: several, whom no one name stands for («Dafür bekamen sie eine Strafe»)."""

from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.subject import subject


def is_several(p: Parse, phrase: Phrase) -> bool:
    """Whether a phrase is the pronoun of several, by the verb whose subject it is."""
    if not phrase.pronoun or p.low[phrase.head] not in p.language.pron.she:
        return False
    clause = next((c for c in p.clauses if phrase.first in c.tokens and subject(p, c) is phrase), None)
    if clause is None:
        return False
    inner = clause.kind in ("sub", "relative") and p.tokens[clause.last].is_a("V")
    at = clause.verb.finite if clause.verb.finite is not None else clause.last if inner else None
    return at is not None and p.low[at].endswith(p.language.ending.plural)  # «…, weil sie ein Werk gebaut haben»
