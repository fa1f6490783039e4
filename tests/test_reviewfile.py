"""Review files: what is wrong in one is told with its line, and what is written is sorted and reads back the same."""

import tomllib
from pathlib import Path

import pytest

from newsgraph import reviewfile
from newsgraph.errors import DataError

REVIEWS = Path(__file__).parent / "reviews"
HEAD = 'article = "meldung"\n'
DISPUTE = (REVIEWS / "dispute.toml").read_text("utf-8")
ADD = (REVIEWS / "add.toml").read_text("utf-8")
NODES = (REVIEWS / "node.toml").read_text("utf-8")

# a file, what is said of it
BROKEN = [
    ("x = [", "is no TOML"),
    ('by = "x"', "unknown key 'by'"),
    ("[[review]]\nquote = 3", "[[review]] needs 'decision'"),
    ('[[review]]\nquoet = "x"', "unknown key 'quoet' in [[review]]"),
    (DISPUTE.replace('"dispute"', '"doubt"'), "decision is 'doubt', expected one of confirm reject dispute"),
    (DISPUTE.replace("reason", "#"), "dispute needs a reason"),
    (DISPUTE.replace("2025-01-24", '"2025-01-24"'), "date must be a date such as 2025-01-24"),
    (DISPUTE.replace("ng:country", "ng:contry"), "ng:contry is no property of the ontology; perhaps ng:country"),
    (DISPUTE.replace('object = "Deutschland"\n', ""), "either subject, predicate and object are needed, or describes"),
    (ADD + 'modality = "sure"', "modality is 'sure'"),
    (NODES.replace("metric", "metrik"), "ng:metrik is no property of the ontology; perhaps ng:metric"),
]


@pytest.mark.parametrize(("toml", "error"), BROKEN, ids=[e for _, e in BROKEN])
def test_a_broken_file_is_told(toml: str, error: str) -> None:
    with pytest.raises(DataError) as found:
        reviewfile.parse((HEAD + toml).encode(), "r.toml")
    assert str(found.value).startswith("r.toml:")
    assert error in str(found.value)
    assert len(BROKEN) == 11


def test_a_file_without_article_is_told() -> None:
    with pytest.raises(DataError, match="needs the name or the digest of its article"):
        reviewfile.parse(DISPUTE.encode(), "r.toml")


def test_writing_is_sorted_and_reads_back_the_same() -> None:
    toml = f"# Kept.\n{HEAD}{ADD}{NODES}{DISPUTE}".replace("Erika", 'Eri\\u007fk\\"a')
    file = reviewfile.parse(toml.encode(), "r.toml")
    content = reviewfile.dump(file)
    assert content.startswith(b'# Kept.\narticle = "meldung"\n\n[[node]]\n')
    again = reviewfile.parse(content, "r.toml")
    assert reviewfile.dump(again) == content
    same = [e.data for e in again.entries if any(e.kind == f.kind and e.data == f.data for f in file.entries)]
    assert (len(same), len(again.entries), len(file.entries)) == (5, 5, 5)
    assert set(tomllib.loads(content.decode())) == {"article", "node", "review", "add"}


def test_a_second_decision_of_the_same_reviewer_replaces_the_first() -> None:
    file = reviewfile.parse((HEAD + DISPUTE).encode(), "r.toml")
    data = dict(file.entries[0].data)
    assert len(reviewfile.put_in(file, "review", data | {"decision": "confirm"}).entries) == 1
    assert len(reviewfile.put_in(file, "review", data | {"by": "Max"}).entries) == 2


def test_the_kept_files_are_as_a_command_writes_them() -> None:
    folder = Path(__file__).parents[1] / "graph/reviews"
    files = reviewfile.load(folder)
    assert [f.file for f in files if reviewfile.dump(f) != Path(f.file).read_bytes()] == []
    assert len(files) >= 1
