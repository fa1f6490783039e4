"""How many triples and rows the patterns of a query have: what its plan goes by (newsgraph.plan, newsgraph.joinorder)."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsgraph.group_pattern import Group, Pattern, UnplannedError, iri
from newsgraph.propertypath import Step
from newsgraph.variable import is_variable

LONGEST = 4  # steps of a path that is read as a whole
ANY = 10  # triples that a thing is guessed to have


@dataclass(frozen=True, slots=True)
class Data:
    """What is known of the data: triples of each predicate (IRI), how to count those with an object, too; prefixes."""

    counts: Mapping[str, int]
    count: Callable[[str], int]
    prefixes: Mapping[str, str]


def plain(p: Pattern) -> str:
    """The pattern as it is written."""
    return f"{p.subject} {p.path} {p.object} ."


def hashable(p: Pattern, group: Group) -> bool:
    """Whether the pattern can be put into a sub-select: both ends open, its predicates known."""
    ends = (p.subject, p.object)
    if not all(map(is_variable, ends)) or p.subject == p.object or any(e in group.values for e in ends):
        return False
    if not p.steps:
        return p.path not in ends and "UNDEF" not in group.values.get(p.path, ["UNDEF"])
    return (
        len(p.steps) <= LONGEST and not any(s.zero for s in p.steps[1:]) and not (p.steps[0].zero and len(p.steps) == 1)
    )


def size(p: Pattern, group: Group, data: Data) -> float:
    """The triples that are read for a pattern as a whole."""
    if not p.steps:
        return sum(_triples(name, data) for name in group.values[p.path])
    twice = 2 if p.steps[0].zero else 1
    return sum(of_step(s, data) for s in p.steps[:1]) + twice * sum(of_step(s, data) for s in p.steps[1:])


def of_step(step: Step, data: Data) -> int:
    """The triples of a step of a path."""
    return sum(_triples(name, data) for name in step.predicates)


def _triples(name: str, data: Data) -> int:
    return data.counts.get(iri(name.removeprefix("^"), data.prefixes), 0)


def matches(p: Pattern, group: Group, data: Data) -> float:
    """How many solutions a pattern may have; infinitely many where that is not known."""
    if not p.steps:
        return size(p, group, data) if hashable(p, group) else math.inf
    if not is_variable(p.subject):
        return 1
    if p.subject in group.values and "UNDEF" not in group.values[p.subject]:
        return ANY * len(group.values[p.subject])
    objects = group.values.get(p.object, [p.object])
    if not any(is_variable(o) or o == "UNDEF" for o in objects):
        return sum(data.count(plain(Pattern(p.subject, p.path, o))) for o in objects)
    return min((of_step(s, data) for s in p.steps if not s.zero), default=math.inf)


def terms(name: str, group: Group, data: Data) -> list[str] | None:
    """The IRIs that VALUES gives a variable, each once and as it is written; None where it gives anything else."""
    found: dict[str, str] = {}
    for term in group.values[name]:
        if not (term.startswith("<") or (":" in term and term[0] not in "\"'")):
            return None
        try:
            found.setdefault(iri(term, data.prefixes), term)
        except UnplannedError:
            return None
    return list(found.values())


def given_values(name: str, group: Group, data: Data) -> str:
    """The VALUES of a variable, each once: those of the group itself are joined with it, and say how often."""
    found = terms(name, group, data)
    if found is None:
        raise UnplannedError
    return f"VALUES {name} {{ {' '.join(found)} }}"
