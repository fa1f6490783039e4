"""Validation: a graph against the shapes, without inference and without a change to the graph (W3C SHACL).

pySHACL judges; the ontology goes along as its ontology graph, so that subclasses count as their superclasses. Beside it
the terms are checked (newsgraph.term), and the focus nodes of each shape are counted: an empty report is no pass.
"""

import logging
import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Term, adjacency
from newsgraph.data import folder
from newsgraph.errors import EngineError, InputError
from newsgraph.namespace import NGS, RDFS, SH, XSD, shorten
from newsgraph.path import curie
from newsgraph.path import text as path_text
from newsgraph.rdf import read_data
from newsgraph.report import SEVERITIES, Report, Result
from newsgraph.term import VOCABULARY, TermFault, faults, message

# rdflib logs a stack trace for every literal such as "soon"^^xsd:date; sh:datatype says the same in a line
logging.getLogger("rdflib").addHandler(logging.NullHandler())
logging.getLogger("pyshacl-validate").disabled = True  # it repeats on stderr what its exceptions say
Triples = Sequence[ox.Triple]
ENGINES = ("auto", "pyshacl")


@cache
def our_shapes() -> Triples:
    """The shapes for data that newsgraph ships."""
    return tuple(t for name in _shape_files() for t in read_data("shapes", name))


def _shape_files() -> list[str]:
    return sorted(f.name for f in folder("shapes").iterdir() if f.name.endswith(".ttl"))


@cache
def our_ontology() -> Triples:
    """The ontology and its concept schemes."""
    return tuple(read_data("ontology", "newsgraph.ttl", "concepts.ttl"))


def validate(
    data: Triples, shapes: Triples | None = None, ontology: Triples | None = None, *, engine: str = "auto"
) -> Report:
    """Judge a graph. Raises EngineError where pySHACL fails on the shapes, InputError for an unknown engine."""
    if engine not in ENGINES:
        raise InputError(f"unknown engine {engine!r}", advice=f"expected one of: {' '.join(ENGINES)}")
    shapes, ontology = our_shapes() if shapes is None else shapes, our_ontology() if ontology is None else ontology
    results = [*_terms(data, ontology), *_shacl(data, shapes, ontology)]
    return Report(tuple(sorted(results)), focus_counts(data, shapes, ontology))


def _terms(data: Triples, ontology: Triples) -> list[Result]:
    """Faulty terms as violations of a shape of ours, ngs:Vocabulary."""
    return [
        Result(0, t.subject, curie(t.predicate.value), t.object, VOCABULARY, f"{NGS}{f.kind}", _both(f))
        for f in faults(data, ontology)
        for t in [f.triple]
    ]


def _both(fault: TermFault) -> tuple[tuple[str, str], ...]:
    return tuple((language, message(fault, language)) for language in ("de", "en"))


def _shacl(data: Triples, shapes: Triples, ontology: Triples) -> list[Result]:
    """What pySHACL finds. `advanced` stays off: no rules, no functions, nothing that adds to the graph."""
    import pyshacl
    from pyparsing import ParseException
    from pyshacl.errors import ReportableRuntimeError

    judged, rules, terms = _to_rdflib(data), _to_rdflib(shapes), _to_rdflib(ontology)
    try:
        _, report, _ = pyshacl.validate(judged, shacl_graph=rules, ont_graph=terms, inference="none", advanced=False)
    except (ReportableRuntimeError, ParseException, re.error) as e:
        raise EngineError(f"the shapes cannot be used: {' '.join(str(e).split())}") from e
    return list(_results(report, rules, shapes))


def _to_rdflib(triples: Iterable[ox.Triple]) -> Any:
    """An rdflib graph with the same terms, literals as they are written."""
    import rdflib

    graph = rdflib.Graph()

    def term(node: Any) -> Any:
        if isinstance(node, ox.NamedNode):
            return rdflib.URIRef(node.value)
        if isinstance(node, ox.BlankNode):
            return rdflib.BNode(node.value)
        if node.language:
            return rdflib.Literal(node.value, lang=node.language)
        kind = None if node.datatype.value.endswith("#string") else rdflib.URIRef(node.datatype.value)
        return rdflib.Literal(node.value, datatype=kind, normalize=False)

    for t in triples:
        graph.add((term(t.subject), term(t.predicate), term(t.object)))
    return graph


def _results(report: Any, rules: Any, shapes: Triples) -> Iterable[Result]:
    from rdflib import URIRef

    index = adjacency(shapes)

    def value(node: Any, name: str) -> Any:
        return report.value(node, URIRef(SH + name))

    for node in report.objects(None, URIRef(SH + "result")):
        severity = str(value(node, "resultSeverity")).removeprefix(SH)
        shape = value(node, "sourceShape")
        focus, path, found = (value(node, name) for name in ("focusNode", "resultPath", "value"))
        yield Result(
            SEVERITIES.index(severity) if severity in SEVERITIES else 0,
            _to_oxigraph(focus),
            "" if path is None else path_text(_to_oxigraph(path), index),
            None if found is None else _to_oxigraph(found),
            _to_oxigraph(shape),
            str(value(node, "sourceConstraintComponent")),
            _messages(report, rules, node, shape, {"this": focus, "path": path, "value": found}),
        )


def _to_oxigraph(node: Any) -> Term:
    """The same term for pyoxigraph; without a datatype it is a string."""
    import rdflib

    if isinstance(node, rdflib.URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, rdflib.BNode):
        return ox.BlankNode(str(node))
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype or XSD + "string"))


def _messages(report: Any, rules: Any, node: Any, shape: Any, values: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The messages by language. pySHACL drops it from those of SPARQL constraints: there the shape's own go in."""
    from rdflib import URIRef

    texts = {m.language: str(m) for m in report.objects(node, URIRef(SH + "resultMessage")) if m.language}
    if not texts:
        own = [*rules.objects(shape, URIRef(SH + "message"))]
        for constraint in rules.objects(shape, URIRef(SH + "sparql")):
            own += rules.objects(constraint, URIRef(SH + "message"))
        texts = {m.language or "": _filled(str(m), values) for m in own}
    if not texts:
        texts = dict.fromkeys([""], min(map(str, report.objects(node, URIRef(SH + "resultMessage"))), default=""))
    return tuple(sorted(texts.items()))


def _filled(template: str, values: dict[str, Any]) -> str:
    """A message with its placeholders ({?value}, {$this}) filled (SHACL, section 5.3.2)."""
    for name, value in values.items():
        template = template.replace(f"{{?{name}}}", shorten(str(value))).replace(f"{{${name}}}", shorten(str(value)))
    return template


def focus_counts(data: Triples, shapes: Triples, ontology: Triples) -> tuple[tuple[str, int], ...]:
    """How many focus nodes each shape with a target has in the data."""
    store = ox.Store()
    spaces = {"data": data, "shapes": shapes, "ontology": ontology}
    for name, triples in spaces.items():
        graph = ox.NamedNode(f"urn:{name}")
        store.extend(ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples)
    rows = store.query(COUNTS)
    assert isinstance(rows, ox.QuerySolutions)
    return tuple((row["shape"].value, int(row["n"].value)) for row in rows)


COUNTS = f"""
PREFIX sh: <{SH}> PREFIX rdfs: <{RDFS}>
SELECT ?shape (COUNT(DISTINCT ?node) AS ?n) WHERE {{
  GRAPH <urn:shapes> {{ ?shape sh:targetClass|sh:targetNode|sh:targetSubjectsOf|sh:targetObjectsOf ?any }}
  OPTIONAL {{
    {{ GRAPH <urn:shapes> {{ ?shape sh:targetClass ?class }} GRAPH <urn:data> {{ ?node a ?class }} }}
    UNION {{ GRAPH <urn:shapes> {{ ?shape sh:targetClass ?class }}
             GRAPH <urn:ontology> {{ ?sub rdfs:subClassOf+ ?class }} GRAPH <urn:data> {{ ?node a ?sub }} }}
    UNION {{ GRAPH <urn:shapes> {{ ?shape sh:targetSubjectsOf ?p }} GRAPH <urn:data> {{ ?node ?p ?o }} }}
    UNION {{ GRAPH <urn:shapes> {{ ?shape sh:targetObjectsOf ?p }} GRAPH <urn:data> {{ ?s ?p ?node }} }}
    UNION {{ GRAPH <urn:shapes> {{ ?shape sh:targetNode ?node }} }}
  }}
}} GROUP BY ?shape ORDER BY ?shape
"""
