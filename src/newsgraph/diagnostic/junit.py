"""Findings as JUnit XML, the form that Jenkins and GitLab read: a suite a document, a case a shape with findings."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from newsgraph.diagnostic.diagnostic import Diagnostic
from newsgraph.diagnostic.findings import UNMATCHED, Findings
from newsgraph.diagnostic.text import diagnostic_text
from newsgraph.errors import InputError

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production Char
NO_FILE = "graph"


def junit(findings: Findings) -> Iterator[str]:
    """`testsuites` with a `testsuite` for each document; violations are failures, the others stand in system-out."""
    names = [*findings.documents]
    by_file: dict[str, list[Diagnostic]] = {name: [] for name in names}
    for d in findings.diagnostics:
        by_file.setdefault(d.place.file if d.place else NO_FILE, []).append(d)
    suites = [_suite(name, found, name in findings.unmatched, findings.language) for name, found in by_file.items()]
    tests, failures = sum(tests for _, tests, _ in suites), sum(failed for _, _, failed in suites)
    broken = [_broken(e) for e in findings.unreadable]
    head = (
        f'<testsuites name="newsgraph validate" tests="{tests + len(broken)}" failures="{failures}" '
        f'errors="{len(broken)}">'
    )
    xml = [*(suite[0] for suite in suites), *broken]
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n'
    for one in xml:
        yield f"{one}\n"
    yield "</testsuites>\n"


def _broken(error: InputError) -> str:
    """The suite of a document that cannot be read, with one case, which is in error."""
    name, text = error.file or NO_FILE, str(error)
    case = f'      <error message={_attribute(text)} type="unreadable">{_text(text)}</error>'
    head = f'  <testsuite name={_attribute(name)} tests="1" failures="0" errors="1" skipped="0" time="0">'
    return "\n".join([head, _element(name, "readable", case), "  </testsuite>"])


def _suite(name: str, found: Sequence[Diagnostic], unmatched: bool, language: str) -> tuple[str, int, int]:
    """The XML of a document's suite, the number of its cases, and of those that failed."""
    by_shape: dict[str, list[Diagnostic]] = {}
    for d in found:
        by_shape.setdefault(d.shape_name, []).append(d)
    cases = [_case(name, shape, together, language) for shape, together in sorted(by_shape.items())]
    failed = sum(any(d.severity == "violation" for d in together) for together in by_shape.values())
    if unmatched:
        text = UNMATCHED[language]
        failure = f'      <failure message={_attribute(text)} type="unmatched">{_text(text)}</failure>'
        cases.append(_element(name, "focus nodes", failure))
        failed += 1
    if not cases:
        cases.append(f'    <testcase classname={_attribute(name)} name="shapes" time="0"/>')
    head = f'  <testsuite name={_attribute(name)} tests="{len(cases)}" failures="{failed}" errors="0" skipped="0" time="0">'
    return "\n".join([head, *cases, "  </testsuite>"]), len(cases), failed


def _case(file: str, shape: str, found: Sequence[Diagnostic], language: str) -> str:
    wrong = [d for d in found if d.severity == "violation"]
    told = "\n\n".join(diagnostic_text(d, language) for d in (wrong or found))
    message = (wrong or list(found))[0].result.text(language)
    if not wrong:
        return _element(file, shape, f"      <system-out>{_text(told)}</system-out>")
    body = f"      <failure message={_attribute(message)} type={_attribute(shape)}>{_text(told)}</failure>"
    return _element(file, shape, body)


def _element(file: str, name: str, body: str) -> str:
    return f'    <testcase classname={_attribute(file)} name={_attribute(name)} time="0">\n{body}\n    </testcase>'


def _attribute(text: str) -> str:
    return quoteattr(" ".join(ILLEGAL.sub("\ufffd", text).split()))


def _text(text: str) -> str:
    return escape(ILLEGAL.sub("\ufffd", text))
