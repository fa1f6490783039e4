"""New data against a store: what is found is what a full run finds at the nodes that were looked at, and nothing new is missed."""

import random
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.increment import validate_against
from newsgraph.rdf import parse
from newsgraph.report import Result
from newsgraph.shape import load, validate

sys.path.insert(0, str(Path(__file__).parents[1] / "bench" / "validation"))
import news

SHAPES = Path(__file__).parents[1] / "bench" / "validation"
RULES = tuple(t for name in ("core", "sparql") for t in parse((SHAPES / f"{name}.ttl").read_bytes(), "turtle", name))


def triples(*numbers: int, fault: str | None = None) -> list[ox.Triple]:
    """Generated articles."""
    text = news.HEAD + "".join(news.article(n, news.faults(n) if fault is None else fault) for n in numbers)
    return parse(text.encode(), "turtle", "news")


def store(data: list[ox.Triple]) -> ox.Store:
    """A store as newsgraph load makes it, as far as validation looks at it."""
    found = ox.Store()
    found.extend(ox.Quad(t.subject, t.predicate, t.object) for t in data)
    return found


def full(kept: ox.Store) -> set[Result]:
    """What a run over everything finds."""
    return set(validate([q.triple for q in kept], RULES))


def additions(number: int) -> list[tuple[list[ox.Triple], str]]:
    """Whole articles with and without faults, single triples, and triples that break what the store holds."""
    dice = random.Random(7)
    kinds = ("", *news.FAULTS, *news.QUERY_FAULTS)
    found = []
    for n in range(number):
        fault = kinds[n % len(kinds)]
        article = triples(100 + n if n % 3 else dice.randrange(20), fault=fault)
        found.append((article if n % 2 else dice.sample(article, dice.randrange(1, 12)), fault))
    return found


def check(kept: list[ox.Triple], before: set[Result], new: list[ox.Triple], rules: tuple[ox.Triple, ...]) -> int:
    """Hold one addition against a full run; the number of findings."""
    found = validate_against(new, store(kept), rules)
    both = store(kept)
    both.extend(ox.Quad(t.subject, t.predicate, t.object) for t in new)
    after = set(validate([q.triple for q in both], rules))
    again = {bare(r) for r in found.report}
    assert again == {bare(r) for r in after if r.focus_node in found.nodes or r.source.value.endswith("Vocabulary")}
    assert {bare(r) for r in after - before} <= again
    return len(again)


def bare(r: Result) -> tuple[str, ...]:
    """A result but for its value, which the new data may write in another way."""
    return str(r.focus_node), r.path, str(r.source.value if isinstance(r.source, ox.NamedNode) else ""), r.component


def whole(kept: bytes, new: list[ox.Triple]) -> list[Result]:
    """What a run over a document of Turtle together with new triples finds, loaded as the command loads large files."""
    documents = [
        (kept, "turtle", "file:kept"),
        (ox.serialize(new, format=ox.RdfFormat.N_TRIPLES) or b"", "n-triples", "file:new"),
    ]
    data = load(documents)
    assert data is not None
    return list(validate(data, RULES))


@pytest.mark.slow
def test_200_additions_to_20_000_triples_find_what_a_full_run_finds() -> None:
    kept = "".join(news.turtle(20_000)).encode()
    known = store(parse(kept, "turtle", "kept"))
    assert 19_000 < len(known) < 21_000
    before, found = {bare(r) for r in whole(kept, [])}, []
    for new, _ in additions(200):
        told, after = validate_against(new, known, RULES), whole(kept, new)
        again = {bare(r) for r in told.report}
        assert again == {bare(r) for r in after if r.focus_node in told.nodes}
        assert {bare(r) for r in after} - before <= again
        found.append(len(again))
    assert len(found) == 200
    assert sum(map(bool, found)) > 80


def test_some_additions_find_what_a_full_run_finds() -> None:
    kept = [q.triple for q in store(triples(*range(8)))]
    before = full(store(kept))
    found = [check(kept, before, new, RULES) for new, _ in additions(20)]
    assert any(found)


COMPANY = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


def test_a_company_that_only_the_store_knows_is_one() -> None:
    known = parse((COMPANY + 'ngi:b a ng:Company ; rdfs:label "B"@de .').encode(), "turtle", "k")
    new = parse((COMPANY + 'ngi:a a ng:Company ; rdfs:label "A"@de ; ng:competesWith ngi:b .').encode(), "turtle", "n")
    assert [r.component for r in validate(new)] == ["http://www.w3.org/ns/shacl#ClassConstraintComponent"]
    assert list(validate_against(new, store(known)).report) == []


def test_what_the_store_broke_before_stays_unsaid() -> None:
    known = parse((COMPANY + "ngi:b a ng:Company . ngi:c a ng:Company .").encode(), "turtle", "k")
    new = parse((COMPANY + "ngi:b ng:country ngi:x .").encode(), "turtle", "n")
    found = validate_against(new, store(known)).report
    assert {r.focus for r in found} == {"https://w3id.org/newsgraph/id/b"}
    assert found.matched
