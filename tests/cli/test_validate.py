"""`newsgraph validate`"""

from pathlib import Path

import pytest

HEAD = b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
GOOD = HEAD + b'ngi:a a ng:Company ; rdfs:label "A" .'
BAD = HEAD + b'ngi:a a ng:Company ; rdfs:label "A" ; ng:providess ngi:b .'


def test_the_kept_graph_holds_what_the_shapes_ask(run, checkout: Path) -> None:
    done = run("validate", checkout / "graph/newsgraph.ttl", checkout / "graph/newsgraph.jsonld")
    assert done.returncode == 0
    assert done.stderr.startswith(b"0 violations, ")


def test_findings_are_on_stdout_and_end_with_1(run) -> None:
    done = run("validate", "-", stdin=BAD)
    english = "Violation: ngi:a ng:providess: ng:providess is not in the ontology. Perhaps ng:provides is meant. [ngs:Vocabulary]\n"
    assert (done.returncode, done.stdout.decode()) == (1, english)
    assert done.stderr.startswith(b"1 violation, 0 warnings, ")


def test_messages_in_german(run) -> None:
    out = run("validate", "-", "--language", "de", stdin=BAD).stdout.decode()
    assert "ng:providess kommt in der Ontologie nicht vor. Gemeint ist vielleicht ng:provides." in out


def test_quiet_says_nothing_and_the_code_says_it(run) -> None:
    for data, code in ((BAD, 1), (GOOD, 0)):
        done = run("validate", "-", "--quiet", stdin=data)
        assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


@pytest.mark.parametrize(("level", "code"), [("violation", 0), ("warning", 1), ("info", 1)])
def test_fail_on(run, checkout: Path, level: str, code: int) -> None:
    """The seed is undated, which is a warning, and without a title, which is an info."""
    assert run("validate", checkout / "graph/newsgraph.ttl", "--fail-on", level).returncode == code


def test_nothing_checked_is_no_pass(run) -> None:
    done = run("validate", "-", stdin=b"<https://example.org/a> <https://example.org/b> 1 .")
    assert (done.returncode, done.stdout) == (1, b"No shape matches anything in this data: nothing was checked.\n")


def test_folders_are_read_whole_and_files_make_one_graph(run, tmp_path: Path) -> None:
    (tmp_path / "data/deep").mkdir(parents=True)
    (tmp_path / "data/a.ttl").write_bytes(GOOD)
    (tmp_path / "data/deep/b.nt").write_bytes(
        b"<https://w3id.org/newsgraph/id/a> <https://w3id.org/newsgraph/ontology#nothing> <x:b> .\n"
    )
    (tmp_path / "data/notes.txt").write_bytes(b"not RDF")
    assert run("validate", "data/a.ttl").returncode == 0
    assert run("validate", "data").stdout.startswith(b"Violation: ngi:a ng:nothing: ng:nothing is not in the ontology.")


def test_blank_nodes_of_two_files_stay_two(run, tmp_path: Path) -> None:
    shape = b"""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <x:S> a sh:NodeShape ; sh:targetSubjectsOf <x:p> ; sh:property [ sh:path <x:p> ; sh:maxCount 1 ] ."""
    for name, content in (("s.ttl", shape), ("a.ttl", b"_:x <x:p> 1 ."), ("b.ttl", b"_:x <x:p> 2 .")):
        (tmp_path / name).write_bytes(content)
    assert run("validate", "a.ttl", "b.ttl", "-s", "s.ttl").returncode == 0


def test_the_format_of_stdin(run) -> None:
    line = b'<https://w3id.org/newsgraph/id/a> <http://www.w3.org/2000/01/rdf-schema#label> "A" .\n'
    assert run("validate", "-", "-f", "n-triples", stdin=line).returncode == 1


def test_shapes_that_cannot_be_used_end_with_3(run, tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ng: <https://w3id.org/newsgraph/ontology#> ."
        '<x:S> a sh:NodeShape ; sh:targetClass ng:Company ; sh:property [ sh:path ng:provides ; sh:minCount "a" ] .'
    )
    done = run("validate", "-", "-s", "s.ttl", stdin=GOOD)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (3, b"", 1)
    assert done.stderr.startswith(b"newsgraph: the shapes cannot be used: ")
