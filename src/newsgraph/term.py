"""The closed-world check: every ng: and ngc: term of a graph is one of the ontology's, and no graph redefines them.

SHACL lets unknown properties pass in silence, so a typo would hide a statement from every shape.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import pyoxigraph as ox

from newsgraph.namespace import NG, NGC, OWL, RDFS, TYPE, shorten

CLASSES = {OWL + c for c in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology")}
SCHEMA_PREDICATES = {RDFS + p for p in ("domain", "range", "subClassOf", "subPropertyOf")} | {
    OWL + p for p in ("disjointWith", "equivalentClass", "equivalentProperty", "inverseOf")
}


@dataclass(frozen=True, slots=True, order=True)
class TermFault:
    """An unknown term, or one of ours that the graph redefines; `near` is the term that was probably meant."""

    term: str
    kind: str  # unknown, redefined
    focus: str
    near: str = ""


def faults(graph: Iterable[ox.Triple], ontology: Iterable[ox.Triple]) -> list[TermFault]:
    """The faulty terms of a graph, once for each term and kind, with the first node (by IRI) that uses it."""
    declared = frozenset(t.subject.value for t in ontology if isinstance(t.subject, ox.NamedNode))
    found: dict[tuple[str, str], TermFault] = {}
    for fault in _all(graph, declared):
        key = (fault.term, fault.kind)
        found[key] = min(found.get(key, fault), fault)
    return sorted(found.values())


def _all(graph: Iterable[ox.Triple], declared: frozenset[str]) -> Iterator[TermFault]:
    for triple in graph:
        focus = _name(triple.subject)
        for term in (triple.predicate, triple.object):
            if isinstance(term, ox.NamedNode) and term.value.startswith((NG, NGC)) and term.value not in declared:
                yield TermFault(term.value, "unknown", focus, nearest(term.value, declared))
        defines = triple.predicate.value in SCHEMA_PREDICATES or (
            triple.predicate == TYPE and _is_schema(triple.object)
        )
        if defines and focus.startswith((NG, NGC)):
            yield TermFault(focus, "redefined", focus)


def _name(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return str(node) if isinstance(node, ox.Triple) else node.value


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
    if fault.kind == "redefined":
        german, english = (
            f"{term} gehört der Ontologie; Daten dürfen es nicht neu definieren.",
            (f"{term} belongs to the ontology; data must not redefine it."),
        )
    else:
        german = f"{term} kommt in der Ontologie nicht vor." + (f" Gemeint ist vielleicht {near}." if near else "")
        english = f"{term} is not in the ontology." + (f" Perhaps {near} is meant." if near else "")
    return german if language == "de" else english
