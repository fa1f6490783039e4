"""The store beside the engine that it is made of, and beside rdflib.

    python bench/store.py [TRIPLES] [--rdflib] [--patience SECONDS]

Loads news of TRIPLES (1,000,000) triples (bench/scale.py: the seed and the news invented for the questions, so that each
finds something) with pyoxigraph's own bulk loader and with ours; asks every competency question of both, of files (that
is, in memory), and (with --rdflib; it takes half an hour) of rdflib, which is in memory, too, and is stopped at LIMIT
times our time; last, `newsgraph query` from a cold start on the kept graph. Questions: CPU seconds of the fastest round,
the stores open and asked before. Loading: CPU and wall time. Ratios are of one run.
"""

import argparse
import gc
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
from scale import EXAMPLE, SEED, copies

from newsgraph.loading import load
from newsgraph.namespace import PREFIXES
from newsgraph.parameter import bind
from newsgraph.query import over
from newsgraph.question import questions
from newsgraph.result import render
from newsgraph.share import shares
from newsgraph.store import counts, graphs, reading, writing

LIMIT = 25  # times our time after which rdflib is stopped
LEAST = 0.5  # seconds that it always has
ROUNDS = 3
SHORTEST = 0.1  # seconds below which a question is asked several times in a round: the system's clock ticks
PARAMETERS = {"reported-by-an-outlet": {"outlet": "ngi:kuestenblatt"}}
CSV = ox.QueryResultsFormat.CSV
Times = tuple[float, float]  # CPU, wall
Slow = tuple[float, bool]  # CPU seconds of rdflib, and whether it was stopped then
Row = tuple[float, float, float, float, bool]  # CPU seconds: store, pyoxigraph, memory, rdflib; whether it was stopped


def timed(work: Callable[[], object]) -> Times:
    """CPU and wall seconds."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def bulk(place: Path, *files: Path) -> None:
    """What pyoxigraph's own loader does."""
    store = ox.Store(str(place))
    for file in files:
        store.bulk_load(path=str(file))


def ours(place: Path, files: list[Path]) -> None:
    """`newsgraph load --no-validate`, the process already started."""
    gc.disable()
    with writing(place) as store:
        load(store, (share for file in files for share in shares(file)))
    gc.enable()


def loads(folder: Path, files: list[Path]) -> None:
    """The table of loading."""
    one, quads = folder / "all.ttl", folder / "all.nq"
    one.write_bytes(b"".join(file.read_bytes() for file in files))
    write_quads(quads, files)
    rows: list[tuple[str, Times]] = []
    for name, work in (
        ("pyoxigraph, Turtle into the default graph", lambda place: bulk(place, one)),
        ("pyoxigraph, N-Quads into named graphs", lambda place: bulk(place, quads)),
        ("pyoxigraph, both (what our store holds)", lambda place: bulk(place, quads, one)),
        ("ours, a Turtle file an article", lambda place: ours(place, files)),
        ("ours, one Turtle file", lambda place: ours(place, [one])),
        ("ours, N-Quads", lambda place: ours(place, [quads])),
    ):
        rows.append((name, timed(lambda work=work: work(folder / "s"))))  # type: ignore[misc]
        shutil.rmtree(folder / "s")
    print(f"{'loading':44}{'CPU s':>8}{'wall s':>8}   speed beside default, named, both: by CPU; by the clock")
    for name, times in rows:
        beside = ["".join(f"{base[i] / times[i]:7.2f}" for _, base in rows[:3]) for i in (0, 1)]
        print(f"{name:44}{times[0]:8.2f}{times[1]:8.2f}   {';'.join(beside)}")


def write_quads(target: Path, files: list[Path]) -> None:
    """All files as N-Quads with the graphs that our store gives them."""
    with target.open("wb") as out:
        for file in files:
            for graph, triples in shares(file):
                ox.serialize((ox.Quad(*t, graph) for t in triples), out, ox.RdfFormat.N_QUADS)  # type: ignore[arg-type]


def asked(folder: Path, files: list[Path], with_rdflib: bool, patience: float, start: float) -> None:
    """The table of the questions: ours over the store and over files in memory, pyoxigraph over a store, rdflib in memory."""
    ours(folder / "s", files)
    bulk(folder / "o", folder / "all.ttl")
    theirs, memory = ox.Store.read_only(str(folder / "o")), ox.Store()
    memory.bulk_load(path=str(folder / "all.ttl"))
    begun = time.process_time()
    graph = in_rdflib(folder / "all.ttl") if with_rdflib else None
    load_ = time.process_time() - begun
    rows: list[Row] = []
    print(
        f"\n{'question':24}{'rows':>6}{'store s':>9}{'pyoxigraph':>12}{'ratio':>6}{'memory s':>10}{'rdflib s':>10}",
        end="",
    )
    print("   rdflib beside store, memory")
    known = counts(folder / "s")
    with reading(folder / "s") as store:
        for q in questions():
            sparql = bind(q.sparql, PARAMETERS.get(q.name, {}))
            found = sum(1 for _ in store.query(sparql, prefixes=PREFIXES))  # type: ignore[arg-type]
            times = in_turn(
                lambda sparql=sparql: render(over(store, sparql, counts=known), "csv"),  # type: ignore[misc]
                lambda sparql=sparql: theirs.query(sparql, prefixes=PREFIXES).serialize(format=CSV),  # type: ignore
                lambda sparql=sparql: render(over(memory, sparql), "csv"),  # type: ignore[misc]
            )
            slow = (
                limited(graph, sparql, patience or max(LEAST, LIMIT * times[0])) if graph is not None else (0.0, False)
            )
            rows.append((*times, *slow))  # type: ignore[arg-type]
            shown(q.name, found, rows[-1])
    summed(rows, load_, start)


def shown(name: str, found: int, row: Row) -> None:
    """A line of the table."""
    ours_, plain, memory, slow, late = row
    beside = f"{slow:10.3f}{'>' * late:>2}{slow / ours_:8.1f}{slow / memory:8.1f}" if slow else ""
    print(f"{name:24}{found:6}{ours_:9.4f}{plain:12.4f}{ours_ / plain:6.2f}{memory:10.4f}{beside}", flush=True)


def in_turn(*works: Callable[[], object]) -> list[float]:
    """The CPU seconds of each of the works: the fastest of ROUNDS in turn, each as often as it takes to be measured."""
    first = max(timed(work)[1] for work in works)
    often = max(1, int(SHORTEST / first))
    rounds = 1 if first > 20 * SHORTEST else ROUNDS
    found = [
        [timed(lambda work=work: [work() for _ in range(often)])[0] / often for work in works] for _ in range(rounds)
    ]  # type: ignore[misc]
    return [min(column) for column in zip(*found, strict=True)]


def summed(rows: list[Row], load_: float, start: float) -> None:
    """All questions together, and how many of them reach what is aimed at; rdflib's loading and our start at the end."""
    store, plain, memory, slow, late = (sum(column) for column in zip(*rows, strict=True))
    shown("all", len(rows), (store, plain, memory, slow, late > 0))
    print(f"within 1.2 of pyoxigraph: {sum(r[0] <= 1.2 * r[1] for r in rows)} of {len(rows)}")
    if slow:
        beside_rdflib(rows, load_, start)


def beside_rdflib(rows: list[Row], load_: float, start: float) -> None:
    """How much faster than rdflib: together, in the geometric mean, by how many questions; and whole processes."""
    for place, i in (("over the store", 0), ("in memory", 2)):
        ratios = [row[3] / row[i] for row in rows]
        together = sum(row[3] for row in rows) / sum(row[i] for row in rows)
        mean, far = statistics.geometric_mean(ratios), sum(r >= 20 for r in ratios)
        print(f"rdflib beside ours {place}: together {together:.1f} times as long, geometric mean {mean:.1f};", end=" ")
        print(f"20 times and more: {far} of {len(rows)}")
    whole = [(load_ + row[3], start + row[0]) for row in rows]
    far = sum(theirs >= 20 * ours_ for theirs, ours_ in whole)
    least = min(theirs / ours_ for theirs, ours_ in whole)
    theirs, ours_ = load_ + sum(row[3] for row in rows), len(rows) * start + sum(row[0] for row in rows)
    print(
        f"the process of one question, rdflib's {load_:.1f} s of loading and our {start:.2f} s of starting with it:",
        end=" ",
    )
    print(f"20 times and more: {far} of {len(rows)}, the least {least:.1f}")
    print(
        f"rdflib loading once and answering all, beside a process of ours for each: {theirs / ours_:.1f} times as long"
    )


def in_rdflib(file: Path) -> object:
    """The same triples in rdflib's memory."""
    import rdflib

    graph = rdflib.Graph()
    for q in ox.parse(path=str(file), format=ox.RdfFormat.TURTLE):
        graph.add(tuple(rdflib.util.from_n3(str(t)) for t in q.triple))  # type: ignore[arg-type]
    return graph


def limited(graph: object, sparql: str, seconds: float) -> Slow:
    """rdflib's answer; one that is a matter of a moment is asked for several times."""
    cpu, late = stopped(graph, sparql, seconds)
    return (cpu, late) if cpu > SHORTEST else (in_turn(lambda: stopped(graph, sparql, seconds))[0], late)


def stopped(graph: object, sparql: str, seconds: float) -> Slow:
    """CPU seconds of rdflib's answer, and whether it was stopped."""

    def late(number: int, frame: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    start = time.process_time()
    try:
        list(graph.query(sparql, initNs=PREFIXES))  # type: ignore[attr-defined]
        return time.process_time() - start, False
    except TimeoutError:
        return time.process_time() - start, True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def cold(folder: Path, runs: int = 9) -> float:
    """`newsgraph query who-says-how-much` over a store of the kept graph, and over its file; the CPU seconds of the first."""
    ours(folder / "seed", [SEED])
    print()
    first = 0.0
    for name, where in (("store", ["--store", str(folder / "seed")]), ("file", ["-d", str(SEED)])):
        command = [sys.executable, "-m", "newsgraph", "query", "who-says-how-much", *where]
        found = []
        for _ in range(runs):
            start, before = time.perf_counter(), os.times()
            subprocess.run(command, check=True, capture_output=True)
            after = os.times()
            cpu = after.children_user + after.children_system - before.children_user - before.children_system
            found.append((time.perf_counter() - start, cpu))
        wall, cpu = (statistics.median(column) for column in zip(*found, strict=True))
        first = first or cpu
        print(
            f"query who-says-how-much from a cold start, {name}: {wall:.2f} s wall, {cpu:.2f} s CPU (median of {runs})"
        )
    return first


def dumped(folder: Path) -> None:
    """How fast the store's graphs come out again, sorted."""
    with reading(folder / "s") as store:
        cpu, wall = timed(lambda: sum(len(triples) for _, triples in graphs(store)))
    print(f"\nreading all graphs back, sorted: {cpu:.1f} s CPU, {wall:.1f} s wall")


def main(triples: int, with_rdflib: bool, patience: float) -> None:
    """All of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for file, content in copies(triples, SEED, EXAMPLE):
            files.append(folder / file)
            files[-1].write_bytes(content)
        loads(folder, files)
        asked(folder, files, with_rdflib, patience, cold(folder))
        dumped(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("triples", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--rdflib", action="store_true", help="ask rdflib, too")
    parser.add_argument(
        "--patience", type=float, default=0, help=f"CPU seconds for rdflib; else {LIMIT} times our time"
    )
    args = parser.parse_args()
    main(args.triples, args.rdflib, args.patience)
