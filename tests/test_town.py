"""Small towns: read as places where the words around them speak of one, and not where a firm or a family bears the name."""

import pytest

from newsgraph import language, names
from newsgraph.article import parse
from newsgraph.mention import mentions
from newsgraph.sentence import sentences

GERMAN, NAMES = language.load("de"), names.load()
CASES = (
    ("Die Firma in Leer baut aus.", "Leer", "Place"),
    ("Der Hersteller aus Waldenbuch wächst.", "Waldenbuch", "Place"),
    ("Sie sitzt im schwäbischen Weinsberg.", "Weinsberg", "Place"),
    ("Es gibt Läden in Graz, Leoben und Falkenstein.", "Falkenstein", "Place"),
    ("Kundin ist die Agrargenossenschaft Waldenbucher Kies.", "Waldenbucher Kies", "Company"),
    ("Sie wohnt bei Oberkochen.", "Oberkochen", "Place"),
    ("Aus der Firma Quantelis wird Morbach.", "Morbach", ""),
    ("Der Konzern Falkenstein wächst. Falkenstein kauft zu.", "Falkenstein", "Company"),
    ("Chefin Eva Rosenfeld geht. Das sagte Rosenfeld am Montag.", "Eva Rosenfeld", "Person"),
    ("Der Konzern Falkenstein wächst. Die Falkenstein-Tochter liefert.", "Falkenstein", "Company"),
)


@pytest.mark.parametrize(("text", "name", "kind"), CASES)
def test_town_or_not(text: str, name: str, kind: str) -> None:
    found = mentions(list(sentences(parse(text.encode(), "x.txt"), GERMAN)), GERMAN, NAMES)[-1]
    assert (name, kind) in [(m.name, m.kind) for m in found]


@pytest.mark.parametrize("word", ("Konzern", "Schwerter", "Leerer"))
def test_no_word_became_a_townsman(word: str) -> None:
    assert word not in GERMAN.demonyms and word.removesuffix("n") not in GERMAN.demonyms


def test_towns_are_read() -> None:
    assert sum(p.small for p in GERMAN.places.values()) > 4_000
    assert len(CASES) == 10
