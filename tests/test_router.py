"""Every sum ends as one thing: put in, raised, paid for a company, granted, imposed, a figure, or knowingly unread."""

import pytest

from newsgraph.article import parse
from newsgraph.claim import Literal, Reading
from newsgraph.pattern import load
from newsgraph.reading import read_article
from newsgraph.relation import OWING, RELATIONS, UNREAD
from newsgraph.router import routes

CASES = [
    ("Für die Halle nimmt die Hellbach AG 7 Millionen Euro in die Hand.", "Investment"),
    ("Den Umbau lässt sich die Hellbach AG 7 Millionen Euro kosten.", "Investment"),
    ("Um 7 Millionen Euro baut die Hellbach AG eine Halle.", "Investment"),
    ("Die Hellbach AG plant einen Neubau. Kostenpunkt: 7 Millionen Euro.", "Investment"),
    ("Der Fonds Varo Capital ist mit 7 Millionen Euro bei der Lendus AG eingestiegen.", "Investment"),
    ("Der Bund gibt der Hellbach AG 7 Millionen Euro Fördergeld.", "Investment"),
    ("Investoren geben der Lendus AG 7 Millionen Euro.", "FundingRound"),
    ("Die Lendus AG sammelt 7 Millionen Euro ein.", "FundingRound"),
    ("Die Hellbach AG kauft die Firma Voltaro. Im Raum stehen 7 Millionen Euro.", "Acquisition"),
    ("Die Hellbach AG blättert für die Firma Voltaro 7 Millionen Euro hin.", "Acquisition"),
    ("Die Bafin bestraft die Hellbach AG mit 7 Millionen Euro.", "Penalty"),
    ("Die Bafin verhängt Bußgelder. Die Hellbach AG muss 7 Millionen Euro zahlen.", "Penalty"),
    ("Die Kartellbehörde bittet die Hellbach AG mit 70.000 Euro zur Kasse.", "Penalty"),
    ("Die Hellbach AG setzte 7 Millionen Euro um.", "Measurement revenue"),
    ("Unter dem Strich blieben der Hellbach AG 7 Millionen Euro.", "Measurement profit"),
    ("Die Hellbach AG ist 7 Millionen Euro wert.", "Measurement valuation"),
    ("Die Hellbach AG schüttet 7 Millionen Euro aus.", "Measurement dividend"),
    ("Die Hellbach AG will 7 Millionen Euro einsparen.", "Measurement savings"),
    ("Der Schaden der Hellbach AG beträgt 7 Millionen Euro.", ""),
    ("Die Hellbach AG fordert 7 Millionen Euro Schadenersatz.", ""),
    ("Die Hellbach AG hat einen Auftrag über 7 Millionen Euro gewonnen.", ""),
    ("Der Chef der Hellbach AG verdient 7 Millionen Euro.", ""),
    ("Der Markt für Hallen ist 7 Millionen Euro groß.", ""),
    ("In die Stadtkasse fließen 7 Millionen Euro.", ""),
    ("Ein Eimer der Hellbach AG kostet 7 Euro.", ""),
]


def sums(reading: Reading) -> set[str]:
    """What the sums of a reading are: the class of the node that has one, with its metric."""
    amounts = {thing.id for thing in reading.things if thing.kind == "MonetaryAmount"}
    things = {thing.id: thing for thing in reading.things}
    found = {
        things[c.subject].kind for c in reading.claims if not isinstance(c.object, Literal) and c.object in amounts
    }
    for thing in reading.things:
        if thing.kind in ("Measurement", "Penalty") and amounts & {v for _, v in thing.facts if isinstance(v, str)}:
            metric = str(dict(thing.facts).get("ng:metric", "")).removeprefix("ngc:")
            found.add(f"{thing.kind} {metric}".strip())
    return found


@pytest.mark.parametrize(("text", "kind"), CASES, ids=[t[:50] for t, _ in CASES])
def test_sum_is_routed(text: str, kind: str) -> None:
    assert sums(read_article(parse(text.encode(), "example.txt"))) == ({kind} if kind else set())


def test_cases_cover_all_that_a_sum_can_be() -> None:
    assert len(CASES) == 25
    frames = load("de").sums
    assert {f.relation for f in frames} == {
        UNREAD,
        "investment",
        "funding_round",
        "acquisition",
        "penalty",
        "measurement",
        OWING,
    }
    assert {f.relation for f in frames} - {OWING, UNREAD} <= RELATIONS.keys()


def test_refusals_by_a_word_and_what_goes_on_come_first() -> None:
    table = routes(load("de").sums)
    first = table.verbs["zahlen"][0]
    assert first.relation == UNREAD and first.words
    goes_on = [any(r.name == "event" for r in f.roles) for f in table.verbs["zahlen"][1:]]
    assert goes_on == sorted(goes_on, reverse=True)
