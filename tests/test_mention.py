"""Names in sentences: found whole, typed by their context, one name for one thing; and ordinary text without any."""

import pytest

from newsgraph import language, names
from newsgraph.article import parse
from newsgraph.mention import Mention, mentions
from newsgraph.sentence import sentences

GERMAN, NAMES = language.load("de"), names.load()


def read(text: str) -> list[Mention]:
    """The mentions of a text, adjectives («dänisch») left out."""
    found = mentions(list(sentences(parse(text.encode(), "x.txt"), GERMAN)), GERMAN, NAMES)
    return [m for ms in found for m in ms if not m.adjective]


def told(text: str) -> list[str]:
    return [f"{m.name}/{m.kind}" + (f"+{m.rest}" if m.rest else "") for m in read(text)]


CASES = (
    # class nouns, legal forms, endings
    ("Der Autobauer Velmora wächst.", ["Velmora/Company"]),
    ("Das Unternehmen Gletscherblick mit Sitz in Chur baut ab.", ["Gletscherblick/Company", "Chur/Place"]),
    ("Der Konzern hat sich an dem Hörbuch-Start-up Ofenrohr beteiligt.", ["Ofenrohr/Company"]),
    ("Der Lebensmittelhändler Koops & Töchter expandiert.", ["Koops & Töchter/Company"]),
    (
        "Rheinkiesel Ventures und der Geldgeber Domschatz Invest zahlen.",
        ["Rheinkiesel Ventures/Company", "Domschatz Invest/Company"],
    ),
    ("Die Konzernmutter, die schwedische Granvalla, schweigt.", ["Granvalla/Company"]),
    ("Die Velmora-Tochter Käseglocke Systems liefert.", ["Velmora/Company+Tochter", "Käseglocke Systems/Company"]),
    ("Die Drohnen von Bussardwerk fliegen.", ["Bussardwerk/Company"]),
    ("ORVEX steigert den Gewinn. Die ORVEX-Aktie legt zu.", ["ORVEX/Company", "ORVEX/Company+Aktie"]),
    ("Die Nebelhorn-Gruppe kauft zu. Nebelhorn zahlt bar.", ["Nebelhorn/Company", "Nebelhorn/Company"]),
    ("Das Landgericht Kassel wies die Klage ab.", ["Landgericht Kassel/PublicBody"]),
    ("Der Vorstand der Stadtwerke Emmerstedt trat zurück.", ["Stadtwerke Emmerstedt/Company"]),
    # persons
    ("Das sagte Finanzchefin Ann-Kathrin von der Mühlen.", ["Ann-Kathrin von der Mühlen/Person"]),
    ("Präsident Lindqvist empfing den Vorstandschef Kim Seo-jun.", ["Lindqvist/Person", "Kim Seo-jun/Person"]),
    ("Velmora-Manager Pieter van Dongen geht.", ["Velmora/Company+Manager", "Pieter van Dongen/Person"]),
    ("Chefin Jana Ostermoor bleibt. Ostermoor plant viel.", ["Jana Ostermoor/Person", "Jana Ostermoor/Person"]),
    # newspapers
    ("Laut dem »Oberländer Anzeiger« wankt die Bank.", ["Oberländer Anzeiger/NewsOrganization"]),
    ("Einen Bericht des »Südharzer Boten« wies sie zurück.", ["Südharzer Bote/NewsOrganization"]),
    ("Die Wochenzeitung „Der Hafenspiegel“ deckte das auf.", ["Der Hafenspiegel/NewsOrganization"]),
    ("Die Zeitung Die Laterne berichtete zuerst.", ["Die Laterne/NewsOrganization"]),
    ("Das Magazin «Handelsplatz Genf» zitiert ihn.", ["Handelsplatz Genf/NewsOrganization"]),
    # apps, chips, products
    (
        "Der Prozessor QX-17 des Herstellers Sundhorn kommt. Mit dem QX-17 greift Sundhorn an.",
        ["QX-17/Chip", "Sundhorn/Company"] * 2,
    ),
    (
        "Betroffen ist der Taifun 7 des Herstellers Sundhorn. Die Taifun-Prozessoren fehlen.",
        ["Taifun 7/Chip", "Sundhorn/Company"],
    ),
    ("Der Messenger Quatschbude startet.", ["Quatschbude/App"]),
    ("Das Spiel „Salzmühle“ kostet nichts.", ["Salzmühle/App"]),
    ("Den Chip Möwe III baut niemand.", ["Möwe III/Chip"]),
    # laws, places
    ("Mit dem Cloud Fairness Act droht Streit.", ["Cloud Fairness Act/Regulation"]),
    ("Nun gilt das Taubenzuchtgesetz.", ["Taubenzuchtgesetz/Regulation"]),
    ("In Großröhrsfeld und Lindenhagen entstehen Lager.", ["Großröhrsfeld/Place", "Lindenhagen/Place"]),
    ("Ein Werk im obersteirischen Krummfladnitz ruht.", ["Krummfladnitz/Place"]),
    ("Sie eröffnet in Bad Zwischenhorn eine Filiale.", ["Bad Zwischenhorn/Place"]),
    # one name, one thing
    ("Velmora Chemical Works (VCW) wächst. VCW zahlt gut.", ["Velmora Chemical Works/Company"] * 3),
    ("Der Händler Prillwitz Moden verkauft. Prillwitz zahlt.", ["Prillwitz Moden/Company"] * 2),
)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_names_are_found_whole_and_typed(text: str, expected: list[str]) -> None:
    assert [t for t in told(text) if not t.endswith("+Prozessoren")] == expected


def test_no_case_was_lost() -> None:
    assert len(CASES) == 33


def test_an_unknown_name_takes_the_class_that_another_sentence_gives() -> None:
    assert told("Hagelfix wuchs. Die App Hagelfix hat Nutzer.") == ["Hagelfix/App"] * 2


def test_an_abbreviation_belongs_to_the_name_that_explains_it() -> None:
    assert {m.name for m in read("Fendt Chronos Automobiles (FCA) wächst. FCA zahlt.")} == {"Fendt Chronos Automobiles"}


def test_a_known_word_is_no_name_in_an_ordinary_sentence() -> None:
    assert told("Er blieb bis Mai, es war keine Zeit.") == []


ORDINARY = """
Die Zinsen steigen, und viele Haushalte verschieben den Kauf einer Wohnung.
Wegen der hohen Energiepreise drosselt die Chemieindustrie ihre Produktion.
Der Konzern will Arbeitsplätze abbauen und Standorte schließen.
Das Unternehmen hat Kurzarbeit angemeldet, weil Aufträge fehlen.
Wenn die Firma Wagniskapital einsammelt, kann sie Personal einstellen.
Der Hersteller muss Schadenersatz zahlen, entschied das Gericht.
Nach Angaben der Behörde sank die Zahl der Baugenehmigungen um zwölf Prozent.
Im Werk 3 wurde die Schicht verkürzt, auf Platz 7 der Rangliste rückt ein Neuling vor.
Am Montag öffneten die Geschäfte später als sonst.
Bei Redaktionsschluss lag keine Stellungnahme vor.
Mit Rückenwind aus dem Ausland wächst der Maschinenbau.
Der Aufsichtsrat stimmte dem Sparprogramm mit großer Mehrheit zu.
Das Start-up braucht Geld, sonst droht Insolvenz.
Die Regierung plant Steuersenkungen für Familien und Rentner.
Gegen Barzahlung gibt es Rabatt, für Stammkunden sogar Gutscheine.
Künstliche Intelligenz verändert die Arbeitswelt, sagen Fachleute.
Der Podcast erscheint wöchentlich, das Abo kostet fünf Euro im Monat.
Streaming verdrängt das lineare Fernsehen, Smartphones ersetzen Kameras.
Die „Wunderwaffe“ gegen Inflation blieb wirkungslos.
Von einer „Mogelpackung“ sprach der Verband, das Ministerium nannte den Vorwurf „Unsinn“.
Kapitel 7 des Gutachtens befasst sich mit Haftungsfragen, Anlage 2 mit Zahlen.
Unter Druck geraten vor allem Zulieferer, deren Kunden Bestellungen verschieben.
Wohnungsbau lohnt sich kaum noch, klagen Bauträger.
Stahl und Zement werden teurer, Kupfer dagegen billiger.
In Serie soll das Modell erst in drei Jahren gehen.
In Handarbeit entstehen dort Geigen und Celli.
Auf Nachfrage wollte eine Sprecherin keine Einzelheiten nennen.
Der Händler lieferte Ware aus, obwohl Zahlungen ausblieben.
Die Notenbank dürfte Geld verknappen, um Preise zu dämpfen.
Ende 2025 läuft der Vertrag aus, Anfang 2026 beginnt die Ausschreibung.
Rund 40 Bewerber haben Unterlagen eingereicht.
Landwirte protestierten mit Traktoren gegen Bürokratie.
Wasserstoff gilt als Hoffnungsträger der Stahlbranche.
Die Bank hat Kunden Gebühren erstattet.
Für Kinderbetreuung fehlt Personal, für Wohnraum fehlt Bauland.
Das Gericht verhängte Geldstrafen, weil die Betreiber Auflagen missachteten.
Der Chef lobte die Belegschaft: „Leistung zahlt sich aus.“
Der Anbieter stellt Nutzern Speicherplatz bereit.
Seit Jahresbeginn kletterte der Aktienkurs um ein Drittel.
Die Kanzlerin warb für Zuversicht, der Minister für Augenmaß.
Experten warnen vor Lieferengpässen bei Halbleitern und Medikamenten.
Aus Protest legten Beschäftigte die Arbeit nieder.
Die Plattform will Händlern Werbung verkaufen.
Das neue Gesetz verpflichtet Betreiber zu Sicherheitsprüfungen.
Der Verlag kündigte Redakteuren und Fotografen.
Ein Sprecher bestätigte Gespräche mit Investoren.
Klimaschutz kostet Geld, Untätigkeit kostet mehr.
Mit Ausnahme von Luxusgütern bleibt der Einzelhandel hinter den Erwartungen zurück.
Die Gewerkschaft fordert Lohnerhöhungen, Arbeitgeber lehnen Zugeständnisse ab.
Immer mehr Rentner nutzen Tablets, Apps und Messenger.
Der Fahrdienst bot Fahrern Prämien an, um Engpässe zu vermeiden.
Zur Debatte stehen Zölle, Quoten und Verbote.
Die Kammer begrüßte Erleichterungen beim Bürokratieabbau.
Nach Einschätzung von Marktbeobachtern bleibt Benzin teuer.
Im Aufsichtsrat sitzen Vertreter der Arbeitnehmer, im Vorstand Ingenieure und Juristen.
Der Vorstand erhielt Boni, die Aktionäre gingen leer aus.
Vergangenes Jahr verkaufte der Autobauer Elektroautos vor allem in Übersee.
Der Konzern Ende vergangenen Jahres: ein Sanierungsfall.
Sollte der Betreiber Sicherheitslücken verschweigen, drohen Bußgelder.
Weil das Unternehmen Rohstoffe hortete, stiegen die Lagerkosten.
Der Entwickler rechnet mit Verzögerungen, nennt jedoch keine Termine.
Kurz vor Börsenschluss drehte der Kurs ins Minus.
Für Anleger war das ein schwarzer Freitag, für Spekulanten ein Fest.
Phase 2 der Studie beginnt im Herbst, Stufe 3 folgt.
Das Ministerium will Verbrauchern Wahlfreiheit lassen.
Die Agentur vermittelt Pflegekräfte, Köche und Kellner.
Das Start-up entwickelt Software, Sensoren und Roboter für Krankenhäuser.
Laut Umfrage bevorzugen Jugendliche Kurzvideos.
Der Sender zeigte Wiederholungen, die Zeitung druckte Leserbriefe.
Mit Blick auf Ostern rechnen Hotels mit Gästen aus Übersee.
Strom aus Windkraft deckt inzwischen ein Drittel des Bedarfs.
Bei Regen fällt die Veranstaltung aus.
Der Gesetzgeber schreibt Mindestlöhne, Pausen und Urlaub vor.
Eine App warnt Autofahrer vor Staus und Radarfallen.
Der Netzbetreiber muss Landwirten Entschädigung zahlen.
Gespart wird bei Reisekosten, Werbung und Beratern.
Der neue Geschäftsführer kündigte Investitionen in Forschung an.
Das Institut senkte seine Konjunkturprognose, Ökonomen reagierten mit Skepsis.
Viele Betriebe suchen Lehrlinge, finden aber keine.
Der Versicherer erhöht Prämien und kündigt Verträge.
Ein Prozessor mit 64 Kernen treibt den Rechner an.
Der Anwalt des Klägers sprach von „Täuschung“ und „Betrug“.
Die Firma bietet Kunden Kaffee, Kuchen und Kredite.
Ob der Anbieter Daten weitergibt, prüft nun die Aufsicht.
Grund sind gestiegene Löhne, Mieten und Frachtraten.
Schuld daran seien Lieferketten, Wetter und Spekulanten, hieß es.
Sparer profitieren, Kreditnehmer leiden.
Bürgermeister und Landräte fordern Hilfe.
Der Marktführer setzt auf Nachhaltigkeit, der Herausforderer auf Tempo.
Selbst Luxushotels bieten inzwischen Frühstück zum Mitnehmen.
Als Mieter zahlt die Kette Nebenkosten, Heizung und Reinigung.
Die Reederei hat Containerschiffe bestellt und Lotsen ausgebildet.
Der Chiphersteller kann Siliziumscheiben liefern, sobald Reinräume fertig sind.
Tausende Pendler warteten auf Ersatzbusse, Taxis und Mietwagen.
Laut Bericht fehlten Rauchmelder, Notausgänge und Feuerlöscher.
""".strip().splitlines()


@pytest.mark.parametrize("text", ORDINARY, ids=[t[:40] for t in ORDINARY])
def test_ordinary_text_has_no_names(text: str) -> None:
    assert told(text) == []


def test_ordinary_text_was_read() -> None:
    assert len(ORDINARY) == 95


@pytest.mark.parametrize(
    "text", ["A" * 100_000, "Ab-" * 30_000 + "C", "„" * 5_000, "A/" * 30_000 + "B", "Alpha Beta " * 5_000]
)
def test_garbage_is_read_in_time(text: str) -> None:
    assert isinstance(read(text), list)
