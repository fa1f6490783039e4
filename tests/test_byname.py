"""Other names right behind a name: a text, and «bearer = other name» for each; «-» for none."""

import pytest

from newsgraph.article import Article
from newsgraph.claim import Literal
from newsgraph.reading import read_article

CASES = """
Der Kranbauer Hebora Systems, kurz HBS, wächst. | Hebora Systems = HBS
Die Firma Quantelis (bis 2022: Morbach Daten) wächst. | Quantelis = Morbach Daten
Die Firma Quantelis – früher Morbach Motion – wächst. | Quantelis = Morbach Motion
Die Firma Quantelis, besser bekannt als Morbax, wächst. | Quantelis = Morbax
Die Firma Quantelis alias Morbax wächst. | Quantelis = Morbax
Das EU-Ziegelgesetz (EU Brick Act) trifft die Firma Quantelis. | EU-Ziegelgesetz = EU Brick Act
Die Firma Quantelis, in der Branche nur QTS genannt, wächst. | Quantelis = QTS
Die Firma Quantelis, oft auch Morbax genannt, wächst. | Quantelis = Morbax
Die Zahlungsdiensteverordnung (PSR) trifft die Firma Quantelis. | Zahlungsdiensteverordnung = PSR
Die Firma Quantelis, in der Branche nur Zulieferer, wächst. | -
Die Firma Quantelis, einst Marktführer, wächst. | -
Die Firma Quantelis, heute Partner der Bahn, wächst. | -
Die Firma Quantelis, früher in Wien, wächst. | -
""".strip().splitlines()


def test_there_are_cases() -> None:
    assert len(CASES) == 13


@pytest.mark.parametrize("case", CASES)
def test_what_it_is_called(case: str) -> None:
    text, _, wanted = (part.strip() for part in case.partition("|"))
    reading = read_article(Article("t", text, "de"))
    labels = {thing.id: thing.label for thing in reading.things}
    names = (c for c in reading.claims if c.predicate == "skos:altLabel")
    found = {f"{labels[c.subject]} = {c.object.value}" for c in names if isinstance(c.object, Literal)}
    assert found == (set() if wanted == "-" else {wanted})
