"""Values compared in Python as pySHACL compares them: lengths, patterns, bounds and pairs (SHACL, sections 4.3 to 4.5).

Only where Python and rdflib surely agree on a value: whole and decimal numbers, dates, texts. What is compared otherwise is
Unsupported, and left to pySHACL.
"""

import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import XSD
from newsgraph.screen.apart import repeats
from newsgraph.screen.constraint import whole
from newsgraph.screen.data import Data
from newsgraph.screen.literal import KEPT
from newsgraph.screen.unsupported import Unsupported

WELL_FORMED = {
    XSD + "integer": re.compile(r"-?[0-9]{1,18}"),
    XSD + "decimal": re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?"),
    XSD + "boolean": re.compile(r"true|false"),
    XSD + "date": re.compile(
        "[12][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
    ),
}
KEYS: dict[str, tuple[str, Callable[[str], object]]] = {  # how values of a datatype compare, and with which others
    XSD + "integer": ("number", Decimal),
    XSD + "decimal": ("number", Decimal),
    XSD + "date": ("date", str),
    XSD + "string": ("text", str),
}
BOUNDS: dict[str, Callable[[Any, Any], bool]] = {
    "minInclusive": operator.ge,
    "minExclusive": operator.gt,
    "maxInclusive": operator.le,
    "maxExclusive": operator.lt,
}
PAIRS: dict[str, Callable[[Any, Any], bool]] = {"lessThan": operator.lt, "lessThanOrEquals": operator.le}
Values = set[Term]
Wrong = Iterator[Term | None]  # the values at fault; None: it is the focus node's
Ask = Callable[[Term, Values], Wrong]  # of a focus node and its values; raises Unsupported where only pySHACL can tell


def ask(name: str, parameter: Term, data: Data) -> Ask:
    """How to decide a constraint, by the name of its parameter. Raises Unsupported."""
    if name in BOUNDS:
        return bound(name, parameter)
    if name in PAIRS:
        return pair(name, parameter, data)
    match name:
        case "minLength" | "maxLength":
            return length(name == "minLength", parameter)
        case "pattern":
            return pattern(parameter)
        case "equals":
            return equals(parameter, data)
        case "disjoint":
            return disjoint(parameter, data)
        case _:
            raise Unsupported(f"sh:{name} here")


def key(term: Term) -> tuple[str, object]:
    """What a literal is compared by, after the kind of what it can be compared with. Raises Unsupported."""
    if isinstance(term, ox.Literal) and term.datatype.value in KEYS:
        kind, of = KEYS[term.datatype.value]
        form = WELL_FORMED.get(term.datatype.value)
        if form is None or form.fullmatch(term.value):
            return kind, of(term.value)
    raise Unsupported("a value that Python may compare otherwise")


def bound(name: str, limit: Term) -> Ask:
    """sh:minInclusive and its like."""
    holds, (kind, most) = BOUNDS[name], key(limit)

    def wrong(value: Term) -> bool:
        if not isinstance(value, ox.Literal):
            return True
        own, found = key(value)
        if own != kind:
            raise Unsupported("a value of another kind than its bound")
        return not holds(found, most)

    return lambda _, values: (v for v in values if wrong(v))


def length(least: bool, limit: Term) -> Ask:
    """sh:minLength and sh:maxLength, in characters (code points)."""
    number = whole(limit)

    def wrong(value: Term) -> bool:
        if isinstance(value, ox.BlankNode):
            return True
        size = len(text(value))
        return size < number if least else size > number

    if least and not number:
        return lambda _, values: iter(())
    return lambda _, values: (v for v in values if wrong(v))


def pattern(regex: Term) -> Ask:
    """sh:pattern without flags; where it may backtrack without end it is Unsupported."""
    if not isinstance(regex, ox.Literal) or regex.datatype.value != XSD + "string" or repeats(regex.value):
        raise Unsupported("a pattern that may backtrack")
    try:
        found = re.compile(regex.value).search
    except re.error as e:
        raise Unsupported("a pattern that Python does not read") from e
    return lambda _, values: (v for v in values if isinstance(v, ox.BlankNode) or not found(text(v)))


def text(value: Term) -> str:
    """The text that a value is to SPARQL's STR. Raises Unsupported for literals that rdflib may write in another way."""
    if isinstance(value, ox.NamedNode) or (isinstance(value, ox.Literal) and value.datatype.value in KEPT):
        return value.value
    raise Unsupported("a literal that may be written in another way")


def pair(name: str, other: Term, data: Data) -> Ask:
    """sh:lessThan and sh:lessThanOrEquals, with one value at most under the other predicate."""
    holds, predicate = PAIRS[name], _predicate(other)

    def wrong(node: Term, values: Values) -> Wrong:
        there = {t.object for t in data.matching(node, predicate, None)}
        if len(there) > 1:
            raise Unsupported("several values to compare with")
        found = [(v, key(v), key(w)) for v in values for w in there]
        if any(here[0] != beside[0] for _, here, beside in found):
            raise Unsupported("values of different kinds")
        yield from (v for v, here, beside in found if not holds(here[1], beside[1]))

    return wrong


def equals(other: Term, data: Data) -> Ask:
    """sh:equals: the values on either side that the other has not."""
    predicate = _predicate(other)
    return lambda node, values: iter(values ^ {t.object for t in data.matching(node, predicate, None)})


def disjoint(other: Term, data: Data) -> Ask:
    """sh:disjoint: the values that both sides have."""
    predicate = _predicate(other)
    return lambda node, values: iter(values & {t.object for t in data.matching(node, predicate, None)})


def _predicate(term: Term) -> ox.NamedNode:
    if not isinstance(term, ox.NamedNode):
        raise Unsupported("a predicate that is no IRI")
    return term
