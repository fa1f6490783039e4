"""Who only tells of a deal («Die Zeitung Alpha beziffert den Kaufpreis für Beta auf 9 Millionen»), and what no denial touches."""

from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.replacement import replace
from newsgraph.subject import subject

GRANTED = ("parent", "competes", "category", "office", "country", "position")
PARTIES = ("investor", "buyer")


def without_teller(event: Event, p: Parse, clause: Clause, language: Language) -> Event:
    """An event without the outlet that its clause names as who says it."""
    told = [r for r in PARTIES if any(f.kind == "NewsOrganization" for f in event.roles.get(r, ()))]
    if not told or clause.verb.lemma not in language.speech.verbs:
        return event
    first = subject(p, clause)
    if first is None:
        return event
    roles = {
        role: tuple(f for f in fillers if role not in told or not first.first <= f.first <= first.last)
        for role, fillers in event.roles.items()
    }
    return replace(event, roles={role: fillers for role, fillers in roles.items() if fillers})


def taken_for_granted(event: Event, clause: Clause, language: Language) -> bool:
    """«dementierte, dass man die Sparte Alpha verkauft»: that Alpha is a division, nobody denies."""
    by_noun = event.first not in (clause.verb.at, clause.verb.finite)
    return event.frame.relation in GRANTED and by_noun and clause.verb.lemma not in language.verb.being
