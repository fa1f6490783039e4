"""Rivals whom one sentence announces and the next names: «Die Konkurrenz schläft nicht. Alpha aus Ulm baut …».

So does a colon: «Die Rivalen holen auf: Alpha hat …». Nothing in the second sentence says that Alpha is one.
"""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.filler import Event, Filler
from newsgraph.mention import Mention
from newsgraph.parse import Parse, subject, with_list
from newsgraph.pattern import Frame
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.wordlist import words

ANNOUNCED = Frame("competes/announced", "competes", frozenset(), frozenset(), (), (), (), {}, "", frozenset(), False)
COMMON = ("", "die", "der", "viele", "andere", "einige", "beide", "seine", "ihre")


def announces(p: Parse, focus: Focus) -> Mention | None:
    """The company of whose rivals a sentence speaks without naming any, so that the next one will."""
    spoken = [c for c in p.clauses if c.kind == "main" and _speaks_of_rivals(p, c)]
    if not spoken or spoken[-1].index != len(p.clauses) - 1:
        return None
    named = [m for m in p.mentions if m.kind == "Company" and not m.adjective and m.first > spoken[-1].first]
    return focus.topic if not named else None


def announced(p: Parse, focus: Focus) -> Iterator[Event]:
    """Who competes with whom, where the sentence before, or the clause before a colon, has announced it."""
    whose, first = focus.rivalry, 0
    for clause in p.clauses:
        colon = clause.first > 0 and p.tokens[clause.first - 1].text == ":"
        if colon and clause.index and _speaks_of_rivals(p, p.clauses[clause.index - 1]):
            whose, first = focus.topic, clause.index
    if whose is None or (first == 0 and focus.topic is None):
        return
    main = next((c for c in p.clauses if c.index >= first and c.kind == "main"), None)
    own = subject(p, main) if main is not None else None
    if main is None or own is None or not _begins(p, main, own):
        return
    rivals = [f for f in with_list(p, main, own) if _is_firm(f) and f.mention is not None]
    beside = [f for f in p.phrases[main.index] if f.prep == "neben" and _is_firm(f) and f.first <= own.first]
    for phrase in (*rivals, *beside):
        m = phrase.mention
        if (
            m is not None
            and m.name != whose.name
            and (rivals and own.mention is not None and own.mention.name != whose.name)
        ):
            yield _event(p, main, m, whose)


def _event(p: Parse, clause: Clause, rival: Mention, whose: Mention) -> Event:
    named = Filler("Company", rival.first, rival.last, rival.name, rival.id, verbal=True)
    other = Filler("Company", rival.first, rival.first, whose.name, whose.id, here=False)
    return Event(ANNOUNCED, p.sentence.index, clause.index, rival.first, rival.last, {"a": (other,), "b": (named,)})


def _speaks_of_rivals(p: Parse, clause: Clause) -> bool:
    """«Die Konkurrenz schläft nicht», not «Die Konkurrenz von Beta …» or «Beta ist ein Rivale»."""
    own = subject(p, clause)
    if own is None or own.mention is not None or own.det not in COMMON or own.prep:
        return False
    hung = any(f.link == "genitive" and f.to == own.index for f in p.phrases[clause.index])
    of = any(f.prep in ("von", "für", "durch") and f.first == own.last + 1 for f in p.phrases[clause.index])
    rivals = any(p.low[own.head].endswith(w) for w in words(p.language.code, "rival_groups"))
    return rivals and not hung and not of


def _begins(p: Parse, clause: Clause, own: Phrase) -> bool:
    """Whether the firm is what the clause tells of: no reported word, and nothing that goes back to who was spoken of."""
    said = clause.verb.lemma in p.language.speech.verbs
    back = any(p.low[i] in words(p.language.code, "answering_words") for i in clause.tokens if i < own.last + 4)
    return not said and not back


def _is_firm(phrase: Phrase) -> bool:
    m = phrase.mention
    return m is not None and m.kind in ("Company", "") and not m.rest and not m.adjective
