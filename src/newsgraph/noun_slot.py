"""Slots around a noun that need more than its phrase: the place behind a name, who has the figure, who is picked out."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.mention import QUOTES
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent

Place = tuple[Clause, Phrase]
PICKING = ("darunter", "etwa", "beispielsweise", "allen", "voran", "namentlich", "nämlich")


def where(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The place right behind a name, where no verb can claim it: before the verb in second place, or «bei Alpha in Graz»."""
    finite = clause.verb.finite
    front = (
        clause.kind == "main" and finite is not None and cue.last < finite and p.tokens[finite].is_a("VV", "VA", "VM")
    )
    for phrase in p.phrases[clause.index]:
        certain = cue.prep in ("bei", "mit", "von") or (front and finite is not None and phrase.last < finite)
        if phrase.prep == "in" and certain and adjacent(p.tokens, cue.last, phrase.first):
            yield clause, phrase


def bearer(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Alpha mit zuletzt 5 Millionen Nutzern»: the phrase before «mit», adverbs left out."""
    before = p.phrases[clause.index][cue.index - 1] if cue.index and cue.prep == "mit" else None
    gap = range(before.last + 1, cue.first) if before is not None else ()
    if before is not None and all(p.tokens[i].is_a("ADV") or p.tokens[i].text in QUOTES for i in gap):
        yield clause, before


def among(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«3400 Kunden, darunter Alpha und Beta»: the first phrase behind the word that picks some out."""
    words = range(cue.last + 1, min(cue.last + 4, len(p.tokens)))
    at = next((i for i in words if p.tokens[i].text.lower() in PICKING), None)
    if at is None or any(p.tokens[i].is_a("VV", "VA", "VM") for i in range(cue.last + 1, at)):
        return
    for host in p.clauses:
        named = [f for f in p.phrases[host.index] if f.first > at and f.mention is not None]
        if at in host.tokens or (named and host.first == at + 1):
            yield from ((host, f) for f in named[:1])
            return
