"""Pages of HTML: the main text and what the page says of itself; a clear word for what is no article or would take forever."""

import tomllib
from pathlib import Path

import pytest

from newsgraph.article import Article, parse
from newsgraph.build import build
from newsgraph.errors import ArticleError
from newsgraph.page import LIMIT, decoded, is_html
from newsgraph.reading import read_article
from newsgraph.worker import main_text

DATA = tomllib.loads((Path(__file__).parent / "pages/cases.toml").read_text("utf-8"))
CASES = DATA["case"]
P = "".join(f"<p>{p}</p>\n" for p in DATA["paragraphs"])


def page(case: dict) -> bytes:
    text = P.translate(str.maketrans("„“»«", '""""')) if case.get("plain_quotes") else P
    return str(case["page"]).replace("{P}", text).encode(case.get("charset", "utf-8"))


def article(case: dict) -> Article:
    return parse(page(case), "x/seite.html")


@pytest.mark.parametrize("case", CASES, ids=[c["says"] for c in CASES])
def test_a_page_gives_its_text_and_what_it_says_of_itself(case: dict) -> None:
    found = article(case)
    expected = DATA["paragraphs"]
    if case.get("plain_quotes"):
        expected = [p.translate(str.maketrans("„“»«", '""""')) for p in expected]
    assert [p for p in [*expected, *case.get("with", ())] if p not in found.text] == []
    assert [p for p in case.get("without", ()) if p in found.text] == []
    known = {"title": found.title, "publisher": found.publisher, "issued": found.issued, "url": found.url}
    known = {k: v or "" for k, v in {**known, "language": found.language}.items()}
    assert {k: known[k] for k in known if k in case} == {k: case[k] for k in known if k in case}
    assert (found.name, found.language) == ("seite", "de")


def test_the_number_of_pages() -> None:
    assert len(CASES) == 22
    assert len({c["says"] for c in CASES}) == len(CASES)


def test_the_claims_cut_their_quotes_out_of_the_kept_text() -> None:
    found = article(CASES[1])
    reading = read_article(found)
    quotes = {found.text[c.start : c.end] for c in reading.claims}
    assert any("5 Milliarden Euro" in q for q in quotes)
    triples = build(reading)
    kept = {t.object.value for t in triples if t.predicate.value.endswith("#text")}
    assert kept == {found.text}
    assert triples == build(read_article(article(CASES[1])))


HTML = [
    b"<!DOCTYPE html>",
    b"\xef\xbb\xbf \n<HTML lang=de>",
    b"<!-- x --><p>",
    b"<?xml version='1.0'?>\n<html>",
    b"<div class=x>",
]
TEXT = [b"", b"Ein Satz.", b"a < b und c > d", b"<quote>", b"+++\n+++\n<p>", b"<pre", b"\xff"]


def test_html_is_told_by_its_beginning_or_the_ending_of_its_name() -> None:
    assert [is_html(start, "-") for start in HTML] == [True] * 5
    assert [is_html(start, "a.txt") for start in TEXT] == [False] * 7
    assert [is_html(b"Text", name) for name in ("a.html", "A.HTM", "a.xhtml", "a.html.gz", "a.md")] == [True] * 4 + [
        False
    ]


def test_the_form_can_be_said() -> None:
    assert parse(b"<p>Text</p>", "a.txt", form="text").text == "<p>Text</p>"
    assert parse(f"<section>{P}</section>".encode(), "a.txt", form="html").text.startswith("Die Firma")


DEEP = "<div>" * 100_000 + P
WRONG = [
    ("no body", "<html><head><title>T</title></head></html>", "a.html: holds no text of an article"),
    ("an empty page", "<html></html>", "a.html: holds no text of an article"),
    ("nothing but a script", "<html><body><script>var a = 1;</script></body></html>", "a.html: holds no text of an article"),
    ("100,000 elements inside one another", f"<html><body>{DEEP}</body></html>", "a.html: holds no text of an article"),
    ("a NUL character", "<html>\n<body>\0</body></html>", "a.html:2: holds a NUL character"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "error"), [(c, e) for _, c, e in WRONG], ids=[w for w, _, _ in WRONG])
def test_what_is_no_article_gets_one_clear_line(content: str, error: str) -> None:
    with pytest.raises(ArticleError) as found:
        parse(content.encode(), "a.html")
    assert str(found.value)[: len(error)] == error
    assert len(WRONG) == 5


def test_a_wrong_charset_is_named_with_its_line() -> None:
    with pytest.raises(ArticleError, match=r"^a.html:2: is not UTF-8 as it says \(byte 0xf6\)"):
        decoded("<meta charset=utf-8>\nBörse".encode("latin-1"), "a.html")
    with pytest.raises(ArticleError, match="declares an unknown charset, klingon"):
        decoded("<meta charset=klingon>\nBörse".encode("latin-1"), "a.html")
    with pytest.raises(ArticleError, match=r"is not SHIFT_JIS as it says"):
        decoded(b"<meta charset=shift_jis>\n\xff\xff", "a.html")


def test_too_large_a_page_is_refused_at_once() -> None:
    with pytest.raises(ArticleError, match="is a page of more than 10,485,760 bytes"):
        parse(b"<html>" + b" " * LIMIT, "a.html")


def test_a_page_that_takes_too_long_is_ended() -> None:
    """200,000 attributes of one tag take the parser minutes."""
    html = "<html><body><p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">x</p>" + P
    with pytest.raises(ArticleError, match="its text was not found within 2 seconds"):
        main_text(html, "a.html", 2)


def test_a_page_of_nearly_ten_megabytes_is_read() -> None:
    html = f"<html><body><script>{'f(1);' * 1_900_000}</script><article>{P}</article></body></html>"
    assert parse(html.encode(), "a.html").text.startswith("Die Firma Quantaro")
