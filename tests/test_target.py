"""Which graphs hold a node that some shape looks at."""

import pytest

from newsgraph.rdf import parse
from newsgraph.target import targets, unmatched

HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <x:> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
# the shape, the files, those in which nothing is looked at
CASES = {
    "a class": ("x:S sh:targetClass x:C", ["x:a a x:C .", "x:b a x:D ."], [1]),
    "a subclass of the ontology": ("x:S sh:targetClass x:C", ["x:a a x:Sub ."], []),
    "a subclass of the data": ("x:S sh:targetClass x:C", ["x:a a x:E .", "x:E rdfs:subClassOf x:C ."], [1]),
    "a class that is a shape": ("x:C a sh:NodeShape , rdfs:Class", ["x:a a x:C .", "x:a x:p 1 . x:b a x:B ."], []),
    "subjects": ("x:S sh:targetSubjectsOf x:p", ["x:a x:p 1 .", "x:a x:q 1 .", "x:b x:q 1 ."], [2]),
    "objects": ("x:S sh:targetObjectsOf x:p", ["x:b x:p x:a .", "x:c x:q x:a .", "x:b x:q 1 ."], [2]),
    "a node": ("x:S sh:targetNode x:a", ["x:a x:q 1 .", "x:b x:q x:a .", "x:b x:q 1 ."], [2]),
    "a literal": ("x:S sh:targetNode 1", ["x:a x:q 1 .", "x:a x:q 2 ."], [1]),
    "a target in SPARQL may be anything": ("x:S sh:target [ ] ; sh:targetNode x:z", ["x:a x:q 1 ."], []),
    "no shape at all": ("x:S x:p 1", ["x:a x:q 1 ."], [0]),
    "no triple at all": ("x:S sh:targetClass x:C", ["x:a a x:C .", ""], [1]),
}


@pytest.mark.parametrize("says", CASES)
def test_files_without_a_focus_node_are_named(says: str) -> None:
    shape, files, expected = CASES[says]
    graphs = [parse((HEAD + text).encode(), "turtle", "d") for text in files]
    shapes, ontology = (
        parse((HEAD + t).encode(), "turtle", "s")
        for t in (f"{shape} .", "x:Sub rdfs:subClassOf x:Between . x:Between rdfs:subClassOf x:C .")
    )
    aims = targets(shapes, ontology, [t for graph in graphs for t in graph])
    assert unmatched(graphs, aims) == expected
    assert len(CASES) == 11
