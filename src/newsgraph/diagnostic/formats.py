"""The forms of a report, for people and for programs."""

from collections.abc import Callable, Iterator
from importlib import import_module

from newsgraph.diagnostic.findings import Findings

Write = Callable[[Findings], Iterator[str]]


def _of(module: str) -> Write:
    """The function of that name in one of our modules, which is imported when it is called."""

    def write(findings: Findings) -> Iterator[str]:
        pieces: Iterator[str] = getattr(import_module(f"newsgraph.diagnostic.{module}"), module)(findings)
        return pieces

    return write


# in pieces: a report may be larger than all that it is about
FORMATS: dict[str, Write] = {
    "text": _of("text"),
    "json": _of("record"),
    "sarif": _of("sarif"),
    "github": _of("github"),
    "junit": _of("junit"),
    "turtle": _of("shacl"),
}


def written(form: str, findings: Findings) -> str:
    """The report in one piece."""
    return "".join(FORMATS[form](findings))
