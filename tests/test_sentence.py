"""Sentences: each case is a paragraph and the sentences it falls into, parted by «/»."""

import pytest

from newsgraph import language as languages
from newsgraph.article import Article, parse
from newsgraph.sentence import sentences

CASES = """
Das Werk öffnet im Mai. Der Umsatz steigt. => Das Werk öffnet im Mai. / Der Umsatz steigt.
Der Umsatz stieg auf 3,5 Mrd. Euro. Gut so. => Der Umsatz stieg auf 3,5 Mrd. Euro. / Gut so.
Am 3. März begann der Bau. Er dauert. => Am 3. März begann der Bau. / Er dauert.
Im 2. Quartal sank der Gewinn. => Im 2. Quartal sank der Gewinn.
„Wir bauen.“ Das sagte der Chef. => „Wir bauen.“ / Das sagte der Chef.
Was kostet das? Viel! => Was kostet das? / Viel!
Der Chef Dr. Kroll kam z.B. aus Graz. => Der Chef Dr. Kroll kam z.B. aus Graz.
""".strip().splitlines()


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_a_paragraph_falls_into_its_sentences(case: str) -> None:
    text, expected = case.split(" => ")
    found = sentences(Article("t", text), languages.load("de"))
    assert expected.split(" / ") == [text[s.start : s.end] for s in found]


def test_tokens_know_their_place() -> None:
    text = "Ein Satz. 😀 Noch ein Satz mit 1.250 Wörtern.\n\nEin Absatz."
    found = list(sentences(Article("t", text), languages.load("de")))
    assert all(text[t.start : t.end] == t.text for s in found for t in s.tokens)
    assert [s.paragraph for s in found][:1] + [s.paragraph for s in found][-2:] == [0, 0, 1]


def test_all_cases_were_read() -> None:
    assert len(CASES) == 7


def test_will_behind_a_foreign_name_is_a_modal_verb() -> None:
    (found,) = sentences(Article("t", "Vostech will in Mainz bauen."), languages.load("de"))
    assert [t.tag for t in found.tokens if t.text == "will"] == ["VM(FIN)"]


def test_a_text_may_end_with_a_verb_in_the_past() -> None:
    found = [
        t for s in sentences(parse(b"Alpha meldete, was man baute", "a.txt"), languages.load("de")) for t in s.tokens
    ]
    assert (found[-1].text, found[-1].tag) == ("baute", "VV(FIN)")
