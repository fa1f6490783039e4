"""The graph to validate: in a store, with its literals as they are written and the ontology's axioms beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.screen.census import Census, Look, Uses, census, look
from newsgraph.screen.literal import KEPT, Spelling, spelling
from newsgraph.screen.native import FORMATS, Document, Loading, start
from newsgraph.target import Targets

Triples = Iterable[ox.Triple]


class Graph(Protocol):
    """What can be asked for the triples of a pattern, terms as they are written; None stands for any term."""

    def matching(self, s: Term | None, p: ox.NamedNode | None, o: Term | None) -> Iterator[ox.Triple]:
        """The triples of a pattern."""

    def width(self, s: Term | None, p: ox.NamedNode | None, o: Term | None, most: int) -> int:
        """How many triples fit a pattern, counted up to `most`."""


@dataclass(frozen=True, slots=True)
class Data:
    """`store` holds the data and the axioms in its default graph; `axioms` are those that the data does not hold itself.

    `terms` are the nodes of our namespaces in the data, `uses` all its predicates and
    the like, `census` what its nodes have in common, where that is known.
    """

    store: ox.Store
    spelling: Spelling
    axioms: frozenset[ox.Triple]
    terms: frozenset[ox.NamedNode]
    uses: Uses
    census: Census | None = None

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


def of_triples(triples: Triples, axioms: Triples = ()) -> Data:
    """The data of triples; a sequence or anything that can be read twice."""
    found, extra, store = Look(), list(axioms), ox.Store()
    look(triples, found)
    how = _spelling(found, extra)
    store.extend(ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) for t in triples)
    return _data(store, how, extra, found)


def _data(store: ox.Store, how: Spelling, axioms: Sequence[ox.Triple], found: Look) -> Data:
    """A loaded store as data, with the axioms in it, too."""
    added, uses = _added(store, how, axioms), found.uses()
    told = census(found, lambda s: store.quads_for_pattern(s, None, None, ox.DefaultGraph()), added)
    return Data(store, how, added, frozenset(found.terms), uses, told)


def _spelling(found: Look, axioms: Triples) -> Spelling:
    extra = {o for t in axioms if type(o := t.object) is ox.Literal and o.datatype.value not in KEPT}
    return spelling(found.literals | extra)


def _added(store: ox.Store, how: Spelling, axioms: Sequence[ox.Triple]) -> frozenset[ox.Triple]:
    """Add the axioms; those that were not there."""
    new = {t for t in axioms if ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) not in store}
    store.extend(ox.Quad(t.subject, t.predicate, how.as_stored(t.object)) for t in new)
    return frozenset(new)


def of_documents(
    documents: Sequence[Document], axioms: Sequence[ox.Triple] = (), loading: Loading | None = None
) -> Data | None:
    """The data of documents without blank nodes, loaded natively while they are looked through; else None.

    Blank nodes need names that depend on the document alone (newsgraph.rdf), and what does not parse needs its place.
    `loading` where that was begun before.
    """
    loading = loading or start(documents)
    if loading is None:
        return None
    special, found = False, Look()
    try:
        for content, fmt, base in documents:
            special |= look(ox.parse(content, FORMATS[fmt], base_iri=base), found)
    except (SyntaxError, ValueError, MemoryError):
        special = True
    finally:
        native = loading.done()
    how = _spelling(found, axioms)
    if special or native.faults or how.disguised:
        return None
    return _data(native.store, how, axioms, found)


def holds_focus(document: Document, aims: Targets) -> bool:
    """Whether a document holds a node that shapes look at; mostly its first triples tell."""
    content, fmt, base = document
    return any(aims.focus(q.triple) is not None for q in ox.parse(content, FORMATS[fmt], base_iri=base))
