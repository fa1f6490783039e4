"""Stakes of more than half: who holds one is the owner, which is told as such («hält 51 Prozent an Beta»)."""

from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.language import Language
from newsgraph.parse import Parse

STAKES = "takes-a-stake/"
HALF = 50  # per cent


def owns_most(p: Parse, event: Event, clause: Clause, language: Language) -> bool:
    """Whether an event tells a stake that somebody merely holds, and it is more than half."""
    holds = clause.verb.lemma in language.grammar["sums"]["holding_verbs"]
    if event.frame.relation != "investment" or not event.frame.name.startswith(STAKES) or not holds:
        return False
    inside = [q for q in p.quantities if q.unit == "percent" and clause.first <= q.first <= clause.last]
    return len(inside) == 1 and inside[0].size > HALF
