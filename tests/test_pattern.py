"""Every example of patterns/ is read as its file says, every refusal is not. The examples are the patterns' documentation."""

from pathlib import Path

import pytest

from newsgraph import pattern
from newsgraph.article import parse
from newsgraph.claim import Literal, Reading
from newsgraph.errors import DataError
from newsgraph.reading import read_article
from newsgraph.relation import UNREAD

FILES = sorted((Path(__file__).parents[1] / "patterns" / "de").glob("*.toml"))
PATTERNS = pattern.load("de")
PATTERNS_OF = {f.name.partition("/")[0]: {f.relation} for f in PATTERNS.sums}


def lines(reading: Reading) -> set[str]:
    """What a reading says, in labels: «ng:investor Alpha», «amount 5 EUR», «modality planned», «by Beta», «a ng:Claim»."""
    things = {thing.id: thing for thing in reading.things}

    def name(value: object) -> str:
        if isinstance(value, Literal):
            return value.value.removesuffix(".0")
        thing = things.get(str(value))
        return (
            thing.label
            if thing is not None and thing.label
            else ""
            if thing is not None
            else str(value).removeprefix("ngc:")
        )

    found = {f"a ng:{thing.kind}" for thing in reading.things}
    for thing in reading.things:
        facts = {p: name(v) for p, v in thing.facts}
        found |= {f"{p} {v}" for p, v in facts.items()}
        found |= {
            f"amount {v} {facts.get('ng:currency', '')}".strip()
            for p, v in facts.items()
            if p in ("ng:value", "ng:atMost", "ng:moreThan")
        }
    for claim in reading.claims:
        if not claim.presupposed:
            found.add(f"modality {'denied' if claim.negated else claim.modality}")
        found.add(f"by {name(claim.asserted_by)}")
        if claim.predicate:
            found.add(" ".join(f"{claim.predicate} {name(claim.subject)} {name(claim.object)}".split()))
            for predicate, value in things[str(claim.object)].facts if str(claim.object) in things else ():
                if predicate in ("skosxl:literalForm", "ng:market"):
                    found.add(
                        f"{'ng:marketName' if predicate[0] == 's' else predicate} {name(claim.subject)} {name(value)}"
                    )
                    found.add(f"{predicate} {name(value)}")
    return found


def read(text: str) -> set[str]:
    return lines(read_article(parse(text.encode(), "example.txt")))


def said(item: str, found: set[str]) -> bool:
    first, _, rest = item.partition(" ")
    return item in found or any(line.startswith(first + " ") and line.endswith(" " + rest) for line in found)


def test_every_file_has_examples_and_a_refusal() -> None:
    assert len(FILES) >= 16
    for file in FILES:
        unread = PATTERNS_OF.get(file.stem) == {UNREAD}
        assert unread or any(e.file == file.stem for e in PATTERNS.examples), file.name
        assert any(e.file == file.stem for e in PATTERNS.refusals), file.name


@pytest.mark.parametrize("example", PATTERNS.examples, ids=lambda e: f"{e.file}: {e.text[:40]}")
def test_example_is_read(example: pattern.Example) -> None:
    found = read(example.text)
    missing = [item for item in example.says if not said(item, found)]
    assert not missing, f"{missing} is not among {sorted(found)}"


@pytest.mark.parametrize("refusal", PATTERNS.refusals, ids=lambda e: f"{e.file}: {e.text[:40]}")
def test_refusal_is_not_read(refusal: pattern.Example) -> None:
    found = read(refusal.text)
    wrong = [line for item in refusal.says for line in found if item in line]
    assert not wrong


def test_frames_have_different_names() -> None:
    names = [frame.name for frame in (*PATTERNS.frames, *PATTERNS.sums)]
    assert len(names) == len(set(names)) >= 100


def test_unknown_key_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "bad.toml").write_text('relation = "provides"\nsays = {}\ncolour = "red"\n')
    monkeypatch.setattr(pattern, "folder", lambda name: tmp_path)
    with pytest.raises(DataError, match="unknown key 'colour'"):
        pattern.load.__wrapped__("xx")


def test_unknown_type_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    text = 'relation = "provides"\nsays = {}\n[[frame]]\nname = "a"\nroles = { company = "agent : colour" }\n'
    (tmp_path / "xx" / "bad.toml").write_text(text)
    monkeypatch.setattr(pattern, "folder", lambda name: tmp_path)
    with pytest.raises(DataError, match="unknown type 'colour'"):
        pattern.load.__wrapped__("xx")
