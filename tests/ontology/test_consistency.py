"""The ontology is consistent under HermiT, no class is empty by necessity, and a wrong graph is found out."""

import importlib.util
import shutil
from pathlib import Path

import pytest

from newsgraph.consistency import CONTRADICTION, findings, reasoned
from newsgraph.errors import EngineError
from newsgraph.namespace import NG
from newsgraph.rdf import parse, read, read_data

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def ontology():
    return read_data("ontology", "newsgraph.ttl", "concepts.ttl", "alignment.ttl")


def test_ontology_is_consistent(ontology):
    world = reasoned(ontology)
    assert list(world.inconsistent_classes()) == []
    assert len([entity for entity in world.classes() if entity.iri.startswith(NG)]) == 22


def test_sample_is_consistent(ontology):
    world = reasoned([*ontology, *read(HERE / "sample.ttl")])
    plan = world["https://w3id.org/newsgraph/id/plan-1"]
    assert [kind.name for kind in plan.is_a] == ["Investment"]


def test_the_kept_graph_is_consistent(ontology):
    world = reasoned([*ontology, *read(HERE.parents[1] / "graph" / "newsgraph.ttl")])
    assert list(world.inconsistent_classes()) == []
    assert "Company" in {kind.name for kind in world["https://w3id.org/newsgraph/id/bytedance"].is_a}


@pytest.mark.parametrize("name", ["wrong-app-chip.ttl", "wrong-range.ttl"])
def test_wrong_graph_is_found_out(name, ontology):
    assert findings([*ontology, *read(HERE / name)]) == [CONTRADICTION]


def test_class_without_members_is_found(ontology):
    text = b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    ng:Gadget a <http://www.w3.org/2002/07/owl#Class> ; rdfs:subClassOf ng:App , ng:Chip ."""
    assert findings([*ontology, *parse(text, "turtle", "gadget.ttl")]) == ["ng:Gadget: can have no members"]


def test_missing_reasoner_is_said(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(EngineError, match=r"not checked: owlready2.* pip install 'newsgraph\[reason\]'"):
        findings([])


def test_missing_java_is_said(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: name == "owlready2" or None)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(EngineError, match="not checked: there is no Java"):
        findings([])
