"""The readers with places read what pyoxigraph reads, triple by triple, and each place holds its term."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from newsgraph.adjacency import NIL
from newsgraph.errors import InputError
from newsgraph.place.search import READERS
from newsgraph.place.span import Located
from newsgraph.rdf import BOM, Blanks, base_of, parse

from .document import LINES, QUADS, TRIG, TURTLE

ROOT = Path(__file__).parents[2]
FILES = sorted(f for d in ("ontology", "shapes", "graph", "tests") for f in (ROOT / d).rglob("*.ttl"))


def located(content: bytes, fmt: str, name: str, wanted: frozenset[str] | None = None) -> list[Located]:
    return list(READERS[fmt](content.removeprefix(BOM), base_of(name), wanted))


def triples(content: bytes, found: list[Located]) -> list[ox.Triple]:
    """What was read, blank nodes under the names of newsgraph.rdf."""
    blanks = Blanks.of(content)
    return [ox.Triple(blanks.named(t.subject), t.predicate, blanks.named(t.object)) for t in found]


def parsed(content: bytes, fmt: str) -> list[ox.Triple]:
    try:
        return parse(content, fmt, "d")
    except InputError:
        assume(False)
        raise


def test_all_turtle_of_the_project_is_read_as_pyoxigraph_does() -> None:
    read = 0
    for file in FILES:
        content = file.read_bytes()
        try:
            expected = parse(content, "turtle", file.name)
        except InputError:
            continue
        assert triples(content, located(content, "turtle", file.name)) == expected, file
        read += 1
    assert read >= 440


DOCUMENTS = [("turtle", TURTLE), ("trig", TRIG), ("n-triples", LINES), ("n-quads", QUADS)]


@pytest.mark.parametrize("fmt", dict(DOCUMENTS))
@settings(max_examples=250, deadline=None)
@given(data=st.data())
def test_any_document_is_read_as_pyoxigraph_does(fmt: str, data: st.DataObject) -> None:
    content = data.draw(dict(DOCUMENTS)[fmt])
    expected = parsed(content, fmt)
    event(f"{min(len(expected), 3)} triples or more")
    assert triples(content, located(content, fmt, "d")) == expected
    assert len(DOCUMENTS) == 4


@pytest.mark.parametrize("fmt", dict(DOCUMENTS))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_is_wanted_is_found_at_the_same_places(fmt: str, data: st.DataObject) -> None:
    """With a set of subjects, the readers skip the others and lose nothing."""
    content = data.draw(dict(DOCUMENTS)[fmt])
    parsed(content, fmt)
    everything = located(content, fmt, "d")
    subjects = sorted({t.subject.value for t in everything if isinstance(t.subject, ox.NamedNode) and t.subject != NIL})
    assume(subjects)
    wanted = data.draw(st.sampled_from(subjects))
    own = [t for t in everything if t.subject == ox.NamedNode(wanted)]
    found = located(content, fmt, "d", frozenset({wanted}))
    assert [plain(t) for t in found if t.subject == ox.NamedNode(wanted)] == [plain(t) for t in own]


def plain(t: Located) -> tuple[object, ...]:
    value = "_:" if isinstance(t.object, ox.BlankNode) else t.object
    return t.subject, t.predicate, value, t.spans


@settings(max_examples=200, deadline=None)
@given(TURTLE)
def test_every_place_holds_its_term(content: bytes) -> None:
    parsed(content, "turtle")
    text = content.removeprefix(BOM)
    for t in located(content, "turtle", "d"):
        for term, span in zip((t.subject, t.predicate, t.object), t.spans, strict=True):
            held = text[span.start : span.end]
            assert held in (b"[", b"(") or held.strip() == held != b"", held
            if isinstance(term, ox.Literal) and held[:1] in b"\"'":
                assert held[-1:] in b"\"'>" or held.rpartition(b'"')[2].rpartition(b"'")[2][:1] in (b"@", b"^")
            if isinstance(term, ox.NamedNode) and held[:1] == b"<":
                assert held[-1:] == b">"


SKIPPED = (
    ":a :p 5 .:b :q 1 .",
    ":a :p <urn:z>.:b :q 1 .",
    ':a :p "x".:b :q 2 .',
    ":a :p true.\n:b :q 2 .",
    ":a :p '''a'b\n.'''. :b :q 4 .",
    ':a :p """""" . :b :q 4.',
    ":a :p \"\", '' . :b :q 4.",
    ':a :p "\\"" . :b :q 4 .',
    ":a :p 1.5e3 , 1. :b :q .5 .",
    ":a :p :c.d . :b :q :e .",
    "<urn:x:a#x> :p 1 .\n#c . \n:b :q 5 . # :b :r 3 .\n",
    "PREFIX k: <urn:x:>\n:a :p 1 .\nPREFIX : <urn:x:>\nk:b :q 1 .",
)


@pytest.mark.parametrize("text", SKIPPED)
def test_a_statement_that_nobody_asked_for_ends_at_its_dot(text: str) -> None:
    content = b"@prefix : <urn:x:> .\n" + text.encode()
    wanted = [t for t in parse(content, "turtle", "d") if t.subject == ox.NamedNode("urn:x:b")]
    found = located(content, "turtle", "d", frozenset({"urn:x:b"}))
    assert len(wanted) == 1 and triples(content, found) == wanted
