"""JSON-LD: compact, with its context inside. That it says the same as Turtle: test_formats.py."""

import json

from newsgraph.jsonld import context, write
from newsgraph.rdf import parse

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
