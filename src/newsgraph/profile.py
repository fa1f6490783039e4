"""Whether a document stays inside OWL 2 DL and OWL 2 RL, judged by the few constructs that both allow and we need.

Stricter than the profiles (W3C OWL 2 Profiles, section 4): a named class, property or data range in each axiom,
no class expressions. The tests let the OWL API confirm it; this check needs no Java.
"""

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from newsgraph.namespace import OWL, RDF, RDFS, TYPE, shorten

LIST = {RDF + "first", RDF + "rest"}
NAMED = {RDFS + p for p in ("subClassOf", "subPropertyOf", "domain", "range")} | {
    OWL + "disjointWith",
    TYPE.value,
    RDF + "first",
}
NOTES = {RDFS + "label", RDFS + "isDefinedBy", OWL + "versionIRI", OWL + "versionInfo", OWL + "deprecated"}
PREDICATES = NAMED | NOTES | LIST | {OWL + "members"}
PROPERTIES = {OWL + k for k in ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
KINDS = PROPERTIES | {OWL + k for k in ("Ontology", "Class", "SymmetricProperty", "AllDisjointClasses")}


def findings(graph: Iterable[ox.Triple]) -> list[str]:
    """What the document uses of RDF, RDFS and OWL beyond those constructs."""
    triples = list(graph)
    return sorted({*_predicates(triples), *_kinds(triples), *_expressions(triples), *_two_kinds(triples)})


def _predicates(triples: list[ox.Triple]) -> list[str]:
    names = {t.predicate.value for t in triples}
    return [
        f"property {shorten(p)}: outside the constructs in use" for p in names if _built_in(p) and p not in PREDICATES
    ]


def _kinds(triples: list[ox.Triple]) -> list[str]:
    names = {t.object.value for t in triples if t.predicate == TYPE and isinstance(t.object, ox.NamedNode)}
    return [f"kind {shorten(k)}: outside the constructs in use" for k in names if _built_in(k) and k not in KINDS]


def _expressions(triples: list[ox.Triple]) -> list[str]:
    found = [t for t in triples if t.predicate.value in NAMED and isinstance(t.object, ox.BlankNode)]
    return [f"{_name(t.subject)}: {shorten(t.predicate.value)} points to an expression, not to a name" for t in found]


def _two_kinds(triples: list[ox.Triple]) -> list[str]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for t in triples:
        if t.predicate == TYPE and isinstance(t.object, ox.NamedNode) and t.object.value in PROPERTIES:
            kinds[_name(t.subject)].add(shorten(t.object.value))
    return [f"{name}: is {' and '.join(sorted(found))} at once" for name, found in kinds.items() if len(found) > 1]


def _built_in(iri: str) -> bool:
    return iri.startswith((OWL, RDF, RDFS))


def _name(node: object) -> str:
    return shorten(node.value) if isinstance(node, ox.NamedNode) else "a blank node"
