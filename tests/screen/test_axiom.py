"""What of the ontology goes into the data: the same triples as pySHACL takes."""

import pytest
from pyshacl.graph_abstraction import DataGraph
from pyshacl.rdfutil.inoculate import inoculate
from rdflib import BNode, Graph

from newsgraph.rdf import parse
from newsgraph.screen.axiom import axioms
from newsgraph.screen.judge import to_rdflib
from newsgraph.shape import our_ontology

HEAD = """@prefix : <urn:x#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
ONTOLOGIES = {
    "classes": ':A a owl:Class ; rdfs:label "A"@en ; skos:definition "An A."@en ; :other :B .',
    "restriction": ":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom [ owl:unionOf ( :B :C ) ] ] .",
    "individual": ":i a owl:NamedIndividual , :A ; :p 1 ; :q :j . :j :p 2 . :k :r :i . :A a owl:Class .",
    "nothing": ":a :p :b .",
}


def by_pyshacl(triples: list) -> Graph:
    """What pySHACL puts into an empty graph."""
    graph = Graph()
    inoculate(DataGraph.from_rdflib_graph(graph), to_rdflib(triples))
    return graph


def named(graph: Graph) -> set:
    """The triples without blank nodes, of which pySHACL makes several copies."""
    return {t for t in graph if not any(isinstance(n, BNode) for n in t)}


@pytest.mark.parametrize("name", ONTOLOGIES)
def test_the_same_triples_as_pyshacl(name: str) -> None:
    triples = parse((HEAD + ONTOLOGIES[name]).encode(), "turtle", "o")
    ours, theirs = to_rdflib(axioms(triples)), by_pyshacl(triples)
    assert named(ours) == named(theirs)
    assert (len(ours) > len(named(ours))) == (len(theirs) > len(named(theirs)))


def test_the_same_triples_of_our_ontology() -> None:
    ours = named(to_rdflib(axioms(our_ontology())))
    assert len(ours) > 500
    assert ours == named(by_pyshacl(list(our_ontology())))
