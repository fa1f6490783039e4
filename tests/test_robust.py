"""Reading any text ends in claims or in a clear error; whatever is claimed cuts its own quote; the same input reads the same."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsgraph
from newsgraph.article import parse
from newsgraph.build import build
from newsgraph.errors import NewsgraphError
from newsgraph.namespace import OA
from newsgraph.page import main_text
from newsgraph.reading import Reading, read_article

WORDS = (
    "Die", "Firma", "Quantaro", "investiert", "Milliarden", "Dollar", "2,5", "12", "bis zu", "laut", "Zeitung", "„", "“", "»", "«",
    "(", ")", ",", ".", "!", ":", ";", "–", "-", "nicht", "könnte", "werde", "habe", "sagte", "der", "Konzern", "Sitz", "in", "Berlin",
    "und", "oder", "dass", "2025", "1.", "Januar", "Prozent", "Nutzer", "App", "Apps", "Chips", "Inc.", "GmbH", "%", "€", "$", "Euro",
)  # fmt: skip
NOISE = ("🚀", "👩‍👩‍👧", "u\u0308", "\u200f", "\u202e", "\ufeff", "\u00ad", "\u200b", "\x00", "\r\n", "\n", "\n\n", "\t", "\u2028", "\x85", "ß", "ẞ", "漢字", "مرحبا", "ǅ", "١٢", "½", "²", "\U0001f1e9\U0001f1ea")  # fmt: skip
SENTENCES = (
    "Die Firma Quantaro investiert 12 Milliarden Dollar in Chips.",
    "Quantaro, ein Konzern aus Berlin, will laut der Zeitung Morgenblatt bis zu 2,5 Mrd. € ausgeben, falls Betavis zustimmt.",
    "„Wir kaufen nicht“, sagte Chefin Eva Muster; der Bericht sei falsch.",
    "Die App Lotse-2 habe 2025 mehr als 40 Millionen Nutzer gezählt, 5 Prozent mehr als im Vorjahr.",
    "Zu den Kunden des Autobauers zählen Gammalo, Deltron (DTR) und die Stadtwerke Graz.",
)
texts = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(NOISE), st.sampled_from(SENTENCES), st.text(max_size=12)),
    max_size=60,
).flatmap(lambda parts: st.sampled_from((" ", "", " ", "\r\n")).map(lambda gap: gap.join(parts)))


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
    triples = build(reading)
    assert quotes(triples) == {(body[c.start : c.end], c.start, c.end) for c in reading.claims}
    assert read(text) == found
    assert build(reading) == triples
    return len(reading.claims)


def quotes(triples: list[ox.Triple]) -> set[tuple[str, int, int]]:
    """(words, start, end) of every passage in a graph."""
    of: dict[str, dict[str, str]] = {}
    for t in triples:
        if isinstance(t.object, ox.Literal):
            of.setdefault(str(t.subject), {})[t.predicate.value] = t.object.value
    found = [facts for facts in of.values() if OA + "exact" in facts]
    return {(f[OA + "exact"], int(f[OA + "start"]), int(f[OA + "end"])) for f in found}


@pytest.mark.slow
@settings(max_examples=2000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(texts)
def test_any_text_ends_in_claims_or_a_clear_error(text: str) -> None:
    sound(text)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(texts, st.lists(st.sampled_from(("<p>", "</p>", "<div>", "<article>", "<b", "<table><tr><td>", "<!--", "&amp;", "&#0;", "<script>", "<time datetime='x'>", "<meta content='")), max_size=12))  # fmt: skip
def test_any_page_ends_in_a_text_or_in_none(text: str, tags: list[str]) -> None:
    html = "".join(a + b for a, b in zip(tags, text.split(" "), strict=False)) + text
    found = main_text(html)
    assert main_text(html) == found
    assert set(found) in (set(), {"text", "title", "publisher", "issued", "language", "url"})


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
    "a denial after what it denies": "Laut Insidern bietet Quantaro 5 Milliarden Euro für Betavis. Quantaro selbst plant 3 Milliarden Euro für Betavis. Ein Sprecher von Quantaro wies das zurück.",
    "every word in capitals": SENTENCE.upper() * 20,
    "no spaces": SENTENCE.replace(" ", "") * 200,
    "right-to-left overrides": SENTENCE.replace(" ", "\u202e ") * 20,
    "decomposed": "Das Münchner Softwarehäuschen Ölmühle übernimmt für 3 Millionen Euro die Bäckerei Größe. ".replace(
        "ü", "u\u0308"
    )
    .replace("ö", "o\u0308")
    .replace("ä", "a\u0308"),
    "a NUL": SENTENCE + "\x00" + SENTENCE,
    "a lone surrogate": SENTENCE + "\ud83d" + SENTENCE,
    "a line of 100,000 characters of sentences": SENTENCE * 1_000,
    "a line of 100,000 hyphens and letters": "Ab-" * 33_333,
    "a line of 100,000 digits and hyphens": "9-" * 50_000,
    "a line of 100,000 apostrophes": "a'" * 50_000,
    "a line of 100,000 emoji": "👩‍👩‍👧" * 20_000,
    "a thousand asides": "Die Firma (Quantaro (Beta) [Gamma " * 1_000,
    "a thousand joined clauses": "und kauft Beta für 3 Millionen Euro " * 1_000,
}
# read as far as they go: what holds a NUL or half a character is refused
REFUSED = ("a NUL", "a lone surrogate")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ODD))
def test_odd_texts(name: str) -> None:
    assert (read(ODD[name]) is None) == (name in REFUSED)
    sound(ODD[name])
    assert len(ODD) == 29


SCRIPT = """
import hashlib, sys
from newsgraph.article import parse
from newsgraph.build import build
from newsgraph.errors import NewsgraphError
from newsgraph.formats import named
from newsgraph.reading import read_article
for text in sys.stdin.buffer.read().split(b"\\0"):
    try:
        print(hashlib.sha256(named("turtle").write(build(read_article(parse(text, "any.txt"))))).hexdigest())
    except NewsgraphError as error:
        print(error)
"""


def _torn(chance: Random) -> list[str]:
    """Pieces of news: each sentence of the annotated articles from a word to a later one, as a text cut off anywhere would end."""
    folder = Path(__file__).parent / "articles"
    spoken = [s.split() for f in sorted(folder.glob("*.txt")) for s in f.read_text("utf-8").split(". ")]
    starts = [chance.choice((0, chance.randrange(len(s)))) for s in spoken if s]
    return [
        " ".join(s[a : chance.randrange(a, len(s)) + 1]) for a, s in zip(starts, (s for s in spoken if s), strict=True)
    ]


@pytest.mark.parametrize("share", [8, pytest.param(1, marks=pytest.mark.slow)])
def test_sentences_torn_at_any_word_are_read(share: int) -> None:
    pieces = _torn(Random(7))[::share]
    assert len(pieces) > 1_500 // share
    assert sum(sound(piece) for piece in pieces) > 350 // share


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    chance = Random(5)
    noise = [n for n in NOISE if n != "\0"]
    made = [" ".join(chance.choice((*WORDS, *noise, *SENTENCES)) for _ in range(40)) for _ in range(200)]
    articles = [f.read_text("utf-8") for f in sorted((Path(__file__).parent / "articles").glob("*.txt"))]
    told = {_told("\0".join([*made, *articles]).encode(), seed) for seed in ("0", "1", "4711")}
    assert len(told) == 1
    assert len(next(iter(told)).splitlines()) == 200 + len(articles)


def _told(texts: bytes, seed: str) -> bytes:
    source = str(Path(newsgraph.__file__).parents[1])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": source}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], input=texts, capture_output=True, env=environment, timeout=600
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def test_the_plain_sentence_is_read() -> None:
    assert sound(SENTENCE) > 0


@pytest.mark.parametrize("text", ("Sie stimmten mit 96 zu", "Er trat mit 96 zu", "Es blieb bei 3"))
def test_texts_that_end_with_a_number_are_read(text: str) -> None:
    assert sound(text) == 0
