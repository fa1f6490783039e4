"""The known names: found in any case, the longest first, ambiguous ones marked."""

import re
from collections import defaultdict

import pytest

from newsgraph import names

NAMES = names.load()
FORMS = (
    ("Siemens", 1, "Siemens"),
    ("Nvidias Umsatz", 1, "Nvidia"),
    ("Europäischen Kommission", 2, "EU-Kommission"),
    ("Financial Times berichtet", 2, "Financial Times"),
    ("Sky wächst", 1, "Sky"),
)


@pytest.mark.parametrize(("text", "length", "label"), FORMS)
def test_a_name_is_known_in_any_case(text: str, length: int, label: str) -> None:
    hit = NAMES.at(text.split())
    assert hit is not None
    assert (hit[0], hit[1].label) == (length, label)


def test_every_form_was_read() -> None:
    assert len(FORMS) == 5


@pytest.mark.parametrize("word", ["Tisch", "Velmora", "x", "'s"])
def test_other_words_are_not_known(word: str) -> None:
    assert NAMES.at([word]) is None


def test_a_word_that_means_other_things_is_marked() -> None:
    hit = NAMES.at(["Sky"])
    assert hit is not None and hit[1].ambiguous and hit[1].kind == "Company"


def test_of_an_entity_only_the_names_that_are_words_are_marked() -> None:
    told = [NAMES.at(name.split()) for name in ("Springer", "Axel Springer", "X", "Twitter", "Accel", "Accel Partners")]
    assert [hit is not None and hit[1].ambiguous for hit in told] == [True, False, True, False, True, False]


def test_no_company_is_listed_twice() -> None:
    ids: dict[str, set[str]] = defaultdict(set)
    for found in NAMES.exact.values():
        for words, known in (entry for entry in found if entry[1].kind == "Company"):
            ids[re.sub(r"[^\w+]", "", "".join(words).lower())].add(known.id)
    assert len(ids) > 2000
    assert {name: same for name, same in ids.items() if len(same) > 1} == {}
