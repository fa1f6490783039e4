"""What later sentences go on with: the open project, the deal, the fine, the company of a person."""

import pytest

from newsgraph.article import parse
from newsgraph.claim import Thing
from newsgraph.dealing import Dealings
from newsgraph.reading import read_article

CASES = [  # text, what the last claim on a sum or a party says
    ("Die Hellbach AG baut ein Werk. Der Bau kostet 7 Millionen Euro.", "Investment ng:investor Hellbach AG"),
    ("Die Hellbach AG verkauft die Firma Voltaro. Käufer ist die Lendus AG.", "Acquisition ng:target Voltaro"),
    ("Die Bafin verhängt Bußgelder. Die Hellbach AG muss 7 Millionen Euro zahlen.", "Penalty ng:imposedBy BaFin"),
    (
        "Die Hellbach AG wächst. Firmenchefin Eva Muster will 7 Millionen Euro in ein Werk stecken.",
        "Investment ng:investor Hellbach AG",
    ),
    (
        "Die Hellbach AG kauft die Firma Voltaro. Der Konzern Lendus hatte 7 Millionen Euro geboten.",
        "Acquisition ng:investor Hellbach AG",
    ),
]


def said(text: str) -> set[str]:
    reading = read_article(parse(text.encode(), "example.txt"))
    things: dict[str, Thing] = {thing.id: thing for thing in reading.things}
    found = {(things[c.subject].kind, c.predicate, c.object) for c in reading.claims if c.subject}
    found |= {(t.kind, p, v) for t in reading.things for p, v in t.facts}
    return {f"{kind} {p} {things[v].label}" for kind, p, v in found if isinstance(v, str) and v in things}


@pytest.mark.parametrize(("text", "line"), CASES, ids=[t[:50] for t, _ in CASES])
def test_later_sentence_goes_on(text: str, line: str) -> None:
    assert line in said(text)


def test_cases_are_all_here() -> None:
    assert len(CASES) == 5


def test_other_bidder_does_not_pay_for_the_deal() -> None:
    """What another one offered is the sum of an offer of its own."""
    reading = read_article(parse(CASES[-1][0].encode(), "example.txt"))
    label = {thing.id: thing.label for thing in reading.things}
    summed = {c.subject for c in reading.claims if c.predicate == "ng:amount"}
    payers = {label[str(c.object)] for c in reading.claims if c.predicate == "ng:investor" and c.subject in summed}
    assert payers == {"Lendus"}


def test_nothing_is_open_after_its_sum() -> None:
    mind = Dealings(money=[("project", 3, False), ("project", 4, True)])
    assert [mind.recent("project", 5), mind.recent("project", 5, open_=True), mind.recent("deal", 5)] == [
        True,
        False,
        False,
    ]
    assert not mind.recent("project", 9)


def test_an_app_that_is_to_be_bought_is_not_the_firm_dealt_with_before() -> None:
    """«die Video-App» means an app, whatever firms somebody was just said to have a share of."""
    told = said(
        "Die USA sperren die App Lendus. Der Betreiber Oxal hält Anteile an der Firma Voltaro. Nun will die Hellbach AG "
        "die Video-App übernehmen."
    )
    assert "Acquisition ng:target Lendus" in told
    assert "Acquisition ng:target Voltaro" not in told


def test_work_on_a_purchase_is_a_plan() -> None:
    reading = read_article(parse("Die Hellbach AG bastelt an der Übernahme der Firma Voltaro.".encode(), "example.txt"))
    moods = {c.modality for c in reading.claims if c.predicate == "ng:target"}
    assert moods == {"planned"}


def test_work_on_a_thing_hedges_no_purchase() -> None:
    text = "Die Hellbach AG, die an einer App bastelt, hat die Firma Voltaro übernommen."
    reading = read_article(parse(text.encode(), "example.txt"))
    assert {c.modality for c in reading.claims if c.predicate == "ng:target"} == {"asserted"}


MOODS = [  # text, modality and whether it is denied
    ("Die Übernahme der Firma Voltaro durch die Hellbach AG ist noch nicht abgeschlossen.", ("planned", False)),
    ("Die Übernahme der Firma Voltaro durch die Hellbach AG ist nicht in trockenen Tüchern.", ("planned", False)),
    ("Die Übernahme der Firma Voltaro durch die Hellbach AG findet nicht statt.", ("asserted", True)),
    ("Die Hellbach AG hat die Firma Voltaro noch nicht übernommen.", ("asserted", True)),
    (
        "Die Lendus AG ist nicht so groß wie die von der Hellbach AG für viel Geld gekaufte Firma Voltaro.",
        ("asserted", False),
    ),
]


@pytest.mark.parametrize(("text", "mood"), MOODS, ids=[t[-40:] for t, _ in MOODS])
def test_a_deal_that_is_to_come_is_not_denied(text: str, mood: tuple[str, bool]) -> None:
    reading = read_article(parse(text.encode(), "example.txt"))
    label = {thing.id: thing.label for thing in reading.things}
    bought = [c for c in reading.claims if c.predicate == "ng:target"]
    assert {(c.modality, c.negated) for c in bought} == {mood}
    assert {label[str(c.object)] for c in reading.claims if c.predicate == "ng:investor"} == {"Hellbach AG"}


def test_what_unnamed_people_bought_is_not_bought_by_whom_the_text_is_about() -> None:
    told = said("Die Hellbach AG wächst. Die von Anlegern gekaufte Firma Voltaro schrumpft.")
    assert not any("ng:investor" in line for line in told)
