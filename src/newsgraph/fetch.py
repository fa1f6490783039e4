"""A document from the web, for a user who has allowed the network: http and https, with limits on everything.

What a file of the user's names may lie anywhere, on this machine and in its network, too: the user gave that file. What a
document from a public place names (an import of an import, a redirect) must lie in a public place as well, so that no
stranger's document makes this machine ask its neighbours. Link-local addresses, under which clouds keep credentials, never.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from ipaddress import ip_address
from typing import Any, ClassVar
from urllib.parse import urldefrag, urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from newsgraph import __version__
from newsgraph.errors import InputError

LARGEST = 20 * 1024 * 1024  # bytes of a document, unpacked
SECONDS = 30.0  # for a document with all its redirects
PATIENCE = 10.0  # seconds without a byte
REDIRECTS = 5
PIECE = 64 * 1024
MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, seconds and redirects that a document may take."""

    size: int = LARGEST
    seconds: float = SECONDS
    redirects: int = REDIRECTS


@dataclass(frozen=True, slots=True)
class Fetched:
    """A document: where it was found in the end, its media type without parameters, its bytes.

    `near` says that it lies on this machine or in its network, so that it may name what lies there, too.
    """

    url: str
    kind: str
    content: bytes
    near: bool = False


class ForbiddenError(OSError):
    """An address that must not be asked."""


def fetch(url: str, accept: str, trusted: bool, limits: Limits = Limits()) -> Fetched:
    """The document at an address, its fragment left off; `trusted` where what names it may name what lies near.

    No credentials are sent, no cookies kept. Raises InputError with the address as its file.
    """
    end, here, near = time.monotonic() + limits.seconds, urldefrag(url).url, trusted
    for _ in range(limits.redirects + 1):
        _check(here, url)
        got, near = _answer(here, accept, url, near, end)
        with got:
            if got.status_code not in MOVED:
                return replace(_document(got, here, url, limits, end), near=near)
            here = _next(here, got.headers.get("Location", ""), url)
    raise InputError(f"redirects more than {limits.redirects} times", file=url)


def _check(here: str, url: str) -> None:
    try:
        parts = urlsplit(here)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        fine = False
    if not fine:
        raise InputError("is not fetched: only http and https are, without a password", file=url)


def _next(here: str, location: str, url: str) -> str:
    there = urldefrag(urljoin(here, location)).url
    if not location or (here.startswith("https:") and not there.startswith("https:")):
        raise InputError(f"redirects to {location or 'nowhere'}, which is not followed", file=url)
    return there


def _answer(here: str, accept: str, url: str, near: bool, end: float) -> tuple[requests.Response, bool]:
    """The answer of an address, its body not yet read, and whether it lies near; asked as a public one first."""
    try:
        return _asked(here, accept, _Public(), end), False
    except requests.RequestException as e:
        if not (near and isinstance(_innermost(e), ForbiddenError)):
            raise InputError(f"cannot be fetched: {_why(e)}", file=url) from e
    try:
        return _asked(here, accept, _Near(), end), True
    except requests.RequestException as e:
        raise InputError(f"cannot be fetched: {_why(e)}", file=url) from e


def _asked(here: str, accept: str, adapter: HTTPAdapter, end: float) -> requests.Response:
    client = requests.Session()
    client.auth = lambda request: request  # nor those of ~/.netrc
    client.headers["User-Agent"] = f"newsgraph/{__version__}"
    client.mount(f"{urlsplit(here).scheme}://", adapter)
    wait = max(0.1, min(PATIENCE, end - time.monotonic()))
    return client.get(here, headers={"Accept": accept}, timeout=wait, stream=True, allow_redirects=False)


def _document(got: requests.Response, here: str, url: str, limits: Limits, end: float) -> Fetched:
    if got.status_code != 200:
        raise InputError(f"cannot be fetched: the server answers {got.status_code} {got.reason}", file=url)
    try:
        content = b"".join(_pieces(got, url, limits, end))
    except requests.RequestException as e:
        raise InputError(f"cannot be fetched: {_why(e)}", file=url) from e
    return Fetched(here, got.headers.get("Content-Type", "").partition(";")[0].strip().lower(), content)


def _pieces(got: requests.Response, url: str, limits: Limits, end: float) -> Iterator[bytes]:
    size = 0
    for piece in got.iter_content(PIECE):
        size += len(piece)
        if size > limits.size:
            raise InputError(f"holds more than {limits.size:,} bytes", file=url)
        if time.monotonic() > end:
            raise InputError(f"takes more than {limits.seconds:g} seconds", file=url)
        yield piece


def _why(error: BaseException) -> str:
    """The innermost reason, in a few words."""
    last = _innermost(error)
    if isinstance(error, requests.Timeout) or isinstance(last, TimeoutError):
        return "no answer in time"
    return (last.strerror if isinstance(last, OSError) and last.strerror else str(last) or type(last).__name__).lower()


def _innermost(error: BaseException) -> BaseException:
    """What the libraries have wrapped."""
    inside = getattr(error, "reason", None) or next((a for a in error.args if isinstance(a, BaseException)), None)
    inside = inside if isinstance(inside, BaseException) else error.__cause__
    return error if inside is None else _innermost(inside)


def _allowed(address: str, near: bool) -> None:
    """Raise ForbiddenError for the address of a peer that must not be asked."""
    found = ip_address(address.partition("%")[0])
    found = getattr(found, "ipv4_mapped", None) or found
    if found.is_link_local or found.is_multicast or found.is_unspecified or not (near or found.is_global):
        raise ForbiddenError(f"{found} is no public address")


class _NearPlain(HTTPConnection):
    """A connection that looks at its peer before it says anything."""

    near = True

    def _new_conn(self) -> Any:
        return _seen(super()._new_conn(), self.near)


class _NearSecure(HTTPSConnection):
    """The same with TLS."""

    near = True

    def _new_conn(self) -> Any:
        return _seen(super()._new_conn(), self.near)


def _seen(socket: Any, near: bool) -> Any:
    try:
        _allowed(socket.getpeername()[0], near)
    except ForbiddenError:
        socket.close()
        raise
    return socket


class _PublicPlain(_NearPlain):
    near = False


class _PublicSecure(_NearSecure):
    near = False


class _Pool(HTTPConnectionPool):
    ConnectionCls = _NearPlain


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _NearSecure


class _PublicPool(HTTPConnectionPool):
    ConnectionCls = _PublicPlain


class _PublicSecurePool(HTTPSConnectionPool):
    ConnectionCls = _PublicSecure


class _Near(HTTPAdapter):
    """Connects to anything but link-local addresses. A proxy of the environment's is asked as it is."""

    pools: ClassVar[dict[str, type[HTTPConnectionPool]]] = {"http": _Pool, "https": _SecurePool}

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """With connections that look at their peers."""
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = self.pools


class _Public(_Near):
    """Connects to public addresses only."""

    pools: ClassVar[dict[str, type[HTTPConnectionPool]]] = {"http": _PublicPool, "https": _PublicSecurePool}
