"""The competency questions: SPARQL that has a name and a sentence."""

import re
from dataclasses import dataclass

from newsgraph.data import folder


@dataclass(frozen=True, slots=True)
class Question:
    """A competency question: its name, its sentence in German and English, its SPARQL."""

    name: str
    de: str
    en: str
    sparql: str


def questions() -> list[Question]:
    """The questions of graph/queries/*.rq; the first two comments are the sentence (de:, en:)."""
    place = folder("graph").joinpath("queries")
    files = (f for f in place.iterdir() if f.name.endswith(".rq")) if place.is_dir() else ()
    return [
        _question(f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in sorted(files, key=lambda file: file.name)
    ]


def _question(name: str, sparql: str) -> Question:
    found = dict(re.findall(r"^# (de|en): (.+)$", sparql, re.MULTILINE))
    return Question(name, found.get("de", ""), found.get("en", ""), sparql)
