"""A picture of the graph around one thing (SVG 1.1): for a slide, a report, a first look.

What is stated as given, hedged and denied differs in colour, in stroke and in words; every card and curve tells its
full text to a screen reader and under the pointer. No script, no font, no address is loaded.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from newsgraph.graphml import escaped
from newsgraph.layout import NAME, NOTE, WORD, Curve, Picture, Placed, laid_out
from newsgraph.lettering import shown, wrapped
from newsgraph.scene import Scene, scene

FONT = "Helvetica, Arial, 'DejaVu Sans', sans-serif"
FILL = {"left": "#e3edf7", "right": "#e4f1e4", "top": "#fdf0d5", "bottom": "#f8e3e7"}
LINE = {"left": "#2b5c8a", "right": "#2e6b34", "top": "#8a5a00", "bottom": "#9b2c3f"}
STYLES = {"plain": ("#3a3f45", ""), "hedged": ("#8a5a00", "7 4"), "denied": ("#b00020", "2 4")}
WORDS = {
    "en": {
        "title": "{name}: what articles say",
        "empty": "There is nothing to show",
        "counts": "Claims drawn: {claims}. Articles: {articles}. Sums, users and ranks are given as they are stated.",
        "plain": "stated as given",
        "hedged": "planned, possible or unclear",
        "denied": "✗ said not to be so, or disputed",
        "left": "companies, bodies, people",
        "right": "apps, chips, products",
        "top": "investments",
        "bottom": "rules and penalties",
        "more": "not drawn: {number} more ({side})",
    },
    "de": {
        "title": "{name}: was Artikel sagen",
        "empty": "Es gibt nichts zu zeigen",
        "counts": "Gezeichnete Aussagen: {claims}. Artikel: {articles}. Summen, Nutzer und Ränge wie dort angegeben.",
        "plain": "als gegeben dargestellt",
        "hedged": "geplant, möglich oder ungewiss",
        "denied": "✗ verneint oder bestritten",
        "left": "Unternehmen, Stellen, Personen",
        "right": "Apps, Chips, Produkte",
        "top": "Investitionen",
        "bottom": "Regeln und Sanktionen",
        "more": "nicht gezeichnet: {number} weitere ({side})",
    },
}
LEGEND = 92.0


def write(triples: Iterable[ox.Triple], *, focus: str | None = None, language: str = "en") -> bytes:
    """The picture in UTF-8. Raises InputError where nothing has the name of the focus."""
    found = scene(list(triples), focus, language)
    return "".join(_parts(found, laid_out(found), language)).encode()


def _parts(found: Scene, picture: Picture, language: str) -> Iterator[str]:
    words = WORDS[language]
    title = words["title"].format(name=shown(found.focus.name)) if found.focus else words["empty"]
    counts = words["counts"].format(claims=found.claims, articles=found.articles)
    yield _head(picture, title, counts, language)
    yield _text(36, 52, title, 24, "#16191d", "bold")
    yield _text(36, 78, counts, 13, "#4a4f55")
    for curve in picture.curves:
        yield _curve(curve, picture)
    for placed in picture.cards:
        yield _card(placed, found.focus is not None and placed.card.id == found.focus.id)
    for curve in picture.curves:
        yield _word(curve)
    yield _legend(found, picture.height, words)
    yield "</svg>\n"


def _head(picture: Picture, title: str, counts: str, language: str) -> str:
    size = f"{picture.width:.0f} {picture.height + LEGEND:.0f}"
    markers = "".join(
        f'<marker id="{style}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" orient="auto">'
        f'<path d="M0,0.5 L8,4 L0,7.5 Z" fill="{colour}"/></marker>'
        for style, (colour, _) in STYLES.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img" aria-labelledby="title desc" '
        f'xml:lang="{language}" font-family="{FONT}">\n'
        f'<title id="title">{escaped(title)}</title>\n<desc id="desc">{escaped(counts)}</desc>\n'
        f'<defs>{markers}</defs>\n<rect width="100%" height="100%" fill="#ffffff"/>\n'
    )


def _text(
    x: float, y: float, text: str, size: float, colour: str, weight: str = "normal", anchor: str = "start"
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" font-weight="{weight}" '
        f'text-anchor="{anchor}">{escaped(text)}</text>\n'
    )


def _card(placed: Placed, focus: bool) -> str:
    """A card with its lines; its full text as its title."""
    card, box = placed.card, placed.box
    parts = [
        f"<g><title>{escaped(shown('; '.join((card.name, *card.notes))))}</title>"
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="8" '
        f'fill="{FILL[card.side]}" stroke="{LINE[card.side]}" stroke-width="{3 if focus else 1.2}"/>\n'
    ]
    used = len(placed.name) * (NAME + 4) + len(placed.notes) * (NOTE + 4)
    x, y = box.x + box.width / 2, box.y + (box.height - used) / 2
    for line in placed.name:
        y += NAME + 4
        parts.append(_text(x, y - 5, line, NAME, "#16191d", "bold", "middle"))
    for line in placed.notes:
        y += NOTE + 4
        parts.append(_text(x, y - 4, line, NOTE, "#33383d", "normal", "middle"))
    return "".join(parts) + "</g>\n"


def _curve(curve: Curve, picture: Picture) -> str:
    """An edge; who says what of whom as its title."""
    names = {p.card.id: p.card.name for p in picture.cards}
    colour, dashes = STYLES[curve.edge.style]
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = curve.points
    tip = f"{names[curve.edge.source]} → {curve.words} → {names[curve.edge.target]}"
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path d="M{x1:.1f},{y1:.1f} C{x2:.1f},{y2:.1f} {x3:.1f},{y3:.1f} {x4:.1f},{y4:.1f}" fill="none" '
        f'stroke="{colour}" stroke-width="1.5"{dashed} marker-end="url(#{curve.edge.style})">'
        f"<title>{escaped(shown(tip))}</title></path>\n"
    )


def _word(curve: Curve) -> str:
    """The words of an edge on a white ground."""
    if curve.box is None:
        return ""
    box = curve.box
    ground = (
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" rx="3" '
        'fill="#ffffff" fill-opacity="0.9"/>'
    )
    x, y = box.middle
    return ground + _text(x, y + WORD * 0.35, curve.words, WORD, STYLES[curve.edge.style][0], "normal", "middle")


def _legend(found: Scene, top: float, words: dict[str, str]) -> str:
    """What strokes and colours mean, and what found no room."""
    parts, x = [], 36.0
    for style, (colour, dashes) in STYLES.items():
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        parts.append(
            f'<path d="M{x:.0f},{top + 14:.0f} h52" stroke="{colour}" stroke-width="2"{dashed} marker-end="url(#{style})"/>'
            + _text(x + 62, top + 18, words[style], 12, "#33383d")
        )
        x += 290
    x = 36.0
    for side in ("left", "right", "top", "bottom"):
        parts.append(
            f'<rect x="{x:.0f}" y="{top + 36:.0f}" width="18" height="14" rx="3" fill="{FILL[side]}" stroke="{LINE[side]}"/>'
            + _text(x + 26, top + 47, words[side], 12, "#33383d")
        )
        x += 290
    more = "; ".join(words["more"].format(number=n, side=words[side]) for side, n in found.left_out)
    return "".join(parts) + (_text(36, top + 74, wrapped(more, 12, 1240, 1)[0], 12, "#33383d") if more else "")
