"""Articles: the body as it is, the head as TOML, and a clear word for what is neither."""

import gzip
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.article import KEYS, Article, parse, read
from newsgraph.errors import ArticleError

BODY = "Ein Satz. 😀 Noch einer.\n"

# what is wrong, the bytes, the error
WRONG = [
    ("empty", b"", "a.md: is empty, the text of an article was expected"),
    ("blanks", b" \n\t\r\n", "a.md: is empty, the text of an article was expected"),
    ("only a head", b'+++\ntitle = "T"\n+++\n', "a.md: is empty, the text of an article was expected"),
    ("a head that ends the file", b'+++\ntitle = "T"\n+++', "a.md: is empty, the text of an article was expected"),
    ("no end of the head", b'+++\ntitle = "T"\nText\n', "a.md:1: the head has no end; close it with a line +++"),
    ("no value", b"+++\n\ntitle =\n+++\nText", "a.md:3:8: the head is no TOML: Invalid value"),
    ("an open string", b'+++\ntitle = "T\n+++\nText', "a.md:2:11: the head is no TOML: Illegal character '\\n'"),
    ("a key twice", b"+++\ntitle='a'\ntitle='b'\n+++\nT", "a.md:3:10: the head is no TOML: Cannot overwrite a value"),
    ("an unknown key", b'+++\nurl = "titel"\ntitel = "T"\n+++\nText', "a.md:3: unknown key 'titel' in the head"),
    ("an unknown table", b"+++\n[x]\ny = 1\n+++\nText", "a.md:2: unknown key 'x' in the head"),
    ("an escaped key", b'+++\n"\\u0078" = 1\n+++\nText', "a.md:1: unknown key 'x' in the head"),
    (
        "a title that is a number",
        b"+++\ntitle = 3\n+++\nText",
        "a.md:1: title must be a text; leave out what is unknown",
    ),
    ("an empty title", b'+++\ntitle = ""\n+++\nText', "a.md:1: title must be a text; leave out what is unknown"),
    ("a date in words", b'+++\nissued = "am Montag"\n+++\nT', "a.md:1: issued must be a date such as 2025-01-24"),
    ("a year", b"+++\nissued = 2025\n+++\nText", "a.md:1: issued must be a date such as 2025-01-24"),
    ("a lone surrogate", b'+++\ntitle = "\\ud800"\n+++\nText', "a.md:2:16: the head is no TOML: Escaped character"),
    ("Latin-1", "Zeile\nBörse".encode("latin-1"), "a.md:2: is not UTF-8 (byte 0xf6); convert it"),
    ("a surrogate in UTF-8", b"Text \xed\xa0\x80", "a.md:1: is not UTF-8 (byte 0xed); convert it"),
    ("UTF-16 with a mark", BODY.encode("utf-16"), "a.md: is UTF-16 text, UTF-8 was expected; convert it"),
    ("UTF-16 without a mark", (BODY * 3).encode("utf-16-le"), "a.md: is UTF-16 text, UTF-8 was expected; convert it"),
    ("NUL bytes", b"Text\n und\0mehr", "a.md:2: holds a NUL byte, which no text has; remove it"),
    ("a PNG", b"\x89PNG\r\n\x1a\n\0\0", "a.md: is a PNG picture, not text; give the article as UTF-8 text"),
    ("a PDF", b"%PDF-1.7\n", "a.md: is a PDF, not text; give the article as UTF-8 text"),
    ("gzip under another name", gzip.compress(b"Text"), "a.md: is a gzip file, not text"),
]


@pytest.mark.parametrize(("content", "error"), [(c, e) for _, c, e in WRONG], ids=[w for w, _, _ in WRONG])
def test_what_is_no_article_gets_one_clear_line(content: bytes, error: str) -> None:
    with pytest.raises(ArticleError) as found:
        parse(content, "a.md")
    assert str(found.value)[: len(error)] == error
    assert len(WRONG) == 24


def test_plain_text_is_all_body() -> None:
    assert parse(BODY.encode(), "x/a.txt") == Article("a", BODY)


def test_a_head_says_what_is_known() -> None:
    head = (
        '+++\ntitle = "T"\npublisher = "P"\nissued = 2025-01-24\nlanguage = "de"\nurl = "https://example.org/"\n+++\n'
    )
    expected = Article("a", BODY, "de", "T", "P", date(2025, 1, 24), "https://example.org/")
    assert parse((head + BODY).encode(), "a.md") == expected
    assert len(KEYS) == 6


@pytest.mark.parametrize("value", ["2025-01-24", '"2025-01-24"', "2025-01-24T10:00:00Z", "2025-01-24 10:00:00"])
def test_a_date_may_be_written_in_four_ways(value: str) -> None:
    assert parse(f"+++\nissued = {value}\n+++\nText".encode(), "a.md").issued == date(2025, 1, 24)


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_heads_of_windows_files(start: str, end: str) -> None:
    rows = ("+++", 'title = "T"', "+++", "Ein Satz.", "")
    article = parse((start + end.join(rows)).encode(), "a.md")
    assert (article.title, article.text) == ("T", f"Ein Satz.{end}")


def test_options_win_over_the_head() -> None:
    content = b'+++\nissued = 2024-01-01\nlanguage = "en"\n+++\nText'
    article = parse(content, "a.md", language="de", issued=date(2025, 1, 24))
    assert (article.language, article.issued) == ("de", date(2025, 1, 24))


def test_a_line_of_plus_signs_later_in_the_text_is_text() -> None:
    assert parse(b"Text\n+++\nmehr", "a.md").text == "Text\n+++\nmehr"
    assert parse(b"+++\n+++\nText\n+++\nmehr", "a.md").text == "Text\n+++\nmehr"


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufeff"), min_size=1))
def test_the_body_is_taken_as_it_is_in_nfc(text: str) -> None:
    content = b"+++\n+++\n" + text.encode()
    if text.strip():
        assert parse(content, "a.md").text == unicodedata.normalize("NFC", text)


def test_offsets_count_code_points_in_either_normal_form() -> None:
    texts = {parse(unicodedata.normalize(form, "😀 für").encode(), "a.md").text for form in ("NFC", "NFD")}
    assert texts == {"😀 für"}


def test_a_packed_article_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(BODY.encode()))
    assert read(tmp_path / "a.txt.gz") == Article("a", BODY)


def test_a_file_name_that_is_no_utf8_gives_a_name_that_is() -> None:
    assert parse(b"Text", "a\udcff.txt").name == "a\ufffd"


def test_the_digest_is_that_of_the_text() -> None:
    assert Article("a", "ä").digest == Article("b", "ä", title="T").digest
    assert Article("a", "abc").digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
