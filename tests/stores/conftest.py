"""Real triple stores, started on loopback ports of their own and stopped when the tests have ended."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import newsgraph

WAIT = 60  # seconds for a store to answer
CONFIG = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{0}
DirsAllowed = .
NumberOfBuffers = 20000
MaxDirtyBuffers = 12000
[HTTPServer]
ServerPort = 127.0.0.1:{1}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True)
class Server:
    """A store that runs: where it takes graphs, where updates, where queries; who may write."""

    name: str
    graphs: str
    updates: str
    queries: str
    user: str = ""
    password: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """Its credentials, as newsgraph reads them."""
        return {"NEWSGRAPH_REMOTE_USER": self.user, "NEWSGRAPH_REMOTE_PASSWORD": self.password}


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Oxigraph's server, its data in a folder of its own."""
    program = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if not program:
        pytest.skip("no oxigraph here (PyPI: oxigraph)")
    port = free_port()
    place = tmp_path_factory.mktemp("oxigraph")
    command = [program, "serve", "--location", str(place), "--bind", f"127.0.0.1:{port}"]
    url = f"http://127.0.0.1:{port}"
    with (place.parent / "oxigraph.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            wait_for(f"{url}/query?query=ASK%7B%7D", process)
            yield Server("oxigraph", f"{url}/store", f"{url}/update", f"{url}/query")
        finally:
            stop(process)


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Virtuoso with an empty database; it takes Digest credentials for what changes it."""
    program = shutil.which("virtuoso-t")
    if not program:
        pytest.skip("no virtuoso-t here (Debian: virtuoso-opensource-7)")
    port = free_port()
    place = tmp_path_factory.mktemp("virtuoso")
    (place / "virtuoso.ini").write_text(CONFIG.format(free_port(), port))
    command = [program, "+configfile", "virtuoso.ini", "+foreground"]
    url = f"http://127.0.0.1:{port}"
    with (place.parent / "virtuoso.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=place, stdout=log, stderr=log)
        try:
            wait_for(f"{url}/sparql?query=ASK%7B%7D", process)
            paths = (f"{url}/sparql-graph-crud-auth", f"{url}/sparql-auth", f"{url}/sparql")
            yield Server("virtuoso", *paths, "dba", "dba")
        finally:
            stop(process)


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Return once the store answers."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + WAIT
    while time.monotonic() < end and process.poll() is None:
        try:
            opener.open(url, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"no answer from {url}, exit code {process.poll()}")


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End a store that we started: kindly, then surely."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Server:
    """The store that a test names by parameter."""
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Calls `newsgraph` in an empty folder, its state there, with these credentials and no others."""

    def call(*arguments: object, **more: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "newsgraph", *map(str, arguments)]
        return subprocess.run(
            command, capture_output=True, text=True, cwd=tmp_path, env=environment(tmp_path, **more), timeout=120
        )

    return call


def environment(folder: Path, **more: str) -> dict[str, str]:
    plain = {k: v for k, v in os.environ.items() if not k.startswith("NEWSGRAPH") and "proxy" not in k.lower()}
    source = str(Path(newsgraph.__file__).parents[1])
    home = {"XDG_STATE_HOME": str(folder / "state"), "XDG_DATA_HOME": str(folder / "data")}
    return {**plain, "PYTHONPATH": source, "COLUMNS": "100", **home, **more}


class Front(ThreadingHTTPServer):
    """Stands before a store: notes every request, and fails as it is told before it passes one on."""

    def __init__(self, behind: str) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behind = behind
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.seen: list[tuple[str, str, str]] = []  # method, path, credentials
        self.failures: list[Callable[[Handler], None] | None] = []  # None is none
        self.secret = ""  # the credentials that it wants

    def handle_error(self, *request: object) -> None:
        """A client that was killed is none."""


class Handler(BaseHTTPRequestHandler):
    """One request to a Front."""

    server: Front
    protocol_version = "HTTP/1.1"

    def handle_one(self) -> None:
        front = self.server
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        front.seen.append((self.command, self.path, self.headers.get("Authorization", "")))
        failure = front.failures.pop(0) if front.failures else None
        if failure:
            failure(self)
        elif front.secret and self.headers.get("Authorization") != front.secret:
            self.say(401, b"who are you?")
        else:
            self.pass_on(content)

    do_GET = do_PUT = do_POST = handle_one  # noqa: N815  the names that http.server calls

    def pass_on(self, content: bytes) -> None:
        """Ask the store behind, and repeat what it says."""
        host = self.server.behind.removeprefix("http://")
        connection = http.client.HTTPConnection(host, timeout=30)
        kept = {k: v for k, v in self.headers.items() if k.lower() in ("content-type", "accept")}
        connection.request(self.command, self.path, content, kept)
        got = connection.getresponse()
        self.say(got.status, got.read(), got.headers.get("Content-Type", "text/plain"))
        connection.close()

    def say(self, code: int, content: bytes = b"", kind: str = "text/plain", **headers: str) -> None:
        self.send_response(code)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *parts: object) -> None:
        """Nothing on stderr."""


def busy(code: int, **headers: str) -> Callable[[Handler], None]:
    """A failure: this status, without the request being passed on."""
    return lambda handler: handler.say(code, b"not now", **headers)


def hang_up(handler: Handler) -> None:
    """A failure: the connection ends without an answer."""
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def front(oxigraph: Server) -> Iterator[Front]:
    """A Front before Oxigraph's server."""
    server = Front(oxigraph.queries.removesuffix("/query"))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fail() -> Callable[..., Callable[[Handler], None]]:
    """Makes failures: a status (with headers), or None for a connection that ends without an answer."""
    return lambda code, **headers: busy(code, **headers) if code else hang_up


@pytest.fixture
def env() -> Callable[..., dict[str, str]]:
    """Makes the environment of `run`."""
    return environment
