"""A real HTTP server on this machine, for tests of what is fetched."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Page = tuple[int, dict[str, str], bytes]  # status, headers, body


class Web:
    """The pages by path ({HERE} in them is the server's address), and the requests that came."""

    def __init__(self, pages: dict[str, Page], slow: float = 0) -> None:
        self.pages, self.slow = pages, slow
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.here = ""


def page(text: str, kind: str = "text/turtle", **headers: str) -> Page:
    return 200, {"Content-Type": kind, **headers}, text.encode()


@contextmanager
def serving(pages: dict[str, Page], slow: float = 0) -> Iterator[Web]:
    """The server while the block runs."""
    web = Web(pages, slow)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.asked.append((self.path, dict(self.headers)))
            status, headers, body = web.pages.get(self.path, (404, {}, b""))
            body = body.replace(b"{HERE}", web.here.encode())
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value.replace("{HERE}", web.here))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                for piece in (body[n : n + 1] for n in range(len(body))) if web.slow else [body]:
                    self.wfile.write(piece)
                    time.sleep(web.slow)
            except OSError:
                return

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.here = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
