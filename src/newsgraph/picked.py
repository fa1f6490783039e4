"""Who is picked out of a group: «3400 Kunden aus der Industrie, darunter Alpha», «ein Bündnis großer Ketten, unter ihnen Beta»."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.wordlist import words

Place = tuple[Clause, Phrase]


def among(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«3400 Kunden, darunter Alpha und Beta»: the first phrase behind the word that picks some out."""
    end = _whole(p, clause, cue)
    near = range(end + 1, min(end + 4, len(p.tokens)))
    picking = words(p.language.code, "picking_words")
    at = next((i for i in near if p.low[i] in picking or " ".join(p.low[i : i + 2]) in picking), None)
    # «die alle Hersteller beliefert, darunter …»
    final: list[int | None] = [] if clause.kind == "main" else [clause.verb.at, clause.verb.finite]
    closing = clause.verb.at  # «hat in 30 Firmen investiert, darunter …»
    if closing is not None and p.tokens[closing].is_a("VV(PP)", "VV(INF)"):
        final.append(closing)
    if at is None or any(p.tokens[i].is_a("VV", "VA", "VM") and i not in final for i in range(cue.last + 1, at)):
        return
    for host in p.clauses:
        named = [f for f in p.phrases[host.index] if f.first > at and f.mention is not None]
        if at in host.tokens or (named and host.first == at + 1):
            yield from ((host, _heading(p, host, f, at)) for f in named[:1])
            return


def _heading(p: Parse, host: Clause, named: Phrase, at: int) -> Phrase:
    """The first of the list that a name is in, though it was found to be no name itself: the list hangs on it."""
    first = p.phrases[host.index][named.to] if named.link == "list" and named.to is not None else named
    return first if first.first > at else named


def _whole(p: Parse, clause: Clause, cue: Phrase) -> int:
    """The last token of a phrase with what hangs on it: «ein Bündnis großer Ketten», «Kunden aus der Industrie»."""
    last = cue.last
    for behind in p.phrases[clause.index]:
        hangs = (
            behind.mention is None
            and not behind.pronoun
            and (behind.link == "genitive" or behind.prep or not behind.det)
        )
        if hangs and behind.link != "list" and adjacent(p.tokens, last, behind.first):
            last = behind.last
    return last
