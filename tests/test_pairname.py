"""Names of two words of the dictionary, and letters for them."""

import pytest

from newsgraph import language, names
from newsgraph.article import parse
from newsgraph.mention import mentions
from newsgraph.sentence import sentences

GERMAN, NAMES = language.load("de"), names.load()

PAIRS = (
    ("Das sagt der Vorstand von Amsel Energie, einem Hersteller aus Husum.", "Amsel Energie"),
    ("Der Akku kommt aus dem Hause Kanne Umbau.", "Kanne Umbau"),
    ("Für den insolventen Zulieferer Rüster Guss gibt es Hoffnung.", "Rüster Guss"),
    ("Amsel Pumpen baut ein Werk.", "Amsel Pumpen"),
    ("Der Kunde zahlt an Glocke Druck viel Geld.", "Glocke Druck"),
    ("Eingestiegen ist die Nordwestdeutsche Kapitalpartner AG.", "Nordwestdeutsche Kapitalpartner AG"),
)
NO_PAIRS = (
    "Im Bereich Energie wächst der Konzern, in Sachen Logistik nicht.",
    "Die Firma bietet Kunden Energie und Händlern Kapital.",
    "Im Winter kaufen Händler Energie zu.",
    "Für Kunden Verpackungen zu entwerfen, ist schwer.",
)
SINGLE = (
    ("Siemens verhandelt über den Kauf von Harfe.", "Harfe"),
    ("Bei Harfe, einer Bank aus Husum, herrscht Freude.", "Harfe"),
    ("Dann muss die Kieler Firma Laterne den Schaden zahlen.", "Laterne"),
    ("Die Maschinen kommen von Laterne in Uzwil.", "Laterne"),
    ("Harfe heißt die neue App von Bosch.", "Harfe"),
    ("Gestern kam Hello Fresh dazu.", "HelloFresh"),
)
NO_SINGLE = (
    "Der Verkauf von Software und der Kauf von Land kosten Geld.",
    "Er ist Chef von Beruf, und Betreiber von Rolltreppen gibt es viele.",
    "Damit nimmt die Firma Stellung, und der Konzern schlägt Alarm.",
    "Die Hersteller von Zement klagen, der Anteil an Strom wächst.",
)
LETTERS = (
    ("Kelle Umbau, in der Szene nur KU genannt, rüstet um. KU hat Geld.", "KU", "Kelle Umbau"),
    ("Das plant die Lausitzer Zellguss AG, kurz LZG. Nun sucht LZG Geld.", "LZG", "Lausitzer Zellguss AG"),
    ("Dahinter steht Velmora Tarvos Capital. Für VTC ist es neu.", "VTC", "Velmora Tarvos Capital"),
)


def found(text: str) -> list[str]:
    read = list(sentences(parse(text.encode(), "x.txt"), GERMAN))
    return [m.name for inside in mentions(read, GERMAN, NAMES) for m in inside if m.kind != "Place"]


@pytest.mark.parametrize(("text", "name"), PAIRS)
def test_two_nouns_are_one_name(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(("text", "name"), SINGLE)
def test_a_noun_is_a_name_where_german_would_give_it_an_article(text: str, name: str) -> None:
    assert name in found(text)


@pytest.mark.parametrize("text", (*NO_PAIRS, *NO_SINGLE))
def test_a_field_and_what_a_verb_takes_are_no_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "letters", "name"), LETTERS)
def test_letters_stand_for_the_name(text: str, letters: str, name: str) -> None:
    assert set(found(text)) == {name}
    assert letters in text


def test_every_case_was_read() -> None:
    assert (len(PAIRS), len(NO_PAIRS), len(SINGLE), len(NO_SINGLE), len(LETTERS)) == (6, 4, 6, 4, 3)
