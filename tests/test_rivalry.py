"""Rivals whom one sentence announces and the next names: a text, and the pairs that compete by it."""

import pytest

from newsgraph.article import Article
from newsgraph.reading import read_article

START = "Die Firma Quantelis wächst. "
CASES = """
Und die Konkurrenz schläft nicht. Lendus, die Sparte von Fulenta, baut in Ulm ein Werk. | Lendus
Die Rivalen gehen andere Wege. Lendus hat im Herbst ein Werk gebaut. | Lendus
Der Wettbewerb wird härter. Neben Lendus drängt auch Fulenta auf den Markt. | Fulenta Lendus
Das kostet, und die Konkurrenz ist finanzstark: Lendus aus Tel Aviv hat 370 Millionen Dollar eingesammelt. | Lendus
Die Konkurrenz holt auf. Lendus und Fulenta wachsen. | Fulenta Lendus
Die Konkurrenz schläft nicht. Quantelis will deshalb ein Werk bauen. |
Die Konkurrenz ist groß. Lendus sagte, das sei normal. |
Der Umsatz steigt. Lendus hat im Herbst ein Werk gebaut. |
""".strip().splitlines()


def _rivals(text: str) -> str:
    read = read_article(Article("t", START + text))
    label = {t.id: t.label for t in read.things}
    pairs = [{label[c.subject], label[str(c.object)]} for c in read.claims if c.predicate == "ng:competesWith"]
    return " ".join(sorted({name for pair in pairs if "Quantelis" in pair for name in pair - {"Quantelis"}}))


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_announced_rivals_are_those_named_next(case: str) -> None:
    text, _, expected = case.partition("|")
    assert _rivals(text.strip()) == expected.strip()


def test_all_cases_were_read() -> None:
    assert len(CASES) == 8
