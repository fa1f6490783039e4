"""What becomes of a sum that no frame has read: the word that governs it opens a frame for sums, or tells to leave it unread.

Frames for sums (`sum = true` in patterns/) are looser than the others: they start from the sum, and may look for those who
take part anywhere in the sentence, or take the company that the text speaks of.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsgraph.announced import announced
from newsgraph.clause import Clause
from newsgraph.cue import CACHE, Cue
from newsgraph.deal_event import fitted
from newsgraph.filler import Event, Filler
from newsgraph.frame import filled
from newsgraph.governor import Governor, governors
from newsgraph.language import Language
from newsgraph.lexicon import forms
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.phrase import Phrase
from newsgraph.quantity import Quantity
from newsgraph.reference import Focus
from newsgraph.relation import UNREAD
from newsgraph.replacement import replace

SMALL = 100_000  # below it a sum is a price or a fee, unless it is a fine
TINY = 1_000


@dataclass(frozen=True, eq=False)
class Routes:
    """The frames for sums by verb and by noun; `tails` are the ends of compounds, the longest first."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    tails: Mapping[str, tuple[Frame, ...]]


@lru_cache(8)
def routes(sums: tuple[Frame, ...]) -> Routes:
    """The index over these frames; refusals by a word come first, then what says more of something."""
    verbs, nouns, tails = dict[str, list[Frame]](), dict[str, list[Frame]](), dict[str, list[Frame]]()
    for frame in sorted(sums, key=_urgency):
        for verb in frame.verbs:
            verbs.setdefault(verb, []).append(frame)
        for noun in frame.nouns:
            table = tails if noun[0] == "-" else nouns
            table.setdefault(noun.removeprefix("-"), []).append(frame)
    longest = sorted(tails, key=lambda t: (-len(t), t))
    return Routes(
        {v: tuple(f) for v, f in verbs.items()},
        {n: tuple(f) for n, f in nouns.items()},
        {t: tuple(tails[t]) for t in longest},
    )


def _urgency(frame: Frame) -> tuple[bool, bool, bool]:
    refuses = frame.relation == UNREAD and bool(frame.words)
    state = any(r.type == "state" for r in frame.roles) or ("goal",) in frame.needs
    return (
        not refuses,
        not state and not any(r.name in ("event", "backs", "funds") or r.slots == ("gains",) for r in frame.roles),
        not frame.words,
    )


@lru_cache(CACHE)
def _by_noun(noun: str, sums: tuple[Frame, ...]) -> tuple[Frame, ...]:
    table = routes(sums)
    spelt = tuple(forms(noun))
    for form in spelt:
        if form in table.nouns:
            return table.nouns[form]
    for tail, frames in table.tails.items():
        if any(f.endswith(tail) and len(f) > len(tail) + 1 for f in spelt):
            return frames
    return ()


def routed(
    p: Parse, sums: tuple[Frame, ...], read: Sequence[Event], focus: Focus, language: Language
) -> Iterator[Event]:
    """Events for the sums of a sentence that those read so far have left."""
    spent = {(f.quantity.first, f.quantity.last) for e in read for f in e.all() if f.quantity is not None}
    for clause in p.clauses:
        for phrase in p.phrases[clause.index]:
            q = phrase.quantity
            if q is None or not _open(q) or (q.first, q.last) in spent:
                continue
            event = _route(p, clause, phrase, sums, focus, language)
            if event is not None:
                event = _apportioned(p, clause, q, _gapped(p, clause, phrase, event))
                event = fitted(focus.dealings, event, p, language, focus.topic)
                focus.dealings.meanwhile(event, p.sentence.index)
                spent |= {(f.quantity.first, f.quantity.last) for f in event.all() if f.quantity is not None}
                yield event


def _gapped(p: Parse, clause: Clause, phrase: Phrase, event: Event) -> Event:
    """«Alpha steckt 3 Millionen in Graz, Beta 5 Millionen in Linz»: what is left out is the verb, not who acts."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    other = before.mention if before is not None and not before.prep and not before.link else None
    summed = any(f.quantity is not None and f.quantity.is_money for f in p.phrases[clause.index][: phrase.index])
    named = other is not None and other.kind == "Company" and not other.rest and not other.adjective
    if before is None or other is None or not named or not summed or "investor" not in event.roles:
        return event
    gap = range(before.last + 1, phrase.first)
    start = other.first - 1 if p.tokens[other.first - 1].is_a("ART") else other.first
    if len(gap) > 2 or p.tokens[start - 1].text not in p.language.conj.clause_border:
        return event
    actor = Filler(other.kind, before.first, before.last, other.name, other.id, verbal=True)
    roles = {r: f for r, f in event.roles.items() if r == "amount" or (r == "target" and f[0].first > before.first)}
    return replace(event, roles={**roles, "investor": (actor,)})


def _apportioned(p: Parse, clause: Clause, q: Quantity, event: Event) -> Event:
    """«steckt 3 Millionen in Alpha, 5 Millionen in Beta und Gamma»: each of several sums has its own targets."""
    targets = [f for f in event.roles.get("target", ()) if f.here]
    if len(targets) < 2:
        return event
    sums = [f.quantity.first for f in p.phrases[clause.index] if f.quantity is not None and _open(f.quantity)]
    first = min(f.first for f in targets)
    if len(sums) < 2 or first < sums[0]:
        return event
    end = next((at for at in sums if at > q.first), len(p.tokens))
    own = tuple(f for f in targets if q.first < f.first < end)
    return replace(event, roles={**event.roles, "target": own}) if own else event


def _open(q: Quantity) -> bool:
    """Whether it is a sum that holds, and no price."""
    return q.is_money and q.role == "" and q.converted_from is None and q.size >= TINY


def _route(
    p: Parse, clause: Clause, phrase: Phrase, sums: tuple[Frame, ...], focus: Focus, language: Language
) -> Event | None:
    q, announces = phrase.quantity, True
    for governor in governors(p, clause, q, language) if q is not None else ():
        if announces and not governor.near and q is not None:
            announces = False
            if (event := _announced(p, clause, phrase, q, sums, focus, language)) is not None:
                return event
        where = governor.clause if governor.verb or clause.kind == "aside" else clause  # «erhielt Alpha (3 Millionen)»
        frames = [f for f in _frames(p, governor, sums, language) if _fits(p, where, f)]
        if q is not None and q.size < SMALL:
            frames = [f for f in frames if f.relation in ("penalty", UNREAD)]
        for frame in frames:
            if frame.relation == UNREAD:
                return None
            cue = _cue(p, governor)
            host = governor.clause if governor.verb or clause.kind == "aside" else clause
            if (event := filled(p, host, frame, cue, focus, language, phrase)) is not None:
                return event
        if governor.near and (frames or _describes(p, phrase)):
            return None
    return None


def _describes(p: Parse, phrase: Phrase) -> bool:
    """«die für 3 Millionen Euro erworbene Firma»: the sum is part of what describes the noun behind it."""
    after = phrase.last + 1
    return after + 1 < len(p.tokens) and p.tokens[after].is_a("ADJ(A)") and p.tokens[after + 1].is_a("NN", "NE")


def _announced(
    p: Parse, clause: Clause, phrase: Phrase, q: Quantity, sums: tuple[Frame, ...], focus: Focus, language: Language
) -> Event | None:
    """What a noun said before the sum tells of it («Über den Kaufpreis …»)."""
    noun = announced(p, clause, q, focus.dealings.told, language)
    for frame in _by_noun(noun, sums) if noun and q.size >= SMALL else ():
        cue = Cue(q.first, q.last)
        if _fits(p, clause, frame) and (event := filled(p, clause, frame, cue, focus, language, phrase)) is not None:
            return event
    return None


def _frames(p: Parse, governor: Governor, sums: tuple[Frame, ...], language: Language) -> tuple[Frame, ...]:
    if governor.verb:
        return routes(sums).verbs.get(governor.clause.verb.lemma, ())
    noun = p.tokens[governor.at].text
    company = language.nouns.class_of(noun) == "Company" and noun.lower() not in routes(sums).nouns
    return () if company else _by_noun(noun, sums)  # «das Softwarehaus» is no house that is built


def _cue(p: Parse, governor: Governor) -> Cue:
    parts = p.phrases[governor.clause.index]
    phrase = None if governor.verb else next((f for f in parts if f.first <= governor.at <= f.last), None)
    return Cue(governor.at, governor.at, phrase)


@lru_cache(1000)
def _is_open(frame: Frame) -> bool:
    """Whether the frame goes on with a deal of unknown price: «Über den Preis schweigen beide, er soll bei … liegen»."""
    return any(r.slots == ("open",) for r in frame.roles) and bool(frame.words)


def _fits(p: Parse, clause: Clause, frame: Frame) -> bool:
    """Whether the words that the frame asks for stand in the sentence, and none that it refuses."""
    around = list(range(len(p.tokens))) if _is_open(frame) else list(clause.tokens)
    if clause.index and p.tokens[clause.first - 1].text == ":":
        around += range(clause.first)
    words = {p.low[i] for i in around}
    words.update(p.lemmas[i] for i in around)
    words.update(p.language.word.per_cent if "%" in words else ())
    words.add(clause.verb.lemma)
    return not (frame.not_with & words) and (not frame.words or not words.isdisjoint(frame.words))
