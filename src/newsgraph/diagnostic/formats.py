"""The forms of a report, for people and for programs."""

from collections.abc import Callable

from newsgraph.diagnostic import github, junit, record, sarif, shacl, text
from newsgraph.diagnostic.findings import Findings

FORMATS: dict[str, Callable[[Findings], str]] = {
    "text": text.text,
    "json": record.record,
    "sarif": sarif.sarif,
    "github": github.github,
    "junit": junit.junit,
    "turtle": shacl.shacl,
}
