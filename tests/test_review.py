"""Reviews: decisions about claims by content and place, on readings made by hand so that they need no reader."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph import reviewfile, turtle
from newsgraph.article import Article
from newsgraph.build import build
from newsgraph.claim import Claim, Literal, Reading, Thing, article_id
from newsgraph.desk import address
from newsgraph.namespace import NGI, expand
from newsgraph.project import assemble
from newsgraph.review import Reviewed, apply
from newsgraph.shape import validate
from newsgraph.wording import graph_of

TEXT = (
    "Das deutsche Unternehmen Alphagen und das deutsche Unternehmen Betalog entwickeln die App Gammat. "
    "Die App hat laut Börsenblatt 2 Millionen Nutzer. Alphagen will 5 Millionen Euro in Ulm investieren.\n"
)
ARTICLE = Article("meldung", TEXT, title=None)
HERE = article_id(ARTICLE)


def span(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return start, start + len(quote)


EUROS = Literal("5000000.0", datatype="xsd:decimal")
USERS = Literal("2000000.0", datatype="xsd:decimal")
COUNTED = (("ng:measured", "ngi:gammat"), ("ng:metric", "ngc:users"), ("ng:quantity", "ngi:quantity-1"))
THINGS = (
    Thing("ngi:alphagen", "Company", "Alphagen", also=("Alphagen AG",)),
    Thing("ngi:amount-1", "MonetaryAmount", facts=(("ng:value", EUROS), ("ng:currency", Literal("EUR")))),
    Thing("ngi:betalog", "Company", "Betalog"),
    Thing("ngi:boersenblatt", "NewsOrganization", "Börsenblatt"),
    Thing("ngi:deutschland-place", "Place", "Deutschland"),
    Thing("ngi:gammat", "App", "Gammat"),
    Thing("ngi:investment-1", "Investment", facts=(("ng:status", "ngc:planned"),)),
    Thing("ngi:measurement-1", "Measurement", facts=COUNTED),
    Thing("ngi:quantity-1", "Quantity", facts=(("ng:value", USERS),)),
)
CLAIMS = (
    Claim(HERE, *span("deutsche Unternehmen Alphagen"), "ngi:alphagen", "ng:country", "ngi:deutschland-place"),
    Claim(HERE, *span("deutsche Unternehmen Betalog"), "ngi:betalog", "ng:country", "ngi:deutschland-place"),
    Claim("ngi:boersenblatt", *span("2 Millionen Nutzer"), describes="ngi:measurement-1"),
    Claim(HERE, *span("5 Millionen Euro"), "ngi:investment-1", "ng:amount", "ngi:amount-1", modality="planned"),
)
READING = Reading(ARTICLE, THINGS, CLAIMS, unread=(span("Die App hat laut"),))
HEAD = 'article = "meldung"\n'
REVIEWS = Path(__file__).parent / "reviews"
DISPUTE = (REVIEWS / "dispute.toml").read_text("utf-8")
ADD = (REVIEWS / "add.toml").read_text("utf-8")
NODES = (REVIEWS / "node.toml").read_text("utf-8")


def reviewed(toml: str, reading: Reading = READING) -> Reviewed:
    return apply(reading, [reviewfile.parse((HEAD + toml).encode(), "r.toml")])


def triples(found: Reviewed) -> set[ox.Triple]:
    return set(build(found.reading))


def plain(subject: str, prop: str, value: str) -> ox.Triple:
    return ox.Triple(expand(subject), expand(prop), expand(value))


def test_a_disputed_claim_has_no_plain_triple_and_its_review_is_attributed() -> None:
    found = reviewed(DISPUTE)
    assert [c.review for c in found.reading.claims] == ["unreviewed", "disputed", "unreviewed", "unreviewed"]
    assert found.stale == ()
    graph = triples(found)
    assert plain("ngi:betalog", "ng:country", "ngi:deutschland-place") not in graph
    assert plain("ngi:alphagen", "ng:country", "ngi:deutschland-place") in graph
    gained = graph - set(build(READING))
    assert len(gained) == 12  # a status, 5 triples on the review, 4 on the activity, 2 on the reviewer
    claim = CLAIMS[1].id(ARTICLE)
    review = next(t.subject for t in gained if t.predicate == expand("prov:wasDerivedFrom"))
    assert ox.Triple(review, expand("prov:wasDerivedFrom"), expand(claim)) in gained
    assert ox.Triple(review, expand("dcterms:description"), ox.Literal("It sits in Austria.")) in gained
    assert [r.line() for r in validate(build(found.reading)) if r.severity == 0] == []


@pytest.mark.parametrize("decision", ["confirm", "reject", "dispute"])
def test_each_decision_sets_its_status(decision: str) -> None:
    found = reviewed(DISPUTE.replace('"dispute"', f'"{decision}"'))
    assert found.reading.claims[1].review == reviewfile.STATUS[decision]
    stands = plain("ngi:betalog", "ng:country", "ngi:deutschland-place") in triples(found)
    assert stands == (decision == "confirm")


def test_of_two_decisions_the_stronger_holds_in_any_order() -> None:
    confirm = DISPUTE.replace('"dispute"', '"confirm"').replace("Erika", "Max")
    for toml in (DISPUTE + confirm, confirm + DISPUTE):
        assert reviewed(toml).reading.claims[1].review == "disputed"
        assert len(reviewed(toml).reading.things) == len(THINGS) + 6


def test_every_claim_is_found_again_by_its_address() -> None:
    graph = graph_of(build(READING))
    for i, claim in enumerate(CLAIMS):
        data = address(graph, NGI + claim.id(ARTICLE)[4:]) | {"by": "x", "decision": "confirm"}
        entry = reviewfile.Entry("review", 1, data)
        file = reviewfile.ReviewFile("r.toml", "meldung", "", (entry,))
        states = [c.review for c in apply(READING, [file]).reading.claims]
        assert states == ["confirmed" if j == i else "unreviewed" for j in range(4)]
        assert reviewfile.parse(reviewfile.dump(file), "r.toml").entries[0].data == data
    assert data["object"] == "5000000 EUR"


# what a decision says otherwise than the reading, what is said of it
STALE = [
    ("das deutsche Unternehmen Betalog", "das schweizerische Unternehmen Betalog", "the quote is not in meldung"),
    ('object = "Deutschland"', 'object = "Austria"', "says Betalog · ng:country · Austria"),
    ('decision = "dispute"', 'decision = "dispute"\nmodality = "planned"', "Deutschland (planned)"),
    ('decision = "dispute"', 'decision = "dispute"\nassertedBy = "Börsenblatt"', "Deutschland (Börsenblatt)"),
    ("das deutsche Unternehmen Betalog", "Die App hat laut Börsenblatt", "no claim at this place of meldung says"),
]


@pytest.mark.parametrize(("old", "new", "message"), STALE, ids=[m for *_, m in STALE])
def test_what_no_longer_fits_is_stale_with_file_and_line(old: str, new: str, message: str) -> None:
    found = reviewed(DISPUTE.replace(old, new))
    assert len(found.stale) == 1
    assert str(found.stale[0]).startswith("r.toml:3: stale review: ")
    assert message in str(found.stale[0])
    assert found.reading == READING
    assert len(STALE) == 5


def test_a_decision_survives_other_ends_of_the_quote_and_a_curie_will_do() -> None:
    toml = DISPUTE.replace("das deutsche Unternehmen Betalog", "Unternehmen Betalog").replace(
        '"Betalog"', '"ngi:betalog"'
    )
    assert [c.review for c in reviewed(toml).reading.claims][1] == "disputed"


def test_an_article_of_another_name_is_left_alone_but_meant_by_its_digest() -> None:
    other = reviewfile.parse(b'article = "other"\n' + DISPUTE.encode(), "o.toml")
    assert apply(READING, [other]) == Reviewed(READING)
    same = reviewfile.parse(f'digest = "{ARTICLE.digest}"\n{DISPUTE}'.encode(), "o.toml")
    assert apply(READING, [same]).reading.claims[1].review == "disputed"


def test_an_added_claim_stands_like_one_that_was_read() -> None:
    found = reviewed(ADD)
    claim = found.reading.claims[4]
    assert (claim.subject, claim.object, claim.review) == ("ngi:betalog", "ngi:gammat", "confirmed")
    assert TEXT[claim.start : claim.end] == "Unternehmen Betalog entwickeln die App Gammat"
    graph = triples(found)
    assert plain("ngi:betalog", "ng:provides", "ngi:gammat") in graph
    activity = ox.Triple(expand(claim.id(ARTICLE)), expand("prov:wasGeneratedBy"), expand(claim.pattern))
    assert activity in graph
    assert [r.line() for r in validate(list(graph)) if r.severity == 0] == []


def test_an_added_claim_that_the_reader_gives_too_is_a_decision_about_it() -> None:
    toml = ADD.replace("ng:provides", "ng:country").replace('"Gammat"', '"Deutschland"')
    found = reviewed(toml.replace("Unternehmen Betalog entwickeln die App Gammat", "deutsche Unternehmen Betalog"))
    assert len(found.reading.claims) == 4
    assert found.reading.claims[1].review == "confirmed"


def test_helper_nodes_can_be_described_and_only_what_is_used_is_written() -> None:
    found = reviewed(NODES)
    node = found.reading.claims[4].describes
    graph = triples(found)
    assert plain(node, "ng:measured", "ngi:alphagen") in graph
    value = ox.Literal("5000000.0", datatype=expand("xsd:decimal"))
    assert [t.object for t in graph if t.predicate == expand("ng:value") and t.object == value] == [value] * 2
    assert (found.reading.claims[4].asserted_by, found.stale) == ("ngi:boersenblatt", ())
    alone = NODES[: NODES.index("[[add]]")]
    assert reviewed(alone).reading.things == THINGS


def test_a_described_node_that_the_reader_gives_too_is_not_doubled() -> None:
    toml = """
[[node]]
name = "m"
class = "Measurement"
facts = { measured = "Gammat", metric = "ngc:users", quantity = "_:q" }
[[node]]
name = "q"
class = "Quantity"
facts = { value = 2000000 }
[[add]]
quote = "2 Millionen Nutzer"
describes = "_:m"
assertedBy = "Börsenblatt"
by = "Erika Muster"
"""
    found = reviewed(toml)
    assert [c.review for c in found.reading.claims] == ["unreviewed", "unreviewed", "confirmed", "unreviewed"]
    assert {t.kind for t in found.reading.things} - {t.kind for t in THINGS} == {
        "prov:Entity",
        "prov:Activity",
        "prov:Agent",
    }


def test_an_added_claim_about_nothing_known_is_stale_and_covers_its_sentence_otherwise() -> None:
    found = reviewed(ADD.replace('"Betalog"', '"Zetix"'))
    assert [str(s) for s in found.stale] == [
        "r.toml:3: stale review: nothing in meldung is called 'Zetix'; describe it in a [[node]]"
    ]
    toml = ADD.replace("Unternehmen Betalog entwickeln die App Gammat", "Die App hat")
    assert (len(READING.unread), reviewed(toml).reading.unread) == (1, ())
    assert len(reviewed(ADD.replace("by =", "occurrence = 2\nby =")).stale) == 1


def test_a_merge_is_an_edge_with_a_reason() -> None:
    toml = '[[merge]]\none = "Alphagen"\nother = "Betalog"\nby = "Erika Muster"\nreason = "One was renamed."\n'
    graph = triples(reviewed(toml))
    assert plain("ngi:alphagen", "skos:closeMatch", "ngi:betalog") in graph
    assert {t.object.value for t in graph if t.predicate == expand("dcterms:description")} == {"One was renamed."}
    assert not [t for t in graph if "sameAs" in t.predicate.value]
    assert [r.line() for r in validate(list(graph)) if "Match" in r.path or r.severity == 0] == []
    assert [s.line for s in reviewed(toml.replace("Betalog", "Zetix")).stale] == [2]


def test_the_project_applies_them_and_names_what_is_stale(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/meldung.txt").write_text(TEXT, "utf-8")
    stale = reviewfile.parse((HEAD + DISPUTE.replace("Betalog", "Zetix")).encode(), "a.toml")
    gone = reviewfile.parse(b'article = "gone"\n', "b.toml")
    good = reviewfile.parse((HEAD + ADD.replace('"Betalog"', '"ngi:betalog"')).encode(), "c.toml")
    kept = assemble(tmp_path / "seeds", lambda _: None, [stale, gone, good])
    assert [str(s).partition(": stale review: ")[0] for s in kept.stale] == ["a.toml:3", "b.toml:1"]
    assert b"review by Erika Muster" in turtle.write(kept.all)


def test_the_example_of_the_document_is_a_file() -> None:
    text = (Path(__file__).parents[1] / "docs/review.md").read_text("utf-8")
    toml = text.partition("```toml\n")[2].partition("```")[0]
    file = reviewfile.parse(toml.encode(), "r.toml")
    assert [len(file.of(kind)) for kind in reviewfile.KEYS] == [2, 1, 1, 1]
    found = reviewed(toml.partition("\n\n")[2].replace("Alphagen Holdings", "Betalog"))
    assert (len(found.stale), [c.review for c in found.reading.claims][1:]) == (
        0,
        ["disputed", *["unreviewed"] * 2, "confirmed"],
    )
