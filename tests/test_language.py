"""The German pack: every table is read, and says what it must."""

from decimal import Decimal

import pytest

from newsgraph.errors import InputError
from newsgraph.language import codes, load


def test_there_is_a_german_pack_and_no_other_answers() -> None:
    assert "de" in codes()
    with pytest.raises(InputError):
        load("xx")


def test_a_billion_is_ten_to_the_twelfth() -> None:
    assert load("de").scales["Billion"] == Decimal(10) ** 12


def test_sub_units_know_how_many_make_one() -> None:
    language = load("de")
    assert {w: (language.currency_words[w], language.per_unit[w]) for w in ("Cent", "Pence", "Rappen")} == {
        "Cent": ("EUR", 100), "Pence": ("GBP", 100), "Rappen": ("CHF", 100),
    }  # fmt: skip


def test_every_shared_word_has_codes_that_the_file_knows() -> None:
    language = load("de")
    known = set(language.currency_words.values())
    assert (
        all(set(codes) <= known for codes in language.shared_currencies.values())
        and len(language.shared_currencies) >= 8
    )


def test_number_words_are_positive_and_parts_of_scales_are_found() -> None:
    language = load("de")
    assert all(n >= 0 for n in language.numbers.values()) and language.part_scales["viertelmilliarde"] == 250_000_000


def test_a_bound_is_no_preposition_with_a_bound() -> None:
    language = load("de")
    assert ("mehr als" in language.bounds, "auf mehr als" in language.bounds, "oder mehr" in language.bounds_after) == (
        True,
        False,
        True,
    )


def test_roles_of_numbers_have_their_places() -> None:
    assert {r: sorted(p) for r, p in load("de").roles.items()} == {
        "old": ["after", "before", "from", "joint", "once"],
        "wrong": ["before", "joint"],
        "difference": ["after", "before", "change", "not"],
        "price": ["cue", "each", "per", "time"],
    }


def test_phrases_of_time_make_one_tree() -> None:
    words = load("de").times
    assert (
        words.months["Jänner"] == 1 and words.weekdays["Sonnabend"] == 6 and words.tree.slots["<YEAR>"].says is not None
    )
