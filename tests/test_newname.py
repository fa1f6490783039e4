"""New names: where they begin, how far they go, which class the words around give them."""

import pytest

from newsgraph import language, nameclass, names, nameword, newname
from newsgraph.article import parse
from newsgraph.sentence import Token, sentences

GERMAN, NAMES = language.load("de"), names.load()


def tokens(text: str) -> tuple[Token, ...]:
    return next(iter(sentences(parse(text.encode(), "x.txt"), GERMAN))).tokens


def run(text: str, word: str) -> str:
    """The name that begins at a word, or ""."""
    found = tokens(text)
    first = [t.text for t in found].index(word)
    last = newname.run(found, first, GERMAN, NAMES, frozenset())
    return "" if last is None else " ".join(t.text for t in found[first : last + 1])


RUNS = (
    ("Das sagte der Hersteller Velmora gestern.", "Velmora"),
    ("Der Zulieferer Velmora Optik GmbH wächst.", "Velmora Optik GmbH"),
    ("Die Kette Koops & Töchter wächst.", "Koops & Töchter"),
    ("Der Fonds Domschatz Invest zahlt.", "Domschatz Invest"),
    ("Sie sprach mit Ursula von der Alm darüber.", "Ursula von der Alm"),
    ("Vorstandschef Kim Seo-jun geht.", "Kim Seo-jun"),
    ("Er nutzt das Programm Möwe III täglich.", "Möwe III"),
    ("Er nutzt den Messenger Velmora X täglich.", "Velmora X"),
    ("Das sagte Jonas M. aus Graz.", "Jonas"),
    ("Sie wohnt in Rohrdorf am Inn seit Jahren.", "Rohrdorf am Inn"),
)
NONE = (
    ("Der Konzern will Arbeitsplätze abbauen.", "Arbeitsplätze"),
    ("Wenn die Firma Wagniskapital einsammelt, wächst sie.", "Wagniskapital"),
    ("Das Abo kostet fünf Euro.", "Abo"),
    ("Im Kapitel 7 steht alles.", "Kapitel"),
    ("Die KI-Offensive beginnt.", "KI-Offensive"),
    ("Bei Redaktionsschluss lag nichts vor.", "Redaktionsschluss"),
)


@pytest.mark.parametrize(("text", "name"), RUNS)
def test_a_name_is_found_to_its_end(text: str, name: str) -> None:
    assert run(text, name.split()[0]) == name


@pytest.mark.parametrize(("text", "word"), NONE)
def test_an_ordinary_noun_begins_no_name(text: str, word: str) -> None:
    assert run(text, word) == ""


def test_every_case_was_read() -> None:
    assert (len(RUNS), len(NONE)) == (10, 6)


CLASSES = (
    ("Der Autobauer Velmora wächst.", "Velmora", "Company"),
    ("Die Velmora GmbH wächst.", "Velmora", "Company"),
    ("Der Investor Anna Velm klagt.", "Anna", "Person"),
    ("Velmora, eine App für Reiter, wächst.", "Velmora", "App"),
    ("Velmora, Chefin der Kette, geht.", "Velmora", "Person"),
    ("Sie nutzt ein Notebook vom Typ Velmora.", "Velmora", "Product"),
    ("Gestern kam Velmora zurück.", "Velmora", ""),
)


@pytest.mark.parametrize(("text", "word", "kind"), CLASSES)
def test_the_words_around_give_the_class(text: str, word: str, kind: str) -> None:
    found = tokens(text)
    first = [t.text for t in found].index(word)
    last = newname.run(found, first, GERMAN, NAMES, frozenset())
    assert nameclass.class_at(found, first, first if last is None else last, GERMAN) == kind


def test_a_noun_at_the_end_makes_a_compound() -> None:
    assert [nameword.has_noun_tail(w, GERMAN) for w in ("Cloudsparte", "Velmora")] == [True, False]


def test_a_listed_name_ends_a_new_one() -> None:
    found = tokens("Der Hersteller Velmora Siemens gegenüber.")
    assert newname.run(found, 2, GERMAN, NAMES, frozenset()) == 2
