"""The seed article, statement by statement: what the reader finds alone, what a review adds, what is out of scope and why."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from newsgraph import reviewfile
from newsgraph.article import read
from newsgraph.claim import Reading
from newsgraph.desk import Desk
from newsgraph.reading import read_article
from newsgraph.review import apply

ROOT = Path(__file__).parents[2]
FACTS = tomllib.loads((Path(__file__).parent / "facts.toml").read_text("utf-8"))["fact"]
ALONE = read_article(read(ROOT / "seeds" / "bytedance-ki-investitionen.md"))
REVIEWED = apply(ALONE, reviewfile.load(ROOT / "graph" / "reviews"))


@dataclass(frozen=True)
class Said:
    """A claim in words."""

    start: int
    end: int
    says: str
    by: str
    how: str
    time: str
    condition: str


def _said(reading: Reading) -> list[Said]:
    found = []
    for claim, own in zip(reading.claims, Desk(reading).addresses, strict=True):
        says = own.get("describes") or f"{own['subject']} · {own['predicate']} · {own['object']}"
        how = "negated" if own["negated"] else own["modality"]
        found.append(Said(claim.start, claim.end, says, own["assertedBy"], how, claim.time_expression, claim.condition))
    return found


BY_STATUS = {"read": _said(ALONE), "review": _said(REVIEWED.reading)}


def test_every_statement_has_a_status() -> None:
    assert Counter(f["status"] for f in FACTS) == {"read": 93, "review": 11, "out": 12}
    assert [f["id"] for f in FACTS] == [f"F{n:03}" for n in range(1, 117)]


@pytest.mark.parametrize("fact", [f for f in FACTS if f["status"] != "out"], ids=lambda f: f["id"])
def test_a_claim_says_so(fact: dict[str, Any]) -> None:
    start, end = fact["at"]
    near = [s for s in BY_STATUS[fact["status"]] if s.start < end and start < s.end]
    same = [s for s in near if fact["says"] in s.says and (s.by, s.how) == (fact["by"], fact["how"])]
    assert same, near
    for key in {"time", "condition"} & set(fact):
        assert fact[key] in {getattr(s, key) for s in same}


def test_what_is_left_out_has_a_reason() -> None:
    left_out = [f for f in FACTS if f["status"] != "read"]
    assert len(left_out) == 23
    assert all(len(f["why"]) > 15 for f in left_out)


def test_no_review_is_stale() -> None:
    assert REVIEWED.stale == ()
