"""Slots of a participle before a noun: what it describes, and its verb's other parts, which stand before it."""

from collections.abc import Iterator

from newsgraph.attribute import inside
from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.preposition_slot import is_region
from newsgraph.replacement import replace

Place = tuple[Clause, Phrase]


def attribute(p: Parse, clause: Clause, cue: Cue, name: str) -> Iterator[Place]:
    """«die von Alpha in Graz entwickelte Software Beta»: the verb's parts stand before it, what it describes behind."""
    if cue.phrase is None:
        return
    acts = "agent" if p.tokens[cue.first].lemma.endswith("nd") else ""
    agents = _agents(p, clause, cue)
    if name in ("patient", "object", "self", "host", acts) or (name == "subject" and not agents):
        yield clause, _described(p, clause, cue.phrase)
    elif name == "agent":
        yield from ((clause, f) for f in agents)
    else:
        own = (f for f in inside(p, clause, cue.phrase, cue.first) if f.prep == name.lstrip(">~"))
        yield from ((clause, f) for f in own if not (f.prep in p.language.prep.in_ and is_region(p, clause, f)))


def _described(p: Parse, clause: Clause, phrase: Phrase) -> Phrase:
    """«die in Graz ansässige Alpha-Tochter Beta»: Beta, not Alpha."""
    if not phrase.det and phrase.mention is None:
        phrase = replace(phrase, det=_article(p, clause, phrase))
    following = next((f for f in p.phrases[clause.index] if adjacent(p.tokens, phrase.last, f.first)), None)
    compound = phrase.mention is not None and phrase.mention.rest
    return following if compound and following is not None and following.mention is not None else phrase


def _article(p: Parse, clause: Clause, phrase: Phrase) -> str:
    """The article that stands before all that describes a phrase («der in Graz ansässige Anbieter»)."""
    before = [f for f in p.phrases[clause.index] if f.last < phrase.first]
    first = next((f.first for f in reversed(before) if f.prep), phrase.first)
    token = p.tokens[first - 1] if first else None
    return token.low if token is not None and token.is_a("ART", "PREL", "PDS") else ""


def _agents(p: Parse, clause: Clause, cue: Cue) -> list[Phrase]:
    own = inside(p, clause, cue.phrase, cue.first) if cue.phrase is not None else ()
    return [f for f in own if f.prep in p.language.prep.by]
