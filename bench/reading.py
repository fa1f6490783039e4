"""How fast articles are read once the process is warm, one core.

    python bench/reading.py [FOLDER] [ROUNDS]

Reads every .txt of FOLDER (tests/articles) in a first round that fills the caches, then ROUNDS (3) times more, and prints the
articles and words a second of both. Then one text ten times as long as another, for the growth with length.
"""

import sys
import time
from pathlib import Path

from newsgraph.article import Article, parse
from newsgraph.build import build
from newsgraph.reading import read_article

ROOT = Path(__file__).parents[1]


def timed(articles: list[Article]) -> float:
    """Seconds to read all of them into triples."""
    start = time.perf_counter()
    for article in articles:
        build(read_article(article))
    return time.perf_counter() - start


def show(name: str, articles: list[Article], seconds: float) -> None:
    """Articles and words a second; words divided by 500 as the usual article."""
    words = sum(len(a.text.split()) for a in articles)
    print(
        f"{name:12}{len(articles) / seconds:8.1f} articles/s{words / seconds:9.0f} words/s"
        f"{words / seconds / 500:8.1f} of 500 words/s"
    )


def main(folder: Path, rounds: int) -> None:
    """First round, later rounds, and the growth with length."""
    articles = [parse(f.read_bytes(), f.name) for f in sorted(folder.glob("*.txt"))]
    show("first round", articles, timed(articles))
    show("warm", articles * rounds, sum(timed(articles) for _ in range(rounds)))
    text = "\n".join(a.text for a in articles)
    short, long = (parse((text * n)[: n * 10_000].encode(), "x.txt") for n in (1, 10))
    timed([long])  # fills the caches for both
    ratio = timed([long]) / timed([short])
    print(f"100,000 characters take {ratio:.1f} times as long as 10,000")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "articles",
        int(sys.argv[2]) if len(sys.argv) > 2 else 3,
    )
