"""What the shapes graph says about the shape that was broken: its name, and the demand as it stands there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph as ox

from newsgraph.adjacency import FIRST, Adjacency, Term, adjacency
from newsgraph.namespace import NGS, RDF, SH, TYPE
from newsgraph.notation import shown
from newsgraph.report import Result
from newsgraph.screen.data import Data
from newsgraph.shape import Triples

SHAPE_TYPES = (SH + "NodeShape", SH + "PropertyShape")
MOST = 6  # members of a list that are shown
HIGHEST = 50  # shapes above each other
MARKS = NGS + "marks"  # of a shape with SPARQL: where the fault of its ?value stands
PAIRS = ("disjoint", "equals", "lessThan", "lessThanOrEquals")
# parameters of a component beside the one that it is named after
BESIDE = {
    "pattern": ("flags",),
    "qualifiedMinCount": ("qualifiedValueShape",),
    "qualifiedMaxCount": ("qualifiedValueShape",),
    "closed": ("ignoredProperties",),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """The shapes graph and the ontology as indexes, and the classes of those nodes that somebody asks about.

    `files` are what the user named for the shapes; none where they are ours.
    """

    shapes: Adjacency
    ontology: Adjacency
    kinds: Mapping[Term, tuple[Term, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    def named(self, source: Term) -> Term:
        """The shape itself, or the shape with an IRI around a blank one."""
        node = source
        for _ in range(HIGHEST):
            above = [u for p, u in self.shapes.users(node) if p.startswith((SH, RDF))]
            if not isinstance(node, ox.BlankNode) or not above:
                break
            node = min(above, key=lambda n: (isinstance(n, ox.BlankNode), str(n)))
        return node

    def parameters(self, source: Term, component: str) -> list[tuple[str, Term]]:
        """The values of the component's parameters at the shape, such as sh:maxCount 1."""
        name = parameter(component)
        names = (name, *BESIDE.get(name, ()))
        return [(n, value) for n in names for value in self.shapes.of(source, SH + n)]

    def partners(self, result: Result) -> tuple[str, ...]:
        """The predicates that the component compares with, as sh:disjoint does, or that the shape marks."""
        if parameter(result.component) == "sparql":
            return tuple(p.value for p in self.shapes.of(result.source, MARKS) if isinstance(p, ox.NamedNode))
        if parameter(result.component) not in PAIRS:
            return ()
        found = (value for _, value in self.parameters(result.source, result.component))
        return tuple(value.value for value in found if isinstance(value, ox.NamedNode))

    def with_kinds(self, data: Iterable[ox.Triple] | Data, results: Iterable[Result]) -> "Rules":
        """The same, with the classes that the data gives to the values of results about sh:class."""
        asked = {r.value_node for r in results if parameter(r.component) == "class" and r.value_node is not None}
        kinds: dict[Term, tuple[Term, ...]] = {}
        for t in _typed(data, asked) if asked else ():
            kinds[t.subject] = (*kinds.get(t.subject, ()), t.object)
        return replace(self, kinds=kinds)

    def demand(self, source: Term, component: str) -> str:
        """What the shape demands, as its Turtle says: `sh:maxCount 1`; "" where that is not in the shapes graph."""
        parts = [f"sh:{name} {self.written(value)}" for name, value in self.parameters(source, component)]
        return " ; ".join(parts) if parameter(component) != "sparql" else ""

    def written(self, value: Term) -> str:
        """A term, or the first members of a list."""
        if not self.shapes.of(value, FIRST.value):
            return shown(value)
        members = [shown(m) for m in self.shapes.members(value)]
        more = f"… ({len(members)})" if len(members) > MOST else ""
        return " ".join(["(", *members[:MOST], *([more] if more else []), ")"])


def _typed(data: Iterable[ox.Triple] | Data, nodes: set[Term]) -> Iterable[ox.Triple]:
    """The triples that give these nodes a class."""
    if isinstance(data, Data):
        return (t for node in sorted(nodes, key=str) for t in data.matching(node, TYPE, None))
    return (t for t in data if t.predicate == TYPE and t.subject in nodes)


def parameter(component: str) -> str:
    """The parameter that a constraint component is named after.

    >>> parameter("http://www.w3.org/ns/shacl#MaxCountConstraintComponent")
    'maxCount'
    """
    name = component.removeprefix(SH).removesuffix("ConstraintComponent")
    return "sparql" if name == "SPARQL" else name[:1].lower() + name[1:]


def rules(shapes: Triples, ontology: Triples, files: Sequence[str] = ()) -> Rules:
    """The indexes of a shapes graph and an ontology; `files` as Rules has them."""
    return Rules(adjacency(shapes), adjacency(ontology), files=tuple(files))


def said(shapes: Adjacency, shape: Term, predicate: str, language: str) -> str:
    """A text of the shape in a language, else in English, else any."""
    texts = {t.language or "": t.value for t in shapes.of(shape, predicate) if isinstance(t, ox.Literal)}
    return texts.get(language) or texts.get("en") or next((texts[k] for k in sorted(texts)), "")
