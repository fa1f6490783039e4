"""SPARQL Update on the store: the union stays what the named graphs hold."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.belonging import parts
from newsgraph.errors import EngineError, InputError, SyntaxFault
from newsgraph.loading import load
from newsgraph.rdf import parse
from newsgraph.store import NAMES, UNION, reading, writing
from newsgraph.update import update

HEAD = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
ID = "https://w3id.org/newsgraph/id/"
HERE = "<http://127.0.0.1:9/>"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A store of two articles that both say that `a` competes with `b`."""
    with writing(tmp_path) as store:
        for name in "xy":
            text = f"""{HEAD} ngi:article-{name} a ng:Article . ngi:claim-{name} ng:statedIn ngi:article-{name} ;
            ng:subject ngi:a ; ng:predicate ng:competesWith ; ng:object ngi:b . ngi:a ng:competesWith ngi:b ."""
            load(store, parts(parse(text.encode(), "turtle", name)).items())
    return tmp_path


def holders(folder: Path, sparql: str) -> list[str]:
    """The graphs (by their last letter; "all" is the union) that hold what a pattern of three terms says."""
    with reading(folder) as store:
        rows = store.query(f"{PREFIXES} SELECT ?g {{ GRAPH ?g {{ {sparql} }} }}")
        found = [row["g"].value[-1] for row in rows]
        return sorted(found) + ["all"] * bool(store.query(f"{PREFIXES} ASK {{ {sparql} }}"))


PREFIXES = "PREFIX ng: <https://w3id.org/newsgraph/ontology#> PREFIX ngi: <https://w3id.org/newsgraph/id/>"
FACT, NEW = "ngi:a ng:competesWith ngi:b", "ngi:a ng:competesWith ngi:c"
CASES = [
    (f"INSERT DATA {{ {NEW} }}", NEW, ["s", "all"]),  # …/graph/names
    (f"INSERT DATA {{ GRAPH ngi:article-x {{ {NEW} }} }}", NEW, ["x", "all"]),
    (f"DELETE DATA {{ {FACT} }}", FACT, []),
    (f"DELETE DATA {{ GRAPH ngi:article-x {{ {FACT} }} }}", FACT, ["y", "all"]),
    (f"DELETE {{ GRAPH ?g {{ {FACT} }} }} WHERE {{ GRAPH ?g {{ {FACT} }} }}", FACT, []),
    ("DELETE { ?a ?p ?b } INSERT { ?a ?p ngi:c } WHERE { ?a ?p ?b FILTER(?p = ng:competesWith) }", FACT, []),
    ("DELETE { ?a ?p ?b } INSERT { ?a ?p ngi:c } WHERE { ?a ?p ?b FILTER(?p = ng:competesWith) }", NEW, ["s", "all"]),
    ("DROP GRAPH ngi:article-x", FACT, ["y", "all"]),
    ("CLEAR DEFAULT", FACT, []),
    ("CLEAR NAMED", FACT, []),
    ("DROP ALL", FACT, []),
    ("COPY GRAPH ngi:article-x TO GRAPH ngi:article-z", FACT, ["x", "y", "z", "all"]),
    ("MOVE GRAPH ngi:article-x TO GRAPH ngi:article-z", FACT, ["y", "z", "all"]),
]


@pytest.mark.parametrize(("sparql", "fact", "expected"), CASES)
def test_the_union_is_what_the_graphs_hold(place: Path, sparql: str, fact: str, expected: list[str]) -> None:
    update(place, sparql)
    assert holders(place, fact) == expected
    with reading(place) as store:
        union = {q.triple for q in store.quads_for_pattern(None, None, None, UNION)}
        named = {q.triple for g in store.named_graphs() for q in store.quads_for_pattern(None, None, None, g)}
        assert union == named
    assert len(CASES) == 13


def test_an_update_is_whole_or_not_at_all(place: Path) -> None:
    with pytest.raises(SyntaxFault, match=r"^u:1:"):
        update(place, f"INSERT DATA {{ {NEW} }} ; DELETE DATA {{ nope:x ng:y 1 }}", "u")
    with pytest.raises(EngineError, match="nothing was changed"):  # the graph is there
        update(place, f"INSERT DATA {{ {NEW} }} ; CREATE GRAPH ngi:article-x")
    assert holders(place, NEW) == []


REFUSED = [
    f"LOAD {HERE}",
    f"LOAD SILENT {HERE} INTO GRAPH <x:g>",
    "LOAD <file:///etc/hostname>",
    f"INSERT {{ ?a ?b ?c }} WHERE {{ SERVICE {HERE} {{ ?a ?b ?c }} }}",
    f"INSERT DATA {{ <x:a> <x:b> 1 }} ; LOAD {HERE}",
    f"L\\u004FAD {HERE}",
]


@pytest.mark.parametrize("sparql", REFUSED)
def test_what_fetches_is_refused(place: Path, sparql: str) -> None:
    with pytest.raises(InputError, match="is refused"):
        update(place, sparql, hosts=("127.0.0.1",))  # the port is another
    assert len(REFUSED) == 6


def test_a_folder_without_a_store_is_told_and_left_alone(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no store"):
        update(tmp_path / "s", "DROP ALL")
    assert not (tmp_path / "s").exists()


def test_numbers_before_and_after(place: Path) -> None:
    before, after = update(place, f"INSERT DATA {{ {NEW} . {FACT} }}")
    assert after == before + 1
    with reading(place) as store:
        assert {q.graph_name for q in store.quads_for_pattern(None, None, ox.NamedNode(ID + "c"))} == {NAMES, UNION}
