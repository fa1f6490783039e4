"""A whole page in one language."""

from collections.abc import Iterable

from newsgraph.docs import section
from newsgraph.docs.entry import OTHER, View
from newsgraph.docs.html import Markup, el, is_web, join
from newsgraph.docs.reference import Reference, Shape, Term
from newsgraph.namespace import NG

PARTS = ("picture", "example", "classes", "properties", "schemes", "shapes")
FILES = {"en": "index.html", "de": "index.de.html"}


def page(about: Reference, language: str) -> str:
    """The page as text."""
    view = View(about, language)
    parts = (section.worked, section.classes, section.properties, section.schemes, section.shapes)
    main = el("main", *(part(view) for part in parts), _foot(view), id="section-content")
    skip = el("a", view.word("skip"), href="#section-content", class_="skip")
    body = el("body", skip, _top(view), section.picture(view), el("div", _contents(view), main, class_="columns"))
    return "<!DOCTYPE html>\n" + el("html", _head(view), body, lang=language) + "\n"


def _head(view: View) -> Markup:
    other = OTHER[view.language]
    alternate = el("link", rel="alternate", hreflang=other, href=FILES[other])
    links = (el("link", rel="stylesheet", href="style.css"), alternate)
    meta = (
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="description", content=view.word("lead")),
    )
    return el("head", *meta, el("title", view.word("page")), *links)


def _top(view: View) -> Markup:
    other, about = OTHER[view.language], view.about
    switch = el("a", view.word("other"), href=FILES[other], hreflang=other, lang=other, class_="switch")
    short = about.licence.removeprefix("https://")
    licence = el("a", short, href=about.licence) if is_web(about.licence) else short
    facts = (("version", about.version), ("namespace", el("code", NG)), ("licence", licence))
    about_it = el("dl", *(view.row(key, value) for key, value in facts), class_="facts")
    text = [el("p", view.pick(about.description), class_="lead"), about_it]
    text += [el("p", view.word("unregistered"), class_="note")]
    jumps = (el("li", el("a", view.word(key), href=f"#section-{key}")) for key in PARTS)
    text += [el("ul", *jumps, class_="jump")]
    return el("header", switch, el("h1", view.pick(about.title, view.word("page"))), *text, id="section-top")


def _contents(view: View) -> Markup:
    """The table of contents; each long list opens on demand, without a script."""
    about = view.about
    properties = _list(view, "A–Z", about.of("object", "datatype", "annotation"))
    classes = (_list(view, title, found) for _, title, found in section.by_panel(view))
    shapes = (_list(view, title, found) for _, title, found in section.by_file(view))
    first = (_part(view, "picture"), _part(view, "example"), _part(view, "classes"), *classes)
    rest = (
        _part(view, "properties"),
        properties,
        _part(view, "schemes"),
        _list(view, "A–Z", about.of("scheme")),
        _part(view, "shapes"),
        *shapes,
    )
    return el("nav", el("h2", view.word("contents")), *first, *rest, aria_label=view.word("contents"))


def _part(view: View, key: str) -> Markup:
    return el("p", el("a", view.word(key), href=f"#section-{key}"), class_="part")


def _list(view: View, title: str, entries: Iterable[Term | Shape]) -> Markup:
    rows = [(view.pick(t.label, t.curie), t.curie) for t in sorted(entries, key=view.order)]
    items = (el("li", el("a", label, href=f"#{view.about.anchors[curie]}", title=curie)) for label, curie in rows)
    return el("details", el("summary", title, el("span", str(len(rows)), class_="count")), el("ul", *items))


def _foot(view: View) -> Markup:
    up = el("a", view.word("back"), href="#section-top")
    return el("footer", el("p", join(view.word("footer"), " ", up)))
