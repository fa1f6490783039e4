"""States that are over are not read: each case is a text, and whether a parent, an office or a supplier is read from it."""

import pytest

from newsgraph.article import Article
from newsgraph.reading import read_article

CASES = """
Bis 2021 gehörte die Firma Nexalo zum Konzern Velbora. | no
Die Firma Nexalo war früher eine Tochter des Konzerns Velbora. | no
Der frühere Chef des Konzerns Velbora, Peter Brandt, zog um. | no
Die Firma Nexalo gehört zum Konzern Velbora. | yes
Peter Brandt ist Chef des Konzerns Velbora. | yes
""".strip().splitlines()
STATES = ("ng:parentCompany", "ng:suppliesTo")


def test_there_are_cases() -> None:
    assert len(CASES) == 5


@pytest.mark.parametrize("case", CASES)
def test_what_is_over_is_not_read(case: str) -> None:
    text, _, wanted = (part.strip() for part in case.partition("|"))
    reading = read_article(Article("t", text, "de"))
    found = any(c.predicate in STATES for c in reading.claims) or any(t.kind == "Role" for t in reading.things)
    assert found == (wanted == "yes")
