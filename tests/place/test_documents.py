"""JSON-LD and RDF/XML with places: every triple that pyoxigraph reads has one."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.place.jsonld import read
from newsgraph.place.place import Source
from newsgraph.place.search import READERS, matched
from newsgraph.rdf import base_of, parse

ROOT = Path(__file__).parents[2]
CONTEXT = '"@context": {"ex": "https://e.org/", "id": "@id", "name": {"@id": "ex:name", "@language": "de"}, '
CONTEXT += '"of": {"@id": "ex:of", "@type": "@id"}, "names": {"@id": "ex:names", "@container": "@language"}}'
JSON = {
    "terms, types, coercion": f'{{{CONTEXT}, "id": "ex:a", "@type": ["ex:T", "ex:U"], "name": "A", "of": "ex:b"}}',
    "nested nodes": f'{{{CONTEXT}, "id": "ex:a", "ex:p": {{"ex:q": 1, "ex:r": {{"ex:s": true}}}}, "ex:t": [1, {{"id": "ex:c"}}]}}',
    "a graph": f'{{{CONTEXT}, "@graph": [{{"id": "ex:a", "ex:p": 1}}, {{"id": "ex:b", "ex:p": {{"@value": 2}}}}]}}',
    "a language map": f'{{{CONTEXT}, "id": "ex:a", "names": {{"de": ["A", "Ä"], "en": "B"}}}}',
    "a list": f'{{{CONTEXT}, "id": "ex:a", "ex:p": {{"@list": []}}}}',
    "a context inside": f'{{{CONTEXT}, "id": "ex:a", "ex:p": {{"@context": {{"k": "ex:k"}}, "id": "ex:b", "k": "1"}}}}',
    "relative and labelled": '{"@id": "b", "https://e.org/p": [{"@id": "_:x"}, {"@id": "#c"}], "https://e.org/q": null}',
    "an array of documents": '[{"@id": "https://e.org/a", "https://e.org/p": "\\u00e4\\n"}, {"https://e.org/q": 1.5}]',
    "reverse": f'{{{CONTEXT}, "id": "ex:a", "@reverse": {{"ex:of": [{{"id": "ex:d", "ex:m": 2}}, {{"ex:n": 3}}], "ex:by": {{"id": "_:x"}}}}}}',
    "a reverse term": '{"@context": {"ex": "https://e.org/", "kids": {"@reverse": "ex:parent"}}, "@id": "ex:a", '
    '"kids": [{"@id": "ex:b", "ex:n": {"ex:m": 1}}, {"ex:n": 1}], "ex:p": 1}',
    "an alias of type": '{"@context": {"@vocab": "https://e.org/", "kind": "@type"}, "@id": "a", "kind": "T", "p": "x"}',
}
HEAD = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.org/" xml:base="https://b.org/x">'
XML = {
    "typed and described": f'{HEAD}<e:T rdf:about="a"><e:p>1</e:p></e:T><rdf:Description rdf:ID="b" e:q="2"/></rdf:RDF>',
    "striped": f'{HEAD}<e:T rdf:about="a"><e:p><e:U><e:q rdf:resource="#c"/></e:U></e:p></e:T></rdf:RDF>',
    "literals": f'{HEAD}<rdf:Description rdf:about="" xml:lang="de"><e:p>ä</e:p><e:q rdf:datatype="https://e.org/t">x</e:q>'
    '<e:r xml:lang="en"> </e:r></rdf:Description></rdf:RDF>',
    "labels": f'{HEAD}<rdf:Description rdf:nodeID="x"><e:p rdf:nodeID="y"/></rdf:Description><e:T rdf:nodeID="y"/></rdf:RDF>',
    "parseType Resource": f'{HEAD}<e:T rdf:about="a"><e:p rdf:parseType="Resource"><e:q>1</e:q><e:r rdf:parseType="Resource"/>'
    '<e:s><e:U rdf:about="b"/></e:s></e:p><e:t>2</e:t></e:T></rdf:RDF>',
    "parseType Collection": f'{HEAD}<e:T rdf:about="a"><e:p rdf:parseType="Collection"><e:T rdf:about="b"><e:q>1</e:q></e:T>'
    '<rdf:Description><e:q rdf:resource="c"/></rdf:Description></e:p><e:r rdf:parseType="Collection"/></e:T></rdf:RDF>',
    "parseType Literal": f'{HEAD}<e:T rdf:about="a"><e:p rdf:parseType="Literal">x <b a="1">y &amp; z</b></e:p><e:q>1</e:q></e:T></rdf:RDF>',
    "numbered": f'{HEAD}<rdf:Seq rdf:about="a"><rdf:li>x</rdf:li><rdf:li rdf:resource="b"/></rdf:Seq></rdf:RDF>',
    "one node alone": '<e:T xmlns:e="https://e.org/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="https://e.org/a"/>',
}
CASES = [("json-ld", says, text) for says, text in JSON.items()] + [
    ("rdf-xml", says, text) for says, text in XML.items()
]


def located(content: bytes, fmt: str) -> set[str]:
    found = matched(list(READERS[fmt](content, base_of("d"), None)), Source("d", fmt, content))
    return {str(ox.Triple(t.subject, t.predicate, t.object)) for t in found}


@pytest.mark.parametrize(("fmt", "says", "text"), CASES, ids=[says for _, says, _ in CASES])
def test_every_triple_is_placed(fmt: str, says: str, text: str) -> None:
    content = text.encode("utf-8")
    expected = {str(t) for t in parse(content, fmt, "d")}
    assert located(content, fmt) == expected
    assert expected
    assert len(CASES) == 20


@pytest.mark.parametrize("fmt", ["json-ld", "rdf-xml"])
def test_every_triple_of_the_kept_graph_is_placed(fmt: str) -> None:
    graph = parse((ROOT / "graph/newsgraph.ttl").read_bytes(), "turtle", "d")
    if fmt == "json-ld":
        content = (ROOT / "graph/newsgraph.jsonld").read_bytes()
    else:
        content = ox.serialize(graph, format=ox.RdfFormat.RDF_XML) or b""
    assert located(content, fmt) == {str(t) for t in graph}


def test_paths_lead_into_the_document() -> None:
    content = '{"@graph": [{"@id": "x:a", "x:it\'s": ["1", {"@value": "2"}]}, {"@id": "x:b", "x:ä": 3}]}'.encode()
    paths = [t.paths for t in read(content, "x:base")]
    assert paths == [
        ("$['@graph'][0]", "$['@graph'][0]['x:it\\'s']", "$['@graph'][0]['x:it\\'s'][0]"),
        ("$['@graph'][0]", "$['@graph'][0]['x:it\\'s']", "$['@graph'][0]['x:it\\'s'][1]"),
        ("$['@graph'][1]", "$['@graph'][1]['x:ä']", "$['@graph'][1]['x:ä']"),
    ]


def test_the_places_of_reverse_properties_and_parse_types() -> None:
    """A reverse triple begins at the value; what rdf:parseType makes is marked at its element."""
    content = b'{"@id": "x:a", "@reverse": {"x:of": [{"@id": "x:d"}]}}'
    [found] = read(content, "x:base")
    assert (found.subject, found.object) == (ox.NamedNode("x:d"), ox.NamedNode("x:a"))
    assert [content[s.start : s.end] for s in found.spans] == [b'{"@id": "x:d"}', b'"x:of"', b'"x:a"']
    assert found.paths == ("$['@reverse']['x:of'][0]", "$['@reverse']['x:of']", "$")
    text = XML["parseType Collection"].encode()
    marks = {str(t.object): text[t.spans[2].start : t.spans[2].end] for t in READERS["rdf-xml"](text, "x:base", None)}
    assert marks["<https://b.org/b>"] == b'<e:T rdf:about="b">'
    assert marks["<https://b.org/c>"] == b'<e:q rdf:resource="c"/>'
