"""All that a report tells, ready for any format."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.diagnostic.diagnostic import Diagnostic, diagnostics
from newsgraph.diagnostic.rules import Rules
from newsgraph.errors import InputError
from newsgraph.place.place import Source
from newsgraph.place.search import Lookup
from newsgraph.report import Report, Result

UNMATCHED = {
    "de": "Keine Form trifft auf etwas in dieser Datei zu: nichts wurde geprüft.",
    "en": "No shape matches anything in this file: nothing was checked.",
}


@dataclass(frozen=True, slots=True)
class Findings:
    """A report with its diagnostics by file and place, the documents, those that no shape matches, the language.

    `unreadable` says why other documents are not among them.
    """

    report: Report
    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    unmatched: tuple[str, ...]
    rules: Rules
    language: str
    unreadable: tuple[InputError, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether the report conforms and every document was looked at."""
        return self.report.conforms and not self.unmatched and not self.unreadable

    @property
    def rest(self) -> int:
        """How many results have no diagnostic here."""
        return len(self.report.results) - len(self.diagnostics)


def findings(
    report: Report,
    sources: Sequence[Source],
    unmatched: Sequence[str],
    rules: Rules,
    language: str,
    most: int,
    lookup: Lookup | None = None,
    unreadable: Sequence[InputError] = (),
) -> Findings:
    """The diagnostics of the `most` worst results, and what goes with them; `lookup` as newsgraph.place.search has it."""
    worst: Sequence[Result] = sorted(report.results)[:most]
    told = tuple(diagnostics(worst, sources, rules, lookup))
    names = tuple(s.name for s in sources)
    return Findings(report, told, names, tuple(unmatched), rules, language, tuple(unreadable))
