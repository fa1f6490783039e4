"""The store: whole articles or none, the union a set, a killed writer leaves no trace."""

import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
from killing import KILLS, killed

from newsgraph import loading
from newsgraph.belonging import parts
from newsgraph.errors import InputError
from newsgraph.files import write_pieces
from newsgraph.loading import load
from newsgraph.rdf import parse, union
from newsgraph.share import shares
from newsgraph.store import NAMES, backup, dump, iri, reading, remove, sizes, writing

ROOT = Path(__file__).parents[1]
HEAD = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix oa: <http://www.w3.org/ns/oa#> .
"""
ARTICLE = "ngi:article-54wfveut3fcyywiv"


def article(name: str, rival: str = "b") -> list[ox.Triple]:
    """An article in which a claim says that `a` competes with a rival."""
    text = f"""{HEAD} ngi:article-{name} a ng:Article .
    ngi:claim-{name} a ng:Claim ; ng:statedIn ngi:article-{name} ; ng:evidence ngi:passage-{name} ;
      ng:subject ngi:a ; ng:predicate ng:competesWith ; ng:object ngi:{rival} .
    ngi:passage-{name} oa:hasSource ngi:article-{name} ; oa:start 3 .
    ngi:a rdfs:label "A" ; ng:competesWith ngi:{rival} . ngi:{rival} rdfs:label "{rival}" ."""
    return parse(text.encode(), "turtle", name)


def plain(store: ox.Store) -> set[ox.Triple]:
    """What a query without GRAPH sees."""
    return {q.triple for q in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}


def fill(folder: Path, *graphs: list[ox.Triple]) -> None:
    for graph in graphs:
        with writing(folder) as store:
            load(store, parts(graph).items())


def test_an_article_is_a_graph_and_the_default_graph_is_the_union(tmp_path: Path) -> None:
    fill(tmp_path, article("x"), article("y"))
    with reading(tmp_path) as store:
        assert [size for _, size in sizes(store)] == [
            len(article("x")),
            len(article("y")),
            len(union(article("x"), article("y"))),
        ]
        assert plain(store) == {*article("x"), *article("y")}
        assert len(list(store.query("SELECT * { ngi:a rdfs:label ?l }", prefixes=PREFIXES))) == 1


PREFIXES = {"ngi": "https://w3id.org/newsgraph/id/", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"}


def test_loading_again_replaces_the_article_and_nothing_else(tmp_path: Path) -> None:
    fill(tmp_path, article("x"), article("y"))
    with reading(tmp_path) as store:
        before = b"".join(dump(store))
    fill(tmp_path, article("x"))
    with reading(tmp_path) as store:
        assert b"".join(dump(store)) == before
    fill(tmp_path, article("x", rival="c"))
    with reading(tmp_path) as store:
        assert plain(store) == {*article("x", rival="c"), *article("y")}


def test_removing_an_article_leaves_what_others_say(tmp_path: Path) -> None:
    fill(tmp_path, article("x"), article("y"))
    with writing(tmp_path) as store:
        remove(store, iri("ngi:article-x"))
    with reading(tmp_path) as store:
        assert plain(store) == set(article("y"))
        assert len(sizes(store)) == 2
    with pytest.raises(InputError, match="is not in the store"), writing(tmp_path) as store:
        remove(store, iri("ngi:article-x"))


def test_a_file_of_several_articles_is_parted_as_its_articles_were() -> None:
    x, y = article("x"), article("y", rival="c")
    shares = parts(union(x, y))
    assert {str(k): set(v) for k, v in shares.items()} == {
        f"<https://w3id.org/newsgraph/id/article-{name}>": set(graph) for name, graph in (("x", x), ("y", y))
    }


def test_known_names_are_replaced_thing_by_thing(tmp_path: Path) -> None:
    one, two, new = (
        parse(f'{HEAD} ngi:{name} rdfs:label "{label}" .'.encode(), "turtle", "n")
        for name, label in (("a", "A"), ("b", "B"), ("a", "AA"))
    )
    fill(tmp_path, one, two, new)
    with reading(tmp_path) as store:
        assert {q.triple for q in store.quads_for_pattern(None, None, None, NAMES)} == {*two, *new} == plain(store)


def test_an_error_inside_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    fill(tmp_path, article("x"))
    with pytest.raises(InputError), writing(tmp_path) as store:
        load(store, parts(article("y")).items())
        raise InputError("stop")
    with reading(tmp_path) as store:
        assert plain(store) == set(article("x"))
    fill(tmp_path, article("y"))  # the next writer takes away what was begun
    assert sorted(f.name for f in tmp_path.iterdir() if f.is_dir()) == ["generation-000002"]


def test_a_second_writer_is_told_who_holds_the_lock_and_a_reader_is_not_disturbed(tmp_path: Path) -> None:
    fill(tmp_path, article("x"))
    with writing(tmp_path) as first:
        load(first, parts(article("y")).items())
        with pytest.raises(InputError, match="is being written by process"), writing(tmp_path):
            pass
        with reading(tmp_path) as store:
            assert plain(store) == set(article("x"))


def test_a_reader_keeps_its_generation_while_two_writers_go_by(tmp_path: Path) -> None:
    fill(tmp_path, article("x"))
    with reading(tmp_path) as store:
        fill(tmp_path, article("y"), article("z"))
        assert plain(store) == set(article("x"))
    fill(tmp_path, article("y"))
    assert len([f for f in tmp_path.iterdir() if f.is_dir()]) == 1


def test_a_backup_is_a_store_of_its_own(tmp_path: Path) -> None:
    fill(tmp_path / "s", article("x"))
    backup(tmp_path / "s", tmp_path / "b")
    fill(tmp_path / "s", article("y"))
    fill(tmp_path / "b", article("z"))
    with reading(tmp_path / "b") as store:
        assert plain(store) == {*article("x"), *article("z")}
    with pytest.raises(InputError, match="exists already"):
        backup(tmp_path / "s", tmp_path / "b")


def test_a_dump_loads_again_graph_by_graph(tmp_path: Path) -> None:
    names = parse(f'{HEAD} ngi:c rdfs:label "C" .'.encode(), "turtle", "n")
    fill(tmp_path / "s", article("x"), article("y", rival="c"), names)
    write_pieces(tmp_path / "all.nq.gz", texts(tmp_path / "s"))
    with writing(tmp_path / "t") as store:
        assert load(store, shares(tmp_path / "all.nq.gz")) == (2, sum(map(len, (article("x"), article("y"), names))))
    assert texts(tmp_path / "t") == texts(tmp_path / "s")


def texts(folder: Path) -> list[bytes]:
    with reading(folder) as store:
        return list(dump(store))


def test_an_article_may_come_in_several_files_and_names_in_several(tmp_path: Path) -> None:
    x = article("x")
    one, two = (parse(f'{HEAD} ngi:n rdfs:label "{n}" .'.encode(), "turtle", n) for n in "NM")
    with writing(tmp_path) as store:
        load(store, [(iri("ngi:article-x"), x[:3]), (None, one), (iri("ngi:article-x"), x[3:]), (None, two)])
    with reading(tmp_path) as store:
        assert plain(store) == {*x, *one, *two}


@pytest.mark.parametrize("few", [0, 30, 10**9])
def test_loaded_in_bulk_or_by_transaction_the_store_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(loading, "FEW", few)
    first = [article(name, rival=name) for name in "uvwxyz"]
    second = [article(name, rival=rival) for name, rival in zip("uvwxyz", "vwuzyx", strict=True)]
    for graphs in (first, second):
        with writing(tmp_path) as store:
            load(store, (share for graph in graphs for share in parts(graph).items()))
    with reading(tmp_path) as store:
        assert plain(store) == set(union(*second))
        assert [n for _, n in sizes(store)][:-1] == [len(graph) for graph in second]


LOOP = """
import sys
from pathlib import Path
from newsgraph.files import write_pieces
from newsgraph import loading
from newsgraph.loading import load
from newsgraph.share import shares
from newsgraph.store import backup, iri, remove, writing
place, data, article = Path(sys.argv[1]), Path(sys.argv[2]), iri(sys.argv[3])
loading.FEW = int(sys.argv[4])
print("ready", flush=True)
for i in range(10_000):
    with writing(place) as store:
        load(store, shares(data))
    backup(place, place.with_name(f"b{i}"))
    with writing(place) as store:
        remove(store, article)
    print("round", flush=True)
"""


@pytest.mark.slow
@pytest.mark.parametrize("few", [10**9, 0], ids=["transaction", "bulk"])
def test_killed_at_any_moment_it_opens_and_holds_whole_articles(tmp_path: Path, few: int) -> None:
    fill(tmp_path / "s", article("x"))
    file = ROOT / "graph" / "newsgraph.ttl"
    one = set(article("x"))
    with writing(tmp_path / "whole") as store:  # the engine writes 12.50 as 12.5
        load(store, shares(file))
        both = one | plain(store)
    seen, kills = set(), 0
    for _ in killed(LOOP, tmp_path / "s", file, ARTICLE, few):
        kills += 1
        for place in (tmp_path / "s", *tmp_path.glob("b*")):
            with reading(place) as store:
                held = plain(store)
            assert held in (one, both)
            seen.add(len(held))
        for old in tmp_path.glob("b*"):
            subprocess.run(["rm", "-r", old], check=True)
    assert kills == KILLS
    assert seen  # which of the two states the kills meet is a matter of the machine's speed


def test_a_folder_that_is_no_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no store; make one: newsgraph load FILE"), reading(tmp_path):
        pass
