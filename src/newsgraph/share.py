"""What a file holds, graph by graph: the shares in which it is loaded or pushed.

A graph that the file names (N-Quads, TriG) is a share as it is; all other triples are parted among the articles that
they belong to (newsgraph.belonging). N-Quads are read in pieces, so that a dump of any size goes through.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from newsgraph.belonging import Node, parts
from newsgraph.errors import InputError
from newsgraph.files import digest, pieces, read_bytes
from newsgraph.rdf import Blanks, format_of, not_blank, parse, parse_quads

PIECE = 32 * 1024 * 1024  # bytes
MOST = 5_000_000  # triples without a graph's name in one file: they are parted as a whole, in memory
Share = tuple[Node | None, list[ox.Triple]]
NAMING = ("n-quads", "trig", "json-ld")


def shares(path: Path, fmt: str | None = None) -> Iterator[Share]:
    """The shares of a file. One graph may come in several, where the file has its lines apart. Raises InputError."""
    fmt = fmt or format_of(path.name)
    if fmt == "n-quads":
        yield from _in_pieces(path)
    else:
        yield from shares_of(not_blank(read_bytes(path), str(path)), fmt, str(path))


def shares_of(content: bytes, fmt: str, name: str) -> Iterator[Share]:
    """The shares of a document. Raises SyntaxFault, FormatError."""
    if fmt in NAMING:
        named, rest = _by_graph(parse_quads(content, fmt, name))
        yield from named.items()
    else:
        rest = parse(content, fmt, name)
    yield from _parted(rest)


def _in_pieces(path: Path) -> Iterator[Share]:
    blanks: Blanks | None = None
    left: list[ox.Triple] = []
    before = 0
    for piece in pieces(path, PIECE):
        blanks = blanks or Blanks(digest(path))
        named, rest = _by_graph(parse_quads(piece, "n-quads", str(path), blanks, before))
        left += rest
        before += piece.count(b"\n")
        if len(left) > MOST:
            raise InputError(f"holds more than {MOST:,} triples without a graph", file=str(path), advice="split it")
        yield from named.items()
    if not before and blanks is None:
        not_blank(b"", str(path))
    yield from _parted(left)


def _by_graph(quads: Iterable[ox.Quad]) -> tuple[dict[Node, list[ox.Triple]], list[ox.Triple]]:
    """The triples of each named graph, and those of no graph or of one that only this file knows (a blank node)."""
    named: dict[Node, list[ox.Triple]] = defaultdict(list)
    rest: list[ox.Triple] = []
    for q in quads:
        graph = q.graph_name
        (named[graph] if type(graph) is ox.NamedNode else rest).append(q.triple)
    return {graph: list(dict.fromkeys(triples)) for graph, triples in named.items()}, rest


def _parted(triples: Iterable[ox.Triple]) -> Iterable[Share]:
    once = list(dict.fromkeys(triples))  # a file may say the same twice
    return parts(once).items() if once else ()
