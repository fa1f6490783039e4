"""What a slot that no phrase of the clause fills is asked for: a role at a cue, with all that is known there."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.filler import CLASSES, Filler
from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.pattern import Role
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus


@frozen
class Sought:
    """A filler is sought for `role` at a cue; names that are `taken` fill no other role; `amount` is the phrase of the sum."""

    p: Parse
    clause: Clause
    cue: Cue
    focus: Focus
    language: Language
    role: Role
    taken: frozenset[str]
    amount: Phrase | None

    @property
    def at(self) -> int:
        return self.cue.first

    @property
    def sentence(self) -> int:
        return self.p.sentence.index

    def meant(self, mention: Mention | None) -> Iterator[Filler]:
        """A company spoken of before, if it fits the role."""
        kind = (mention.kind or "Company") if mention is not None else ""
        if self.role.name == "organization" and mention is not None and not mention.kind and self._succeeds():
            return  # «Sein Nachfolger Muster» may be a president's
        if mention is not None and kind in CLASSES.get(self.role.type, ()):
            yield Filler(kind, self.at, self.at, mention.name, mention.id, here=False)

    def _succeeds(self) -> bool:
        return self.p.low[self.at].endswith(self.language.ending.office_succession)

    def spoken_of(self) -> Filler:
        """An investment, a round, a deal that the event goes on with."""
        return Filler(self.role.type, self.at, self.at, here=False)
