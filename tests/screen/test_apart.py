"""Shapes that backtrack end in an error, within the deadline; what a process of its own finds is what is found in place."""

import pyoxigraph as ox
import pytest

from newsgraph.adjacency import adjacency
from newsgraph.errors import EngineError
from newsgraph.rdf import parse
from newsgraph.screen import apart, judge
from newsgraph.shape import foreign, our_shapes, validate

HEAD = """@prefix : <urn:x#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def graph(text: str) -> list[ox.Triple]:
    return parse((HEAD + text).encode(), "turtle", "x")


HOSTILE = {
    "pattern": ':S sh:targetNode :a ; sh:property [ sh:path :p ; sh:pattern "^(a+)+$" ] .',
    "query": ':S sh:targetNode :a ; sh:sparql [ sh:select "SELECT $this WHERE { $this <urn:x#p> ?v FILTER(!REGEX(?v, \\"^(a+)+$\\")) }" ] .',
}


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["screen", "pyshacl"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_pattern_that_backtracks_ends_in_an_error(kind: str, engine: str) -> None:
    data = graph(f':a :p "{"a" * 40}!" .')
    with pytest.raises(EngineError, match="no answer after 8 seconds; a pattern backtracks without end"):
        validate(data, graph(HOSTILE[kind]), (), engine=engine)


def test_a_value_that_fits_a_hostile_pattern_needs_no_judge() -> None:
    assert list(validate(graph(f':a :p "{"a" * 40}" .'), graph(HOSTILE["pattern"]), (), engine="screen")) == []


def test_the_same_is_found_apart_and_in_place() -> None:
    data = graph(':a :p "x"@de , 12.50 , _:b , "2020"^^xsd:gYear . _:b :p 1 .')
    shapes = graph(""":S sh:targetSubjectsOf :p ; sh:property :P . :P sh:path :p ; sh:message "ja"@de , "yes"@en ;
        sh:nodeKind sh:IRI ; sh:pattern "a*b*" ; sh:severity sh:Warning .""")
    known = judge.whole(data, shapes, adjacency(shapes))
    assert len(known) == 6
    assert sorted(apart.judged(data, shapes, None)) == sorted(known)
    calls = [(ox.NamedNode("urn:x#P"), [ox.NamedNode("urn:x#a")])]
    found = apart.judged(data, shapes, calls)
    assert sorted(found) == sorted(judge.judged(data, shapes, adjacency(shapes), calls))
    assert len(found) == 5


def test_errors_come_back_as_they_are() -> None:
    with pytest.raises(EngineError, match=r"^the shapes cannot be used: "):
        apart.judged(graph(":a :p 1 ."), graph(':S sh:targetNode :a ; sh:pattern "(a*b*" .'), None)


RISKS = {
    "^(a+)+$": True,
    "^(a|b)*c*$": True,
    "^[0-9a-f]{64}$": False,
    "^http://x/Q[0-9]*$": False,
    "[+*]a+": False,
    r"\*\+a*": False,
    "^(a|a)*b": True,
    "^(?:a|ab)+$": True,
    "^(a?){30}a{30}$": True,
    "a?" * 30 + "a" * 30: True,
    "^(?:de|en)$": False,
    "^[a-z]{2}(-[A-Z]{2})?$": False,
    r"^(\d{3}){2}$": False,
    r"^\(a\)*$": False,
}


@pytest.mark.parametrize(("regex", "risk"), RISKS.items())
def test_which_patterns_are_judged_apart(regex: str, risk: bool) -> None:
    pattern = ox.Triple(ox.BlankNode("s"), ox.NamedNode("http://www.w3.org/ns/shacl#pattern"), ox.Literal(regex))
    assert apart.hazardous([pattern]) == risk
    assert len(RISKS) == 14


def test_our_own_shapes_are_judged_in_place() -> None:
    assert not foreign(our_shapes())
