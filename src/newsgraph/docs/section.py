"""The parts of the page."""

from collections.abc import Iterable

from newsgraph.docs import entry, example
from newsgraph.docs.diagram import layout
from newsgraph.docs.entry import View
from newsgraph.docs.html import Markup, el, join
from newsgraph.docs.reference import Shape, Term
from newsgraph.docs.svg import svg
from newsgraph.namespace import shorten


def section(view: View, key: str, *content: str) -> Markup:
    """A part with its heading, and a sentence about it."""
    note = el("p", view.word(f"{key}_note"), class_="lead")
    return el("section", el("h2", view.word(key)), note, *content, id=f"section-{key}")


def picture(view: View) -> Markup:
    """The diagram; it scrolls sideways where the screen is narrow."""
    return section(view, "picture", el("div", svg(view.about, view.language), class_="picture", tabindex="0"))


def worked(view: View) -> Markup:
    """One claim with all that hangs on it."""
    turtle = example.worked(view.about.samples)
    return section(view, "example", el("pre", el("code", turtle), tabindex="0")) if turtle else Markup("")


def by_panel(view: View) -> list[tuple[str, str, list[Term]]]:
    """The classes in the groups of the diagram: (name, title, classes); those in no group come last."""
    boxes = [(row["term"], row["at"]) for row in layout()["box"]]
    groups, seen = [], set()
    for panel in layout()["panel"]:
        x, y, w, h = panel["area"]
        inside = {term for term, (bx, by) in boxes if x <= bx < x + w and y <= by < y + h}
        found = [t for t in view.about.of("class") if t.curie in inside]
        groups.append((panel["name"], panel["title"][view.language], found))
        seen |= inside
    rest = [t for t in view.about.of("class") if t.curie not in seen]
    return groups + ([("more", "…", rest)] if rest else [])


def classes(view: View) -> Markup:
    """Every class, by the groups of the diagram."""
    groups = (_group(f"classes-{name}", title, _entries(view, found)) for name, title, found in by_panel(view))
    return section(view, "classes", *groups)


def properties(view: View) -> Markup:
    """Every property, by name."""
    return section(view, "properties", *_entries(view, view.about.of("object", "datatype", "annotation")))


def _entries(view: View, terms: Iterable[Term]) -> list[Markup]:
    return [entry.term(view, t) for t in sorted(terms, key=view.order)]


def schemes(view: View) -> Markup:
    """Every code list with its concepts."""
    return section(view, "schemes", *(_scheme(view, s) for s in sorted(view.about.of("scheme"), key=view.order)))


def shapes(view: View) -> Markup:
    """Every shape, by the file it stands in."""
    groups = (_group(f"shapes-{name}", title, (_shape(view, s) for s in found)) for name, title, found in by_file(view))
    return section(view, "shapes", *groups)


def by_file(view: View) -> list[tuple[str, str, list[Shape]]]:
    """The shapes by their file: (name, title, shapes)."""
    titles = entry.all_words()[view.language]["files"]
    found = [s for _, s in sorted(view.about.shapes.items())]
    names = sorted({s.file for s in found})
    return [(name, titles.get(name, name), [s for s in found if s.file == name]) for name in names]


def _group(name: str, title: str, content: Iterable[Markup]) -> Markup:
    return el("div", el("h3", title, id=f"section-{name}"), *content, class_="group")


def _scheme(view: View, scheme: Term) -> Markup:
    members = sorted((t for t in view.about.of("concept") if scheme.curie in t.links["schemes"]), key=view.order)
    rows = (_concept(view, t, here=t.links["schemes"][0] == scheme.curie) for t in members)
    body = (el("p", view.pick(scheme.definition), class_="meaning"), el("dl", *rows, class_="concepts"))
    title = entry.head(view, scheme.curie, scheme.label, view.word("scheme"), old=scheme.deprecated)
    return el("article", title, *body, id=view.about.anchors[scheme.curie], class_="entry scheme")


def _concept(view: View, t: Term, here: bool) -> Markup:
    """A concept; its anchor stands in the first of its lists only."""
    anchor = view.about.anchors[t.curie]
    other = t.label.get(entry.OTHER[view.language], "")
    link = el("a", el("code", t.curie), href=f"#{anchor}", class_="self")
    name = (el("span", view.pick(t.label, t.curie), class_="name"), " ", link)
    old = el("span", view.word("deprecated"), class_="badge old") if t.deprecated else ""
    also = el("span", other, lang=entry.OTHER[view.language], class_="also") if other else ""
    meaning = el("dd", view.pick(t.definition), _small(view, t))
    return el("div", el("dt", *name, old, also), meaning, id=anchor if here else "")


def _small(view: View, t: Term) -> Markup:
    """The scope note of a concept, in small."""
    return el("small", " ", view.pick(t.note)) if t.note else Markup("")


def _shape(view: View, s: Shape) -> Markup:
    kind = view.word(s.severity or "block")
    targets = join(*(join(view.word(how), " ", view.link(name)) for how, name in s.targets), by=", ")
    rows = (
        view.row("target", targets),
        view.row("path", el("code", s.path) if s.path else ""),
        view.row("constraint", el("code", s.constraint) if s.constraint else ""),
        view.row("reason", view.pick(s.reason)),
    )
    message = el("p", f"«{view.pick(s.message)}»", class_="meaning") if s.message else ""
    queries = (_query(view, iri, text) for iri, text in s.queries)
    title = entry.head(view, s.curie, s.label, kind, badge=s.severity.lower() or "block")
    return el(
        "article", title, message, el("dl", *rows), *queries, id=view.about.anchors[s.curie], class_="entry shape"
    )


def _query(view: View, curie_iri: str, text: str) -> Markup:
    curie = shorten(curie_iri)
    summary = el("summary", view.word("query"), " ", el("code", curie))
    return el("details", summary, el("pre", el("code", text)), id=view.about.anchors.get(curie, ""))
