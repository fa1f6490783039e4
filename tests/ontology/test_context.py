"""The JSON-LD context loses nothing, and its short form reads without a manual."""

import json
from pathlib import Path

import pytest
from pyld import jsonld
from rdflib import OWL, RDF, SKOS, Graph
from rdflib.compare import isomorphic

ROOT = Path(__file__).parents[2]
CONTEXT = json.loads((ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8"))
SPACE = "https://w3id.org/newsgraph/ontology#"


@pytest.fixture(scope="module")
def sample() -> Graph:
    return Graph().parse(Path(__file__).parent / "sample.ttl")


@pytest.fixture(scope="module", params=["typed strings", "native values"])
def compacted(request, sample) -> dict:
    """The sample as compact JSON-LD, read with all literals as typed strings, or numbers and booleans as JSON's own."""
    lines = sample.serialize(format="nt")
    options = {"format": "application/n-quads", "useNativeTypes": request.param == "native values"}
    return jsonld.compact(jsonld.from_rdf(lines, options), CONTEXT)


def test_round_trip(sample, compacted):
    again = Graph().parse(data=jsonld.to_rdf(jsonld.expand(compacted), {"format": "application/n-quads"}), format="nt")
    assert len(again) == len(sample)
    assert isomorphic(again, sample)


def test_short_form(sample):
    lines = sample.serialize(format="nt")
    document = jsonld.compact(jsonld.from_rdf(lines, {"format": "application/n-quads"}), CONTEXT)
    nodes = {node["id"]: node for node in document["@graph"]}
    claim = nodes["ngi:claim-1"]
    assert {
        key: claim[key] for key in ("type", "subject", "predicate", "object", "assertedBy", "modality", "quote")
    } == {
        "type": "Claim",
        "subject": "ngi:plan-1",
        "predicate": "amount",
        "object": "ngi:amount-1",
        "assertedBy": "ngi:beispielwerk",
        "modality": "planned",
        "quote": {"de": "will nach eigenen Angaben bis zu 3 Millionen Euro in Chips stecken"},
    }
    assert nodes["ngi:amount-1"] == {
        "id": "ngi:amount-1",
        "type": "MonetaryAmount",
        "atMost": "3000000.0",
        "currency": "EUR",
    }
    assert sorted(nodes["ngi:beispielwerk"]["category"]) == ["chipmaker", "start-up"]
    assert nodes["ngi:example-land"]["category"] == "country"
    assert nodes["ngi:passage-1"]["start"] == "20"


def test_every_term_has_a_short_name():
    graph = Graph().parse(ROOT / "ontology" / "newsgraph.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    names = {
        str(term).removeprefix(SPACE)
        for kind in kinds
        for term in graph.subjects(RDF.type, kind)
        if str(term).startswith(SPACE)
    }
    assert len(names) == 105
    assert names - CONTEXT["@context"].keys() == set()


def test_every_concept_has_a_short_name():
    """No concept is mistaken for a property or class of the same name."""
    graph = Graph().parse(ROOT / "ontology" / "concepts.ttl")
    space = "https://w3id.org/newsgraph/concept/"
    names = sorted(str(concept).removeprefix(space) for concept in graph.subjects(RDF.type, SKOS.Concept))
    assert len(names) == 139
    [node] = jsonld.expand({"@context": CONTEXT["@context"], "id": "ngi:x", "category": names})
    assert [value["@id"] for value in node[SPACE + "category"]] == [space + name for name in names]
    assert jsonld.compact(node, CONTEXT)["category"] == names
