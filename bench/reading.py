"""How fast articles are read, on one core, and whether the time grows with the length.

    python bench/reading.py [FOLDER] [ROUNDS]

Reads every .txt of FOLDER (tests/articles): a first round, in which each word is met for the first time; made-up articles with new
names (the usual case: known words, new names); and ROUNDS (3) rounds over the same articles. Prints whether the reader is plain
Python or compiled (`make compile`), then articles and words a second of CPU time, words divided by 500 as the usual article.
Then a text with ever new names beside its ten parts, half of them read before it and half behind it: the same words, and
as much time on both sides, so that a slow moment of the machine does not show as a growth.
"""

import sys
import time
from pathlib import Path

from generator import text

from newsgraph import reading
from newsgraph.article import Article, parse
from newsgraph.build import build
from newsgraph.reading import read_article

ROOT = Path(__file__).parents[1]
AIM, LINEAR = 25.0, 12.0


def timed(articles: list[Article]) -> float:
    """Seconds of CPU to read all of them into triples."""
    start = time.process_time()
    for article in articles:
        build(read_article(article))
    return time.process_time() - start


def show(name: str, articles: list[Article], seconds: float, aim: str = "") -> None:
    """Articles and words a second."""
    words = sum(len(a.text.split()) for a in articles)
    rates = f"{len(articles) / seconds:8.1f} articles/s{words / seconds:9.0f} words/s"
    print(f"{name:14}{rates}{words / seconds / 500:8.1f} of 500 words/s{aim}")


def made(number: int, sentences: int) -> Article:
    """A made-up article."""
    return parse(text(number, sentences).encode(), f"{number}.txt")


def growth(length: int, parts: int = 10) -> float:
    """How many times longer a text of `length` characters takes than one of its parts does on average, its words known."""
    whole = text(0, length // 80)[:length]
    cuts = range(0, length, length // parts)
    short = [parse(whole[at : at + length // parts].encode(), "part.txt") for at in cuts]
    timed(short)
    before = timed(short[: parts // 2])
    long = timed([parse(whole.encode(), "long.txt")])
    return parts * long / (before + timed(short[parts // 2 :]))


def main(folder: Path, rounds: int) -> None:
    """First round, new names, later rounds, and the growth with length."""
    print("the reader is", "plain Python" if Path(reading.__file__).suffix == ".py" else "compiled")
    articles = [parse(f.read_bytes(), f.name) for f in sorted(folder.glob("*.txt"))]
    show("first round", articles, timed(articles))
    fresh = [made(n, 25) for n in range(100)]
    timed(fresh[:20])
    show("new names", fresh[20:], timed(fresh[20:]))
    show("warm", articles, min(timed(articles) for _ in range(rounds)), f"   (aim: {AIM:g})")
    print(f"1,000,000 characters take {growth(1_000_000):.1f} times as long as 100,000 (aim: at most {LINEAR:g})")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "articles",
        int(sys.argv[2]) if len(sys.argv) > 2 else 3,
    )
