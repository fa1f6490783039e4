"""`newsgraph query`"""

import json
import os
import pty
import subprocess
from pathlib import Path

GOOD = b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
ngi:a a ng:Company . ngi:b a ng:Company ."""
COUNT = "SELECT (COUNT(*) AS ?n) { ?s a ng:Company }"


def test_a_text_a_file_and_stdin(run, tmp_path: Path) -> None:
    (tmp_path / "d.ttl").write_bytes(GOOD)
    (tmp_path / "q.rq").write_text(f"# how many\n{COUNT}\n")
    expected = b"n\n-\n2\n"
    assert run("query", COUNT, "-d", "d.ttl").stdout == expected
    assert run("query", "q.rq", "-d", "d.ttl").stdout == expected
    assert run("query", "-", "-d", "d.ttl", stdin=COUNT.encode()).stdout == expected
    assert run("query", "-", "-d", "d.ttl", stdin=b"\xef\xbb\xbf" + COUNT.encode()).stdout == expected
    assert run("query", COUNT, "-d", "-", stdin=GOOD).stdout == expected


def test_a_query_without_braces(run) -> None:
    assert b"ngi:a a ng:Company ." in run("query", "DESCRIBE ngi:a", "-d", "-", stdin=GOOD).stdout


def test_the_answer_may_go_to_a_file(run, tmp_path: Path) -> None:
    done = run("query", COUNT, "-d", "-", "-f", "json", "-o", "n.json", stdin=GOOD)
    assert (done.returncode, done.stdout) == (0, b"")
    assert json.loads((tmp_path / "n.json").read_text())["results"]["bindings"][0]["n"]["value"] == "2"


def test_the_list_names_the_prepared_questions(run) -> None:
    done = run("query", "--list")
    assert (done.returncode, b"who-says-how-much" in done.stdout) == (0, True)


def test_data_of_several_files_is_one_graph(run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.ttl").write_text(f"<x:{name}> a <https://w3id.org/newsgraph/ontology#Company> .")
    assert run("query", COUNT, "-d", "a.ttl", "-d", "b.ttl").stdout == b"n\n-\n2\n"
    assert run("query", COUNT, "-d", ".").stdout == b"n\n-\n2\n"


LABELLED = b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ngi:a rdfs:label "Eins"@de , "One"@en ; ng:competesWith ngi:b ."""
PAIR = "SELECT ?a ?b { ?a ng:competesWith ?b }"


def test_labels_stand_for_iris_in_the_language_that_is_asked_for(run) -> None:
    assert run("query", PAIR, "-d", "-", "--labels", stdin=LABELLED).stdout == b"a    b\n---  -----\nOne  ngi:b\n"
    german = run("query", PAIR, "-d", "-", "--labels", "-f", "csv", stdin=LABELLED, NEWSGRAPH_LANGUAGE="de")
    assert german.stdout == b"a,b\r\nEins,ngi:b\r\n"
    assert run("query", PAIR, "-d", "-", "--labels", "-f", "json", stdin=LABELLED).returncode == 2


def test_a_query_over_files_has_a_time_limit_too(run, checkout: Path) -> None:
    product = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    for where in (["-d", checkout / "graph" / "newsgraph.ttl"], []):
        done = run("query", product, *where, "--timeout", "1", cwd=checkout)
        assert (done.returncode, done.stdout) == (3, b"")
        assert done.stderr == b"newsgraph: query: no answer after 1 seconds; ask for less, or raise --timeout\n"


def test_explain_shows_the_algebra_with_counts(run) -> None:
    done = run("query", PAIR, "-d", "-", "--explain", stdin=LABELLED)
    assert (done.returncode, b"?a ng:competesWith ?b   # 1\n" in done.stdout) == (0, True)
    assert run("query", PAIR, "--endpoint", "http://127.0.0.1:9/", "--explain").returncode == 2


LONG = b'<x:a> <x:p> "' + b"words " * 40 + b'" .'


def test_a_table_fits_the_terminal_and_is_cut_less_elsewhere(start, run) -> None:
    ours, theirs = pty.openpty()
    child = start("query", "SELECT * { ?s ?p ?o }", "-d", "-", stdin=subprocess.PIPE, stdout=theirs)
    child.communicate(LONG)
    os.close(theirs)
    lines = os.read(ours, 10_000).decode().splitlines()
    os.close(ours)
    assert (child.returncode, len(lines), max(map(len, lines))) == (0, 3, 100)
    assert len(run("query", "SELECT ?o { ?s ?p ?o }", "-d", "-", stdin=LONG).stdout.splitlines()[2].decode()) == 60
    wide = run("query", "SELECT ?o { ?s ?p ?o }", "-d", "-", "--wide", stdin=LONG).stdout
    assert len(wide.splitlines()[2]) == 239


def test_a_graph_of_the_data_may_be_named_and_nothing_else(run, tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text("<x:a> <x:b> <x:c> <x:g> .\n")
    assert run("query", "SELECT ?s FROM <x:g> { ?s ?p ?o }", "-d", "a.nq").stdout == b"s\n---\nx:a\n"
    done = run("query", "SELECT ?s FROM <x:h> { ?s ?p ?o }", "-d", "a.nq")
    assert (done.returncode, done.stderr[:34]) == (2, b"newsgraph: query: FROM is refused:")
