"""pySHACL in a process beside: the same results, and none is lost where it ends too early."""

import pyoxigraph as ox
import pytest

from newsgraph.adjacency import adjacency
from newsgraph.errors import EngineError
from newsgraph.rdf import parse
from newsgraph.screen import judge
from newsgraph.screen.beside import Beside, beside, judged, prepare

HEAD = """@prefix : <urn:x#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
DATA = ':a :p "x"@de , 12.50 , _:b , "2020"^^xsd:gYear . _:b :p 1 .'
SHAPES = """:S sh:targetSubjectsOf :p ; sh:property :P ; sh:sparql :Q . :P sh:path :p ; sh:message "ja"@de , "yes"@en ;
    sh:nodeKind sh:IRI ; sh:pattern "ab" ; sh:severity sh:Warning .
    :Q sh:message "{?value}!" ; sh:select "SELECT $this ?value WHERE { $this <urn:x#p> ?value FILTER isNumeric(?value) }" ."""
CALLS = [(ox.NamedNode(f"urn:x#{name}"), [ox.NamedNode("urn:x#a")]) for name in ("P", "S")]


def graph(text: str) -> tuple[ox.Triple, ...]:
    return tuple(parse((HEAD + text).encode(), "turtle", "x"))


def asked(one: Beside, shapes: tuple[ox.Triple, ...], here: list[object]) -> list[object]:
    """What the process says, or `here`."""
    prepare(one, shapes)
    return judged(one, graph(DATA), CALLS[:1] if "(a*b*" in str(shapes) else CALLS, lambda: here)()


def test_the_same_is_found_beside_and_in_place() -> None:
    shapes = graph(SHAPES)
    known = judge.judged(graph(DATA), shapes, adjacency(shapes), CALLS)
    with beside() as one:
        found = asked(one, shapes, [])
    assert len(known) == 17
    assert sorted(found) == sorted(known)  # type: ignore[type-var]
    assert one.process.returncode is not None


def test_where_the_process_has_ended_this_one_judges() -> None:
    with beside() as one:
        one.process.kill()
        one.process.wait()
        assert asked(one, graph(SHAPES), ["here"]) == ["here"]


def test_shapes_that_cannot_be_used_are_an_error() -> None:
    with beside() as one, pytest.raises(EngineError, match=r"^the shapes cannot be used: "):
        asked(one, graph(':P sh:targetNode :a ; sh:pattern "(a*b*" .'), [])


def test_a_process_that_is_not_asked_ends_with_the_block() -> None:
    with beside() as one:
        prepare(one, graph(SHAPES))
    assert one.process.returncode is not None
