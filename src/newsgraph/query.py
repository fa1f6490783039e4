"""SPARQL over graphs in memory, with our prefixes known. A query reads; it fetches nothing (SERVICE and FROM are refused)."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.data import folder
from newsgraph.errors import InputError, SyntaxFault
from newsgraph.namespace import PREFIXES, shorten

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")
ENGINES = {"csv": ox.QueryResultsFormat.CSV, "tsv": ox.QueryResultsFormat.TSV, "json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML}
# what is no keyword: comments, IRIs, strings
QUIET = re.compile(r"""<[^<>"{}|^`\\\s]*>|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*""")
LONG_STRING = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'', re.DOTALL)
REMOTE = re.compile(r"\b(SERVICE|FROM|LOAD|INSERT|DELETE|DROP|CLEAR|CREATE|COPY|MOVE)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A competency question: its name, its sentence in German and English, its SPARQL."""

    name: str
    de: str
    en: str
    sparql: str


def questions() -> list[Question]:
    """The questions of graph/queries/*.rq; the first two comments are the sentence (de:, en:)."""
    place = folder("graph").joinpath("queries")
    files = sorted((f for f in place.iterdir() if f.name.endswith(".rq")), key=lambda f: f.name) if place.is_dir() else []
    return [_question(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in files]


def _question(name: str, sparql: str) -> Question:
    found = dict(re.findall(r"^# (de|en): (.+)$", sparql, re.MULTILINE))
    return Question(name, found.get("de", ""), found.get("en", ""), sparql)


def check(sparql: str, file: str = "query") -> None:
    """Refuse what would leave this machine or write. Raises InputError."""
    bare = LONG_STRING.sub('""', sparql)
    # \u escapes may hide a keyword; they are resolved before parsing (SPARQL 1.1, section 19.2)
    bare = re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), bare)
    found = REMOTE.search(QUIET.sub('""', bare))
    if found:
        word = found.group(1).upper()
        advice = "give files with --data instead" if word in ("SERVICE", "FROM") else "a query reads only"
        raise InputError(f"{word} is refused: nothing is fetched or changed by a query", file=file, advice=advice)


def run(sparql: str, data: Iterable[ox.Triple], file: str = "query") -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """The answer of a SPARQL 1.1 query over these triples. Raises SyntaxFault with line and column."""
    check(sparql, file)
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object, ox.DefaultGraph()) for t in data)
    try:
        return store.query(sparql, prefixes=PREFIXES)
    except SyntaxError as e:
        place = re.search(r"at (\d+):(\d+): (.*)", str(e.msg), re.DOTALL)
        line, column, what = (int(place[1]), int(place[2]), place[3]) if place else (None, None, str(e.msg))
        raise SyntaxFault(" ".join(what.split()), file=file, line=line, column=column) from e


def render(answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, fmt: str) -> str:
    """The answer as text in one of FORMATS."""
    if isinstance(answer, ox.QueryTriples):
        from newsgraph.turtle import write

        return write(answer).decode()
    if isinstance(answer, ox.QueryBoolean):
        return "true\n" if answer else "false\n"
    if fmt in ENGINES:
        return answer.serialize(format=ENGINES[fmt]).decode().rstrip("\n") + "\n"  # type: ignore[union-attr]
    return table([v.value for v in answer.variables], [[show(row[v]) for v in answer.variables] for row in answer])


def show(term: object) -> str:
    """A term for people: CURIEs for IRIs, bare values for literals, numbers with their thousands parted."""
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    if isinstance(term, ox.Literal):
        numeric = term.datatype.value.endswith(("#decimal", "#integer")) and re.fullmatch(r"-?\d+(\.\d+)?", term.value)
        return f"{int(float(term.value)):,}" if numeric and float(term.value).is_integer() and len(term.value) > 4 else term.value
    return "" if term is None else str(term)


def table(head: list[str], rows: list[list[str]], widest: int = 60) -> str:
    """Rows in aligned columns, long cells cut with «…».

    >>> print(table(["a", "b"], [["1", "two"]]), end="")
    a  b
    -  ---
    1  two
    """
    cells = [[" ".join(c.split()) for c in row] for row in rows]
    cells = [[c if len(c) <= widest else c[: widest - 1] + "…" for c in row] for row in cells]
    widths = [max(len(row[i]) for row in [head, *cells]) for i in range(len(head))]
    lines = [head, ["-" * w for w in widths], *cells]
    return "".join("  ".join(c.ljust(w) for c, w in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)


def to_csv(head: list[str], rows: list[list[str]]) -> str:
    """Rows as CSV (RFC 4180 with \\n)."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *rows])
    return out.getvalue()
