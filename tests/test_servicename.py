"""Known firms that a text takes for another one's service are offered by it; firms that it only deals with are not."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

CASES = [
    (
        "Die Firma Quantelis verkauft ihre Dienste Getir, Vinted und Wolt.",
        {"Getir", "Vinted", "Wolt"},
    ),
    ("Die Firma Quantelis ist mit ihrem Lieferdienst Wolt vertreten.", {"Wolt"}),
    ("Die Firma Quantelis ist in Graz mit der Marke Wolt aktiv.", {"Wolt"}),
    ("Wolt, die App der Firma Quantelis, wird beliebter.", {"Wolt"}),
    ("Beliebt ist die Kleider-App Vinted. Die Firma Quantelis entwickelte Vinted in Graz.", {"Vinted"}),
    ("Die Firma Quantelis startet mit dem Dienst Wolt eine Kooperation.", set()),
    ("Die Firma Quantelis bietet den Streamingdienst Netflix an.", set()),
    ("Die Firma Quantelis konkurriert mit dem Lieferdienst Wolt.", set()),
    ("Die Firma Quantelis beliefert den Dienst Wolt.", set()),
]


@pytest.mark.parametrize(("text", "offered"), CASES, ids=[text for text, _ in CASES])
def test_services_of_a_firm(text: str, offered: set[str]) -> None:
    reading = read_article(parse(text.encode(), "x.txt"))
    labels = {t.id: t.label for t in reading.things}
    told = [c for c in reading.claims if c.predicate == "ng:provides"]
    assert {labels[str(c.object)] for c in told} == offered
    assert {labels[c.subject] for c in told} <= {"Quantelis"}
    assert {t.kind for t in reading.things if t.id in {str(c.object) for c in told}} <= {"App"}
