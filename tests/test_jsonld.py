"""JSON-LD: compact, with its context inside. That it says the same as Turtle: test_formats.py."""

import json
from pathlib import Path

import pyoxigraph as ox
from pyld import jsonld

from newsgraph.jsonld import FRAME, context, write
from newsgraph.namespace import TYPE, expand
from newsgraph.rdf import parse, read, union

ROOT = Path(__file__).parents[1]

DATA = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngc: <https://w3id.org/newsgraph/concept/> .
@prefix ngi: <https://w3id.org/newsgraph/id/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ngi:b a ng:Company ; rdfs:label "Börse" .
ngi:a a ng:Claim ; ng:modality ngc:planned ; ng:negated true ; ng:quote "Sie plant."@de ; ng:subject ngi:b .
"""


def written(data: str) -> dict:
    """The JSON-LD of some Turtle."""
    document: dict = json.loads(write(parse(data.encode(), "turtle", "d")))
    return document


def test_things_are_compact_and_sorted_by_their_iri() -> None:
    assert written(DATA)["@graph"] == [
        {
            "id": "ngi:a",
            "type": "Claim",
            "modality": "planned",
            "negated": "true",
            "quote": {"de": "Sie plant."},
            "subject": "ngi:b",
        },
        {"id": "ngi:b", "type": "Company", "label": {"@none": "Börse"}},
    ]


def test_the_context_lies_in_the_document() -> None:
    assert written(DATA)["@context"] == context()


def test_an_empty_graph_and_a_graph_of_one_thing() -> None:
    assert written("")["@graph"] == []
    assert len(written("<https://example.org/a> <https://example.org/b> 1 .")["@graph"]) == 1


def test_letters_stay_letters() -> None:
    assert "Börse".encode() in write(parse(DATA.encode(), "turtle", "d"))


def test_the_bytes_do_not_depend_on_the_order() -> None:
    triples = parse(DATA.encode(), "turtle", "d")
    assert write(triples) == write(reversed(triples))


def test_values_of_one_property_are_sorted() -> None:
    one = '<x:a> <x:b> "b", "a", 2, 1 .'
    two = '<x:a> <x:b> 1, "a", 2, "b" .'
    assert write(parse(one.encode(), "turtle", "d")) == write(parse(two.encode(), "turtle", "d"))


def test_the_claims_of_the_seed_are_what_the_frame_gives() -> None:
    graph = union(read(ROOT / "graph" / "newsgraph.ttl"))
    flat = json.loads(ox.serialize(graph, format=ox.RdfFormat.JSON_LD) or b"")
    for node in flat:  # classes as JSON-LD has them
        node["@type"] = [kind["@id"] for kind in node.pop(TYPE.value, [])]
    options = {"embed": "@never", "omitGraph": False, "documentLoader": no_network}
    framed = jsonld.frame(flat, {"@context": context(), **FRAME}, options)["@graph"]
    claims = [node for node in json.loads(write(graph))["@graph"] if node["type"] == "Claim"]
    assert len(claims) == sum(t.predicate == TYPE and t.object == expand("ng:Claim") for t in graph) > 90
    assert claims == sorted(framed, key=lambda node: node["id"])


def no_network(url: str, _options: object) -> dict:
    raise AssertionError(url)


def test_a_claim_holds_its_passage_and_names_its_source() -> None:
    graph = written(
        f"""{DATA}
        ngi:a ng:evidence ngi:p ; ng:assertedBy ngi:b .
        ngi:p a ng:Passage ; oa:start 3 . ngi:b ng:country ngi:c .""".replace("@prefix ngc", f"{OA} @prefix ngc")
    )
    claim, company = graph["@graph"]
    assert claim["evidence"] == {"id": "ngi:p", "type": "Passage", "start": "3"}
    assert claim["assertedBy"] == {"id": "ngi:b", "type": "Company", "label": {"@none": "Börse"}}
    assert company["country"] == "ngi:c"


OA = "@prefix oa: <http://www.w3.org/ns/oa#> ."


def test_a_claim_that_leads_to_itself_ends() -> None:
    data = "@prefix ng: <https://w3id.org/newsgraph/ontology#> . <x:a> a ng:Claim , ng:Passage ; ng:evidence <x:a> ."
    assert set(parse(json.dumps(written(data)).encode(), "json-ld", "d")) == set(parse(data.encode(), "turtle", "d"))
