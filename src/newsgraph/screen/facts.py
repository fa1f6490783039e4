"""What compiling a shape needs to know, and a shape at work: its focus node, its path, its value nodes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from newsgraph.adjacency import Adjacency, Term
from newsgraph.screen.census import Census
from newsgraph.screen.literal import Spelling
from newsgraph.screen.path import Path, pattern, repeats
from newsgraph.screen.pattern import Here


@dataclass(frozen=True, slots=True)
class Facts:
    """What compiling needs: the shapes, the subclasses of a class (itself included), the spelling, fresh variables."""

    shapes: Adjacency
    subclasses: Callable[[Term], Sequence[Term]]
    spelling: Spelling
    names: Iterator[str]
    above: tuple[Term, ...] = ()  # the shapes that this one is nested in
    census: Census | None = None  # of the data; without one nothing is known without a query


@dataclass(frozen=True, slots=True)
class Place:
    """A shape at work: its focus node, its path (None: a node shape), its value nodes."""

    shape: Term
    here: Here
    path: Path | None
    there: Here

    def paths(self, end: str, facts: Facts) -> str:
        """What binds another variable to the value nodes, on its own."""
        if self.path is None:
            return f"{self.here.where}BIND({self.here.var} AS {end}) "
        start = self.here.where if repeats(self.path) else ""
        return start + pattern(self.path, self.here.var, end, facts.names)
