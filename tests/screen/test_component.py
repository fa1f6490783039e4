"""Every constraint component of SHACL Core: what fails is found as pySHACL finds it, what is sound is not even looked at."""

import pyoxigraph as ox
import pytest

from newsgraph.adjacency import adjacency
from newsgraph.rdf import parse
from newsgraph.screen import screening
from newsgraph.screen.data import of_triples
from newsgraph.screen.direct import check
from newsgraph.shape import validate

from .plain import plain

HEAD = """@prefix : <urn:x#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:D rdfs:subClassOf :C . :c a :C . :d a :D . :e a :E .
"""
PATH = ":S a sh:NodeShape ; sh:targetNode :a ; sh:property [ sh:path :p ; {} ] ."
NODE = ":S a sh:NodeShape ; sh:targetSubjectsOf :p ; {} ."
# component, shape, constraint, what is sound, what is not
CASES = [
    ("Class", PATH, "sh:class :C", ":c , :d", ":c , :e"),
    ("Class", PATH, "sh:class :C", ":d", '"c"'),
    ("Datatype", PATH, "sh:datatype xsd:integer", "1 , -2", "1.0"),
    ("Datatype", PATH, "sh:datatype xsd:integer", "01", '"x"^^xsd:integer'),
    ("Datatype", PATH, "sh:datatype xsd:decimal", "1.50", "1"),
    ("Datatype", PATH, "sh:datatype xsd:date", '"2020-02-29"^^xsd:date', '"2021-02-29"^^xsd:date'),
    ("Datatype", PATH, "sh:datatype xsd:dateTime", '"2020-01-01T00:00:00Z"^^xsd:dateTime', '"2020-01-01"^^xsd:date'),
    ("Datatype", PATH, "sh:datatype xsd:boolean", "true , false", '"true"'),
    ("Datatype", PATH, "sh:datatype rdf:langString", '"a"@de', '"a"'),
    ("Datatype", PATH, "sh:datatype xsd:string", '"a"', '"a"@de'),
    ("Datatype", PATH, "sh:datatype xsd:gYear", '"2020"^^xsd:gYear', "2020"),
    ("NodeKind", PATH, "sh:nodeKind sh:IRI", ":c", "_:b"),
    ("NodeKind", PATH, "sh:nodeKind sh:BlankNodeOrLiteral", "_:b , 1", ":c"),
    ("MinCount", PATH, "sh:minCount 1", "1", None),
    ("MinCount", PATH, "sh:minCount 3", "1 , 2 , 3", "1 , 2"),
    ("MaxCount", PATH, "sh:maxCount 1", "1", "1 , 2"),
    ("MaxCount", PATH, "sh:maxCount 0", None, "1"),
    ("MinExclusive", PATH, "sh:minExclusive 5", "6 , 5.5", "5"),
    ("MinInclusive", PATH, "sh:minInclusive 5", "5", "4.9"),
    (
        "MaxExclusive",
        PATH,
        'sh:maxExclusive "2020-01-02"^^xsd:date',
        '"2020-01-01"^^xsd:date',
        '"2020-01-02"^^xsd:date',
    ),
    ("MaxInclusive", PATH, "sh:maxInclusive 5", "5", '"5"'),
    ("MinLength", PATH, "sh:minLength 2", '"ab"@de , :c', '"ü"'),
    ("MaxLength", PATH, "sh:maxLength 2", '"ü😀"', '"abc"'),
    ("Pattern", PATH, 'sh:pattern "^[a-z]+$"', '"abc"', '"abc1"'),
    ("Pattern", PATH, 'sh:pattern "^a" ; sh:flags "i"', '"Abc"', '"bA"'),
    ("LanguageIn", PATH, 'sh:languageIn ( "de" "en" )', '"a"@de-AT , "b"@en', '"a"@fr'),
    ("UniqueLang", PATH, "sh:uniqueLang true", '"a"@de , "b"@en , "c" , "d"', '"a"@de , "b"@de'),
    ("Equals", PATH, "sh:equals :q", "1 ; :q 1", "1 ; :q 1 , 2"),
    ("Disjoint", PATH, "sh:disjoint :q", "1 ; :q 2", "1 ; :q 1"),
    ("LessThan", PATH, "sh:lessThan :q", "1 ; :q 2", "1 ; :q 1"),
    ("LessThanOrEquals", PATH, "sh:lessThanOrEquals :q", '"a" ; :q "a"', '"b" ; :q "a"'),
    ("Not", PATH, "sh:not [ sh:class :C ]", ":e", ":d"),
    ("And", PATH, "sh:and ( [ sh:class :C ] [ sh:nodeKind sh:IRI ] )", ":c", ":e"),
    ("Or", PATH, "sh:or ( [ sh:class :C ] [ sh:datatype xsd:string ] )", ':c , "a"', "1"),
    ("Xone", PATH, "sh:xone ( [ sh:class :C ] [ sh:class :D ] )", ":c", ":d"),
    ("Xone", PATH, "sh:xone ( [ sh:class :C ] [ sh:class :E ] )", ":d , :e", "1"),
    ("Node", PATH, "sh:node [ sh:property [ sh:path rdf:type ; sh:minCount 1 ] ]", ":c", ":z"),
    ("MinCount", PATH, "sh:property [ sh:path rdf:type ; sh:minCount 1 ]", ":c", ":z"),
    (
        "QualifiedMinCount",
        PATH,
        "sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMinCount 2",
        ":c , :d , :e",
        ":c , :e",
    ),
    (
        "QualifiedMaxCount",
        PATH,
        "sh:qualifiedValueShape [ sh:class :C ] ; sh:qualifiedMaxCount 1",
        ":c , :e",
        ":c , :d",
    ),
    ("Closed", NODE, "sh:closed true ; sh:ignoredProperties ( :p )", "1", "1 ; :q 1"),
    ("HasValue", PATH, "sh:hasValue 1.50", "1.50 , 2", "1.5"),
    ("In", PATH, 'sh:in ( 1 "a" :c )', '1 , "a" , :c', '1.0 , "a"@de'),
    ("Disjoint", NODE, "sh:disjoint :p", ":c", ":a"),
    (
        "SPARQL",
        NODE,
        'sh:sparql [ sh:select "SELECT $this ?value WHERE { $this <urn:x#p> ?value FILTER(?value > 5) }" ]',
        "5",
        "6",
    ),
    (
        "SPARQL",
        PATH,
        'sh:sparql [ sh:select "SELECT $this ?value WHERE { $this $PATH ?value FILTER(!isIRI(?value)) }" ]',
        ":c",
        "6",
    ),
    (
        "SPARQL",
        NODE,
        'sh:sparql [ sh:select "SELECT $this WHERE { $this <urn:x#p> ?v FILTER NOT EXISTS { ?v a ?t } }" ]',
        ":c",
        ":z",
    ),
]
CORE = [
    "Class",
    "Datatype",
    "NodeKind",
    "MinCount",
    "MaxCount",
    "MinExclusive",
    "MinInclusive",
    "MaxExclusive",
    "MaxInclusive",
    "MinLength",
    "MaxLength",
    "Pattern",
    "LanguageIn",
    "UniqueLang",
    "Equals",
    "Disjoint",
    "LessThan",
    "LessThanOrEquals",
    "Not",
    "And",
    "Or",
    "Xone",
    "Node",
    "QualifiedMinCount",
    "QualifiedMaxCount",
    "Closed",
    "HasValue",
    "In",
]


def graph(text: str) -> list[ox.Triple]:
    return parse((HEAD + text).encode(), "turtle", "x")


def data(values: str | None) -> list[ox.Triple]:
    """A node with values of :p."""
    return graph(f":a :p {values} ." if values else "")


def test_every_component_has_cases() -> None:
    assert set(CORE) - {case[0] for case in CASES} == set()
    assert len(CASES) == 47


@pytest.mark.parametrize(("component", "shape", "constraint", "sound", "broken"), CASES)
def test_component(component: str, shape: str, constraint: str, sound: str | None, broken: str | None) -> None:
    rules = graph(shape.format(constraint))
    found, direct = (validate(data(broken), rules, (), engine=engine).results for engine in ("screen", "direct"))
    assert {r.component.rpartition("#")[2] for r in found} == {f"{component}ConstraintComponent"}
    assert found == direct == plain(data(broken), rules)
    assert plain(data(sound), rules) == ()
    assert looked_at(data(sound), rules) == set()


def looked_at(triples: list[ox.Triple], rules: list[ox.Triple]) -> set[str]:
    """The focus nodes that the screen hands to pySHACL."""
    kept, index = of_triples(triples), adjacency(rules)
    plan = screening.planned(index, kept, kept.spelling)
    assert plan.whole == {}
    return {str(n) for nodes in screening.flagged(plan.units, plan.targets, kept).values() for n in nodes}


PATHS = {
    ":p": ":b",
    "[ sh:inversePath :r ]": ":z",
    "( :p :p )": ":c",
    "[ sh:alternativePath ( :p :q ) ]": ":b , :q1",
    "[ sh:oneOrMorePath :p ]": ":b , :c",
    "[ sh:zeroOrMorePath :p ]": ":a , :b , :c",
    "[ sh:zeroOrOnePath :p ]": ":a , :b",
    "( [ sh:inversePath :r ] [ sh:zeroOrMorePath :q ] )": ":z , :z2",
    "[ sh:inversePath [ sh:alternativePath ( :r :p ) ] ]": ":z",
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("target", ["sh:targetSubjectsOf :q", "sh:targetNode :a , :nowhere"])
def test_path(path: str, target: str) -> None:
    triples = graph(":a :p :b ; :q :q1 . :b :p :c . :z :r :a ; :q :z2 .")
    many = len(PATHS[path].split(","))
    for constraint in (
        f"sh:maxCount {many - 1}",
        f"sh:minCount {many + 1}",
        "sh:nodeKind sh:Literal",
        "sh:class :C",
        "sh:equals :p",
    ):
        rules = graph(f":S {target} ; sh:path {path} ; {constraint} .")
        found, direct = (validate(triples, rules, (), engine=engine).results for engine in ("screen", "direct"))
        assert found == direct == plain(triples, rules)
        assert any(r.focus == "urn:x#a" for r in found) or constraint in ("sh:class :C", "sh:equals :p")


def test_which_components_report_by_themselves() -> None:
    """The shapes of these need no judge at all; that of another is left to it."""
    alone = set()
    for component, shape, constraint, _, broken in CASES:
        rules, kept = graph(shape.format(constraint)), of_triples(data(broken))
        plan = screening.planned(adjacency(rules), kept, kept.spelling)
        below = screening.subclasses(kept)
        if all(check(u.shape, adjacency(rules), kept, below) for u in plan.units):
            alone.add(component)
    assert alone == {
        *("MinCount", "MaxCount", "NodeKind", "In", "Class", "Datatype", "Equals", "Disjoint", "Pattern"),
        *("MinInclusive", "MinExclusive", "MaxInclusive", "MaxExclusive", "MinLength", "MaxLength"),
        *("LessThan", "LessThanOrEquals"),
    }
