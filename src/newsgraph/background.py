"""What everybody knows of well-known companies: where they sit, by whose products they are called.

It only helps to understand whom a text means («die Kalifornier», «der Alpha-Entwickler»); nothing of it is written to a graph.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from newsgraph.data import folder
from newsgraph.language import Place
from newsgraph.region import REGIONS, inside

WIDE = ("continent", "union")


@cache
def _seats() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """id of a company → (ISO 3166-1 code of its country, its towns)."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for iso, towns in _read("seats.toml").items():
        for town, companies in towns.items():
            for name in companies:
                known = found.get(f"ngi:{name}", (iso, ()))[1]
                found[f"ngi:{name}"] = (iso, (*known, *((town,) if town else ())))
    return found


@cache
def _makers() -> Mapping[str, tuple[str, ...]]:
    """A product, service or brand in lower case → ids of the companies that are called by it."""
    found: dict[str, tuple[str, ...]] = {}
    for company, names in sorted(_read("makers.toml").items()):
        for name in names:
            found[name.lower()] = (*found.get(name.lower(), ()), f"ngi:{company}")
    return found


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(folder("graph").joinpath("names").joinpath(name).read_text("utf-8"))


def makers(product: str) -> tuple[str, ...]:
    """The ids of the companies that are called by a product («der iPhone-Konzern»)."""
    return _makers().get(product.lower(), ())


def sits(company: str, place: Place) -> bool | None:
    """Whether the company with this id sits in a place; None where that is not known."""
    if company not in _seats():
        return None
    iso, towns = _seats()[company]
    if place.iso == iso or place.name in towns:
        return True
    country = "" if place.kind in WIDE else place.iso or place.country
    if country != iso:
        return False if country else None
    if place.kind in REGIONS and towns:
        return False if all(inside(town, place.name) is False for town in towns) else None
    return False if towns and place.kind == "city" else None
