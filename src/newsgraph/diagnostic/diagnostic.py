"""A result with all that a person needs to act on it."""

import shlex
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

import pyoxigraph as ox

from newsgraph import closed_vocabulary
from newsgraph.adjacency import Term
from newsgraph.diagnostic.rules import Rules
from newsgraph.diagnostic.suggestion import Suggestions, suggestion
from newsgraph.namespace import NG, NGC, NGS
from newsgraph.notation import shown
from newsgraph.path import curie, predicates
from newsgraph.place.place import Place, Source
from newsgraph.place.search import Lookup, locate
from newsgraph.report import SEVERITIES, Result
from newsgraph.term import VOCABULARY, nearest

NOWHERE = Place("\U0010ffff")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A result, its place (None where no file holds its node), its shape by name, the demand, the suggestion by language.

    `explain` is the command that explains the shape. Suggestions are made when somebody asks: very many of them would
    fill the memory.
    """

    result: Result
    place: Place | None
    shape: Term
    demand: str
    explain: str
    suggest: Callable[[], Suggestions]

    @property
    def severity(self) -> str:
        """violation, warning or info."""
        return SEVERITIES[self.result.severity].lower()

    @property
    def shape_name(self) -> str:
        """The shape's CURIE or IRI; `_:…` where no shape around it has one."""
        return shape_name(self.shape)

    @property
    def found(self) -> str:
        """The value as Turtle writes it, "" where the result has none but the node itself."""
        value = self.result.value_node
        return "" if value is None or value == self.result.focus_node else shown(value)

    def suggestion(self, language: str) -> str:
        """The suggestion in a language, or ""."""
        return dict(self.suggest()).get(language, "")

    def order(self) -> tuple[str, int, int]:
        """By file and place, as a person goes through them; what has no place comes last."""
        place = self.place or NOWHERE
        return place.file, place.line, place.column


def shape_name(shape: Term) -> str:
    """What people call a shape, and give to --explain."""
    return curie(shape.value).strip("<>") if isinstance(shape, ox.NamedNode) else str(shape)


def explaining(shape: Term, files: Sequence[str]) -> str:
    """The command that explains a shape out of these files (none: one of ours); "" where the shape has no name.

    >>> explaining(ox.NamedNode("urn:x#S"), ["my shapes.ttl"])
    "newsgraph validate --explain 'urn:x#S' --shapes 'my shapes.ttl'"
    """
    if not isinstance(shape, ox.NamedNode):
        return ""
    named = [word for file in files if shape != VOCABULARY for word in ("--shapes", file)]
    return shlex.join(["newsgraph", "validate", "--explain", shape_name(shape), *named])


def diagnostics(
    results: Iterable[Result], sources: Sequence[Source], rules: Rules, lookup: Lookup | None = None
) -> list[Diagnostic]:
    """Each result with its place in the sources, sorted by it; at one place the worst comes first."""
    listed = sorted(results)
    declared = {s.value for s in rules.ontology.nodes if isinstance(s, ox.NamedNode)}
    near: dict[str, str] = {}
    formats = {source.name: source.fmt for source in sources}
    named, demand = cache(rules.named), cache(rules.demand)
    explain = cache(lambda source: explaining(named(source), rules.files))
    found = []
    for result, place in zip(listed, locate(listed, sources, rules.partners, lookup), strict=True):
        term = faulty_term(result)
        if term and term not in near:
            near[term] = nearest(term, declared)
        fmt = formats.get(place.file, "turtle") if place else "turtle"
        asked = demand(result.source, result.component)
        help_ = partial(suggestion, result, rules, near.get(term, ""), fmt)
        found.append(Diagnostic(result, place, named(result.source), asked, explain(result.source), help_))
    return sorted(found, key=Diagnostic.order)


def faulty_term(result: Result) -> str:
    """The unknown term that a result of the closed-world check is about, "" for any other result."""
    kind = result.component.removeprefix(NGS) if result.component.startswith(NGS) else ""
    value = result.value_node
    if kind == "UnknownPredicate":
        return predicates(result.path)[0]
    if kind == "UnknownDatatype" and isinstance(value, ox.Literal):
        return value.datatype.value
    term = {"UnknownSubject": result.focus, "UnknownObject": result.value}.get(kind, "")
    return term if term.startswith((NG, NGC, *closed_vocabulary.SPACES)) else ""
