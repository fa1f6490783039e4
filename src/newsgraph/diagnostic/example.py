"""Examples of a shape, made from its parameters, and shown only if the validator judges them as they claim to be."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.diagnostic.rules import Rules
from newsgraph.namespace import NGI, OWL, RDF, RDFS, SH, TYPE, XSD
from newsgraph.shape import validate
from newsgraph.spelling import term

Graph = tuple[ox.Triple, ...]
FOCUS, OTHER, THIRD = (ox.NamedNode(f"{NGI}example{end}") for end in ("", "-2", "-3"))
LANG_STRING = RDF + "langString"
DATES = ("2025-03-01", "2025-06-01", "2025-09-01")
SAMPLES = {
    XSD + "string": ("Beispiel", "ein anderes"),
    XSD + "decimal": ("12.5", "20.0", "-1.5"),
    XSD + "integer": ("1", "2", "-1"),
    XSD + "nonNegativeInteger": ("1", "2"),
    XSD + "boolean": ("true", "false"),
    XSD + "date": DATES,
    XSD + "gYear": ("2025", "2026"),
    XSD + "dateTime": tuple(f"{day}T08:00:00Z" for day in DATES),
    XSD + "duration": ("P75D", "P1Y"),
    XSD + "anyURI": ("https://example.org/", "https://example.org/2"),
}
MOST = 40  # graphs that are tried
SUBCLASS = ox.NamedNode(RDFS + "subClassOf")
PAIRED = ("lessThan", "lessThanOrEquals", "equals", "disjoint")


def examples(shape: Term, rules: Rules) -> Iterator[tuple[str, str]]:
    """«ok» and «bad», each with Turtle, as far as the parameters of the shape let one be made."""
    own, classes = tuple(_reached(shape, rules.shapes)), tuple(_subclasses(rules.ontology))
    found: dict[bool, Graph] = {}
    bare: Graph | None = None
    for graph in islice(_candidates(shape, rules), MOST):
        broken = _judged(graph, own, classes, shape)
        if broken is False and len(graph) == 1 and bare is None:
            bare = graph  # passes because there is nothing to judge; a graph with a value shows more
        elif broken is not None:
            found.setdefault(broken, graph)
        if len(found) == 2:
            break
    if False not in found and bare is not None:
        found[False] = bare
    for kind, broken in (("ok", False), ("bad", True)):
        if broken in found:
            yield kind, _written(found[broken])


def _subclasses(ontology: Adjacency) -> Iterator[ox.Triple]:
    for node, properties in ontology.nodes.items():
        if not isinstance(node, ox.Literal):
            yield from (ox.Triple(node, SUBCLASS, above) for above in properties.get(SUBCLASS.value, []))


def _judged(graph: Graph, shapes: Sequence[ox.Triple], ontology: Sequence[ox.Triple], shape: Term) -> bool | None:
    """Whether the graph breaks this shape; None where the shape does not look at it."""
    report = validate(graph, shapes, ontology, engine="pyshacl")
    looked = any(n and f"<{name}>" == str(shape) for name, n in report.focus_nodes)
    return any(r.component.startswith(SH) for r in report) if looked else None


def _reached(shape: Term, shapes: Adjacency) -> Iterator[ox.Triple]:
    """The shape with all that it refers to."""
    waiting, seen = [shape], set[Term]()
    while waiting:
        node = waiting.pop()
        if node in seen or isinstance(node, (ox.Literal, ox.Triple)):
            continue
        seen.add(node)
        for predicate, values in shapes.about(node).items():
            yield from (ox.Triple(node, ox.NamedNode(predicate), value) for value in values)
            waiting += values


def _candidates(shape: Term, rules: Rules) -> Iterator[Graph]:
    """Graphs with one focus node and none, one or two values, or more than are allowed."""
    for target in _targets(shape, rules.shapes):
        for values in _values(shape, rules):
            yield tuple(dict.fromkeys((*target, *values)))


def _targets(shape: Term, shapes: Adjacency) -> Iterator[Graph]:
    for name in shapes.of(shape, SH + "targetClass"):
        yield (ox.Triple(FOCUS, TYPE, name),)
    for predicate in shapes.of(shape, SH + "targetSubjectsOf"):
        if isinstance(predicate, ox.NamedNode):
            yield (ox.Triple(FOCUS, predicate, OTHER),)
            yield (ox.Triple(FOCUS, predicate, FOCUS),)
    for predicate in shapes.of(shape, SH + "targetObjectsOf"):
        if isinstance(predicate, ox.NamedNode):
            yield (ox.Triple(OTHER, predicate, FOCUS),)


def _values(shape: Term, rules: Rules) -> Iterator[Graph]:
    """What may be said of the focus node along the shape's path."""
    shapes = rules.shapes
    yield ()
    paths = [p for p in shapes.of(shape, SH + "path") if isinstance(p, ox.NamedNode)]
    paths += [p for top in shapes.of(shape, SH + "path") for p in _alternatives(top, shapes)]
    for path in paths[:1]:
        for partner in _partners(shape, shapes):
            early, late = (ox.Literal(day, datatype=ox.NamedNode(XSD + "date")) for day in DATES[:2])
            yield ox.Triple(FOCUS, path, early), ox.Triple(FOCUS, partner, late)
            yield ox.Triple(FOCUS, path, late), ox.Triple(FOCUS, partner, early)
        made = [*_terms(shape, shapes), *_anything(path, rules.ontology)]
        for value, beside in made:
            yield (ox.Triple(FOCUS, path, value), *beside)
        for (one, first), (two, second) in pairwise(made):
            yield (ox.Triple(FOCUS, path, one), ox.Triple(FOCUS, path, two), *first, *second)
    for partner in [] if paths else _partners(shape, shapes):
        yield (ox.Triple(FOCUS, partner, FOCUS),)


def _alternatives(path: Term, shapes: Adjacency) -> list[ox.NamedNode]:
    members = [m for head in shapes.of(path, SH + "alternativePath") for m in shapes.members(head)]
    return [m for m in members if isinstance(m, ox.NamedNode)]


def _partners(shape: Term, shapes: Adjacency) -> list[ox.NamedNode]:
    found = [p for name in PAIRED for p in shapes.of(shape, SH + name)]
    return [p for p in found if isinstance(p, ox.NamedNode)]


def _terms(shape: Term, shapes: Adjacency) -> Iterator[tuple[Term, Graph]]:
    """Values that fit, and some that do not, each with what must be said of it."""
    for head in shapes.of(shape, SH + "in"):
        yield from ((member, ()) for member in islice(shapes.members(head), 2))
    for value in shapes.of(shape, SH + "hasValue"):
        yield value, ()
    for kind in shapes.of(shape, SH + "datatype"):
        yield from ((literal, ()) for literal in _literals(kind))
    for name in shapes.of(shape, SH + "class"):
        yield from ((node, (ox.Triple(node, TYPE, name),)) for node in (OTHER, THIRD))
    for bound in (b for n in ("minInclusive", "maxInclusive") for b in shapes.of(shape, SH + n)):
        yield bound, ()


def _anything(path: ox.NamedNode, ontology: Adjacency) -> list[tuple[Term, Graph]]:
    """Nodes and texts, first what the ontology says of the property (texts, where it does not know it)."""
    nodes: list[tuple[Term, Graph]] = [(OTHER, ()), (THIRD, ())]
    texts: list[tuple[Term, Graph]] = [(ox.Literal(t, language="de"), ()) for t in ("Beispiel", "ein anderes")]
    is_relation = ox.NamedNode(OWL + "ObjectProperty") in ontology.of(path, TYPE.value)
    return [*nodes, *texts] if is_relation else [*texts, *nodes]


def _literals(kind: Term) -> Iterator[ox.Literal]:
    name = kind.value if isinstance(kind, ox.NamedNode) else ""
    if name == LANG_STRING:
        yield from (ox.Literal(text, language="de") for text in ("Beispiel", "ein anderes"))
    for text in SAMPLES.get(name, ()):
        yield ox.Literal(text, datatype=ox.NamedNode(name))


def _written(graph: Graph) -> str:
    """The triples as short Turtle, the focus node first."""
    subjects = sorted({t.subject for t in graph}, key=str)
    lines = []
    for subject in subjects:
        said = [
            f"{'a' if t.predicate == TYPE else term(t.predicate)} {term(t.object)}"
            for t in graph
            if t.subject == subject
        ]
        lines.append(f"{term(subject)} {' ; '.join(said)} .")
    return "\n".join(lines)
