"""A look at SPARQL before any engine sees it: what would leave this machine, change data or end the engine is refused.

pyoxigraph has no switch for SERVICE and LOAD, and ends the whole process on a query that is nested too deep.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from newsgraph import nesting
from newsgraph.errors import InputError

# What holds no keyword, in one expression: whichever begins first hides the others.
QUIET = re.compile(
    r"""<(?:[^<>"{}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]{4,8})*>"""  # IRIs
    r'''|"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"'''  # strings
    r"""|'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\n\r]|\\.)*'|#[^\n\r]*"""  # strings, comments
    r"|[?$]\w+|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|:[\w:](?:[\w:.-]*[\w:-])?",  # variables, languages, ends of names
    re.DOTALL,
)
# Words that fetch or write. pyoxigraph wants no space around the first two: 1SERVICE and SERVICEng:x are read, too.
WORD = re.compile(
    QUIET.pattern + r"|(?P<word>SERVICE|FROM|\b(?:LOAD|INSERT|DELETE|DROP|CLEAR|CREATE|COPY|MOVE)\b)",
    re.DOTALL | re.IGNORECASE,
)
FETCHING = ("SERVICE", "LOAD")
TARGET = re.compile(r"\s*(?:(?:SILENT|NAMED)\s*)?<([^<>\"{}|^`\\\x00-\x20]*)>", re.IGNORECASE)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
OPERATOR = re.compile(r"[!|/^*+;]|\b(?:UNION|OPTIONAL|MINUS|BIND|VALUES|FILTER)\b", re.IGNORECASE)
FORM = QUIET.pattern + r"|\b(?P<form>SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!:)"
# pyoxigraph 0.5 ends the process on a query that is much larger
LONGEST, DEEPEST, MOST_OPERATORS = 100_000, 200, 1000
LONGEST_UPDATE = 10_000_000


@dataclass(frozen=True, slots=True)
class Leave:
    """What is allowed: the hosts that SERVICE and LOAD may reach, the graphs that FROM may name, whether to write."""

    hosts: tuple[str, ...] = ()
    graph: Callable[[str], bool] = lambda iri: False
    write: bool = False


READ_ONLY = Leave()


def check(sparql: str, file: str = "query", leave: Leave = READ_ONLY) -> None:
    """Refuse what would leave this machine, write, or end the engine, as far as it is not allowed. Raises InputError."""
    most = LONGEST_UPDATE if leave.write else LONGEST
    if len(sparql) > most:
        raise InputError(f"is longer than {most:,} characters", file=file, advice="put data into files, see --data")
    # Escapes may hide a keyword or the end of a string (SPARQL 1.1, section 19.2): both readings must be harmless.
    for text in {sparql, ESCAPE.sub(_unescaped, sparql)}:
        for found in WORD.finditer(text):
            if found["word"]:
                _refuse(text, found, file, leave)
        _refuse_heavy(QUIET.sub('""', text), file, leave)


def _unescaped(found: re.Match[str]) -> str:
    return chr(min(int(found[1] or found[2], 16), 0x10FFFF))


def _refuse(text: str, found: re.Match[str], file: str, leave: Leave) -> None:
    word = found["word"].upper()
    target = TARGET.match(text, found.end())
    if word in FETCHING and not (word == "LOAD" and not leave.write):
        if target and host_of(target[1]) in leave.hosts:
            return
        advice = f"--allow-host {host_of(target[1])} lets it" if target and host_of(target[1]) else "name a <http://…>"
    elif word == "FROM":
        if target and leave.graph(target[1]):
            return
        advice = "it may name a graph of the store; give files with --data instead"
    elif leave.write:
        return
    else:
        advice = "a query reads only; see newsgraph update"
    raise InputError(f"{word} is refused: nothing is fetched or changed by a query", file=file, advice=advice)


def host_of(iri: str) -> str:
    """The host of an address of the web, with its port where one is written; "" for any other IRI."""
    try:
        parts = urlsplit(iri)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    return f"{parts.hostname or ''}{port}" if parts.scheme in ("http", "https") and "@" not in parts.netloc else ""


def _refuse_heavy(bare: str, file: str, leave: Leave) -> None:
    if nesting.depth(bare.encode("utf-8", "replace"), nesting.SPARQL) > DEEPEST:
        raise InputError(f"is nested more than {DEEPEST} deep", file=file, advice="flatten it")
    if not leave.write and len(OPERATOR.findall(bare)) > MOST_OPERATORS:
        raise InputError(f"holds more than {MOST_OPERATORS:,} operators", file=file, advice="ask in parts")


def form(sparql: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; "" where there is none of these words.

    >>> form("PREFIX ask: <x:select> # ASK\\n construct {} {}")
    'CONSTRUCT'
    """
    words = re.finditer(FORM, sparql, re.DOTALL | re.IGNORECASE)
    return next((found["form"].upper() for found in words if found["form"]), "")
