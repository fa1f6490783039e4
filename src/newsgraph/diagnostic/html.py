"""A report as HTML for notebooks: a table in the colours of the page, so that it is legible on light and on dark."""

from newsgraph.docs.html import Markup, el, join
from newsgraph.namespace import shorten
from newsgraph.notation import shown, visible
from newsgraph.report import SEVERITIES, Report, Result

MOST = 100
# colours that stand out on white and on black
COLOURS = ("#d1433f", "#b7791f", "#3b82c4")
CELL = "padding:.25em .75em .25em 0;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.35)"
HEADS = ("severity", "node", "path", "value", "message", "shape")


def html(report: Report) -> str:
    """The report: its verdict, its worst results as a table, the focus nodes of each shape to unfold."""
    verdict = "conforms" if report.conforms else "does not conform" if report.matched else "nothing was checked"
    counts = ", ".join(f"{report.count(s)} {s.lower()}{'s' * (report.count(s) != 1)}" for s in SEVERITIES)
    parts = [el("p", el("strong", verdict), f": {counts}")]
    if report.results:
        parts.append(_table(report))
    rest = len(report.results) - MOST
    if rest > 0:
        parts.append(el("p", f"… and {rest:,} more"))
    parts += [el("p", note) for note in report.notes]
    return str(el("div", *parts, _focus(report)))


def _table(report: Report) -> Markup:
    head = el("tr", *(el("th", name, style=CELL) for name in HEADS))
    rows = (_row(r) for r in report.results[:MOST])
    return el(
        "table", el("thead", head), el("tbody", join(*rows)), style="border-collapse:collapse;background:transparent"
    )


def _row(result: Result) -> Markup:
    value = "" if result.value_node is None else shown(result.value_node)
    texts = (shown(result.focus_node), result.path, value, visible(result.text("en")), result.shape_name)
    mark = el("strong", SEVERITIES[result.severity].lower(), style=f"color:{COLOURS[result.severity]}")
    return el("tr", el("td", mark, style=CELL), *(el("td", text, style=CELL) for text in texts))


def _focus(report: Report) -> Markup:
    shapes = [(shape, n) for shape, n in report.focus_nodes if n]
    listed = el("ul", *(el("li", f"{shorten(shape)}: {n:,}") for shape, n in shapes))
    return el("details", el("summary", f"focus nodes of {len(shapes)} shapes"), listed)
