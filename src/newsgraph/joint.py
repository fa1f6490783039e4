"""Several who give a company money together: that is a funding round, whatever the words call it.

«38 Millionen Euro schießen der Fonds Alpha und die Versicherung Beta ein».
"""

from dataclasses import replace

from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.parse import Parse


def joined(event: Event, p: Parse, language: Language) -> Event:
    """The event as a funding round where two or more, one of them an investor by trade, put a sum into a company."""
    roles = event.roles
    givers = {f.name for f in roles.get("investor", ()) if f.here}
    if event.frame.relation != "investment" or len(givers) < 2 or not roles.keys() >= {"amount", "target"}:
        return event
    if roles.keys() & {"goal", "part"} or not any(_by_trade(p, f, language) for f in roles["investor"]):
        return event
    return replace(event, frame=replace(event.frame, relation="funding_round"))


def _by_trade(p: Parse, filler: Filler, language: Language) -> bool:
    """«der Fonds Alpha», «Alpha Ventures»."""
    ends = tuple(language.grammar["sums"]["funds"])
    return filler.here and any(t.text.lower().endswith(ends) for t in p.tokens[filler.first : filler.last + 1])
