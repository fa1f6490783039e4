"""A report that is denied before the text tells it, or after it told it in two sentences."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

TOLD = "Die Zeitung „Elbkurier“ hatte berichtet, der Autobauer Velbora wolle den Zulieferer Nexalo für 30 Millionen Euro kaufen."
DENIED = (
    "Der Autobauer Velbora wies einen Bericht über Zukäufe zurück. " + TOLD,
    "Der Bericht sei falsch, teilte der Autobauer Velbora am Dienstag mit. " + TOLD,
    "Der Autobauer Velbora trat am Dienstag Spekulationen entgegen. Die Aktie sank. " + TOLD,
    "Im März hatte es geheißen, der Autobauer Velbora wolle den Zulieferer Nexalo übernehmen. „Quatsch“ sei das, meinte der Chef dazu.",
    TOLD + " Werksleiterin Ina Kroll braucht für ihre Antwort nur ein Wort: „Märchen.“",
    TOLD + " Der Preis könne auf 40 Millionen Euro steigen. Der Autobauer Velbora dementierte.",
)
OPEN = (
    "Der Autobauer Velbora wies eine Schuld zurück. " + TOLD,
    "Der Autobauer Velbora bestätigte einen Bericht über Zukäufe. " + TOLD,
    "Der Autobauer Velbora wollte den Bericht nicht kommentieren. " + TOLD,
)


def _negated(text: str) -> set[bool]:
    claims = read_article(parse(text.encode(), "x.txt")).claims
    return {c.negated for c in claims if c.predicate == "ng:target"}


@pytest.mark.parametrize("text", DENIED)
def test_what_is_reported_is_denied(text: str) -> None:
    assert _negated(text) == {True}


@pytest.mark.parametrize("text", OPEN)
def test_what_is_reported_stays_open(text: str) -> None:
    assert _negated(text) == {False}


def test_there_are_enough_of_each() -> None:
    assert (len(DENIED), len(OPEN)) == (6, 3)
