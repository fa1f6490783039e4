"""Documents made to stall or to end the process: a clear word, exit code 1 or 2, within ten seconds and a gigabyte."""

import gzip
import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import newsgraph

XML = b'<?xml version="1.0"?>\n'
RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="x:">'
LITERAL = 200 * 1024 * 1024
MB = 1024 * 1024


def billion_laughs() -> Iterator[bytes]:
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {n} "{f"&{before};" * 10}">' for before, n in itertools.pairwise(names))
    yield (
        XML
        + b'<!DOCTYPE x [<!ENTITY a "lol">'
        + entities.encode()
        + b"]>"
        + RDF
        + b"<e:T><e:p>&j;</e:p></e:T></rdf:RDF>"
    )


def external_entity() -> Iterator[bytes]:
    yield XML + b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + RDF + b"</rdf:RDF>"


def utf16_bomb() -> Iterator[bytes]:
    yield (XML + b"<!DOCTYPE x [<!ENTITY a 'a'>]>" + RDF + b"</rdf:RDF>").decode().encode("utf-16")


def deep_json() -> Iterator[bytes]:
    yield b'{"@id":"x:a","x:p":' * 100_000 + b"1" + b"}" * 100_000


def deep_arrays() -> Iterator[bytes]:
    yield b'{"@id":"x:a","x:p":' + b"[" * 100_000 + b"]" * 100_000 + b"}"


def deep_xml() -> Iterator[bytes]:
    yield RDF + b"<e:T><e:p>" * 50_000 + b"</e:p></e:T>" * 50_000 + b"</rdf:RDF>"


def deep_brackets() -> Iterator[bytes]:
    yield b"<x:a> <x:p> " + b"[ <x:p> " * 30_000 + b"1 " + b"] " * 30_000 + b"."


def deep_lists() -> Iterator[bytes]:
    yield b"<x:a> <x:p> " + b"( " * 30_000 + b") " * 30_000 + b"."


def deep_triple_terms() -> Iterator[bytes]:
    yield b"<x:a> <x:p> " + b"<<( <x:a> <x:p> " * 100_000 + b"1 " + b")>> " * 100_000 + b"."


def open_brackets() -> Iterator[bytes]:
    yield b"[" * 5_000_000


def big_literal() -> Iterator[bytes]:
    yield b'<x:a> <x:p> "'
    for _ in range(LITERAL // MB):
        yield b"a" * MB
    yield b'" .'


def packed_bomb() -> Iterator[bytes]:
    yield gzip.compress(b'<x:a> <x:p> "' + b"a" * LITERAL + b'" .', mtime=0)


def packed_twice() -> Iterator[bytes]:
    yield gzip.compress(b"", mtime=0) * 200_000


def long_iri() -> Iterator[bytes]:
    yield b"<x:" + b"a" * 20_000_000 + b"> <x:p> 1 ."


def many_prefixes() -> Iterator[bytes]:
    yield b"".join(b"@prefix p%d: <x:%d/> .\n" % (n, n) for n in range(200_000)) + b"p1:a <x:p> 1 ."


def many_semicolons() -> Iterator[bytes]:
    yield b"<x:a> <x:p> 1 " + b"; " * 5_000_000 + b"."


def escapes() -> Iterator[bytes]:
    yield b'<x:a> <x:p> "' + b"\\n" * 10_000_000 + b'" .'


def quotes() -> Iterator[bytes]:
    yield b'<x:a> <x:p> """' + b'""\\"' * 5_000_000 + b'""" .'


def many_contexts() -> Iterator[bytes]:
    terms = b",".join(b'"t%d": "x:%d"' % (n, n) for n in range(50_000))
    yield b'{"@context": {' + terms + b'}, "@id": "x:a", "t1": 1}'


def recursive_context() -> Iterator[bytes]:
    yield b'{"@context": {"a": "b:x", "b": "a:y"}, "@id": "a:1", "a": 1}'


def remote_import() -> Iterator[bytes]:
    yield b'{"@context": {"@version": 1.1, "@import": "http://127.0.0.1:9/c.jsonld"}, "@id": "x:a", "x:p": 1}'


def control_characters() -> Iterator[bytes]:
    yield b"<x:a> <x:p> <x:\x07\x1b[2J> ."


def path_tricks() -> Iterator[bytes]:
    yield b"<file:///etc/passwd> <../../x> <file:../../../etc/shadow%00> ."


MADE: dict[str, tuple[Callable[[], Iterator[bytes]], int]] = {
    "billion-laughs.rdf": (billion_laughs, 2),
    "external-entity.rdf": (external_entity, 2),
    "utf16-bomb.rdf": (utf16_bomb, 2),
    "deep-json.jsonld": (deep_json, 2),
    "deep-arrays.jsonld": (deep_arrays, 2),
    "deep-xml.rdf": (deep_xml, 2),
    "deep-brackets.ttl": (deep_brackets, 1),
    "deep-lists.ttl": (deep_lists, 1),
    "deep-triple-terms.ttl": (deep_triple_terms, 2),
    "open-brackets.ttl": (open_brackets, 2),
    "big-literal.ttl": (big_literal, 2),
    "packed-bomb.ttl.gz": (packed_bomb, 2),
    "packed-twice.ttl.gz": (packed_twice, 2),
    "long-iri.ttl": (long_iri, 2),
    "many-prefixes.ttl": (many_prefixes, 1),
    "many-semicolons.ttl": (many_semicolons, 1),
    "escapes.ttl": (escapes, 2),
    "quotes.ttl": (quotes, 2),
    "many-contexts.jsonld": (many_contexts, 1),
    "recursive-context.jsonld": (recursive_context, 2),
    "remote-import.jsonld": (remote_import, 2),
    "control-characters.ttl": (control_characters, 2),
    "path-tricks.ttl": (path_tricks, 1),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", MADE)
def test_a_hostile_document_ends_soon_with_a_clear_word(name: str, tmp_path: Path) -> None:
    made, code = MADE[name]
    with (tmp_path / name).open("wb") as file:
        file.writelines(made())
    command = [sys.executable, "-m", "newsgraph", "validate", name]
    environment = {**os.environ, "PYTHONPATH": str(Path(newsgraph.__file__).parents[1])}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        out, error = process.stdout.read(), process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert (process.returncode, b"Traceback" in error) == (code, False), error
    told = error if code == 2 else out
    assert told.startswith(f"newsgraph: {name}".encode() if code == 2 else name.encode())
    assert len(told) < 2000
    assert usage.ru_utime + usage.ru_stime < 10
    assert usage.ru_maxrss < MB  # kilobytes
    assert len(MADE) == 23
