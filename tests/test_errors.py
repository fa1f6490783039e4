"""Every error says its place, what was expected and what to do, and has its exit code."""

import inspect

import pytest

from newsgraph import errors
from newsgraph.errors import DataError, EngineError, FindingsError, InputError, NewsgraphError

TREE = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, NewsgraphError)]

PLACES = [
    ({}, "is empty"),
    ({"file": "a.txt"}, "a.txt: is empty"),
    ({"file": "a.txt", "line": 3}, "a.txt:3: is empty"),
    ({"file": "a.txt", "line": 3, "column": 7}, "a.txt:3:7: is empty"),
    ({"file": "a.txt", "line": 3, "column": 7, "advice": "fill it"}, "a.txt:3:7: is empty; fill it"),
    ({"advice": "fill it"}, "is empty; fill it"),
]


@pytest.mark.parametrize(("place", "text"), PLACES)
def test_an_input_error_says_place_fault_and_advice(place: dict, text: str) -> None:
    assert str(InputError("is empty", **place)) == text


def test_the_tree_in_the_docstring_names_every_error() -> None:
    assert len(TREE) == 9
    assert [kind.__name__ for kind in TREE if kind.__name__ not in (errors.__doc__ or "")] == []


def test_exit_codes() -> None:
    codes = {kind.__name__: kind.exit_code for kind in TREE}
    assert codes == {kind.__name__: 2 for kind in TREE} | {"FindingsError": 1, "EngineError": 3, "RemoteError": 4}
    assert str(FindingsError("not written")) == "not written"
    assert isinstance(EngineError("x"), NewsgraphError) and issubclass(DataError, InputError)
