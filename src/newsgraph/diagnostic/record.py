"""Findings as JSON: one object, its results in the order of files and places."""

import json

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.diagnostic.diagnostic import Diagnostic
from newsgraph.diagnostic.findings import Findings
from newsgraph.errors import InputError


def record(findings: Findings) -> str:
    """`{"conforms", "results", "focusNodes", "unmatched", "unreadable", "notes"}`; null where something is unknown.

    A shape without an IRI is called by the shape around it. `documentPath` is there for JSON-LD only.
    """
    told = {
        "conforms": findings.conforms,
        "results": [_result(d, findings.language) for d in findings.diagnostics],
        "focusNodes": dict(findings.report.focus_nodes),
        "unmatched": list(findings.unmatched),
        "unreadable": [_error(e) for e in findings.unreadable],
        "notes": list(findings.report.notes),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _error(error: InputError) -> dict[str, str | int | None]:
    return {
        "file": error.file or None,
        "line": error.line,
        "column": error.column,
        "message": error.words,
    }


def _result(diagnostic: Diagnostic, language: str) -> dict[str, str | int | None]:
    result, place = diagnostic.result, diagnostic.place
    known: dict[str, str | int | None] = {
        "file": place.file if place else None,
        "line": (place.line or None) if place else None,
        "column": (place.column or None) if place else None,
        "severity": diagnostic.severity,
        "shape": name(diagnostic.shape),
        "component": result.component or None,
        "focusNode": name(result.focus_node),
        "path": result.path or None,
        "value": None if result.value_node is None else name(result.value_node),
        "message": result.text(language),
        "suggestion": diagnostic.suggestion(language) or None,
    }
    return known | ({"documentPath": place.path} if place and place.path else {})


def name(term: Term) -> str:
    """An IRI, a literal's words, or `_:` and the label of a blank node."""
    return term.value if isinstance(term, (ox.NamedNode, ox.Literal)) else str(term)
