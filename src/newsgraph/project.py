"""The main job: every article of a folder to claims, to one validated graph, to the files of graph/."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from newsgraph import jsonld, turtle
from newsgraph.answers import write_answers
from newsgraph.article import read
from newsgraph.build import build, merged
from newsgraph.errors import InputError
from newsgraph.files import write_bytes
from newsgraph.namespace import NG, TYPE
from newsgraph.reading import read_article
from newsgraph.report import Report
from newsgraph.review import Stale, apply, meant
from newsgraph.reviewfile import ReviewFile
from newsgraph.shape import validate

ENDINGS = (".md", ".txt")


@dataclass(frozen=True, slots=True)
class Kept:
    """The graph of each article by the article's name, all of them as one, the report on it, and the stale reviews."""

    graphs: dict[str, list[ox.Triple]]
    all: list[ox.Triple]
    report: Report
    stale: tuple[Stale, ...] = ()

    @property
    def claims(self) -> int:
        """How many claims there are in all."""
        return sum(t.predicate == TYPE and t.object == ox.NamedNode(NG + "Claim") for t in self.all)


def articles_in(folder: Path) -> list[Path]:
    """The article files of a folder, sorted. Raises InputError where there are none."""
    if not folder.is_dir():
        advice = "run in a project that has one, or name it with --seeds"
        raise InputError("is no folder", file=str(folder), advice=advice)
    found = sorted(f for f in folder.iterdir() if f.suffix in ENDINGS and f.name != "README.md")
    if not found:
        advice = f"expected files that end with {' or '.join(ENDINGS)}"
        raise InputError("holds no articles", file=str(folder), advice=advice)
    return found


def assemble(seeds: Path, tell: Callable[[str], None], reviews: Sequence[ReviewFile] = ()) -> Kept:
    """Read, apply the reviews, and validate; nothing is written."""
    graphs: dict[str, list[ox.Triple]] = {}
    stale: list[Stale] = []
    unused = list(reviews)
    for path in articles_in(seeds):
        tell(path.name)
        article = read(path)
        if article.name in graphs:
            raise InputError(f"a second article named {article.name}", file=str(path), advice="rename one")
        reviewed = apply(read_article(article), reviews)
        graphs[article.name] = build(reviewed.reading)
        stale += reviewed.stale
        unused = [file for file in unused if file not in meant(article, unused)]
    together = list(merged(graphs.values()))
    stale += [Stale(f.file, 1, f"there is no article {f.article or f.digest}") for f in unused]
    return Kept(graphs, together, validate(together), tuple(sorted(stale)))


def write(kept: Kept, folder: Path) -> None:
    """Write the claims files, both exports and the answers; claims files of articles that are gone go too."""
    claims = folder / "claims"
    for name, graph in kept.graphs.items():
        write_bytes(claims / f"{name}.ttl", turtle.write(graph))
    for old in claims.glob("*.ttl"):
        if old.stem not in kept.graphs:
            old.unlink()
    write_bytes(folder / "newsgraph.ttl", turtle.write(kept.all))
    write_bytes(folder / "newsgraph.jsonld", jsonld.write(kept.all))
    write_answers(folder / "queries", kept.all)
