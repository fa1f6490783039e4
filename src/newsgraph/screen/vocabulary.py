"""The triples of a graph that may use our terms wrongly, found by index: newsgraph.term looks at these alone."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from newsgraph.namespace import TYPE
from newsgraph.screen.data import Data
from newsgraph.term import CLASSES, SCHEMA_PREDICATES

SCHEMA = sorted(SCHEMA_PREDICATES)
KINDS = sorted(CLASSES)


def suspects(data: Data, ontology: Iterable[ox.Triple]) -> set[ox.Triple]:
    """The triples of the data with terms that the ontology does not have, and those that could redefine one."""
    declared = {t.subject for t in ontology}
    found = {t for term in data.terms - declared for t in _with(term, data)}
    found |= {t for p in SCHEMA for t in data.matching(None, ox.NamedNode(p), None)}
    found |= {t for c in KINDS for t in data.matching(None, TYPE, ox.NamedNode(c))}
    return found - data.axioms


def _with(term: ox.NamedNode, data: Data) -> Iterator[ox.Triple]:
    yield from data.matching(term, None, None)
    yield from data.matching(None, term, None)
    yield from data.matching(None, None, term)
