"""What of an ontology goes into the data graph: pySHACL adds its classes, properties and axioms, and nothing else.

The same choice as pySHACL's `inoculate`, over pyoxigraph's terms; tests hold the two to the same triples. Blank nodes
are taken once; pySHACL copies those within lists anew each time it comes by.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from newsgraph.namespace import OWL, RDFS, TYPE

OWL_CLASSES = """
AllDifferent AllDisjointClasses AllDisjointProperties Annotation AnnotationProperty AsymmetricProperty Axiom Class
DataRange DatatypeProperty DeprecatedClass DeprecatedProperty FunctionalProperty InverseFunctionalProperty
IrreflexiveProperty NamedIndividual NegativePropertyAssertion ObjectProperty Ontology OntologyProperty
ReflexiveProperty Restriction SymmetricProperty TransitiveProperty
"""
OWL_PROPERTIES = """
allValuesFrom annotatedProperty annotatedSource annotatedTarget assertionProperty cardinality complementOf
datatypeComplementOf differentFrom disjointUnionOf disjointWith distinctMembers equivalentClass equivalentProperty
hasKey hasSelf hasValue intersectionOf inverseOf maxCardinality maxQualifiedCardinality members minCardinality
minQualifiedCardinality onClass onDataRange onDatatype onProperties onProperty oneOf propertyChainAxiom
propertyDisjointWith qualifiedCardinality sameAs someValuesFrom sourceIndividual targetIndividual targetValue
unionOf withRestrictions backwardCompatibleWith deprecated incompatibleWith priorVersion versionInfo
bottomDataProperty topDataProperty bottomObjectProperty topObjectProperty imports versionIRI
"""
RDFS_CLASSES = """
Class Container ContainerMembershipProperty Datatype Literal Resource
"""
RDFS_PROPERTIES = """
comment domain isDefinedBy label member range seeAlso subClassOf subPropertyOf
"""
CLASSES = frozenset(ox.NamedNode(OWL + n) for n in OWL_CLASSES.split()) | {
    ox.NamedNode(RDFS + n) for n in RDFS_CLASSES.split()
}
PROPERTIES = frozenset(ox.NamedNode(OWL + n) for n in OWL_PROPERTIES.split()) | {
    ox.NamedNode(RDFS + n) for n in RDFS_PROPERTIES.split()
}
INDIVIDUAL = ox.NamedNode(OWL + "NamedIndividual")


Nodes = set[ox.NamedNode | ox.BlankNode | ox.Triple]


def axioms(ontology: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples of an ontology that are put into the data graph."""
    triples = list(ontology)
    individuals = {t.subject for t in triples if t.predicate == TYPE and t.object == INDIVIDUAL}
    chosen = [t for t in triples if _is_axiom(t) or t.object in individuals]
    return list(dict.fromkeys([*chosen, *_hanging(triples, chosen, individuals)]))


def _is_axiom(t: ox.Triple) -> bool:
    return (t.predicate == TYPE and t.object in CLASSES) or t.predicate in PROPERTIES


def _hanging(triples: Iterable[ox.Triple], chosen: Iterable[ox.Triple], individuals: Nodes) -> Iterator[ox.Triple]:
    """What hangs on blank nodes and on individuals: pySHACL copies them whole, and what individuals lead to."""
    of: dict[object, list[ox.Triple]] = {}
    for t in triples:
        of.setdefault(t.subject, []).append(t)
    blank = {n for t in chosen for n in (t.subject, t.object) if isinstance(n, ox.BlankNode)}
    waiting: list[tuple[object, bool]] = [(n, False) for n in blank] + [(n, True) for n in individuals]
    seen = set[tuple[object, bool]]()
    while waiting:
        node, deep = waiting.pop()
        if (node, deep) not in seen:
            seen.add((node, deep))
            yield from of.get(node, ())
            waiting += [(t.object, deep) for t in of.get(node, ()) if deep or isinstance(t.object, ox.BlankNode)]
