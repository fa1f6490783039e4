"""Each hygiene rule finds nothing in the ontology and something in a small ontology that is broken on purpose."""

from pathlib import Path

import pytest

from newsgraph.hygiene import broken, findings, rules, shape_findings
from newsgraph.rdf import parse, read, read_data

BROKEN = Path(__file__).parent / "broken"
RULES = rules()


@pytest.fixture(scope="module")
def ontology():
    return read_data("ontology", "newsgraph.ttl", "concepts.ttl")


def test_count():
    assert len(RULES) == 40
    assert [path.stem for path in sorted(BROKEN.glob("*.ttl"))] == [rule.name for rule in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_sentence(rule):
    assert rule.query.startswith("# ") and rule.sentence.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_ontology_is_clean(rule, ontology):
    assert broken(rule, ontology) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_broken_sample_is_caught(rule):
    assert broken(rule, read(BROKEN / f"{rule.name}.ttl")) != []


def test_findings_name_the_rule():
    found = findings(read(BROKEN / "missing-label.ttl"))
    assert "missing-label: ng:Thing: No label in the language en." in found


def test_extension_may_define_its_own_terms(ontology):
    """A document with a header is at home in its own namespace, and may import ours."""
    text = b"""@prefix owl: <http://www.w3.org/2002/07/owl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    <https://example.org/more> a owl:Ontology ; owl:imports <https://w3id.org/newsgraph/ontology> .
    <https://example.org/more#Museum> a owl:Class ; rdfs:label "museum"@en ;
        rdfs:isDefinedBy <https://example.org/more> ; rdfs:subClassOf <https://w3id.org/newsgraph/ontology#Company> ."""
    found = findings([*ontology, *parse(text, "turtle", "more.ttl")])
    assert {line.partition(":")[0] for line in found} == {"missing-header", "missing-title"}


def test_shapes_over_the_ontology(ontology):
    assert shape_findings(ontology) == []
    assert len(shape_findings(read(BROKEN / "missing-label.ttl"))) == 4
    assert shape_findings([]) == ["no shape of shapes/meta matches anything: nothing was checked"]
