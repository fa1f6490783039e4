"""What a name is, told behind it with other words before the noun: who acts in the clause does not change by it."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

ASIDES = [
    "Delvion, mit 300 Beschäftigten der größte Arbeitgeber in Graz, kauft die Firma Rotax.",
    "Delvion – bislang ein reiner Händler – kauft die Firma Rotax.",
    "Delvion, nach eigenen Angaben Marktführer, kauft die Firma Rotax.",
    "Delvion, neben Kelvara der zweite große Anbieter, kauft die Firma Rotax.",
    "Delvion, der nach eigenen Angaben größte Anbieter im Land, kauft die Firma Rotax.",
    "Delvion, der in Graz ansässige Rivale von Kelvara, kauft die Firma Rotax.",
    "Delvion, der in Graz Sensoren baut, kauft die Firma Rotax.",
    "Im Mai kaufte das in Graz ansässige Unternehmen Delvion die Firma Rotax.",
]


@pytest.mark.parametrize("text", ASIDES)
def test_who_buys_whom(text: str) -> None:
    reading = read_article(parse(text.encode(), "x.txt"))
    things = {t.id: t.label for t in reading.things}
    deal = {(c.predicate, things[str(c.object)]) for c in reading.claims if c.subject.startswith("ngi:acquisition")}
    assert deal == {("ng:investor", "Delvion"), ("ng:target", "Rotax")}
