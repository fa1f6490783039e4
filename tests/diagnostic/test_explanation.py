"""The page of a shape, for every shape that newsgraph ships."""

import pytest

from newsgraph.diagnostic.diagnostic import shape_name
from newsgraph.diagnostic.explanation import explanation, names
from newsgraph.diagnostic.rules import Rules, rules
from newsgraph.errors import InputError
from newsgraph.rdf import parse
from newsgraph.shape import our_ontology, our_shapes, validate

OURS = rules(our_shapes(), our_ontology())
CURRENCY = """ngs:Currency: currency

An amount needs one currency, an ISO 4217 code such as USD or CNY.

Only the ISO 4217 code tells the dollar of the USA from that of Australia.

Severity: Violation
Looks at: a ng:MonetaryAmount
Path: ng:currency
Demands: sh:minCount 1 ; sh:maxCount 1 ; sh:in ( "AED" "AFN" "ALL" "AMD" "AOA" "ARS" … (167) )

Passes:

    ngi:example a ng:MonetaryAmount ; ng:currency "AED" .

Fails:

    ngi:example a ng:MonetaryAmount .
"""
HEAD = "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://e.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"


def own(text: str) -> Rules:
    return rules(parse((HEAD + text).encode(), "turtle", "s"), [])


@pytest.mark.parametrize("name", ["ngs:Currency", "Currency", "https://w3id.org/newsgraph/shapes#Currency"])
def test_a_page_by_any_of_its_names(name: str) -> None:
    assert explanation(name, OURS, "en") == CURRENCY


def test_a_page_in_german() -> None:
    page = explanation("ngs:ClaimPeriod", OURS, "de")
    assert page.startswith("ngs:ClaimPeriod: Zeitraum der Aussage\n\n")
    assert "\nVerlangt: sh:lessThanOrEquals ng:validUntil\n" in page
    assert page.endswith('ng:validFrom "2025-06-01"^^xsd:date ; ng:validUntil "2025-03-01"^^xsd:date .\n')


def test_a_query_is_shown_as_it_stands() -> None:
    page = explanation("QuoteVerbatim", OURS, "en")
    assert "\n      ?value ng:statedIn $this ; ng:quote ?quote .\n" in page


def test_the_check_of_terms_has_a_page() -> None:
    assert explanation("ngs:Vocabulary", OURS, "en").startswith("ngs:Vocabulary\n\nEvery ng: and ngc: term must be")


def test_properties_inside_a_shape_are_listed() -> None:
    page = explanation(
        "https://e.org/S",
        own(
            'x:S a sh:NodeShape ; sh:targetNode x:a ; sh:property [ sh:path x:p ; sh:pattern "^a" ; sh:message "Nur a"@de ] .'
        ),
        "de",
    )
    assert '\nBetrachtet: <https://e.org/a>\n  <https://e.org/p>: sh:pattern "^a"\n    Nur a\n' in page


def test_an_unknown_shape_is_told_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"^there is no shape ngs:Curency; did you mean ngs:Currency or "):
        explanation("ngs:Curency", OURS, "en")
    with pytest.raises(InputError, match=r"^there is no shape Q; there are: https://e.org/S https://e.org/T$"):
        explanation("Q", own("x:S a sh:NodeShape . x:T sh:targetClass x:C ."), "en")


@pytest.mark.slow
def test_every_shape_of_ours_has_a_page_with_examples_that_hold() -> None:
    """Examples are judged again here with all shapes at once, and read back from the page."""
    found = [n for n in names(OURS.shapes) if n.startswith("ngs:")]
    with_examples = 0
    for name in found:
        page = explanation(name, OURS, "en")
        assert page.startswith(f"{name}: "), name
        with_examples += "\nFails:\n" in page
    assert len(found) >= 160
    assert with_examples >= 100


def test_the_examples_on_a_page_are_what_they_say() -> None:
    for name in (
        "ngs:Currency",
        "ngs:ClaimModality",
        "ngs:QuantityDecimal",
        "ngs:NotItsOwnParent",
        "ngs:LabelLanguage",
    ):
        page = explanation(name, OURS, "en")
        passes, fails = page.partition("\nPasses:\n")[2].split("\nFails:\n")
        assert [broken(text, name) for text in (passes, fails)] == [False, True], name


def broken(turtle: str, name: str) -> bool:
    from newsgraph.namespace import PREFIXES

    head = "".join(f"@prefix {p}: <{iri}> .\n" for p, iri in PREFIXES.items())
    report = validate(parse((head + turtle).encode(), "turtle", "d"))
    return any(shape_name(r.source) == name for r in report)
