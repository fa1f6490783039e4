"""Known firms that a text takes for another one's service are offered by it; firms that it only deals with are not."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

CASES = [
    (
        "Die Firma Quantelis verkauft ihre Dienste Lieferheld, Pizza.de und Foodora.",
        {"Lieferheld", "Pizza.de", "Foodora"},
    ),
    ("Die Firma Quantelis ist mit ihrem Lieferdienst Foodora vertreten.", {"Foodora"}),
    ("Die Firma Quantelis ist in Graz mit der Marke Foodora aktiv.", {"Foodora"}),
    ("Foodora, die App der Firma Quantelis, wird beliebter.", {"Foodora"}),
    ("Beliebt ist die Flohmarkt-App Shpock. Die Firma Quantelis entwickelte Shpock in Graz.", {"Shpock"}),
    ("Die Firma Quantelis startet mit dem Dienst Foodora eine Kooperation.", set()),
    ("Die Firma Quantelis bietet den Streamingdienst Netflix an.", set()),
    ("Die Firma Quantelis konkurriert mit dem Lieferdienst Foodora.", set()),
    ("Die Firma Quantelis beliefert den Dienst Foodora.", set()),
]


@pytest.mark.parametrize(("text", "offered"), CASES, ids=[text for text, _ in CASES])
def test_services_of_a_firm(text: str, offered: set[str]) -> None:
    reading = read_article(parse(text.encode(), "x.txt"))
    labels = {t.id: t.label for t in reading.things}
    told = [c for c in reading.claims if c.predicate == "ng:provides"]
    assert {labels[str(c.object)] for c in told} == offered
    assert {labels[c.subject] for c in told} <= {"Quantelis"}
    assert {t.kind for t in reading.things if t.id in {str(c.object) for c in told}} <= {"App"}
