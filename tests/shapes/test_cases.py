"""Every shape finds what its cases say, and nothing else (pySHACL)."""

import re
from collections import Counter
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, BNode, Graph, URIRef

from .case import EXPECT, NGS, expected, files, name, ontology, shapes, targeted

ALL = files()


def results(data: Graph) -> Counter:
    """The results of pySHACL as (severity, shape, component, focus), each with its number."""
    _, report, text = pyshacl.validate(data, shacl_graph=shapes(), ont_graph=ontology(), inference="none")
    assert isinstance(report, Graph), text
    return Counter(
        (
            str(report.value(result, SH.resultSeverity)).rpartition("#")[2],
            str(report.value(result, SH.sourceShape)),
            str(report.value(result, SH.sourceConstraintComponent)),
            str(report.value(result, SH.focusNode)),
        )
        for result in report.objects(None, SH.result)
    )


@pytest.mark.parametrize("path", ALL, ids=name)
def test_case(path: Path) -> None:
    expectation = expected(path)
    own = [key for key in expectation if key[1] == NGS + path.parent.name]
    assert bool(own) == path.name.startswith("bad-"), "a bad case expects its own shape, an ok case does not"
    assert results(Graph().parse(path)) == expectation


def test_every_line_of_expectation_is_read() -> None:
    for path in ALL:
        text = path.read_text(encoding="utf-8")
        assert text.count("expect:") == len(EXPECT.findall(text)), path


def test_number_of_cases() -> None:
    kinds = Counter(path.name.partition("-")[0] for path in ALL)
    assert kinds == {"ok": 167, "bad": 202}


def test_every_shape_has_both_kinds() -> None:
    found = {(path.parent.name, path.name.partition("-")[0]) for path in ALL}
    stems = {str(shape).removeprefix(NGS) for shape in targeted(shapes())}
    assert found == {(stem, kind) for stem in stems for kind in ("ok", "bad")}


def test_shapes_are_shacl() -> None:
    """SHACL for SHACL. A path list within a member of sh:or nests deeper than pySHACL follows: avoid it."""
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes(), inference="none", meta_shacl=True)
    assert conforms, text


def test_the_ontology_alone_gives_no_results() -> None:
    conforms, _, text = pyshacl.validate(ontology(), shacl_graph=shapes(), inference="none")
    assert conforms, text


def test_every_shape_is_named_and_explained() -> None:
    graph = shapes()
    every = set(graph.subjects(RDF.type, SH.NodeShape)) | set(graph.subjects(RDF.type, SH.PropertyShape))
    for shape in every:
        assert isinstance(shape, URIRef)
        for term in (RDFS.label, RDFS.comment):
            assert sorted(text.language for text in graph.objects(shape, term)) == ["de", "en"], (shape, term)


def test_queries_declare_their_prefixes() -> None:
    """rdflib knows many prefixes by itself and hides a missing declaration."""
    graph = shapes()
    for constraint in graph.subjects(SH.select):
        header = graph.value(constraint, SH.prefixes)
        declared = {str(graph.value(line, SH.prefix)) for line in graph.objects(header, SH.declare)}
        query = re.sub(r"<[^>]*>|\"[^\"]*\"", "", str(graph.value(constraint, SH.select)))
        assert set(re.findall(r"\b(\w+):", query)) <= declared, constraint


def test_no_blank_shapes() -> None:
    graph = shapes()
    for link in (SH.property, SH.node, SH.sparql):
        assert not [node for node in graph.objects(None, link) if isinstance(node, BNode)]
