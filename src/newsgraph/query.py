"""SPARQL over graphs in memory, with our prefixes known.

A query reads: what would fetch or change (SERVICE, FROM, LOAD, INSERT) is refused before it is parsed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import pyoxigraph as ox

from newsgraph import nesting
from newsgraph.data import folder
from newsgraph.errors import FormatError, InputError, SyntaxFault
from newsgraph.namespace import PREFIXES, shorten

FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")
ENGINES = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
# What holds no keyword, in one expression: whichever begins first hides the others.
QUIET = re.compile(
    r"""<(?:[^<>"{}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]{4,8})*>"""  # IRIs
    r'''|"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"'''  # strings
    r"""|'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\n\r]|\\.)*'|#[^\n\r]*"""  # strings, comments
    r"|[?$]\w+|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|:[\w:](?:[\w:.-]*[\w:-])?",  # variables, languages, ends of names
    re.DOTALL,
)
# Words that fetch or write. pyoxigraph wants no space around the first two: 1SERVICE and SERVICEng:x are read, too.
REMOTE = re.compile(r"SERVICE|FROM|\b(?:LOAD|INSERT|DELETE|DROP|CLEAR|CREATE|COPY|MOVE)\b", re.IGNORECASE)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
OPERATOR = re.compile(r"[!|/^*+;]|\b(?:UNION|OPTIONAL|MINUS|BIND|VALUES|FILTER)\b", re.IGNORECASE)
# pyoxigraph 0.5 ends the process on a query that is much larger
LONGEST, DEEPEST, MOST_OPERATORS = 100_000, 200, 1000

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


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
    files = (f for f in place.iterdir() if f.name.endswith(".rq")) if place.is_dir() else ()
    return [
        _question(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in sorted(files, key=lambda file: file.name)
    ]


def _question(name: str, sparql: str) -> Question:
    found = dict(re.findall(r"^# (de|en): (.+)$", sparql, re.MULTILINE))
    return Question(name, found.get("de", ""), found.get("en", ""), sparql)


def check(sparql: str, file: str = "query") -> None:
    """Refuse what would leave this machine, write, or end the engine. Raises InputError."""
    if len(sparql) > LONGEST:
        raise InputError(f"is longer than {LONGEST:,} characters", file=file, advice="put data into files, see --data")
    # Escapes may hide a keyword or the end of a string (SPARQL 1.1, section 19.2): both readings must be harmless.
    for text in {sparql, ESCAPE.sub(_unescaped, sparql)}:
        bare = QUIET.sub('""', text)
        _refuse_remote(bare, file)
        _refuse_heavy(bare, file)


def _unescaped(found: re.Match[str]) -> str:
    return chr(min(int(found[1] or found[2], 16), 0x10FFFF))


def _refuse_remote(bare: str, file: str) -> None:
    found = REMOTE.search(bare)
    if found:
        word = found.group().upper()
        advice = "give files with --data instead" if word in ("SERVICE", "FROM") else "a query reads only"
        raise InputError(f"{word} is refused: nothing is fetched or changed by a query", file=file, advice=advice)


def _refuse_heavy(bare: str, file: str) -> None:
    if nesting.depth(bare.encode("utf-8", "replace"), nesting.SPARQL) > DEEPEST:
        raise InputError(f"is nested more than {DEEPEST} deep", file=file, advice="flatten it")
    if len(OPERATOR.findall(bare)) > MOST_OPERATORS:
        raise InputError(f"holds more than {MOST_OPERATORS:,} operators", file=file, advice="ask in parts")


def run(sparql: str, data: Iterable[ox.Triple], file: str = "query") -> Answer:
    """The answer of a SPARQL 1.1 query over these triples. Raises SyntaxFault with line and column, InputError."""
    check(sparql, file)
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object, ox.DefaultGraph()) for t in data)
    return over(store, sparql, file)


def over(store: ox.Store, sparql: str, file: str = "query") -> Answer:
    """The answer of a SPARQL 1.1 query over the default graph of a store. Raises as `run` does."""
    check(sparql, file)
    try:
        return store.query(sparql, prefixes=PREFIXES)
    except SyntaxError as e:
        raise _fault(str(e.msg), sparql, file) from e
    except UnicodeEncodeError as e:
        raise InputError("is not UTF-8", file=file) from e


def _fault(message: str, sparql: str, file: str) -> SyntaxFault:
    """The engine's error with its place; the character classes that it lists say nothing to people."""
    place = re.search(r"at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not place:
        return SyntaxFault(" ".join(message.split()), file=file)
    line, column = _start(sparql, int(place[1]), int(place[2]))
    words = re.sub(r",? ?\['.*?(?:'\]|'\s*$|\.\.=[^]]*\])|,? ?\[_\]|<unreported>", "", place[3], flags=re.DOTALL)
    said = " ".join(words.split()).removesuffix("expected one of").removesuffix("expected")
    return SyntaxFault(said or "is not expected here", file=file, line=line, column=column)


def _start(sparql: str, line: int, column: int) -> tuple[int, int]:
    """Where the word begins at whose end the engine stopped: it reads a word or so ahead before it gives up.

    The end of the text, where a bracket is still open there.
    """
    rows = sparql.split("\n")
    read = "\n".join([*rows[: line - 1], rows[line - 1][: column - 1]])
    bare = QUIET.sub('""', read)
    if not sparql[len(read) :].strip() and sum(map(bare.count, "{([")) > sum(map(bare.count, "})]")):
        return line, column
    bared = read.rstrip()
    word = re.match(r"[^\s{}()\[\],;]+|[{}()\[\],;]|", bared[::-1])  # from its end, or the search would be quadratic
    before = bared[: len(bared) - (word.end() if word else 0)]
    start = len(before) + len(read[len(before) :]) - len(read[len(before) :].lstrip())
    return before.count("\n") + 1 + read[len(before) : start].count("\n"), start - read.rfind("\n", 0, start)


def render(answer: Answer, fmt: str) -> str:
    """The answer as text in one of FORMATS; CONSTRUCT and DESCRIBE have Turtle, the others all but that.

    Raises FormatError.
    """
    if isinstance(answer, ox.QueryTriples):
        from newsgraph.turtle import write

        if fmt not in ("table", "turtle"):
            raise FormatError(f"a graph has no {fmt} form", advice="leave out --format: it is written as turtle")
        return write(answer).decode()
    if fmt == "turtle":
        raise FormatError("rows have no turtle form", advice="ask with CONSTRUCT for a graph")
    if fmt in ENGINES and not (isinstance(answer, ox.QueryBoolean) and fmt in ("csv", "tsv")):
        return (answer.serialize(format=ENGINES[fmt]) or b"").decode().rstrip("\n") + "\n"
    if isinstance(answer, ox.QueryBoolean):
        return "true\n" if answer else "false\n"
    return table([v.value for v in answer.variables], [[show(row[v]) for v in answer.variables] for row in answer])


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
