"""Why a claim stands in the graph: on an article and a claim made by hand."""

import pytest

from newsgraph.article import Article
from newsgraph.build import build
from newsgraph.claim import Claim, Reading, Thing, article_id
from newsgraph.errors import InputError
from newsgraph.namespace import NGI
from newsgraph.pattern import load
from newsgraph.position import position
from newsgraph.why import MARKS, Read, explain, find, line, marked, read_by
from newsgraph.wording import Graph, claims, graph_of

TEXT = "Es regnet.\nBetalog ist nach Angaben von Reuters eine Tochter von Alphagen. Das sagten Insider.\n"
QUOTE = "Betalog ist nach Angaben von Reuters eine Tochter"
ARTICLE = Article("meldung", TEXT, title="Alphagen")
FRAME = load("de").frames[0]


def graph(*, with_text: bool = True, **more: object) -> Graph:
    """A graph with one claim: unnamed sources of Reuters say it."""
    things = (
        Thing("ngi:alphagen", "Company", "Alphagen"),
        Thing("ngi:betalog", "Company", "Betalog"),
        Thing("ngi:reuters", "NewsOrganization", "Reuters"),
        Thing("ngi:source-1", "AnonymousSource", "Insider (Reuters)", facts=(("ng:citedBy", "ngi:reuters"),)),
    )
    start = TEXT.index(QUOTE)
    said = {"subject": "ngi:betalog", "predicate": "ng:parentCompany", "object": "ngi:alphagen", **more}
    claim = Claim("ngi:source-1", start, start + len(QUOTE), relayed_by=("ngi:reuters",), **said)  # type: ignore[arg-type]
    return graph_of(build(Reading(ARTICLE, things, (claim,)), with_text=with_text))


def told(found: Graph, language: str = "en") -> list[tuple[str, str]]:
    """The explanation of its claim."""
    return list(explain(found, claims(found)[0], language))


def test_a_claim_is_explained() -> None:
    found = graph(pattern=f"pattern de/{FRAME.name}", negated=True, modality="planned", time_expression="am Montag")
    claim = claims(found)[0]
    where = read_by(f"pattern de/{FRAME.name}")
    assert where is not None
    assert told(found) == [
        ("claim", f"ngi:{claim.removeprefix(NGI)}"),
        ("says", "not: Betalog · ng:parentCompany · Alphagen"),
        ("source", "Insider (Reuters) (cited by Reuters), relayed by Reuters"),
        ("modality", "planned, negated"),
        ("timeExpression", "am Montag"),
        ("article", f"Alphagen ({article_id(ARTICLE)}), characters 11 to {11 + len(QUOTE)}"),
        ("words", f"{MARKS[0]}{QUOTE}{MARKS[1]} von Alphagen."),
        ("read by", f"{where} ({where.says})"),
        ("review", "unreviewed"),
    ]
    assert line(found, claim).endswith(f" {where.file}:{where.line} {where.frame}: {QUOTE}")


def test_every_frame_is_found_in_its_file() -> None:
    frames = load("de").frames
    found = [read_by(f"newsgraph 1.0, pattern de/{frame.name}") for frame in frames]
    assert [f.frame for f in found if f is not None] == [frame.name.partition("/")[2] for frame in frames]
    assert [f for f in found if f is not None and (f.line < 3 or not f.says)] == []
    assert len(frames) > 50


@pytest.mark.parametrize("label", ["", "a reading", "pattern de/nowhere/frame", "pattern xx/invests/invest"])
def test_a_reading_by_another_tool_has_no_pattern(label: str) -> None:
    assert read_by(label) is None


def test_a_pattern_says_what_it_means_in_both_languages() -> None:
    label = f"pattern de/{FRAME.name}"
    english, german = read_by(label), read_by(label, "de")
    assert isinstance(english, Read) and isinstance(german, Read)
    assert english.says != german.says


def test_without_the_text_the_quote_must_do() -> None:
    assert dict(told(graph(with_text=False)))["words"] == f"{MARKS[0]}{QUOTE}{MARKS[1]}"


def test_a_quote_is_marked_in_all_the_sentences_it_touches() -> None:
    at = TEXT.index("Alphagen. Das")
    assert marked(ARTICLE, at, at + 13).endswith(f"von {MARKS[0]}Alphagen. Das{MARKS[1]} sagten Insider.")
    assert marked(ARTICLE, 0, 2) == f"{MARKS[0]}Es{MARKS[1]} regnet."
    strange = Article("a", TEXT, language="xx")
    assert marked(strange, at, at + 8).endswith("sagten Insider.")  # no language pack: the paragraph
    assert marked(ARTICLE, 5, 5000) == ""


def test_a_claim_is_found_by_iri_curie_and_id() -> None:
    found = graph()
    claim = claims(found)[0]
    end = claim.removeprefix(NGI)
    for name in (claim, f"ngi:{end}", end, end.removeprefix("claim-")):
        assert find(found, name) == claim
    for name in ("ngi:betalog", "claim-", "", "https://example.org/x"):
        with pytest.raises(InputError, match="there is no claim"):
            find(found, name)


def test_positions_count_lines_and_columns_from_one() -> None:
    assert [position("ab\ncd", i) for i in range(5)] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]
    assert position("ab\ncd", 3, head=4) == (6, 1)
