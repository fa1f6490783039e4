"""Which of a frame's slots anything stands in, looked into once a cue, before the roles are filled (newsgraph.frame)."""

from functools import lru_cache

from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.gate import is_empty
from newsgraph.memory import SLOTS
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.phrase import Phrase
from newsgraph.slot import slot

Places = tuple[tuple[Clause, Phrase], ...]
Known = dict[str, Places]  # the phrases in the slots that were looked into, by the slot's name


def known_places(p: Parse, clause: Clause, cue: Cue) -> Known:
    """What is known of the slots of a cue: many frames are opened at it."""
    phrase = cue.phrase.index if cue.phrase is not None else -1
    return p.places.setdefault((clause.index, cue.first, cue.last, phrase if not cue.attribute else -2 - phrase), {})


def occupants(p: Parse, clause: Clause, cue: Cue, name: str, places: Known) -> Places:
    """The phrases in a slot, looked for once a cue."""
    if (found := places.get(name)) is None:
        empty = not cue.attribute and is_empty(p, clause, name)
        found = places[name] = () if empty else tuple(slot(p, clause, cue, name))
    return found


def is_met(p: Parse, clause: Clause, frame: Frame, cue: Cue, places: Known) -> bool:
    """Whether anything stands in a slot of each role that a frame needs."""
    for slots in _wanted(frame):
        for name in slots:
            if (found := places.get(name)) is None:
                found = occupants(p, clause, cue, name, places)
            if found:
                break
        else:
            return False
    return True


@lru_cache(1000)
def _wanted(frame: Frame) -> tuple[tuple[str, ...], ...]:
    """The slots of each role without which a frame says nothing and which only phrases can fill: where they are empty, nothing
    need be made of those that fill the others. The shortest lists first; a cue's own phrase is always there."""
    needed = [r.slots for r in frame.roles if (r.name,) in frame.needs and not {"self", *SLOTS} & {*r.slots}]
    return tuple(sorted(needed, key=len)) if len(frame.needs) > 1 else ()
