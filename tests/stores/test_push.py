"""`newsgraph push` to real stores: whole graphs, through failures, from where it was interrupted; never a secret."""

import base64
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from newsgraph.endpoint import query
from newsgraph.push import Part, _batches, part
from newsgraph.remote import session
from newsgraph.resume import forget, keep, opened

HEAD = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
ID = "https://w3id.org/newsgraph/id/"
SECRET = "c0rrect-h0rse"
KILLS = 50


def articles(folder: Path, names: str, size: int = 3) -> dict[str, int]:
    """A file an article; the triples of each graph."""
    folder.mkdir(exist_ok=True)
    for name in names:
        quotes = " , ".join(f'"quote {i} «{name}» \\\\ \\"x\\""' for i in range(size))
        text = f"{HEAD} ngi:article-{name} a ng:Article . ngi:c-{name} ng:statedIn ngi:article-{name} ; ng:quote {quotes} ."
        (folder / f"{name}.ttl").write_text(text, "utf-8")
    return {f"{ID}article-{name}": size + 2 for name in names}


def counts(url: str) -> dict[str, int]:
    """The triples of the named graphs of these articles at an endpoint."""
    text = f"SELECT ?g (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{ID}')) }} GROUP BY ?g"
    rows: Any = query(session({}), url, text)
    return {row["g"].value: int(row["n"].value) for row in rows}


@pytest.fixture(autouse=True)
def empty(request: pytest.FixtureRequest) -> None:
    """The store has nothing when a test begins."""
    if "oxigraph" in request.fixturenames:
        server = request.getfixturevalue("oxigraph")
        session({}).post(server.updates, data="DROP ALL", headers={"Content-Type": "application/sparql-update"})


@pytest.mark.parametrize("options", [[], ["--update", "--batch", "1"], ["--batch", "1"]], ids=" ".join)
def test_graphs_arrive_whole_and_replace_those_of_their_name(run, oxigraph, tmp_path: Path, options: list[str]) -> None:
    url = oxigraph.updates if "--update" in options else oxigraph.graphs
    sizes = articles(tmp_path / "d", "abc", size=40)
    done = run("push", url, *options, "--endpoint", oxigraph.queries, "-d", "d")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "sent and counted: 3 graphs, 126 triples\n"
    assert counts(oxigraph.queries) == sizes
    articles(tmp_path / "d", "b", size=1)
    assert run("push", url, *options, "--endpoint", oxigraph.queries, "-d", "d").returncode == 0
    assert counts(oxigraph.queries) == sizes | {f"{ID}article-b": 3}


def test_the_store_is_pushed_graph_by_graph_and_as_one(run, oxigraph, tmp_path: Path) -> None:
    sizes = articles(tmp_path / "d", "ab")
    run("load", "d", "--store", "s", "--no-validate")
    assert run("push", oxigraph.graphs, "--store", "s").stderr == "sent and counted: 2 graphs, 10 triples\n"
    assert counts(oxigraph.queries) == sizes
    assert run("push", oxigraph.graphs, "--store", "s", "--graph", "default").returncode == 0
    rows: Any = query(session({}), oxigraph.queries, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert [int(row["n"].value) for row in rows] == [10]
    assert run("push", oxigraph.graphs, "--store", "s", "--graph", "ngi:all").returncode == 0
    assert counts(oxigraph.queries) == sizes | {f"{ID}all": 10}


@pytest.mark.parametrize("options", [[], ["--update"]], ids=["graph store", "update"])
def test_virtuoso_takes_graphs_with_digest_credentials(run, virtuoso, tmp_path: Path, options: list[str]) -> None:
    sizes = articles(tmp_path / "d", "vw", size=500)
    url = virtuoso.updates if options else virtuoso.graphs
    done = run("push", url, *options, "--endpoint", virtuoso.queries, "-d", "d", **virtuoso.environment)
    assert (done.returncode, done.stderr) == (0, "sent and counted: 2 graphs, 1,004 triples\n")
    assert counts(virtuoso.queries) == sizes
    denied = run(
        "push",
        url,
        *options,
        "--no-count",
        "-d",
        "d",
        "--restart",
        NEWSGRAPH_REMOTE_USER="dba",
        NEWSGRAPH_REMOTE_PASSWORD=SECRET,
    )
    assert (denied.returncode, "answered 401" in denied.stderr, SECRET in denied.stderr) == (4, True, False)


def test_what_is_busy_or_hangs_up_is_asked_again(run, front, fail, tmp_path: Path) -> None:
    sizes = articles(tmp_path / "d", "a")
    for failures in ([fail(408), fail(429, Retry_After="1")], [fail(500), fail(503)], [fail(None), fail(502)]):
        front.failures[:] = failures
        start = time.monotonic()
        assert run("push", f"{front.url}/store", "-d", "d").returncode == 0
        assert time.monotonic() - start >= 1  # the server's second, or ours
        assert front.failures == []
    assert counts(f"{front.url}/query") == sizes


def test_what_stays_busy_or_refuses_ends_with_4_and_says_why(run, front, fail, tmp_path: Path) -> None:
    articles(tmp_path / "d", "a")
    cases = {
        (400,): "answered 400 Bad Request: not now",
        (403,): "these credentials may not do this",
        (404,): "answered 404 Not Found",
        (503, 503): "answered 503 Service Unavailable: not now",
        (None, None): "cannot be reached: ",
    }
    for codes, word in cases.items():
        front.failures[:] = map(fail, codes)
        done = run("push", f"{front.url}/store", "-d", "d", "--retries", "1")
        assert (done.returncode, word in done.stderr, done.stderr.count("\n")) == (4, True, 1)
    front.failures[:] = [fail(307, Location="http://127.0.0.1:9/other")]
    assert "has moved to http://127.0.0.1:9/other" in run("push", f"{front.url}/store", "-d", "d").stderr
    assert run("push", f"http://127.0.0.1:{closed_port()}/", "-d", "d", "--retries", "0").returncode == 4


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_an_interrupted_push_goes_on_and_sends_nothing_twice(run, front, fail, tmp_path: Path) -> None:
    sizes = articles(tmp_path / "d", "abcdef")
    front.failures[:] = [None, None, fail(400)]
    assert run("push", f"{front.url}/store", "-d", "d").returncode == 4
    first = [path for method, path, _ in front.seen if method == "PUT"]
    front.seen.clear()
    done = run("push", f"{front.url}/store", "-d", "d")
    second = [path for method, path, _ in front.seen if method == "PUT"]
    assert done.stderr.splitlines() == [
        "going on after 2 graphs that were sent before",
        "sent and counted: 6 graphs, 30 triples",
    ]
    assert (len(first), len(second), set(first[:2]) & set(second)) == (3, 4, set())
    assert counts(f"{front.url}/query") == sizes
    assert list((tmp_path / "state").rglob("*.jsonl")) == []


def test_a_graph_that_changed_meanwhile_is_sent_again(run, front, fail, tmp_path: Path) -> None:
    articles(tmp_path / "d", "abc")
    front.failures[:] = [None, None, fail(400)]
    run("push", f"{front.url}/store", "-d", "d")
    sizes = articles(tmp_path / "d", "abc", size=9)
    assert run("push", f"{front.url}/store", "-d", "d").returncode == 0
    assert counts(f"{front.url}/query") == sizes


def test_a_store_that_lost_what_it_took_is_found_out(run, front, fail, tmp_path: Path) -> None:
    articles(tmp_path / "d", "ab")
    for options in ([], ["--endpoint", f"{front.url}/query"]):
        front.failures[:] = [fail(204), fail(204)]
        done = run("push", f"{front.url}/store", "-d", "d", *options, "--restart")
        assert done.returncode == 4
    assert "2 of 2 graphs have not what was sent" in done.stderr and "has 0 triples, 5 were expected" in done.stderr
    assert run("push", f"{front.url}/store", "-d", "d").returncode == 4  # it holds them for sent
    assert run("push", f"{front.url}/store", "-d", "d", "--restart").returncode == 0


def test_credentials_come_from_the_environment_and_are_never_said(run, front, tmp_path: Path) -> None:
    articles(tmp_path / "d", "a")
    basic = "Basic " + base64.b64encode(f"jörg:{SECRET}".encode()).decode()
    who = {"NEWSGRAPH_REMOTE_USER": "jörg", "NEWSGRAPH_REMOTE_PASSWORD": SECRET}
    for front.secret, more in ((basic, who), (f"Bearer {SECRET}", {"NEWSGRAPH_REMOTE_TOKEN": SECRET})):
        done = run("push", f"{front.url}/store", "-d", "d", **more)
        assert (done.returncode, SECRET in done.stderr + done.stdout) == (0, False)
        front.secret += "x"
        done = run("push", f"{front.url}/store", "-d", "d", "--restart", **more)
        assert (done.returncode, SECRET in done.stderr + done.stdout) == (4, False)
    front.seen.clear()
    assert run("push", f"{front.url}/store", "-d", "d").returncode == 4
    assert {credentials for _, _, credentials in front.seen} == {""}
    written = [f.read_text("utf-8") for f in tmp_path.rglob("*") if f.is_file()]
    assert len(written) > 0 and not any(SECRET in text for text in written)


def test_misuse_is_told(run, tmp_path: Path) -> None:
    articles(tmp_path / "d", "a")
    cases = {
        ("push", "ftp://x/y", "-d", "d"): "is no address of a server",
        ("push", "http://me:secret@x/y", "-d", "d"): "an address with a password in it",
        ("push", "http://127.0.0.1:9/u", "--update", "-d", "d"): "--update needs --endpoint",
        ("push", "http://127.0.0.1:9/u", "-d", "nowhere.ttl"): "cannot be read",
        ("push", "http://127.0.0.1:9/u", "--store", "nowhere"): "is no store",
    }
    for arguments, word in cases.items():
        done = run(*arguments)
        assert (done.returncode, word in done.stderr, "secret" in done.stderr) == (2, True, False)


@pytest.mark.slow
def test_killed_at_any_moment_it_goes_on_and_ends_whole(
    oxigraph, front, tmp_path: Path, run, env: Callable[..., Any]
) -> None:
    sizes = articles(tmp_path / "d", "abcdefghijklmnopqrst", size=5)
    command = [sys.executable, "-m", "newsgraph", "push", f"{front.url}/store", "-d", "d", "--no-count"]
    chance, killed, ended = random.Random(7), 0, 0
    while killed < KILLS:
        before, wanted = len(front.seen), chance.randint(1, 4)
        child = subprocess.Popen(command, cwd=tmp_path, env=env(tmp_path), stderr=subprocess.DEVNULL)
        while len(front.seen) < before + wanted and child.poll() is None:
            time.sleep(0.001)
        time.sleep(chance.random() / 100)
        child.send_signal(signal.SIGKILL)
        killed += child.wait() == -signal.SIGKILL
        ended += not list((tmp_path / "state").rglob("*.jsonl"))
    assert run("push", f"{front.url}/store", "-d", "d").returncode == 0
    assert counts(f"{front.url}/query") == sizes
    puts = sum(method == "PUT" for method, _, _ in front.seen)
    # A kill costs one graph at most. A run that was killed before its first note leaves as little as one that ended, so
    # `ended` bounds the runs only from above.
    assert len(sizes) <= puts <= (ended + 1) * len(sizes) + killed


def test_the_state_survives_a_line_that_was_cut(tmp_path: Path) -> None:
    state = opened("http://x/", tmp_path)
    keep(state, [("g:1", "a"), ("g:2", "b")])
    whole = state.path.read_bytes()
    for cut in range(len(whole)):
        state.path.write_bytes(whole[:cut])
        again = opened("http://x/", tmp_path)
        assert set(again.sent.items()) <= {("g:1", "a"), ("g:2", "b")}
        keep(again, [("g:3", "c")])
        assert opened("http://x/", tmp_path).sent["g:3"] == "c"
    forget(state)
    assert opened("http://x/", tmp_path).sent == {}


def test_batches_hold_whole_lines_and_graphs_with_blank_nodes_stay_together() -> None:
    triples = [ox.Triple(ox.NamedNode("x:a"), ox.NamedNode("x:p"), ox.Literal("ü\n" * n)) for n in range(30)]
    plain = part("x:g", triples)
    pieces = list(_batches(plain, 100))
    assert b"".join(pieces) == b"".join(plain.lines) and len(pieces) > 5
    assert all(piece.endswith(b" .\n") for piece in pieces)
    tied = part("x:g", [*triples, ox.Triple(ox.BlankNode("b"), ox.NamedNode("x:p"), ox.BlankNode("c"))])
    assert list(_batches(tied, 100)) == [b"".join(tied.lines)]
    assert list(_batches(Part("x:g", ()), 100)) == [b""]
