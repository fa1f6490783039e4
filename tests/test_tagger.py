"""Tags and known words: what the lexicon has, what is a compound, and words that are too long to be words."""

import pytest

from newsgraph.sentence import Token
from newsgraph.tagger import _tables, compound, familiar, last_stem, tag
from newsgraph.tagset import TAGS, VERBAL, beginning

SORTS = (
    ("Netzwerkhardware", "noun"),
    ("Stuttgart", "name"),
    ("Velmora", ""),
    ("Einfluss", "noun"),
    ("heissen", "other"),
    ("schnell", "other"),
    ("A" * 1000, ""),
)


@pytest.mark.parametrize(("word", "sort"), SORTS)
def test_a_word_is_known_or_not(word: str, sort: str) -> None:
    assert familiar("de", word) == sort


def test_every_word_was_read() -> None:
    assert len(SORTS) == 7


@pytest.mark.parametrize(
    ("word", "new", "stem"),
    [("Nebeltonne", True, "tonne"), ("Kapital", False, ""), ("Aufbauspiele", True, "spiele"), ("Velmora", False, "")],
)
def test_a_compound_has_a_last_stem(word: str, new: bool, stem: str) -> None:
    assert (compound("de", word), last_stem("de", word)) == (new, stem)


def test_each_token_has_a_tag() -> None:
    assert [t for t, _ in tag("de", ["Die", "Bank", "zahlt"])] == ["ART", "NN", "VV(FIN)"]


def test_no_words_have_no_tags() -> None:
    assert tag("de", []) == []


def test_a_string_that_is_no_word_takes_no_time() -> None:
    assert len(tag("de", ["Donau" * 20_000, "fließt"])) == 2


def test_the_tags_of_words_are_those_of_the_model() -> None:
    table = _tables("de")
    numbers = {n for pair, onto in table.model.LP_trans_word.items() for n in (*pair, *onto)}
    known = {table.model.int2tag[n] for n in numbers if n in table.model.int2tag} - {"EMPTY", "END"}
    assert known | {"PREL"} == set(TAGS)
    assert len(TAGS) == len(set(TAGS)) == 56


def test_tags_that_begin_alike_are_those_of_is_a() -> None:
    tokens = [Token(0, 1, "x", tag, "x", "x") for tag in TAGS]
    for starts in (("VV", "VA", "VM"), ("NN",), ("VV(FIN)",), ("$", "KON"), ("APPR",)):
        assert [t.tag in beginning(*starts) for t in tokens] == [t.is_a(*starts) for t in tokens]
    assert sum(t.tag in VERBAL for t in tokens) == 12
