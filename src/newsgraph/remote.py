"""HTTP to a triple store that the user names: retries, time limits, credentials from the environment.

Beside it, only newsgraph.fetch opens connections. Credentials are read from NEWSGRAPH_REMOTE_TOKEN (Bearer, RFC 6750), or
NEWSGRAPH_REMOTE_USER and NEWSGRAPH_REMOTE_PASSWORD (Basic, RFC 7617; Digest, RFC 7616, where the server asks for it).
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth, HTTPDigestAuth
from urllib3.util.retry import Retry

from newsgraph import __version__
from newsgraph.errors import InputError, RemoteError

TOKEN, USER, PASSWORD = (f"NEWSGRAPH_REMOTE_{name}" for name in ("TOKEN", "USER", "PASSWORD"))
BUSY = (408, 425, 429, 500, 502, 503, 504)
CONNECT, READ = 10.0, 300.0  # seconds
LONGEST_WAIT = 120  # seconds that a server may ask us to wait (Retry-After), and that we wait at most between tries
SAID = 300  # characters of a server's own words that an error repeats


class Credentials(HTTPDigestAuth):
    """Digest where the server asks for it, else Basic; neither before it has refused a request without them.

    (Virtuoso, which takes Digest, does not say so to a request that comes with Basic.)
    """

    def __init__(self, user: str, password: str) -> None:
        super().__init__(user, password)
        self.basic = HTTPBasicAuth(user.encode(), password.encode())  # requests would write a str in Latin-1
        self.taken = False

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self.taken:
            basic: requests.PreparedRequest = self.basic(request)
            return basic
        again: requests.PreparedRequest = super().__call__(request)  # type: ignore[no-untyped-call]
        again.register_hook("response", self._refused)  # type: ignore[no-untyped-call]
        return again

    def _refused(self, got: requests.Response, **options: Any) -> requests.Response:
        """Send a refused request again with Basic; Digest has been tried before, where it was asked for."""
        if got.status_code not in (401, 403) or "Authorization" in got.request.headers:
            return got
        got.content  # noqa: B018  the connection is free once all is read
        got.close()
        second = got.connection.send(self.basic(got.request.copy()), **options)
        self.taken = second.status_code not in (401, 403)
        return second


@dataclass(frozen=True, slots=True)
class Bearer(requests.auth.AuthBase):
    """A token that the server gave."""

    token: str

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.token}"
        return request


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """No credentials: those of ~/.netrc are not ours to send."""
    return request


def session(
    environment: Mapping[str, str] = os.environ, tries: int = 5, busy: tuple[int, ...] = BUSY
) -> requests.Session:
    """What sends requests, trying again after `busy` answers and lost connections, 0.5, 1, 2… seconds apart."""
    found = requests.Session()
    found.auth = _credentials(environment)
    found.headers["User-Agent"] = f"newsgraph/{__version__}"
    again = Retry(
        total=tries,
        backoff_factor=0.5,
        backoff_max=LONGEST_WAIT,
        retry_after_max=LONGEST_WAIT,
        status_forcelist=busy,
        allowed_methods=None,  # what we send can be sent twice
        raise_on_status=False,
    )
    for scheme in ("http://", "https://"):
        found.mount(scheme, HTTPAdapter(max_retries=again))
    return found


def _credentials(environment: Mapping[str, str]) -> Any:
    token, user = environment.get(TOKEN, ""), environment.get(USER, "")
    if token:
        return Bearer(token)
    return Credentials(user, environment.get(PASSWORD, "")) if user else _nobody


def checked(url: str) -> str:
    """The address itself. Raises InputError where it is none of the web's, or holds a password."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good:
        raise InputError(f"{url!r} is no address of a server", advice="give one such as http://localhost:7878/query")
    if "@" in parts.netloc:
        advice = f"set {USER} and {PASSWORD} instead"
        raise InputError("an address with a password in it would be seen by others", advice=advice)
    return url


def send(client: requests.Session, method: str, url: str, **parts: Any) -> requests.Response:
    """The answer to a request, its body not yet read. Raises RemoteError where it is no success."""
    try:
        got = client.request(method, url, timeout=(CONNECT, READ), allow_redirects=False, stream=True, **parts)
    except requests.RequestException as e:
        raise RemoteError(f"{url}: cannot be reached: {_why(e)}") from e
    except (ValueError, UnicodeError) as e:
        raise RemoteError(f"{url}: cannot be asked: {e}") from e
    if not got.ok or got.is_redirect or got.status_code >= 300:
        raise RemoteError(f"{url}: {_refusal(got)}")
    return got


def _why(error: requests.RequestException) -> str:
    """The innermost reason, without the addresses of objects in memory."""
    reason: BaseException = error
    while isinstance(inner := getattr(reason, "reason", None) or next(iter(reason.args), None), BaseException):
        reason = inner
    return re.sub(r"^<?HTTPS?Connection.*?[)>]: ", "", str(reason)) or type(reason).__name__


def _refusal(got: requests.Response) -> str:
    """What the server said: status, first line of its words, what to do."""
    if "Location" in got.headers:
        return f"has moved to {got.headers['Location']}; name that address"
    advice = {401: f"; set {USER} and {PASSWORD}, or {TOKEN}", 403: "; these credentials may not do this"}
    words = "" if "html" in got.headers.get("Content-Type", "") else _words(got)
    return f"answered {got.status_code} {got.reason}{f': {words}' * bool(words)}{advice.get(got.status_code, '')}"


def _words(got: requests.Response) -> str:
    try:
        start = next(got.iter_content(4 * SAID), b"")
    except requests.RequestException:
        return ""
    line = " ".join(start.decode("utf-8", "replace").split())
    return line if len(line) <= SAID else line[:SAID] + "…"


def body(got: requests.Response, most: int) -> Iterator[bytes]:
    """The body, unpacked, in pieces. Raises RemoteError where it is longer than `most` bytes or ends early."""
    total = 0
    try:
        for piece in got.iter_content(256 * 1024):
            total += len(piece)
            if total > most:
                raise RemoteError(f"{got.url}: answers with more than {most:,} bytes; ask for less")
            yield piece
    except requests.RequestException as e:
        raise RemoteError(f"{got.url}: the answer broke off: {_why(e)}") from e
