"""Findings as JSON: one object, its results in the order of files and places."""

import json
from collections.abc import Iterator

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.diagnostic.diagnostic import Diagnostic
from newsgraph.diagnostic.findings import Findings
from newsgraph.errors import InputError

ENCODE = json.JSONEncoder(ensure_ascii=False).encode


def record(findings: Findings) -> Iterator[str]:
    """`{"conforms", "results", "focusNodes", "unmatched", "unreadable", "notes"}`; null where something is unknown.

    A shape without an IRI is called by the shape around it. `documentPath` is there for JSON-LD only.
    """
    beside = {
        "focusNodes": dict(findings.report.focus_nodes),
        "unmatched": list(findings.unmatched),
        "unreadable": [_error(e) for e in findings.unreadable],
        "notes": list(findings.report.notes),
    }
    yield f'{{\n  "conforms": {json.dumps(findings.conforms)},\n  "results": ['
    for n, d in enumerate(findings.diagnostics):
        yield ("," if n else "") + _written(_result(d, findings.language))
    yield ("\n  ]," if findings.diagnostics else "],")
    yield json.dumps(beside, ensure_ascii=False, indent=2).removeprefix("{") + "\n"


def _written(result: dict[str, str | int | None]) -> str:
    """A result indented as the rest is; an encoder that indents takes ten times as long."""
    lines = ",".join(f'\n      "{k}": {ENCODE(v)}' for k, v in result.items())
    return f"\n    {{{lines}\n    }}"


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
