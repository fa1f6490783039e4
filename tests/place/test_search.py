"""The place of a result: at the value, at what is too much, at the node, at the end of a path, at the mention."""

import pytest

from newsgraph.place.place import Place, Source
from newsgraph.place.search import Lookup, locate
from newsgraph.rdf import parse
from newsgraph.shape import validate

HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <x:> .\n"
# what the shape of x:a demands; the data (one line after HEAD); column and width of the mark
CASES = {
    "a value": ("sh:property [ sh:path x:p ; sh:nodeKind sh:IRI ]", "x:a x:p x:b , 1 .", (15, 1)),
    "a missing value": ("sh:property [ sh:path x:q ; sh:minCount 1 ]", "x:b x:q 1 . x:a x:p 1 .", (13, 3)),
    "the last of too many": ("sh:property [ sh:path x:p ; sh:maxCount 1 ]", "x:a x:p 1 ; x:q 2 ; x:p 3 .", (25, 1)),
    "two labels of a language": (
        "sh:property [ sh:path x:p ; sh:uniqueLang true ]",
        'x:a x:p "a"@de , "b"@de .',
        (18, 6),
    ),
    "an alternative": (
        "sh:property [ sh:path [ sh:alternativePath ( x:q x:p ) ] ; sh:nodeKind sh:IRI ]",
        "x:a x:p 1 .",
        (9, 1),
    ),
    "an inverse": (
        "sh:property [ sh:path [ sh:inversePath x:p ] ; sh:in ( x:c ) ]",
        "x:a x:p 1 . x:b x:p x:a .",
        (21, 3),
    ),
    "the end of a sequence": (
        "sh:property [ sh:path ( x:p x:q ) ; sh:nodeKind sh:IRI ]",
        "x:a x:p x:b . x:c x:q 1 . x:b x:q 1 .",
        (35, 1),
    ),
    "a sequence with an inverse": (
        "sh:property [ sh:path ( [ sh:inversePath x:p ] x:q ) ; sh:nodeKind sh:IRI ]",
        "x:b x:p x:a ; x:q 1 . x:c x:q 1 .",
        (19, 1),
    ),
    "a sequence that ends inverse": (
        "sh:property [ sh:path ( x:p [ sh:inversePath x:q ] ) ; sh:in ( x:z ) ]",
        "x:a x:p x:b . x:c x:q x:b .",
        (23, 3),
    ),
    "a longer path": (
        "sh:property [ sh:path ( x:p [ sh:zeroOrMorePath x:q ] ) ; sh:in ( x:b ) ]",
        "x:a x:p x:b . x:b x:q x:c .",
        (9, 3),
    ),
    "a closed shape": ("sh:closed true ; sh:ignoredProperties ( x:p )", "x:a x:p 1 ; x:q 2 .", (13, 3)),
    "two properties": ("sh:property [ sh:path x:p ; sh:disjoint x:q ]", "x:a x:q 1 ; x:p 1 .", (17, 1)),
    "a node compared with itself": ("sh:disjoint x:q", "x:a x:p 1 ; x:q x:a .", (17, 3)),
    "a node of a class": ("sh:class x:C", "x:b x:p 1 . x:a x:p 1 .", (13, 3)),
    "a node that is only mentioned": ("sh:class x:C", "x:b x:p 1 , x:a .", (13, 3)),
    "a blank node": ("sh:property [ sh:path x:p ; sh:class x:C ]", "x:a x:q [] ; x:p [ x:p 1 ] .", (18, 1)),
    "an escaped name": ("sh:property [ sh:path x:p ; sh:nodeKind sh:IRI ]", "<\\u0078:a> x:p 1 .", (16, 1)),
}


def placed(demand: str, data: str, lookup: bool) -> Place | None:
    """The place of the only result."""
    content = (HEAD + data).encode()
    graph = parse(content, "turtle", "d")
    shapes = parse((HEAD + f"x:S a sh:NodeShape ; sh:targetNode x:a ; {demand} .").encode(), "turtle", "s")
    (result,) = [r for r in validate(graph, shapes, []) if "ngs" not in r.component]
    look: Lookup | None = (
        (lambda nodes, _: [t for t in graph if t.subject in nodes or t.object in nodes]) if lookup else None
    )
    partners = ("x:q",) if "disjoint x:q" in demand else ()
    (place,) = locate(
        [result],
        [Source("e", "turtle", b"<x:e> <x:p> <x:f> ."), Source("d", "turtle", content)],
        lambda _: partners,
        look,
    )
    return place


@pytest.mark.parametrize("lookup", [True, False])
@pytest.mark.parametrize("says", CASES)
def test_the_mark_is_at(says: str, lookup: bool) -> None:
    demand, data, expected = CASES[says]
    place = placed(demand, data, lookup)
    assert place is not None
    assert (place.file, place.line, (place.column, place.width)) == ("d", 2, expected)
    assert len(CASES) == 17


def test_a_node_that_is_nowhere_has_no_place() -> None:
    assert placed("sh:class x:C", "x:b x:p 1 .", lookup=False) is None


def test_brackets_too_deep_to_follow_leave_the_place_open() -> None:
    deep = "x:a x:p " + "[ x:p " * 2000 + "[ x:q 1 ]" + " ]" * 2000 + " ."
    shape = "sh:property [ sh:path [ sh:oneOrMorePath x:p ] ; sh:nodeKind sh:IRI ; sh:maxCount 0 ]"
    content = (HEAD + deep).encode()
    graph = parse(content, "turtle", "d")
    shapes = parse(
        (
            HEAD
            + f"x:S a sh:NodeShape ; sh:targetSubjectsOf x:q ; sh:property [ sh:path x:q ; sh:maxCount 0 ] . # {shape}"
        ).encode(),
        "turtle",
        "s",
    )
    (result,) = validate(graph, shapes, [])
    assert locate([result], [Source("d", "turtle", content)]) == [None]
