"""`newsgraph query`"""

import json
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
