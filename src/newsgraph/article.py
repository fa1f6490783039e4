"""An article: text as it was read, and what is known of it.

A file is plain text, or Markdown with a TOML head between two lines `+++`, or a page of HTML, of which the main text is
taken (`newsgraph.page`). The body of a text is taken byte for byte; offsets count code points of its NFC form (W3C
Character Model, as Python and SPARQL count).
"""

import hashlib
import os
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from newsgraph import page
from newsgraph.errors import ArticleError
from newsgraph.files import read_bytes
from newsgraph.language import codes
from newsgraph.spoken import name, spoken

HEAD = "+++"
MARK = re.compile(r"^\+\+\+[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
KEYS = ("title", "publisher", "issued", "language", "url", "licence")
MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip file"),
)
FORMS = ("auto", "text", "html")
UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Article:
    """A text (NFC) and its metadata; what is unknown is None. `name` is the file's name without its ending."""

    name: str
    text: str
    language: str = "de"
    title: str | None = None
    publisher: str | None = None
    issued: date | None = None
    url: str | None = None
    digest: str = field(init=False, repr=False, compare=False)  # SHA-256 of the text's UTF-8 form, in hexadecimal

    def __post_init__(self) -> None:
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "digest", digest)  # once: the id of every claim asks for it


def read(path: Path, *, language: str | None = None, issued: date | None = None, form: str = "auto") -> Article:
    """The article in a file; the options win over its head. Raises ArticleError, InputError."""
    return parse(read_bytes(path), str(path), language=language, issued=issued, form=form)


def parse(
    content: bytes, file: str, *, language: str | None = None, issued: date | None = None, form: str = "auto"
) -> Article:
    """The article in `content`; `file` is its name, also in errors; `form` is one of FORMS."""
    head, body = page.parts(content, file) if is_page(content, file, form) else _parts(_decoded(content, file), file)
    text = unicodedata.normalize("NFC", body)
    if not text.strip():
        raise ArticleError("is empty, the text of an article was expected", file=file)
    return Article(
        name=_name(file),
        text=text,
        language=language or _text(head, "language", file) or _spoken(text, file),
        title=_text(head, "title", file),
        publisher=_text(head, "publisher", file),
        issued=issued or _date(head, file),
        url=_text(head, "url", file),
    )


def _spoken(text: str, file: str) -> str:
    """The language of a text whose language nobody declared. Raises ArticleError where no pack reads it."""
    code = spoken(text) or "de"
    if code not in codes():
        known = ", ".join(f"{name(c)} ({c})" for c in codes())
        advice = f"there is a pack for {known}; where the text is in it after all, say so with --language"
        raise ArticleError(
            f"seems to be in {name(code)} ({code}), for which there is no language pack", file=file, advice=advice
        )
    return code


def is_page(content: bytes, file: str, form: str = "auto") -> bool:
    """Whether `parse` takes the content for a page of HTML."""
    return form == "html" or (form == "auto" and page.is_html(content, file))


def _name(file: str) -> str:
    """The file's name without its ending; bytes that are no UTF-8 become U+FFFD.

    >>> [_name(f) for f in ("a/b.c.txt", "b.txt.gz", "b.gz", ".txt")]
    ['b.c', 'b', 'b', '.txt']
    """
    name = os.fsencode(Path(file).name.removesuffix(".gz")).decode("utf-8", "replace")
    return name.rpartition(".")[0] or name


def _decoded(content: bytes, file: str) -> str:
    """The content as text. Raises ArticleError for what is none, with what it seems to be."""
    for magic, kind in MAGIC:
        if content.startswith(magic):
            raise ArticleError(f"is {kind}, not text", file=file, advice="give the article as UTF-8 text")
    if content.startswith(UTF16) or content[:200].count(0) > 20:
        raise ArticleError(
            "is UTF-16 text, UTF-8 was expected", file=file, advice="convert it: iconv -f UTF-16 -t UTF-8"
        )
    if b"\0" in content:
        line = _line(content, content.index(b"\0"))
        raise ArticleError("holds a NUL byte, which no text has", file=file, line=line, advice="remove it")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        byte = content[e.start]
        raise ArticleError(
            f"is not UTF-8 (byte 0x{byte:02x})",
            file=file,
            line=_line(content, e.start),
            advice="convert it, from Latin-1 for example: iconv -f LATIN1 -t UTF-8",
        ) from e


def _line(content: bytes, position: int) -> int:
    """The number of the line that holds a byte."""
    return content[:position].count(b"\n") + 1


def _parts(text: str, file: str) -> tuple[dict[str, object], str]:
    """Head and body; a text that does not begin with `+++` is all body. Lines may end as on Windows."""
    first = MARK.match(text)
    if not first:
        return {}, text
    last = MARK.search(text, first.end())
    if not last:
        raise ArticleError("the head has no end", file=file, line=1, advice=f"close it with a line {HEAD}")
    return _head(text[first.end() : last.start()], file), text[last.end() :]


def _head(toml: str, file: str) -> dict[str, object]:
    """The head's keys and values. Its first line is the second of the file."""
    try:
        head = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as e:
        word, line, column = _place(str(e), toml)
        raise ArticleError(f"the head is no TOML: {word}", file=file, line=line, column=column) from e
    for key in head:
        if key not in KEYS:
            line = _line_of(key, toml)
            raise ArticleError(
                f"unknown key {key!r} in the head", file=file, line=line, advice=f"known: {' '.join(KEYS)}"
            )
    return head


def _place(message: str, toml: str) -> tuple[str, int, int | None]:
    """tomllib's word without its place, then the place in the file (line, column)."""
    word, _, place = message.partition(" (at ")
    found = re.match(r"line (\d+), column (\d+)", place)
    return (word, int(found[1]) + 1, int(found[2])) if found else (word, toml.count("\n") + 1, None)


def _line_of(key: str, toml: str) -> int:
    """The line of the file on which a key of the head stands; 1 where it is written with escapes."""
    written = re.compile(rf"""\s*\[*\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    return next((i for i, row in enumerate(toml.splitlines(), 2) if written.match(row)), 1)


def _text(head: dict[str, object], key: str, file: str) -> str | None:
    """The text of a key; None where it is not there."""
    value = head.get(key)
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise ArticleError(f"{key} must be a text", file=file, line=1, advice="leave out what is unknown")


def _date(head: dict[str, object], file: str) -> date | None:
    """The date of publication: a TOML date, a date and time (the date counts), or a text such as 2025-01-24."""
    value = head.get("issued")
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as e:
        raise ArticleError("issued must be a date such as 2025-01-24", file=file, line=1) from e
