"""The shapes over the ontology: ours conforms, a broken term is caught; every message speaks both languages."""

import pyshacl
import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, Namespace

from .case import ROOT, shapes, targeted

NG = Namespace("https://w3id.org/newsgraph/ontology#")
NGS = Namespace("https://w3id.org/newsgraph/shapes#")
META = Graph().parse(ROOT / "shapes" / "meta" / "terms.ttl")
ONTOLOGY = Graph().parse(ROOT / "ontology" / "newsgraph.ttl")


def findings(graph: Graph) -> list[tuple]:
    _, report, _ = pyshacl.validate(graph, shacl_graph=META, inference="none")
    results = report.objects(None, SH.result)
    return sorted((report.value(r, SH.sourceShape), report.value(r, SH.focusNode)) for r in results)


def broken(remove: tuple = (), add: tuple = ()) -> Graph:
    graph = Graph() + ONTOLOGY
    if remove:
        graph.remove(remove)
    if add:
        graph.add(add)
    return graph


def test_ontology_conforms() -> None:
    assert findings(ONTOLOGY) == []


def test_meta_shapes_are_shacl() -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=META, inference="none", meta_shacl=True)
    assert conforms, text


LABEL_DE = next(label for label in ONTOLOGY.objects(NG.Claim, RDFS.label) if label.language == "de")
LABEL_EN = next(label for label in ONTOLOGY.objects(NG.Claim, RDFS.label) if label.language == "en")
DEFINITION_DE = next(text for text in ONTOLOGY.objects(NG.Claim, SKOS.definition) if text.language == "de")
DEFINITION_EN = next(text for text in ONTOLOGY.objects(NG.Claim, SKOS.definition) if text.language == "en")


@pytest.mark.parametrize(
    ("shape", "remove", "add"),
    [
        (NGS.TermLabelGerman, (NG.Claim, RDFS.label, LABEL_DE), ()),
        (NGS.TermLabelGerman, (), (NG.Claim, RDFS.label, Literal("Behauptung zwei", lang="de"))),
        (NGS.TermLabelEnglish, (NG.Claim, RDFS.label, LABEL_EN), ()),
        (NGS.TermDefinitionGerman, (NG.Claim, SKOS.definition, DEFINITION_DE), ()),
        (NGS.TermDefinitionEnglish, (NG.Claim, SKOS.definition, DEFINITION_EN), ()),
        (NGS.TermDefinedBy, (NG.Claim, RDFS.isDefinedBy, None), ()),
    ],
)
def test_broken_term_is_caught(shape, remove, add) -> None:
    assert findings(broken(remove, add)) == [(shape, NG.Claim)]


def test_two_terms_of_one_name_are_caught() -> None:
    graph = broken(add=(NG.subject, RDFS.label, LABEL_EN))
    assert (NGS.UniqueTermLabel, ONTOLOGY.value(None, RDF.type, OWL.Ontology)) in findings(graph)


def test_foreign_terms_are_left_alone() -> None:
    foreign = Namespace("http://www.w3.org/ns/prov#")
    assert findings(broken(add=(foreign.Plan, RDF.type, OWL.Class))) == []


@pytest.mark.parametrize("graph", [shapes(), META], ids=["shapes", "meta"])
def test_messages_in_both_languages(graph: Graph) -> None:
    found = targeted(graph)
    assert found
    for shape in found:
        assert sorted(message.language for message in graph.objects(shape, SH.message)) == ["de", "en"], shape
        assert graph.value(shape, SH.severity) in {SH.Violation, SH.Warning, SH.Info}, shape
