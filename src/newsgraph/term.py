"""The closed-world check: the terms of a graph exist, are used as what they are, and are not redefined.

SHACL lets unknown properties pass in silence, so a typo would hide a statement from every shape. Checked are ng: and ngc:
terms against the ontology, and those of vocabularies whose terms are all known (newsgraph.closed_vocabulary).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

import pyoxigraph as ox

from newsgraph import closed_vocabulary
from newsgraph.namespace import NG, NGC, NGS, OWL, RDFS, TYPE, shorten
from newsgraph.usage import Usage, usage

CLASSES = {OWL + c for c in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "Ontology")}
KINDS = ("UnknownSubject", "UnknownPredicate", "UnknownObject")
SCHEMA_PREDICATES = {RDFS + p for p in ("domain", "range", "subClassOf", "subPropertyOf")} | {
    OWL + p for p in ("disjointWith", "equivalentClass", "equivalentProperty", "inverseOf")
}


# what a person reads, in German and in English
SAID = {
    "RedefinedTerm": (
        "{term} gehört der Ontologie; Daten dürfen es nicht neu definieren.",
        "{term} belongs to the ontology; data must not redefine it.",
    ),
    "NoProperty": ("{term} ist keine Eigenschaft.", "{term} is no property."),
    "NoClass": ("{term} ist keine Klasse.", "{term} is no class."),
    "LiteralForNode": (
        "{term} führt zu einem Knoten, nicht zu einem Literal.",
        "{term} leads to a node, not to a literal.",
    ),
    "NodeForLiteral": ("{term} hat Literale als Werte, keine Knoten.", "{term} has literals as values, not nodes."),
    "OtherDomain": (
        "{term} gehört nicht zu {beside}: was der einen Klasse gehört, kann nicht auch die andere sein.",
        "{term} does not belong to {beside}: its own class is disjoint with that one.",
    ),
}
VOCABULARY = ox.NamedNode(NGS + "Vocabulary")  # the shape that faulty terms break


@dataclass(frozen=True, slots=True)
class TermFault:
    """A triple with an unknown or misused term, or one that redefines a term of ours; `near` is the term probably meant.

    `kind`: UnknownSubject, UnknownPredicate, UnknownObject, UnknownDatatype, RedefinedTerm, or what newsgraph.usage says;
    `beside` is the class that a misused property does not fit.
    """

    term: str
    kind: str
    triple: ox.Triple
    near: str = ""
    beside: str = ""

    @property
    def severity(self) -> int:
        """A position in SEVERITIES: a term of others that resembles none of theirs may be newer than the list."""
        sure = self.near and not self.term.startswith(closed_vocabulary.GROWING)
        return int(self.kind.startswith("Unknown") and not sure and not self.term.startswith((NG, NGC)))

    def order(self) -> tuple[str, str, str]:
        """By term, kind and triple."""
        return self.term, self.kind, str(self.triple)


def faults(
    graph: Iterable[ox.Triple],
    ontology: Iterable[ox.Triple],
    known: frozenset[str] = frozenset(),
    rules: Usage | None = None,
) -> list[TermFault]:
    """The faulty terms of a graph, one for each place in a triple; terms of others among `known` need no look.

    `rules`: what newsgraph.usage makes of the ontology, where that is known already.
    """
    triples = list(graph)
    if not triples:
        return []
    terms = list(ontology)
    declared = frozenset(t.subject.value for t in terms if isinstance(t.subject, ox.NamedNode))
    strange = closed_vocabulary.unknown(_foreign(triples), known | declared)
    found = [*_all(triples, declared, strange), *_misused(triples, rules or usage(terms))]
    near: dict[str, str] = {}
    for fault in found:
        if fault.kind.startswith("Unknown") and fault.term not in near:
            near[fault.term] = nearest(fault.term, declared)
    return sorted((replace(f, near=near.get(f.term, "")) for f in found), key=TermFault.order)


def _foreign(triples: Iterable[ox.Triple]) -> set[str]:
    """What may be terms of others: predicates, classes and datatypes."""
    found = set[str]()
    for t in triples:
        found.add(t.predicate.value)
        if isinstance(t.object, ox.Literal):
            found.add(t.object.datatype.value)
        elif t.predicate == TYPE and isinstance(t.object, ox.NamedNode):
            found.add(t.object.value)
    return found


def _all(graph: Iterable[ox.Triple], declared: frozenset[str], strange: Collection[str]) -> Iterator[TermFault]:
    for triple in graph:
        for kind, term in zip(KINDS, (triple.subject, triple.predicate, triple.object), strict=True):
            if isinstance(term, ox.NamedNode) and term.value.startswith((NG, NGC)) and term.value not in declared:
                yield TermFault(term.value, kind, triple)
        if strange:
            yield from _strange(triple, strange)
        if _redefines(triple) and _name(triple.subject) in declared and _name(triple.subject).startswith((NG, NGC)):
            yield TermFault(_name(triple.subject), "RedefinedTerm", triple)


def _strange(t: ox.Triple, strange: Collection[str]) -> Iterator[TermFault]:
    if t.predicate.value in strange:
        yield TermFault(t.predicate.value, "UnknownPredicate", t)
    if isinstance(t.object, ox.Literal) and t.object.datatype.value in strange:
        yield TermFault(t.object.datatype.value, "UnknownDatatype", t)
    if t.predicate == TYPE and isinstance(t.object, ox.NamedNode) and t.object.value in strange:
        yield TermFault(t.object.value, "UnknownObject", t)


def _misused(triples: Iterable[ox.Triple], rules: Usage) -> Iterator[TermFault]:
    listed = [*triples]
    kinds = _kinds(listed)
    for t in listed:
        own = kinds.get(t.subject, ())
        kind = rules.misuse(t, own)
        if kind:
            term = t.object.value if kind == "NoClass" and isinstance(t.object, ox.NamedNode) else t.predicate.value
            yield TermFault(term, kind, t, beside=rules.clash(term, own) if kind == "OtherDomain" else "")


def _kinds(triples: Iterable[ox.Triple]) -> Mapping[object, set[str]]:
    found: dict[object, set[str]] = {}
    for t in triples:
        if t.predicate == TYPE and isinstance(t.object, ox.NamedNode):
            found.setdefault(t.subject, set()).add(t.object.value)
    return found


def _redefines(triple: ox.Triple) -> bool:
    return triple.predicate.value in SCHEMA_PREDICATES or (triple.predicate == TYPE and _is_schema(triple.object))


def _name(node: ox.NamedNode | ox.BlankNode | ox.Triple) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _is_schema(node: object) -> bool:
    return isinstance(node, ox.NamedNode) and node.value in CLASSES


def nearest(term: str, declared: Iterable[str]) -> str:
    """The declared term whose spelling is nearest, or, in the namespace of a closed vocabulary, its own; or "".

    >>> nearest(NG + "investr", [NG + "investor", NG + "amount"])
    'https://w3id.org/newsgraph/ontology#investor'
    """
    space = closed_vocabulary.space_of(term)
    declared = closed_vocabulary.members(space) if space else declared
    space = space or (NG if term.startswith(NG) else NGC)
    own, local = [iri for iri in sorted(declared, reverse=True) if iri.startswith(space)], term.removeprefix(space)
    own.sort(key=lambda iri: iri[len(space) :][:1].isupper() == local[:1].isupper())  # of url and URL the likelier one
    names = {iri.removeprefix(space).lower(): iri for iri in own}
    close = get_close_matches(local.lower(), names, n=1, cutoff=0.6)
    return names[close[0]] if close else ""


def message(fault: TermFault, language: str) -> str:
    """What a person reads of a fault, in German or English."""
    term, near = shorten(fault.term), shorten(fault.near)
    if fault.kind in SAID:
        german, english = (text.format(term=term, beside=shorten(fault.beside)) for text in SAID[fault.kind])
    else:
        whose = (
            ("der Ontologie", "the ontology")
            if fault.term.startswith((NG, NGC))
            else ("seinem Vokabular", "its vocabulary")
        )
        german = f"{term} kommt in {whose[0]} nicht vor." + (f" Gemeint ist vielleicht {near}." if near else "")
        english = f"{term} is not in {whose[1]}." + (f" Perhaps {near} is meant." if near else "")
    return german if language == "de" else english
