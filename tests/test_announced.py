"""Sums that are told after the noun that says what they are, plans that come to nothing, money that several give."""

import pytest

from newsgraph.article import parse
from newsgraph.claim import Literal
from newsgraph.reading import read_article

KINDS = ("Acquisition", "FundingRound", "Investment", "Measurement")
CASES = (
    ("Der Konzern Oxal kauft die Firma Bondera. Über den Preis schweigen beide. Die Rede ist von 9 Millionen Euro.", "Acquisition", 9e6),
    ("Der Konzern Oxal baut in Graz ein Werk. Die Baukosten nennt er nicht. Im Ort wird von 9 Millionen Euro gesprochen.", "Investment", 9e6),
    ("Die Firma Bondera wächst. Zur Bewertung sagt der Gründer nichts; die Rede ist von 9 Millionen Euro.", "Measurement", 9e6),
    ("Die Firma Bondera wächst. 9 Millionen Euro schießen der Fonds Varo Capital und die Lendus AG ein.", "FundingRound", 9e6),
    ("Die Firma Bondera nennt keinen Preis. Der Umsatz liegt bei 9 Millionen Euro.", "Acquisition", None),
)  # fmt: skip
STATUS = (
    ("Der Konzern Oxal will 9 Millionen Euro in ein Werk stecken. Im Juli sprang Oxal ab.", "ngc:cancelled"),
    ("Der Konzern Oxal will die Firma Bondera kaufen. Der Deal platzte.", "ngc:cancelled"),
    ("Der Konzern Oxal will die Firma Bondera kaufen, doch die Gründer winkten ab.", "ngc:cancelled"),
    ("Der Konzern Oxal will die Firma Bondera kaufen. Oxal sprang nicht ab.", "ngc:planned"),
)


def sums(text: str, kind: str) -> set[float]:
    """The sums of all nodes of a class."""
    reading = read_article(parse(text.encode(), "example.txt"))
    things = {t.id: t for t in reading.things}
    own = {t.id for t in reading.things if t.kind == kind}
    told = [str(c.object) for c in reading.claims if c.subject in own and c.predicate == "ng:amount"]
    told += [str(v) for t in reading.things if t.id in own for p, v in t.facts if p == "ng:quantity"]
    facts = (f for node in told if node in things for f in things[node].facts)
    return {float(v.value) for p, v in facts if p == "ng:value" and isinstance(v, Literal)}


@pytest.mark.parametrize(("text", "kind", "sum_"), CASES)
def test_a_sum_is_what_was_announced(text: str, kind: str, sum_: float | None) -> None:
    assert sums(text, kind) == ({sum_} if sum_ is not None else set())


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_a_plan_that_came_to_nothing_is_cancelled(text: str, status: str) -> None:
    reading = read_article(parse(text.encode(), "example.txt"))
    found = {v for t in reading.things if t.kind in KINDS for p, v in t.facts if p == "ng:status"}
    assert found == {status}


def test_there_are_cases() -> None:
    assert (len(CASES), len(STATUS)) == (5, 4)
