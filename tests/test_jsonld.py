"""JSON-LD: compact, with its context inside. That it says the same as Turtle: test_formats.py."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from newsgraph.errors import FormatError
from newsgraph.jsonld import FRAME, _nested, _typed, context, indented, write
from newsgraph.namespace import PREFIXES, TYPE, expand
from newsgraph.rdf import parse, read, union
from newsgraph.rdf import written as as_written

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


def by_pyld(triples: list[ox.Triple]) -> bytes:
    """The same document, every value compacted by PyLD."""
    flat = json.loads(ox.serialize(as_written(triples), format=ox.RdfFormat.JSON_LD) or b"[]")
    options = {"documentLoader": no_network, "graph": True}
    document = jsonld.compact(_nested([_typed(node) for node in flat]), {"@context": context()}, options)
    document["@graph"].sort(key=lambda node: str(node.get("id")))
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


FILES = ("graph/newsgraph.ttl", "tests/queries/example.ttl", "ontology/newsgraph.ttl", "ontology/concepts.ttl")


@pytest.mark.parametrize("name", FILES)
def test_it_is_what_pyld_makes_of_it(name: str) -> None:
    triples = read(ROOT / name)
    assert write(triples) == by_pyld(triples)
    assert len(FILES) == 4


TERMS = [term["@id"] if isinstance(term, dict) else term for term in context().values() if term != 1.1]
OURS = st.sampled_from([expand(term) for term in TERMS if term.partition(":")[0] in PREFIXES and "//" not in term])
OTHERS = [PREFIXES["ngc"] + "planned", PREFIXES["ngc"] + "country", PREFIXES["ng"], PREFIXES["ngi"] + "a/b", "https://example.org/a", "urn:x:y", "http://www.w3.org/ns/"]  # fmt: skip
NODES = OURS | st.sampled_from([*map(ox.NamedNode, OTHERS), ox.BlankNode("b0"), ox.BlankNode("b1")])
TEXTS = st.text(max_size=5)
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    st.builds(lambda t, tag: ox.Literal(t, language=tag), TEXTS, st.sampled_from(["de", "de-AT", "en"])),
    st.builds(lambda t, kind: ox.Literal(t, datatype=kind), TEXTS, OURS),
    st.builds(lambda kind: ox.Literal("1", datatype=expand(f"xsd:{kind}")), st.sampled_from(["decimal", "integer", "boolean", "date"])),
)  # fmt: skip
TRIPLES = st.builds(
    ox.Triple, NODES, NODES.filter(lambda n: isinstance(n, ox.NamedNode)) | st.just(TYPE), NODES | LITERALS
)


@given(st.lists(TRIPLES, max_size=12))
def test_any_graph_is_what_pyld_makes_of_it(triples: list[ox.Triple]) -> None:
    assert write(triples) == by_pyld(triples)


@given(st.recursive(TEXTS | st.none() | st.integers(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)))  # fmt: skip
def test_json_is_written_as_the_standard_library_writes_it(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("place", ["<ng:x> <x:p> 1", "<x:s> <ng:x> 1", "<x:s> <x:p> <ng:x>", "<x:s> <x:p> '1'^^<ng:x>", "<x:s> a <ng:x>"])  # fmt: skip
def test_an_iri_that_looks_like_a_curie_is_refused(place: str) -> None:
    with pytest.raises(FormatError, match="JSON-LD would read <ng:x> as a CURIE; choose another format"):
        write(parse(f"{place} .".encode(), "turtle", "d"))
