"""The seed's kept graph, told by as many articles as are wanted: data for measuring at any size.

    python bench/scale.py TRIPLES FOLDER

Every copy is an article of its own: its claims, passages, sums and so on are new, and every GROUP copies share the
companies, apps and people that they speak of, as the news of a week do. Writes one Turtle file a copy. Where every
competency question has to find something, the news invented for the tests of the questions are told beside the seed.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = ROOT / "graph" / "newsgraph.ttl"
EXAMPLE = ROOT / "tests" / "queries" / "example.ttl"
GROUP = 10
OWN = re.compile(r"ngi:([a-z]+)-([a-z2-7]{16})")
NUMBERED = re.compile(r"ngi:(?:a|[a-z]+-)[0-9]+")  # what the invented articles have of their own
THING = re.compile(r"\bngi:([a-z0-9-]+)\b")


def copies(triples: int, *files: Path) -> Iterator[tuple[str, bytes]]:
    """Names and contents (Turtle) of so many copies of the files (the seed) that they hold about so many triples."""
    from newsgraph.rdf import parse

    texts = [(file.stem, file.read_text("utf-8")) for file in files or (SEED,)]
    size = sum(len(parse(text.encode(), "turtle", name)) for name, text in texts)
    for i in range(max(1, round(triples / size))):
        for name, text in texts:
            yield f"{name}-{i:06}.ttl", copy(text, i).encode()


def copy(text: str, number: int) -> str:
    """The graph as article `number` tells it."""
    tail = f"{number:06}".translate(str.maketrans("0189", "wxyz"))
    group = number // GROUP

    def renamed(found: re.Match[str]) -> str:
        own = OWN.fullmatch(found.group())
        if own:
            return f"ngi:{own[1]}-{own[2][:10]}{tail}"
        if NUMBERED.fullmatch(found.group()):
            return f"{found.group()}-{number}"
        return f"ngi:{found[1]}-{group}" if group else found.group()

    return THING.sub(renamed, text)


def main(triples: int, folder: Path) -> None:
    """Write the articles."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in copies(triples):
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
