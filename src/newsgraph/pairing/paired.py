"""What the weights say of a sentence: which of the events read from it are doubtful, and which pairs nobody has read are likely."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from newsgraph.clause import Clause
from newsgraph.cue import opened
from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.pairing import model
from newsgraph.pairing.candidate import BY_NAME, PAIRINGS, Pairing, pairs, side
from newsgraph.pairing.feature import Scene, of_one, of_two, scene, whose
from newsgraph.pairing.participant import Participant, participants
from newsgraph.pairing.veto import refused
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.reference import Focus

MOST = 14  # participants: a longer list of names says little of each pair
METRIC = "ng:metric"
Stated = tuple[str, str, str]  # the name of a pairing, and its sides


@dataclass(frozen=True)
class Weighed:
    """A sentence with the chance of each statement, and the participants that make it."""

    seen: Scene
    weights: model.Model
    chances: Mapping[Stated, float]
    ends: Mapping[Stated, tuple[Participant, Participant]]


def weighed(p: Parse, frames: tuple[Frame, ...], focus: Focus, language: Language) -> Weighed | None:
    """The chances of the pairs of a sentence; None where there are none, or the language has no weights."""
    weights = model.load(language.code)
    found = participants(p, focus) if weights is not None and (p.mentions or p.quantities) else []
    if weights is None or not 2 <= len(found) <= MOST:
        return None
    seen = scene(p, frames, found, focus, language)
    chances, ends, ones = (
        dict[Stated, float](),
        dict[Stated, tuple[Participant, Participant]](),
        dict[object, list[float]](),
    )
    for a, b in pairs(found):
        for end in (("a", a), ("b", b)):
            if end not in ones:
                ones[end] = weights.total(frozenset(of_one(seen, *end)))
        both = weights.total(frozenset(of_two(seen, a, b)))
        sums = [x + y + z for x, y, z in zip(both, ones["a", a], ones["b", b], strict=True)]
        for name, chance in weights.chances(sums):
            key = name, side(a), side(b)
            if BY_NAME[name].fits(a, b) and chance > chances.get(key, 0.0):
                chances[key], ends[key] = chance, (a, b)
    return Weighed(seen, weights, chances, ends)


# --- what was read
def stated(event: Event) -> Iterator[tuple[Stated, Filler, Filler]]:
    """The statements of an event that a pairing knows, each with the fillers that make it."""
    for pairing in PAIRINGS:
        if pairing.relation == event.frame.relation:
            for a in event.roles.get(pairing.a, ()):
                for b in event.roles.get(pairing.b, ()):
                    if a.kind in pairing.kinds_a:
                        yield (pairing.name, whose(a), whose(b)), a, b


def kept(read: Sequence[Event], w: Weighed) -> Iterator[Event]:
    """The events without what is too unlikely: a filler all of whose statements are goes, and with its last filler the event."""
    for event in read:
        doubts, trusted = set[Filler](), set[Filler]()
        for (name, a_side, b_side), a, b in stated(event):
            chance = max(w.chances.get(key, 0.0) for key in ((name, a_side, b_side), (name, b_side, a_side)))
            known = (name, a_side, b_side) in w.chances or (name, b_side, a_side) in w.chances
            (doubts if known and chance < w.weights.veto(name) else trusted).update((a, b))
        gone = doubts - trusted
        roles = {role: tuple(f for f in fillers if f not in gone) for role, fillers in event.roles.items()}
        if not gone:
            yield event
        elif all(roles.values()):
            yield replace(event, roles=roles)


# --- what was not
def added(read: Sequence[Event], w: Weighed, frames: tuple[Frame, ...], language: Language) -> Iterator[Event]:
    """Events for the likely pairs that no frame has read, the likeliest first; each pair has one relation, each sum one event."""
    taken = {s for event in read for s in _spoken_of(event)}
    for key in sorted(w.chances, key=lambda k: (-w.chances[k], k)):
        a, b = w.ends[key]
        both = frozenset(key[1:])
        if (
            w.chances[key] < w.weights.threshold(key[0])
            or both in taken
            or (b.quantity is not None and key[2] in taken)
        ):
            continue
        event = _event(w.seen, BY_NAME[key[0]], a, b, frames, language)
        if event is not None and not refused(event, w.seen.p, read, language):
            taken |= {both, key[2]} if b.quantity is not None else {both}
            yield event


def _spoken_of(event: Event) -> Iterator[object]:
    """The pairs and the quantities that an event already speaks of."""
    ends = sorted({whose(f) for f in event.all()} - {""})
    yield from (frozenset(pair) for pair in combinations(ends, 2))
    yield from (whose(f) for f in event.all() if f.quantity is not None)


def _event(
    s: Scene, pairing: Pairing, a: Participant, b: Participant, frames: tuple[Frame, ...], language: Language
) -> Event | None:
    at = max((x for x in (a, b) if x.first >= 0), key=lambda x: x.first)
    clause = s.p.clauses[s.clause_of[at.last]]
    metric = _metric(s.p, clause, b, frames, language) if pairing.relation == "measurement" else ""
    if pairing.relation == "measurement" and not metric:
        return None
    verbal = not _close(s, a, b)
    roles: dict[str, tuple[Filler, ...]] = {
        role: (_filler(x, at.first, verbal),) for role, x in ((pairing.a, a), (pairing.b, b))
    }
    if pairing.name == "fined" and (imposer := _imposer(s)) is not None:
        roles["imposer"] = (_filler(imposer, at.first, verbal),)
    return Event(_frame(pairing, metric), s.p.sentence.index, clause.index, at.first, at.last, roles)


def _close(s: Scene, a: Participant, b: Participant) -> bool:
    """Whether the two stand in one noun phrase, or nearly: in one clause, near, no verb between them."""
    if a.first < 0 or b.first < 0 or b.quantity is not None:
        return False
    left, right = min(a.last, b.last), max(a.first, b.first)
    same = s.clause_of[a.last] == s.clause_of[b.last]
    return same and right - left <= 8 and not any(t.is_a("VV", "VA", "VM") for t in s.p.tokens[left + 1 : right])


def _filler(x: Participant, at: int, verbal: bool) -> Filler:
    first, last = (x.first, x.last) if x.first >= 0 else (at, at)
    kind = x.kind if x.quantity is None else "money" if x.quantity.is_money else "count"
    return Filler(kind, first, last, x.name, x.id, x.quantity, here=x.first >= 0, verbal=verbal)


def _imposer(s: Scene) -> Participant | None:
    """The authority that the sentence names."""
    return next((x for x in s.found if x.kind == "PublicBody" and x.first >= 0), None)


def _metric(p: Parse, clause: Clause, b: Participant, frames: tuple[Frame, ...], language: Language) -> str:
    """What is counted, as the frames for the noun behind the number say."""
    noun = b.quantity.noun if b.quantity is not None else None
    for frame, cue in opened(p, clause, frames, language):
        if (
            frame.relation == "measurement"
            and METRIC in frame.set
            and noun is not None
            and cue.first <= noun <= cue.last
        ):
            return frame.set[METRIC]
    return ""


@cache
def _frame(pairing: Pairing, metric: str) -> Frame:
    """The frame that the event stands for; it has no cues of its own."""
    facts = {METRIC: metric} if metric else {}
    return Frame(
        f"pairs/{pairing.name}", pairing.relation, frozenset(), frozenset(), (), (), (), facts, "", frozenset(), False
    )
