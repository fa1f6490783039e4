"""How long newsgraph takes from a cold start: `--help`, a question to the kept graph (the file; a store of it), and `map` of
the first seed; each beside an empty Python.

    python bench/start.py [RUNS]

Prints the median of RUNS (7) whole processes after one warm-up, and the ratio to `python -c pass` in the same run.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "bytedance-ki-investitionen.md"
GRAPH = ROOT / "graph" / "newsgraph.ttl"
NEWSGRAPH = [sys.executable, "-m", "newsgraph"]
ASK = [*NEWSGRAPH, "query", "who-says-how-much"]


def commands(store: str) -> list[tuple[str, list[str], float | None]]:
    """What is measured: name, command, the seconds aimed at."""
    return [
        ("python -c pass", [sys.executable, "-c", "pass"], None),
        ("newsgraph --help", [*NEWSGRAPH, "--help"], 0.12),
        ("newsgraph query, store", [*ASK, "--store", store], 0.3),
        ("newsgraph query, file", [*ASK, "--data", str(GRAPH)], 0.3),
        ("newsgraph map SEED", [*NEWSGRAPH, "map", str(SEED)], 2.0),
    ]


def seconds(command: list[str]) -> float:
    """Wall seconds of one process. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Take the commands in turn, so that a slow moment of the machine touches all of them."""
    with tempfile.TemporaryDirectory() as store:
        seconds([*NEWSGRAPH, "load", str(GRAPH), "--store", store, "--no-validate", "--quiet"])
        measured = commands(store)
        times = [[seconds(command) for _, command, _ in measured] for _ in range(runs + 1)][1:]
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    print(f"{'command':24}{'median s':>10}{'ratio':>8}{'aim s':>8}")
    for (name, _, aim), median in zip(measured, medians, strict=True):
        print(f"{name:24}{median:10.3f}{median / medians[0]:8.1f}{aim if aim is not None else '':>8}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
