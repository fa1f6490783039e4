"""`newsgraph validate --allow-network`: imports and remote contexts come from a real server, and without it from nowhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import newsgraph

from .server import page, serving

HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <https://example.org/> .
"""
TWO = HEAD + ":S a sh:NodeShape ; sh:targetClass :C ; sh:property [ sh:path :p ; sh:maxCount 1 ] ."
DATA = HEAD + ":a a :D ; :p 1 , 2 ."
SUBCLASS = HEAD + ":D rdfs:subClassOf :C ."
CONTEXT = '{"@context": {"ng": "https://w3id.org/newsgraph/ontology#", "name": {"@id": "http://www.w3.org/2000/01/rdf-schema#label"}}}'
DOCUMENT = """{
  "@context": %s, "@id": "https://w3id.org/newsgraph/id/a", "@type": "ng:Company",
  "name": "A", "ng:providess": {"@id": "https://w3id.org/newsgraph/id/b", "name": "B"}
}"""
PLACE = (3, 16, "$['ng:providess']")


def run(folder: Path, *arguments: str) -> tuple[int, dict, str]:
    """Exit code, the report as JSON (or {}), stderr."""
    environment = {**os.environ, "PYTHONPATH": str(Path(newsgraph.__file__).parents[1])}
    command = [sys.executable, "-m", "newsgraph", "validate", *arguments, "-f", "json"]
    done = subprocess.run(command, capture_output=True, cwd=folder, env=environment, text=True, timeout=120)
    return done.returncode, json.loads(done.stdout or "{}"), done.stderr


def importing(*addresses: str) -> str:
    return HEAD + f"<https://example.org/own> a owl:Ontology ; owl:imports {' , '.join(f'<{a}>' for a in addresses)} ."


def test_shapes_and_ontology_bring_what_they_import(tmp_path: Path) -> None:
    pages = {
        "/first": page(importing("{HERE}/second#", "{HERE}/first")),
        "/second": page(TWO),
        "/kinds": page(SUBCLASS, "text/plain"),
    }
    with serving(pages) as web:
        (tmp_path / "s.ttl").write_text(importing(f"{web.here}/first#x"))
        (tmp_path / "o.ttl").write_text(importing(f"{web.here}/kinds"))
        (tmp_path / "d.ttl").write_text(DATA)
        given = ("d.ttl", "-s", "s.ttl", "-e", "o.ttl")
        code, report, _ = run(tmp_path, *given)
        assert (code, report["unmatched"], web.asked) == (1, ["d.ttl"], [])
        assert report["notes"] == [
            f"o.ttl imports {web.here}/kinds, which is not fetched; --allow-network fetches it",
            f"s.ttl imports {web.here}/first, which is not fetched; --allow-network fetches it",
        ]
        code, report, _ = run(tmp_path, *given, "--allow-network")
        assert (code, report["notes"], [r["line"] for r in report["results"]]) == (1, [], [3])
        assert sorted(path for path, _ in web.asked) == ["/first", "/kinds", "/second"]


def test_what_is_there_already_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(TWO + importing("https://w3id.org/newsgraph/ontology", "https://example.org/own"))
    (tmp_path / "d.ttl").write_text(DATA.replace(":D", ":C"))
    code, report, _ = run(tmp_path, "d.ttl", "-s", "s.ttl")
    assert (code, report["notes"], len(report["results"])) == (1, [], 1)


def test_an_import_that_cannot_be_had_ends_with_2(tmp_path: Path) -> None:
    pages = {
        "/far": page(importing("file:///etc/passwd")),
        "/page": page("<p>Hello</p>", "text/html"),
        "/bad": page("@prefix x: <x:> .\nx:a x:b", "text/turtle"),
    }
    (tmp_path / "d.ttl").write_text(DATA)
    with serving(pages) as web:
        for path, said in (
            ("/far", "file:///etc/passwd: is not fetched: only http and https are, without a password"),
            ("/page", f"{web.here}/page: is no RDF: the server calls it text/html"),
            ("/bad", f"{web.here}/bad:2:"),
            ("/none", f"{web.here}/none: cannot be fetched: the server answers 404 Not Found"),
        ):
            (tmp_path / "s.ttl").write_text(TWO + importing(web.here + path))
            code, report, error = run(tmp_path, "d.ttl", "-s", "s.ttl", "--allow-network")
            assert (code, error.startswith(f"newsgraph: {said}")) == (2, True), error
            assert error.endswith("imports it; give the file itself, or take the import out\n")
            assert [(e["file"], report["conforms"]) for e in report["unreadable"]] == [
                (said.split(": ")[0], False)
            ] or path == "/bad"


def test_a_local_import_is_named(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(TWO + importing("other.ttl"))
    (tmp_path / "d.ttl").write_text(DATA.replace(":D", ":C"))
    assert run(tmp_path, "d.ttl", "-s", "s.ttl")[1]["notes"] == [
        "s.ttl imports file:other.ttl, which is not fetched; give the file itself"
    ]


def found(report: dict) -> list[tuple[int, int, str]]:
    return [(r["line"], r["column"], r["documentPath"]) for r in report["results"] if r["severity"] == "violation"]


def test_remote_contexts_are_filled_in_and_places_stay(tmp_path: Path) -> None:
    """As a string, in lists, within a list of its own, imported, in a term, and on the way over another context."""
    ng = '{"ng": "https://w3id.org/newsgraph/ontology#"}'
    own = '"name": {"@id": "http://www.w3.org/2000/01/rdf-schema#label"}'
    pages = {
        "/c": page(CONTEXT, "application/ld+json"),
        "/list": page(f'{{"@context": [{ng}, {{{own}}}]}}', "application/json"),
        "/over": page('{"@context": "c"}', "application/ld+json"),
        "/ng": page(f'{{"@context": {ng}}}', "application/ld+json"),
        "/empty": page('{"@context": []}', "application/ld+json"),
    }
    ways = {
        "string": '"{HERE}/c"',
        "list": '["{HERE}/list"]',
        "more": '[{"x": "https://example.org/"}, "{HERE}/over"]',
        "import": f'{{"@version": 1.1, "@import": "{{HERE}}/ng", {own}}}',
        "term": f'{{"ng": "https://w3id.org/newsgraph/ontology#", {own}, "ng:p": {{"@context": "{{HERE}}/c"}}}}',
        "empty": '["{HERE}/empty", "{HERE}/c"]',
    }
    with serving(pages) as web:
        for name, context in ways.items():
            (tmp_path / f"{name}.jsonld").write_text(DOCUMENT % context.replace("{HERE}", web.here))
            code, report, error = run(tmp_path, f"{name}.jsonld", "--allow-network")
            assert (name, code, found(report)) == (name, 1, [PLACE]), error
        web.asked.clear()
        code, report, error = run(tmp_path, "string.jsonld")
        assert (code, web.asked) == (2, [])
        assert error == (
            f"newsgraph: string.jsonld:2:15: the context {web.here}/c is not fetched; "
            "write it into the document, or --allow-network fetches it\n"
        )
    assert len(ways) == 6


def test_a_context_that_cannot_be_had_is_told(tmp_path: Path) -> None:
    pages = {
        "/loop": page('{"@context": ["{HERE}/loop"]}', "application/ld+json"),
        "/html": page("<p>", "text/html"),
        "/none": page("{}", "application/json"),
    }
    with serving(pages) as web:
        for path, said in (
            ("/loop", "is a context that leads to itself"),
            ("/html", "is no JSON: "),
            ("/none", "holds no context"),
            ("/gone", "cannot be fetched: the server answers 404 Not Found"),
        ):
            (tmp_path / "d.jsonld").write_text(DOCUMENT % f'"{web.here}{path}"')
            code, _, error = run(tmp_path, "d.jsonld", "--allow-network")
            assert code == 2
            assert error.startswith(f"newsgraph: d.jsonld: the context {web.here}{path} {said}"), error
