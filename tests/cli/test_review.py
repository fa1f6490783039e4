"""`newsgraph review`, and what `newsgraph build` makes of it."""

import tomllib
from pathlib import Path

import pytest

from newsgraph.rdf import read
from newsgraph.wording import claims, graph_of, statement

TEXT = "Der deutsche Konzern Alphagen betreibt die App Gammat. Alphagen kauft die Firma Betalog.\n"
SAYS = "Alphagen · ng:provides · Gammat"


@pytest.fixture
def project(run, tmp_path: Path) -> Path:
    """A project with one article, built."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/meldung.md").write_text(f"+++\nissued = 2025-01-24\n+++\n{TEXT}", "utf-8")
    assert run("build", "-q").returncode == 0
    return tmp_path


def claim_of(project: Path, says: str) -> str:
    """The IRI of the claim that says this."""
    graph = graph_of(read(project / "graph/newsgraph.ttl"))
    return next(c for c in claims(graph) if statement(graph, c) == says)


def test_unreviewed_claims_are_listed_by_article(run, project: Path) -> None:
    done = run("review")
    assert (done.returncode, done.stderr) == (0, b"")
    first, *rest = done.stdout.decode().splitlines()
    number = len(claims(graph_of(read(project / "graph/newsgraph.ttl"))))
    assert first == f"article meldung: {number} claims, {number} unreviewed, 0 confirmed, 0 disputed, 0 rejected"
    assert (len(rest), sum(SAYS in line for line in rest)) == (number, 1)
    assert run("review", "--counts").stdout.decode() == first + "\n"


def test_a_decision_is_written_survives_a_build_and_can_be_changed(run, project: Path) -> None:
    claim, file = claim_of(project, SAYS), project / "graph/reviews/meldung.toml"
    options = ("--by", "Erika Muster", "--date", "2025-01-24")
    done = run("review", "dispute", claim, *options, "--reason", "Gammat is another's.")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"wrote graph/reviews/meldung.toml; it takes effect with: newsgraph build\n"
    content = file.read_bytes()
    entry = tomllib.loads(content.decode())["review"][0]
    assert (entry["subject"], entry["object"], entry["decision"]) == ("Alphagen", "Gammat", "dispute")
    assert run("review", "dispute", claim, *options, "--reason", "Gammat is another's.", "-q").returncode == 0
    assert file.read_bytes() == content
    assert b"ngi:alphagen-company ng:provides" not in (project / "graph/newsgraph.ttl").read_bytes()

    assert run("build", "-q").returncode == 0
    assert b", 0 confirmed, 1 disputed, 0 rejected" in run("review", "--counts").stdout
    assert b"review       disputed by Erika Muster, 2025-01-24: Gammat is another's.\n" in run("why", claim).stdout
    ask = "ASK { ?x rdfs:label 'Alphagen' ; ng:provides ?y }"
    assert run("query", ask).stdout.strip() == b"false"
    mapped = run("map", "seeds/meldung.md").stdout
    assert mapped == (project / "graph/claims/meldung.ttl").read_bytes()

    assert run("review", "confirm", claim, *options, "-q").returncode == 0
    assert [e["decision"] for e in tomllib.loads(file.read_text("utf-8"))["review"]] == ["confirm"]
    assert run("build", "-q").returncode == 0
    assert run("query", ask).stdout.strip() == b"true"


def test_claims_and_merges_are_added(run, project: Path) -> None:
    quote = ("meldung", "--quote", "Alphagen betreibt die App", "--by", "Erika Muster")
    said = ("--subject", "Alphagen", "--predicate", "ng:competesWith", "--object", "Betalog")
    assert run("review", "add", *quote, *said, "-q").returncode == 0
    merge = ("Alphagen", "Betalog", "--article", "seeds/meldung.md", "--by", "Max", "--reason", "Renamed.")
    assert run("review", "merge", *merge, "-q").returncode == 0
    assert run("build", "-q").returncode == 0
    assert claim_of(project, "Alphagen · ng:competesWith · Betalog")
    assert b"skos:closeMatch" in (project / "graph/newsgraph.ttl").read_bytes()


def test_a_stale_review_is_named_and_the_build_has_findings(run, project: Path) -> None:
    file = project / "graph/reviews/meldung.toml"
    assert run("review", "confirm", claim_of(project, SAYS), "--by", "Max", "-q").returncode == 0
    file.write_text("# note\n" + file.read_text("utf-8").replace('"Gammat"', '"Deltat"'), "utf-8")
    done = run("build")
    assert done.returncode == 1
    message = "graph/reviews/meldung.toml:5: stale review: no claim at this place of meldung says"
    assert f"newsgraph: {message} Alphagen · ng:provides · Deltat (asserted, article)\n" in done.stderr.decode()
    assert done.stderr.endswith(b"newsgraph: written, but 1 stale review had no effect\n")
    assert run("map", "seeds/meldung.md", "-q").returncode == 0


def test_what_cannot_be_decided_is_misuse_and_nothing_is_written(run, project: Path) -> None:
    add = ("add", "meldung", "--by", "x", "--subject", "Alphagen", "--object", "Betalog")
    buys = ("--quote", "Alphagen", "--predicate", "ng:competesWith")
    why = ("--by", "x", "--reason", "y")
    cases = (
        (("confirm", "claim-x", "--by", "x"), "there is no claim 'claim-x'"),
        (("confirm", claim_of(project, SAYS)), "Missing option '--by'"),
        (("dispute", claim_of(project, SAYS), "--by", "x"), "Missing option '--reason'"),
        ((*add, "--quote", "steht nicht da", "--predicate", "ng:investor"), "the quote is not in the article"),
        ((*add, "--quote", "Alphagen", "--predicate", "ng:contry"), "ng:contry is no property of the ontology"),
        ((*add, *buys, "--asserted-by", "Zetix"), "nothing is called 'Zetix'"),
        (("merge", "Alphagen", "Zetix", "--article", "meldung", *why), "nothing is called 'Zetix'"),
        (("merge", "Alphagen", "Betalog", "--article", "zwei", *why), "there is no article 'zwei'"),
    )
    for arguments, error in cases:
        done = run("review", *arguments)
        assert (done.returncode, done.stdout, error in done.stderr.decode()) == (2, b"", True), done.stderr
    assert not (project / "graph/reviews").exists()
    assert len(cases) == 8
