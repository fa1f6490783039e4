"""What the reader writes passes our own shapes, whatever it has read."""

from pathlib import Path

from newsgraph.article import parse
from newsgraph.build import build
from newsgraph.reading import read_article
from newsgraph.shape import validate

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


def test_the_graph_of_every_annotated_article_has_no_violation() -> None:
    graph = {t for file in ARTICLES for t in build(read_article(parse(file.read_bytes(), file.name)))}
    found = validate(sorted(graph, key=str))
    assert [r.line() for r in found if r.severity == 0] == []
    assert len(ARTICLES) == 312
    assert found.matched


def test_who_acts_is_an_agent_and_a_fine_has_a_status() -> None:
    text = (
        "Die Datenschutzbehörde hat gegen TikTok eine Strafe von 345 Millionen Euro verhängt. "
        "Ungarn fördert das Werk des Batterieherstellers Alphagen mit 30 Millionen Euro.\n"
    )
    graph = build(read_article(parse(text.encode(), "fine.txt")))
    assert any(t.predicate.value.endswith("#penalised") for t in graph)
    assert [r.line() for r in validate(graph) if r.severity == 0] == []
