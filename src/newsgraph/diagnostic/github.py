"""Findings as annotations of GitHub Actions (workflow commands; their data and properties are escaped differently)."""

from collections.abc import Iterator

from newsgraph.diagnostic.diagnostic import Diagnostic
from newsgraph.diagnostic.findings import UNMATCHED, Findings
from newsgraph.errors import InputError

LEVELS = {"violation": "error", "warning": "warning", "info": "notice"}


def github(findings: Findings) -> Iterator[str]:
    """A line `::error file=…,line=…,col=…,title=…::message` a finding."""
    for d in findings.diagnostics:
        yield _line(d, findings.language) + "\n"
    for file in findings.unmatched:
        yield f"::error file={_property(file)}::{_data(UNMATCHED[findings.language])}\n"
    for error in findings.unreadable:
        yield _error(error) + "\n"


def _line(diagnostic: Diagnostic, language: str) -> str:
    place, shape = diagnostic.place, diagnostic.shape_name
    known = {
        "file": place.file if place else "",
        "line": str(place.line or "") if place else "",
        "col": str(place.column or "") if place else "",
        "endColumn": str(place.column + place.width) if place and place.column else "",
        "title": shape,
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in known.items() if value)
    help_ = diagnostic.suggestion(language)
    message = diagnostic.result.text(language) + (f"\n{help_}" if help_ else "")
    return f"::{LEVELS[diagnostic.severity]} {properties}::{_data(message)}"


def _error(error: InputError) -> str:
    known = {"file": error.file, "line": str(error.line or ""), "col": str(error.column or ""), "title": "unreadable"}
    properties = ",".join(f"{key}={_property(value)}" for key, value in known.items() if value)
    return f"::error {properties}::{_data(error.words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
