"""Property paths as steps, each of which is one of several predicates: the form of most paths that people write.

A path that has no such form (a repeated one, an alternative of sequences) has no steps. SPARQL 1.1, section 9.
"""

from dataclasses import dataclass

Path = tuple["Step", ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the predicates that it may take as they are written (`^` before one that is gone backwards), and
    whether it may be left out.
    """

    predicates: tuple[str, ...]
    zero: bool = False

    def __str__(self) -> str:
        return "|".join(self.predicates)


def sequence(first: Path, then: Path) -> Path:
    """One path after the other."""
    return first + then if first and then else ()


def alternative(one: Path, other: Path) -> Path:
    """Either of two paths, where each of them is one step that must be taken."""
    if len(one) == len(other) == 1 and not one[0].zero and not other[0].zero:
        return (Step(one[0].predicates + other[0].predicates),)
    return ()


def reverse(path: Path) -> Path:
    """A path of one step backwards."""
    if len(path) != 1 or path[0].zero:
        return ()
    return (Step(tuple(p[1:] if p.startswith("^") else f"^{p}" for p in path[0].predicates)),)


def optional(path: Path) -> Path:
    """A path of one step that may be left out."""
    return (Step(path[0].predicates, True),) if len(path) == 1 else ()
