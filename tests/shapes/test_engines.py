"""pyrudof, an engine of its own in Rust, finds the same as the cases say.

pyrudof has no ontology graph beside the data, so that the ontology is read together with the case.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from .case import expected, files, name, ontology_text, shapes_text

pyrudof = pytest.importorskip("pyrudof")

BAD = [path for path in files() if path.name.startswith("bad-")]
DIFFERENCES: dict[str, str] = {}  # case → cause; no case differs with pyrudof 0.3.35 and pySHACL 0.40.1


@cache
def engine() -> "pyrudof.Rudof":
    rudof = pyrudof.Rudof(pyrudof.RudofConfig())
    rudof.read_shacl(shapes_text())
    return rudof


def results(text: str) -> Counter:
    rudof = engine()
    rudof.reset_data()  # reading with merge=False adds to what an earlier case left behind
    rudof.read_data(ontology_text() + text)
    report = rudof.validate_shacl()
    return Counter((e.severity, e.source_shape, e.constraint_component, e.focus_node) for e in report)


@pytest.mark.parametrize("path", BAD, ids=name)
def test_same_results(path: Path) -> None:
    same = results(path.read_text(encoding="utf-8")) == expected(path)
    assert same == (name(path) not in DIFFERENCES)


def test_differences_name_cases() -> None:
    assert set(DIFFERENCES) <= {name(path) for path in BAD}


def test_number_of_cases() -> None:
    assert len(BAD) == 202
