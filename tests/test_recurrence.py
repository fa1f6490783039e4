"""Ordinary nouns that an article uses as names: found where they come back without an article, left alone where they have one."""

import pytest

from newsgraph import language
from newsgraph.article import parse
from newsgraph.recurrence import recurrent
from newsgraph.sentence import sentences

GERMAN = language.load("de")

FOUND = (
    ("Meta übernimmt Schuhlöffel. Man weiß, dass Schuhlöffel wächst.", {"Schuhlöffel"}),
    ("Bei Gießkanne herrscht Freude. Im Mai will Gießkanne liefern.", {"Gießkanne"}),
    ("Den Chip baut Laterne. Dass Laterne wächst, freut alle.", {"Laterne"}),
    ("Laterne mit Sitz in Kiel wächst. Sie gründete die Laterne Pay GmbH.", {"Laterne"}),
    ("Die Kieler Laterne wächst. Gegen Laterne wird ermittelt.", {"Laterne"}),
    ("Die Technik kommt von Flink. Dass Flink wächst, freut alle.", {"Flink"}),
)
NONE = (
    "Die Laterne leuchtet. Bei Laterne und Kerze sitzen sie.",
    "Das Streikende ist für Mittwoch angesetzt. Gegen Mittwoch soll es enden.",
    "Die Firma braucht Kapital. Dass Kapital fehlt, weiß sie.",
    "Von Händlern hört man wenig. Dass Händler klagen, ist neu.",
    "Für Ältere gibt es Kurse. Bei Ältere klagt niemand.",
)


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_a_noun_that_comes_back_bare_is_a_name(text: str, names: set[str]) -> None:
    assert recurrent(list(sentences(parse(text.encode(), "x.txt"), GERMAN)), GERMAN) == names


@pytest.mark.parametrize("text", NONE)
def test_a_noun_with_an_article_and_a_mass_are_none(text: str) -> None:
    assert recurrent(list(sentences(parse(text.encode(), "x.txt"), GERMAN)), GERMAN) == frozenset()


def test_every_case_was_read() -> None:
    assert (len(FOUND), len(NONE)) == (6, 5)
