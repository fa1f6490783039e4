"""Common nouns as names: behind an accusative nothing else can stand; the object of a verb is no company."""

import pytest

from newsgraph import names
from newsgraph.article import parse
from newsgraph.language import load
from newsgraph.mention import mentions
from newsgraph.sentence import sentences

CASES = (
    ("Der Anbieter hat den Chatbot Eule entwickelt.", ["Eule"]),
    ("Kern ist der strahlungsfeste Prozessor Basalt.", ["Basalt"]),
    ("Bekannter ist die App Hausdach, mit der Mieter rechnen.", ["Hausdach"]),
    ("Damals nahm die Firma Kredit auf.", []),
    ("Das hat den Konzern Zeit gekostet.", []),
    ("Damit kann die Software Text erkennen.", []),
    ("Dann hat das Unternehmen Insolvenz angemeldet.", []),
)


@pytest.mark.parametrize(("text", "named"), CASES)
def test_a_noun_is_a_name_only_where_it_can_be_no_object(text: str, named: list[str]) -> None:
    article, language = parse(text.encode(), "a.txt"), load("de")
    found = mentions(list(sentences(article, language)), language, names.load())
    assert [m.name for inside in found for m in inside] == named


def test_all_were_asked() -> None:
    assert len(CASES) == 7
