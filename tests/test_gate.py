"""The gate keeps frames from being tried in vain: it changes what is tried, never what is read."""

from pathlib import Path

import pytest

from newsgraph import frame, occupancy, pattern
from newsgraph.article import parse
from newsgraph.clause import Clause
from newsgraph.cue import Index
from newsgraph.gate import asks, worthwhile
from newsgraph.language import load
from newsgraph.parse import Parse
from newsgraph.reading import read_article

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))[::12]
PATTERNS = pattern.load("de")
FRAMES = {f.name: f for f in (*PATTERNS.offices, *PATTERNS.others)}


def needs(name: str) -> set[frozenset[str]]:
    return set(asks(FRAMES[name], load("de")))


def test_a_frame_asks_for_the_signs_of_its_needs() -> None:
    assert needs("located/name-from") == {frozenset({"aus"})}
    assert needs("country/national-company") == {frozenset({"@country"})}
    assert needs("position/second-in") >= {frozenset({"@second"})}
    assert needs("acquires/take-over") == set()  # who and what have no form of their own
    assert sum(bool(asks(f, load("de"))) for f in FRAMES.values()) > len(FRAMES) // 4


def test_what_is_read_is_the_same_without_the_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [parse(f.read_bytes(), f.name) for f in ARTICLES]
    texts += [parse(e.text.encode(), "example.txt", language="de") for e in (*PATTERNS.examples, *PATTERNS.refusals)]
    gated = [read_article(a) for a in texts]
    refused = set[str]()

    def open_gate(p: Parse, clause: Clause, table: Index, frames: tuple[int, ...]) -> tuple[int, ...]:
        passed = worthwhile(p, clause, table, frames)
        refused.update(table.frames[i].name for i in frames if i not in passed)
        return frames

    monkeypatch.setattr(frame, "worthwhile", open_gate)
    monkeypatch.setattr(occupancy, "is_empty", lambda p, clause, slot: False)
    monkeypatch.setattr(occupancy, "_wanted", lambda frame: ())
    assert [read_article(a) for a in texts] == gated
    assert (len(ARTICLES) >= 6, len(texts) >= 190, len(refused) >= 30) == (True, True, True)
