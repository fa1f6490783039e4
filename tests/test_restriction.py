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
Der Torwächter-Paragraf steht im Plattformgesetz. Bisher ist der Messenger Flurri als Torwächter eingestuft. | Plattformgesetz > Flurri asserted
Das gilt laut Plattformgesetz. Der Messenger Flurri, der zum Händler Schnorra gehört, will den Bescheid anfechten. | -
Im Mai tritt das Vorsorgegesetz in Kraft, das den Versicherern mehr Eigenkapital abverlangt. | Vorsorgegesetz > Versicherern asserted
Die Wolkenverordnung untersagt es Cloudanbietern von Mai an, Gebühren zu erheben. | Wolkenverordnung > Cloudanbietern asserted
Das Treibstoffgesetz schreibt Kerosinlieferanten vor, Biosprit beizumischen. | Treibstoffgesetz > Kerosinlieferanten asserted
Beim Fahrzeugdatengesetz, das Autohersteller seit Mai verpflichtet, geht es um Auskünfte. | Fahrzeugdatengesetz > Autohersteller asserted
Serverhallen dieser Größe müssen nach dem Wärmegesetz ihre Abwärme abgeben. | Wärmegesetz > Serverhallen dieser Größe asserted
Die Regierung billigte die Fahrverordnung. Ihr zufolge dürfen führerlose Autos nur auf Teststrecken fahren. | Fahrverordnung > führerlose Autos asserted
Das Tierwohlgesetz soll Stallhaltung untersagen. Auch die Weidola AG wäre erfasst. | Tierwohlgesetz > Stallhaltung planned; Tierwohlgesetz > Weidola AG possible
Mit der Batterieverordnung müssen Hersteller wie Zellora einen Pass vorlegen. | Batterieverordnung > Zellora asserted
Die Kartellbehörde verlangt, dass Zementra die Tochter Brixa verkauft. | Kartellbehörde > Zementra asserted
Der Plattformbetreiber Flurri wurde nach dem Plattformgesetz mit 5 Millionen Euro bestraft. | Plattformgesetz > Flurri asserted
Die EU-Kommission hat die Übernahme von Brixa durch Zementra ohne Auflagen genehmigt. | -
Ein Sprecher der Bundesnetzagentur gratulierte dem Anbieter Voltado. | -
Die Firmenchefin von Skolaris forderte die Regierung auf, das Steuergesetz zu ändern. | -
Das Landgericht Kassel entschied, dass der Händler Schnorra die Werbung unterlassen muss. | Landgericht Kassel > Schnorra asserted
Der Messenger Flurri darf auf Anordnung der Netzagentur keine Werbung mehr zeigen. | Bundesnetzagentur > Flurri asserted
Der Drohnenbauer Kolibrix steht auf der Sanktionsliste des Handelsministeriums. | Handelsministerium > Kolibrix asserted
Das Bundeskartellamt gab den Kauf des Verlags Lesana durch Papyro erst frei, nachdem Zusagen vorlagen. | Bundeskartellamt > Papyro asserted
Die App Zahlio darf nur mit Zustimmung der Bafin neue Kunden aufnehmen. | BaFin > Zahlio asserted
Das Handelsministerium untersagte der Firma Qinlong, den Chip Orbit 7 ins Ausland zu liefern. | Handelsministerium > Qinlong asserted; Handelsministerium > Orbit 7 asserted
Die Aufseher der Finma verlangen von der Onlinebank Kontora mehr Kapital. | Finma > Kontora asserted
Schlappe für den Händler Schnorra: Das Landgericht Kassel hat ihm verboten, damit zu werben. | Landgericht Kassel > Schnorra asserted
Das Parlament billigte die Mietverordnung. Sie zwingt auch den Makler Immora zu Auskünften. | Mietverordnung > Immora asserted
Ein Importverbot für die Uhr Tickora gilt seit Mai, verhängt von der Handelskommission. | Handelskommission > Tickora asserted
Die Abgasverordnung deckelt Kleinkraftwerke bei 800 Watt. | Abgasverordnung > Kleinkraftwerke asserted
Der Chip Orbit 7 ist schnell. Für den Export verlangt Washington eine Lizenz. | Washington > Orbit 7 asserted
Die Fluglinie Windora fliegt weit. Die Fluggastverordnung verpflichtet sie zu Auskünften. | Fluggastverordnung > Windora asserted
Der Verband forderte die Regierung auf, den Ausrüster Qinlong auszuschließen. | -
Seit die Regierung den Verkauf einschränkt, ruht das Werk der Firma Chemora. | -
Die Firma Wärmora baute nach dem Energieeffizienzgesetz eine Halle um. | -
Nach dem Netzgesetz muss die Firma Kantor AG die Router der Velmora AG bis 2029 ersetzen. | Netzgesetz > Kantor AG asserted
Die Firma Kantoria baut Chips. Weil die EU Rechner in ihrer Exportverordnung führt, muss Kantoria jede Ausfuhr anmelden. | Exportverordnung > Kantoria asserted
Die Firma Kantoria hortet Strom. Anlagen dieser Größe fallen unter die Speicherverordnung; Kantoria muss deshalb Angriffe melden. | Speicherverordnung > Kantoria asserted
Die Firma Kantoria hortet Strom. Anlagen dieser Größe fallen unter die Speicherverordnung. | Speicherverordnung > Anlagen dieser Größe asserted
Die Firma Kantoria hortet Strom. Die Speicherverordnung gilt seit März. Velmora muss deshalb nicht bangen. | -
Den Auflagen des Plattformgesetzes entgeht der Dienst Flurri vorerst. | -
Der Dienst Flurri ist vom Lieferkettengesetz ausgenommen. | -
Die App Flurri misst den Puls. Zertifiziert ist sie nach der Medizinprodukteverordnung. | Medizinprodukteverordnung > Flurri asserted
Die Bank Kontora wächst. Der Bundestag berät das Bankengesetz. Der Entwurf verpflichtet Kontora zu mehr Kapital. | Bankengesetz > Kontora planned
Die Regierung will das Jugendgesetz verschärfen und den Verkauf von Beutekisten untersagen. | Jugendgesetz > Verkauf von Beutekisten planned
Das Gericht untersagte dem Dienst Flurri den Verkauf. Grundlage des Urteils ist das Wettbewerbsgesetz. | Gericht > Flurri asserted; Wettbewerbsgesetz > Flurri asserted
Das Gericht untersagte dem Dienst Flurri den Verkauf. Der Preis stützt sich auf das Angebot. | Gericht > Flurri asserted
Die Firma Kantoria sammelt Daten. Das Geschäftsmodell verletze die Datenschutzverordnung, urteilte das Gericht. | Datenschutzverordnung > Kantoria asserted
Die Firma Kantoria wächst. Der Turm verletze die Bauverordnung, urteilte das Gericht. | -
Die Firma Kantoria bestreitet, gegen das Kartellgesetz verstoßen zu haben. | Kartellgesetz > Kantoria asserted
Die Firma Kantoria wächst. Das Preisgesetz gilt seit Mai. Daran muss sich auch Kantoria halten. | Preisgesetz > Kantoria asserted
Die Firma Kantoria wächst. Das Preisgesetz gilt seit Mai. Nicht betroffen ist Kantoria. | -
Die Landesbeauftragte für Datenschutz hat dem Dienst Flurri untersagt, Nummern zu speichern. | Landesbeauftragte > Flurri asserted
Das Bundeskartellamt droht dem Händler Schnorra damit, die Übernahme des Rivalen Velmora zu untersagen. | Bundeskartellamt > Schnorra possible
Wegen Verstößen gegen das Beförderungsrecht muss der Fahrdienst Rollaro den Betrieb einstellen. | Beförderungsrecht > Rollaro asserted
Die Anwältin für das Kartellrecht berät den Fahrdienst Rollaro. | -
In London, seinem wichtigsten Markt, wurde dem Fahrdienst Rollaro die Lizenz entzogen. | London > Rollaro asserted
Der EuGH entschied, dass der Fahrdienst Rollaro als Taxifirma einzustufen ist. | EuGH > Rollaro asserted
Der AI Act soll für die App Flurri gelten, der von Herstellern eine Dokumentation verlangt. | AI Act > Flurri planned
Das EU-Mobilitätspaket schreibt Fahrtenschreiber vor; beim Fahrdienst Rollaro sind 4800 Autos davon erfasst. | EU-Mobilitätspaket > Rollaro asserted
Das EU-Hilfspaket hilft auch dem Fahrdienst Rollaro. | -
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
    assert len(CASES) == 72


@pytest.mark.parametrize("case", CASES)
def test_who_is_bound(case: str) -> None:
    text, _, wanted = (part.strip() for part in case.partition("|"))
    expected = set() if wanted == "-" else set(wanted.split("; "))
    assert _rules(read_article(Article("t", text, "de"))) == expected
