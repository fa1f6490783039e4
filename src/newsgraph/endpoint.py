"""Questions to a remote SPARQL endpoint (SPARQL 1.1 Protocol, section 2.1.2: POST with URL-encoded parameters)."""

import io
import re
from collections.abc import Callable, Iterable, Iterator

import pyoxigraph as ox
import requests

from newsgraph.errors import RemoteError, SyntaxFault
from newsgraph.label import Pair
from newsgraph.namespace import PREFIXES
from newsgraph.prescan import Leave, check, form
from newsgraph.query import fault
from newsgraph.rdf import parse
from newsgraph.remote import body, checked, send, session
from newsgraph.result import Answer
from newsgraph.worker import Task

LARGEST = 1024**3  # bytes of an answer
BUSY = (408, 425, 429, 502, 503, 504)  # 500 is what some stores say to a wrong query
ROWS = "application/sparql-results+json"
GRAPH = "application/n-triples, text/turtle;q=0.9"
LABELS = """SELECT ?thing ?label {{ VALUES ?thing {{ {} }} VALUES ?name {{ skos:prefLabel rdfs:label }}
?thing ?name ?label }}"""


def answer_of(task: Task) -> tuple[Answer, Callable[[list[ox.NamedNode]], Iterable[Pair]]]:
    """The endpoint's answer, and what finds labels there. Raises RemoteError, SyntaxFault."""
    client = session(tries=2, busy=BUSY)
    _check(task)

    def find(iris: list[ox.NamedNode]) -> Iterator[Pair]:
        rows = query(client, task.endpoint, LABELS.format(" ".join(map(str, iris)))) if iris else ()
        for row in rows if isinstance(rows, ox.QuerySolutions) else ():
            if isinstance(row["thing"], ox.NamedNode) and isinstance(row["label"], ox.Literal):
                yield row["thing"], row["label"]

    return query(client, task.endpoint, task.sparql), find


def _check(task: Task) -> None:
    """Refuse what `check` refuses, and what is no SPARQL 1.1, before it is sent: our errors say line and column."""
    checked(task.endpoint)
    check(task.sparql, task.file, Leave(task.hosts, lambda iri: True))  # FROM names graphs of the endpoint's own
    if not re.search("SERVICE", task.sparql, re.IGNORECASE):
        try:
            ox.Store().query(task.sparql, prefixes=PREFIXES)
        except SyntaxError as e:
            raise fault(str(e.msg), task.sparql, task.file) from e


def query(client: requests.Session, url: str, sparql: str) -> Answer:
    """Ask; rows come as they arrive, a graph as a whole. Raises RemoteError."""
    graph = form(sparql) in ("CONSTRUCT", "DESCRIBE")
    accept = {"Accept": GRAPH if graph else ROWS}
    got = send(client, "POST", url, data={"query": declared(sparql)}, headers=accept)
    kind = got.headers.get("Content-Type", "").partition(";")[0].strip()
    if graph:
        return _graph(b"".join(body(got, LARGEST)), kind, url)
    if kind not in (ROWS, "application/json"):
        raise RemoteError(f"{url}: answers with {kind or 'no type'}, {ROWS} was expected; is it a SPARQL endpoint?")
    stream = io.BufferedReader(_Stream(body(got, LARGEST)))
    try:
        return ox.parse_query_results(input=stream, format=ox.QueryResultsFormat.JSON)
    except (SyntaxError, ValueError) as e:
        raise RemoteError(f"{url}: answers with something else than {ROWS}: {e}") from e


def _graph(content: bytes, kind: str, url: str) -> list[ox.Triple]:
    formats = {"application/n-triples": "n-triples", "text/plain": "n-triples", "text/turtle": "turtle"}
    if kind not in formats:
        raise RemoteError(f"{url}: answers with {kind or 'no type'}, Turtle or N-Triples was expected")
    try:
        return parse(content, formats[kind], url)
    except SyntaxFault as e:
        raise RemoteError(f"answers with broken RDF: {e}") from e


def declared(sparql: str) -> str:
    """The query with the prefixes of ours that it uses; they stand on its first line, so that lines keep their numbers."""
    used = [p for p in PREFIXES if re.search(rf"\b{p}:", sparql)]
    return "".join(f"PREFIX {p}: <{PREFIXES[p]}> " for p in used) + sparql


class _Stream(io.RawIOBase):
    """Pieces of bytes as a file to read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self.pieces = pieces
        self.left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self.left:
            piece = next(self.pieces, None)
            if piece is None:
                return 0
            self.left = piece
        size = min(len(buffer), len(self.left))
        buffer[:size] = self.left[:size]
        self.left = self.left[size:]
        return size
