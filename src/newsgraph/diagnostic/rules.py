"""What the shapes graph says about the shape that was broken: its name, and the demand as it stands there."""

from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.adjacency import FIRST, Adjacency, Term, adjacency
from newsgraph.namespace import RDF, SH
from newsgraph.notation import shown
from newsgraph.shape import Triples

SHAPE_TYPES = (SH + "NodeShape", SH + "PropertyShape")
MOST = 6  # members of a list that are shown
HIGHEST = 50  # shapes above each other
# parameters of a component beside the one that it is named after
BESIDE = {
    "pattern": ("flags",),
    "qualifiedMinCount": ("qualifiedValueShape",),
    "qualifiedMaxCount": ("qualifiedValueShape",),
    "closed": ("ignoredProperties",),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """The shapes graph and the ontology as indexes."""

    shapes: Adjacency
    ontology: Adjacency

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


def parameter(component: str) -> str:
    """The parameter that a constraint component is named after.

    >>> parameter("http://www.w3.org/ns/shacl#MaxCountConstraintComponent")
    'maxCount'
    """
    name = component.removeprefix(SH).removesuffix("ConstraintComponent")
    return name[:1].lower() + name[1:]


def rules(shapes: Triples, ontology: Triples) -> Rules:
    """The indexes of a shapes graph and an ontology."""
    return Rules(adjacency(shapes), adjacency(ontology))


def said(shapes: Adjacency, shape: Term, predicate: str, language: str) -> str:
    """A text of the shape in a language, else in English, else any."""
    texts = {t.language or "": t.value for t in shapes.of(shape, predicate) if isinstance(t, ox.Literal)}
    return texts.get(language) or texts.get("en") or next((texts[k] for k in sorted(texts)), "")
