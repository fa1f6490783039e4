"""Whether memory stays flat: made-up articles, each with other names, read one after the other in one process.

    python bench/memory.py [ARTICLES] [SENTENCES]

Reads ARTICLES (10,000) texts of SENTENCES (8) sentences, and prints after each tenth the resident memory, the articles a second
(CPU) and how full the caches are. The caches are bounded, so memory grows while they fill and then no more: the last line says
how much the second half has added.
"""

import gc
import sys
import time
from functools import _lru_cache_wrapper
from pathlib import Path

from generator import text

from newsgraph.article import parse
from newsgraph.build import build
from newsgraph.reading import read_article


def megabytes() -> float:
    """Resident memory of this process (Linux: /proc)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


def cached() -> int:
    """Entries in all bounded caches of newsgraph; compiled, its functions remember in dicts (hatch_build.py)."""
    caches = [c for c in gc.get_objects() if isinstance(c, _lru_cache_wrapper) and c.cache_info().maxsize]
    modules = [vars(m) for name, m in sorted(sys.modules.items()) if name.startswith("newsgraph.")]
    dicts = [v for m in modules for name, v in m.items() if name.endswith("_known") and isinstance(v, dict)]
    held = sum(sum(map(len, d.values())) if all(isinstance(v, dict) for v in d.values()) else len(d) for d in dicts)
    return held + sum(c.cache_info().currsize for c in caches if str(c.__module__).startswith("newsgraph"))


def main(articles: int, sentences: int) -> None:
    """Read them in tenths, and compare the memory at half-time with that at the end."""
    print(f"{'articles':>9}{'MB':>8}{'a second':>10}{'cached':>10}")
    seen, tenth = list[float](), max(articles // 10, 1)
    for start in range(0, articles, tenth):
        begin = time.process_time()
        for number in range(start, min(start + tenth, articles)):
            build(read_article(parse(text(number, sentences).encode(), f"{number}.txt")))
        seen.append(megabytes())
        print(
            f"{start + tenth:9,}{seen[-1]:8.0f}{tenth / (time.process_time() - begin):10.1f}{cached():10,}", flush=True
        )
    print(f"the second half added {seen[-1] - seen[len(seen) // 2 - 1]:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 8)
