"""Graphs to a triple store elsewhere, by the SPARQL 1.1 Graph Store HTTP Protocol or by SPARQL 1.1 Update.

Every graph takes the place of the one of its name there: PUT (sections 5.3), or CLEAR and INSERT DATA. What is larger
than a batch is sent on by POST, or by further INSERT DATA. The counts that the store then has are read back.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

import pyoxigraph as ox
import requests

from newsgraph.endpoint import query
from newsgraph.errors import RemoteError
from newsgraph.remote import body, send
from newsgraph.resume import Resume, keep

DEFAULT = "default"
TURTLE = "text/turtle; charset=utf-8"  # what we send is N-Triples, which is Turtle; not every store knows the former
LARGEST = 4 * 1024**3  # bytes of a graph that is read back
ASKED = 200  # graphs whose counts are asked for at a time


@dataclass(frozen=True, slots=True)
class Target:
    """The store's address; whether it takes Update; the largest batch in bytes; where counts are asked for."""

    url: str
    update: bool = False
    batch: int = 4 * 1024 * 1024
    endpoint: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A graph (its IRI, or DEFAULT) as it is sent: N-Triples, sorted; how many."""

    graph: str
    lines: tuple[bytes, ...]

    @property
    def digest(self) -> str:
        return hashlib.sha256(b"".join(self.lines)).hexdigest()


def part(graph: str, triples: Iterable[ox.Triple]) -> Part:
    """A graph made ready."""
    text = ox.serialize(set(triples), format=ox.RdfFormat.N_TRIPLES) or b""
    return Part(graph, tuple(sorted(text.splitlines(keepends=True))))


def push(
    client: requests.Session, target: Target, parts: Iterable[Part], state: Resume, told: Callable[[Part], object]
) -> dict[str, int]:
    """Send what `state` does not hold yet; the numbers of triples of all graphs. Raises RemoteError.

    `told` is called with every graph that the store has.
    """
    sizes: dict[str, int] = {}
    way = _by_update if target.update else _by_put
    for sent in way(client, target, _left(parts, state, sizes, told)):
        if sent:
            keep(state, [(p.graph, p.digest) for p in sent])
        for p in sent:
            told(p)
    return sizes


def _left(
    parts: Iterable[Part], state: Resume, sizes: dict[str, int], told: Callable[[Part], object]
) -> Iterator[Part]:
    """The parts that are not there yet; `sizes` gets those of all."""
    for p in parts:
        sizes[p.graph] = len(p.lines)
        if state.sent.get(p.graph) == p.digest:
            told(p)
        else:
            yield p


def _by_put(client: requests.Session, target: Target, parts: Iterable[Part]) -> Iterator[list[Part]]:
    for p in parts:
        for number, piece in enumerate(_batches(p, target.batch)):
            method = "POST" if number else "PUT"
            send(client, method, address(target.url, p.graph), data=piece, headers={"Content-Type": TURTLE}).close()
        yield [p]


def _by_update(client: requests.Session, target: Target, parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Small graphs go together as far as a batch holds them, large ones in batches of their own."""
    waiting: list[Part] = []
    text = b""
    for p in parts:
        for number, piece in enumerate(_batches(p, target.batch)):
            more = _insert(p.graph, piece, clear=number == 0)
            if text and len(text) + len(more) > target.batch:
                _update(client, target, text)
                yield waiting
                waiting, text = [], b""
            text += more
        waiting.append(p)
    if text:
        _update(client, target, text)
        yield waiting


def _update(client: requests.Session, target: Target, text: bytes) -> None:
    send(client, "POST", target.url, data=text, headers={"Content-Type": "application/sparql-update"}).close()


def _insert(graph: str, lines: bytes, clear: bool) -> bytes:
    if graph == DEFAULT:
        return b"CLEAR SILENT DEFAULT ;\n" * clear + b"INSERT DATA {\n" + lines + b"} ;\n"
    name = str(ox.NamedNode(graph)).encode()
    return b"CLEAR SILENT GRAPH %b ;\n" % name * clear + b"INSERT DATA { GRAPH %b {\n%b} } ;\n" % (name, lines)


def _batches(p: Part, most: int) -> Iterator[bytes]:
    """The lines in pieces of at most so many bytes; in one piece where blank nodes tie them together."""
    whole = b"".join(p.lines)
    if len(whole) <= most or b"_:" in whole:
        yield whole
        return
    piece: list[bytes] = []
    size = 0
    for line in p.lines:
        if size and size + len(line) > most:
            yield b"".join(piece)
            piece, size = [], 0
        piece.append(line)
        size += len(line)
    yield b"".join(piece)


def address(url: str, graph: str) -> str:
    """A graph's address in a graph store (section 4.2 of the protocol).

    >>> address("http://localhost/store?key=1", "http://example.org/g#1")
    'http://localhost/store?key=1&graph=http%3A%2F%2Fexample.org%2Fg%231'
    """
    name = DEFAULT if graph == DEFAULT else f"graph={quote(graph, safe='')}"
    return f"{url}{'&' if '?' in url else '?'}{name}"


def verify(client: requests.Session, target: Target, sizes: dict[str, int]) -> None:
    """Read back how many triples each graph has there. Raises RemoteError where one is not as it was sent."""
    names = sorted(sizes)
    there = _asked(client, target.endpoint, names) if target.endpoint else _fetched(client, target.url, names)
    wrong = {name: there.get(name, 0) for name in names if there.get(name, 0) != sizes[name]}
    if wrong:
        name, count = next(iter(wrong.items()))
        said = f"{len(wrong):,} of {len(names):,} graphs have not what was sent"
        raise RemoteError(f"{target.url}: {said}: {name} has {count:,} triples, {sizes[name]:,} were expected")


def _asked(client: requests.Session, endpoint: str, names: list[str]) -> dict[str, int]:
    """The counts by SPARQL."""
    found: dict[str, int] = {}
    if DEFAULT in names:
        rows = query(client, endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
        found[DEFAULT] = sum(int(row["n"].value) for row in _solutions(rows, endpoint))
    named = [str(ox.NamedNode(name)) for name in names if name != DEFAULT]
    for start in range(0, len(named), ASKED):
        values = " ".join(named[start : start + ASKED])
        text = f"SELECT ?g (COUNT(*) AS ?n) {{ VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
        for row in _solutions(query(client, endpoint, text), endpoint):
            found[row["g"].value] = int(row["n"].value)
    return found


def _solutions(rows: object, endpoint: str) -> Iterator[dict[str, ox.NamedNode | ox.Literal]]:
    if not isinstance(rows, ox.QuerySolutions):
        raise RemoteError(f"{endpoint}: answers a SELECT with something else than rows")
    for row in rows:
        yield {v.value: row[v] for v in rows.variables if row[v] is not None}


def _fetched(client: requests.Session, url: str, names: list[str]) -> dict[str, int]:
    """The counts of what the store gives back, which costs as much as sending it."""
    found = {}
    for name in names:
        got = send(client, "GET", address(url, name), headers={"Accept": "application/n-triples, text/turtle;q=0.9"})
        content = b"".join(body(got, LARGEST))
        kind = got.headers.get("Content-Type", "")
        fmt = ox.RdfFormat.N_TRIPLES if "n-triples" in kind else ox.RdfFormat.TURTLE
        try:
            found[name] = len({q.triple for q in ox.parse(input=content, format=fmt)})
        except (SyntaxError, ValueError) as e:
            raise RemoteError(f"{url}: gives back no RDF for {name}: {e}") from e
    return found
