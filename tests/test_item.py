"""Texts of several items are taken apart: each case is a text and the beginnings of the sentences that begin a further item."""

import pytest

from newsgraph import language as languages
from newsgraph.article import Article
from newsgraph.item import items
from newsgraph.reading import read_article
from newsgraph.sentence import sentences

CASES = [
    ("+++ Alpha kauft ein Werk. +++ Beta schließt ein Werk. +++ Gamma baut. +++", ["+++ Beta", "+++ Gamma"]),
    ("09:10 Uhr – Alpha kauft ein Werk.\n10:15 Uhr – Beta baut eines.", ["10:15 Uhr"]),
    ("BONN - Alpha kauft ein Werk.\nKIEL - Beta baut eines.", ["KIEL"]),
    ("Alpha: Das Start-up wächst.\nBeta: Die Firma schrumpft.\nGamma: Der Laden schließt.", ["Beta", "Gamma"]),
    ("Wir: Wie geht es?\nMuster: Gut.\nWir: Und sonst?\nMuster: Auch gut.", []),
    ("Alpha kauft ein Werk. Beta baut eines.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:30] for c in CASES])
def test_items_begin(text: str, expected: list[str]) -> None:
    split = list(sentences(Article("t", text, "de"), languages.load("de")))
    heads = [
        text[split[i].start : split[i].end] for i in sorted(items(text, split, languages.load("de"))) if i < len(split)
    ]
    assert len(heads) == len(expected)
    assert all(head.startswith(e) for head, e in zip(heads, expected, strict=True))


def test_an_item_does_not_speak_of_the_one_before() -> None:
    text = (
        "09:10 Uhr – Der Konzern Velbora wächst.\n10:15 Uhr – Das Unternehmen Nexalo kauft. Chefin Ina Kroll lobt es."
    )
    reading = read_article(Article("t", text, "de"))
    roles = [dict(t.facts).get("ng:organization") for t in reading.things if t.kind == "Role"]
    assert all("velbora" not in str(r) for r in roles)
