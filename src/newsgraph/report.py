"""What validation found: results, and how many nodes each shape looked at."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsgraph.namespace import shorten

SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One result of SHACL (section 3.6.2) with its messages by language; `severity` is a position in SEVERITIES."""

    severity: int
    focus: str
    path: str
    value: str
    source: str
    shape: str
    component: str
    messages: tuple[tuple[str, str], ...]

    def text(self, language: str = "en") -> str:
        """The message in a language, else in English, else any."""
        texts = dict(self.messages)
        return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")

    def line(self, language: str = "en") -> str:
        """The result as one line: severity, node, path, message, shape."""
        path = f" {shorten(self.path)}" if self.path else ""
        text = " ".join(self.text(language).split())
        return f"{SEVERITIES[self.severity]}: {shorten(self.focus)}{path}: {text} [{shorten(self.shape)}]"


@dataclass(frozen=True, slots=True)
class Report:
    """All results, worst first, and the number of focus nodes of each shape."""

    results: tuple[Result, ...]
    focus_nodes: tuple[tuple[str, int], ...]

    @property
    def conforms(self) -> bool:
        """Whether there is no violation, and some shape looked at some node."""
        return self.matched and not any(r.severity == 0 for r in self.results)

    @property
    def matched(self) -> bool:
        """Whether any shape found a focus node: a report over nothing is no pass."""
        return any(n for _, n in self.focus_nodes)

    def count(self, severity: str) -> int:
        """How many results have this severity."""
        return sum(SEVERITIES[r.severity] == severity for r in self.results)

    def __iter__(self) -> Iterator[Result]:
        return iter(self.results)
