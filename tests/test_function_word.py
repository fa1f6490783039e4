"""The words that carry a language's structure: a strict file, and none of them in the engine."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgraph.errors import DataError
from newsgraph.function_word import function_words

ROOT = Path(__file__).parents[1]
FILE = ROOT / "languages" / "de" / "function_words.toml"
TEXT = FILE.read_text("utf-8")
TABLES = ("prep", "det", "pron", "conj", "verb", "adv", "word", "stem", "gender", "written")
# words that are English ones too, foreign parts of names, or names of the engine's own things
OWN = frozenset(
    [
        "act",
        "acts",
        "alias",
        "all",
        "am",
        "an",
        "and",
        "bank",
        "de",
        "for",
        "holding",
        "in",
        "international",
        "label",
        "list",
        "man",
        "name",
        "of",
        "so",
        "startup",
        "the",
        "will",
    ]
)
# file and word: why it may stand there
ALLOWED = {
    ("condition.py", "im"): "flags of a regular expression",
    ("generation.py", "ab"): "a file is opened to append bytes",
    ("resume.py", "ab"): "likewise",
    ("lexicon.py", "er"): "an ending: nouns are looked up without case and number",
    ("lexicon.py", "es"): "likewise",
    ("mention.py", "es"): "an ending: names stand in the genitive",
    ("names.py", "es"): "likewise",
    ("scene.py", "laut"): "what a picture says to readers of German",
    ("scene.py", "unter"): "likewise",
    ("scene.py", "über"): "likewise",
    ("text.py", "mehr"): "what a report says to readers of German",
}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("by = [", "buy = [", "unknown key of [prep]: buy"),
        ('by = ["von"', 'by = [1, "von"', "by must be a list of words"),
        ("[adv]", "[adverbs]", "unknown table: adverbs"),
        ('law_article = { die = "f"', 'law_article = { die = "x"', "law_article must give words a gender"),
        ('be = "sein"', 'be = ["sein"]', "be must be a word"),
    ],
)
def test_a_fault_says_where_it_is(old: str, new: str, said: str) -> None:
    assert TEXT.count(f"\n{old}") == 1
    text = TEXT.replace(f"\n{old}", f"\n{new}")
    with pytest.raises(DataError) as error:
        function_words(tomllib.loads(text), FILE.name, text)
    assert said in str(error.value)
    assert (error.value.file, error.value.line) == (FILE.name, TEXT[: TEXT.index(f"\n{old}")].count("\n") + 2)


def test_a_part_that_is_not_filled_says_in_which_table() -> None:
    text = TEXT.replace("\nby_amount = [", "\n# by_amount = [")
    with pytest.raises(DataError) as error:
        function_words(tomllib.loads(text), FILE.name, text)
    assert "lacks the key of [prep] by_amount" in str(error.value)
    assert error.value.line == text.split("\n").index("[prep]") + 1


def test_what_opens_two_words_is_the_first_of_them() -> None:
    adv = tomllib.loads(TEXT)["adv"]
    assert sorted({phrase.split()[0] for phrase in adv["two_words"]}) == sorted(adv["two_words_open"])


def test_the_engine_holds_none_of_the_words() -> None:
    tables, found = tomllib.loads(TEXT), set[tuple[str, str]]()
    words = {word for table in TABLES for value in tables[table].values() for word in _words(value)}
    german = {word for word in words if len(word) > 1 and word.isalpha() and word.lower() not in OWN}
    files = sorted((ROOT / "src" / "newsgraph").rglob("*.py"))
    for file in files:
        found |= {(file.name, text) for text in _literals(ast.parse(file.read_text("utf-8"))) if text in german}
    assert (len(files) > 300, len(german) > 300) == (True, True)
    assert sorted(found) == sorted(ALLOWED)


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        yield from (value if isinstance(value, list | dict) else ())


def _literals(tree: ast.Module) -> Iterator[str]:
    """The texts of a module that are compared with words: no docstrings, keys, or ends of words."""
    left = set[int]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) or (isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)):
            left.add(id(node.value if isinstance(node, ast.Expr) else node.slice))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ENDINGS:
            left |= {id(part) for argument in node.args for part in ast.walk(argument)}
    yield from (
        n.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in left
    )


ENDINGS = ("endswith", "removesuffix")
