"""The closed-world check: every ng: and ngc: term of a graph is one of the ontology's, and no graph redefines them.

SHACL lets unknown properties pass in silence, so a typo would hide a statement from every shape.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

import pyoxigraph as ox

from newsgraph.namespace import NG, NGC, NGS, OWL, RDFS, TYPE, shorten

CLASSES = {OWL + c for c in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology")}
KINDS = ("UnknownSubject", "UnknownPredicate", "UnknownObject")
SCHEMA_PREDICATES = {RDFS + p for p in ("domain", "range", "subClassOf", "subPropertyOf")} | {
    OWL + p for p in ("disjointWith", "equivalentClass", "equivalentProperty", "inverseOf")
}


VOCABULARY = ox.NamedNode(NGS + "Vocabulary")  # the shape that faulty terms break


@dataclass(frozen=True, slots=True)
class TermFault:
    """A triple with an unknown term, or one that redefines a term of ours; `near` is the term probably meant."""

    term: str
    kind: str  # UnknownSubject, UnknownPredicate, UnknownObject, RedefinedTerm
    triple: ox.Triple
    near: str = ""

    def order(self) -> tuple[str, str, str]:
        """By term, kind and triple."""
        return self.term, self.kind, str(self.triple)


def faults(graph: Iterable[ox.Triple], ontology: Iterable[ox.Triple]) -> list[TermFault]:
    """The faulty terms of a graph, one for each place in a triple."""
    declared = frozenset(t.subject.value for t in ontology if isinstance(t.subject, ox.NamedNode))
    known: dict[str, str] = {}
    found = sorted(_all(graph, declared), key=TermFault.order)
    for fault in found:
        if fault.kind != "RedefinedTerm" and fault.term not in known:
            known[fault.term] = nearest(fault.term, declared)
    return [replace(f, near=known.get(f.term, "")) for f in found]


def _all(graph: Iterable[ox.Triple], declared: frozenset[str]) -> Iterator[TermFault]:
    for triple in graph:
        for kind, term in zip(KINDS, (triple.subject, triple.predicate, triple.object), strict=True):
            if isinstance(term, ox.NamedNode) and term.value.startswith((NG, NGC)) and term.value not in declared:
                yield TermFault(term.value, kind, triple)
        if _redefines(triple) and _name(triple.subject) in declared and _name(triple.subject).startswith((NG, NGC)):
            yield TermFault(_name(triple.subject), "RedefinedTerm", triple)


def _redefines(triple: ox.Triple) -> bool:
    return triple.predicate.value in SCHEMA_PREDICATES or (triple.predicate == TYPE and _is_schema(triple.object))


def _name(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _is_schema(node: object) -> bool:
    return isinstance(node, ox.NamedNode) and node.value in CLASSES


def nearest(term: str, declared: Iterable[str]) -> str:
    """The declared term whose spelling is nearest, or "".

    >>> nearest(NG + "investr", [NG + "investor", NG + "amount"])
    'https://w3id.org/newsgraph/ontology#investor'
    """
    space = NG if term.startswith(NG) else NGC
    names = {iri.removeprefix(space).lower(): iri for iri in sorted(declared, reverse=True) if iri.startswith(space)}
    close = get_close_matches(term.removeprefix(space).lower(), names, n=1, cutoff=0.6)
    return names[close[0]] if close else ""


def message(fault: TermFault, language: str) -> str:
    """What a person reads of a fault, in German or English."""
    term, near = shorten(fault.term), shorten(fault.near)
    if fault.kind == "RedefinedTerm":
        german, english = (
            f"{term} gehört der Ontologie; Daten dürfen es nicht neu definieren.",
            (f"{term} belongs to the ontology; data must not redefine it."),
        )
    else:
        german = f"{term} kommt in der Ontologie nicht vor." + (f" Gemeint ist vielleicht {near}." if near else "")
        english = f"{term} is not in the ontology." + (f" Perhaps {near} is meant." if near else "")
    return german if language == "de" else english
