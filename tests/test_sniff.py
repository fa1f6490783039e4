"""What a document looks like, whatever it is called."""

import pyoxigraph as ox
import pytest

from newsgraph.formats import FORMATS
from newsgraph.rdf import READABLE, parse
from newsgraph.sniff import looks_like

DATA = b'@prefix x: <https://e.org/> . x:a x:p x:b ; x:q "1"@de .'
CASES = {
    b"PREFIX x: <x:>\nx:a x:b x:c .": "turtle",
    b"# ein Satz\n@base <x:> .": "turtle",
    b'[{"@id": "x:a"}]': "json-ld",
    b"<rdf:RDF>": "rdf-xml",
    b"<x:a> <x:b> <x:c> <x:g> .\n": "n-quads",
    b'_:a <x:b> "c" .\n': "n-triples",
    b"\xef\xbb\xbf{}": "json-ld",
    b"Ein Satz.": "",
    b"\x89PNG": "",
}


@pytest.mark.parametrize(("content", "expected"), CASES.items())
def test_looks_like(content: bytes, expected: str) -> None:
    assert looks_like(content) == expected
    assert len(CASES) == 9


def test_what_newsgraph_writes_is_recognised() -> None:
    graph = parse(DATA, "turtle", "d")
    found = {f.name: looks_like(f.write(graph)) for f in FORMATS if f.name in {name for name, _, _ in READABLE}}
    assert {name for name, like in found.items() if like not in (name, "")} <= {"trig", "n-quads"}
    assert found["json-ld"] == "json-ld" and found["rdf-xml"] == "rdf-xml" and found["n-triples"] == "n-triples"
    assert isinstance(graph[0], ox.Triple)
