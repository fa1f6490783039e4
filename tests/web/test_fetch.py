"""Documents from the web: a real server, and limits on size, time, redirects and addresses."""

import gzip

import pytest

from newsgraph.errors import InputError
from newsgraph.fetch import Limits, _allowed, fetch

from .server import page, serving

ANY = "*/*"


def refused(url: str, trusted: bool = True, limits: Limits = Limits()) -> str:  # noqa: B008  frozen
    with pytest.raises(InputError) as caught:
        fetch(url, ANY, trusted, limits)
    assert caught.value.file == url
    return caught.value.message


def test_a_document_comes_with_its_kind_and_nothing_of_the_users_goes() -> None:
    with serving({"/a": page("Ä", "text/turtle; charset=utf-8", **{"Set-Cookie": "a=b"})}) as web:
        found = fetch(f"{web.here}/a#part", "text/turtle", True)
        again = fetch(f"{web.here}/a", "text/turtle", True)
    assert (found.url, found.kind, found.content, found.near) == (f"{web.here}/a", "text/turtle", "Ä".encode(), True)
    assert again == found
    assert [path for path, _ in web.asked] == ["/a", "/a"]
    assert not {"Authorization", "Cookie", "Referer"} & {name for _, headers in web.asked for name in headers}
    assert web.asked[0][1]["Accept"] == "text/turtle"


def test_redirects_are_followed_a_few_times() -> None:
    chain = {f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(9)} | {"/9": page("end")}
    with serving(chain) as web:
        assert fetch(f"{web.here}/5", ANY, True).url == f"{web.here}/9"
        assert refused(f"{web.here}/3") == "redirects more than 5 times"


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://example.org/", "", "http://a:b@127.0.0.1/"])
def test_redirects_out_of_the_web_are_not_followed(location: str) -> None:
    with serving({"/": (301, {"Location": location} if location else {}, b"")}) as web:
        assert "not f" in refused(f"{web.here}/")


def test_what_is_too_large_too_slow_or_not_there() -> None:
    packed = gzip.compress(b" " * 1_000_000)
    pages = {"/big": page("x" * 1001), "/packed": (200, {"Content-Encoding": "gzip"}, packed)}
    with serving(pages) as web:
        assert refused(f"{web.here}/big", limits=Limits(size=1000)) == "holds more than 1,000 bytes"
        assert refused(f"{web.here}/packed", limits=Limits(size=1000)) == "holds more than 1,000 bytes"
        assert refused(f"{web.here}/none") == "cannot be fetched: the server answers 404 Not Found"
        assert len(fetch(f"{web.here}/big", ANY, True, Limits(size=1001)).content) == 1001
    assert refused(f"{web.here}/big") == "cannot be fetched: connection refused"
    with serving({"/": page("x" * 100)}, slow=0.1) as web:
        assert refused(f"{web.here}/", limits=Limits(seconds=0.5)) == "takes more than 0.5 seconds"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a", "http://", "http://u:p@127.0.0.1/", "x"])
def test_only_the_web_is_asked(url: str) -> None:
    assert refused(url) == "is not fetched: only http and https are, without a password"


def test_what_the_web_names_must_be_public() -> None:
    with serving({"/": page("secret")}) as web:
        assert refused(f"{web.here}/", trusted=False) == "cannot be fetched: 127.0.0.1 is no public address"
        assert refused(f"{web.here.replace('127.0.0.1', 'localhost')}/", trusted=False).endswith("no public address")
    assert web.asked == []


ADDRESSES = {
    "8.8.8.8": (True, True),
    "2606:4700::1111": (True, True),
    "127.0.0.1": (True, False),
    "10.1.2.3": (True, False),
    "192.168.1.1": (True, False),
    "::1": (True, False),
    "fd00::1": (True, False),
    "100.64.0.1": (True, False),
    "::ffff:127.0.0.1": (True, False),
    "169.254.169.254": (False, False),
    "::ffff:169.254.169.254": (False, False),
    "fe80::1%eth0": (False, False),
    "0.0.0.0": (False, False),
    "224.0.0.1": (False, False),
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_which_addresses_may_be_asked(address: str) -> None:
    """Near ones where a file of the user's names them, link-local ones never."""

    def allowed(near: bool) -> bool:
        try:
            _allowed(address, near)
        except OSError:
            return False
        return True

    assert (allowed(near=True), allowed(near=False)) == ADDRESSES[address]
    assert len(ADDRESSES) == 14
