"""Findings as SARIF 2.1.0 (OASIS), which code scanning services read. GitHub shows the first 5,000 results."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from newsgraph import __version__
from newsgraph.adjacency import Term
from newsgraph.diagnostic.diagnostic import Diagnostic, explaining, shape_name
from newsgraph.diagnostic.findings import UNMATCHED, Findings
from newsgraph.diagnostic.rules import said
from newsgraph.errors import InputError
from newsgraph.namespace import RDFS, SH
from newsgraph.term import VOCABULARY

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"violation": "error", "warning": "warning", "info": "note"}
Object = dict[str, object]


def sarif(findings: Findings) -> Iterator[str]:
    """One run; its rules are the shapes that were broken, each with its message and comment."""
    shapes = sorted({d.shape for d in findings.diagnostics}, key=shape_name)
    both: list[tuple[Object, Sequence[str | InputError]]] = [
        (UNMATCHED_RULE, findings.unmatched),
        (UNREADABLE_RULE, findings.unreadable),
    ]
    beside = [(rule, concerned) for rule, concerned in both if concerned]
    driver: Object = {
        "name": "newsgraph",
        "version": __version__,
        "informationUri": "https://w3id.org/newsgraph/",
        "rules": [*(_rule(shape, findings) for shape in shapes), *(rule for rule, _ in beside)],
    }
    numbers = {shape: n for n, shape in enumerate(shapes)}
    run: Object = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": not findings.unreadable}],
        "columnKind": "unicodeCodePoints",
        "results": [],
    }
    whole = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)
    head, tail = whole.rsplit("[]", 1)
    yield head + "["
    for n, one in enumerate(_results(findings, numbers, [concerned for _, concerned in beside])):
        yield ("," if n else "") + "\n        " + json.dumps(one, ensure_ascii=False)
    yield f"]{tail}\n"


def _results(
    findings: Findings, numbers: Mapping[Term, int], beside: Sequence[Sequence[str | InputError]]
) -> Iterator[Object]:
    for d in findings.diagnostics:
        yield _result(d, numbers[d.shape], findings.language)
    for number, concerned in enumerate(beside, len(numbers)):
        yield from (_beside(one, number, findings.language) for one in concerned)


UNMATCHED_RULE: Object = {"id": "unmatched", "shortDescription": {"text": UNMATCHED["en"]}}
VOCABULARY_RULE = {
    "de": "Namen kommen in ihrem Vokabular vor und stehen für das, was sie sind.",
    "en": "Terms are in their vocabulary, and used as what they are.",
}
UNREADABLE_RULE: Object = {"id": "unreadable", "shortDescription": {"text": "The file cannot be read."}}


def _rule(shape: Term, findings: Findings) -> Object:
    shapes, language = findings.rules.shapes, findings.language
    label, message, comment = (
        said(shapes, shape, n, language) for n in (RDFS + "label", SH + "message", RDFS + "comment")
    )
    short = VOCABULARY_RULE[language] if shape == VOCABULARY else message or label or shape_name(shape)
    rule: Object = {"id": shape_name(shape), "shortDescription": {"text": short}}
    if comment:
        rule["fullDescription"] = {"text": comment}
    if command := explaining(shape, findings.rules.files):
        rule["help"] = {"text": command}
    return rule


def _result(diagnostic: Diagnostic, rule: int, language: str) -> Object:
    help_ = diagnostic.suggestion(language)
    message = diagnostic.result.text(language) or diagnostic.demand or diagnostic.shape_name
    result: Object = {
        "ruleId": diagnostic.shape_name,
        "ruleIndex": rule,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": f"{message} ({help_})" if help_ else message},
    }
    if diagnostic.place is not None:
        result["locations"] = [_location(diagnostic)]
    result["properties"] = {k: v for k, v in _properties(diagnostic).items() if v}
    return result


def _properties(diagnostic: Diagnostic) -> dict[str, str]:
    result = diagnostic.result
    return {
        "component": result.component,
        "focusNode": result.focus,
        "path": result.path,
        "value": result.value,
        "documentPath": diagnostic.place.path if diagnostic.place else "",
    }


def _location(diagnostic: Diagnostic) -> Object:
    place = diagnostic.place
    assert place is not None
    physical: Object = {"artifactLocation": {"uri": uri(place.file)}}
    if place.line:
        region: Object = {"startLine": place.line}
        if place.column:
            region |= {"startColumn": place.column, "endColumn": place.column + place.width}
        physical["region"] = region
    return {"physicalLocation": physical}


def _beside(one: str | InputError, rule: int, language: str) -> Object:
    """The result of a file that no shape matches, or that cannot be read."""
    error = one if isinstance(one, InputError) else InputError(UNMATCHED[language], file=one)
    result: Object = {
        "ruleId": "unreadable" if error is one else "unmatched",
        "ruleIndex": rule,
        "level": "error",
        "message": {"text": error.words},
    }
    if error.file:
        physical: Object = {"artifactLocation": {"uri": uri(error.file)}}
        if error.line:
            physical["region"] = {"startLine": error.line} | ({"startColumn": error.column} if error.column else {})
        result["locations"] = [{"physicalLocation": physical}]
    return result


def uri(file: str) -> str:
    """The relative reference of a file's name, or its file: URI where it is absolute (RFC 3986).

    >>> uri("data/märz 1.ttl")
    'data/m%C3%A4rz%201.ttl'
    """
    text = quote(re.sub(r"\\\\", "/", file).encode("utf-8", "surrogateescape"), safe="/~")
    return f"file://{text}" if Path(file).is_absolute() else text
