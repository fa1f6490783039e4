"""A page of HTML: its main text without menus, banners and comments, and what it says of itself, by trafilatura.

Only what the page declares counts: <meta>, JSON-LD, the canonical link, the first <time> of the article. A date or a
publisher that would have to be guessed from running text or from the host's name is left unknown. Nothing is fetched.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from newsgraph.errors import ArticleError
from newsgraph.spoken import spoken
from newsgraph.worker import main_text as told

LIMIT = 10 * 1024 * 1024  # bytes: pages of news have a tenth of it
ENDINGS = (".html", ".htm", ".xhtml")
# The beginnings by which a browser knows HTML (WHATWG MIME Sniffing, 7.1, the table of step 1)
TAGS = "!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p"
BEGINNING = re.compile(rf"\s*(?:<\?xml[^>]{{0,200}}>\s*)?(?:<(?:{TAGS})[\s>]|<!--)", re.IGNORECASE)
CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,400}?\bcharset|\?xml[^>]{0,200}?\bencoding)\s*=\s*["']?\s*([\w-]{1,40})""", re.I
)
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
LATIN = ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "iso-8859-15")
LATEST = "2999-12-31"  # a fixed bound, or the library would take today's date


def is_html(content: bytes, file: str) -> bool:
    """Whether a file is HTML, by the ending of its name or by how it begins.

    >>> is_html(b"<!DOCTYPE html><p>", "-"), is_html(b"a < b", "a.txt"), is_html(b"", "a.htm")
    (True, False, True)
    """
    if file.lower().removesuffix(".gz").endswith(ENDINGS):
        return True
    start = content[:1000]
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    return BEGINNING.match(start.decode("utf-16" if wide else "utf-8-sig", "replace")) is not None


def parts(content: bytes, file: str) -> tuple[dict[str, object], str]:
    """What the page says of itself, by the keys of an article's head, and its main text. Raises ArticleError."""
    if len(content) > LIMIT:
        raise ArticleError(f"is a page of more than {LIMIT:,} bytes", file=file, advice="give its text alone")
    found = told(decoded(content, file), file)
    text = found.pop("text", "")
    if not text.strip():
        why = "holds no text of an article that could be told from menus and the like"
        raise ArticleError(why, file=file, advice="save the text alone as a .txt file")
    # pages often declare the language of their software, so the text itself is asked first
    found["language"] = spoken(text) or found["language"]
    return {key: value for key, value in found.items() if value}, text


def decoded(content: bytes, file: str) -> str:
    """The page as text: by its byte order mark, as UTF-8 where it is, by the charset that it declares, else as Windows-1252.

    UTF-8 comes before what is declared, because pages are often saved anew without changing their <meta>, and no other
    text with umlauts is valid UTF-8. Latin-1 means Windows-1252 (WHATWG Encoding, 4.2). Raises ArticleError.
    """
    name = next((name for mark, name in BOMS if content.startswith(mark)), "utf-8")
    try:
        return _without_nul(content.decode(name), file)
    except UnicodeDecodeError as e:
        declared = CHARSET.search(content[:4096])
        charset = declared[1].decode().lower() if declared else "windows-1252"
        if name != "utf-8" or charset in ("utf-8", "utf8"):
            raise _wrong(charset if declared else name, content, e, file) from e
    try:
        return _without_nul(content.decode("windows-1252" if charset in LATIN else charset), file)
    except UnicodeDecodeError as e:
        raise _wrong(charset, content, e, file) from e
    except LookupError as e:
        raise ArticleError(f"declares an unknown charset, {charset}", file=file, advice="convert it to UTF-8") from e


def _wrong(charset: str, content: bytes, error: UnicodeDecodeError, file: str) -> ArticleError:
    line = content[: error.start].count(b"\n") + 1
    said = f"is not {charset.upper()} as it says (byte 0x{content[error.start]:02x})"
    return ArticleError(said, file=file, line=line, advice="convert it to UTF-8, or correct its charset")


def _without_nul(html: str, file: str) -> str:
    if "\0" in html:
        line = html[: html.index("\0")].count("\n") + 1
        raise ArticleError("holds a NUL character, which no page has", file=file, line=line, advice="remove it")
    return html


# --- what runs in the worker
def main_text(html: str) -> dict[str, str]:
    """The main text (`text`, one paragraph a line), title, publisher, issued, language and url of a page, "" where unknown."""
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document

    if "<html" not in html[:4096].lower():
        html = f"<html><body>{html}</body></html>"  # the library takes a single element for no page
    bounds = {"max_date": LATEST}
    found = bare_extraction(html, include_comments=False, with_metadata=True, date_extraction_params=bounds)
    if not isinstance(found, Document) or not found.text:
        return {}
    tree = load_html(html)
    url = found.url if IRI.fullmatch(found.url or "") else ""
    return {
        "text": found.text,
        "title": found.title or "",
        "publisher": _publisher(found.sitename or "", url or ""),
        "issued": _issued(tree),
        "language": _language(tree),
        "url": url or "",
    }


def _publisher(name: str, url: str) -> str:
    """The site's name, unless it is only its host's (which the library takes where no name is declared)."""
    host = urlsplit(url).hostname or ""
    return "" if name.lower().removeprefix("www.") == host.removeprefix("www.") else name


def _issued(tree: Any) -> str:
    """The date of publication that the page declares (ISO 8601); "" where it declares none.

    The library would go on and take a date out of the running text; so it sees only what declares one.
    """
    from htmldate import find_date
    from lxml import html

    told = html.document_fromstring("<html><head></head><body></body></html>")
    told.head.extend(tree.xpath(DECLARED))
    told.body.extend(tree.xpath(TIMES)[:1])
    found = find_date(told, extensive_search=False, original_date=True, max_date=LATEST)
    return found or ""


def _language(tree: Any) -> str:
    """The language that the page declares, by its first subtag (BCP 47); "" where it declares none."""
    declared = next((v for path in LANGUAGES for v in tree.xpath(path) if v.strip()), "")
    found = re.match(r"\s*([A-Za-z]{2,3})(?![A-Za-z])", declared)
    return found[1].lower() if found else ""


DECLARED = "//meta | //script[contains(@type, 'ld+json')] | //link[@rel='canonical']"
TIMES = "(//article | //main | //*[@role='main'])//time[@datetime]"
LANGUAGES = (
    "/html/@lang",
    "/html/@*[local-name()='lang']",
    "//meta[@http-equiv='content-language' or @http-equiv='Content-Language']/@content",
)
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`\[\]]+")
