"""Letters that stand for a name: explained in brackets or behind «kurz», or but used where one name of the text begins so."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

ONE = [
    ("Die Nordberg Optik AG (NBO) baut Sensoren. NBO sitzt in Aalen.", "Nordberg Optik AG", "NBO"),
    ("Die Nordberg Optik AG, kurz NBO, baut Sensoren. NBO sitzt in Aalen.", "Nordberg Optik AG", "NBO"),
    ("Die Firma Volta Umbau, in der Szene nur VU genannt, wächst. VU sitzt in Aalen.", "Volta Umbau", "VU"),
    ("Die Lausitzer Zellwerke AG, kurz LZW, baut Batterien. LZW sitzt in Guben.", "Lausitzer Zellwerke AG", "LZW"),
    ("Die Nordberg Optik AG baut Sensoren. Seit Mai sitzt NBO in Aalen.", "Nordberg Optik AG", "NBO"),
]
APART = [
    ("Die Nordberg Optik AG baut Sensoren. Der Rivale KVO sitzt in Aalen.", "KVO"),
    ("Die Nordberg Optik AG und die Firma Novabau Oskorn wachsen. NBO sitzt in Aalen.", "NBO"),
]


def names(text: str) -> set[str]:
    return {t.label for t in read_article(parse(text.encode(), "x.txt")).things if t.kind == "Company"}


@pytest.mark.parametrize(("text", "name", "letters"), ONE)
def test_letters_are_the_name(text: str, name: str, letters: str) -> None:
    assert name in names(text)
    assert letters not in names(text)


@pytest.mark.parametrize(("text", "letters"), APART)
def test_other_letters_are_another_firm(text: str, letters: str) -> None:
    assert letters in names(text)
