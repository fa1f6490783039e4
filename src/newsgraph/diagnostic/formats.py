"""The forms of a report, for people and for programs."""

from collections.abc import Callable, Iterator

from newsgraph.diagnostic import github, junit, record, sarif, shacl, text
from newsgraph.diagnostic.findings import Findings

# in pieces: a report may be larger than all that it is about
FORMATS: dict[str, Callable[[Findings], Iterator[str]]] = {
    "text": text.text,
    "json": record.record,
    "sarif": sarif.sarif,
    "github": github.github,
    "junit": junit.junit,
    "turtle": shacl.shacl,
}


def written(form: str, findings: Findings) -> str:
    """The report in one piece."""
    return "".join(FORMATS[form](findings))
