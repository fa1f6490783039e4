"""Whose worth is told behind a deal: of the company that got the money, not of who gave it."""

from newsgraph.dealing import VALUED, Dealings
from newsgraph.filler import Event
from newsgraph.parse import Parse
from newsgraph.replacement import replace

LATELY = 2  # sentences


def worth(dealings: Dealings, event: Event, p: Parse) -> Event:
    """«Alpha steckt 3 Millionen in Beta. Das Unternehmen ist damit 40 Millionen wert»: Beta, where no name says so."""
    told, whose = dealings.gained(p.sentence.index, LATELY), event.roles.get("measured", ())
    if event.frame.set.get("ng:metric") not in VALUED or len(whose) != 1 or told is None:
        return event
    own, (into, givers) = whose[0], told
    if own.name not in givers or own.name == into.name:
        return event
    if any(m.first <= own.last and own.first <= m.last and not m.adjective for m in p.mentions):
        return event  # the words name it
    meant = replace(into, first=own.first, last=own.last, here=own.here, verbal=own.verbal)
    return replace(event, roles={**event.roles, "measured": (meant,)})
