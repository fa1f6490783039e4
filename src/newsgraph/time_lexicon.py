"""The words and phrases of time of a language (languages/*/dates.toml) as one value: a tree of phrases with slots.

A phrase is a path of words and slots («bis», "<MONTH>", "<YEAR>"); its end holds what the file says of it. The longest
path that fits is found in as many steps as the longest phrase has words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Table = Mapping[str, Any]
PIECES = re.compile(
    r"DAY\.MM\.YEAR|DAY\.MM(?=\.)|YEAR-MM-DD|YEARer-Jahren?|(?:YEAR|NUMBER)er(?=\s|$)|WEEKDAY|DAY(?=\.)|MONTH|SEASON|ORDINAL|YEAR|NUMBER"
    r"|DIRECTION|UNIT|\d+(?:[.:]\d+)*(?=[.\s]|$)|\w+(?:[-'’]\w+)*|[^\w\s]"
)
SLOTS = {
    "DAY.MM.YEAR": "DMY",
    "DAY.MM": "DM",
    "YEAR-MM-DD": "YMD",
    "YEARer-Jahre": "DECADES",
    "YEARer-Jahren": "DECADES",
    "YEARer": "DECADE",
    "NUMBERer": "DECADE",
}
PLAIN = ("WEEKDAY", "DAY", "MONTH", "SEASON", "ORDINAL", "YEAR", "NUMBER", "DIRECTION", "UNIT")


@dataclass
class Node:
    """A place in the tree: what may follow, by word or slot, and what a phrase that ends here says."""

    words: dict[str, "Node"] = field(default_factory=dict)
    slots: dict[str, "Node"] = field(default_factory=dict)
    says: Table | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """Words before an expression: what they make of it; `end` is the word that must close it («von Montag an»)."""

    words: tuple[str, ...]
    kind: str
    tense: str = ""
    end: tuple[str, ...] = ()
    part: str = ""


@dataclass(frozen=True, eq=False)
class TimeWords:
    """languages/*/dates.toml."""

    tree: Node
    months: Mapping[str, int]
    short_months: frozenset[str]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    units: Mapping[str, str]
    unit_adjectives: Mapping[str, str]
    ordinals: Mapping[str, int]
    directions: Mapping[str, int]
    leads: Mapping[str, tuple[Lead, ...]]
    articles: frozenset[str]


def time_words(dates: Table, endings: Sequence[str]) -> TimeWords:
    """Read dates.toml."""
    tree = Node()
    for row in (*dates["vague"], *dates["pattern"], *dates["relative"]):
        text = row.get("pattern") or row["phrase"]
        _put(tree, tuple(_steps(text, "pattern" in row)), row if "time" not in row else {**row, "kind": "vague"})
    leads: dict[str, tuple[Lead, ...]] = {}
    for row in dates["lead"]:
        for text in row["words"]:
            words = tuple(text.lower().split())
            lead = Lead(words, row["kind"], row.get("tense", ""), tuple(row.get("end", ())), row.get("part", ""))
            leads[words[0]] = tuple(sorted((*leads.get(words[0], ()), lead), key=lambda x: (-len(x.words), not x.end)))
    months = {w: m["value"] for m in dates["month"] for w in m["words"]}
    return TimeWords(
        tree,
        months,
        frozenset(
            w
            for m in dates["month"]
            for w in m["words"]
            if w.endswith(".") or (w != m["name"] and len(w) < 5 and m["name"].startswith(w))
        ),
        {w: d["value"] for d in dates["weekday"] for w in d["words"]},
        {w: (int(s["months"][:2]), int(s["months"][3:])) for s in dates["season"] for w in s["words"]},
        {w: u["unit"] for u in dates["unit"] for w in u["words"]},
        {a: u["unit"] for u in dates["unit"] for a in u.get("adjectives", ())},
        {o["word"]: o["value"] for o in dates["ordinal"]},
        {w + ending: d["offset"] for d in dates["direction"] for w in d["stems"] for ending in endings},
        leads,
        frozenset(w for a in dates["article"] for w in a["words"]),
    )


def _steps(text: str, slots: bool) -> Iterator[str]:
    for piece in PIECES.findall(text):
        if slots and (piece in SLOTS or piece in PLAIN):
            yield f"<{SLOTS.get(piece, piece)}>"
        else:
            yield piece


def _put(tree: Node, steps: tuple[str, ...], says: Table) -> None:
    node = tree
    for step in steps:
        node = (node.slots if step.startswith("<") else node.words).setdefault(step, Node())
    node.says = says
