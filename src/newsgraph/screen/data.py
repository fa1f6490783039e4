"""The graph to validate: in a store, with its literals as they are written and the ontology's axioms beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from threading import Thread
from typing import Any, Protocol

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import NG, NGC
from newsgraph.screen.literal import KEPT, Spelling, spelling
from newsgraph.target import Targets

Triples = Iterable[ox.Triple]
Document = tuple[bytes, str, str]  # content, format, base IRI
OURS = (NG, NGC)  # namespaces whose terms are checked
FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "n-triples": ox.RdfFormat.N_TRIPLES,
}  # without graph names, and native loading keeps every term but blank nodes


class Graph(Protocol):
    """What can be asked for the triples of a pattern, terms as they are written; None stands for any term."""

    def matching(self, s: Term | None, p: ox.NamedNode | None, o: Term | None) -> Iterator[ox.Triple]:
        """The triples of a pattern."""

    def width(self, s: Term | None, p: ox.NamedNode | None, o: Term | None, most: int) -> int:
        """How many triples fit a pattern, counted up to `most`."""


@dataclass(frozen=True, slots=True)
class Data:
    """`store` holds the data and the axioms in its default graph; `axioms` are those that the data does not hold itself.

    `terms` are the nodes of our namespaces in the data.
    """

    store: ox.Store
    spelling: Spelling
    axioms: frozenset[ox.Triple]
    terms: frozenset[ox.NamedNode]

    def matching(self, s: Term | None, p: ox.NamedNode | None, o: Term | None) -> Iterator[ox.Triple]:
        """The triples of a pattern, terms as they are written."""
        stored = None if o is None else self.spelling.as_stored(o)
        if isinstance(s, ox.Literal):
            return
        for q in self.store.quads_for_pattern(s, p, stored, ox.DefaultGraph()):
            yield ox.Triple(q.subject, q.predicate, self.spelling.as_written(q.object))

    def width(self, s: Term | None, p: ox.NamedNode | None, o: Term | None, most: int) -> int:
        """How many triples fit a pattern, counted up to `most`."""
        if isinstance(s, ox.Literal):
            return 0
        stored = None if o is None else self.spelling.as_stored(o)
        return sum(1 for _ in islice(self.store.quads_for_pattern(s, p, stored, ox.DefaultGraph()), most))

    def __iter__(self) -> Iterator[ox.Triple]:
        return self.matching(None, None, None)


@dataclass(frozen=True, slots=True)
class Found:
    """What reading a graph tells: literals that a store may rewrite, and terms of our namespaces."""

    literals: set[ox.Literal]
    terms: set[ox.NamedNode]


def of_triples(triples: Triples, axioms: Triples = ()) -> Data:
    """The data of triples; a sequence or anything that can be read twice."""
    found, extra, store = Found(set(), set()), list(axioms), ox.Store()
    _look(triples, found)
    how = _spelling(found, extra)
    store.extend(ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) for t in triples)
    return Data(store, how, _added(store, how, extra), frozenset(found.terms))


def _spelling(found: Found, axioms: Triples) -> Spelling:
    extra = {o for t in axioms if type(o := t.object) is ox.Literal and o.datatype.value not in KEPT}
    return spelling(found.literals | extra)


def _added(store: ox.Store, how: Spelling, axioms: Sequence[ox.Triple]) -> frozenset[ox.Triple]:
    """Add the axioms; those that were not there."""
    new = {t for t in axioms if ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) not in store}
    store.extend(ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) for t in new)
    return frozenset(new)


def _look(triples: Iterable[Any], found: Found) -> bool:
    """Collect what `found` is for from triples or quads; whether there are blank nodes or RDF 1.2 among them."""
    literal, named, kept, ours = ox.Literal, ox.NamedNode, KEPT, OURS
    literals, terms, predicates = found.literals, found.terms, set[ox.NamedNode]()
    special, last = False, None
    for t in triples:
        term = t.object
        if type(term) is literal:
            if term.datatype.value not in kept:
                literals.add(term)
        elif type(term) is named:
            if term.value.startswith(ours):
                terms.add(term)
        else:
            special = True
        predicates.add(t.predicate)
        subject = t.subject
        if subject != last:
            last = subject
            if type(subject) is not named:
                special = True
            elif subject.value.startswith(ours):
                terms.add(subject)
    terms.update(p for p in predicates if p.value.startswith(ours))
    return special


def of_documents(documents: Sequence[Document], axioms: Sequence[ox.Triple] = ()) -> Data | None:
    """The data of documents without blank nodes, loaded natively while they are looked through; else None.

    Blank nodes need names that depend on the document alone (newsgraph.rdf), and what does not parse needs its place.
    """
    if any(fmt not in FORMATS for _, fmt, _ in documents):
        return None
    store, faults, found = ox.Store(), list[Exception](), Found(set(), set())
    loading = Thread(target=_load, args=(store, documents, faults))
    loading.start()
    special = False
    try:
        for content, fmt, base in documents:
            special |= _look(ox.parse(content, FORMATS[fmt], base_iri=base), found)
    except (SyntaxError, ValueError, MemoryError):
        special = True
    loading.join()
    how = _spelling(found, axioms)
    if special or faults or how.disguised:
        return None
    return Data(store, how, _added(store, how, axioms), frozenset(found.terms))


def _load(store: ox.Store, documents: Sequence[Document], faults: list[Exception]) -> None:
    try:
        for content, fmt, base in documents:
            store.load(content, FORMATS[fmt], base_iri=base)
    except (SyntaxError, ValueError, OSError, MemoryError) as e:
        faults.append(e)


def holds_focus(document: Document, aims: Targets) -> bool:
    """Whether a document holds a node that shapes look at; mostly its first triples tell."""
    content, fmt, base = document
    return any(aims.focus(q.triple) is not None for q in ox.parse(content, FORMATS[fmt], base_iri=base))
