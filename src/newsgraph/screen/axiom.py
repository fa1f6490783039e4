"""What of an ontology goes into the data graph: pySHACL adds its classes, properties and axioms, and nothing else.

The same choice as pySHACL's `inoculate`, over pyoxigraph's terms; tests hold the two to the same triples.
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
    return [t for t in triples if _is_axiom(t, individuals)] + list(_hanging(triples, individuals))


def _is_axiom(t: ox.Triple, individuals: Nodes) -> bool:
    declared = t.predicate == TYPE and t.object in CLASSES
    return declared or t.predicate in PROPERTIES or t.subject in individuals or t.object in individuals


def _hanging(triples: list[ox.Triple], individuals: Nodes) -> Iterator[ox.Triple]:
    """What hangs on blank nodes that an axiom names: pySHACL copies them whole."""
    of: dict[object, list[ox.Triple]] = {}
    for t in triples:
        of.setdefault(t.subject, []).append(t)
    waiting = [n for t in triples if _is_axiom(t, individuals) for n in (t.subject, t.object)]
    seen = set[object]()
    while waiting:
        node = waiting.pop()
        if isinstance(node, ox.BlankNode) and node not in seen:
            seen.add(node)
            yield from of.get(node, ())
            waiting += [t.object for t in of.get(node, ())]
