"""Layers and filters: what is kept is whole, valid where the graph was, and no more than was asked for."""

from itertools import product
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.errors import InputError
from newsgraph.namespace import NGI, TYPE, expand
from newsgraph.rdf import read
from newsgraph.selection import LAYERS, Selection, select
from newsgraph.shape import validate

ROOT = Path(__file__).parents[1]
GRAPH = read(ROOT / "graph" / "newsgraph.ttl")
CLAIM, SOURCE, MODALITY = expand("ng:Claim"), expand("ng:assertedBy"), expand("ng:modality")


def nodes(triples: list[ox.Triple]) -> set[object]:
    """What is described."""
    return {t.subject for t in triples}


def claims(triples: list[ox.Triple]) -> set[object]:
    return {t.subject for t in triples if t.predicate == TYPE and t.object == CLAIM}


def values(triples: list[ox.Triple], predicate: ox.NamedNode) -> set[object]:
    return {t.object for t in triples if t.predicate == predicate}


def dangling(triples: list[ox.Triple]) -> set[object]:
    """Nodes that the whole graph describes and this part only names."""
    named = {t.object for t in triples if isinstance(t.object, ox.NamedNode)}
    return (named & nodes(GRAPH)) - nodes(triples)


FILTERS = [
    {},
    {"articles": frozenset([expand("ngi:article-54wfveut3fcyywiv")])},
    {"sources": frozenset([expand("ngi:financial-times")])},
    {"sources": frozenset([expand("ngi:the-information"), expand("ngi:financial-times")])},
    {"modalities": frozenset([expand("ngc:planned")])},
    {"modalities": frozenset([expand("ngc:possible")]), "sources": frozenset([expand("ngi:article-54wfveut3fcyywiv")])},
]
CASES = [Selection(layer, **found) for layer, found in product(LAYERS, FILTERS)]


@pytest.mark.parametrize("wanted", CASES, ids=range(len(CASES)))
def test_what_is_kept_is_whole_and_valid(wanted: Selection) -> None:
    kept = select(GRAPH, wanted)
    assert set(kept) <= set(GRAPH)
    assert kept
    assert dangling(kept) == set()
    report = validate(kept)
    assert [r.line("en") for r in report if r.severity == 0] == []
    assert len(CASES) == 18


def test_the_whole_graph_was_valid() -> None:
    assert validate(GRAPH).count("Violation") == 0


def test_all_is_all() -> None:
    assert select(GRAPH, Selection()) == GRAPH


def test_a_source_brings_its_claims_and_no_others() -> None:
    kept = select(GRAPH, Selection(sources=frozenset([expand("ngi:financial-times")])))
    expected = {t.subject for t in GRAPH if t.predicate == SOURCE and t.object == expand("ngi:financial-times")}
    assert claims(kept) == expected
    assert len(expected) > 2
    assert expand("ngi:doubao") not in nodes(kept)


def test_the_filters_narrow_each_other() -> None:
    one = Selection(modalities=frozenset([expand("ngc:planned")]))
    both = Selection(modalities=one.modalities, sources=frozenset([expand("ngi:financial-times")]))
    assert values(select(GRAPH, one), MODALITY) == {expand("ngc:planned")}
    assert claims(select(GRAPH, both)) < claims(select(GRAPH, one))


def test_the_layer_of_facts_holds_no_claim_and_nothing_hedged() -> None:
    kept = select(GRAPH, Selection("facts"))
    assert claims(kept) == set()
    assert ox.Triple(expand("ngi:bytedance"), expand("ng:provides"), expand("ngi:doubao")) in kept
    assert {t.predicate.value.partition("oa#")[2] for t in kept} == {""}


def test_the_layer_of_claims_holds_no_plain_relation_of_companies() -> None:
    kept = select(GRAPH, Selection("claims"))
    assert claims(kept) == claims(GRAPH)
    assert [t for t in kept if t.predicate == expand("ng:provides")] == []
    assert ox.Triple(expand("ngi:bytedance"), expand("rdfs:label"), ox.Literal("ByteDance")) in kept


def graph(text: str) -> list[ox.Triple]:
    """Triples from lines of CURIEs."""
    return [ox.Triple(*map(expand, line.split())) for line in text.strip().splitlines()]


HEDGED = """
ngi:m rdf:type ng:Measurement
ngi:m ng:measured ngi:a
ngi:m ng:quantity ngi:q
ngi:q rdf:type ng:Quantity
ngi:a rdf:type ng:Company
ngi:c rdf:type ng:Claim
ngi:c ng:describes ngi:m
ngi:c ng:modality ngc:MODALITY
"""


@pytest.mark.parametrize(("modality", "left"), [("asserted", {"m", "q", "a"}), ("possible", {"a"})])
def test_a_hedged_figure_is_no_fact(modality: str, left: set[str]) -> None:
    kept = select(graph(HEDGED.replace("MODALITY", modality)), Selection("facts"))
    assert {t.subject.value.removeprefix(NGI) for t in kept} == left


def test_a_plain_triple_that_only_others_state_stays_out() -> None:
    both = graph("""
        ngi:a ng:provides ngi:b
        ngi:a ng:provides ngi:d
        ngi:c rdf:type ng:Claim
        ngi:c ng:subject ngi:a
        ngi:c ng:predicate ng:provides
        ngi:c ng:object ngi:b
        ngi:c ng:assertedBy ngi:x
        ngi:c ng:modality ngc:asserted
        ngi:e rdf:type ng:Claim
        ngi:e ng:subject ngi:a
        ngi:e ng:predicate ng:provides
        ngi:e ng:object ngi:d
        ngi:e ng:assertedBy ngi:y
    """)
    kept = select(both, Selection(sources=frozenset([expand("ngi:x")])))
    assert [t for t in kept if t.predicate == expand("ng:provides")] == both[:1]


def test_what_no_claim_has_is_told() -> None:
    with pytest.raises(InputError) as found:
        select(GRAPH, Selection(modalities=frozenset([expand("ngc:certain")])))
    assert str(found.value).startswith("no claim has the modality ngc:certain; there are: ngc:asserted, ")


def test_a_hedged_claim_does_not_bring_the_plain_triple_that_another_states() -> None:
    lines = ["ngi:a ng:provides ngi:b"]
    for claim, modality in (("c", "asserted"), ("d", "planned")):
        lines += [
            f"ngi:{claim} {p}"
            for p in ("rdf:type ng:Claim", "ng:subject ngi:a", "ng:predicate ng:provides", "ng:object ngi:b")
        ]
        lines.append(f"ngi:{claim} ng:modality ngc:{modality}")
    for modality, stands in (("asserted", True), ("planned", False)):
        kept = select(graph("\n".join(lines)), Selection(modalities=frozenset([expand(f"ngc:{modality}")])))
        assert (graph(lines[0])[0] in kept) == stands
