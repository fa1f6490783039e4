"""Who only tells of a deal and takes no part in it: «Die Zeitung Alpha beziffert den Kaufpreis für Beta auf 9 Millionen»."""

from dataclasses import replace

from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.subject import subject

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
