"""Common nouns in names: behind a known name, between listed ones, before «Fund»; two things where German can mean two."""

import pytest

from newsgraph import language, names
from newsgraph.article import parse
from newsgraph.mention import mentions
from newsgraph.sentence import sentences

GERMAN, NAMES = language.load("de"), names.load()
JOINED = (
    ("Samsung Speicher baut eine Fabrik.", "Samsung Speicher"),
    ("Norwegen Lachs wurde 2012 gegründet.", "Norwegen Lachs"),
    ("Der Bosch-Zulieferer Polen Kabel stellt ein Werk vor.", "Polen Kabel"),
    ("Zu den Rivalen zählen Firmen wie Tirol Glas und Sony Kabel.", "Tirol Glas"),
    ("Zu den Rivalen zählen Firmen wie Tirol Glas und Sony Kabel.", "Sony Kabel"),
    ("Er droht den Anschluss an Konkurrenten wie Sony Kabel zu verlieren.", "Sony Kabel"),
    ("Höhere Kosten drücken Norwegen Lachs zufolge auf den Gewinn.", "Norwegen Lachs"),
    ("Zu ihnen gehören Sony, Weltrad und Samsung, sagt er.", "Weltrad"),
    ("Das Geld kam vom Horizont Fund der Bank.", "Horizont Fund"),
    ("In Graz, wo Mond B Foods das Produkt Velmora fertigt, ist das so.", "Mond B Foods"),
    ("Die Zuger Kantonalbank (ZKB) kauft zu. Die ZKB zahlt.", "Zuger Kantonalbank"),
    ("Möwenglanz heißt die Firma, die sie führt.", "Möwenglanz"),
    ("Die Beteiligungstochter der OBank zahlt.", "OBank"),
    ("Das meiste kam von Clara Natura, der Beteiligungsfirma.", "Clara Natura"),
    ("Das kommt neuerdings aus Quassenhausen im Unterland.", "Quassenhausen"),
    ("Gegen die Mitbewerber Velmora und Fischer wird nicht ermittelt.", "Fischer"),
    ("Das sagte er am Montag dem STANDARD.", "Der Standard"),
    ("Samsung Speicher wächst. Die Sparte kauft von Samsung Speicher.", "Samsung Speicher"),
)
APART = (
    ("Samsung baut Speicher.", "Samsung"),
    ("Im Mai lieferte der Konzern Samsung Kabel.", "Samsung"),
    ("Früher hat Samsung Speicher gekauft.", "Samsung"),
    ("Samsung Aktie bricht ein.", "Samsung"),
    ("In Norwegen Lachs kaufen ist teuer.", "Norwegen"),
    ("Norwegens Lachs wurde teurer.", "Norwegen"),
    ("Er kauft von Sony, Strom und Samsung.", "Sony"),
    ("Deutschland Urlaub wird teurer.", "Deutschland"),
)


def found(text: str) -> list[str]:
    """The names in the text's last sentence."""
    return [m.name for m in mentions(list(sentences(parse(text.encode(), "x.txt"), GERMAN)), GERMAN, NAMES)[-1]]


@pytest.mark.parametrize(("text", "name"), JOINED + APART)
def test_name_ends_where_it_must(text: str, name: str) -> None:
    assert name in found(text)


def test_cases_are_all_there() -> None:
    assert (len(JOINED), len(APART)) == (18, 8)
