"""Diagnostics for people: place, message, the lines of the file with what is wrong underlined, demand, help."""

import unicodedata
from collections.abc import Callable, Iterator

from newsgraph.diagnostic.diagnostic import Diagnostic
from newsgraph.diagnostic.findings import UNMATCHED, Findings
from newsgraph.notation import shown, visible
from newsgraph.place.place import Place

WIDEST = 110  # columns of a line of the file that are shown
WORDS = {
    "en": {"demand": "demanded", "found": "found", "help": "help", "more": "more", "node": "node"},
    "de": {"demand": "verlangt", "found": "gefunden", "help": "Hilfe", "more": "mehr", "node": "Knoten"},
}
REST = {
    "en": "… and {:,} more findings; --max-results 0 shows all",
    "de": "… und {:,} weitere Befunde; --max-results 0 zeigt alle",
}
COLOURS = {"violation": "red", "warning": "yellow", "info": "blue"}
Style = Callable[..., str]


def plain(text: str, **_: object) -> str:
    """The style of a text that goes into a file or a pipe."""
    return text


def text(findings: Findings, style: Style = plain) -> Iterator[str]:
    """All diagnostics, parted by empty lines; `style` colours (click.style)."""
    for n, told in enumerate(_told(findings, style)):
        yield "\n" * bool(n) + told + "\n"


def _told(findings: Findings, style: Style) -> Iterator[str]:
    language = findings.language
    severity = style("violation", fg=COLOURS["violation"], bold=True)
    yield from (diagnostic_text(d, language, style) for d in findings.diagnostics)
    yield from (f"{style(visible(f), bold=True)}: {severity}: {UNMATCHED[language]}" for f in findings.unmatched)
    if findings.rest:
        yield REST[language].format(findings.rest)


def diagnostic_text(diagnostic: Diagnostic, language: str = "en", style: Style = plain) -> str:
    """A diagnostic as some lines of text."""
    return "\n".join(_lines(diagnostic, language, style))


def where(diagnostic: Diagnostic) -> str:
    """`file:line:column`, the path of a JSON document behind it; the node where there is no place."""
    place = diagnostic.place
    if place is None:
        return shown(diagnostic.result.focus_node)
    parts = [visible(place.file), *(str(n) for n in (place.line, place.column) if n)]
    return ":".join(parts) + (f" {place.path}" if place.path else "")


def _lines(diagnostic: Diagnostic, language: str, style: Style) -> Iterator[str]:
    severity, words = diagnostic.severity, WORDS[language]
    message = " ".join(visible(diagnostic.result.text(language)).split())
    colour = COLOURS[severity]
    yield (
        f"{style(where(diagnostic), bold=True)}: {style(severity, fg=colour, bold=True)} "
        f"{style(diagnostic.shape_name, bold=True)}: {message}"
    )
    place = diagnostic.place
    indent = " " * (len(str(place.lines[-1][0])) if place and place.lines else 1)
    if place is not None:
        yield from _excerpt(place, indent, lambda t: style(t, fg=colour, bold=True), lambda t: style(t, dim=True))
    node, path = shown(diagnostic.result.focus_node), diagnostic.result.path
    facts = {
        words["node"]: f"{node} {path}".rstrip(),
        words["demand"]: diagnostic.demand,
        words["found"]: diagnostic.found,
        words["help"]: diagnostic.suggestion(language),
        words["more"]: diagnostic.explain,
    }
    for name, fact in facts.items():
        if fact:
            yield f"{indent} = {style(name, bold=True)}: {visible(fact)}"


def _excerpt(place: Place, indent: str, mark: Style, dim: Style) -> Iterator[str]:
    """The lines of the triple; «…» stands for lines between them."""
    if place.lines:
        yield dim(f"{indent} |")
    before = None
    for number, line in place.lines:
        if before is not None and number > before + 1:
            yield dim(f"{indent} | …")
        first = place.column - 1 if number == place.line else 0
        shift = max(0, first - WIDEST // 2) if len(line) > WIDEST else 0
        part = line[shift : shift + WIDEST]
        cut = ("…" if shift else "", "…" if shift + WIDEST < len(line) else "")
        yield f"{dim(f'{number:>{len(indent)}} |')} {cut[0]}{_seen(part)}{cut[1]}".rstrip()
        if number == place.line:
            start, marked = part[: first - shift], part[first - shift : first - shift + place.width]
            blanks = " " * (_columns(_seen(start)) + len(cut[0]))
            yield f"{dim(f'{indent} |')} {blanks}{mark('^' * max(1, _columns(_seen(marked))))}"
        before = number


def _seen(text: str) -> str:
    """A part of a line as a terminal shows it: tabs as four blanks, no control characters."""
    return visible(text.replace("\t", "    "))


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: two for a wide character, none for one that combines."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
