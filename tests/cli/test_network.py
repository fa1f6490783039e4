"""No command opens a connection or asks for a name: not Python's sockets, and not those of the engines."""

import socket
import threading
from pathlib import Path

import pytest

TEXT = "Die Firma Beispiel AG investiert 3 Millionen Euro in Hamburg.\n"
# `sitecustomize` is imported before all else: a hook cannot be removed, and sees every socket of Python
HOOK = """
import os, sys
def hook(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.", "ftplib.")) and event != "socket.gethostname":
        os.write(2, f"NETWORK {event} {arguments}\\n".encode())
        os._exit(99)
sys.addaudithook(hook)
"""
COMMANDS = [
    ["map", "a.txt", "-o", "a.ttl"],
    ["map", "a.txt", "-f", "rdf-xml"],
    ["map", "page.html"],
    ["validate", "a.ttl"],
    ["export", "-d", "a.ttl", "-o", "a.jsonld"],
    ["export", "-d", "a.jsonld", "-o", "a.rdf"],
    ["validate", "a.jsonld", "a.rdf"],
    ["query", "who-says-how-much", "-d", "a.ttl"],
    ["build", "--seeds", ".", "--graph", "graph"],
]


@pytest.fixture
def hooked(run, tmp_path: Path):
    """Runs a command with the hook; its folder goes before the source on the path."""
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook/sitecustomize.py").write_text(HOOK)
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "page.html").write_text(
        f"<html><head><link rel=canonical href='http://localhost/'></head><p>{TEXT}</p></html>"
    )

    def call(*arguments: str):
        import newsgraph

        source = Path(newsgraph.__file__).parents[1]
        return run(*arguments, PYTHONPATH=f"{tmp_path / 'hook'}:{source}")

    return call


def test_no_command_touches_the_network(hooked) -> None:
    ended = [(command, hooked(*command)) for command in COMMANDS]
    assert [(c, done.stderr) for c, done in ended if done.returncode != 0] == []
    assert len(ended) == 9


def test_the_hook_sees_what_it_should(hooked, tmp_path: Path) -> None:
    hook = (tmp_path / "hook/sitecustomize.py").read_text()
    (tmp_path / "hook/sitecustomize.py").write_text(hook + "import socket; socket.getaddrinfo('localhost', 80)")
    assert hooked("--version").returncode == 99


def test_nothing_knocks_at_an_open_door(run, tmp_path: Path) -> None:
    """A real listener; Rust's sockets are no affair of Python's hooks."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        knocks: list[object] = []
        threading.Thread(target=lambda: knocks.append(door.accept()), daemon=True).start()
        here = f"http://127.0.0.1:{door.getsockname()[1]}/"
        (tmp_path / "a.jsonld").write_text(f'{{"@context": "{here}", "@id": "x:a"}}')
        (tmp_path / "a.ttl").write_text(f"<x:a> <http://www.w3.org/2002/07/owl#imports> <{here}> .")
        codes = [
            run("validate", "a.jsonld").returncode,
            run("validate", "a.ttl", "-s", "a.ttl", "-e", "a.ttl").returncode,
            run("query", f"SELECT * {{ SERVICE <{here}> {{ ?s ?p ?o }} }}", "-d", "a.ttl").returncode,
            run("query", f"SELECT * {{ ?s ?p 1SERVICE<{here}>{{ ?s ?p ?o }} }}", "-d", "a.ttl").returncode,
            run("query", f"SELECT * FROM <{here}> {{ ?s ?p ?o }}", "-d", "a.ttl").returncode,
        ]
    assert codes == [2, 1, 2, 2, 2]
    assert knocks == []
