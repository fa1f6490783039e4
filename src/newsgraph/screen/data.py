"""The graph to validate: in a store, with its literals as they are written and the ontology's axioms beside it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.screen.literal import KEPT, Spelling, spelling

Triples = Iterable[ox.Triple]
FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "n-triples": ox.RdfFormat.N_TRIPLES,
}  # without graph names, and native loading keeps every term but blank nodes


@dataclass(frozen=True, slots=True)
class Data:
    """`store` holds the data and the axioms in its default graph; `axioms` are those that the data does not hold itself."""

    store: ox.Store
    spelling: Spelling
    axioms: frozenset[ox.Triple]

    def matching(self, s: Term | None, p: ox.NamedNode | None, o: Term | None) -> Iterator[ox.Triple]:
        """The triples of a pattern, terms as they are written."""
        stored = None if o is None else self.spelling.as_stored(o)
        if isinstance(s, ox.Literal):
            return
        for q in self.store.quads_for_pattern(s, p, stored, ox.DefaultGraph()):
            yield ox.Triple(q.subject, q.predicate, self.spelling.as_written(q.object))

    def __iter__(self) -> Iterator[ox.Triple]:
        return self.matching(None, None, None)


def of_triples(triples: Triples, axioms: Triples = ()) -> Data:
    """The data of triples; a sequence or anything that can be read twice."""
    found: set[ox.Literal] = set()
    for t in triples:
        _collect(t.object, found)
    return _data(lambda: triples, found, axioms)


def _data(read: Callable[[], Triples], literals: set[ox.Literal], axioms: Triples) -> Data:
    """The data that `read` yields."""
    extra = list(axioms)
    for t in extra:
        _collect(t.object, literals)
    how = spelling(literals)
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) for t in read())
    return Data(store, how, _added(store, how, extra))


def _added(store: ox.Store, how: Spelling, axioms: Sequence[ox.Triple]) -> frozenset[ox.Triple]:
    """Add the axioms; those that were not there."""
    new = {t for t in axioms if ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) not in store}
    store.extend(ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) for t in new)
    return frozenset(new)


def _collect(term: Any, found: set[ox.Literal]) -> None:
    if type(term) is ox.Literal and term.datatype.value not in KEPT:
        found.add(term)


def of_document(content: bytes, fmt: str, base: str, axioms: Sequence[ox.Triple] = ()) -> Data | None:
    """The data of a document without blank nodes, loaded natively while its literals are looked through; else None.

    Blank nodes need names that depend on the document alone (newsgraph.rdf), and what does not parse needs its place.
    """
    engine = FORMATS.get(fmt)
    if engine is None:
        return None
    store, faults = ox.Store(), list[Exception]()
    loading = Thread(target=_load, args=(store, content, engine, base, faults))
    loading.start()
    literals = _literals(content, engine, base)
    loading.join()
    if literals is None or faults:
        return None
    for t in axioms:
        _collect(t.object, literals)
    how = spelling(literals)
    if how.disguised:
        return None
    return Data(store, how, _added(store, how, axioms))


def _load(store: ox.Store, content: bytes, engine: ox.RdfFormat, base: str, faults: list[Exception]) -> None:
    try:
        store.load(content, engine, base_iri=base)
    except (SyntaxError, ValueError, OSError) as e:
        faults.append(e)


def _literals(content: bytes, engine: ox.RdfFormat, base: str) -> set[ox.Literal] | None:
    """The literals that a store may rewrite; None where there are blank nodes, RDF 1.2 or faults."""
    found: set[ox.Literal] = set()
    literal, named = ox.Literal, ox.NamedNode
    try:
        for q in ox.parse(content, engine, base_iri=base):
            term = q.object
            if type(term) is literal:
                if term.datatype.value not in KEPT:
                    found.add(term)
            elif type(term) is not named:
                return None
            if type(q.subject) is not named:
                return None
    except (SyntaxError, ValueError):
        return None
    return found
