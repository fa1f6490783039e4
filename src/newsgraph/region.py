"""In which state or region a town lies: «die Schwaben» can mean a company from Ulm, and none from Kiel.

Like `newsgraph.background` it only helps to understand whom a text means; nothing of it is written to a graph.
"""

import tomllib
from collections.abc import Mapping
from functools import cache

from newsgraph.data import folder

REGIONS = ("region", "state")


@cache
def _states() -> Mapping[str, frozenset[str]]:
    """A town, a region or a state → the states that it lies in."""
    text = folder("graph").joinpath("names").joinpath("states.toml").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for state in tomllib.loads(text)["state"]:
        for name in (state["name"], *state.get("regions", ()), *state["towns"]):
            found.setdefault(name, set()).add(state["name"])
    return {name: frozenset(states) for name, states in found.items()}


def inside(town: str, region: str) -> bool | None:
    """Whether a town, or a region, lies in a region or shares a state with it; None where that is not known."""
    where, wide = _states().get(town), _states().get(region)
    return None if where is None or wide is None else not where.isdisjoint(wide)
