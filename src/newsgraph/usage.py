"""How the ontology's terms may be used: as class or as property, with a node or a literal, on nodes of which classes.

So that what belongs to the layer of claims (ng:quote, ng:modality) is not said of a company, nor ng:investor of a claim:
a property must not stand on a node whose class is disjoint with its domain.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term, adjacency
from newsgraph.namespace import OWL, PROV, RDF, RDFS, SKOS, TYPE

CLASSES = {OWL + "Class", RDFS + "Class"}
OBJECTS, VALUES = OWL + "ObjectProperty", OWL + "DatatypeProperty"
PROPERTIES = {OBJECTS, VALUES, OWL + "AnnotationProperty", OWL + "OntologyProperty", RDF + "Property"}
# what PROV-O says of its own classes (section 3.1); the ontology reuses them without repeating it
ABOVE = {PROV + name: ox.NamedNode(PROV + "Agent") for name in ("Organization", "Person", "SoftwareAgent")}
CONCEPTS = {SKOS + "Concept", SKOS + "ConceptScheme"}


@dataclass(frozen=True, slots=True)
class Usage:
    """What the ontology says of its terms, by IRI; `above` has the superclasses of a class and itself."""

    classes: frozenset[str]
    properties: frozenset[str]
    concepts: frozenset[str]
    objects: frozenset[str]
    values: frozenset[str]
    domain: Mapping[str, str]
    above: Mapping[str, frozenset[str]]
    disjoint: frozenset[frozenset[str]]

    def no_property(self, term: str) -> bool:
        """Whether a term is something else than a property."""
        return term not in self.properties and (term in self.classes or term in self.concepts)

    def no_class(self, term: str) -> bool:
        """Whether a term is something else than a class."""
        return term not in self.classes and (term in self.properties or term in self.concepts)

    def clash(self, term: str, kinds: Collection[str]) -> str:
        """The class, of those of a node, that is disjoint with the domain of a property; "" where none is."""
        home = self._above(self.domain.get(term, ""))
        clashes = (k for k in sorted(kinds) for a in self._above(k) for b in home if frozenset((a, b)) in self.disjoint)
        return next(clashes, "")

    def _above(self, name: str) -> frozenset[str]:
        return self.above.get(name, frozenset())

    def misuse(self, t: ox.Triple, kinds: Collection[str]) -> str:
        """How a triple misuses a term, "" where it does not; `kinds` are the classes of its subject."""
        term, literal = t.predicate.value, isinstance(t.object, ox.Literal)
        if self.no_property(term):
            return "NoProperty"
        if t.predicate == TYPE and isinstance(t.object, ox.NamedNode) and self.no_class(t.object.value):
            return "NoClass"
        if (literal and term in self.objects) or (not literal and term in self.values):
            return "LiteralForNode" if literal else "NodeForLiteral"
        return "OtherDomain" if term in self.domain and self.clash(term, kinds) else ""


def usage(ontology: Iterable[ox.Triple]) -> Usage:
    """What an ontology says of its terms."""
    index = adjacency(ontology)
    names = {n.value: n for n in index.nodes if isinstance(n, ox.NamedNode)}
    types = {name: {_iri(t) for t in index.of(n, TYPE.value)} for name, n in names.items()}

    def of(kinds: set[str]) -> frozenset[str]:
        return frozenset(name for name, own in types.items() if not own.isdisjoint(kinds))

    domains = {name: [_iri(d) for d in index.of(n, RDFS + "domain")] for name, n in names.items()}
    return Usage(
        of(CLASSES),
        of(PROPERTIES),
        of(CONCEPTS),
        of({OBJECTS}) - of({VALUES}),
        of({VALUES}) - of({OBJECTS}),
        {name: found[0] for name, found in domains.items() if len(found) == 1 and found[0]},
        {name: _above(n, index) for name, n in names.items()},
        frozenset(_disjoint(index)),
    )


def _iri(node: Term) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _above(name: Term, index: Adjacency) -> frozenset[str]:
    found, waiting = {name}, [name]
    while waiting:
        here = waiting.pop()
        above = [*index.of(here, RDFS + "subClassOf"), *([ABOVE[_iri(here)]] if _iri(here) in ABOVE else [])]
        new = [c for c in above if c not in found]
        found.update(new)
        waiting += new
    return frozenset(filter(None, map(_iri, found)))


def _disjoint(index: Adjacency) -> Iterable[frozenset[str]]:
    for node in index.nodes:
        for other in index.of(node, OWL + "disjointWith"):
            yield frozenset((_iri(node), _iri(other)))
        if ox.NamedNode(OWL + "AllDisjointClasses") in index.of(node, TYPE.value):
            for head in index.of(node, OWL + "members"):
                yield from (frozenset(map(_iri, pair)) for pair in combinations(index.members(head), 2))
