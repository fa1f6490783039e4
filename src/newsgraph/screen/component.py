"""SHACL Core's constraint components (section 4) as patterns that bind the nodes that fail.

`failing` compiles a shape in one of two directions: the nodes that may fail, none too few, or (`sure`) those that surely
fail, none too many. sh:not turns one into the other; what cannot be compiled may fail everywhere and surely nowhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.namespace import SH
from newsgraph.screen import query
from newsgraph.screen.constraint import (
    _single,
    at_least,
    classes,
    closed,
    disjoint,
    equals,
    has_value,
    less_than,
    max_count,
    min_count,
    unique_lang,
    values,
    whole,
)
from newsgraph.screen.facts import Facts, Place
from newsgraph.screen.path import pattern, read, repeats
from newsgraph.screen.pattern import Here, any_of
from newsgraph.screen.unsupported import Unsupported

LONGEST = 100_000  # characters of a query; what nests deeper is left to pySHACL


def failing(shape: Term, here: Here, facts: Facts, sure: bool) -> str:
    """A group that binds the nodes here that may fail the shape, or surely do."""
    if shape in facts.above:
        raise Unsupported("a shape that holds itself")
    if is_deactivated(shape, facts.shapes):
        return any_of([])
    inner = replace(facts, above=(*facts.above, shape))
    at = place(shape, here, inner)
    return any_of([p for part in COMPONENTS for p in compiled(part, at, here, inner, sure)])


def screened(shape: Term, target: Here, facts: Facts, parts: "Sequence[Compile]") -> list[str]:
    """The patterns of a shape at its focus nodes.

    Where a component finds its nodes by itself, they are looked for before it is asked which of them are targets: there
    are few of them.
    """
    at = place(shape, target, facts)
    alone = at.path is not None and not repeats(at.path)
    free = place(shape, Here(target.var, ""), facts) if alone else at
    found: list[str] = []
    for part in parts:
        if alone and part not in ROOTED:
            patterns = compiled(part, free, target, facts, False)
            found += [p if p == target.all() else _aimed(p, target) for p in patterns]
        else:
            found += compiled(part, at, target, facts, False)
    return found


def _aimed(pattern: str, target: Here) -> str:
    """Those nodes of a pattern that are targets. FILTER EXISTS is fast for a single triple pattern only."""
    distinct = f"{{ SELECT DISTINCT {target.var} {{ {pattern}}} }} "
    one = "UNION" not in target.where and "VALUES" not in target.where
    return f"{{ {distinct}FILTER EXISTS {{ {target.where}}} }} " if one else f"{{ {distinct}{target.where}}} "


def is_deactivated(shape: Term, shapes: Adjacency) -> bool:
    """Whether sh:deactivated switches a shape off. Raises Unsupported where it is not plainly true or false."""
    found = [v.value for v in shapes.of(shape, SH + "deactivated") if isinstance(v, ox.Literal)]
    if len(found) != len(shapes.of(shape, SH + "deactivated")) or found not in ([], ["true"], ["false"]):
        raise Unsupported("sh:deactivated that is not true or false")
    return found == ["true"]


def place(shape: Term, here: Here, facts: Facts) -> Place:
    """The shape with its value nodes."""
    nodes = facts.shapes.of(shape, SH + "path")
    if not nodes:
        return Place(shape, here, None, here)
    path, end = read(nodes[0], facts.shapes), next(facts.names)
    return Place(shape, here, path, Here(end, here.where + pattern(path, here.var, end, facts.names)))


Compile = Callable[[Place, Facts, bool], list[str]]


def compiled(part: Compile, at: Place, here: Here, facts: Facts, sure: bool) -> list[str]:
    """The patterns of one component; where it cannot be compiled, everything here may fail."""
    try:
        patterns = part(at, facts, sure)
    except Unsupported:
        patterns = [] if sure else [here.all()]
    if sum(map(len, patterns)) > LONGEST:
        patterns = [] if sure else [here.all()]
    return patterns


def nested(at: Place, facts: Facts, sure: bool, names: Sequence[str] = ("property", "node")) -> list[str]:
    """sh:property, sh:node and sh:and: whatever fails a nested shape."""
    inner = [s for name in names for s in facts.shapes.of(at.shape, SH + name)]
    inner += [s for head in facts.shapes.of(at.shape, SH + "and") for s in facts.shapes.members(head)]
    return [f"{{ {failing(s, at.there, facts, sure)}}} " for s in inner]


def negated(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:not: whatever does not fail a nested shape."""
    return [at.there.without(failing(s, at.there, facts, not sure)) for s in facts.shapes.of(at.shape, SH + "not")]


def alternatives(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:or: whatever fails every one of some shapes."""
    return [
        f"{{ {_failing_all([*facts.shapes.members(head)], at.there, facts, sure)}}} "
        for head in facts.shapes.of(at.shape, SH + "or")
    ]


def _failing_all(members: Sequence[Term], here: Here, facts: Facts, sure: bool) -> str:
    if not members:
        raise Unsupported("an empty list of shapes")
    for member in members:
        here = Here(here.var, f"{{ {failing(member, here, facts, sure)}}} ")
        if len(here.where) > LONGEST:
            raise Unsupported("shapes nested too deep")
    return here.where


def exactly_one(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:xone: whatever fails all, or fails neither of two."""
    found = []
    for head in facts.shapes.of(at.shape, SH + "xone"):
        members = [*facts.shapes.members(head)]
        found.append(f"{{ {_failing_all(members, at.there, facts, sure)}}} ")
        for one, other in combinations(members, 2):
            first = Here(at.there.var, at.there.without(failing(one, at.there, facts, not sure)))
            found.append(first.without(failing(other, at.there, facts, not sure)))
    return found


def qualified(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:qualifiedMinCount and sh:qualifiedMaxCount."""
    shapes, found = facts.shapes, list[str]()
    for wanted in shapes.of(at.shape, SH + "qualifiedValueShape"):
        if at.path is None:
            continue  # ignored on node shapes
        siblings = _siblings(at.shape, wanted, shapes)
        for n in _single(shapes.of(at.shape, SH + "qualifiedMinCount")):
            fitting = _fitting(wanted, siblings, at, facts, not sure)
            found += (
                [at.here.without(at_least(whole(n), at.here.var, fitting, f"DISTINCT {at.there.var}"))]
                if whole(n)
                else []
            )
        for n in _single(shapes.of(at.shape, SH + "qualifiedMaxCount")):
            fitting = _fitting(wanted, siblings, at, facts, sure)
            found.append(
                f"{{ {{ {at_least(whole(n) + 1, at.here.var, fitting, f'DISTINCT {at.there.var}')}}} {at.here.where}}} "
            )
    return found


def _fitting(wanted: Term, siblings: Sequence[Term], at: Place, facts: Facts, sure: bool) -> str:
    """The values that surely (or maybe) conform to a shape and to none of its siblings."""
    where = at.there.without(failing(wanted, at.there, facts, not sure))
    for sibling in siblings:
        where = f"{{ {failing(sibling, Here(at.there.var, where), facts, sure)}}} "
    return where


def _siblings(shape: Term, wanted: Term, shapes: Adjacency) -> list[Term]:
    apart = [v for v in shapes.of(shape, SH + "qualifiedValueShapesDisjoint") if isinstance(v, ox.Literal)]
    if not any(v.value in ("true", "1") for v in apart):
        return []
    parents = [s for p, s in shapes.users(shape) if p == SH + "property"]
    beside = [s for parent in parents for s in shapes.of(parent, SH + "property")]
    found = {q for s in beside for q in shapes.of(s, SH + "qualifiedValueShape") if q != wanted}
    return sorted(found, key=str)


def queried(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:sparql: the nodes for which a query gives a row."""
    return (
        []
        if sure
        else [
            at.here.joined(query.screen(query.asked(c, at.path, facts.shapes), at.here.var))
            for c in facts.shapes.of(at.shape, SH + "sparql")
            if not is_deactivated(c, facts.shapes)
        ]
    )


COMPONENTS: tuple[Compile, ...] = (
    values,
    classes,
    min_count,
    max_count,
    has_value,
    equals,
    disjoint,
    less_than,
    unique_lang,
    closed,
    nested,
    negated,
    alternatives,
    exactly_one,
    qualified,
    queried,
)
ROOTED = (min_count, has_value, qualified, queried)  # these say what is missing at a focus node
