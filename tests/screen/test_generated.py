"""Generated shapes over generated data: what the screen reports is what pySHACL reports, to the message."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgraph.errors import EngineError
from newsgraph.rdf import parse
from newsgraph.report import Result
from newsgraph.shape import validate

from .plain import plain

HEAD = """@prefix : <urn:x#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
NODES = (":a", ":b", ":c", "_:n")
PREDICATES = (":p", ":q", ":r")
CLASSES = (":C", ":D", ":E")
KINDS = [
    "string",
    "integer",
    "decimal",
    "boolean",
    "date",
    "dateTime",
    "double",
    "int",
    "nonNegativeInteger",
    "gYear",
    "time",
    "anyURI",
]
LITERALS = (
    *(
        '"a"',
        '"ab"',
        '""',
        '"b"@de',
        '"c"@de',
        '"b"@en-GB',
        '"x\\ny"',
        '"Zürich"',
        "1",
        "01",
        "-3",
        "2.5",
        "2.50",
        "+2.5",
    ),
    *("20.0", "20", "true", '"1"^^xsd:boolean', '"yes"^^xsd:boolean', "1e0", '"INF"^^xsd:double', '"NaN"^^xsd:double'),
    *('"2020-01-01"^^xsd:date', '"2020-13-01"^^xsd:date', '"2021-01-01Z"^^xsd:date', '"7"^^xsd:int', '"007"^^xsd:int'),
    *(
        '"2020-01-01T00:00:00"^^xsd:dateTime',
        '"2020-01-01T00:00:00Z"^^xsd:dateTime',
        '"2019-12-31T24:00:00"^^xsd:dateTime',
    ),
    *('"2020-01-01T00:00:00.50"^^xsd:dateTime', '"2020"^^xsd:gYear', '"-1"^^xsd:nonNegativeInteger', '"x"^^:kind'),
    *('"99999999999999999999"^^xsd:integer', '" 5 "^^xsd:integer', '"12:00:00"^^xsd:time', '"http://x"^^xsd:anyURI'),
)
PATTERNS = (
    '"^a"',
    '"b$"',
    '"^[a-z]+$"',
    '"\\\\w+"',
    '"\\\\d"',
    '"(a|b)+"',
    '"^.$"',
    '"(?=a)b"',
    '"[[a]]"',
    '"ü"',
    '"^(?:a+)+$"',
)

predicate, node, klass, literal = (st.sampled_from(x) for x in (PREDICATES, NODES, CLASSES, LITERALS))
term = st.one_of(node, literal)
step = st.one_of(predicate, predicate.map(lambda p: f"[ sh:inversePath {p} ]"))
path = st.recursive(
    step,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda t: f"( {t[0]} {t[1]} )"),
        st.tuples(inner, inner).map(lambda t: f"[ sh:alternativePath ( {t[0]} {t[1]} ) ]"),
        st.tuples(st.sampled_from(["zeroOrMore", "oneOrMore", "zeroOrOne"]), inner).map(
            lambda t: f"[ sh:{t[0]}Path {t[1]} ]"
        ),
        inner.map(lambda p: f"[ sh:inversePath {p} ]"),
    ),
    max_leaves=3,
)
count = st.integers(0, 3)


def several(one: st.SearchStrategy[str], least: int = 1, most: int = 3) -> st.SearchStrategy[str]:
    """A list in Turtle."""
    return st.lists(one, min_size=least, max_size=most, unique=True).map(lambda x: f"( {' '.join(x)} )")


on_values = [
    klass.map("sh:class {}".format),
    st.sampled_from(KINDS).map("sh:datatype xsd:{}".format),
    st.just("sh:datatype rdf:langString"),
    st.sampled_from(["IRI", "Literal", "BlankNode", "BlankNodeOrIRI", "BlankNodeOrLiteral", "IRIOrLiteral"]).map(
        "sh:nodeKind sh:{}".format
    ),
    st.tuples(st.sampled_from(["minInclusive", "minExclusive", "maxInclusive", "maxExclusive"]), literal).map(
        "sh:{0[0]} {0[1]}".format
    ),
    st.tuples(st.sampled_from(["minLength", "maxLength"]), count).map("sh:{0[0]} {0[1]}".format),
    st.sampled_from(PATTERNS).map("sh:pattern {}".format),
    st.sampled_from(PATTERNS).map('sh:flags "i" ; sh:pattern {}'.format),
    several(st.sampled_from(['"de"', '"en"', '"fr"', '"*"'])).map("sh:languageIn {}".format),
    several(term.filter(lambda t: t != "_:n")).map("sh:in {}".format),
    term.filter(lambda t: t != "_:n").map("sh:hasValue {}".format),
    st.tuples(st.sampled_from(["equals", "disjoint"]), predicate).map("sh:{0[0]} {0[1]}".format),
    st.tuples(
        st.just("sh:closed true ; sh:ignoredProperties"), several(st.sampled_from([*PREDICATES, "rdf:type"]))
    ).map(" ".join),
]
on_paths = [
    st.tuples(st.sampled_from(["minCount", "maxCount"]), count).map("sh:{0[0]} {0[1]}".format),
    st.tuples(st.sampled_from(["lessThan", "lessThanOrEquals"]), predicate).map("sh:{0[0]} {0[1]}".format),
    st.just("sh:uniqueLang true"),
]
leaf = st.one_of(*on_values)


def property_shape(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A property shape without brackets."""
    rules = st.lists(st.one_of(*on_values, *on_paths, inner), min_size=1, max_size=3, unique_by=lambda c: c.split()[0])
    return st.tuples(path, rules).map(lambda t: f"sh:path {t[0]} ; {' ; '.join(t[1])}")


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Constraints that hold shapes."""
    shape = st.one_of(inner, property_shape(inner)).map(lambda s: f"[ {s} ]")
    qualified = st.tuples(path, inner, st.sampled_from(["Min", "Max"]), count, st.booleans()).map(
        lambda t: (
            f"sh:property [ sh:path {t[0]} ; sh:qualifiedValueShape [ {t[1]} ] ; sh:qualified{t[2]}Count {t[3]}"
            f"{' ; sh:qualifiedValueShapesDisjoint true' if t[4] else ''} ]"
        )
    )
    return st.one_of(
        property_shape(inner).map("sh:property [ {} ]".format),
        inner.map("sh:node [ {} ]".format),
        shape.map("sh:not {}".format),
        st.tuples(st.sampled_from(["and", "or", "xone"]), several(shape)).map("sh:{0[0]} {0[1]}".format),
        qualified,
    )


constraint = st.recursive(leaf, nested, max_leaves=4)
target = st.one_of(
    klass.map("sh:targetClass {}".format),
    st.one_of(st.sampled_from(NODES[:3]), literal).map("sh:targetNode {}".format),
    predicate.map("sh:targetSubjectsOf {}".format),
    predicate.map("sh:targetObjectsOf {}".format),
)
root = st.one_of(
    st.lists(constraint, min_size=1, max_size=3, unique_by=lambda c: c.split()[0]).map(" ; ".join),
    property_shape(constraint),
)
shapes = st.lists(
    st.tuples(
        st.lists(target, min_size=1, max_size=2),
        root,
        st.sampled_from(["", "sh:severity sh:Warning ; ", 'sh:message "m"@en ; ']),
    ),
    min_size=1,
    max_size=2,
).map(lambda found: "\n".join(f":S{n} {m}{' ; '.join(t)} ; {r} ." for n, (t, r, m) in enumerate(found)))
triples = st.lists(st.tuples(node, predicate, term), min_size=1, max_size=14)
types = st.lists(st.tuples(node, st.just("a"), klass), max_size=5)
data = st.tuples(triples, types).map(lambda t: "\n".join(f"{s} {p} {o} ." for part in t for s, p, o in part))
ONTOLOGY = parse((HEAD + ":D rdfs:subClassOf :C . :C a rdfs:Class .").encode(), "turtle", "o")


def screened(graph: str, rules: str, engine: str) -> tuple[Result, ...] | str:
    """What the screen reports, with pySHACL as judge, or by itself where it can."""
    try:
        return validate(
            parse((HEAD + graph).encode(), "turtle", "d"),
            parse((HEAD + rules).encode(), "turtle", "s"),
            ONTOLOGY,
            engine=engine,
        ).results
    except EngineError:
        return "failure"


def judged(graph: str, rules: str) -> tuple[Result, ...] | str:
    """What pySHACL reports."""
    return plain(parse((HEAD + graph).encode(), "turtle", "d"), parse((HEAD + rules).encode(), "turtle", "s"), ONTOLOGY)


FEW = settings(
    max_examples=int(os.environ.get("NEWSGRAPH_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize="NEWSGRAPH_EXAMPLES" not in os.environ,
)


@FEW
@given(data, shapes)
def test_generated_shapes(graph: str, rules: str) -> None:
    expected = judged(graph, rules)
    if expected != "failure":  # pySHACL cannot compare some values, and then reports on nothing at all
        for engine in ("screen", "direct"):
            assert screened(graph, rules, engine) == expected, engine


@pytest.mark.slow
@settings(FEW, max_examples=600)
@given(data, shapes)
def test_many_generated_shapes(graph: str, rules: str) -> None:
    test_generated_shapes.hypothesis.inner_test(graph, rules)


compared = st.one_of(
    st.tuples(st.sampled_from(["minInclusive", "minExclusive", "maxInclusive", "maxExclusive"]), literal).map(
        "sh:{0[0]} {0[1]}".format
    ),
    st.tuples(st.sampled_from(["minLength", "maxLength"]), count).map("sh:{0[0]} {0[1]}".format),
    st.sampled_from(PATTERNS).map("sh:pattern {}".format),
    st.tuples(st.sampled_from(["lessThan", "lessThanOrEquals", "equals", "disjoint"]), predicate).map(
        "sh:{0[0]} {0[1]}".format
    ),
)
one_shape = st.tuples(
    st.sampled_from(["sh:targetSubjectsOf :p", "sh:targetClass :C"]),
    step,
    st.lists(compared, min_size=1, max_size=2, unique_by=lambda c: c.split()[0]),
).map(lambda t: f":S {t[0]} ; sh:path {t[1]} ; {' ; '.join(t[2])} .")
values = st.lists(st.tuples(node, predicate, literal), min_size=1, max_size=8)
compared_data = st.tuples(values, types).map(lambda t: "\n".join(f"{s} {p} {o} ." for part in t for s, p, o in part))


@FEW
@given(compared_data, one_shape)
def test_generated_comparisons(graph: str, rules: str) -> None:
    """What newsgraph.screen.comparison decides."""
    test_generated_shapes.hypothesis.inner_test(graph, rules)
