"""People's names with initials are one name; a letter behind a noun is none."""

import pytest

from newsgraph.article import parse
from newsgraph.reading import read_article

CASES = (
    ("Laut Konzernchef A. B. Muster wächst die Hellbach AG.", "A. B. Muster"),
    ("Hellbach-Chef A.B. Muster freut sich.", "A.B. Muster"),
    ("Der Chef der Hellbach AG, Peter W. Muster, freut sich.", "Peter W. Muster"),
    ("Die Hellbach AG hat einen Plan B. Muster nannte ihn gut.", ""),
    ("Der neue Chef der Hellbach AG heißt Peter", ""),
)


@pytest.mark.parametrize(("text", "name"), CASES)
def test_initials_belong_to_the_name(text: str, name: str) -> None:
    people = [t.label for t in read_article(parse(text.encode(), "a.txt")).things if t.kind == "Person" and t.label]
    assert [n for n in people if "." in n] == ([name] if name else [])


def test_all_were_asked() -> None:
    assert len(CASES) == 5
