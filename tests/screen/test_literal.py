"""Literals come back from the store as they were written."""

import pyoxigraph as ox
import pytest

from newsgraph.rdf import parse
from newsgraph.screen.data import of_documents, of_triples
from newsgraph.screen.literal import WRITTEN
from newsgraph.shape import validate

HEAD = b"@prefix : <urn:x#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . "
GRAPHS = {
    "canonical": b":a :p 1 , 2.5 , true , 'x'@de , '2020-01-01'^^xsd:date .",
    "trailing zero": b":a :p 12.50 , 20.0 , 007 , '1'^^xsd:boolean .",
    "two spellings": b":a :p 12.5 , 12.50 . :b :p 12.5 .",
    "derived": b":a :p '7'^^xsd:int , '7'^^xsd:nonNegativeInteger , 7 .",
    "times": b":a :p '2020-01-01T24:00:00'^^xsd:dateTime , 'PT36H'^^xsd:dayTimeDuration , '1.50E1'^^xsd:double .",
    "ill-typed": b":a :p '2020-13-01'^^xsd:date , 'x'^^xsd:integer .",
}


@pytest.mark.parametrize("name", GRAPHS)
def test_every_literal_comes_back(name: str) -> None:
    triples = parse(HEAD + GRAPHS[name], "turtle", "d")
    data = of_triples(triples)
    assert set(data) == set(triples)
    assert all(
        set(data.matching(None, None, t.object)) == {u for u in triples if u.object == t.object} for t in triples
    )


@pytest.mark.parametrize(
    ("name", "native"), {"canonical": True, "trailing zero": True, "two spellings": False, "derived": False}.items()
)
def test_what_can_be_loaded_natively(name: str, native: bool) -> None:
    content = HEAD + GRAPHS[name]
    data = of_documents([(content, "turtle", "file:d")])
    assert (data is not None) == native
    assert data is None or set(data) == set(parse(content, "turtle", "d"))


@pytest.mark.parametrize(
    "content",
    [
        b"_:b :p 1 . :a :p _:b , 2.50 .",
        b":a :p [] , [ :q 12.50 ] .",
        b":a :p (1 [ :q _:c ] ()) . _:c :p '[x'@de .",
        b"[ :p :a ] :q 007 .",
    ],
)
def test_blank_nodes_have_the_names_that_parsing_gives_them(content: bytes) -> None:
    data = of_documents([(HEAD + content, "turtle", "file:d"), (HEAD + content + b" ", "turtle", "file:e")])
    assert data is not None
    assert set(data) == {*parse(HEAD + content, "turtle", "d"), *parse(HEAD + content + b" ", "turtle", "e")}


@pytest.mark.parametrize("content", [b":a :p", b"<<( :a :b :c )>> :p 1 .", b":a :p 'x'@ar--rtl ."])
def test_what_needs_a_place_is_not_loaded_natively(content: bytes) -> None:
    assert of_documents([(HEAD + content, "turtle", "file:d")]) is None


def test_only_disguised_literals_have_a_datatype_of_their_own() -> None:
    data = of_triples(parse(HEAD + GRAPHS["two spellings"], "turtle", "d"))
    kinds = [q.object.datatype.value for q in data.store if isinstance(q.object, ox.Literal)]
    assert sorted(k.startswith(WRITTEN) for k in kinds) == [False, False, True]
    assert data.spelling.disguised


SHAPES = b"@prefix sh: <http://www.w3.org/ns/shacl#> . :S sh:targetSubjectsOf :p ; sh:property [ sh:path :p ; "
TWICE = {
    "sh:maxCount 1": b":a :p 12.5 , 12.50 .",
    "sh:in ( 12.50 )": b":a :p 12.5 .",
    "sh:hasValue 20": b":a :p '20.0'^^xsd:decimal .",
    "sh:equals :q": b":a :p 1.0 ; :q '1.00'^^xsd:decimal .",
    "sh:datatype xsd:integer": b":a :p '7'^^xsd:int .",
    "sh:maxLength 3": b":a :p '0007'^^xsd:integer .",
    'sh:pattern "^1$"': b":a :p '1'^^xsd:boolean , '01'^^xsd:integer .",
}


@pytest.mark.parametrize("constraint", TWICE)
def test_what_differs_in_spelling_only_is_found(constraint: str) -> None:
    data, shapes = (
        parse(HEAD + TWICE[constraint], "turtle", "d"),
        parse(HEAD + SHAPES + constraint.encode() + b"] .", "turtle", "s"),
    )
    found, direct = (validate(data, shapes, (), engine=engine).results for engine in ("screen", "direct"))
    assert found
    assert found == direct == validate(data, shapes, (), engine="pyshacl").results
