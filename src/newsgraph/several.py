"""«sie» as subject of a plural verb: several, whom no one name stands for («Dafür bekamen sie eine Strafe»)."""

from newsgraph.parse import Parse, subject
from newsgraph.phrase import Phrase

PLURAL = ("n", "sind")  # how a finite verb of several ends


def is_several(p: Parse, phrase: Phrase) -> bool:
    """Whether a phrase is the pronoun of several, by the verb whose subject it is."""
    if not phrase.pronoun or p.low[phrase.head] != "sie":
        return False
    clause = next((c for c in p.clauses if phrase.first in c.tokens and subject(p, c) is phrase), None)
    return clause is not None and clause.verb.finite is not None and p.low[clause.verb.finite].endswith(PLURAL)
