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
LETTERS = (
    ("Kelle Umbau, in der Szene nur KU genannt, rüstet um. KU hat Geld.", "KU", "Kelle Umbau"),
    ("Das plant die Lausitzer Zellguss AG, kurz LZG. Nun sucht LZG Geld.", "LZG", "Zellguss AG"),
    ("Dahinter steht Velmora Tarvos Capital. Für VTC ist es neu.", "VTC", "Velmora Tarvos Capital"),
)


def found(text: str) -> list[str]:
    read = list(sentences(parse(text.encode(), "x.txt"), GERMAN))
    return [m.name for inside in mentions(read, GERMAN, NAMES) for m in inside if m.kind != "Place"]


@pytest.mark.parametrize(("text", "name"), PAIRS)
def test_two_nouns_are_one_name(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize("text", NO_PAIRS)
def test_a_field_and_what_a_verb_takes_are_no_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "letters", "name"), LETTERS)
def test_letters_stand_for_the_name(text: str, letters: str, name: str) -> None:
    assert set(found(text)) == {name}
    assert letters in text


def test_every_case_was_read() -> None:
    assert (len(PAIRS), len(NO_PAIRS), len(LETTERS)) == (6, 4, 3)
