"""That two are rivals may be denied; that one cannot keep up with the other denies nothing of it."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

CASES = [
    ("Die Firma Quantelis konkurriert nicht mit der Lendus AG.", True),
    ("Mit der Lendus AG konkurriert die Firma Quantelis kaum.", True),
    ("Die Firma Quantelis ist kein Konkurrent der Lendus AG.", True),
    ("Die Firma Quantelis steht nicht im Wettbewerb mit der Lendus AG.", True),
    ("Die Firma Quantelis sieht in der Lendus AG keinen Konkurrenten.", True),
    ("Die Firma Quantelis steht im Wettbewerb mit der Lendus AG.", False),
    ("Die Firma Quantelis kann mit der Lendus AG nicht konkurrieren.", False),
    ("Die Firma Quantelis will im Wettbewerb mit der Lendus AG bestehen.", False),
    ("Die Firma Quantelis konkurriert nicht nur mit der Lendus AG.", False),
    ("Die Firma Quantelis ist nicht der einzige Konkurrent der Lendus AG.", False),
    ("Die Firma Quantelis hat den Rivalen Lendus nicht gekauft.", False),
]


@pytest.mark.parametrize(("text", "negated"), CASES, ids=[text for text, _ in CASES])
def test_rivalry_is_denied_only_where_it_is(text: str, negated: bool) -> None:
    found = [c for c in read_article(parse(text.encode(), "x.txt")).claims if c.predicate == "ng:competesWith"]
    assert [c.negated for c in found] == [negated]


def test_all_cases_were_read() -> None:
    assert len(CASES) == 11
