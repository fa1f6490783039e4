"""Answers of queries in the forms in which people and programs read them."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO

import pyoxigraph as ox

from newsgraph.errors import FormatError
from newsgraph.label import Labels
from newsgraph.table import show, table

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")
ENGINES = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples | list[ox.Triple]


@dataclass(frozen=True, slots=True)
class View:
    """How an answer is shown: its format; what stands for IRIs; the columns of the terminal, and whether cells are cut."""

    fmt: str = "table"
    labels: Labels | None = None
    width: int | None = None
    cut: bool = True


def render(answer: Answer, fmt: str) -> str:
    """The answer as text in one of FORMATS. Raises FormatError as `write` does."""
    out = io.BytesIO()
    write(answer, View(fmt), out)
    return out.getvalue().decode()


def write(answer: Answer, view: View, out: IO[bytes]) -> None:
    """Write the answer; CONSTRUCT and DESCRIBE have Turtle, the others all but that.

    Rows go out as they are found, but for tables and labels, which need all of them. Raises FormatError.
    """
    if isinstance(answer, ox.QueryTriples | list):
        out.write(_graph(answer, view.fmt))
    elif view.fmt == "turtle":
        raise FormatError("rows have no turtle form", advice="ask with CONSTRUCT for a graph")
    elif isinstance(answer, ox.QueryBoolean):
        out.write(_boolean(answer, view.fmt))
    elif view.fmt == "table" or view.labels:
        out.write(_rows(answer, view))
    else:
        answer.serialize(out, ENGINES[view.fmt])
        out.write(b"\n" if view.fmt in ("json", "xml") else b"")


def _graph(triples: Iterable[ox.Triple], fmt: str) -> bytes:
    from newsgraph.turtle import write

    if fmt not in ("table", "turtle"):
        raise FormatError(f"a graph has no {fmt} form", advice="leave out --format: it is written as turtle")
    return write(triples)


def _boolean(answer: ox.QueryBoolean, fmt: str) -> bytes:
    if fmt in ("json", "xml"):
        return (answer.serialize(format=ENGINES[fmt]) or b"") + b"\n"
    return b"true\n" if answer else b"false\n"


def _rows(answer: ox.QuerySolutions, view: View) -> bytes:
    names = [v.value for v in answer.variables]
    terms = [[row[name] for name in names] for row in answer]
    known = view.labels.of(term for row in terms for term in row) if view.labels else {}
    cells = [[known.get(term) or show(term) for term in row] for row in terms]
    if view.fmt == "table":
        return table(names, cells, 60 if view.cut else None, view.width if view.cut else None).encode()
    if view.fmt != "csv":
        raise FormatError(f"{view.fmt} holds terms, not labels", advice="labels go with table and csv")
    out = io.StringIO()
    csv.writer(out).writerows([names, *cells])
    return out.getvalue().encode()
