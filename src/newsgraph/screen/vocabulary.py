"""The triples of a graph that may use terms wrongly, found by index: newsgraph.term looks at these alone."""

from collections.abc import Iterable, Iterator
from itertools import product

import pyoxigraph as ox

from newsgraph import closed_vocabulary
from newsgraph.adjacency import Term
from newsgraph.namespace import TYPE
from newsgraph.screen.data import Data
from newsgraph.term import CLASSES, SCHEMA_PREDICATES
from newsgraph.usage import Usage, usage

SCHEMA = sorted(SCHEMA_PREDICATES)
KINDS = sorted(CLASSES)


def suspects(
    data: Data, ontology: Iterable[ox.Triple], known: frozenset[str] = frozenset(), rules: Usage | None = None
) -> set[ox.Triple]:
    """The triples of the data that newsgraph.term must see: whatever may be unknown, misused or redefined.

    `known` and `rules` as newsgraph.term.faults has them.
    """
    terms = list(ontology)
    declared = {t.subject for t in terms}
    found = {t for term in data.terms - declared for t in _with(term, data)}
    found |= {t for p in SCHEMA for t in data.matching(None, ox.NamedNode(p), None)}
    found |= {t for c in KINDS for t in data.matching(None, TYPE, ox.NamedNode(c))}
    found |= {*_strange(data, known | {d.value for d in declared if isinstance(d, ox.NamedNode)})}
    found |= {*_misused(data, rules or usage(terms))}
    return found - data.axioms


def _with(term: ox.NamedNode, data: Data) -> Iterator[ox.Triple]:
    yield from data.matching(term, None, None)
    yield from data.matching(None, term, None)
    yield from data.matching(None, None, term)


def _strange(data: Data, known: frozenset[str]) -> Iterator[ox.Triple]:
    """What has unknown terms of a closed vocabulary as predicate, class or datatype."""
    uses = data.uses
    for name in closed_vocabulary.unknown((p.value for p in uses.predicates), known):
        yield from data.matching(None, ox.NamedNode(name), None)
    for name in closed_vocabulary.unknown((_iri(c) for c in uses.classes), known):
        yield from data.matching(None, TYPE, ox.NamedNode(name))
    wrong = closed_vocabulary.unknown(uses.datatypes, known)
    if wrong:
        for p in uses.with_literal:
            yield from (t for t in data.matching(None, p, None) if _datatype(t.object) in wrong)


def _misused(data: Data, rules: Usage) -> Iterator[ox.Triple]:
    uses = data.uses
    for p in uses.predicates:
        if rules.no_property(p.value):
            yield from data.matching(None, p, None)
    for c in uses.classes:
        if rules.no_class(_iri(c)):
            yield from data.matching(None, TYPE, c)
    for p in uses.with_literal:
        if p.value in rules.objects:
            yield from (t for t in data.matching(None, p, None) if isinstance(t.object, ox.Literal))
    for p in uses.with_node:
        if p.value in rules.values:
            yield from (t for t in data.matching(None, p, None) if not isinstance(t.object, ox.Literal))
    for p, c in sorted(_clashes(data, rules), key=str):
        yield from _both(p, c, data)


def _clashes(data: Data, rules: Usage) -> set[tuple[ox.NamedNode, Term]]:
    """The properties and classes that some node has although they exclude each other."""
    uses = data.uses
    kinds = [(uses.predicates, uses.classes)] if data.census is None else data.census.kinds
    pairs = {pair for have, types in kinds for pair in product(have, types)}
    return {(p, c) for p, c in pairs if p.value in rules.domain and rules.clash(p.value, (_iri(c),))}


def _both(p: ox.NamedNode, c: Term, data: Data) -> Iterator[ox.Triple]:
    """The triples of such nodes, with what tells the class."""
    for t in data.matching(None, TYPE, c):
        own = [*data.matching(t.subject, p, None)]
        yield from (t, *own) if own else ()


def _iri(node: Term) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _datatype(node: Term) -> str:
    return node.datatype.value if isinstance(node, ox.Literal) else ""
