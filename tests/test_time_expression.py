"""Expressions of time, case by case (tests/reading/times.tsv), and what must hold for any text and any date."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.article import parse
from newsgraph.language import load
from newsgraph.sentence import Sentence, sentences
from newsgraph.time_expression import TimeExpression, duration, resolve, times

ISSUED = date(2025, 11, 5)  # a Wednesday
CASES = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("reading").joinpath("times.tsv").read_text("utf-8").splitlines()[1:]
]
PIECES = st.sampled_from(
    [
        "am",
        "im",
        "in",
        "bis",
        "seit",
        "ab",
        "von",
        "vor",
        "nach",
        "zum",
        "zur",
        "zu",
        "Ende",
        "Anfang",
        "Mitte",
        "der",
        "des",
        "den",
        "dem",
        "an",
        "und",
        "–",
        "/",
        ".",
        ",",
        "1",
        "30",
        "31",
        "2024",
        "25",
        "31.02.2025",
        "2020er",
        "Jahre",
        "Jahren",
        "Jahr",
        "Juni",
        "Mai",
        "Januar",
        "Montag",
        "Sommer",
        "Winter",
        "dritten",
        "3.",
        "Quartal",
        "Halbjahr",
        "vergangenen",
        "kommenden",
        "übernächsten",
        "zwei",
        "5000",
        "99999",
        "Wochen",
        "Woche",
        "Monaten",
        "dreijährige",
        "90-Tage-Frist",
        "zuvor",
        "gestern",
        "mehr",
        "als",
        "rund",
        "spätestens",
        "zwischen",
        "bis",
        "Geschäftsjahr",
        "Wochenende",
        "Nacht",
        "auf",
    ]
)


def read(text: str) -> Iterator[Sentence]:
    return sentences(parse((text + "\n").encode(), "x.txt", language="de"), load("de"))


def found(text: str) -> list[TimeExpression]:
    return [e for s in read(text) for e in times(s, load("de"))]


def written(e: TimeExpression) -> str:
    here, alone = resolve(e, ISSUED), resolve(e)
    days = f"{here[0] or ''}/{here[1] or ''}" if here != (None, None) else ""
    absolute = "absolute" if here == alone != (None, None) else ""
    return " ".join(p for p in (f"«{e.words}»", e.kind, days, absolute, duration(e)) if p)


def test_there_are_as_many_cases_as_were_written() -> None:
    assert (len(CASES), sum(len(expected.split(" | ")) for _, expected in CASES if expected)) == (130, 130)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_a_sentence_gives_its_times(text: str, expected: str) -> None:
    assert " | ".join(written(e) for e in found(text)) == expected


def test_a_relative_expression_without_a_date_keeps_its_words_only() -> None:
    (e,) = found("Im vergangenen Jahr schloss der Laden.")
    assert (e.words, resolve(e)) == ("Im vergangenen Jahr", (None, None))


@pytest.mark.parametrize("issued", ["2025-11-03", "2025-11-04", "2025-11-09"])
def test_a_weekday_is_the_last_one_up_to_the_article(issued: str) -> None:
    (e,) = found("Am Montag legte die Bank Zahlen vor.")
    assert resolve(e, date.fromisoformat(issued)) == (date(2025, 11, 3), date(2025, 11, 3))


def test_a_quarter_takes_the_one_year_of_its_sentence() -> None:
    year, quarter = found("Im Jahr 2022 sank der Gewinn, im dritten Quartal stieg er.")
    assert (year.year, resolve(quarter)) == (2022, (date(2022, 7, 1), date(2022, 9, 30)))


@pytest.mark.parametrize("day", ["31. Februar", "30. Februar 2025", "31. April"])
def test_a_day_that_no_calendar_has_resolves_to_nothing(day: str) -> None:
    (e,) = found(f"Am {day} ist nichts.")
    assert resolve(e, ISSUED) == (None, None)


@settings(deadline=None, max_examples=150)
@given(
    st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map(" ".join)),
    st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)])),
)
def test_any_text_gives_times_inside_its_sentences(text: str, issued: date | None) -> None:
    for sentence in read("A " + text.replace("\x00", "")):
        last = -1
        for e in times(sentence, load("de")):
            assert last < e.first <= e.last < len(sentence.tokens)
            start, end = resolve(e, issued)
            assert start is None or end is None or start <= end
            assert duration(e) == "" or duration(e).startswith("P")
            last = e.last


@pytest.mark.parametrize(
    "piece", ["bis zu ", "bis zum ", "von ", "2024 ", "vor ", "in den ", "Ende der ", "zwei bis ", "1. ", "Montag, "]
)
def test_a_long_line_takes_time_in_proportion_to_its_length(piece: str) -> None:
    tokens = [t for s in read(piece * (20_000 // len(piece))) for t in s.tokens]
    start = time.perf_counter()
    n = len(times(Sentence(0, 0, tuple(tokens)), load("de")))
    assert time.perf_counter() - start < 20, n
