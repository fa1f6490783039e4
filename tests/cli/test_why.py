"""`newsgraph why`"""

from pathlib import Path

import pytest

TEXT = "+++\n+++\nEs regnet.\nDer Konzern Alphagen betreibt die App Gammat.\n"
GRAPH = """\
@prefix ng: <https://w3id.org/newsgraph/ontology#> .
@prefix ngc: <https://w3id.org/newsgraph/concept/> .
@prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
ngi:article-x a ng:Article ; rdfs:label "Titel" ; ng:text "Alphagen baut Gammat."@de ; dcterms:language "de" .
ngi:a a ng:Company ; rdfs:label "Alphagen" . ngi:g a ng:App ; rdfs:label "Gammat" .
ngi:claim-abc a ng:Claim ; ng:subject ngi:a ; ng:predicate ng:provides ; ng:object ngi:g ; ng:statedIn ngi:article-x ;
  ng:assertedBy ngi:article-x ; ng:modality ngc:asserted ; ng:evidence ngi:p ; ng:quote "baut Gammat"@de ;
  ng:reviewStatus ngc:disputed ; prov:wasGeneratedBy ngi:r .
ngi:p a ng:Passage ; oa:start 9 ; oa:end 20 . ngi:r a prov:Activity ; rdfs:label "pattern de/provides/operate" .
ngi:review-1 a prov:Entity ; rdfs:label "disputed by Max" ; prov:wasDerivedFrom ngi:claim-abc ;
  dcterms:description "No." .
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A graph with one claim."""
    path = tmp_path / "data.ttl"
    path.write_text(GRAPH, "utf-8")
    return path


@pytest.mark.parametrize("name", ["claim-abc", "abc", "ngi:claim-abc", "https://w3id.org/newsgraph/id/claim-abc"])
def test_a_claim_is_explained(run, data: Path, name: str) -> None:
    done = run("why", name, "--data", data)
    assert (done.returncode, done.stderr) == (0, b"")
    lines = [[line[:12].strip(), line[13:]] for line in done.stdout.decode().splitlines()]
    assert lines[0] == ["claim", "ngi:claim-abc"]
    assert ["words", "Alphagen ⟦baut Gammat⟧."] in lines
    assert ["source", "the article itself"] in lines
    assert [text for key, text in lines if key == "review"] == ["disputed", "disputed by Max: No."]
    assert [text.partition(":")[0] for key, text in lines if key == "read by"] == ["patterns/de/provides.toml"]


def test_every_claim_of_an_article_is_listed_with_its_place(run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, "utf-8")
    done = run("why", "a.md")
    assert (done.returncode, done.stderr) == (0, b"")
    lines = done.stdout.decode().splitlines()
    assert [line for line in lines if not line.startswith("a.md:4:")] == []
    assert [line for line in lines if "Alphagen · ng:provides · Gammat [asserted; the article itself]" in line] != []
    assert run("why", "-", stdin=TEXT.encode()).stdout.decode() == done.stdout.decode().replace("a.md:", "stdin:")


def test_what_is_no_claim_is_misuse(run, data: Path) -> None:
    for arguments, error in (
        (("claim-x", "--data", data), b"newsgraph: there is no claim 'claim-x' among 1; "),
        (("nowhere.txt",), b"newsgraph: nowhere.txt: cannot be read: "),
        (("claim-x", "--data", "nowhere.ttl"), b"newsgraph: nowhere.ttl: cannot be read: "),
    ):
        done = run("why", *arguments)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(error)
