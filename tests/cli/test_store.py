"""`newsgraph load`, `remove`, `dump`, `stats`, `backup`, and `query` over the store."""

import gzip
from pathlib import Path

from newsgraph.rdf import read

HEAD = b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
BAD = HEAD + b'ngi:a a ng:Company ; rdfs:label "A" ; ng:providess ngi:b .'
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ARTICLE = "ngi:article-54wfveut3fcyywiv"


def test_the_way_of_a_graph_through_the_store(run, checkout: Path, tmp_path: Path) -> None:
    claims = checkout / "graph" / "claims"
    size = len({t for file in claims.glob("*.ttl") for t in read(file)})
    done = run("load", claims, "--store", "s")
    assert (done.returncode, done.stderr) == (0, f"loaded {claims}: 1 article, {size:,} triples\n".encode())
    assert run("query", COUNT, "--store", "s").stdout.endswith(f"\n{size}\n".encode())
    assert ARTICLE.encode() in run("stats", NEWSGRAPH_STORE="s").stdout
    assert run("dump", "--store", "s").stdout.count(b"\n") == size
    assert run("backup", "b", "--store", "s").returncode == 0
    assert run("remove", ARTICLE, "--store", "s").returncode == 0
    assert run("query", COUNT, "--store", "s").stdout == b"n\n-\n0\n"
    assert run("query", COUNT, "--store", "b").stdout.endswith(f"\n{size}\n".encode())


def test_answers_over_the_store_are_those_over_the_file(run, checkout: Path) -> None:
    file = checkout / "graph" / "newsgraph.ttl"
    run("load", file, "--store", "s", "--no-validate")
    for name in ("who-says-how-much", "competitors", "sources-by-claims"):
        assert run("query", name, "--store", "s").stdout == run("query", name, "-d", file).stdout != b""


def test_the_default_store_is_asked_once_it_was_made(run, tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    (tmp_path / "a.ttl").write_bytes(HEAD + b'ngi:a a ng:Company ; rdfs:label "A" .')
    assert run("load", "a.ttl", XDG_DATA_HOME=home).returncode == 0
    assert (tmp_path / "home/newsgraph/store/current").is_file()
    assert run("query", COUNT, XDG_DATA_HOME=home).stdout == b"n\n-\n2\n"


def test_violations_are_not_loaded(run, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_bytes(BAD)
    done = run("load", "bad.ttl", "--store", "s")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        1,
        b"newsgraph: not written: 1 violation; mend this, or load anyway with --no-validate",
    )
    assert not (tmp_path / "s").exists()
    assert run("load", "bad.ttl", "--store", "s", "--no-validate").returncode == 0


def test_faults_over_the_store(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(HEAD + b'ngi:a a ng:Company ; rdfs:label "A" .')
    run("load", "a.ttl", "--store", "s")
    cases = {
        ("query", "SELECT * { ?s nope:b ?o }"): (2, b"newsgraph: query:1:15: "),
        ("query", COUNT, "--param", "x=1"): (2, b"newsgraph: the query has no variable ?x to bind"),
        ("query", COUNT, "--param", "x"): (2, b"newsgraph: --param 'x' has no name and value"),
        ("query", "DROP ALL"): (2, b"newsgraph: query: DROP is refused"),
        ("remove", "ngi:article-none"): (2, b"newsgraph: <https://w3id.org/newsgraph/id/article-none> is not in the"),
    }
    for arguments, (code, text) in cases.items():
        done = run(*arguments, "--store", "s")
        assert (done.returncode, done.stderr[: len(text)], done.stdout) == (code, text, b"")
    done = run("query", COUNT, "--store", "nowhere")
    assert (done.returncode, done.stderr) == (2, b"newsgraph: nowhere: is no store; make one: newsgraph load FILE\n")


def test_rebuilding_leaves_what_these_files_hold_and_nothing_else(run, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.ttl").write_bytes(HEAD + f'ngi:{name} a ng:Company ; rdfs:label "{name}" .'.encode())
    assert run("load", "a.ttl", "--store", "s").returncode == 0
    done = run("load", "b.ttl", "c.ttl", "--store", "s", "--rebuild")
    assert (done.returncode, done.stderr) == (0, b"loaded b.ttl, c.ttl: 0 articles, 4 triples\n")
    assert run("query", "SELECT ?s { ?s a ng:Company } ORDER BY ?s", "--store", "s", "-f", "csv").stdout.split() == [
        b"s",
        b"https://w3id.org/newsgraph/id/b",
        b"https://w3id.org/newsgraph/id/c",
    ]
    (tmp_path / "bad.ttl").write_bytes(BAD)
    assert run("load", "a.ttl", "bad.ttl", "--store", "s", "--rebuild").returncode == 1
    assert run("query", COUNT, "--store", "s").stdout == b"n\n-\n4\n"


def test_packed_files_and_stdin_are_loaded(run, tmp_path: Path) -> None:
    text = HEAD + b'ngi:a a ng:Company ; rdfs:label "A" .'
    (tmp_path / "a.ttl.gz").write_bytes(gzip.compress(text))
    assert run("load", "a.ttl.gz", "--store", "s").returncode == 0
    assert run("load", "-", "--store", "t", stdin=text).returncode == 0
    assert run("dump", "--store", "s").stdout == run("dump", "--store", "t").stdout != b""
