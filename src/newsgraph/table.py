"""Rows for people: aligned columns that fit a terminal."""

import re
import unicodedata
from decimal import Decimal

import pyoxigraph as ox

from newsgraph.namespace import shorten

NARROWEST = 8  # what a column keeps where the terminal is too small for all
# control characters would reach the terminal, and the bidi ones would turn the line around
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def show(term: object) -> str:
    """A term for people: CURIEs for IRIs, bare values for literals, whole numbers with their thousands parted.

    >>> show(ox.Literal("20000000000.0", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")))
    '20,000,000,000'
    """
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    if not isinstance(term, ox.Literal):
        return "" if term is None else str(term)
    numeric = term.datatype.value.endswith(("#decimal", "#integer")) and re.fullmatch(r"-?\d{5,}(\.0+)?", term.value)
    return f"{Decimal(term.value.partition('.')[0]):,}" if numeric else term.value


def table(head: list[str], rows: list[list[str]], widest: int | None = 60, width: int | None = None) -> str:
    """Rows in aligned columns; cells longer than `widest`, or than what `width` columns of a terminal leave, end in «…».

    >>> print(table(["a", "b"], [["1", "two"]]), end="")
    a  b
    -  ---
    1  two
    """
    cells = [[CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(c.split())) for c in row] for row in rows]
    sizes = [max(columns(row[i]) for row in [head, *cells]) for i in range(len(head))]
    most = _level(sizes, width) if width else widest
    sizes = [size if most is None else max(min(size, most), columns(head[i])) for i, size in enumerate(sizes)]
    lines = [head, ["-" * size for size in sizes], *cells]
    return "".join("  ".join(map(_padded, line, sizes)).rstrip() + "\n" for line in lines)


def _level(sizes: list[int], width: int) -> int | None:
    """The size to which the widest columns are cut so that all fit; None where all do."""
    space = width - 2 * (len(sizes) - 1)
    if sum(sizes) <= space:
        return None
    return max((n for n in range(NARROWEST, max(sizes)) if sum(min(s, n) for s in sizes) <= space), default=NARROWEST)


def columns(text: str) -> int:
    """The columns that a text takes on a terminal (Unicode Standard Annex 11): 2 for wide letters, 0 for marks.

    >>> columns("Doubao"), columns("豆包"), columns("u\u0308")
    (6, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_column, text))


def _column(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _padded(text: str, size: int) -> str:
    """The text in so many columns, cut where it is longer."""
    if columns(text) > size:
        while columns(text) > size - 1:
            text = text[: min(len(text) - 1, max(size - 1, 0))]
        text += "…"
    return text + " " * (size - columns(text))
