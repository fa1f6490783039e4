"""By which nouns well-known companies are called: «der Autobauer» can mean one of them and not another.

Like `newsgraph.background` it only helps to understand whom a text means; nothing of it is written to a graph.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from newsgraph.data import folder

CACHE = 4_000  # nouns


@dataclass(frozen=True, slots=True)
class Trade:
    """Whom nouns that begin, or end, so mean; a loose one may mean others too."""

    begins: tuple[str, ...]
    nouns: tuple[str, ...]
    companies: frozenset[str]
    loose: bool


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(folder("graph").joinpath("names").joinpath("trades.toml").read_text("utf-8"))


@cache
def _trades() -> tuple[Trade, ...]:
    return tuple(
        Trade(
            tuple(t["begins"]), tuple(t["nouns"]), frozenset(f"ngi:{c}" for c in t["companies"]), bool(t.get("loose"))
        )
        for t in _table()["trade"]
    )


@cache
def known() -> frozenset[str]:
    """The ids of the companies whose trade is known: no start-ups."""
    return frozenset().union(*(t.companies for t in _trades()))


@lru_cache(CACHE)
def _told(noun: str) -> tuple[Trade, ...]:
    """The trades that a noun in lower case tells; of those that begin like it the longest beginning."""
    ends = tuple(_table()["ends"])
    found = [(len(n), t) for t in _trades() for n in t.nouns if noun.endswith(n)]
    found += [
        (len(b), t) for t in _trades() for b in t.begins
        if noun.startswith(b) and noun[len(b) :].lstrip("s-").startswith(ends)
    ]  # fmt: skip
    longest = max((n for n, _ in found), default=0)
    return tuple(t for n, t in found if n == longest)


def plies(noun: str, company: str) -> bool | None:
    """Whether the company with this id is called by such a noun (lower case); None where nothing is known of it, or the noun
    tells no trade."""
    trades = _told(noun) if company in known() else ()
    if any(company in t.companies for t in trades):
        return True
    return False if trades and not any(t.loose for t in trades) else None


@lru_cache(CACHE)
def share(company: str, other: str) -> bool:
    """Whether the companies with these ids are known to be in one trade."""
    return any(company in t.companies and other in t.companies for t in _trades())
