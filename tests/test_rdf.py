"""RDF in: every format, every syntax error with its place, nothing fetched, nothing that ends the process."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.errors import FormatError, InputError, SyntaxFault
from newsgraph.rdf import READABLE, format_of, parse, read, read_data, union, written

A, B = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/b")
XSD = "http://www.w3.org/2001/XMLSchema#"

# what is wrong, format, document, error
WRONG = [
    ("an open string", "turtle", b"@prefix a: <x:> .\na:b a:c\n  'x .\n", "d:3:3: Unexpected end of file"),
    ("an unknown prefix after umlauts", "turtle", '<x:a> <x:b> "ü", d:x.'.encode(), "d:1:18: The prefix d: has not"),
    ("a lone surrogate", "turtle", b'<x:a> <x:b> "\\ud800" .', "d:1:14: The escape sequence '\\ud800'"),
    ("Latin-1", "turtle", b'<x:a> <x:b> "\xe4".', "d:1:14: is not UTF-8 (byte 0xe4); convert it"),
    ("UTF-16", "turtle", "<x:a>".encode("utf-16"), "d: is UTF-16 text, UTF-8 was expected"),
    ("a picture", "turtle", b"\x89PNG\r\n", "d:1:1: is not UTF-8"),
    ("an open object", "json-ld", b'{"@id": "x:a",\n "x:b": "d"', "d:2:12: Object values must be followed by"),
    ("a remote context", "json-ld", b'{"@context": "https://example.org/c"}', "d: a remote context is not fetched"),
    ("a context in a file", "json-ld", b'{"@context": "file:///etc/hostname"}', "d: a remote context is not fetched"),
    ("an imported context", "json-ld", b'{"@context": {"@import": "x:c"}}', "d: a remote context is not fetched"),
    ("a DOCTYPE", "rdf-xml", b"<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "d:2:1: a DOCTYPE is not"),
    ("an unknown XML prefix", "rdf-xml", b"<rdf:RDF/>", "d: Unknown prefix rdf:"),
    ("a triple term", "turtle", b"<x:a> <x:b> <<( <x:a> <x:b> 1 )>> .", "d: holds RDF 1.2"),
    ("a text direction", "turtle", b'<x:a> <x:b> "x"@de--ltr .', "d: holds RDF 1.2"),
    ("a triple term in lines", "n-triples", b"<x:a> <x:b> <<( <x:a> <x:b> <x:c> )>> .", "d: holds RDF 1.2"),
    ("a text direction in lines", "n-quads", b'<x:a> <x:b> "x"@de--ltr <x:g> .', "d: holds RDF 1.2"),
    ("deep triple terms", "turtle", b"<x:a> <x:b> " + b"<<( <x:a> <x:b> " * 100_000, "d: is nested more than 500"),
    ("deep objects", "json-ld", b'{"x:b":' * 5000 + b"1" + b"}" * 5000, "d: is nested more than 500 deep"),
    ("deep lists", "json-ld", b'{"@list":[' * 5000 + b"1" + b"]}" * 5000, "d: is nested more than 500 deep"),
]


@pytest.mark.parametrize(("fmt", "content", "error"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_what_is_wrong_is_told_with_its_place(fmt: str, content: bytes, error: str) -> None:
    with pytest.raises(SyntaxFault) as found:
        parse(content, fmt, "d")
    assert str(found.value)[: len(error)] == error
    assert len(WRONG) == 19


DOCUMENTS = {
    "turtle": b'<https://example.org/a> <https://example.org/b> "\xf0\x9f\x98\x80" .',
    "n-triples": b'<https://example.org/a> <https://example.org/b> "\\U0001F600" .\n',
    "n-quads": b'<https://example.org/a> <https://example.org/b> "\\U0001F600" <x:graph> .\n',
    "trig": b'<x:graph> { <https://example.org/a> <https://example.org/b> "\xf0\x9f\x98\x80" }',
    "json-ld": b'{"@id": "https://example.org/a", "https://example.org/b": "\\ud83d\\ude00"}',
    "rdf-xml": b"""<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="https://example.org/">
        <r:Description r:about="https://example.org/a"><b>&#x1F600;</b></r:Description></r:RDF>""",
}


@pytest.mark.parametrize("fmt", DOCUMENTS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a byte order mark"])
def test_every_format_is_read_and_graph_names_are_left_off(fmt: str, mark: bytes) -> None:
    assert parse(mark + DOCUMENTS[fmt], fmt, "d") == [ox.Triple(A, B, ox.Literal("😀"))]
    assert sorted(DOCUMENTS) == sorted(name for name, _, _ in READABLE)


def test_the_format_is_told_by_the_ending() -> None:
    expected = {
        "turtle": ["a.ttl", "a.TTL.GZ", "a.turtle"],
        "json-ld": ["a.jsonld", "a.json"],
        "n-triples": ["a.nt"],
        "n-quads": ["a.nq"],
        "trig": ["a.trig"],
        "rdf-xml": ["a.rdf", "a.owl", "a.b.xml"],
    }
    assert {fmt: [n for n in names if format_of(n) == fmt] for fmt, names in expected.items()} == expected
    for name in ("a", "a.txt", "a.gz", "ttl"):
        with pytest.raises(FormatError):
            format_of(name)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(FormatError) as found:
        parse(b"", "n3", "d")
    assert str(found.value).startswith("unknown format 'n3'; expected one of: turtle json-ld")


def test_files_may_be_packed_have_blanks_and_umlauts_in_their_names(tmp_path: Path) -> None:
    path = tmp_path / "ü b%.ttl.gz"
    path.write_bytes(gzip.compress(b"<#x> <https://example.org/b> 1 ."))
    assert [t.subject for t in read(path)] == [ox.NamedNode("file:%C3%BC%20b%25.ttl.gz#x")]


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    for content in (b"", b" \n", b"\xef\xbb\xbf\n"):
        (tmp_path / "a.ttl").write_bytes(content)
        with pytest.raises(InputError, match="is empty, RDF was expected"):
            read(tmp_path / "a.ttl")


def test_blank_nodes_have_the_same_names_in_every_run_and_other_names_in_every_file() -> None:
    one, two = b"_:x <x:b> [ <x:c> _:x ] .", b"_:x <x:b> 1 ."
    assert parse(one, "turtle", "a") == parse(one, "turtle", "b")
    names = [{t.subject for t in parse(d, "turtle", "d")} for d in (one, two)]
    assert [len(n) for n in names] == [2, 1]
    assert names[0] & names[1] == set()


def test_union_sorts_and_drops_what_is_there_twice() -> None:
    triples = [ox.Triple(A, B, ox.Literal(str(i))) for i in (3, 1, 2, 1)]
    assert union(triples, reversed(triples)) == [triples[1], triples[2], triples[0]]


def test_decimals_are_written_with_a_point_and_otherwise_as_they_are() -> None:
    values = {"20": "20.0", "-7": "-7.0", "+1": "+1.0", "12.50": "12.50", ".5": ".5", "5.": "5.", "x": "x", "": ""}
    kind = ox.NamedNode(XSD + "decimal")
    got = {v: written([ox.Triple(A, B, ox.Literal(v, datatype=kind))])[0].object for v in values}
    assert {v: literal.value for v, literal in got.items()} == values  # type: ignore[union-attr]
    integer = ox.Triple(A, B, ox.Literal("20", datatype=ox.NamedNode(XSD + "integer")))
    assert written([integer]) == [integer]


def test_our_data_is_read_in_whole_or_in_part() -> None:
    part, whole = read_data("ontology", "newsgraph.ttl"), read_data("ontology")
    assert 0 < len(part) < len(whole)
    assert set(part) <= set(whole)
