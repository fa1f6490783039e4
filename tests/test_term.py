"""The closed-world check: typos and redefinitions of our terms."""

import pyoxigraph as ox
import pytest

from newsgraph.diagnostic.diagnostic import diagnostics
from newsgraph.diagnostic.rules import rules
from newsgraph.namespace import NG, NGC, NGI, NGS, shorten
from newsgraph.rdf import parse
from newsgraph.report import SEVERITIES
from newsgraph.screen.data import of_triples
from newsgraph.screen.vocabulary import suspects
from newsgraph.shape import our_ontology, validate
from newsgraph.term import VOCABULARY, TermFault, faults, message, nearest

HEAD = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngc: <https://w3id.org/newsgraph/concept/> .
@prefix ngi: <https://w3id.org/newsgraph/id/> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix schema: <https://schema.org/> . @prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
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


TYPOS = {
    "ngi:a rdfs:lable 'A' .": ("rdfs:lable", "UnknownPredicate", "rdfs:label"),
    "ngi:a skos:prefLable 'A'@de .": ("skos:prefLable", "UnknownPredicate", "skos:prefLabel"),
    "ngi:a prov:wasDerivedForm ngi:b .": ("prov:wasDerivedForm", "UnknownPredicate", "prov:wasDerivedFrom"),
    "ngi:a dcterms:titel 'A'@de .": ("dcterms:titel", "UnknownPredicate", "dcterms:title"),
    "ngi:a rdf:tpye ng:Company .": ("rdf:tpye", "UnknownPredicate", "rdf:type"),
    "ngi:a owl:sameas ngi:b .": ("owl:sameas", "UnknownPredicate", "owl:sameAs"),
    "ngi:a sh:propery ngi:b .": ("sh:propery", "UnknownPredicate", "sh:property"),
    "ngi:a a prov:Persn .": ("prov:Persn", "UnknownObject", "prov:Person"),
    "ngi:a <x:v> '1.0'^^xsd:decimel .": ("xsd:decimel", "UnknownDatatype", "xsd:decimal"),
    "ngi:a skos:qqqqqqqq ngi:b .": ("skos:qqqqqqqq", "UnknownPredicate", ""),
    "ngi:a oa:hasSorce ngi:b .": ("oa:hasSorce", "UnknownPredicate", "oa:hasSource"),
    "ngi:a oa:exakt 'A' .": ("oa:exakt", "UnknownPredicate", "oa:exact"),
    "ngi:a a oa:SpecificRessource .": ("oa:SpecificRessource", "UnknownObject", "oa:SpecificResource"),
    "ngi:a oa:annotatedBy ngi:b .": ("oa:annotatedBy", "UnknownPredicate", "oa:motivatedBy"),
    "ngi:a skosxl:literalFrom 'A'@de .": ("skosxl:literalFrom", "UnknownPredicate", "skosxl:literalForm"),
    "ngi:a rdf:_0 ngi:b .": ("rdf:_0", "UnknownPredicate", ""),
    "ngi:a schema:ulr <x:b> .": ("schema:ulr", "UnknownPredicate", "schema:url"),
}
GROWING = ("schema:",)


@pytest.mark.parametrize("data", TYPOS)
def test_typos_in_vocabularies_whose_terms_are_all_known(data: str) -> None:
    fault, kind, near = TYPOS[data]
    [(term, found_kind, _, nearest_term)] = found(data)
    assert (shorten(term), found_kind, shorten(nearest_term)) == (fault, kind, near)
    [result] = [r for r in validate(graph(data)) if r.source == VOCABULARY]
    assert result.component == f"{NGS}{kind}"
    assert SEVERITIES[result.severity] == ("Violation" if near and not near.startswith(GROWING) else "Warning")
    assert result.text("en").startswith(f"{fault} is not in its vocabulary.")
    assert near in faulty_suggestion(result)
    assert len(TYPOS) == 17


def faulty_suggestion(result) -> str:
    [told] = diagnostics([result], [], rules((), our_ontology()))
    return told.suggestion("en")


def test_terms_that_are_there_pass() -> None:
    data = """ngi:a a prov:Person , rdfs:Resource ; rdfs:label "A" ; rdf:_1 ngi:b ; dcterms:title "T" ; skos:closeMatch ngi:b ;
        <x:d> "P1D"^^xsd:dayTimeDuration , "<a/>"^^rdf:XMLLiteral ; prov:qualifiedUsage ngi:c ; sh:name "x" ; oa:motivatedBy oa:tagging ;
        rdf:_12 ngi:c ; rdf:reifies ngi:d ; schema:datePublished "2026"^^xsd:gYear ; skosxl:altLabel ngi:e .
        ngi:e a skosxl:Label , schema:NewsArticle , oa:TextQuoteSelector ; oa:refinedBy ngi:f ."""
    assert found(data) == []


MISUSES = {
    "ngi:a ng:Company ngi:b .": ("ng:Company", "NoProperty", "ng:Company is no property."),
    "ngi:a ngc:planned ngi:b .": ("ngc:planned", "NoProperty", "ngc:planned is no property."),
    "ngi:a prov:Person ngi:b .": ("prov:Person", "NoProperty", "prov:Person is no property."),
    "ngi:a a ng:competesWith .": ("ng:competesWith", "NoClass", "ng:competesWith is no class."),
    "ngi:a a ngc:planned .": ("ngc:planned", "NoClass", "ngc:planned is no class."),
    "ngi:a ng:relayedBy 'B' .": ("ng:relayedBy", "LiteralForNode", "ng:relayedBy leads to a node, not to a literal."),
    "ngi:a ng:goal ngi:b .": ("ng:goal", "NodeForLiteral", "ng:goal has literals as values, not nodes."),
    "ngi:a a ng:Company ; ng:timeExpression 'heuer' .": (
        "ng:timeExpression",
        "OtherDomain",
        "ng:timeExpression does not belong to ng:Company: its own class is disjoint with that one.",
    ),
    "ngi:a a ng:Claim ; ng:suppliesTo ngi:b .": (
        "ng:suppliesTo",
        "OtherDomain",
        "ng:suppliesTo does not belong to ng:Claim: its own class is disjoint with that one.",
    ),
    "ngi:a a ng:App ; ng:value 1.0 .": (
        "ng:value",
        "OtherDomain",
        "ng:value does not belong to ng:App: its own class is disjoint with that one.",
    ),
}


@pytest.mark.parametrize("data", MISUSES)
def test_terms_used_as_what_they_are_not(data: str) -> None:
    """Terms of the layer of claims on plain nodes and the reverse among them."""
    [fault] = faults(graph(data), our_ontology())
    assert (shorten(fault.term), fault.kind, message(fault, "en")) == MISUSES[data]
    assert message(fault, "de") != message(fault, "en")
    told = [r for r in validate(graph(data)) if r.source == VOCABULARY]
    assert [r.component for r in told] == [f"{NGS}{fault.kind}"]
    assert len(MISUSES) == 10


def test_what_a_shape_says_of_the_value_is_not_said_twice() -> None:
    told = [r.component for r in validate(graph("ngi:a a ng:Company ; rdfs:label 'A' ; ng:competesWith 'B' ."))]
    assert told == ["http://www.w3.org/ns/shacl#ClassConstraintComponent"]


def test_fitting_uses_pass() -> None:
    """A subclass of the domain, a node without a class, a property without a domain."""
    for data in (
        "ngi:a a ng:FundingRound ; ng:investor ngi:b .",
        "ngi:a ng:quote 'x'@de .",
        "ngi:a a ng:App ; ng:market ngi:b .",
    ):
        assert faults(graph(data), our_ontology()) == [], data


def test_a_large_graph_is_checked_by_index_with_the_same_faults() -> None:
    """What newsgraph.screen.vocabulary leaves out is never at fault."""
    lines = [*TYPOS, *MISUSES, "ngi:z a ng:Company ; rdfs:label 'Z'@de ."]
    data = graph("\n".join(line.replace("ngi:a ", f"ngi:n{n} ") for n, line in enumerate(lines)))
    looked = suspects(of_triples(data), our_ontology())
    assert faults(looked, our_ontology()) == faults(data, our_ontology())
    assert len(faults(looked, our_ontology())) == 27
    assert len(looked) < len(data)


def graph(data: str) -> list[ox.Triple]:
    return parse((HEAD + data).encode(), "turtle", "d")


def test_nearest_is_empty_where_nothing_is_near() -> None:
    assert nearest(NG + "zzz", [NG + "investor"]) == ""


def test_messages_in_both_languages() -> None:
    fault = TermFault(NG + "investr", "UnknownPredicate", TRIPLE, NG + "investor")
    assert message(fault, "en") == "ng:investr is not in the ontology. Perhaps ng:investor is meant."
    assert message(fault, "de") == "ng:investr kommt in der Ontologie nicht vor. Gemeint ist vielleicht ng:investor."
    other = TermFault(NG + "Company", "RedefinedTerm", TRIPLE)
    assert message(other, "en") == "ng:Company belongs to the ontology; data must not redefine it."
    assert message(other, "de") == "ng:Company gehört der Ontologie; Daten dürfen es nicht neu definieren."
