"""A sentence without a content of its own names the source of the one before."""

import pytest

from newsgraph.article import parse
from newsgraph.claim import Reading
from newsgraph.reading import read_article

FACT = "Der Konzern Quantelis will 480 Millionen Euro in ein Werk investieren. "
TOLD = (
    ("Das teilte das Unternehmen am Dienstag mit.", "Quantelis"),
    ("Das berichtet die Zeitung Nordkurier.", "Nordkurier"),
    ("Das sagte Firmenchef Peter Stein.", "Peter Stein"),
    ("Das geht aus Unterlagen für den Stadtrat hervor.", "Unterlagen"),
    ("Darüber berichtete das Handelsblatt zuerst.", "Handelsblatt"),
)
OWN = (
    "Das Unternehmen teilte mit, es suche Personal.",
    "Das sagte niemand.",
    "Das kostet viel.",
    "Das Werk liegt in Graz.",
)


def sources(text: str) -> set[str]:
    """Who asserts the sum of the investment, by label; the article has none."""
    reading: Reading = read_article(parse(text.encode(), "x.txt"))
    labels = {thing.id: thing.label for thing in reading.things}
    return {labels.get(str(c.asserted_by), "") for c in reading.claims if c.predicate == "ng:amount"}


@pytest.mark.parametrize(("sentence", "source"), TOLD)
def test_what_was_told_has_the_source(sentence: str, source: str) -> None:
    assert sources(FACT + sentence) == {source}


@pytest.mark.parametrize("sentence", OWN)
def test_another_sentence_names_no_source(sentence: str) -> None:
    assert sources(FACT + sentence) == {""}


def test_there_are_enough_of_each() -> None:
    assert (len(TOLD), len(OWN)) >= (5, 4)
