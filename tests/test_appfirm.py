"""Apps that firms are called by: what others belong to is a firm; and what only tells a trade is none."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

CASES = [
    ("WhatsApp gehört seit Mai zu Facebook.", {("WhatsApp", "ng:parentCompany", "Facebook")}),
    ("Instagram gehört zu den Apps, die Facebook nutzen.", set()),
    ("Der Auftrag ging an den Telekom-Ausrüster Huawei.", set()),
    ("Der Auftrag ging an die Telekom-Tochter Congstar.", {("Congstar", "ng:parentCompany", "Deutsche Telekom")}),
    ("Der Händler Quantelis wächst. Die Regale kommen von Bosch.", {("Bosch", "ng:suppliesTo", "Quantelis")}),
]


@pytest.mark.parametrize(("text", "says"), CASES, ids=[text for text, _ in CASES])
def test_who_is_a_firm(text: str, says: set[tuple[str, str, str]]) -> None:
    reading = read_article(parse(text.encode(), "x.txt"))
    labels = {t.id: t.label for t in reading.things}
    told = {
        (labels[c.subject], c.predicate, labels.get(str(c.object), "")) for c in reading.claims if c.subject in labels
    }
    kept = {t for t in told if t[1] in ("ng:parentCompany", "ng:suppliesTo")}
    assert {(a.lower(), b, c) for a, b, c in kept} == {(a.lower(), b, c) for a, b, c in says}
