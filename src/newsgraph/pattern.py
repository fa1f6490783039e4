"""Patterns: how text says a relation, as frames in patterns/<language>/*.toml, one relation a file.

A frame is opened by a cue (a verb, a noun, a noun at the end of a compound) and asks for roles. A role is written
"SLOT… : TYPE": where in the clause its filler stands, and what it must be. The examples and refusals in the file are its tests.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsgraph.data import files_in, folder
from newsgraph.errors import DataError

FILE_KEYS = {"relation", "says", "frame", "example", "refusal"}
FRAME_KEYS = {
    "name",
    "verbs",
    "nouns",
    "words",
    "roles",
    "needs",
    "set",
    "modality",
    "not_with",
    "aside",
    "negated",
    "sum",
}
TYPES = {
    "agent",
    "company",
    "person",
    "product",
    "app",
    "chip",
    "body",
    "place",
    "money",
    "count",
    "percent",
    "people",
    "bare",
    "times",
    "thing",
    "name",
    "regulation",
    "investment",
    "round",
    "media",
    "text",
    "owned",
    "user-thing",
    "organization",
    "staff",
    "country",
    "city",
    "city-place",
    "facility",
    "facility-event",
    "maker's",
    "state",
    "another-name",
    "nameable",
    "market",
    "acronym",
    "rule",
    "affected",
    "lawmaker",
    "duration",
    "deal",
    "goods",
    "majority",
    "minority",
    "buyer",
    "categorised",
    "concept",
    "brand",
    "client",
    "contender",
    "market-scope",
    "superlative",
    "second",
    "third",
    "leading",
    "gloss",
    "trade",
    "area",
    "year",
    "deed",
    "ban",
    "project",
    "funds",
    "authority",
    "part",
    "stake",
    "ware",
    "own-ware",
    "the-ware",
    "typed-product",
    "definite-ware",
    "unnamed",
    "upstream",
    "downstream",
}


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a frame: its name, the slots in order of preference, and the type of its filler."""

    name: str
    slots: tuple[str, ...]
    type: str


@dataclass(frozen=True, eq=False)
class Frame:
    """One way to say a relation. `needs` lists alternatives: of each group («amount|target») one role must be filled."""

    name: str
    relation: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    words: tuple[str, ...]
    roles: tuple[Role, ...]
    needs: tuple[tuple[str, ...], ...]
    set: Mapping[str, str]
    modality: str
    not_with: frozenset[str]
    aside: bool
    negated: bool = False  # says that it is not so («verschwindet vom Markt»)
    sum: bool = False  # opened by what governs a sum that no other frame has read (newsgraph.router)


@dataclass(frozen=True)
class Example:
    """A sentence of a pattern file and what must (or must not) be read from it."""

    file: str
    text: str
    says: tuple[str, ...]


@dataclass(frozen=True, eq=False)  # one value a language: kept in caches as itself
class Patterns:
    """All frames of a language: those that words open, and those for the sums that these leave."""

    frames: tuple[Frame, ...]
    sums: tuple[Frame, ...]
    examples: tuple[Example, ...]
    refusals: tuple[Example, ...]
    offices: tuple[Frame, ...]  # of the frames, those that tell who leads what
    others: tuple[Frame, ...]


@cache
def load(language: str) -> Patterns:
    """The patterns of a language. Raises DataError on a key or type nobody knows."""
    place = folder("patterns").joinpath(language)
    frames, examples, refusals = list[Frame](), list[Example](), list[Example]()
    for file in files_in(place, ".toml"):
        data = _parsed(file.name, file.read_text("utf-8"))
        stem = file.name.removesuffix(".toml")
        frames += [_frame(stem, data["relation"], f) for f in data.get("frame", ())]
        examples += [Example(stem, e["text"], tuple(e["says"])) for e in data.get("example", ())]
        refusals += [Example(stem, e["text"], tuple(e["says"])) for e in data.get("refusal", ())]
    sums = tuple(f for f in frames if f.sum)
    plain = tuple(f for f in frames if not f.sum)
    offices = tuple(f for f in plain if f.relation == "office")
    others = tuple(f for f in plain if f.relation != "office")
    return Patterns(plain, sums, tuple(examples), tuple(refusals), offices, others)


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise DataError(f"is no TOML: {e}", file=name) from e
    _known(data, FILE_KEYS, name)
    for frame in data.get("frame", ()):
        _known(frame, FRAME_KEYS, name)
    return data


def _known(table: Mapping[str, Any], keys: set[str], file: str) -> None:
    if strange := sorted(set(table) - keys):
        raise DataError(f"unknown key {strange[0]!r}", file=file, advice=f"known: {' '.join(sorted(keys))}")


def _frame(stem: str, relation: str, data: Mapping[str, Any]) -> Frame:
    return Frame(
        name=f"{stem}/{data['name']}",
        relation=relation,
        verbs=frozenset(data.get("verbs", ())),
        nouns=frozenset(n.lower() for n in data.get("nouns", ())),
        words=tuple(data.get("words", ())),
        roles=tuple(_role(stem, name, spec) for name, spec in data.get("roles", {}).items()),
        needs=tuple(tuple(group.split("|")) for group in data.get("needs", ())),
        set=data.get("set", {}),
        modality=data.get("modality", ""),
        not_with=frozenset(data.get("not_with", ())),
        aside=data.get("aside", False),
        negated=data.get("negated", False),
        sum=data.get("sum", False),
    )


def _role(stem: str, name: str, spec: str) -> Role:
    slots, _, kind = spec.partition(" : ")
    if kind not in TYPES:
        raise DataError(f"role {name}: unknown type {kind!r}", file=stem, advice=f"known: {' '.join(sorted(TYPES))}")
    return Role(name, tuple(slots.split()), kind)
