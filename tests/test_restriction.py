"""Rules and whom they bind, beyond the frames: a text and the claims on it, «law or body > bound, modality»; «-» for none."""

import pytest

from newsgraph.article import Article
from newsgraph.claim import Reading
from newsgraph.reading import read_article

CASES = """
Die Bafin hat dem Broker Tradevia verboten, mit Hebelpapieren zu handeln. | BaFin > Tradevia asserted
Der Cyber Resilience Act zwingt auch den Kamerahersteller Optilux zu Updates. | Cyber Resilience Act > Optilux asserted
In Kanada ist der Messenger Flurri seit März verboten. | Kanada > Flurri asserted
In Texas ist das Elektroauto Zippy 2 nicht mehr zugelassen. | Texas > Zippy 2 asserted
Der Fahrdienst Rollaro darf seine Autos nicht am Bahnhof abstellen. Das hat das Straßenamt verfügt. | Straßenamt > Rollaro asserted
Der Senat in Canberra billigte das Mindestaltergesetz. Betroffen sind Plappero und Zwitscho. | Mindestaltergesetz > Plappero asserted; Mindestaltergesetz > Zwitscho asserted
Das Bundeskartellamt hat die Fusion nur unter Auflagen freigegeben: Zementra muss Werke verkaufen. | Bundeskartellamt > Zementra asserted
Das Handelsministerium hat den Speicherhersteller Qinlong auf die schwarze Liste gesetzt. | Handelsministerium > Qinlong asserted
Die Kommission erwägt, den Bildgenerator Malpix zu sperren. | Kommission > Malpix possible
Das geplante Plattformgesetz trifft auch den Lieferdienst Flitzaro. | Plattformgesetz > Flitzaro planned
Die Finma begrenzt das Neugeschäft der Onlinebank Zahlio auf 20.000 Kunden. | Finma > Zahlio asserted
Die Marktaufsicht SAMR blockiert die Fusion des Konzerns Teledynio. | Samr > Teledynio asserted
Der Chatbot Parlo falle nicht unter die KI-Verordnung, betonte der Hersteller. | AI Act > Parlo negated
Ein Verbot der Kurzvideo-App Klipso lehnt die Ministerin ab. | Verbot > Klipso negated
Die Bafin lobte die Onlinebank Kontora für ihre Software. | -
Die EU-Kommission hat die Übernahme von Brixa durch Zementra ohne Auflagen genehmigt. | -
Ein Sprecher der Bundesnetzagentur gratulierte dem Anbieter Voltado. | -
Die Firmenchefin von Skolaris forderte die Regierung auf, das Steuergesetz zu ändern. | -
""".strip().splitlines()


def _rules(reading: Reading) -> set[str]:
    """«law or body > bound, modality» of each claim that somebody is bound; of a rule without a name who made it."""
    labels = {thing.id: thing.label for thing in reading.things}
    by = {c.subject: labels[str(c.object)] for c in reading.claims if c.predicate == "ng:enactedBy"}
    return {
        f"{by.get(c.subject, labels[c.subject])} > {labels[str(c.object)]} {'negated' if c.negated else c.modality}"
        for c in reading.claims
        if c.predicate == "ng:affects"
    }


def test_there_are_cases() -> None:
    assert len(CASES) == 18


@pytest.mark.parametrize("case", CASES)
def test_who_is_bound(case: str) -> None:
    text, _, wanted = (part.strip() for part in case.partition("|"))
    expected = set() if wanted == "-" else set(wanted.split("; "))
    assert _rules(read_article(Article("t", text, "de"))) == expected
