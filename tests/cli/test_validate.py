"""`newsgraph validate`"""

import gzip
import json
import os
import pty
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = b"""@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
GOOD = HEAD + b'ngi:a a ng:Company ; rdfs:label "A" .'
BAD = HEAD + b'ngi:a a ng:Company ; rdfs:label "A" ; ng:providess ngi:b .'
WRONG = """stdin:3:39: violation ngs:Vocabulary: ng:providess is not in the ontology. Perhaps ng:provides is meant.
  |
3 | ngi:a a ng:Company ; rdfs:label "A" ; ng:providess ngi:b .
  |                                       ^^^^^^^^^^^^
  = node: ngi:a ng:providess
  = found: ngi:b
  = help: did you mean ng:provides?
  = more: newsgraph validate --explain ngs:Vocabulary
"""
NOTHING = b"No shape matches anything in this file: nothing was checked.\n"
LINE = b'<https://w3id.org/newsgraph/id/a> <http://www.w3.org/2000/01/rdf-schema#label> "A" .\n'
SHAPES = b"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://example.org/> .
x:S a sh:NodeShape ; sh:targetSubjectsOf x:p ; sh:property [ sh:path x:p ; sh:maxCount 1 ] ."""


def test_the_kept_graph_holds_what_the_shapes_ask(run, checkout: Path) -> None:
    done = run("validate", checkout / "graph/newsgraph.ttl", checkout / "graph/newsgraph.jsonld")
    assert done.returncode == 0
    assert done.stderr.startswith(b"0 violations, ")


def test_a_finding_shows_its_line_and_ends_with_1(run) -> None:
    done = run("validate", "-", stdin=BAD)
    assert (done.returncode, done.stdout.decode()) == (1, WRONG)
    assert done.stderr.startswith(b"1 violation, 0 warnings, ")


def test_messages_in_german(run) -> None:
    out = run("validate", "-", "--language", "de", stdin=BAD).stdout.decode()
    assert "ng:providess kommt in der Ontologie nicht vor. Gemeint ist vielleicht ng:provides." in out
    assert "\n  = Hilfe: ist ng:provides gemeint?\n" in out


def test_quiet_says_nothing_and_the_code_says_it(run) -> None:
    for data, code in ((BAD, 1), (GOOD, 0)):
        done = run("validate", "-", "--quiet", stdin=data)
        assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


@pytest.mark.parametrize(("level", "code"), [("violation", 0), ("warning", 1), ("info", 1)])
def test_fail_on(run, checkout: Path, level: str, code: int) -> None:
    """The seed is undated, which is a warning, and without a title, which is an info."""
    assert run("validate", checkout / "graph/newsgraph.ttl", "--fail-on", level).returncode == code


def test_severity_hides_what_is_less(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(BAD.replace(b'rdfs:label "A" ; ', b""))
    severities = {
        level: [
            r["severity"]
            for r in json.loads(run("validate", "a.ttl", "-f", "json", "--severity", level).stdout)["results"]
        ]
        for level in ("info", "warning", "violation")
    }
    assert severities == {
        "info": ["warning", "violation"],
        "warning": ["warning", "violation"],
        "violation": ["violation"],
    }


def test_nothing_checked_is_no_pass(run) -> None:
    done = run("validate", "-", stdin=b"<https://example.org/a> <https://example.org/b> 1 .")
    assert (done.returncode, done.stdout) == (1, b"stdin: violation: " + NOTHING)


def test_each_file_must_match_some_shape(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(GOOD)
    (tmp_path / "b.nt").write_bytes(LINE)
    (tmp_path / "c.nt").write_bytes(b"<x:a> <x:b> <x:c> .\n")
    assert run("validate", "a.ttl", "b.nt").returncode == 0
    assert run("validate", "b.nt").returncode == 1
    done = run("validate", "a.ttl", "b.nt", "c.nt")
    assert (done.returncode, done.stdout) == (1, b"c.nt: violation: " + NOTHING)


def test_folders_are_read_whole_and_files_make_one_graph(run, tmp_path: Path) -> None:
    (tmp_path / "data/deep").mkdir(parents=True)
    (tmp_path / "data/a.ttl").write_bytes(GOOD)
    (tmp_path / "data/deep/b.nt").write_bytes(
        b"<https://w3id.org/newsgraph/id/a> <https://w3id.org/newsgraph/ontology#nothing> <x:b> .\n"
    )
    (tmp_path / "data/notes.txt").write_bytes(b"not RDF")
    assert run("validate", "data/a.ttl").returncode == 0
    for data in ("data", "data/**/*.[tn]t*"):
        assert run("validate", data).stdout.startswith(
            b"data/deep/b.nt:1:35: violation ngs:Vocabulary: ng:nothing is not in"
        )
    assert run("validate", "data/*.rdf").stderr == b"newsgraph: data/*.rdf: matches no file\n"


def test_a_file_named_twice_is_read_once(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(BAD)
    assert json.loads(run("validate", "a.ttl", "a.ttl", ".", "-f", "json").stdout)["results"][1:] == []


def test_blank_nodes_of_two_files_stay_two(run, tmp_path: Path) -> None:
    shape = b"""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <x:S> a sh:NodeShape ; sh:targetSubjectsOf <x:p> ; sh:property [ sh:path <x:p> ; sh:maxCount 1 ] ."""
    for name, content in (("s.ttl", shape), ("a.ttl", b"_:x <x:p> 1 ."), ("b.ttl", b"_:x <x:p> 2 .")):
        (tmp_path / name).write_bytes(content)
    assert run("validate", "a.ttl", "b.ttl", "-s", "s.ttl").returncode == 0


def test_the_format_of_stdin(run) -> None:
    assert run("validate", "-", "--input-format", "n-triples", stdin=LINE + GOOD[len(HEAD) :]).returncode == 2
    assert run("validate", "-", "--input-format", "trig", stdin=b"<x:g> { " + LINE[:-1] + b" }").returncode == 1
    assert (
        run("validate", "-", "--input-format", "trig", stdin=HEAD + b"<x:g> { " + GOOD[len(HEAD) :] + b" }").returncode
        == 0
    )


def test_shapes_that_cannot_be_used_end_with_3(run, tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ng: <https://w3id.org/newsgraph/ontology#> ."
        '<x:S> a sh:NodeShape ; sh:targetClass ng:Company ; sh:property [ sh:path ng:provides ; sh:minCount "a" ] .'
    )
    done = run("validate", "-", "-s", "s.ttl", stdin=GOOD)
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (3, b"", 1)
    assert done.stderr.startswith(b"newsgraph: the shapes cannot be used: ")


def test_the_shapes_of_others(run, tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_bytes(SHAPES)
    done = run("validate", "-", "-s", "s.ttl", stdin=b"<x:a> <https://example.org/p> 1 ,\n 2 , 3 .")
    assert done.returncode == 1
    assert done.stdout.decode() == (
        "stdin:2:6: violation https://example.org/S: More than 1 values on <x:a>-><https://example.org/p>\n"
        "  |\n"
        "1 | <x:a> <https://example.org/p> 1 ,\n"
        "2 |  2 , 3 .\n"
        "  |      ^\n"
        "  = node: <x:a> <https://example.org/p>\n"
        "  = demanded: sh:maxCount 1\n"
        "  = help: keep 1 of them\n"
        "  = more: newsgraph validate --explain https://example.org/S --shapes s.ttl\n"
    )
    page = run("validate", "--explain", "https://example.org/S", "--shapes", "s.ttl")
    assert (page.returncode, page.stdout.partition(b"\n")[0]) == (0, b"https://example.org/S")
    lost = run("validate", "--explain", "https://example.org/S")
    assert (lost.returncode, lost.stderr) == (
        2,
        b"newsgraph: there is no shape https://example.org/S among ours; name the file that holds it with --shapes\n",
    )


def test_a_shape_without_a_name_has_no_page(run, tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_bytes(SHAPES.replace(b"x:S a", b"[] a"))
    done = run("validate", "-", "-s", "s.ttl", stdin=b"<x:a> <https://example.org/p> 1 , 2 .")
    assert done.returncode == 1
    assert done.stdout.endswith(b"= help: keep 1 of them\n")


def test_typos_in_shapes_are_noted(run, tmp_path: Path) -> None:
    """A constraint that nobody knows would pass in silence."""
    (tmp_path / "s.ttl").write_bytes(SHAPES.replace(b"sh:maxCount", b"sh:maxCout"))
    done = run("validate", "-", "-s", "s.ttl", "-f", "json", stdin=b"<x:a> <https://example.org/p> 1 , 2 .")
    assert json.loads(done.stdout)["notes"] == ["s.ttl: sh:maxCout is not in its vocabulary; did you mean sh:maxCount?"]


def test_several_broken_files_are_all_told(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"<x:a> .")
    (tmp_path / "b.ttl").write_bytes(GOOD)
    (tmp_path / "c.ttl").write_bytes(b"")
    done = run("validate", ".", "missing.ttl")
    assert (done.returncode, done.stdout) == (2, b"")
    *errors, counts = done.stderr.splitlines()
    assert [line.split(b": ")[1] for line in errors] == [b"a.ttl:1:7", b"c.ttl", b"missing.ttl"]
    assert counts.startswith(b"0 violations, ")


def test_what_can_be_read_is_validated_beside_what_cannot(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"<x:a> .")
    (tmp_path / "b.ttl").write_bytes(BAD)
    done = run("validate", "a.ttl", "b.ttl")
    assert (done.returncode, done.stdout.decode()) == (2, WRONG.replace("stdin", "b.ttl"))
    assert done.stderr.startswith(b"newsgraph: a.ttl:1:7: . is not ")
    for form in ("json", "sarif", "junit", "github", "turtle"):
        alone, beside = (run("validate", *names, "-f", form) for names in (["a.ttl"], ["a.ttl", "b.ttl"]))
        assert (alone.returncode, beside.returncode, alone.stderr.count(b"\n")) == (2, 2, 1), form
        assert b"a.ttl" in alone.stdout and b"providess" not in alone.stdout, form
        assert b"a.ttl" in beside.stdout and b"providess" in beside.stdout, form
    assert run("validate", "a.ttl", "-f", "json", "-o", "r.json").returncode == 2
    assert json.loads((tmp_path / "r.json").read_bytes())["unreadable"][0]["line"] == 1


@pytest.mark.parametrize("option", ["--shapes", "--ontology"])
def test_shapes_and_ontology_that_cannot_be_read_judge_nothing(run, tmp_path: Path, option: str) -> None:
    (tmp_path / "s.ttl").write_bytes(b"<x:a> .")
    done = run("validate", "-", option, "s.ttl", "-f", "json", stdin=BAD)
    report = json.loads(done.stdout)
    assert (done.returncode, report["conforms"], report["results"]) == (2, False, [])
    assert [e["file"] for e in report["unreadable"]] == ["s.ttl"]
    assert run("validate", "-", option, "s.ttl", stdin=BAD).stdout == b""


def test_floods_are_cut_to_the_worst(run, tmp_path: Path) -> None:
    many = b"".join(b"ngi:c%d a ng:Company ; ng:qqqq%d 1 .\n" % (n, n) for n in range(40))
    (tmp_path / "a.ttl").write_bytes(HEAD + many)
    cut = run("validate", "a.ttl", "--max-results", "3")
    assert cut.stdout.count(b": violation ") == 3
    assert b": warning " not in cut.stdout
    assert cut.stdout.endswith(b"and 77 more findings; --max-results 0 shows all\n")
    assert run("validate", "a.ttl", "--max-results", "0").stdout.count(b" = more: ") == 80
    assert len(json.loads(run("validate", "a.ttl", "-f", "json").stdout)["results"]) == 80


def test_the_report_goes_into_a_file(run, tmp_path: Path) -> None:
    done = run("validate", "-", "-f", "json", "-o", "report.json.gz", stdin=BAD)
    assert (done.returncode, done.stdout) == (1, b"")
    assert json.loads(gzip.decompress((tmp_path / "report.json.gz").read_bytes()))["conforms"] is False


def test_verbose_lists_the_focus_nodes_of_each_shape(run) -> None:
    done = run("validate", "-", "-v", stdin=GOOD)
    assert b"\n        1 focus nodes of ngs:CompanyCountry\n" in done.stderr


def test_a_larger_file_needs_a_larger_limit(run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(GOOD + b" " * 1_100_000)
    done = run("validate", "a.ttl", "--max-size", "1")
    assert (done.returncode, done.stderr) == (
        2,
        b"newsgraph: a.ttl: holds more than 1,048,576 bytes; give it in parts, or raise --max-size\n",
    )
    assert run("validate", "a.ttl", "--max-size", "2").returncode == 0


def test_data_must_be_named(run) -> None:
    done = run("validate")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Missing argument 'DATA...'" in done.stderr


def test_colour_is_for_terminals(tmp_path: Path, start: Callable[..., subprocess.Popen[bytes]]) -> None:
    (tmp_path / "a.ttl").write_bytes(BAD)
    above, below = pty.openpty()
    process = start("validate", "a.ttl", stdout=below, stderr=subprocess.DEVNULL)
    process.wait(60)
    os.close(below)
    assert b"\x1b[31m\x1b[1mviolation\x1b[0m" in os.read(above, 100_000)


def test_watch_validates_again_when_a_file_changes(
    tmp_path: Path, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    (tmp_path / "a.ttl").write_bytes(BAD)
    process = start("validate", "a.ttl", "--watch", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    told = [line(process.stderr), line(process.stderr)]
    (tmp_path / "a.ttl").write_bytes(b"<x:a> .")
    told += [line(process.stderr), line(process.stderr)]
    (tmp_path / "a.ttl").write_bytes(GOOD + b"\n")
    told += [line(process.stderr), line(process.stderr)]
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 130
    watching = "watching for changes; end with Ctrl-C"
    assert told[1::2] == [watching] * 3
    assert [t[:26] for t in told[::2]] == [
        "1 violation, 0 warnings, 0",
        "newsgraph: a.ttl:1:7: . is",
        "0 violations, 0 warnings, ",
    ]
    assert process.stdout.read().decode() == WRONG.replace("stdin", "a.ttl")


def line(stream) -> str:
    """The next line of a process, at last after a minute."""
    end = time.monotonic() + 60
    while not (found := stream.readline()) and time.monotonic() < end:
        time.sleep(0.05)
    return found.decode().rstrip("\n")
