"""`newsgraph export`"""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

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
