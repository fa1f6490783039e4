"""The W3C's suite: the screen gives what pySHACL gives, test by test, and pySHACL passes what it is known to pass."""

from collections import Counter
from functools import cache

import pytest

from newsgraph.errors import EngineError
from newsgraph.namespace import SH
from newsgraph.report import SEVERITIES, Result
from newsgraph.shape import validate
from newsgraph.term import VOCABULARY

from .w3c import FAILURE, FOLDER, Case, cases

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the W3C's suite is not beside the checkout")
PARTS = ("core", "sparql")
ALL = [case for part in PARTS for case in cases(part)] if FOLDER.is_dir() else []
FAILS = {"core": {"property/uniqueLang-002"}, "sparql": {"pre-binding/shapesGraph-001", "node/prefixes-001"}}


@cache
def results(name: str, engine: str) -> tuple[Result, ...] | str:
    """What an engine finds in a case, or its failure."""
    case = next(c for c in ALL if c.name == name)
    try:
        return validate(case.data, case.shapes, (), engine=engine).results
    except EngineError:
        return "failure"


def counted(found: tuple[Result, ...] | str) -> Counter[tuple[str, str, str]]:
    """The results as the suite compares them; the check of terms is not SHACL's."""
    if isinstance(found, str):
        return FAILURE
    return Counter(
        (str(r.focus_node), r.component, SH + SEVERITIES[r.severity]) for r in found if r.source != VOCABULARY
    )


@pytest.mark.parametrize("case", ALL, ids=lambda c: c.name)
def test_the_screen_finds_what_pyshacl_finds(case: Case) -> None:
    assert results(case.name, "screen") == results(case.name, "direct") == results(case.name, "pyshacl")


@pytest.mark.parametrize("part", PARTS)
def test_all_tests_pass_but_those_known_to_fail(part: str) -> None:
    failed = {c.name for c in cases(part) if counted(results(c.name, "screen")) != c.expected}
    assert failed <= FAILS[part]


def test_number_of_cases() -> None:
    assert [sum(1 for _ in cases(part)) for part in PARTS] == [98, 23]
