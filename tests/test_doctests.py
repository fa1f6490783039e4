"""The examples in docstrings are run."""

import doctest
import importlib
import pkgutil

import newsgraph

MODULES = [m.name for m in pkgutil.walk_packages(newsgraph.__path__, "newsgraph.") if not m.name.endswith("__main__")]


def test_every_example_in_a_docstring_holds() -> None:
    ended = {name: doctest.testmod(importlib.import_module(name)) for name in MODULES}
    assert {name: result.failed for name, result in ended.items() if result.failed} == {}
    assert sum(result.attempted for result in ended.values()) >= 20
