"""Sentences that leave out their subject: each case is a text and what it says, or must not say, of whom."""

import pytest

from newsgraph.article import Article
from newsgraph.reading import read_article

CASES = """
Die Firma Velbora wächst. Und die Firma Nexalo? Gehört seit 2014 dem Konzern Drillo. | Nexalo parentCompany Drillo
Die Firma Velbora wächst. Und die Firma Nexalo? Beliefert die Firma Drillo und sitzt in Graz. | Nexalo suppliesTo Drillo
Die Firma Velbora wächst. Und die Firma Nexalo? Beliefert die Firma Drillo und sitzt in Graz. | Nexalo locatedIn Graz
Die Firma Velbora wächst. Und die Firma Nexalo? Seit Mai eine Tochter der Firma Drillo. | Nexalo parentCompany Drillo
Die Firma Velbora wächst. Bleibt die Firma Nexalo. Sitzt in Graz. | Nexalo locatedIn Graz
Die Firma Velbora, einst gefeiert, seit 2020 eine Tochter der Firma Drillo, baut Chips. | Velbora parentCompany Drillo
""".strip().splitlines()
NOTHING = """
Die Firma Velbora wächst. Wem gehört die Firma Nexalo? Einem Fonds aus Oslo. | locatedIn
Die Firma Velbora wächst. Und die Firma Nexalo? Längst pleite. | parentCompany
Die Firma Velbora wächst. Kommt die Firma Nexalo nicht, so zögert Drillo. | parentCompany
""".strip().splitlines()


def _said(text: str) -> set[str]:
    read = read_article(Article("t", text))
    label = {t.id: t.label for t in read.things}
    return {f"{label.get(c.subject)} {c.predicate[3:]} {label.get(str(c.object))}" for c in read.claims if c.predicate}


@pytest.mark.parametrize("case", CASES)
def test_the_subject_that_is_left_out_is_whom_the_sentence_before_put_up(case: str) -> None:
    text, told = case.split(" | ")
    assert told in _said(text)


@pytest.mark.parametrize("case", NOTHING)
def test_what_only_looks_like_it_says_nothing(case: str) -> None:
    text, predicate = case.split(" | ")
    assert not any(f" {predicate} " in told for told in _said(text))


def test_all_cases_were_read() -> None:
    assert (len(CASES), len(NOTHING)) == (6, 3)
