"""SHACL Core's constraint components (section 4) that hold no other shape, as patterns that bind the nodes that fail."""

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import RDF, RDFS, SH, XSD
from newsgraph.screen import condition
from newsgraph.screen.census import Census
from newsgraph.screen.condition import Pair
from newsgraph.screen.facts import Facts, Place
from newsgraph.screen.path import Choice, Path, Step
from newsgraph.screen.pattern import Here, term
from newsgraph.screen.unsupported import Unsupported

A = f"<{RDF}type>"


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
