"""`newsgraph query --endpoint`: the SPARQL 1.1 Protocol, and servers that do not keep to it."""

import json
from pathlib import Path

import pytest

from newsgraph import endpoint
from newsgraph.errors import RemoteError
from newsgraph.remote import session

ROWS = "application/sparql-results+json"
DATA = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ngi:a a ng:Company ; rdfs:label "Eins"@de , "One"@en ; ng:provides ngi:b . ngi:b rdfs:label "B" ."""
ASK = "SELECT ?a ?b { ?a ng:provides ?b }"


@pytest.fixture(autouse=True)
def loaded(oxigraph) -> None:
    """The store has DATA and nothing else."""
    client = session({})
    client.post(oxigraph.updates, data="DROP ALL", headers={"Content-Type": "application/sparql-update"})
    client.put(f"{oxigraph.graphs}?default", data=DATA.encode(), headers={"Content-Type": "text/turtle"})


def test_answers_in_every_form_with_our_prefixes_and_labels(run, oxigraph) -> None:
    def ask(*arguments: str) -> str:
        return str(run("query", *arguments, "--endpoint", oxigraph.queries).stdout)

    assert ask(ASK) == "a      b\n-----  -----\nngi:a  ngi:b\n"
    assert ask(ASK, "--labels", "--language", "de") == "a     b\n----  -\nEins  B\n"
    assert ask(ASK, "--param", "a=ngi:nobody") == "a  b\n-  -\n"
    assert ask(ASK, "-f", "tsv") == ("?a\t?b\n<https://w3id.org/newsgraph/id/a>\t<https://w3id.org/newsgraph/id/b>\n")
    assert json.loads(ask(ASK, "-f", "json"))["head"]["vars"] == ["a", "b"]
    assert ask("ASK { ngi:a a ng:Company }") == "true\n"
    assert ask("CONSTRUCT { ?a ng:provides ?b } WHERE { ?a ng:provides ?b }").endswith("\nngi:a ng:provides ngi:b .\n")
    assert 'rdfs:label "B"' in ask("DESCRIBE ngi:b")
    assert ask("SELECT ?x { VALUES ?x { ngi:x } }", "--labels") == "x\n-----\nngi:x\n"


def test_what_is_no_sparql_is_told_before_anything_is_sent(run, front) -> None:
    done = run("query", "SELECT * { ?s nope:x ?o }", "--endpoint", f"{front.url}/query")
    assert (done.returncode, done.stderr.startswith("newsgraph: query:1:15: "), front.seen) == (2, True, [])
    done = run("query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "--endpoint", f"{front.url}/query")
    assert (done.returncode, "SERVICE is refused" in done.stderr, front.seen) == (2, True, [])


ANSWERS = {
    "a page": (200, b"<html>welcome</html>", "text/html", "is it a SPARQL endpoint?"),
    "half a row": (200, b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":', ROWS, ""),
    "no json": (200, b"nonsense", ROWS, "answers with something else"),
    "nothing": (200, b"", ROWS, "answers with something else"),
    "a fault": (400, b"line 1: what?", "text/plain", "answered 400 Bad Request: line 1: what?"),
    "no entry": (401, b"", "text/plain", "set NEWSGRAPH_REMOTE_USER and NEWSGRAPH_REMOTE_PASSWORD"),
    "a colourful fault": (400, b"\x1b[31mred", "text/plain", "\\x1b[31mred"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_server_that_does_not_keep_to_the_protocol_ends_with_one_line(run, front, name: str) -> None:
    code, content, kind, word = ANSWERS[name]
    front.failures[:] = [lambda handler: handler.say(code, content, kind)]
    done = run("query", ASK, "--endpoint", f"{front.url}/query")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (4, "", 1)
    assert word in done.stderr
    assert len(ANSWERS) == 7


def test_a_server_that_does_not_answer_is_left_when_the_time_is_over(run, front) -> None:
    front.failures[:] = [
        lambda handler: handler.server.shutdown_request(handler.request) if handler.rfile.read(1) else None
    ]
    done = run("query", ASK, "--endpoint", f"{front.url}/query", "--timeout", "1")
    assert (done.returncode, "no answer after 1 seconds" in done.stderr) == (4, True)


def test_an_answer_without_end_is_cut(front, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "LARGEST", 200)
    for sparql in (
        "SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . ?a ?b ?c }",
    ):
        with pytest.raises((RemoteError, OSError), match="answers with more than 200 bytes"):
            list(endpoint.query(session({}), f"{front.url}/query", sparql))  # type: ignore[arg-type]


def test_busy_servers_are_asked_again(run, front, fail) -> None:
    front.failures[:] = [fail(503, Retry_After="0"), fail(None)]
    assert run("query", ASK, "--endpoint", f"{front.url}/query").returncode == 0


def test_an_allowed_host_is_asked_and_no_other(run, oxigraph, front, tmp_path: Path) -> None:
    (tmp_path / "d.ttl").write_text(DATA)
    query = f"SELECT ?a {{ SERVICE <{front.url}/query> {{ ?a ng:provides ?b }} }}"
    host = front.url.removeprefix("http://")
    assert run("query", query, "-d", "d.ttl").returncode == 2
    assert run("query", query, "-d", "d.ttl", "--allow-host", "127.0.0.1:9").returncode == 2
    assert front.seen == []
    done = run("query", query, "-d", "d.ttl", "--allow-host", host)
    assert (done.returncode, done.stdout) == (0, "a\n-----\nngi:a\n")
    assert len(front.seen) == 1
