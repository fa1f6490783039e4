"""`newsgraph update`"""

from pathlib import Path

import pytest

DATA = b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . ngi:a a ng:Company ; rdfs:label "A" ."""
LABELS = "SELECT ?l { ngi:a rdfs:label ?l } ORDER BY ?l"


@pytest.fixture
def store(run, tmp_path: Path) -> Path:
    assert run("load", "-", "--store", "s", stdin=DATA).returncode == 0
    return tmp_path / "s"


def test_a_text_a_file_stdin_and_parameters(run, store: Path, tmp_path: Path) -> None:
    done = run("update", 'INSERT DATA { ngi:a rdfs:label "B" }', "--store", store)
    assert (done.returncode, done.stderr) == (0, f"updated {store}: 2 triples before, 3 after\n".encode())
    (tmp_path / "u.ru").write_text('DELETE DATA { ngi:a rdfs:label "A" }')
    assert run("update", "u.ru", "--store", store).returncode == 0
    assert run("update", "-", "--store", store, stdin=b'INSERT DATA { ngi:a rdfs:label "C" }').returncode == 0
    change = "INSERT { ngi:a rdfs:label ?new } WHERE { ?s a ng:Company FILTER(BOUND(?new)) }"
    assert run("update", change, "--param", 'new=D" } ; DROP ALL ; #', "--store", store, "-q").stderr == b""
    assert run("query", LABELS, "--store", store, "-f", "csv").stdout == b'l\r\nB\r\nC\r\n"D"" } ; DROP ALL ; #"\r\n'


def test_faults_leave_the_store_as_it_was(run, store: Path) -> None:
    before = run("dump", "--store", store).stdout
    cases = {
        ("update", "INSERT DATA { ngi:a nope:b 1 }"): (2, b"update:1:21: "),
        ("update", "LOAD <http://127.0.0.1:9/>"): (2, b"update: LOAD is refused"),
        ("update", "SELECT * { ?s ?p ?o }"): (2, b"update:1:1: "),
        ("update", "drop-all"): (2, b""),
        (
            "update",
            "INSERT { ?a ?b ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r . ?s ?t ?u . ?v ?w ?x . ?y ?z ?A . ?B ?C ?D . ?E ?F ?G . ?H ?I ?J . ?K ?L ?M . ?N ?O ?P . ?Q ?R ?S . ?T ?U ?V . ?W ?X ?Y . ?a1 ?b1 ?c1 . ?a2 ?b2 ?c2 . ?a3 ?b3 ?c3 . ?a4 ?b4 ?c4 . ?a5 ?b5 ?c5 . ?a6 ?b6 ?c6 . ?a7 ?b7 ?c7 . ?a8 ?b8 ?c8 . ?a9 ?b9 ?c9 }",
            "--timeout",
            "1",
        ): (3, b"update: no answer after 1 seconds; nothing was changed"),
    }
    for arguments, (code, word) in cases.items():
        done = run(*arguments, "--store", store)
        assert (done.returncode, word in done.stderr) == (code, True), (arguments, done.stderr)
    assert run("dump", "--store", store).stdout == before
    done = run("update", "DROP ALL", "--store", "nowhere")
    assert (done.returncode, done.stderr) == (2, b"newsgraph: nowhere: is no store; make one: newsgraph load FILE\n")
