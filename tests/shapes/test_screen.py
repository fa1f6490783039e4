"""Our own shapes through the screen: every case gives what pySHACL gives."""

from collections import Counter
from pathlib import Path

import pytest

from newsgraph.rdf import read
from newsgraph.report import SEVERITIES
from newsgraph.shape import validate

from .case import expected, files, name

ALL = files()
SOME = ALL[::12]


def found(path: Path) -> Counter:
    """The results of the screen, as a case names them; the check of terms is none of SHACL's."""
    report = validate(read(path), engine="screen")
    assert report.notes == ()
    results = (r for r in report if not r.shape.endswith("#Vocabulary"))
    return Counter((SEVERITIES[r.severity], r.shape, r.component, r.focus) for r in results)


@pytest.mark.parametrize("path", SOME, ids=name)
def test_case(path: Path) -> None:
    assert found(path) == expected(path)


@pytest.mark.slow
def test_all_cases() -> None:
    assert [name(path) for path in ALL if found(path) != expected(path)] == []


@pytest.mark.parametrize("path", ALL[5::60], ids=name)
def test_the_reports_are_identical(path: Path) -> None:
    assert validate(read(path), engine="screen").results == validate(read(path), engine="pyshacl").results


def test_number_of_cases() -> None:
    assert (len(ALL), len(SOME), len(ALL[5::60])) == (369, 31, 7)
