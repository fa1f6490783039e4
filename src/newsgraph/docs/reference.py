"""What the reference is about: every term, code list and shape as a value, with its place on the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from newsgraph.docs.facts import Facts, constraint, names, of_kind, path, plain, texts, values
from newsgraph.namespace import NG, NGC, NGS, shorten

Texts = Mapping[str, str]
Triples = tuple[ox.Triple, ...]
PROPERTY_KINDS = {
    "owl:ObjectProperty": "object",
    "owl:DatatypeProperty": "datatype",
    "owl:AnnotationProperty": "annotation",
}
MATCHES = ("skos:exactMatch", "skos:closeMatch", "skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch")
TARGETS = ("sh:targetClass", "sh:targetSubjectsOf", "sh:targetObjectsOf", "sh:targetNode")


@dataclass(frozen=True, slots=True)
class Term:
    """A class, property, scheme or concept: texts by language, other terms as CURIEs."""

    iri: str
    kind: str  # class, object, datatype, annotation, scheme, concept
    label: Texts
    definition: Texts
    note: Texts
    links: Mapping[str, tuple[str, ...]]  # parents, domain, range, disjoint, schemes, matches, replaced
    deprecated: bool = False

    @property
    def curie(self) -> str:
        """The short form, such as ng:Claim."""
        return shorten(self.iri)


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: what it looks at, what it asks, and what it says when that is not so."""

    iri: str
    file: str
    label: Texts
    reason: Texts
    message: Texts
    severity: str  # Violation, Warning, Info; "" for a building block
    targets: tuple[tuple[str, str], ...]  # (targetClass, ng:Claim)
    path: str
    constraint: str
    queries: tuple[tuple[str, str], ...] = ()  # (its IRI, SPARQL)

    @property
    def curie(self) -> str:
        """The short form, such as ngs:ClaimForm."""
        return shorten(self.iri)


@dataclass(frozen=True, slots=True)
class Reference:
    """All of it; `samples` are graphs to take examples from, the better one first."""

    title: Texts
    description: Texts
    version: str
    licence: str
    terms: Mapping[str, Term]
    shapes: Mapping[str, Shape]
    samples: tuple[Triples, ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)

    def of(self, *kinds: str) -> list[Term]:
        """The terms of these kinds, by CURIE."""
        return [t for t in sorted(self.terms.values(), key=lambda t: (t.curie.lower(), t.curie)) if t.kind in kinds]

    def ancestors(self, curie: str) -> list[str]:
        """The superclasses of a class that are ours, nearest first."""
        found: list[str] = []
        todo = list(self.terms[curie].links["parents"]) if curie in self.terms else []
        while todo:
            name = todo.pop(0)
            if name not in found:
                found.append(name)
                todo += self.terms[name].links["parents"] if name in self.terms else ()
        return found


def reference(about: Facts, shapes: Mapping[str, Facts], samples: tuple[Triples, ...]) -> Reference:
    """The reference of an ontology with its code lists, and of shapes by the name of their file."""
    home = NG.removesuffix("#")
    terms = {t.curie: t for t in _terms(about)}
    found = {s.curie: s for name, rows in sorted(shapes.items()) for s in _shapes(name, rows)}
    return Reference(
        texts(about, home, "dcterms:title"),
        texts(about, home, "dcterms:description"),
        plain(about, home, "owl:versionInfo"),
        next(iter(names(about, home, "dcterms:license")), ""),
        terms,
        found,
        samples,
        _anchors([*terms, *found, *(shorten(iri) for s in found.values() for iri, _ in s.queries)]),
    )


def _terms(about: Facts) -> list[Term]:
    kinds = {"owl:Class": "class", **PROPERTY_KINDS, "skos:ConceptScheme": "scheme", "skos:Concept": "concept"}
    pairs = [(iri, word) for kind, word in kinds.items() for iri in of_kind(about, kind)]
    return [_term(about, iri, word) for iri, word in pairs if iri.startswith((NG, NGC))]


def _term(about: Facts, iri: str, kind: str) -> Term:
    links = {
        "parents": names(about, iri, "rdfs:subClassOf") + names(about, iri, "rdfs:subPropertyOf"),
        "domain": names(about, iri, "rdfs:domain"),
        "range": names(about, iri, "rdfs:range"),
        "disjoint": names(about, iri, "owl:disjointWith"),
        "schemes": names(about, iri, "skos:inScheme"),
        "matches": tuple(name for match in MATCHES for name in names(about, iri, match)),
        "replaced": names(about, iri, "dcterms:isReplacedBy"),
    }
    label, definition = texts(about, iri, "rdfs:label", "skos:prefLabel"), texts(about, iri, "skos:definition")
    old = any(str(o).startswith('"true"') for o in values(about, iri, "owl:deprecated"))
    return Term(iri, kind, label, definition, texts(about, iri, "skos:scopeNote"), links, old)


def _shapes(file: str, about: Facts) -> list[Shape]:
    return [
        _shape(file, about, iri) for iri in of_kind(about, "sh:NodeShape", "sh:PropertyShape") if iri.startswith(NGS)
    ]


def _shape(file: str, about: Facts, iri: str) -> Shape:
    targets = tuple((p.removeprefix("sh:"), name) for p in TARGETS for name in names(about, iri, p))
    severity = next(iter(names(about, iri, "sh:severity")), "sh:Violation").removeprefix("sh:")
    return Shape(
        iri,
        file,
        texts(about, iri, "rdfs:label"),
        texts(about, iri, "rdfs:comment"),
        texts(about, iri, "sh:message"),
        severity if targets else "",
        targets,
        next((path(about, node) for node in values(about, iri, "sh:path")), ""),
        constraint(about, iri),
        tuple(
            (q.value, plain(about, q.value, "sh:select").strip())
            for q in values(about, iri, "sh:sparql")
            if isinstance(q, ox.NamedNode)
        ),
    )


def _anchors(curies: list[str]) -> dict[str, str]:
    """The local name; with the prefix before it where another vocabulary has taken the name (ng: comes first)."""
    taken: dict[str, str] = {}
    for curie in sorted(curies, key=lambda c: (("ng", "ngc", "ngs").index(c.partition(":")[0]), c)):
        prefix, _, local = curie.partition(":")
        taken[f"{prefix}-{local}" if local in taken else local] = curie
    return {curie: anchor for anchor, curie in taken.items()}
