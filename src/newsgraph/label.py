"""Labels in the reader's language, in place of IRIs."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from newsgraph.namespace import LABEL, NG, NGC, SKOS

PREFERRED = ox.NamedNode(SKOS + "prefLabel")
Pair = tuple[ox.NamedNode, ox.Literal]


@dataclass(frozen=True, slots=True)
class Labels:
    """A language, and what finds the labels (any language) of some things."""

    language: str
    find: Callable[[list[ox.NamedNode]], Iterable[Pair]]

    def of(self, terms: Iterable[object]) -> dict[object, str]:
        """The best label of every IRI that has one: in the language, else without one, else English, else any."""
        iris = sorted({term for term in terms if isinstance(term, ox.NamedNode)}, key=str)
        found: dict[ox.NamedNode, list[ox.Literal]] = defaultdict(list)
        for iri, label in [*self.find(iris), *_ours(iris)]:
            found[iri].append(label)
        return {iri: min(labels, key=self._rank).value for iri, labels in found.items()}

    def _rank(self, label: ox.Literal) -> tuple[int, str]:
        order = (self.language, "", "en")
        tag = (label.language or "").partition("-")[0]
        return order.index(tag) if tag in order else len(order), label.value


def in_store(store: ox.Store) -> Callable[[list[ox.NamedNode]], Iterable[Pair]]:
    """What finds labels in the default graph of a store."""

    def find(iris: list[ox.NamedNode]) -> Iterable[Pair]:
        for iri in iris:
            for name in (PREFERRED, LABEL):
                for q in store.quads_for_pattern(iri, name, None, ox.DefaultGraph()):
                    yield from _pair(q.subject, q.object)

    return find


def _pair(iri: Any, label: Any) -> Iterable[Pair]:
    if isinstance(label, ox.Literal):
        yield iri, label


def _ours(iris: list[ox.NamedNode]) -> Iterable[Pair]:
    """The labels of our own terms, which data rarely repeat."""
    from newsgraph.rdf import read_data

    asked = {iri for iri in iris if iri.value.startswith((NG, NGC))}
    for t in read_data("ontology") if asked else ():
        if t.subject in asked and t.predicate in (PREFERRED, LABEL):
            yield from _pair(t.subject, t.object)
