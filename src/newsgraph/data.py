"""Where the project's data lies: inside the installed package, or beside the source in a checkout."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

FOLDERS = ("ontology", "shapes", "languages", "patterns", "seeds", "graph")


@cache
def folder(name: str) -> Traversable:
    """The data folder `name` (one of FOLDERS), as shipped in the wheel or as it lies in the checkout.

    >>> folder("ontology").joinpath("newsgraph.ttl").is_file()
    True
    """
    if name not in FOLDERS:
        raise ValueError(f"{name!r} is no data folder; there are {', '.join(FOLDERS)}")
    installed = files("newsgraph").joinpath(name)
    return installed if installed.is_dir() else Path(__file__).parents[2] / name


def files_in(place: Traversable, suffix: str) -> list[Traversable]:
    """The files of a folder and its sub-folders that end with `suffix`, sorted by path."""
    found: list[Traversable] = []
    for entry in sorted(place.iterdir(), key=lambda e: e.name):
        if entry.is_dir():
            found += files_in(entry, suffix)
        elif entry.name.endswith(suffix):
            found.append(entry)
    return found
