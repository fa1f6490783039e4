"""Every regular expression of the source against strings made to keep it busy: run by test_regex.py in a process of its own.

Prints a line of JSON for each: its place, its pattern, how many matches were tried, and whether CPU time ran out. The source
says with which method a pattern is used (`search` may start anywhere, `fullmatch` only at the beginning), so no other is tried.
"""

import ast
import itertools
import json
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import newsgraph

SOURCE = Path(newsgraph.__file__).parent
METHODS = ("match", "fullmatch", "search", "sub", "split", "finditer", "findall")
LENGTH = 30_000
SECONDS = 0.6  # of CPU for one match; a linear one takes a hundredth
COMMON = "a9 -.\n"
LARGEST = 6  # characters that are tried with each other


class Late(Exception):  # noqa: N818
    """The CPU time for one match is over."""


def uses() -> Iterator[tuple[str, str | bytes, int, str]]:
    """(place, pattern, flags, method) of every use in the source whose pattern is written there as a constant, or is an f-string
    of constants that its module holds."""
    for file in sorted(SOURCE.rglob("*.py")):
        module = str(file.relative_to(SOURCE))
        tree = ast.parse(file.read_text("utf-8"))
        called = {
            (node.func.value.id, node.func.attr)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
        }
        space = {"re": re}
        for statement in tree.body:
            if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                _evaluate(statement, space)
        for name, value in space.items():
            if isinstance(value, re.Pattern):
                own = sorted(m for n, m in called if n == name and m in METHODS) or ["match"]
                yield from ((f"{module}:{name}", value.pattern, value.flags, m) for m in own)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in [f"re.{m}" for m in METHODS]:
                pattern = node.args[0]
                if isinstance(pattern, ast.Constant):
                    yield f"{module}:{node.lineno}", pattern.value, 0, ast.unparse(node.func)[3:]


def _evaluate(statement: ast.Assign, space: dict[str, object]) -> None:
    """Run an assignment of constants and patterns; others are none of ours."""
    names = {n.id for n in ast.walk(statement.value) if isinstance(n, ast.Name)}
    if names <= space.keys() and not any(isinstance(n, ast.Lambda) for n in ast.walk(statement)):
        try:
            exec(compile(ast.Module([statement], []), "constant", "exec"), space)
        except (NameError, TypeError, AttributeError, ValueError):
            return


def made() -> Iterator[tuple[str, str, int, str]]:
    """Patterns that are put together when the program runs."""
    from newsgraph.language import load
    from newsgraph.sentence_end import word_pattern

    pattern = word_pattern(load("de").abbreviations)
    yield "sentence_end.py:word_pattern", pattern.pattern, pattern.flags, "finditer"


def letters(pattern: str | bytes) -> str:
    """The characters that the pattern names, and one of each common sort."""
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    plain = re.sub(r"\\[a-zA-Z]|[()|*?\[\]^$]|\{\d+(?:,\d*)?\}", "", text).replace("\\", "")
    return "".join(dict.fromkeys((*plain[:1], *COMMON, *sorted(set(plain), key=plain.rindex))))[:LARGEST]


def strings(pattern: str | bytes) -> Iterator[str]:
    """Repeats of one and of two characters, with one more before them or behind."""
    chars = letters(pattern)
    bodies = [c * LENGTH for c in chars] + [(a + b) * (LENGTH // 2) for a, b in itertools.permutations(chars, 2)]
    for body in bodies:
        yield body
        yield body + "\x01"
    for first in chars:
        yield from (first + c * LENGTH + "\x01" for c in chars)


def tried(pattern: str | bytes, flags: int, method: str) -> tuple[int, str]:
    """How many strings were tried, and the beginning of the one that took too long."""
    compiled, count = re.compile(pattern, flags), 0
    for text in strings(pattern):
        subject = text.encode("latin-1", "replace") if isinstance(pattern, bytes) else text
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            run = getattr(compiled, method)
            if method == "sub":
                run(b"" if isinstance(pattern, bytes) else "", subject)
            elif method == "finditer":
                sum(1 for _ in run(subject))
            else:
                run(subject)
        except Late:
            return count, f"{text[:6]!r} … {text[-2:]!r}"
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        count += 1
    return count, ""


def _late(_number: int, _frame: object) -> None:
    raise Late


if __name__ == "__main__":
    signal.signal(signal.SIGVTALRM, _late)
    for place, pattern, flags, method in [*uses(), *made()]:
        count, late = tried(pattern, flags, method)
        shown = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
        print(
            json.dumps({"place": place, "method": method, "pattern": shown, "tried": count, "late": late}), flush=True
        )
    sys.exit(0)
