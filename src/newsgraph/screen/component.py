"""SHACL Core's constraint components (section 4) as patterns that bind the nodes that fail.

`failing` compiles a shape in one of two directions: the nodes that may fail, none too few, or (`sure`) those that surely
fail, none too many. sh:not turns one into the other; what cannot be compiled may fail everywhere and surely nowhere.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.namespace import RDF, RDFS, SH, XSD
from newsgraph.screen import condition, query
from newsgraph.screen.census import Census
from newsgraph.screen.condition import Pair
from newsgraph.screen.literal import Spelling
from newsgraph.screen.path import Choice, Path, Step, pattern, read, repeats
from newsgraph.screen.pattern import Here, any_of, term
from newsgraph.screen.unsupported import Unsupported

LONGEST = 100_000  # characters of a query; what nests deeper is left to pySHACL
A = f"<{RDF}type>"


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


def values(at: Place, facts: Facts, sure: bool) -> list[str]:
    """All that is asked of each value by itself, in one filter."""
    pairs = [*_conditions(at, facts)]
    if not pairs:
        return []
    if sure:
        return [at.there.sure(" || ".join(wrong for _, wrong in pairs))]
    return [at.there.bad(" && ".join(fine for fine, _ in pairs))]


def _conditions(at: Place, facts: Facts) -> Iterator[Pair]:
    v = at.there.var

    def of(name: str) -> Sequence[Term]:
        return facts.shapes.of(at.shape, SH + name)

    for value in _single(of("datatype")):
        yield condition.datatype(v, value)
    for value in _single(of("nodeKind")):
        if not _of_kind(at.path, value, facts.census):
            yield condition.node_kind(v, value)
    for name, sign in (("minInclusive", ">="), ("minExclusive", ">"), ("maxInclusive", "<="), ("maxExclusive", "<")):
        for value in of(name):
            yield condition.bound(v, sign, value)
    for name, sign in (("minLength", ">="), ("maxLength", "<=")):
        for value in _single(of(name)):
            yield condition.length(v, sign, whole(value))
    flags = "".join(f.value for f in _single(of("flags")) if isinstance(f, ox.Literal))
    for value in of("pattern"):
        yield condition.matches(v, value.value, flags) if isinstance(value, ox.Literal) else _unsupported("sh:pattern")
    for head in _single(of("languageIn")):
        yield condition.language_in(v, [*facts.shapes.members(head)])
    for head in _single(of("in")):
        yield condition.member(v, [*facts.shapes.members(head)], facts.spelling)


def _of_kind(path: Path | None, wanted: Term, told: Census | None) -> bool:
    """Whether all that a path leads to is known to be of a kind: IRIs, or literals."""
    if told is None or not isinstance(path, Step) or path.inverse:
        return False
    iris = wanted == ox.NamedNode(SH + "IRI")
    other = told.with_literal if iris else told.with_iri if wanted == ox.NamedNode(SH + "Literal") else None
    return other is not None and path.predicate not in other and path.predicate not in told.with_blank


def _single(found: Sequence[Term]) -> Sequence[Term]:
    if len(found) > 1:
        raise Unsupported("several values where one is allowed")
    return found


def _unsupported(what: str) -> Pair:
    raise Unsupported(what)


def whole(value: Term) -> int:
    """A count. Raises Unsupported."""
    if isinstance(value, ox.Literal) and value.datatype.value == XSD + "integer" and value.value.isdecimal():
        return int(value.value)
    raise Unsupported("a count that is no whole number")


def classes(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:class: the value's types, or a class above them."""
    return [
        at.there.without(instances(at.there.var, facts.subclasses(c), facts))
        for c in facts.shapes.of(at.shape, SH + "class")
    ]


def instances(var: str, below: Sequence[Term], facts: Facts) -> str:
    """What binds a variable to the nodes of these classes."""
    if len(below) == 1:
        return f"{var} {A} {term(below[0])} . "
    kind = next(facts.names)
    return f"VALUES {kind} {{ {' '.join(map(term, below))} }} {var} {A} {kind} . "


def min_count(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:minCount."""
    return [
        at.here.without(_count(at, whole(n), facts))
        for n in _on_path(at, _single(facts.shapes.of(at.shape, SH + "minCount")))
        if whole(n)
    ]


def max_count(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:maxCount."""
    edges, told = plain(at.path), facts.census
    alone = bool(edges) and told is not None and not told.crowded(edges)  # no node has two of them
    return [
        f"{{ {{ {_count(at, whole(n) + 1, facts)}}} {at.here.where}}} "
        for n in _on_path(at, _single(facts.shapes.of(at.shape, SH + "maxCount")))
        if not (alone and whole(n))
    ]


def plain(path: Path | None) -> tuple[ox.NamedNode, ...]:
    """The predicates of a path that is one, or a choice of some; () for any other path."""
    steps = path.parts if isinstance(path, Choice) else (path,)
    found = [s.predicate for s in steps if isinstance(s, Step) and not s.inverse]
    return tuple(found) if len(found) == len(steps) else ()


def _on_path(at: Place, found: Sequence[Term]) -> Sequence[Term]:
    """The parameters of a component that node shapes must not have."""
    if found and at.path is None:
        raise Unsupported("a constraint that only property shapes may have")
    return found


def _count(at: Place, number: int, facts: Facts) -> str:
    """What binds the focus node to those with so many value nodes; the triples of a single step need no DISTINCT."""
    end = next(facts.names)
    return at_least(number, at.here.var, at.paths(end, facts), "*" if isinstance(at.path, Step) else f"DISTINCT {end}")


def at_least(number: int, start: str, paths: str, counted: str) -> str:
    """What binds `start` to the nodes for which there is so much to count."""
    if number <= 1:
        return paths
    return f"SELECT {start} {{ {paths}}} GROUP BY {start} HAVING (COUNT({counted}) >= {number}) "


def has_value(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:hasValue."""
    found = []
    for value in facts.shapes.of(at.shape, SH + "hasValue"):
        end = next(facts.names)
        if isinstance(value, ox.BlankNode):
            found.append(at.here.all())
            continue
        same = f"FILTER(sameTerm({end}, {term(facts.spelling.constant(value))})) "
        found.append(at.here.without(at.paths(end, facts) + same))
    return found


def equals(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:equals: a value more or less."""
    found = []
    for other in _predicates(at, facts, "equals"):
        end = next(facts.names)
        beside = Here(end, f"{at.here.where}{at.here.var} {other} {end} . ")
        found.append(at.there.without(f"{at.here.var} {other} {at.there.var} . "))
        found.append(beside.without(at.paths(end, facts)))
    return found


def disjoint(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:disjoint."""
    return [at.there.joined(f"{at.here.var} {other} {at.there.var} . ") for other in _predicates(at, facts, "disjoint")]


def less_than(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:lessThan and sh:lessThanOrEquals."""
    found = []
    for name, sign in (("lessThan", "<"), ("lessThanOrEquals", "<=")):
        for other in _on_path(at, [*_predicates(at, facts, name)]):
            end = next(facts.names)
            pair = Here(at.there.var, f"{at.there.where}{at.here.var} {other} {end} . ")
            fine, wrong = condition.ordered(at.there.var, end, sign)
            found.append(pair.sure(wrong) if sure else pair.bad(fine))
    return found


def _predicates(at: Place, facts: Facts, name: str) -> Sequence[Term]:
    found = facts.shapes.of(at.shape, SH + name)
    if not all(isinstance(p, ox.NamedNode) for p in found):
        raise Unsupported(f"sh:{name} without an IRI")
    return found


def unique_lang(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:uniqueLang."""
    found = []
    for value in _on_path(at, _single(facts.shapes.of(at.shape, SH + "uniqueLang"))):
        if not isinstance(value, ox.Literal) or value.value not in ("true", "false"):
            raise Unsupported("sh:uniqueLang that is not true or false")
        edges, told = plain(at.path), facts.census
        if value.value == "true" and not (edges and told is not None and not told.crowded(edges)):
            end, v = next(facts.names), at.there.var
            more = (
                at.paths(end, facts) + f'FILTER(LANG({v}) = LANG({end}) && LANG({v}) != "" && !sameTerm({v}, {end})) '
            )
            found.append(at.there.joined(more))
    return found


def closed(at: Place, facts: Facts, sure: bool) -> list[str]:
    """sh:closed: predicates that no property shape names."""
    shapes = facts.shapes
    found = _single(shapes.of(at.shape, SH + "closed"))
    if not found and not shapes.of(at.shape, SH + "ignoredProperties"):
        return []
    if not found or not isinstance(found[0], ox.Literal) or found[0].value not in ("true", "false"):
        raise Unsupported("sh:closed that is not true or false")
    if found[0].value == "false":
        return []
    named = [p for s in shapes.of(at.shape, SH + "property") for p in shapes.of(s, SH + "path")]
    named += [p for head in shapes.of(at.shape, SH + "ignoredProperties") for p in shapes.members(head)]
    allowed = ", ".join(sorted(str(p) for p in named if isinstance(p, ox.NamedNode))) or "<urn:none>"
    edge, end = next(facts.names), next(facts.names)
    other = f"FILTER({edge} NOT IN ({allowed}) && !({edge} = {A} && {end} = <{RDFS}Resource>)) "
    return [at.there.joined(f"{at.there.var} {edge} {end} . {other}")]


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
