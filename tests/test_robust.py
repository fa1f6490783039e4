"""Reading any text ends in claims or in a clear error; whatever is claimed cuts its own quote; the same input reads the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgraph.article import parse
from newsgraph.errors import NewsgraphError
from newsgraph.reading import Reading, read_article

WORDS = (
    "Die", "Firma", "Quantaro", "investiert", "Milliarden", "Dollar", "2,5", "12", "bis zu", "laut", "Zeitung", "„", "“", "»", "«",
    "(", ")", ",", ".", "!", ":", ";", "–", "-", "nicht", "könnte", "werde", "habe", "sagte", "der", "Konzern", "Sitz", "in", "Berlin",
    "und", "oder", "dass", "2025", "1.", "Januar", "Prozent", "Nutzer", "App", "Apps", "Chips", "Inc.", "GmbH", "%", "€", "$", "Euro",
)  # fmt: skip
NOISE = ("🚀", "👩‍👩‍👧", "u\u0308", "\u200f", "\u202e", "\ufeff", "\u00ad", "\u200b", "\x00", "\r\n", "\n", "\n\n", "\t", "\u2028", "\x85", "ß", "ẞ", "漢字", "مرحبا", "ǅ", "١٢", "½", "²", "\U0001f1e9\U0001f1ea")  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(NOISE), st.text(max_size=12)), max_size=60).flatmap(
    lambda parts: st.sampled_from((" ", "", " ", "\r\n")).map(lambda gap: gap.join(parts))
)


def read(text: str) -> tuple[str, Reading] | None:
    """The body and what was read; nothing where the text was refused with one of the project's own errors."""
    try:
        article = parse(text.encode("utf-8", "surrogatepass"), "any.txt")
        return article.text, read_article(article)
    except NewsgraphError as error:
        assert str(error).strip()
        return None


def sound(text: str) -> int:
    """The number of claims, each of which must cut a quote out of the body."""
    found = read(text)
    if found is None:
        return 0
    body, reading = found
    for claim in reading.claims:
        assert 0 <= claim.start < claim.end <= len(body)
        assert body[claim.start : claim.end].strip()
    assert read(text) == found
    return len(reading.claims)


@pytest.mark.slow
@settings(max_examples=2000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(texts)
def test_any_text_ends_in_claims_or_a_clear_error(text: str) -> None:
    sound(text)


SENTENCE = "Die Firma Quantaro will laut der Zeitung Morgenblatt 12 Milliarden Dollar in neue Chips investieren. "
ODD = {
    "combining umlauts": SENTENCE.replace("Firma", "Fu\u0308rma"),
    "emoji": SENTENCE.replace("Quantaro", "Quantaro 🚀"),
    "CRLF": SENTENCE.replace(" ", "\r\n"),
    "right-to-left marks": SENTENCE.replace("Dollar", "\u200fDollar\u200f"),
    "zero-width spaces": SENTENCE.replace("Quantaro", "\u200bQuantaro\u200b"),
    "soft hyphens": SENTENCE.replace("Milliarden", "Milli\u00adarden"),
    "a line of 100,000 letters": "a" * 100_000,
    "a line of 100,000 figures": "9" * 100_000,
    "a line of 100,000 brackets": "(" * 100_000,
    "a line of 100,000 quotation marks": "„“" * 50_000,
    "a line of 100,000 capitalised words' letters": "Ab " * 33_333,
    "a line of 100,000 figures and dots": "1." * 50_000,
    "a sentence without end": ("Die Firma Quantaro, die " * 2_000) + "investiert.",
    "commas": "," * 20_000,
    "one sentence, many times": SENTENCE * 200,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_texts(name: str) -> None:
    sound(ODD[name])


def test_the_plain_sentence_is_read() -> None:
    assert sound(SENTENCE) > 0
