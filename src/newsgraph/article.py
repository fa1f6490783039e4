"""An article: text as it was read, and what is known of it.

A file is plain text, or Markdown with a TOML head between two lines `+++`. The body is taken byte for byte;
offsets count code points of its NFC form (W3C Character Model, as Python and SPARQL count).
"""

import hashlib
import tomllib
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from newsgraph.errors import ArticleError
from newsgraph.files import read_bytes

HEAD = "+++"
KEYS = ("title", "publisher", "issued", "language", "url", "licence")
MAGIC = ((b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"%PDF", "a PDF"), (b"PK\x03\x04", "a zip"))
UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Article:
    """A text (NFC) and its metadata; what is unknown is None. `name` is the file's stem."""

    name: str
    text: str
    language: str = "de"
    title: str | None = None
    publisher: str | None = None
    issued: date | None = None
    url: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the text's UTF-8 form, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def read(path: Path, *, language: str | None = None, issued: date | None = None) -> Article:
    """The article in a file; options fill in what its head does not say. Raises ArticleError, InputError."""
    return parse(read_bytes(path), str(path), language=language, issued=issued)


def parse(content: bytes, file: str, *, language: str | None = None, issued: date | None = None) -> Article:
    """The article in `content`; `file` is its name, also in errors."""
    head, body = _parts(_decoded(content, file), file)
    text = unicodedata.normalize("NFC", body)
    if not text.strip():
        raise ArticleError("is empty, the text of an article was expected", file=file)
    return Article(
        name=Path(file).name.removesuffix(".gz").rpartition(".")[0] or Path(file).name,
        text=text,
        language=language or _text(head, "language", file) or "de",
        title=_text(head, "title", file),
        publisher=_text(head, "publisher", file),
        issued=issued or _date(head, file),
        url=_text(head, "url", file),
    )


def _decoded(content: bytes, file: str) -> str:
    for magic, kind in MAGIC:
        if content.startswith(magic):
            raise ArticleError(f"is {kind}, not text", file=file, advice="give the article as UTF-8 text")
    if content.startswith(UTF16) or content[:200].count(0) > 20:
        raise ArticleError("is UTF-16 text, UTF-8 was expected", file=file, advice="convert it: iconv -f UTF-16 -t UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        line = content[: e.start].count(b"\n") + 1
        raise ArticleError(
            f"is not UTF-8 (byte 0x{content[e.start]:02x})", file=file, line=line, advice="convert it: iconv -t UTF-8"
        ) from e


def _parts(text: str, file: str) -> tuple[dict[str, object], str]:
    """Head and body; a text that does not begin with `+++` is all body."""
    first, _, rest = text.partition("\n")
    if first.rstrip("\r") != HEAD:
        return {}, text
    toml, mark, body = ("\n" + rest).partition(f"\n{HEAD}\n")
    if not mark:
        raise ArticleError("the head has no end", file=file, line=1, advice=f"close it with a line {HEAD}")
    return _head(toml.removeprefix("\n"), file), body


def _head(toml: str, file: str) -> dict[str, object]:
    try:
        head = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as e:
        # the head begins on line 2 of the file
        line = getattr(e, "lineno", None) or _line_in(str(e))
        raise ArticleError(f"the head is no TOML: {e}", file=file, line=line and line + 1) from e
    for key in head:
        if key not in KEYS:
            line = next(i for i, row in enumerate(toml.splitlines(), 2) if key in row)
            raise ArticleError(f"unknown key {key!r} in the head", file=file, line=line, advice=f"known: {' '.join(KEYS)}")
    return head


def _line_in(message: str) -> int | None:
    found = message.partition("at line ")[2].partition(",")[0]
    return int(found) if found.isdigit() else None


def _text(head: dict[str, object], key: str, file: str) -> str | None:
    value = head.get(key)
    if value is not None and not (isinstance(value, str) and value.strip()):
        raise ArticleError(f"{key} must be a text", file=file, line=1, advice="leave out what is unknown")
    return value


def _date(head: dict[str, object], file: str) -> date | None:
    value = head.get("issued")
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            value = object()
    if value is not None and not isinstance(value, date):
        raise ArticleError("issued must be a date such as 2025-01-24", file=file, line=1)
    return value
