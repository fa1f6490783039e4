"""Quantities, case by case (tests/reading/quantities.tsv), and what must hold for any text."""

import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.article import parse
from newsgraph.currency import families
from newsgraph.digits import parse_number
from newsgraph.language import load
from newsgraph.measurement import quantities
from newsgraph.quantity import Quantity
from newsgraph.sentence import Sentence, sentences

CASES = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("reading").joinpath("quantities.tsv").read_text("utf-8").splitlines()[1:]
]
SIGNS = {"value": "", "more_than": ">", "at_least": ">=", "less_than": "<", "at_most": "<="}
PIECES = st.sampled_from(
    [
        "1",
        "20",
        "3,5",
        "1.250.000",
        "2025",
        "31.12.2025",
        "200-250",
        "½",
        "/",
        "'",
        ".",
        ",",
        "(",
        ")",
        "%",
        "€",
        "US$",
        "Mio.",
        "Milliarden",
        "Euro",
        "Fr.",
        "Kronen",
        "Cent",
        "von",
        "auf",
        "um",
        "zwischen",
        "und",
        "bis",
        "nicht",
        "sondern",
        "mehr",
        "als",
        "rund",
        "knapp",
        "eine",
        "halbe",
        "Million",
        "zweihundert",
        "20-Millionen-Euro-Runde",
        "51-prozentige",
        "je",
        "Aktie",
        "Nutzerinnen",
        "Nutzer",
        "Uhr",
        "Juni",
        "Artikel",
        "+",
        "–",
    ]
)


def read(text: str) -> Iterator[Sentence]:
    return sentences(parse((text + "\n").encode(), "x.txt", language="de"), load("de"))


def written(q: Quantity) -> str:
    bounds = [f"{sign}{v.normalize():f}" for name, sign in SIGNS.items() if (v := getattr(q, name)) is not None]
    unit = "" if q.unit == q.role else q.unit
    parts = [("~" if q.approximate else "") + " ".join(bounds), q.currency or "", unit, f"[{q.role}]" if q.role else ""]
    return " ".join(p for p in (*parts, f"={q.converted_from}" if q.converted_from is not None else "") if p)


def test_there_are_as_many_cases_as_were_written() -> None:
    assert (len(CASES), sum(len(found.split(" | ")) for _, found in CASES if found)) == (145, 170)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_a_sentence_gives_its_quantities(text: str, expected: str) -> None:
    assert " | ".join(written(q) for s in read(text) for q in quantities(s, load("de"))) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.250.000", "1250000"),
        ("2,5", "2.5"),
        ("3.5", "3.5"),
        ("2½", "2.5"),
        ("¾", "0.75"),
        ("007", None),
        ("12a", None),
        ("", None),
        ("9" * 30, None),
    ],
)
def test_a_number_in_digits(text: str, number: str | None) -> None:
    assert parse_number(text) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Die App zählt 600 000 Nutzer.", 600_000),
        ("Die Firma zahlt 1 250 000 Euro.", 1_250_000),
        ("Im Jahr 2025 300 Euro.", 300),
    ],
)
def test_spaces_may_part_the_groups_of_a_number(text: str, size: int) -> None:
    assert size in [q.size for s in read(text) for q in quantities(s, load("de"))]


def test_the_currency_of_the_sum_before_stands_in_for_a_missing_one() -> None:
    (sentence,) = read("Weitere 25 Millionen sollen nach Linz gehen.")
    (alone,), (with_focus,) = quantities(sentence, load("de")), quantities(sentence, load("de"), "EUR")
    assert (alone.currency, with_focus.currency, with_focus.assumed) == (None, "EUR", True)


def test_a_word_that_several_currencies_share_keeps_the_country_that_the_text_names() -> None:
    first, second = read("Der Umsatz lag bei 31 Millionen norwegischen Kronen. Der Wert beträgt 98 Millionen Kronen.")
    known = families([first.tokens, second.tokens], load("de"))
    assert [q.currency for q in quantities(second, load("de"), None, known)] == ["NOK"]
    assert [q.currency for q in quantities(second, load("de"))] == [None]


def test_a_count_takes_no_currency() -> None:
    (sentence,) = read("Weitere 25 Millionen Nutzer kamen hinzu.")
    assert [q.currency for q in quantities(sentence, load("de"), "EUR")] == [None]


@settings(deadline=None, max_examples=150)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
    )
)
def test_any_text_gives_quantities_inside_its_sentences(text: str) -> None:
    for sentence in read("A " + text.replace("\x00", "")):
        for q in quantities(sentence, load("de"), "EUR"):
            inside = 0 <= q.first <= q.last < len(sentence.tokens)
            assert inside and q.size.is_finite() and (q.noun is None or q.first < q.noun < len(sentence.tokens))


@pytest.mark.parametrize(
    "piece",
    ["1 ", "von 3 auf ", "20 Mio. Kronen, ", "1'", "1/2", "zwischen rund 3 und ", "1-", "nicht 3, ", "hundert", "1."],
)
def test_a_long_line_takes_time_in_proportion_to_its_length(piece: str) -> None:
    tokens = [t for s in read(piece * (20_000 // len(piece))) for t in s.tokens]
    start = time.perf_counter()
    n = len(quantities(Sentence(0, 0, tuple(tokens)), load("de")))
    assert time.perf_counter() - start < 20, n
