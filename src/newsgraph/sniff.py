"""The format that a document looks like, whatever its name says: for a word of advice, never for reading."""

import re

SIGNS = (
    ("rdf-xml", re.compile(rb"\s*<(\?xml|rdf:RDF|!DOCTYPE)", re.IGNORECASE)),
    ("json-ld", re.compile(rb"\s*[\[{]\s*[\[{\"\]}]")),
    ("turtle", re.compile(rb"(\s|#[^\n]*\n)*(@prefix|@base|prefix\s+[\w-]*:\s*<|base\s*<)", re.IGNORECASE)),
    ("n-quads", re.compile(rb"\s*(<[^>\s]+>|_:\S+)\s+<[^>\s]+>\s+[^\n]*(\s|>|\")\s*<[^>\s]+>\s*\.\s*$", re.MULTILINE)),
    ("n-triples", re.compile(rb"\s*(<[^>\s]+>|_:\S+)\s+<[^>\s]+>\s+[^\n]*\.\s*$", re.MULTILINE)),
)


def looks_like(content: bytes) -> str:
    """The name of a format, or "".

    >>> looks_like(b'{"@id": "https://example.org/a"}'), looks_like(b"Ein Satz.")
    ('json-ld', '')
    """
    head = content[:2000].removeprefix(b"\xef\xbb\xbf")
    return next((name for name, sign in SIGNS if sign.match(head)), "")
