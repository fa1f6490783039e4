"""The closed-world check: typos and redefinitions of our terms."""

import pyoxigraph as ox

from newsgraph.namespace import NG, NGC, NGI
from newsgraph.rdf import parse
from newsgraph.term import TermFault, faults, message, nearest

HEAD = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngc: <https://w3id.org/newsgraph/concept/> .
@prefix ngi: <https://w3id.org/newsgraph/id/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
TRIPLE = ox.Triple(*(ox.NamedNode(NGI + name) for name in "abc"))
ONTOLOGY = "ng:Company a owl:Class . ng:investor a owl:ObjectProperty . ngc:planned a ng:Company ."


def found(data: str) -> list[tuple[str, str, str, str]]:
    """The faults of some data under the small ontology: term, kind, subject, nearest term."""
    graph, ontology = (parse((HEAD + text).encode(), "turtle", "d") for text in (data, ONTOLOGY))
    return [(f.term, f.kind, str(f.triple.subject.value), f.near) for f in faults(graph, ontology)]


def test_known_terms_pass() -> None:
    assert found("ngi:a a ng:Company ; ng:investor ngc:planned .") == []


def test_a_typo_is_found_in_class_predicate_and_concept() -> None:
    assert found("ngi:a a ng:Compny ; ng:investr ngc:plannd .") == [
        (NGC + "plannd", "UnknownObject", NGI + "a", NGC + "planned"),
        (NG + "Compny", "UnknownObject", NGI + "a", NG + "Company"),
        (NG + "investr", "UnknownPredicate", NGI + "a", NG + "investor"),
    ]
    assert found("ng:Compny a ng:Company .") == [(NG + "Compny", "UnknownSubject", NG + "Compny", NG + "Company")]


def test_a_fault_is_named_at_every_triple() -> None:
    assert [f[2] for f in found("ngi:b ng:qqqqq 1 . ngi:a ng:qqqqq 2 .")] == [NGI + "a", NGI + "b"]


def test_data_must_not_redefine_the_ontology() -> None:
    kinds = [f[1] for f in found("ng:Company rdfs:subClassOf ngi:x . ng:investor a owl:ObjectProperty .")]
    assert kinds == ["RedefinedTerm", "RedefinedTerm"]
    assert found("ngi:own a owl:Class ; rdfs:subClassOf ng:Company .") == []


def test_terms_of_other_vocabularies_are_not_judged() -> None:
    assert found("ngi:a <https://example.org/anything> <https://example.org/x> .") == []


def test_nearest_is_empty_where_nothing_is_near() -> None:
    assert nearest(NG + "zzz", [NG + "investor"]) == ""


def test_messages_in_both_languages() -> None:
    fault = TermFault(NG + "investr", "UnknownPredicate", TRIPLE, NG + "investor")
    assert message(fault, "en") == "ng:investr is not in the ontology. Perhaps ng:investor is meant."
    assert message(fault, "de") == "ng:investr kommt in der Ontologie nicht vor. Gemeint ist vielleicht ng:investor."
    other = TermFault(NG + "Company", "RedefinedTerm", TRIPLE)
    assert message(other, "en") == "ng:Company belongs to the ontology; data must not redefine it."
    assert message(other, "de") == "ng:Company gehört der Ontologie; Daten dürfen es nicht neu definieren."
