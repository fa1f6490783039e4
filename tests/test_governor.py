"""What tells what a sum is, the word that tells most first."""

import pytest

from newsgraph import language as languages
from newsgraph import names
from newsgraph.article import parse as article
from newsgraph.governor import governors
from newsgraph.mention import mentions
from newsgraph.parse import Parse, parse
from newsgraph.sentence import sentences

DE = languages.load("de")
CASES = [
    ("Die Firma zahlte 3 Millionen Euro Strafe.", "Strafe"),
    ("Die Firma bekommt 3 Millionen Euro an Fördermitteln.", "Fördermitteln"),
    ("Der 3 Millionen Euro teure Neubau steht leer.", "Neubau"),
    ("Die 3-Millionen-Euro-Investition lohnt sich.", "3-Millionen-Euro-Investition"),
    ("Eine Investition in Höhe von 3 Millionen Euro ist geplant.", "Investition"),
    ("Im Vorjahr hatte sie Schulden von rund 3 Millionen Euro.", "Schulden"),
    ("Kostenpunkt: 3 Millionen Euro.", "Kostenpunkt"),
    ("Das Studio, Kostenpunkt 3 Millionen Euro, öffnet bald.", "Kostenpunkt"),
    ("Die Kosten belaufen sich auf 3 Millionen Euro.", "Kosten"),
    ("Die Firma hat Maschinen im Wert von 3 Millionen Euro gehortet.", "Maschinen"),
    ("Die Firma steckt 3 Millionen Euro in ein Werk.", "steckt"),
    ("Die Firma hat viel investiert, genauer: 3 Millionen Euro.", "investiert"),
]


def read(text: str) -> Parse:
    text_ = list(sentences(article(text.encode(), "example.txt"), DE))
    return parse(text_[0], mentions(text_, DE, names.load())[0], DE)


@pytest.mark.parametrize(("text", "word"), CASES, ids=[t[:40] for t, _ in CASES])
def test_first_governor(text: str, word: str) -> None:
    p = read(text)
    q = next(q for q in p.quantities if q.is_money)
    clause = next(c for c in p.clauses if q.first in c.tokens)
    assert p.tokens[next(governors(p, clause, q, DE)).at].text == word


def test_cases_are_many() -> None:
    assert len(CASES) == 12
