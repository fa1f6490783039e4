"""The main job on small folders; on the seeds: tests/cli/test_build.py."""

from pathlib import Path

import pytest

from newsgraph.errors import InputError
from newsgraph.project import articles_in, assemble, write

TEXT = "Die Firma Beispiel AG investiert 3 Millionen Euro in Hamburg.\n"


def silent(_: str) -> None:
    """Tells nobody."""


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Two articles, and two files that are none."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, text in (("b.txt", TEXT), ("a.md", "+++\n+++\nEs regnet.\n"), ("README.md", "x"), ("c.pdf", "x")):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_articles_are_found_by_their_ending_and_sorted(seeds: Path) -> None:
    assert [f.name for f in articles_in(seeds)] == ["a.md", "b.txt"]


def test_a_folder_that_is_none_or_empty_is_told(tmp_path: Path, seeds: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder, error in (("nowhere", "is no folder"), ("empty", "holds no articles"), ("seeds/b.txt", "is no folder")):
        with pytest.raises(InputError, match=error):
            articles_in(tmp_path / folder)


def test_every_article_gives_a_file_and_all_together_two(seeds: Path, tmp_path: Path) -> None:
    told: list[str] = []
    kept = assemble(seeds, told.append)
    write(kept, tmp_path / "graph")
    assert told == ["a.md", "b.txt"]
    assert sorted(kept.graphs) == ["a", "b"]
    assert set(kept.all) == {t for graph in kept.graphs.values() for t in graph}
    found = sorted(f.relative_to(tmp_path / "graph").as_posix() for f in (tmp_path / "graph").rglob("*.*"))
    assert found == ["claims/a.ttl", "claims/b.ttl", "newsgraph.jsonld", "newsgraph.ttl"]


def test_claims_of_an_article_that_is_gone_go_too_and_nothing_else(seeds: Path, tmp_path: Path) -> None:
    write(assemble(seeds, silent), tmp_path / "graph")
    (tmp_path / "graph/notes.txt").write_text("mine")
    (seeds / "b.txt").unlink()
    write(assemble(seeds, silent), tmp_path / "graph")
    found = sorted(f.name for f in (tmp_path / "graph").rglob("*.*"))
    assert found == ["a.ttl", "newsgraph.jsonld", "newsgraph.ttl", "notes.txt"]


def test_two_articles_of_one_name_are_told(seeds: Path) -> None:
    (seeds / "b.md").write_text(TEXT)
    with pytest.raises(InputError, match="a second article named b; rename one"):
        assemble(seeds, silent)


def test_claims_are_counted(seeds: Path) -> None:
    kept = assemble(seeds, silent)
    assert kept.claims == sum(str(t.object).endswith("ontology#Claim>") for t in kept.all if "type" in str(t.predicate))
