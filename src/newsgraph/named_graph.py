"""A store written out graph by graph: N-Quads, TriG and N-Triples, sorted, in memory that does not grow with the store.

The named graphs come in the order of their IRIs, each sorted on its own; so N-Quads need the memory of the largest
graph only. N-Triples say what the union holds, sorted by way of the disk (newsgraph.linesort).
"""

from collections.abc import Iterable
from typing import BinaryIO

import pyoxigraph as ox

from newsgraph import turtle
from newsgraph.decimals import pointed
from newsgraph.linesort import sorted_lines
from newsgraph.namespace import PREFIXES
from newsgraph.spelling import term

Node = ox.NamedNode | ox.BlankNode
Text = tuple[Node, bytes]  # a graph's name and its triples as N-Triples, in any order
Graph = tuple[Node, Iterable[ox.Triple]]


def texts(store: ox.Store) -> Iterable[Text]:
    """The named graphs of a store as N-Triples, sorted by IRI: without a Python object for each triple."""
    for name in sorted(store.named_graphs(), key=str):
        yield name, store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""


def graphs(store: ox.Store) -> Iterable[Graph]:
    """The named graphs of a store with their triples, sorted by IRI."""
    for name in sorted(store.named_graphs(), key=str):
        yield name, (q.triple for q in store.quads_for_pattern(None, None, None, name))


def n_quads(found: Iterable[Text], out: BinaryIO) -> int:
    """Write named graphs as N-Quads; how many statements they hold."""
    count = 0
    for name, text in found:
        lines = sorted(pointed(text).split(b" .\n")[:-1])
        out.write(f" {name} .\n".encode().join([*lines, b""]))
        count += len(lines)
    return count


def trig(found: Iterable[Graph], out: BinaryIO) -> int:
    """Write named graphs as TriG, each like a Turtle document of its own; how many statements they hold."""
    out.write(turtle.declared(PREFIXES))
    count = 0
    for name, triples in found:
        kept = list(triples)
        blocks, _ = turtle.paragraphs(kept)
        inside = b"\n".join(blocks).replace(b"\n", b"\n    ").replace(b"\n    \n", b"\n\n")
        out.write(f"\n{term(name)} {{\n    ".encode() + inside.removesuffix(b"    ") + b"}\n")
        count += len(kept)
    return count


def n_triples(triples: Iterable[ox.Triple], out: BinaryIO) -> int:
    """Write triples as N-Triples (N-Quads, too: all in the default graph); how many they are."""
    count = 0
    for line in sorted_lines(triples):
        out.write(line)
        count += 1
    return count
