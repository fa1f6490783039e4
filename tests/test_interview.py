"""Interviews and round-ups: whose «wir» it is, who says what stands behind a label, which words head an item."""

import pytest

from newsgraph import language, names
from newsgraph.article import parse
from newsgraph.headname import heads
from newsgraph.interview import interviewed
from newsgraph.mention import mentions
from newsgraph.reading import read_article
from newsgraph.sentence import sentences
from newsgraph.voice import voices

TALK = """Frau Brandt, Ihr Radverleih Speichlo galt als Wagnis. Haben Sie Geld bekommen?
Wir haben im Mai fünf Millionen Euro eingesammelt. Unser Partner Lendus freut sich.
Was haben Sie damit vor?
Wir bauen eine Werkstatt in Graz.
Eva Brandt, 44, leitet Speichlo seit 2019.
"""
LABELLED = """Bote: Frau Brandt, wie geht es der Firma Quantelis?
Brandt: Gut. Die Firma Quantelis beliefert die Firma Lendus.
Bote: Und sonst?
Brandt: Wir wachsen.
Eva Brandt leitet die Firma Quantelis.
"""
ITEMS = """Viel Geld ist geflossen.
Quantelio: Die Ulmer bauen Chips.
Zwirnfaden: Das Start-up aus Graz baut Drohnen.
Lendusio: Die Kölner bauen Räder.
"""


def _read(text: str):
    german = language.load("de")
    article = parse(text.encode(), "x.txt")
    found = list(sentences(article, german))
    return article, found, mentions(found, german, names.load()), german


def test_the_firm_of_who_answers_is_found() -> None:
    _, text, found, german = _read(TALK)
    talk = interviewed(text, found, german)
    assert talk is not None
    assert (talk[0].name, talk[0].kind) == ("Speichlo", "Company")


@pytest.mark.parametrize("text", [ITEMS, "Haben Sie Fragen? Wir helfen. Die Firma Quantelis wächst.\n"])
def test_other_texts_are_no_interviews(text: str) -> None:
    _, split, found, german = _read(text)
    assert interviewed(split, found, german) is None


def test_we_is_the_firm_of_who_answers() -> None:
    reading = read_article(parse(TALK.encode(), "x.txt"))
    labels = {t.id: t.label for t in reading.things}
    said = {(labels.get(c.subject), c.predicate, labels.get(str(c.object))) for c in reading.claims if c.subject}
    assert ("Speichlo", "ng:locatedIn", "Graz") in said
    assert not any(who == "Lendus" and what == "ng:locatedIn" for who, what, _ in said)


def test_a_label_tells_who_says_its_paragraph() -> None:
    article, text, found, german = _read(LABELLED)
    said = [m.name if m is not None else "" for m in voices(article.text, text, found, german)]
    assert said == ["", "Eva Brandt", "Eva Brandt", "", "Eva Brandt", ""]
    reading = read_article(article)
    labels = {t.id: t.label for t in reading.things}
    by = {labels.get(c.asserted_by) for c in reading.claims if c.predicate == "ng:suppliesTo"}
    assert by == {"Eva Brandt"}


def test_a_word_before_a_colon_heads_an_item() -> None:
    _, text, _, german = _read(ITEMS)
    assert [(k, m.name, m.kind) for k, m in sorted(heads(text, german).items())] == [
        (1, "Quantelio", "Company"),
        (2, "Zwirnfaden", "Company"),
        (3, "Lendusio", "Company"),
    ]


def test_labels_that_come_back_head_no_items() -> None:
    _, text, _, german = _read(LABELLED)
    assert heads(text, german) == {}
