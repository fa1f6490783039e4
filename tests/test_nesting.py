"""Depth is measured without recursion, and brackets in strings do not count."""

import pytest

from newsgraph.nesting import JSON, SPARQL, TRIPLE_TERMS, XML, depth

CASES = [
    (b"", JSON, 0),
    (b'{"a": [{}, [1]]}', JSON, 3),
    (rb'{"a": "[[[ \" {{{"}', JSON, 1),
    (b"]]]][", JSON, 0),
    (b"[" * 100_000, JSON, 100_000),
    (b"<a> <b> <<( <a> <b> <<( <a> <b> 1 )>> )>> .", TRIPLE_TERMS, 2),
    (b"<?xml ?><a b='>' c=\"/>\"><b/><c d='1' /><!-- <d> --><![CDATA[<e>]]><f><g/></f></a>", XML, 2),
    (b"<a><b></b>" * 3 + b"</a>" * 3, XML, 4),
    (b"SELECT * { { ?s ?p (1 [ ] ) } }", SPARQL, 4),
]


@pytest.mark.parametrize(("content", "brackets", "expected"), CASES)
def test_depth(content: bytes, brackets: object, expected: int) -> None:
    assert depth(content, brackets) == expected  # type: ignore[arg-type]
