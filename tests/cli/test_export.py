"""`newsgraph export`"""

import csv
import gzip
import hashlib
import io
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.belonging import parts
from newsgraph.loading import load
from newsgraph.rdf import parse
from newsgraph.store import writing

HEAD = b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
GOOD = HEAD + b'ngi:a a ng:Company ; rdfs:label "A" .'
BAD = HEAD + b'ngi:a a ng:Company ; rdfs:label "A" ; ng:providess ngi:b .'


def test_the_kept_graph_goes_to_stdout_as_turtle(run, checkout: Path) -> None:
    done = run("export", cwd=checkout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (checkout / "graph/newsgraph.ttl").read_bytes()


def test_from_elsewhere_the_shipped_graph_is_taken(run, checkout: Path) -> None:
    assert run("export", "--force").stdout == (checkout / "graph/newsgraph.ttl").read_bytes()


def test_the_graph_of_the_working_folder_goes_before(run, tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph/newsgraph.ttl").write_bytes(GOOD)
    assert run("export", "-f", "n-triples").stdout.count(b"\n") == 2


@pytest.mark.parametrize("name", ["a.ttl", "a.jsonld", "a.nt", "a.nq", "a.trig", "a.rdf", "a.ttl.gz"])
def test_the_ending_chooses_the_format(run, tmp_path: Path, name: str) -> None:
    done = run("export", "-d", "-", "-o", name, "--force", stdin=GOOD)
    assert (done.returncode, done.stderr) == (0, f"wrote {name}: 2 triples\n".encode())
    content = (tmp_path / name).read_bytes()
    plain = gzip.decompress(content) if name.endswith(".gz") else content
    fmt = ox.RdfFormat.from_extension("jsonld" if "jsonld" in name else name.split(".")[1])
    assert len(list(ox.parse(plain, format=fmt))) == 2


def test_a_graph_with_violations_is_not_written_unless_forced(run, tmp_path: Path) -> None:
    done = run("export", "-d", "-", "-o", "a.ttl", stdin=BAD)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (1, b"", [])
    assert done.stderr.decode().splitlines() == [
        "Violation: ngi:a ng:providess: ng:providess is not in the ontology. Perhaps ng:provides is meant. [ngs:Vocabulary]",
        "newsgraph: not written: 1 violation; mend this, or write anyway with --force",
    ]
    assert run("export", "-d", "-", "-o", "a.ttl", "--force", stdin=BAD).returncode == 0
    assert b"ng:providess" in (tmp_path / "a.ttl").read_bytes()


def test_blank_nodes_have_the_same_names_every_time(run) -> None:
    data = b"<x:a> <x:b> [ <x:c> [ <x:d> 1 ] ] ."
    outs = {run("export", "-d", "-", "--force", stdin=data, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "2")}
    assert len(outs) == 1


ARTICLE = (
    HEAD
    + b"""ngi:article-1 a ng:Article . ngi:c a ng:Claim ; ng:statedIn ngi:article-1 ; ng:subject ngi:a ;
ng:predicate ng:provides ; ng:object ngi:b ; ng:assertedBy ngi:x ; ng:quote "=1+1" . ngi:a rdfs:label "A" . ngi:b rdfs:label "B" ."""
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A store with one article."""
    folder = tmp_path / "kept"
    with writing(folder) as store:
        load(store, parts(parse(ARTICLE, "turtle", "a")).items())
    return folder


def test_a_store_is_written_with_its_graphs(run, tmp_path: Path, kept: Path) -> None:
    done = run("export", "--store", kept, "-o", "a.nq.gz")
    assert (done.returncode, done.stderr) == (0, b"wrote a.nq.gz: 10 triples\n")
    lines = gzip.decompress((tmp_path / "a.nq.gz").read_bytes()).splitlines()
    assert {line.split()[-2] for line in lines} == {b"<https://w3id.org/newsgraph/id/article-1>"}
    assert run("export", NEWSGRAPH_STORE=str(kept)).stdout.startswith(b"@prefix ng: ")


def test_files_go_before_the_store_and_a_store_that_is_none_is_told(run, kept: Path) -> None:
    assert run("export", "-d", "-", "-f", "n-triples", stdin=GOOD, NEWSGRAPH_STORE=str(kept)).stdout.count(b"\n") == 2
    done = run("export", "--store", "nowhere")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"newsgraph: nowhere: is no store; make one: newsgraph load FILE\n"


FILTERS = {
    "--source ngi:financial-times": lambda row: row["who"] == "Financial Times",
    "--source https://w3id.org/newsgraph/id/financial-times": lambda row: row["who"] == "Financial Times",
    "--source ngi:financial-times --source ngi:the-information": lambda row: (
        row["who"] in ("Financial Times", "The Information")
    ),
    "--source ngi:the-information --modality planned": lambda row: (
        (row["who"], row["modality"]) == ("The Information", "planned")
    ),
    "--article ngi:article-54wfveut3fcyywiv": lambda row: True,
    "--layer facts": lambda row: False,
}


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("options", FILTERS)
def test_a_part_of_the_kept_graph(run, checkout: Path, options: str) -> None:
    done = run("export", "-f", "csv", *options.split(), cwd=checkout)
    assert (done.returncode, done.stderr) == (0, b"")
    expected = [
        row["claim"]
        for row in rows(run("export", "-f", "csv", "--force", cwd=checkout).stdout)
        if FILTERS[options](row)
    ]
    assert [row["claim"] for row in rows(done.stdout)] == expected
    assert bool(expected) == (options != "--layer facts")
    assert len(FILTERS) == 6


WRONG = [
    (["--source", "ngi:nobody"], "no claim has the source ngi:nobody; there are: "),
    (["--modality", "sure"], "no claim has the modality ngc:sure; there are: ngc:asserted, "),
    (["-f", "svg", "--focus", "Nobody"], "there is no company, product, investment or rule 'Nobody'; there are: "),
    (["--article", "no iri"], "'no iri' is no IRI; give one, or a CURIE such as ngi:article-"),
    (["-f", "word"], "unknown format 'word'; expected one of: turtle json-ld "),
    (["--licence", "free", "--describe", "-o", "a.ttl"], "'free' is no IRI; "),
]


@pytest.mark.parametrize(("options", "error"), WRONG, ids=[" ".join(o) for o, _ in WRONG])
def test_what_is_wrong_is_told_and_nothing_is_written(run, tmp_path: Path, options: list[str], error: str) -> None:
    done = run("export", "--force", *options)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().startswith(f"newsgraph: {error}")
    assert list(tmp_path.iterdir()) == []
    assert len(WRONG) == 6


def test_a_description_beside_the_file(run, tmp_path: Path, checkout: Path) -> None:
    done = run("export", "-o", tmp_path / "a.ttl.gz", "--describe", cwd=checkout)
    assert (done.returncode, len(done.stderr.splitlines())) == (0, 2)
    text = (tmp_path / "a.ttl.gz.void.ttl").read_text("utf-8")
    assert hashlib.sha256((tmp_path / "a.ttl.gz").read_bytes()).hexdigest() in text
    assert "<https://creativecommons.org/licenses/by/4.0/>" in text
    assert run("export", "--describe").stderr.endswith(b"--describe needs a file: name one with --output.\n")


def test_the_licence_of_others_is_not_guessed(run, tmp_path: Path, kept: Path) -> None:
    for options, licence in (([], False), (["--licence", "https://example.org/licence"], True)):
        run("export", "--store", kept, "-o", "a.nq", "--describe", *options)
        text = (tmp_path / "a.nq.void.ttl").read_text("utf-8")
        assert ("dcterms:license <https://example.org/licence>" in text) == ("dcterms:license" in text) == licence
        assert "void:triples 10 " in text


def test_a_table_that_no_spreadsheet_computes(run) -> None:
    plain, safe = (
        run("export", "-d", "-", "-f", "csv", "--force", *o, stdin=ARTICLE).stdout for o in ([], ["--csv-safe"])
    )
    assert b",=1+1," in plain and b",'=1+1," in safe


def test_files_of_lines_go_through_as_they_are_read(run, tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_bytes(
        b'<x:b> <x:p> _:z .\n<x:a> <x:p> "20"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n' * 2
    )
    streamed = run("export", "-d", "a.nt", "-f", "n-quads", "--force").stdout
    (tmp_path / "a.ttl").write_bytes((tmp_path / "a.nt").read_bytes())
    assert streamed == run("export", "-d", "a.ttl", "-f", "n-quads", "--force").stdout
    assert streamed.startswith(b'<x:a> <x:p> "20.0"^^') and streamed.count(b"\n") == 2


@pytest.mark.parametrize("name", ["../a.ttl", "-", "a b.ttl", "ä.ttl"])
def test_a_file_is_written_where_it_was_named_and_nowhere_else(run, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    assert run("export", "-d", "-", "-f", "turtle", "-o", name, "--force", stdin=GOOD, cwd=folder).returncode == 0
    written = [f for f in tmp_path.rglob("*") if f.is_file()]
    assert written == ([] if name == "-" else [(folder / name).resolve()])
