"""The diagram: classes as boxes, main properties as labelled arrows, laid out by hand in diagram.toml.

Everything is a value with coordinates, so that tests can compute overlaps; `width` errs on the wide side.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from newsgraph.docs.reference import Reference

HEAD, LINE, PAD = 44, 15, 10  # px: head of a box, a line of it, the space under the lines
TITLE, CODE, SMALL, LABEL = 14.0, 11.0, 11.5, 12.5  # px: font sizes

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the drawing."""

    x: float
    y: float
    w: float
    h: float

    def overlaps(self, other: "Area") -> bool:
        """Whether two areas have more than an edge in common."""
        beside = self.x + self.w <= other.x or other.x + other.w <= self.x
        return not beside and self.y < other.y + other.h and other.y < self.y + self.h


@dataclass(frozen=True, slots=True)
class Box:
    """A class: its CURIE, title, lines, area."""

    term: str
    title: str
    lines: tuple[str, ...]
    area: Area


@dataclass(frozen=True, slots=True)
class Arrow:
    """A property, or `is a kind of` where `properties` is empty: a path from box to box, and its label by lines."""

    properties: tuple[str, ...]
    start: str
    end: str
    points: tuple[Point, ...]
    label: tuple[str, ...] = ()
    at: Point = (0, 0)
    anchor: str = "middle"

    def label_area(self) -> Area:
        """Where the label lies; `at` is the baseline of its last line."""
        w, h = max((width(line, LABEL) for line in self.label), default=0), LINE * len(self.label)
        x = self.at[0] - {"start": 0, "middle": w / 2, "end": w}[self.anchor]
        return Area(x, self.at[1] - h + 4, w, h)


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn."""

    size: Point
    panels: tuple[tuple[str, str, Area], ...]  # name, title, area
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def width(words: str, size: float, wide: bool = False) -> float:
    """An upper estimate of the width of a text in px: sans-serif letters are narrower on average."""
    return len(words) * size * (0.6 if wide else 0.56)


@cache
def layout() -> dict[str, Any]:
    """The table diagram.toml."""
    return tomllib.loads(files("newsgraph.docs").joinpath("diagram.toml").read_text("utf-8"))


def drawing(about: Reference, language: str) -> Drawing:
    """The layout with the labels of a language."""
    table = layout()
    panels = tuple((p["name"], p["title"][language], Area(*p["area"])) for p in table["panel"])
    boxes = tuple(_box(row, about, language) for row in table["box"])
    arrows = tuple(_arrow(row, about, language) for row in table["arrow"])
    return Drawing((table["width"], table["height"]), panels, boxes, arrows)


def _label(about: Reference, curie: str, language: str) -> str:
    return about.terms[curie].label.get(language, curie) if curie in about.terms else curie


def _box(row: dict[str, Any], about: Reference, language: str) -> Box:
    title = row["label"][language] if "label" in row else _label(about, row["term"], language)
    lines = tuple(_label(about, p, language) for p in row.get("lines", ()))
    x, y = row["at"]
    return Box(row["term"], title, lines, Area(x, y, row["width"], HEAD + (LINE * len(lines) + PAD if lines else 0)))


def _arrow(row: dict[str, Any], about: Reference, language: str) -> Arrow:
    properties = tuple(row.get("properties", ()))
    label = " · ".join(_label(about, p, language) for p in properties)
    points = tuple((x, y) for x, y in row["points"])
    lines, at = tuple(wrap(label, row.get("wrap", 300))), tuple(row.get("label", (0, 0)))
    return Arrow(properties, row["from"], row["to"], points, lines, at, row.get("anchor", "middle"))


def wrap(words: str, limit: float) -> Iterator[str]:
    """Lines no wider than `limit` px where the words allow it."""
    line = ""
    for word in words.split():
        if line and width(f"{line} {word}", LABEL) > limit:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line
