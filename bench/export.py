"""How fast graphs are written, beside pyoxigraph's own serialiser and rdflib; and how much memory a store's export takes.

    python bench/export.py [TRIPLES]

TRIPLES (1,000,000) are the kept graph many times over, under other names, as one sorted graph. Processor seconds of one
run, the best of three rounds; rdflib writes a tenth of the triples, for its time grows evenly. The store's exports run in
processes of their own, once for all triples and once for a quarter of them: their peak memory should hardly differ.
"""

import gc
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox
import rdflib

from newsgraph import jsonld, linesort, named_graph, turtle
from newsgraph.export import union_of
from newsgraph.namespace import NGI, PREFIXES
from newsgraph.rdf import read, read_data, union

ROOT = Path(__file__).parents[1]
ROUNDS = 3
NULL = Path("/dev/null")


def articles(number: int) -> Iterator[tuple[ox.NamedNode, list[ox.Triple]]]:
    """Graphs of articles until there are so many triples: the kept graph with all but the known names renamed."""
    known = {t.subject.value for t in read_data("graph", "names") if isinstance(t.subject, ox.NamedNode)}
    graph = read(ROOT / "graph" / "newsgraph.ttl")
    text = (ox.serialize(graph, format=ox.RdfFormat.N_TRIPLES) or b"").decode()
    done, i = 0, 0
    while done < number:
        mark = sha256(str(i).encode()).hexdigest()[:8]
        renamed = re.sub(f"<({NGI}[^>]*)>", lambda m: m[0] if m[1] in known else f"<{m[1]}-{mark}>", text)  # noqa: B023
        triples = [q.triple for q in ox.parse(renamed.encode(), format=ox.RdfFormat.N_TRIPLES)]
        yield ox.NamedNode(f"{NGI}article-{mark}"), triples
        done, i = done + len(triples), i + 1


def seconds(work: Callable[[], object]) -> float:
    """The processor's seconds of the fastest round; without looking for cycles, as the command does it."""
    found = []
    gc.disable()
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    gc.enable()
    return min(found)


def line(name: str, time_: float, beside: float = 0.0, aim: str = "") -> None:
    """A row of the table: seconds, ratio to what stands before it, the ratio aimed at."""
    print(f"{name:58}{time_:9.2f}{f'{time_ / beside:8.2f}' if beside else '':8}{aim:>9}", flush=True)


def in_memory(graph: list[ox.Triple]) -> None:
    """N-Quads and Turtle of a sorted graph."""
    theirs = seconds(lambda: ox.serialize(graph, format=ox.RdfFormat.N_QUADS))
    line("pyoxigraph: N-Quads", theirs)
    line("newsgraph: N-Quads, of the sorted graph", seconds(lambda: linesort.in_order(graph)), theirs, "1.30")
    line("newsgraph: N-Quads, sorting once more", seconds(lambda: linesort.write(graph)), theirs)
    theirs = seconds(lambda: ox.serialize(graph, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES))
    line("pyoxigraph: Turtle with prefixes, as the triples come", theirs)
    line("newsgraph: canonical Turtle", seconds(lambda: turtle.write(graph)), theirs, "3.00")
    by_sorting = seconds(lambda: ox.serialize(sorted(graph, key=str), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES))
    line("pyoxigraph: Turtle, sorting the triples first", by_sorting, theirs)


def beside_rdflib(graph: list[ox.Triple]) -> None:
    """Turtle and JSON-LD of fewer triples."""
    other = rdflib.Graph().parse(data=ox.serialize(graph, format=ox.RdfFormat.N_TRIPLES), format="nt")
    for prefix, space in PREFIXES.items():
        other.bind(prefix, space)
    ours = seconds(lambda: turtle.write(graph))
    line(f"newsgraph: canonical Turtle of {len(graph):,}", ours)
    line("rdflib: Turtle of the same", seconds(lambda: other.serialize(format="turtle")), ours, ">= 10")
    ours = seconds(lambda: jsonld.write(graph))
    line(f"newsgraph: JSON-LD, compact and nested, of {len(graph):,}", ours)
    line("rdflib: JSON-LD, expanded, of the same", seconds(lambda: other.serialize(format="json-ld")), ours)


STORED: dict[str, Callable[[ox.Store, BinaryIO], object]] = {
    "pyoxigraph: N-Quads of the named graphs": lambda store, out: ox.serialize(
        (q for g in store.named_graphs() for q in store.quads_for_pattern(None, None, None, g)),
        out,
        ox.RdfFormat.N_QUADS,
    ),
    "newsgraph: N-Quads of the named graphs, sorted": lambda store, out: named_graph.n_quads(
        named_graph.texts(store), out
    ),
    "pyoxigraph: N-Triples of the union": lambda store, out: store.dump(
        out, format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()
    ),
    "newsgraph: N-Triples of the union, sorted": lambda store, out: named_graph.n_triples(union_of(store), out),
}


def stored(number: int, folder: Path) -> None:
    """The store's exports, each in a process of its own: seconds, and peak memory."""
    store = ox.Store(str(folder))
    for name, triples in articles(number):
        store.bulk_extend(
            ox.Quad(t.subject, t.predicate, t.object, g) for t in triples for g in (name, ox.DefaultGraph())
        )
    store.optimize()
    del store
    before = 0.0
    for name in STORED:
        done = subprocess.run([sys.executable, __file__, "--child", name, folder], capture_output=True, check=True)
        taken, memory = map(float, done.stdout.split())
        line(f"{name}: {memory:.0f} MB", taken, before, "1.30" if "N-Quads" in name and before else "")
        before = 0.0 if before else taken


def child(name: str, folder: str) -> None:
    """One export of a store to nowhere; its seconds and its peak memory in MB."""
    store = ox.Store.read_only(folder)
    start = time.process_time()
    with NULL.open("wb") as out:
        STORED[name](store, out)
    print(time.process_time() - start, memory())


def memory() -> float:
    """The peak memory of this process in MB (Linux; the system's own count would begin with that of the parent)."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024


def main(number: int) -> None:
    """All in one run, so that the ratios are of the same moment."""
    graph = union(t for _, triples in articles(number) for t in triples)
    print(f"{len(graph):,} triples{'':36}{'seconds':>9}{'ratio':>8}{'aim':>9}")
    in_memory(graph)
    print(f"peak memory so far: {memory():.0f} MB")
    beside_rdflib(graph[: number // 10])
    del graph
    for part in (number // 4, number):
        with tempfile.TemporaryDirectory() as folder:
            print(f"from a store of {part:,} triples, twice")
            stored(part, Path(folder))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(*sys.argv[2:4])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
