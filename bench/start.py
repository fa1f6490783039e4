"""How long newsgraph takes from a cold start: `--help`, and `map` of the first seed; each beside an empty Python.

    python bench/start.py [RUNS]

Prints the median of RUNS (7) whole processes after one warm-up, and the ratio to `python -c pass` in the same run.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "bytedance-ki-investitionen.md"
COMMANDS = (
    ("python -c pass", [sys.executable, "-c", "pass"], None),
    ("newsgraph --help", [sys.executable, "-m", "newsgraph", "--help"], 0.12),
    ("newsgraph map SEED", [sys.executable, "-m", "newsgraph", "map", str(SEED)], 2.0),
)


def seconds(command: list[str]) -> float:
    """Wall seconds of one process. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def main(runs: int) -> None:
    """Take the commands in turn, so that a slow moment of the machine touches all of them."""
    for _, command, _ in COMMANDS:
        seconds(command)
    times = [[seconds(command) for _, command, _ in COMMANDS] for _ in range(runs)]
    medians = [statistics.median(column) for column in zip(*times, strict=True)]
    print(f"{'command':22}{'median s':>10}{'ratio':>8}{'aim s':>8}")
    for (name, _, aim), median in zip(COMMANDS, medians, strict=True):
        print(f"{name:22}{median:10.3f}{median / medians[0]:8.1f}{aim if aim is not None else '':>8}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
