"""Rivals told over two sentences: «Die Konkurrenz schläft nicht. Alpha baut in Graz ein zweites Werk.»

What announces rivals names none: a short sentence, or what stands before a colon. Who acts next is a rival of whom the text is
about.
"""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newsgraph.actor import subjects
from newsgraph.argument import with_list
from newsgraph.clause import Clause
from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.reference import Focus

RIVALS = Frame("rivalry/announced", "competes", frozenset(), frozenset(), (), (), (), {}, "", frozenset(), False)
LONGEST = 14  # words of a sentence that only announces rivals
ACTING = ("main", "infinitive")
FIRMS = ("Company", "App", "")


@cache
def _nouns(language: Language) -> frozenset[str]:
    """The nouns that announce rivals."""
    return frozenset(language.grammar["rivalry"]["nouns"])


def rivals(p: Parse, focus: Focus, language: Language) -> Iterator[Event]:
    """The rivals that act in this sentence, of the company that the sentence before, or before the colon, was about."""
    before, focus.rivalry = focus.rivalry, None
    told, focus.rivalled = focus.rivalled, None
    words = language.grammar["rivalry"]
    nouns = _nouns(language)
    noun = None if nouns.isdisjoint(p.low) else next(i for i, w in enumerate(p.low) if w in nouns)
    if noun is None and told is not None and p.low[0] in words["more"]:  # «Auch Alpha mischt mit»
        focus.rivalled = told
        yield from _acting(
            p, p.clauses[0], told, 0, [*(w for w in words["saying"] if w not in language.verb.come), *words["buying"]]
        )
        return
    topic = focus.topic if noun is not None or words["first"] in p.low else None
    if noun is None and topic is not None and not _says(p, words["phrases"]):
        topic = None
    if topic is None and before is not None:
        topic, noun = before, -1
        clauses = [c for c in p.clauses if c.kind == "main"] or p.clauses[:1]
    else:
        colon = next((c.index for c in p.clauses if _opens_place(p, c)), 0)
        clauses = p.clauses[colon : colon + 1] if colon else ()
        end = p.clauses[colon].first if colon else len(p.tokens)
        others = [m for m in p.mentions if m.last < end and m.kind in ("Company", "App", "Person") and not m.adjective]
        pressed = [
            m
            for m in others
            if m.first and p.low[m.first - 1] in language.prep.pressed and m.kind == "Company" and not m.rest
        ]
        topic = (
            pressed[0] if noun is not None and len(others) == len(pressed) == 1 else topic
        )  # «Der Druck auf Alpha wächst»
        lacks = _lacks(p, words["lacking"])
        if topic is None or any(m.name != topic.name for m in others) or end > LONGEST or lacks:
            trading = tuple(words["trading"])
            trades = noun is not None and any(w.startswith(trading) for w in p.low)
            focus.rivalled = topic if noun is not None and not lacks and not trades else None
            return
        focus.rivalry = topic if not colon else None
    for clause in clauses:
        yield from _acting(p, clause, topic, max(noun or 0, 0), words["saying"]) if topic is not None else ()


def shares(p: Parse, language: Language) -> Iterator[Event]:
    """«Alpha kommt am Markt auf 30 Prozent, Beta auf 20»: those whose shares of a market one sentence tells."""
    percent = [q for q in p.quantities if q.unit == "percent"]
    markets = tuple(language.grammar["rivalry"]["markets"])
    if len(percent) < 2 or not any(w.endswith(markets) for w in p.low):
        return
    found: dict[str, Mention] = {}
    for clause in p.clauses:
        inside = [
            m for _, f in subjects(p, clause) if (m := f.mention) is not None and m.kind == "Company" and not m.rest
        ]
        if len(inside) == 1 and any(q.first in clause.tokens for q in percent):
            found.setdefault(inside[0].name, inside[0])
    for one, two in pairwise(found.values()):
        a, b = (Filler(m.kind, m.first, m.last, m.name, m.id, verbal=True) for m in (one, two))
        clause = next(c for c in p.clauses if two.first in c.tokens)
        yield Event(RIVALS, p.sentence.index, clause.index, two.first, two.last, {"a": (a,), "b": (b,)})


def _opens_place(p: Parse, clause: Clause) -> bool:
    """«Die Konkurrenz schläft nicht: Alpha …», «Konkurrenz kommt aus München, wo Alpha …»."""
    return clause.first > 0 and (p.tokens[clause.first - 1].text == ":" or clause.marker in p.language.pron.where)


def _says(p: Parse, phrases: list[str]) -> bool:
    """Whether one of these runs of words stands in the sentence."""
    text = " ".join(p.low)
    return any(phrase in text for phrase in phrases)


def _lacks(p: Parse, lacking: list[str]) -> bool:
    """«Konkurrenz hat Alpha kaum»: none is announced."""
    return not {*p.low}.isdisjoint(lacking)


def _acting(p: Parse, clause: Clause, topic: Mention, at: int, saying: list[str]) -> Iterator[Event]:
    """The companies that are subject of a clause, each as a rival."""
    says = clause.verb.lemma in saying and p.language.word.market.isdisjoint(
        p.words(clause)
    )  # «kommt 2027 auf den Markt»
    if (clause.kind not in ACTING and clause.marker not in p.language.pron.where) or says:
        return
    if any(m.name == topic.name and m.first in clause.tokens for m in p.mentions):
        return  # «Konkurrenz. Beta hatte Alpha im März gekauft»
    found = [f for host, first in subjects(p, clause) for f in with_list(p, host, first)]
    beside = [
        f for f in p.phrases[clause.index] if f.prep in p.language.prep.beside and f.first < 2
    ]  # «Neben Alpha drängt auch Beta …»
    found = [*(f for f in beside if found), *found]
    named = [f.mention for f in found if f.mention is not None and f.mention.kind in FIRMS]
    rest = [m for m in named if not m.rest and not m.adjective and m.name != topic.name]
    if rest and len(rest) == len(named) == len(found):
        b = tuple(Filler(m.kind or "Company", m.first, m.last, m.name, m.id, verbal=True) for m in rest)
        a = (Filler(topic.kind or "Company", at, at, topic.name, topic.id, here=False),)
        yield Event(RIVALS, p.sentence.index, clause.index, b[0].first, b[-1].last, {"a": a, "b": b})
