"""The diagram as SVG, with its own colours for light and dark."""

from collections.abc import Iterator
from importlib.resources import files

from newsgraph.docs.diagram import HEAD, LINE, Area, Arrow, Box, Drawing, Point, drawing, layout
from newsgraph.docs.html import Markup, el, join
from newsgraph.docs.reference import Reference


def svg(about: Reference, language: str, home: str = "") -> Markup:
    """The drawing as SVG; boxes link to the anchors of the page `home`."""
    d = drawing(about, language)
    w, h = (f"{n:g}" for n in d.size)
    parts = (
        el("title", layout()["title"][language], id="dg-title"),
        el("style", Markup(files("newsgraph.docs").joinpath("diagram.css").read_text("utf-8"))),
        el("defs", _marker("dg-tip", "M0,0 L9,4 L0,8 Z"), _marker("dg-kind", "M0.5,0.5 L9.5,5 L0.5,9.5 Z", 10)),
        *(_panel(name, title, area) for name, title, area in d.panels),
        *_paths(d.arrows),
        *(_drawn_box(box, about, home) for box in d.boxes),
        *(_words(arrow) for arrow in d.arrows),
        _legend(language, d),
    )
    frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {w} {h}", "role": "img", "lang": language}
    return el("svg", join(*parts, by="\n"), class_="dg", aria_labelledby="dg-title", **frame)


def _marker(name: str, shape: str, size: int = 9) -> Markup:
    head = {"viewBox": "0 0 10 10", "refX": "9", "refY": f"{size // 2}", "markerWidth": "10", "markerHeight": "10"}
    return el("marker", el("path", d=shape), id=name, orient="auto", markerUnits="userSpaceOnUse", **head)


def _rect(area: Area, name: str, r: int) -> Markup:
    at = {"x": f"{area.x:g}", "y": f"{area.y:g}", "width": f"{area.w:g}", "height": f"{area.h:g}"}
    return el("rect", rx=str(r), class_=name, **at)


def _text(words: str, x: float, y: float, name: str, anchor: str = "") -> Markup:
    return el("text", words, x=f"{x:g}", y=f"{y:g}", class_=name, text_anchor=anchor)


def _panel(name: str, title: str, area: Area) -> Markup:
    heading = _text(title, area.x + 18, area.y + 24, "dg-heading")
    return el("g", _rect(area, "dg-panel", 14), heading, class_=f"dg-{name}")


def _drawn_box(box: Box, about: Reference, home: str) -> Markup:
    a, middle = box.area, box.area.x + box.area.w / 2
    foreign = "" if box.term in about.terms else " dg-foreign"
    rule = el("path", d=f"M{a.x:g},{a.y + HEAD:g} h{a.w:g}", class_="dg-rule") if box.lines else ""
    lines = (_text(line, a.x + 12, a.y + HEAD + LINE * (i + 1), "dg-line") for i, line in enumerate(box.lines))
    title = _text(box.title, middle, a.y + 19, "dg-title", "middle")
    code = _text(box.term, middle, a.y + 35, "dg-code", "middle")
    drawn = el("g", _rect(a, f"dg-box{foreign}", 7), title, code, rule, *lines)
    return el("a", drawn, href=f"{home}#{about.anchors[box.term]}") if box.term in about.anchors else drawn


def _paths(arrows: tuple[Arrow, ...]) -> Iterator[Markup]:
    """A path for each property; one for all the kinds of a class, so that shared stretches are drawn once."""
    yield from (_path("dg-tip", arrow.points) for arrow in arrows if arrow.properties)
    for end in dict.fromkeys(arrow.points[-1] for arrow in arrows if not arrow.properties):
        yield _path("dg-kind", *(a.points for a in arrows if not a.properties and a.points[-1] == end))


def _path(tip: str, *lines: tuple[Point, ...]) -> Markup:
    """Lines that end in one tip."""
    d = " ".join("M" + " L".join(f"{x:g},{y:g}" for x, y in points) for points in lines)
    return el("path", d=d, class_="dg-arrow", marker_end=f"url(#{tip})")


def _words(arrow: Arrow) -> Markup:
    x, y = arrow.at
    last = len(arrow.label) - 1
    return join(
        *(_text(line, x, y - LINE * (last - i), "dg-label", arrow.anchor) for i, line in enumerate(arrow.label))
    )


def _legend(language: str, d: Drawing) -> Markup:
    y, words = d.size[1] - 22, layout()["legend"][language]
    signs = (_path("dg-kind", ((30, y - 4), (70, y - 4))), _path("dg-tip", ((230, y - 4), (270, y - 4))))
    return el("g", *signs, *(_text(word, x, y, "dg-note") for word, x in zip(words, (80, 280, 420), strict=True)))
