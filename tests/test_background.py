"""What everybody knows of companies helps to understand whom a text means, and is written to no graph."""

import pytest

from newsgraph import background, names, region, trade
from newsgraph.article import parse
from newsgraph.language import load
from newsgraph.reading import read_article

KNOWN = names.load()
IDS = {known.id for found in KNOWN.exact.values() for _, known in found}
MEANT = {
    "ASML steigt bei Mistral ein. Zu den Kunden zählen BNP Paribas und Stellantis. Der Konzern aus Veldhoven beliefert TSMC.": "ASML",
    "Klarna und Paypal streiten. Die Schweden beliefern Ikea.": "Klarna",
    "Apple streitet mit Samsung. Der iPhone-Konzern beliefert die Deutsche Telekom.": "Apple",
    "Nvidia spricht mit Samsung. Der koreanische Konzern beliefert Tesla.": "Samsung",
    "OpenAI spricht mit Microsoft. Der ChatGPT-Entwickler beliefert SAP.": "OpenAI",
}


def test_every_company_and_every_town_is_known() -> None:
    places = load("de").places
    assert set(background._seats()) <= IDS
    assert {i for ids in background._makers().values() for i in ids} <= IDS
    towns = {town for _, seat in background._seats().values() for town in seat}
    assert towns - set(places) == set()
    assert {iso for iso, _ in background._seats().values()} <= {p.iso for p in places.values()}
    assert len(background._seats()) > 1600
    assert len(background._makers()) > 250


def test_every_company_of_a_trade_is_known_and_its_nouns_tell_it() -> None:
    assert trade.known() <= IDS
    assert len(trade.known()) > 1000
    assert trade.plies("autobauer", "ngi:bmw") is True
    assert trade.plies("autozulieferer", "ngi:bmw") is not True  # what begins like «Auto» is not all one trade
    assert trade.plies("autobauer", "ngi:allianz") is False
    assert trade.plies("unternehmen", "ngi:allianz") is None  # tells no trade
    assert trade.plies("autobauer", "ngi:nobody") is None
    assert trade.share("ngi:apple", "ngi:xiaomi")
    assert not trade.share("ngi:apple", "ngi:allianz")


def test_towns_lie_in_their_states_and_regions() -> None:
    assert region.inside("Ulm", "Schwaben") is True
    assert region.inside("Kiel", "Schwaben") is False
    assert region.inside("Linz", "Oberösterreich") is True
    assert region.inside("Nirgends", "Schwaben") is None
    places = load("de").places
    states = {s for found in region._states().values() for s in found}
    assert len(states & set(places)) > 60


@pytest.mark.parametrize("text", MEANT)
def test_who_is_known_to_sit_there_or_to_make_it_is_meant(text: str) -> None:
    read = read_article(parse(text.encode(), "x.txt"))
    labels, last = {t.id: t.label for t in read.things}, text.rindex(". ") + 1
    told = [c for c in read.claims if c.predicate == "ng:suppliesTo" and c.start >= last]
    assert {labels[c.subject] for c in told} == {MEANT[text]}


def test_all_cases_ran() -> None:
    assert len(MEANT) == 5


def test_a_company_that_the_text_does_not_name_is_never_meant() -> None:
    read = read_article(parse(b"Die Kalifornier beliefern Ikea. Der iPhone-Konzern kauft Zonk.", "x.txt"))
    assert not any(t.label in ("Apple", "Google", "Nvidia") for t in read.things)


def test_nothing_of_it_is_written() -> None:
    read = read_article(parse("ASML wächst. Infineon auch.".encode(), "x.txt"))
    assert not any(c.predicate in ("ng:locatedIn", "ng:country") for c in read.claims)
