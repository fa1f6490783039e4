"""SPARQL over graphs in memory or in the store, with our prefixes known.

A query reads: what would fetch or change is refused before it is parsed (newsgraph.prescan).
"""

import re
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from newsgraph.constraint import wrong
from newsgraph.errors import EngineError, InputError, SyntaxFault
from newsgraph.namespace import PREFIXES
from newsgraph.plan import plan
from newsgraph.prescan import QUIET, Leave, check

COUNTED = 100_000
NO_COUNTS: Mapping[str, int] = {}
Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


def run(sparql: str, data: Iterable[ox.Triple], file: str = "query") -> Answer:
    """The answer of a SPARQL 1.1 query over these triples. Raises SyntaxFault with line and column, InputError."""
    check(sparql, file)
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object, ox.DefaultGraph()) for t in data)
    return over(store, sparql, file)


def over(
    store: ox.Store,
    sparql: str,
    file: str = "query",
    hosts: tuple[str, ...] = (),
    counts: Mapping[str, int] = NO_COUNTS,
) -> Answer:
    """The answer of a SPARQL 1.1 query over the default graph of a store, planned by the `counts` of its predicates.

    Raises as `run` does.
    """
    check(sparql, file, Leave(hosts, lambda iri: store.contains_named_graph(ox.NamedNode(iri))))
    try:
        return _asked(store, sparql, planned(store, sparql, counts))
    except SyntaxError as e:
        raise fault(str(e.msg), sparql, file) from e
    except UnicodeEncodeError as e:
        raise InputError("is not UTF-8", file=file) from e
    except RuntimeError as e:
        raise EngineError(f"{file}: {' '.join(str(e).split())}") from e


def planned(store: ox.Store, sparql: str, counts: Mapping[str, int]) -> str:
    """The query as it is asked of a store, planned by the `counts` of its predicates; as it is written without them."""
    return plan(sparql, counts, lambda pattern: _solutions(store, pattern))


def _asked(store: ox.Store, sparql: str, planned: str) -> Answer:
    """The answer of the planned query; one with an error in it is asked as it was written, so that the error has its place."""
    try:
        return store.query(planned, prefixes=PREFIXES)
    except SyntaxError:
        return store.query(sparql, prefixes=PREFIXES)


def _solutions(store: ox.Store, pattern: str) -> int:
    """How many solutions the patterns have, as far as that matters."""
    text = f"SELECT (COUNT(*) AS ?n) {{ {{ SELECT * {{ {pattern} }} LIMIT {COUNTED} }} }}"
    [row] = store.query(text, prefixes=PREFIXES)  # type: ignore[misc]
    return int(row["n"].value)


def fault(message: str, sparql: str, file: str) -> SyntaxFault:
    """The engine's error with its place; the character classes that it lists say nothing to people."""
    place = re.search(r"at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not place:
        return SyntaxFault(" ".join(message.split()), file=file)
    line, column = _start(sparql, int(place[1]), int(place[2]))
    word = wrong(sparql)
    if word:
        before = sparql[: word.start]
        said, line, column = (
            f"this {word.text.upper()} is not understood",
            before.count("\n") + 1,
            len(before) - before.rfind("\n"),
        )
        return SyntaxFault(said, file=file, line=line, column=column)
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
