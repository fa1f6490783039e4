"""What takes a phrase: one frame, opened at one cue."""

from dataclasses import dataclass

from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.reference import Focus


@dataclass(slots=True)
class Taking:
    """What one frame at one cue, opened in `clause`, looks at when it takes a phrase."""

    p: Parse
    clause: Clause
    frame: Frame
    cue: Cue
    focus: Focus
    language: Language
