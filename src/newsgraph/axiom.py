"""The axioms that a release promises: domains, ranges, subclasses and disjoint classes, as rows of a table."""

from collections.abc import Iterable, Iterator
from itertools import combinations

import pyoxigraph as ox

from newsgraph.errors import DataError
from newsgraph.namespace import OWL, RDF, RDFS, shorten

HEAD = "term\trelation\tvalue"
RELATIONS = {
    RDFS + "domain": "domain",
    RDFS + "range": "range",
    RDFS + "subClassOf": "subclass",
    OWL + "disjointWith": "disjoint",
}

Axioms = frozenset[tuple[str, str, str]]  # {("ng:investor", "range", "prov:Agent")}


def read_axioms(text: str, name: str = "axioms.tsv") -> Axioms:
    """The table of axioms. Raises DataError."""
    return frozenset((term, relation, value) for term, relation, value in rows(text, HEAD, name))


def write_axioms(axioms: Axioms) -> str:
    """The table of axioms, sorted."""
    return "\n".join([HEAD, *("\t".join(row) for row in sorted(axioms))]) + "\n"


def rows(text: str, head: str, name: str) -> Iterator[list[str]]:
    """The rows of a table of ours, which must have this head. Raises DataError."""
    first, *rows = text.splitlines() or [""]
    width = head.count("\t") + 1
    if first != head or any(row.count("\t") + 1 != width for row in rows):
        raise DataError(f"is no table with the columns {head.replace(chr(9), ', ')}", file=name)
    return (row.split("\t") for row in rows)


def axioms_in(graph: Iterable[ox.Triple]) -> Axioms:
    """Domains, ranges, subclasses and pairs of disjoint classes; a list of disjoint classes counts as its pairs."""
    triples = list(graph)
    known = [t for t in triples if t.predicate.value in RELATIONS and not isinstance(t.object, ox.BlankNode)]
    plain = {(shorten(key(t.subject)), RELATIONS[t.predicate.value], shorten(key(t.object))) for t in known}
    pairs = {(a, "disjoint", b) for members in _disjoint_lists(triples) for a, b in combinations(members, 2)}
    return frozenset(_ordered(a, r, b) for a, r, b in plain | pairs)


def key(node: object) -> str:
    """The IRI, name or text of a node."""
    return str(getattr(node, "value", node))


def _ordered(term: str, relation: str, value: str) -> tuple[str, str, str]:
    """Disjointness has no direction: the smaller name comes first."""
    return (min(term, value), relation, max(term, value)) if relation == "disjoint" else (term, relation, value)


def _disjoint_lists(triples: list[ox.Triple]) -> Iterator[list[str]]:
    first = {key(t.subject): key(t.object) for t in triples if t.predicate.value == RDF + "first"}
    rest = {key(t.subject): key(t.object) for t in triples if t.predicate.value == RDF + "rest"}
    for node in (key(t.object) for t in triples if t.predicate.value == OWL + "members"):
        members = []
        while node in first:  # each node once, so that a list that bites its tail ends
            members.append(shorten(first.pop(node)))
            node = rest.get(node, "")
        yield members


def contains(wide: set[str], narrow: set[str], axioms: Axioms) -> bool:
    """Whether whatever satisfies `narrow` satisfies `wide` (several values mean all of them; none means anything)."""
    return all(any(value in _ancestors(n, axioms) for n in narrow) for value in wide)


def _ancestors(name: str, axioms: Axioms) -> set[str]:
    found, todo = {name, "rdfs:Literal" if name.startswith("xsd:") else "owl:Thing"}, [name]
    while todo:
        above = {v for t, r, v in axioms if r == "subclass" and t == todo[-1]} - found
        todo = [*todo[:-1], *above]
        found |= above
    return found


def disjoint(axioms: Axioms) -> set[tuple[str, str]]:
    """The pairs of disjoint classes."""
    return {(a, b) for a, r, b in axioms if r == "disjoint"}
