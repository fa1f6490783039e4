"""Each hygiene rule finds nothing in the ontology and something in a small ontology that is broken on purpose."""

from pathlib import Path

import pytest
from rdflib import Graph

ROOT = Path(__file__).parents[2]
RULES = sorted((ROOT / "ontology" / "checks").glob("*.rq"))
BROKEN = Path(__file__).parent / "broken"


def findings(rule: Path, graph: Graph) -> list[str]:
    """One line for each offending term: its IRI and the message of the rule."""
    rows = graph.query(rule.read_text(encoding="utf-8"))
    assert [str(name) for name in rows.vars] == ["term", "message"]
    return sorted(f"{row.term} {row.message}" for row in rows)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for name in ("newsgraph.ttl", "concepts.ttl"):
        graph.parse(ROOT / "ontology" / name)
    return graph


def test_count():
    assert len(RULES) == 40
    assert [path.stem for path in sorted(BROKEN.glob("*.ttl"))] == [path.stem for path in RULES]


@pytest.mark.parametrize("rule", RULES, ids=lambda path: path.stem)
def test_sentence(rule):
    first = rule.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ") and first.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda path: path.stem)
def test_ontology_is_clean(rule, ontology):
    assert findings(rule, ontology) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda path: path.stem)
def test_broken_sample_is_caught(rule):
    assert findings(rule, Graph().parse(BROKEN / f"{rule.stem}.ttl")) != []
