"""Events for the pairs that the model holds likely and that no frame has read."""

from collections.abc import Iterator, Sequence
from functools import cache

from newsgraph.clause import Clause
from newsgraph.cue import opened
from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.pairing import model
from newsgraph.pairing.candidate import BY_NAME, Pairing, pairs, side
from newsgraph.pairing.feature import Scene, of_one, of_two, scene
from newsgraph.pairing.participant import Participant, participants
from newsgraph.pairing.veto import refused
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.reference import Focus

MOST = 14  # participants: a longer list of names says little of each pair
METRIC = "ng:metric"
Likely = tuple[float, Pairing, Participant, Participant]


def paired(
    p: Parse, frames: tuple[Frame, ...], read: Sequence[Event], focus: Focus, language: Language
) -> Iterator[Event]:
    """The events of the likely pairs, the likeliest first; each pair has one relation, each sum or count one event."""
    weights = model.load(language.code)
    found = participants(p, focus) if weights is not None and (p.mentions or p.quantities) else []
    if weights is None or not 2 <= len(found) <= MOST:
        return
    taken = {s for event in read for s in _sides(event)}
    seen = scene(p, frames, found, language)
    for _, pairing, a, b in sorted(_likely(seen, weights), key=lambda x: (-x[0], x[1].name, x[2].first, x[3].first)):
        ends = frozenset((side(a), side(b)))
        if ends not in taken and not (b.quantity is not None and side(b) in taken):
            event = _event(seen, pairing, a, b, frames, language)
            if event is not None and not refused(event, p, read, language):
                taken |= {ends, side(b)} if b.quantity is not None else {ends}
                yield event


def _sides(event: Event) -> Iterator[object]:
    """The pairs and the quantities that an event already speaks of."""
    ends = [side_of(f) for f in event.all()]
    yield from (frozenset((x, y)) for x in ends for y in ends if x != y)
    yield from (f"#{f.quantity.first}" for f in event.all() if f.quantity is not None)


def side_of(filler: Filler) -> str:
    return filler.name if filler.quantity is None else f"#{filler.quantity.first}"


def _likely(s: Scene, weights: model.Model) -> Iterator[Likely]:
    """The pairings of the sentence's pairs that reach their thresholds."""
    ones: dict[tuple[str, Participant], list[float]] = {}
    for a, b in pairs(s.found):
        for end in (("a", a), ("b", b)):
            if end not in ones:
                ones[end] = weights.total(frozenset(of_one(s, *end)))
        both = weights.total(frozenset(of_two(s, a, b)))
        sums = [x + y + z for x, y, z in zip(both, ones["a", a], ones["b", b], strict=True)]
        for name, chance in weights.likely(sums):
            if BY_NAME[name].fits(a, b):
                yield chance, BY_NAME[name], a, b


def _event(
    s: Scene, pairing: Pairing, a: Participant, b: Participant, frames: tuple[Frame, ...], language: Language
) -> Event | None:
    here = [x for x in (a, b) if x.first >= 0]
    at = max(here, key=lambda x: x.first)
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
    """Whether the two stand in one noun phrase: no verb, no comma with a clause behind it between them."""
    if a.first < 0 or b.first < 0 or b.quantity is not None:
        return False
    left, right = min(a.last, b.last), max(a.first, b.first)
    between = s.p.tokens[left + 1 : right]
    same = s.clause_of[a.last] == s.clause_of[b.last]
    return same and right - left <= 8 and not any(t.is_a("VV", "VA", "VM") for t in between)


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
