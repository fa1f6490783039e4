"""The comparison with gold: on small graphs made by hand, and against the reference scorer where it lies at hand."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from newsgraph import gold, turtle
from newsgraph.build import build
from newsgraph.errors import InputError
from newsgraph.evaluate import Evaluation, evaluate, render
from newsgraph.identity import digest
from newsgraph.reading import read_article

ROOT = Path(__file__).parents[1]
ARTICLES, UNREAD = ROOT / "tests" / "articles", ROOT / "tests" / "unread"
REFERENCE = ROOT.parent / "shared" / "devset" / "score.py"

TEXT = (
    "Alphagen will laut Börsenblatt den Rivalen Betalog für 300 Millionen Euro kaufen. "
    "Alphagen (AGN) aus Ulm entwickelt die App Gammat. Gammat hat 2 Millionen Nutzer. "
    "Einen Einstieg bei Deltix dementierte Alphagen.\n"
)
ENTITIES = [
    {"kind": "entity", "class": "Company", "name": "Alphagen"},
    {"kind": "entity", "class": "Company", "name": "Betalog"},
    {"kind": "entity", "class": "Company", "name": "Deltix"},
    {"kind": "entity", "class": "App", "name": "Gammat"},
    {"kind": "entity", "class": "MediaOutlet", "name": "Börsenblatt"},
]


def fact(relation: str, subject: str, value: str | None = None, modality: str = "fact", **more: Any) -> dict[str, Any]:
    return {"kind": "fact", "relation": relation, "subject": subject, "object": value, "modality": modality, **more}


def trap(relation: str, subject: str | None, value: str | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "negative", "relation": relation, "subject": subject, "object": value, "why": "no", **more}


BUYS = fact(
    "acquisition", "Alphagen", "Betalog", "planned", amount=300_000_000, currency="EUR", attributed_to="Börsenblatt"
)
DEVELOPS = fact("develops", "Alphagen", "Gammat")
USERS = fact("user_count", "Gammat", None, amount=2_000_000)
DENIED = fact("investment", "Alphagen", "Deltix", "denied", denied_by="Alphagen")
NAMED = fact("alias", "Alphagen", "AGN")

HEAD = """\
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix ngc: <https://w3id.org/newsgraph/concept/> .
@prefix : <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:art a ng:Article . :paper a ng:NewsOrganization ; rdfs:label "Börsenblatt" .
:a a ng:Company ; rdfs:label "Alphagen AG" . :b a ng:Company ; rdfs:label "Betalog" .
:d a ng:Company ; rdfs:label "Deltix" . :g a ng:App ; rdfs:label "Gammat" . :ulm a ng:Place ; rdfs:label "Ulm" .
"""
BUY = ":x a ng:Acquisition ; ng:status ngc:planned ; ng:investor :a ; ng:target :b ; ng:amount :m . "
MONEY = ':m a ng:MonetaryAmount ; ng:value 300000000.0 ; ng:currency "EUR" . '


def claim(subject: str, prop: str, value: str, by: str = ":art", modality: str = "asserted", more: str = "") -> str:
    """A claim node without evidence; the quote only where `more` gives one."""
    here = f":claim-{digest(subject, prop, value, by, modality, more)}"
    return (
        f"{here} a ng:Claim ; ng:subject {subject} ; ng:predicate {prop} ; ng:object {value} ; ng:statedIn :art ; "
        f"ng:assertedBy {by} ; ng:modality ngc:{modality} {more}. "
    )


SAID = claim(":x", "ng:amount", ":m", ":paper", "planned")
MAKES = (":a", "ng:provides", ":g")
WRONG_EUR = MONEY.replace("EUR", "USD")
# what is tried: gold, graph, then (gold, predicted, right), sources right, false sources, modality right, violated
CASES: dict[str, tuple[list[dict[str, Any]], str, tuple[int, int, int], tuple[int, int, int, int]]] = {
    "nothing read": ([BUYS], "", (1, 0, 0), (0, 0, 0, 0)),
    "all right": ([BUYS], BUY + MONEY + SAID, (1, 1, 1), (1, 0, 1, 0)),
    "a plain triple has no source, its node's status hedges": ([BUYS], BUY + MONEY, (1, 1, 1), (0, 0, 1, 0)),
    "another currency": ([BUYS], BUY + WRONG_EUR, (1, 1, 0), (0, 0, 0, 0)),
    "within half a per cent": ([BUYS], BUY + MONEY.replace("300", "301"), (1, 1, 1), (0, 0, 1, 0)),
    "beyond half a per cent": ([BUYS], BUY + MONEY.replace("300", "302"), (1, 1, 0), (0, 0, 0, 0)),
    "the same sum otherwise": ([{**BUYS, "alt_amounts": [[3e8, "USD"]]}], BUY + WRONG_EUR, (1, 1, 1), (0, 0, 1, 0)),
    "a converted sum is the same": (
        [BUYS],
        BUY + MONEY + ':x ng:amount :n . :n ng:value 320000000.0 ; ng:currency "USD" ; ng:convertedFrom :m . ',
        (1, 1, 1),
        (0, 0, 1, 0),
    ),
    "a further sum that fits too": (
        [BUYS],
        BUY + MONEY + ':x ng:amount :n . :n ng:value 301000000.0 ; ng:currency "EUR" . ',
        (1, 1, 1),
        (0, 0, 1, 0),
    ),
    "a further sum that is wrong": (
        [BUYS],
        BUY + MONEY + ':x ng:amount :n . :n ng:value 5.0 ; ng:currency "EUR" . ',
        (1, 2, 1),
        (0, 0, 1, 0),
    ),
    "a source where the gold has none": ([DEVELOPS], claim(*MAKES, ":paper"), (1, 1, 1), (0, 1, 1, 0)),
    "said twice is one": ([DEVELOPS], ":a ng:provides :g . " + claim(*MAKES), (1, 1, 1), (0, 0, 1, 0)),
    "another modality": ([DEVELOPS], claim(*MAKES, modality="possible"), (1, 1, 1), (0, 0, 0, 0)),
    "a denial is no fact": ([DEVELOPS], claim(*MAKES, more="; ng:negated true "), (1, 1, 0), (0, 0, 0, 0)),
    "the wrong way round": ([DEVELOPS], ":g ng:provides :a . ", (1, 1, 0), (0, 0, 0, 0)),
    "the maker as parent is not wrong": ([DEVELOPS], ":g ng:parentCompany :a . ", (1, 0, 0), (0, 0, 0, 0)),
    "optional": ([{**DEVELOPS, "optional": True}], ":a ng:provides :g . ", (0, 0, 0), (0, 0, 0, 0)),
    "a country is never wrong": ([], ":a ng:country :ulm . ", (0, 0, 0), (0, 0, 0, 0)),
    "a seat may be wrong": ([], ":a ng:locatedIn :ulm . ", (0, 1, 0), (0, 0, 0, 0)),
    "competitors either way": (
        [fact("competitor_of", "Betalog", "Alphagen")],
        ":a ng:competesWith :b . :b ng:competesWith :a . ",
        (1, 1, 1),
        (0, 0, 1, 0),
    ),
    "customer and supplier are one fact": (
        [fact("supplier_of", "Alphagen", "Betalog"), fact("customer_of", "Betalog", "Alphagen")],
        ":p a ng:MarketPosition ; ng:supplier :a ; ng:holder :b . ",
        (1, 1, 1),
        (0, 0, 1, 0),
    ),
    "users": (
        [USERS],
        ":n a ng:Measurement ; ng:measured :g ; ng:metric ngc:users ; ng:quantity :q . :q ng:atLeast 2000000.0 . ",
        (1, 1, 1),
        (0, 0, 1, 0),
    ),
    "new users are no number of users": (
        [USERS],
        ":n a ng:Measurement ; ng:measured :g ; ng:metric ngc:new-users ; ng:quantity :q . :q ng:value 2000000.0 . ",
        (1, 0, 0),
        (0, 0, 0, 0),
    ),
    "a denial is found by a denial": (
        [DENIED],
        ":i a ng:Investment ; ng:status ngc:denied ; ng:investor :a ; ng:target :d . ",
        (1, 1, 1),
        (0, 0, 1, 0),
    ),
    "a denied plan read as a plan": (
        [DENIED, trap("investment", "Alphagen", "Deltix", unless_modality=["denied"])],
        ":i a ng:Investment ; ng:status ngc:planned ; ng:investor :a ; ng:target :d . ",
        (1, 1, 0),
        (0, 0, 0, 1),
    ),
    "a trap by its amount": (
        [trap("investment", None, amount=7)],
        ":i a ng:Investment ; ng:investor :a ; ng:amount :q . :q ng:value 7.0 . ",
        (0, 1, 0),
        (0, 0, 0, 1),
    ),
    "a trap that allows the hedge": (
        [trap("develops", "Alphagen", "Gammat", unless_modality=["possible"])],
        claim(":a", "ng:provides", ":g", modality="possible"),
        (0, 0, 0),
        (0, 0, 0, 0),
    ),
    "another name": ([NAMED], ':a skos:altLabel "AGN" . ', (1, 1, 1), (0, 0, 1, 0)),
    "a name that the text does not have": ([NAMED], ':a skos:altLabel "Alpha" . ', (1, 0, 0), (0, 0, 0, 0)),
}


def evaluated(folder: Path, lines: list[dict[str, Any]], graph: str, text: str = TEXT) -> Evaluation:
    """The evaluation of one article that is written to a folder."""
    (folder / "a.txt").write_text(text, "utf-8")
    rows = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in lines)
    (folder / "a.gold.jsonl").write_text(rows, "utf-8")
    (folder / "a.ttl").write_text(HEAD + graph, "utf-8")
    return evaluate(folder, folder)


@pytest.mark.parametrize("name", CASES)
def test_small_graphs(tmp_path: Path, name: str) -> None:
    lines, graph, rates, shares = CASES[name]
    found = evaluated(tmp_path, ENTITIES + lines, graph)
    figures = json.loads(render(found, "json"))["overall"]
    facts = figures["facts"]
    assert (facts["gold"], facts["predicted"], facts["right"]) == rates
    keys = ("source right where the gold names one", "false source where the gold names none", "modality right")
    assert (*(figures[k]["n"] for k in keys), len(found.violated())) == shares
    assert len(CASES) == 29


def test_entities_classes_and_quotes(tmp_path: Path) -> None:
    person = ENTITIES[3] | {"class": "Chip"}
    graph = claim(":a", "ng:provides", ":g", more='; ng:quote "entwickelt die App Gammat" ')
    graph += claim(":a", "ng:competesWith", ":b", more='; ng:quote "steht nicht da" ')
    found = evaluated(tmp_path, [*ENTITIES[:3], person, {"kind": "entity", "class": "Person", "name": "Epsil"}], graph)
    entities = found.entities()
    assert [(entities["all"][k].n, entities["all"][k].of) for k in ("found", "class right")] == [(4, 5), (3, 4)]
    assert (entities["Chip"]["class right"].n, entities["Person"]["found"].n) == (0, 0)
    counts = found.counts()
    assert (counts["claims"], counts["quotes"], counts["quotes not in the article"]) == (2, 2, 1)
    assert "bad quotes: steht nicht da" in render(found, "text", verbose=True)


def test_investors_of_a_round_and_the_joint_figure(tmp_path: Path) -> None:
    row = fact("funding_round", "Alphagen", None, amount=9, investors=["Betalog", "Deltix"], leads=["Deltix"])
    graph = (
        ":r a ng:FundingRound ; ng:target :a ; ng:investor :b ; ng:leadInvestor :d ; ng:amount :q . :q ng:value 9.0 . "
    )
    found = evaluated(tmp_path, [*ENTITIES, row, DEVELOPS], graph + claim(":a", "ng:provides", ":g", ":paper"))
    counts = found.counts()
    assert [counts[k] for k in counts if "investors" in k or "leads" in k] == [2, 2, 1, 1]
    figures = found.figures(found.relations)
    assert (figures["facts"].row().split()[:3], figures["joint"].row().split()[:3]) == (["2"] * 3, ["2", "2", "1"])
    assert figures["joint"].table()["f1"] == 0.5


# a line of gold, what is said of it
BROKEN = [
    ("{", "is no JSON"),
    ("[1]", "an object was expected"),
    ('{"kind": "thing"}', "kind is 'thing', expected one of entity fact negative"),
    ('{"kind": "entity", "class": "Company"}', "a line of kind entity needs 'name'"),
    ('{"kind": "entity", "class": "Firma", "name": "x"}', "class must be one of Company"),
    ('{"kind": "fact", "relation": "buys", "subject": "a", "modality": "fact"}', "relation must be one of acquisition"),
    ('{"kind": "fact", "relation": "alias", "subject": "a", "modality": "sure"}', "modality must be one of fact"),
    ('{"kind": "negative", "relation": "alias", "amuont": 3}', "unknown key 'amuont' in a line of kind negative"),
    ('{"kind": "negative", "relation": "alias", "amount": "3"}', "amount must be a number or null"),
    ('{"kind": "negative", "relation": "alias", "quote": "fehlt"}', "the quote is not in the article"),
]


@pytest.mark.parametrize(("line", "error"), BROKEN, ids=[e for _, e in BROKEN])
def test_broken_gold_is_told_with_its_line(tmp_path: Path, line: str, error: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.gold.jsonl").write_text(json.dumps(ENTITIES[0]) + f"\n\n{line}\n", "utf-8")
    with pytest.raises(InputError) as found:
        evaluate(tmp_path, tmp_path)
    assert str(found.value).startswith(f"{tmp_path / 'a.gold.jsonl'}:3: {error}")
    assert len(BROKEN) == 10


def test_a_folder_without_gold_is_told(tmp_path: Path) -> None:
    for folder, error in ((tmp_path, "holds no gold"), (tmp_path / "nowhere", "is no folder")):
        with pytest.raises(InputError, match=error):
            evaluate(folder)


def test_a_missing_or_broken_graph_counts_as_empty_and_is_named(tmp_path: Path) -> None:
    evaluated(tmp_path, [*ENTITIES, DEVELOPS], "")
    (tmp_path / "a.ttl").write_text("no turtle", "utf-8")
    assert list(evaluate(tmp_path, tmp_path).problems) == ["a"]
    (tmp_path / "a.ttl").unlink()
    found = evaluate(tmp_path, tmp_path)
    assert (found.problems, found.figures({"develops"})["facts"].row().split()[0]) == ({"a": "no file"}, "1")


def reference() -> ModuleType:
    """The reference scorer as a module."""
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference scorer is not here (shared/devset/score.py)")
def test_the_figures_are_those_of_the_reference(tmp_path: Path) -> None:
    names = gold.names_in(ARTICLES)
    for name in names:
        article = gold.read(ARTICLES, name).article
        (tmp_path / f"{name}.ttl").write_bytes(turtle.write(build(read_article(article))))
    theirs = reference()
    wanted = theirs.report([theirs.score_article(name, ARTICLES, tmp_path) for name in names])
    short = {"P": "precision", "R": "recall", "F1": "f1"}
    found = json.loads(render(evaluate(ARTICLES, tmp_path), "json", verbose=True))
    tables = json.loads(json.dumps(wanted), object_hook=lambda d: {short.get(k, k): v for k, v in d.items()})
    assert {k: v for k, v in found.items() if k != "problems"} == {k: v for k, v in tables.items() if k != "problems"}
    assert len(names) == 312
    assert found["overall"]["facts"]["right"] > 50


def test_the_unread_articles_are_whole_and_are_none_of_the_others() -> None:
    names = gold.names_in(UNREAD)
    assert len(names) == 170
    assert not set(names) & set(gold.names_in(ARTICLES))
    read = [gold.read(UNREAD, name) for name in names]
    assert sum(len(a.due) for a in read) > 200
