"""The seed's kept graph, told by as many articles as are wanted: data for measuring at any size.

    python bench/scale.py TRIPLES FOLDER

Every copy is an article of its own: its claims, passages, sums and so on are new, and every GROUP copies share the
companies, apps and people that they speak of, as the news of a week do. Writes one Turtle file an article.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = ROOT / "graph" / "newsgraph.ttl"
GROUP = 10
OWN = re.compile(r"\bngi:([a-z]+)-([a-z2-7]{16})\b")
THING = re.compile(r"\bngi:([a-z0-9-]+)\b")


def copies(triples: int) -> Iterator[tuple[str, bytes]]:
    """Names and contents (Turtle) of as many articles as together hold about so many triples."""
    from newsgraph.rdf import parse

    text = SEED.read_text("utf-8")
    size = len(parse(text.encode(), "turtle", SEED.name))
    for i in range(max(1, round(triples / size))):
        yield f"article-{i:06}.ttl", copy(text, i).encode()


def copy(text: str, number: int) -> str:
    """The graph as article `number` tells it."""
    tail = f"{number:06}".translate(str.maketrans("0189", "wxyz"))
    group = number // GROUP

    def renamed(found: re.Match[str]) -> str:
        own = OWN.fullmatch(found.group())
        if own:
            return f"ngi:{own[1]}-{own[2][:10]}{tail}"
        return f"ngi:{found[1]}-{group}" if group else found.group()

    return THING.sub(renamed, text)


def main(triples: int, folder: Path) -> None:
    """Write the articles."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in copies(triples):
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
