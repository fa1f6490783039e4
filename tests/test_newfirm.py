"""Names of firms that are German nouns, and the class that a name gets from what bears it."""

import pytest

from newsgraph import language, names
from newsgraph.article import parse
from newsgraph.mention import mentions
from newsgraph.sentence import sentences

GERMAN = language.load("de")

FIRMS = (
    ("Die Ware kommt von Nebelpflug aus Hagen.", "Nebelpflug"),
    ("Den Motor baut Steinmarder aus Hagen.", "Steinmarder"),
    ("Die Hagener Silberguss wächst.", "Silberguss"),
    ("Geliefert wird von der deutschen Silberguss.", "Silberguss"),
    ("Den Strom soll der Versorger Ostwind liefern.", "Ostwind"),
    ("Sie beliefern den Klinikverbund Zollstock.", "Zollstock"),
    ("Zur Gruppe gehört die Waffelfabrik Abendrot.", "Abendrot"),
    ("Er arbeitet für die Händler Quantelis und Silberguss.", "Silberguss"),
    ("Die Reusstal Holding zahlt.", "Reusstal Holding"),
    ("Die Firma Hebewerk Uzwil wächst.", "Hebewerk Uzwil"),
    ("Auch Nebelpflug wächst. Heute will Nebelpflug den Markt erobern.", "Nebelpflug"),
)
NOUNS = (
    ("Die Firma verkauft Schrauben aus Hagen.", "Schrauben"),
    ("Er traf sich mit Vertretern aus Hagen.", "Vertretern"),
    ("Er handelt mit Bergkäse aus Hagen.", "Bergkäse"),
    ("Damit gewinnt die Kette Marktanteile.", "Marktanteile"),
    ("In Graz fertigt der Zulieferer Brimatec Sensoren.", "Brimatec Sensoren"),
    ("Er jagt dem Händler Brimatec Kunden ab.", "Brimatec Kunden"),
    ("Er wartet in einer Halle in Graz.", "Halle"),
)
CLASSES = (
    ("Ein Chatbot namens Zahlio hilft.", "Zahlio", "App"),
    ("Ein Chip hört auf den Namen Zahlio.", "Zahlio", "Chip"),
    ("Das Spiel heißt Klangio.", "Klangio", "App"),
    ("Klangio ist eine App für Musik.", "Klangio", "App"),
    ("Ich mag Zahlio einfach. Der Messenger ist neu.", "Zahlio", "App"),
    ("Es gibt die Apps Zahlio und Klangio. Klangio gehört zu Morbach.", "Klangio", "App"),
    ("Die Firma wird in Klangio umbenannt.", "Klangio", "Company"),
    ("Das Modell Klangio 3 rechnet. Das Sprachmodell ist eine KI-Software.", "Klangio 3", "App"),
    ("Das Modell Klangio 3 fährt. Das Auto ist ein Stromer.", "Klangio 3", "Product"),
    ("Der Sohn des Moguls Rupert Kessling klagt.", "Rupert Kessling", "Person"),
    ("Die Väter Sven Kessling und Jan Osterloh klagen.", "Jan Osterloh", "Person"),
    ("Die EPA rügt Volkswagen.", "EPA", "PublicBody"),
    ("Die Firma sitzt in New York.", "New York", "Place"),
    ("Das New Yorker Start-up Zahlio wächst.", "New York", "Place"),
    ("Johnson Controls wächst.", "Johnson Controls", "Company"),
)


def read(text: str) -> dict[str, str]:
    """The class of each name in a text."""
    found = list(sentences(parse(text.encode(), "x.txt"), GERMAN))
    return {m.name: m.kind for inside in mentions(found, GERMAN, names.load()) for m in inside}


@pytest.mark.parametrize(("text", "name"), FIRMS)
def test_a_noun_is_a_firm_where_only_a_name_can_stand(text: str, name: str) -> None:
    assert name in read(text)


@pytest.mark.parametrize(("text", "noun"), NOUNS)
def test_a_noun_is_a_noun_elsewhere(text: str, noun: str) -> None:
    assert noun not in read(text)


@pytest.mark.parametrize(("text", "name", "kind"), CLASSES)
def test_what_bears_a_name_gives_it_a_class(text: str, name: str, kind: str) -> None:
    assert read(text).get(name) == kind


def test_there_are_enough_of_each() -> None:
    assert (len(FIRMS), len(NOUNS), len(CLASSES)) >= (11, 7, 13)
