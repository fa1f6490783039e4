"""What validation found: results, and how many nodes each shape looked at."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import shorten

SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Result:
    """One result of SHACL (section 3.6.2) with its messages by language; `severity` is a position in SEVERITIES.

    `path` is SPARQL's text of the property path with our prefixes (newsgraph.path), "" for a result on the node itself;
    `source` is the shape that was broken, which may be a blank node.
    """

    severity: int
    focus_node: Term
    path: str
    value_node: Term | None
    source: Term
    component: str
    messages: tuple[tuple[str, str], ...]

    @property
    def focus(self) -> str:
        """The focus node's IRI, label or lexical form."""
        return _value(self.focus_node)

    @property
    def value(self) -> str:
        """The value's IRI, label or lexical form; "" where there is none."""
        return "" if self.value_node is None else _value(self.value_node)

    @property
    def shape(self) -> str:
        """The IRI of the shape that was broken, or the label of its blank node."""
        return _value(self.source)

    def order(self) -> tuple[int, str, str, str, str, str, tuple[tuple[str, str], ...]]:
        """By severity, then node, path, value, shape: a total order, the same on every machine."""
        value = "" if self.value_node is None else str(self.value_node)
        return self.severity, str(self.focus_node), self.path, value, str(self.source), self.component, self.messages

    def __lt__(self, other: "Result") -> bool:
        return self.order() < other.order()

    def text(self, language: str = "en") -> str:
        """The message in a language, else in English, else any."""
        texts = dict(self.messages)
        return texts.get(language) or texts.get("en") or next(iter(texts.values()), "")

    def line(self, language: str = "en") -> str:
        """The result as one line: severity, node, path, message, shape where it has a name."""
        path = f" {self.path}" if self.path else ""
        text = " ".join(self.text(language).split())
        shape = f" [{self.shape_name}]" if self.shape_name else ""
        return f"{SEVERITIES[self.severity]}: {shorten(self.focus)}{path}: {text}{shape}"

    @property
    def shape_name(self) -> str:
        """The shape's CURIE or IRI, "" for a blank node: its label says nothing, and may be another one each time."""
        return "" if isinstance(self.source, ox.BlankNode) else shorten(self.shape)


def _value(term: Term) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


@dataclass(frozen=True, slots=True)
class Report:
    """All results, worst first, the number of focus nodes of each shape, and what the engine has to say beside them."""

    results: tuple[Result, ...]
    focus_nodes: tuple[tuple[str, int], ...]
    notes: tuple[str, ...] = ()

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

    def __len__(self) -> int:
        return len(self.results)

    def __bool__(self) -> bool:
        """A report is there, also where it is empty; ask `conforms`."""
        return True

    def __str__(self) -> str:
        """The verdict and one line a result."""
        verdict = "conforms" if self.conforms else "does not conform" if self.matched else "nothing was checked"
        return "\n".join([verdict, *(result.line() for result in self.results)])

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from newsgraph.diagnostic.html import html

        return html(self)
