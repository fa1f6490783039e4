"""The term list is in step with the ontology, and no term disappears without a major version."""

import importlib.util
from pathlib import Path

import pytest
from rdflib import OWL, RDF, SKOS, Graph, Literal, URIRef

ROOT = Path(__file__).parents[2]
SPEC = importlib.util.spec_from_file_location("ontology_terms", Path(__file__).parent / "terms.py")
terms = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(terms)

PREFIXES = {"https://w3id.org/newsgraph/ontology#": "ng:", "https://w3id.org/newsgraph/concept/": "ngc:"}
KINDS = {
    OWL.Class: "class", OWL.ObjectProperty: "object property", OWL.DatatypeProperty: "datatype property",
    OWL.AnnotationProperty: "annotation property", SKOS.Concept: "concept", SKOS.ConceptScheme: "concept scheme",
}
ONE = {"ng:amount": ("object property", "0.1.0", "current"), "ng:Claim": ("class", "0.1.0", "current")}
RENAMED = {"ng:sum": ("object property", "0.2.0", "current"), "ng:Claim": ("class", "0.1.0", "current")}
GROWN = ONE | {"ng:share": ("datatype property", "0.2.0", "current")}
RETYPED = ONE | {"ng:amount": ("datatype property", "0.1.0", "current")}
DEPRECATED = ONE | {"ng:amount": ("object property", "0.1.0", "deprecated")}


def in_ontology() -> dict[str, tuple[str, str]]:
    """{term: (kind, status)} as declared in the Turtle files."""
    found = {}
    for name in ("newsgraph.ttl", "concepts.ttl"):
        graph = Graph().parse(ROOT / "ontology" / name)
        for kind, word in KINDS.items():
            for term in graph.subjects(RDF.type, kind):
                for space, prefix in PREFIXES.items():
                    if str(term).startswith(space):
                        status = "deprecated" if (term, OWL.deprecated, Literal(True)) in graph else "current"
                        found[prefix + str(term).removeprefix(space)] = (word, status)
    return found


def test_list_is_in_step():
    listed = terms.read((ROOT / "ontology" / "terms.tsv").read_text(encoding="utf-8"))
    assert in_ontology() == {term: (kind, status) for term, (kind, _, status) in listed.items()}


def test_list_is_sorted_and_counted():
    _, *rows = (ROOT / "ontology" / "terms.tsv").read_text(encoding="utf-8").splitlines()
    assert rows == sorted(set(rows))
    assert len(rows) == 254


def test_no_term_was_lost_since_the_last_release():
    """The lists of past releases stand in released/; the newest is compared with the list of today."""
    released = sorted((Path(__file__).parent / "released").glob("*.tsv"), key=lambda path: [int(part) for part in path.stem.split(".")])
    assert len(released) == 1
    version = Graph().parse(ROOT / "ontology" / "newsgraph.ttl").value(URIRef("https://w3id.org/newsgraph/ontology"), OWL.versionInfo)
    old, new = (terms.read(path.read_text(encoding="utf-8")) for path in (released[-1], ROOT / "ontology" / "terms.tsv"))
    assert terms.complaints(old, new, released[-1].stem, str(version)) == []


@pytest.mark.parametrize(
    ("old", "new", "versions", "count"),
    [
        (ONE, ONE, ("1.2.0", "1.2.0"), 0),
        (ONE, GROWN, ("1.2.0", "1.3.0"), 0),
        (ONE, GROWN, ("1.2.0", "1.2.1"), 1),
        (GROWN, ONE, ("1.2.0", "1.3.0"), 1),
        (GROWN, ONE, ("1.2.0", "2.0.0"), 0),
        (ONE, RENAMED, ("1.2.0", "1.3.0"), 2),
        (ONE, RENAMED, ("1.2.0", "2.0.0"), 0),
        (ONE, RETYPED, ("1.2.0", "1.3.0"), 1),
        (ONE, DEPRECATED, ("1.2.0", "1.2.1"), 1),
        (ONE, DEPRECATED, ("1.2.0", "1.3.0"), 0),
        (GROWN, ONE, ("0.1.0", "0.1.1"), 1),
        (GROWN, ONE, ("0.1.0", "0.2.0"), 0),
        (ONE, GROWN, ("0.1.0", "0.1.1"), 0),
        (ONE, GROWN, ("0.1.0", "0.1.0"), 1),
    ],
)
def test_version_step(old, new, versions, count):
    assert len(terms.complaints(old, new, *versions)) == count
