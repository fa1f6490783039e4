"""What an article teaches of its own names: whose surname a short form is, and which firm it stands for."""

import pytest

from newsgraph import names
from newsgraph.article import parse
from newsgraph.language import load
from newsgraph.mention import mentions
from newsgraph.sentence import sentences

CASES = (
    (
        "So will es Matthias Rehbusch. Die Hellbach AG baut in Gera. Rehbusch gibt sich gelassen. Rehbusch braucht nur ein Wort.",
        "Rehbusch",
        ("Matthias Rehbusch", "Person"),
    ),
    (
        "Der Autobauer Rehbusch wächst. Chef ist Matthias Rehbusch. Der Konzern Rehbusch baut in Gera.",
        "Rehbusch",
        ("Rehbusch", "Company"),
    ),
    ("Die Hellbach Systems AG wächst. Hellbach baut in Gera.", "Hellbach", ("Hellbach Systems AG", "Company")),
)


@pytest.mark.parametrize(("text", "short", "meant"), CASES)
def test_a_short_form_means_what_the_text_named_in_full(text: str, short: str, meant: tuple[str, str]) -> None:
    article, language = parse(text.encode(), "a.txt"), load("de")
    told = list(sentences(article, language))
    found = zip(told, mentions(told, language, names.load()), strict=True)
    alone = [m for s, ms in found for m in ms if s.tokens[m.first].text == short and m.first == m.last]
    assert alone
    assert {(m.name, m.kind) for m in alone} == {meant}


def test_all_were_asked() -> None:
    assert len(CASES) == 3
