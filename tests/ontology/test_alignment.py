"""Each mapping stands once, starts at a term of ours and ends at a term of others."""

from pathlib import Path

from rdflib import RDF, SKOS, Graph

ROOT = Path(__file__).parents[2]


def test_mappings():
    ours = set(Graph().parse(ROOT / "ontology" / "newsgraph.ttl").subjects(RDF.type))
    graph = Graph().parse(ROOT / "ontology" / "alignment.ttl")
    mappings = [
        (s, o)
        for p in (SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, SKOS.relatedMatch)
        for s, o in graph.subject_objects(p)
    ]
    assert len(mappings) == len(set(mappings)) == 51
    assert {s for s, _ in mappings} - ours == set()
    assert not [o for _, o in mappings if str(o).startswith("https://w3id.org/newsgraph/")]
