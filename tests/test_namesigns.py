"""Which names are found, and what they are: by what stands beside them, and by how they are spelled."""

import pytest

from newsgraph import names
from newsgraph.article import parse
from newsgraph.language import load
from newsgraph.mention import mentions
from newsgraph.sentence import sentences

GERMAN, NAMES = load("de"), names.load()

FOUND = (
    # two words that are no person's
    ("Die Konzerntochter Albert Optik schließt ihr Lager.", "Albert Optik", "Company"),
    ("Die Tochter DB Lantax hatte ihre Daten verloren.", "DB Lantax", "Company"),
    ("Im Frühjahr wurde dafür die Schweizer VK Optics beauftragt.", "VK Optics", "Company"),
    ("Seine Tochter Anna Lindner führt heute das Unternehmen.", "Anna Lindner", "Person"),
    ("Gegründet hat die Firma der Schweizer Beat Zimmerli.", "Beat Zimmerli", "Person"),
    ("Vorgestellt hat das Gerät Anna Lindner.", "Anna Lindner", "Person"),
    # what closes a name
    ("Die Anker Versicherung beteiligt sich mit 5 Millionen Euro.", "Anker Versicherung", "Company"),
    ("Der Sommer Verlag druckt die Hefte selbst.", "Sommer Verlag", "Company"),
    ("Sie kauft Anteile an der Zimmerwelt Portale GmbH.", "Zimmerwelt Portale GmbH", "Company"),
    ("Den Rest hält die Konto24 AG aus Winterthur.", "Konto24 AG", "Company"),
    ("Das Geld kommt von der Salzgitter AG.", "Salzgitter", "Company"),
    ("Die Lantax Luftrettung zählt dazu.", "Lantax Luftrettung", ""),
    ("Den Zuschlag erhielt Norwerk Transport, ein Ableger der Bahn.", "Norwerk Transport", ""),
    # places in names
    ("Im Geldgeberkreis ist die Berner Kantonalbank.", "Berner Kantonalbank", "Company"),
    ("Ein Treffen mit Jiangsu Velmora stand nie im Kalender.", "Jiangsu Velmora", "Company"),
    ("Es geht um den Zusammenschluss von Edelstahl Witten und Lantax.", "Edelstahl Witten", "Company"),
    ("Das Werk in West Lafayette kostet viel.", "West Lafayette", "Place"),
    # spelling
    ("Das Start-up finanz24 aus Köln sammelt 3 Millionen ein.", "finanz24", "Company"),
    ("Der Lieferdienst essora stellt den Betrieb ein.", "essora", "Company"),
    ("Die Firma betreibt die Seite Zimmerfest.de und beschäftigt 40 Leute.", "Zimmerfest.de", ""),
    ("Die Grafikkarte RX 9070 ist knapp.", "RX 9070", "Chip"),
    # ordinary words
    ("Der Zahlungsdienst Sofort gehört zu Klarna.", "Sofort", "App"),
    ("Die Behörde verwarnt den Mobilfunkanbieter Regen.", "Regen", "Company"),
    ("Das Start-up hat einen Editor namens Bogen entwickelt.", "Bogen", "App"),
    ("Die Firma bringt mit Nautilus ihr erstes Sprachmodell heraus.", "Nautilus", "App"),
    ("Gegründet wurde Morgenluft 2019 in Lübeck.", "Morgenluft", "Company"),
    ("Wie Lichtblick mitteilte, sinkt der Umsatz.", "Lichtblick", ""),
    ("Die Runde wurde von Ankerplatz angeführt.", "Ankerplatz", "Company"),
    ("Nicht verkauft wird Blattbein, eine auf Druck spezialisierte Tochter.", "Blattbein", "Company"),
    ("Der Spieleanbieter Brellmann bietet mit.", "Brellmann", "Company"),
    # boundaries
    ("Das gebe Sicherheit, so Anna Lindner, CEO Central Europe bei Lantax.", "Central Europe", "Place"),
    ("Den Vorsitz übernahm Max Lindner von der GLB Bau.", "Max Lindner", "Person"),
    ("Die Auflage gilt für Beijing Velmora Intelligence.", "Beijing Velmora Intelligence", "Company"),
    ("Mitgezogen haben Velmora Partners oder All Velgart Ventures.", "All Velgart Ventures", "Company"),
    ("Geld fließt in die Wiener Kryptoplattform Velmora.", "Velmora", "Company"),
    # what a list knows
    ("Nach Informationen des „Handelsblatts“ herrscht Ruhe.", "Handelsblatt", "NewsOrganization"),
    ("Beteiligt ist die Vodafone GmbH.", "Vodafone", "Company"),
    ("Beteiligt ist die Vodafone Group.", "Vodafone", "Company"),
    ("Das meldete er per Twitter.", "X", "App"),
    ("Sie wurde von Roche Velmora Quantelis übernommen.", "Roche Velmora Quantelis", "Company"),
    ("Der neue BMW X1 wird verkauft.", "BMW X1", "Product"),
    ("Eine Strafe soll die Hannoversche Volksbank zahlen.", "Hannoversche Volksbank", "Company"),
    # class nouns
    ("Der Krypto-Steuerberater Lantax sammelt Geld ein.", "Lantax", "Company"),
    ("Das erklärte der Risikokapitalgeber Max Lindner.", "Max Lindner", "Person"),
    ("Schauspielstar Velma Lindner stieg bei der Firma ein.", "Velma Lindner", "Person"),
    ("Das Pharmaunternehmen Dr. Lindner kauft zu.", "Dr. Lindner", "Company"),
    ("Vorn liegen Hitbox und Mobile Velgart.", "Mobile Velgart", ""),
    ("Die Töchter Capital Invest und Velmora gehen darin auf.", "Capital Invest", "Company"),
    ("Die Übernahme des Lieferdienstes Gorillas ist geglückt.", "Gorillas", "Company"),
    ("Am Joint Venture Cash Velmora AG hält sie Anteile.", "Cash Velmora AG", "Company"),
    ("Zoff gab es bei Velgart + Brellmann.", "Velgart + Brellmann", "Company"),
    ("Geld kommt von der chinesischen Fujian Velmora Chip Investment.", "Fujian Velmora Chip Investment", "Company"),
    ("Sie geht an die staatliche chinesische National Chip Corporation.", "National Chip Corporation", "Company"),
    ("LUFTHANSA: Der Konzern wächst.", "Lufthansa", "Company"),
    ("Der Modehändler Velmora e.K. schließt.", "Velmora e.K.", "Company"),
    ("Die dänische Datenschutzbehörde (DDB) hat die Firma verwarnt.", "DDB", "PublicBody"),
)
NONE = (
    ("Auf dem Markt, der Lantax Technik abverlangt, fehlt Geld.", "Lantax Technik"),
    ("Im Sommer Verlag und Druckerei zu trennen, war ein Fehler.", "Sommer Verlag"),
    ("Von Standort Leipzig war keine Rede.", "Standort Leipzig"),
    ("Im Werk wird Wandfarbe hergestellt.", "Wandfarbe"),
    ("Dazu zählt auch Kundennähe.", "Kundennähe"),
    ("Der Investor ist seit 2020 an Bord. Im Mai ging er von Bord.", "Bord"),
    ("Gewonnen werden Nickel und Kobalt.", "Kobalt"),
    ("Ein Call-Center nahe Kassel zieht um.", "Call"),
    ("Die Werkhalle 7 wird erweitert.", "Werkhalle 7"),
    ("Er stellt mit Stolz ein neues Modell vor.", "Stolz"),
    ("Modekette kauft den Rivalen.", "Modekette"),
    ("Kurzarbeit gibt es nicht.", "Kurzarbeit"),
    ("Es geht um die Verhinderung von Geldwäsche.", "Geldwäsche"),
    ("Dort produziert der Pharmakonzern Biopharmazeutika für den Weltmarkt.", "Biopharmazeutika"),
    ("Die Firma, die mehrheitlich in Staatsbesitz steht, wächst.", "Staatsbesitz"),
    ("Streit gibt es um die Meldepflicht.", "Meldepflicht"),
    ("Danach musste der Ulmer Konzern Teile seines Geschäfts verkaufen.", "Teile"),
    ("Ein Urteil gibt es dort, wo die Firma via App Fahrten vermittelt.", "Fahrten"),
    ("Der Anbieter Künstlicher Intelligenz wächst.", "Künstlicher Intelligenz"),
    ("Unter den Essens-Lieferdiensten tobt ein Kampf.", "Essens"),
    ("Beliebt ist die Vermittlungs-App.", "Vermittlungs"),
    ("Sie kauft die zweitgrößte Privatbank Deutschlands.", "Privatbank Deutschland"),
    ("Das meldete Kurzzeit-Eigentümer Max Lindner.", "Kurzzeit"),
    ("Aus Insiderkreisen heißt es, dass sie geht.", "Insiderkreisen"),
    ("Bei Anmeldeversuchen in Konten fiel es auf.", "Anmeldeversuchen"),
    ("Der Gründerfonds II hat 20 Millionen Euro.", "II"),
    ("Der Essen-Lieferdienst Lantax wächst.", "Essen"),
    ("Max Lindner verlässt Ende des Jahres die Firma.", "Ende"),
    ("Die Allgemeinen Geschäftsbedingungen (AGB) gelten weiter.", "AGB"),
    ("Sie trat in der Höhle der Löwen auf.", "Leuven"),
    ("Der Zahlungsdienst sofort abgeschaltet, das war die Folge.", "sofort"),
)


def found(text: str) -> dict[str, str]:
    every = mentions(list(sentences(parse(text.encode(), "a.txt"), GERMAN)), GERMAN, NAMES)
    return {m.name: m.kind for inside in every for m in inside if not m.adjective}


@pytest.mark.parametrize(("text", "name", "kind"), FOUND)
def test_a_name_is_found_with_its_class(text: str, name: str, kind: str) -> None:
    assert found(text).get(name) == kind


@pytest.mark.parametrize(("text", "word"), NONE)
def test_an_ordinary_word_is_no_name(text: str, word: str) -> None:
    assert word not in found(text)


SHORT = (
    ("Der Händler Bäcker & Stölz Ges.m.b.H. liefert Möbel. Bäcker & Stölz wächst.", "Bäcker & Stölz Ges.m.b.H"),
    ("Die Nordwerk Technik AG kauft zu. Nordwerk Technik wächst.", "Nordwerk Technik AG"),
    ("Voltaro Ventures steigt ein, die Führung hat Voltaro.", "Voltaro Ventures"),
    ("Sie gehört zur Match Group. Für 45 Millionen Dollar erwirbt Match ein Werk.", "Match Group"),
)
PEOPLE = (
    ("Anna Brellmann leitet die Bank. Den Kampf wird Brellmann ohne ihn führen müssen.", "Anna Brellmann"),
    ("Max Velgart geht in Pension. Wer Velgart-Nachfolger wird, ist offen.", "Max Velgart"),
)


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_a_surname_is_its_bearers(text: str, name: str) -> None:
    assert found(text) == {name: "Person"}


@pytest.mark.parametrize(("text", "name"), SHORT)
def test_a_name_and_its_short_form_are_one(text: str, name: str) -> None:
    assert [n for n, kind in found(text).items() if kind == "Company"] == [name]


def test_all_were_asked() -> None:
    assert (len(FOUND), len(NONE), len(SHORT), len(PEOPLE)) == (56, 31, 4, 2)
