"""Findings as a validation report of SHACL (section 3.6) in Turtle.

A blank shape is named by the IRI of the shape around it: its own label would mean nothing outside the shapes graph. A
document that cannot be read is a violation of its own, its focus node the document.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.diagnostic.diagnostic import Diagnostic
from newsgraph.diagnostic.findings import Findings
from newsgraph.errors import InputError
from newsgraph.namespace import NGS, PREFIXES, SH, TYPE
from newsgraph.path import PART
from newsgraph.rdf import base_of
from newsgraph.report import SEVERITIES
from newsgraph.turtle import write

UNREADABLE = ox.NamedNode(NGS + "Unreadable")
REPORT = ox.BlankNode("report")


def shacl(findings: Findings) -> Iterator[str]:
    """The report as Turtle with our prefixes, results numbered in the order of files and places."""
    count = len(findings.diagnostics) + len(findings.unreadable)
    names = [ox.BlankNode(f"result{n:0{len(str(count))}}") for n in range(1, count + 1)]
    head = [
        ox.Triple(REPORT, TYPE, _sh("ValidationReport")),
        ox.Triple(REPORT, _sh("conforms"), ox.Literal(findings.conforms)),
        *(ox.Triple(REPORT, _sh("result"), name) for name in names),
    ]
    results = [
        t for d, name in zip(findings.diagnostics, names, strict=False) for t in _result(d, name, findings.rules.shapes)
    ]
    broken = zip(findings.unreadable, names[len(findings.diagnostics) :], strict=True)
    yield write([*head, *results, *(t for e, name in broken for t in _error(e, name))]).decode()


def _error(error: InputError, node: ox.BlankNode) -> Iterator[ox.Triple]:
    yield ox.Triple(node, TYPE, _sh("ValidationResult"))
    yield ox.Triple(node, _sh("resultSeverity"), _sh("Violation"))
    yield ox.Triple(node, _sh("focusNode"), ox.NamedNode(base_of(error.file)))
    yield ox.Triple(node, _sh("sourceConstraintComponent"), UNREADABLE)
    yield ox.Triple(node, _sh("resultMessage"), ox.Literal(str(error), language="en"))


def _sh(name: str) -> ox.NamedNode:
    return ox.NamedNode(SH + name)


def _result(diagnostic: Diagnostic, node: ox.BlankNode, shapes: Adjacency) -> Iterator[ox.Triple]:
    result = diagnostic.result
    yield ox.Triple(node, TYPE, _sh("ValidationResult"))
    known: dict[str, Term | None] = {
        "focusNode": result.focus_node,
        "value": result.value_node,
        "resultSeverity": _sh(SEVERITIES[result.severity]),
        "sourceConstraintComponent": ox.NamedNode(result.component) if result.component else None,
        "sourceShape": diagnostic.shape,
    }
    for name, value in known.items():
        if value is not None:
            yield ox.Triple(node, _sh(name), value)
    for language, message in result.messages:
        text = ox.Literal(message, language=language) if language else ox.Literal(message)
        yield ox.Triple(node, _sh("resultMessage"), text)
    yield from _path(result.path, result.source, node, shapes)


def _path(path: str, source: Term, node: ox.BlankNode, shapes: Adjacency) -> Iterator[ox.Triple]:
    """The path as the shape has it, with the blank nodes of a path that is no single predicate."""
    if single := PART.fullmatch(path):
        yield ox.Triple(node, _sh("resultPath"), ox.NamedNode(single[1] or PREFIXES[single[2]] + single[3]))
        return
    for top in shapes.of(source, SH + "path") if path else ():
        yield ox.Triple(node, _sh("resultPath"), _own(top, node))
        yield from _copied(top, node, shapes, set())


def _copied(top: Term, node: ox.BlankNode, shapes: Adjacency, seen: set[Term]) -> Iterator[ox.Triple]:
    if not isinstance(top, ox.BlankNode) or top in seen:
        return
    seen.add(top)
    for predicate, values in shapes.about(top).items():
        for value in values:
            yield ox.Triple(ox.BlankNode(f"{node.value}-{top.value}"), ox.NamedNode(predicate), _own(value, node))
            yield from _copied(value, node, shapes, seen)


def _own(term: Term, node: ox.BlankNode) -> Term:
    """A blank node of a path once for each result: paths must not be shared."""
    return ox.BlankNode(f"{node.value}-{term.value}") if isinstance(term, ox.BlankNode) else term
