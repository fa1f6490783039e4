"""One term as an entry of the page: name, meaning, neighbours, example."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from newsgraph.docs import example
from newsgraph.docs.html import Markup, el, is_web, join
from newsgraph.docs.reference import Reference, Shape, Term, Texts
from newsgraph.namespace import PREFIXES

OTHER = {"de": "en", "en": "de"}


@cache
def all_words() -> Mapping[str, Mapping[str, Any]]:
    """The table words.toml."""
    return tomllib.loads(files("newsgraph.docs").joinpath("words.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class View:
    """What is shown, and in which language."""

    about: Reference
    language: str

    def word(self, key: str) -> str:
        """A word of the page."""
        return str(all_words()[self.language][key])

    def pick(self, texts: Texts, default: str = "") -> str:
        """The text in the language of the page, else any."""
        return texts.get(self.language) or next(iter(texts.values()), "") or default

    def link(self, curie: str) -> Markup:
        """A term as a link to its entry, or to where it is defined."""
        if curie in self.about.anchors:
            return el("a", el("code", curie), href=f"#{self.about.anchors[curie]}")
        prefix, _, local = curie.partition(":")
        iri = PREFIXES[prefix] + local if prefix in PREFIXES else curie
        return el("a", el("code", curie), href=iri, rel="noopener") if is_web(iri) else el("code", curie)

    def order(self, t: Term | Shape) -> tuple[str, str]:
        """What to sort by: the label in this language, umlauts beside their vowels."""
        return unicodedata.normalize("NFKD", self.pick(t.label, t.curie)).casefold(), t.curie

    def links(self, curies: Iterable[str]) -> Markup:
        """Several of them."""
        return join(*(self.link(c) for c in curies), by=", ")

    def row(self, key: str, content: str) -> Markup:
        """A line of an entry; nothing where there is nothing to say."""
        return el("div", el("dt", self.word(key)), el("dd", content)) if content else Markup("")


def term(view: View, t: Term) -> Markup:
    """A class or property."""
    rows = _class_rows(view, t) if t.kind == "class" else _property_rows(view, t)
    rows += [view.row(key, view.links(t.links[key])) for key in ("matches", "replaced")]
    rows += [view.row("other_name", _other(view, t.label))]
    body = (el("p", view.pick(t.definition), class_="meaning"), _note(view, t), el("dl", *rows), _sample(view, t))
    title = head(view, t.curie, t.label, view.word(t.kind), old=t.deprecated)
    return el("article", title, *body, id=view.about.anchors[t.curie], class_="entry")


def head(view: View, curie: str, label: Texts, kind: str, old: bool = False, badge: str = "") -> Markup:
    """Label, short form, kind."""
    mark = el("span", view.word("deprecated"), class_="badge old") if old else Markup("")
    tag = el("span", kind, class_=f"badge {badge}".strip())
    anchor = el("a", el("code", curie), href=f"#{view.about.anchors[curie]}", class_="self")
    return el("h4", el("span", view.pick(label, curie), class_="name"), " ", anchor, " ", tag, mark)


def _other(view: View, label: Texts) -> Markup:
    word = label.get(OTHER[view.language], "")
    return el("span", word, lang=OTHER[view.language]) if word else Markup("")


def _note(view: View, t: Term) -> Markup:
    return el("p", view.pick(t.note), class_="note") if t.note else Markup("")


def _class_rows(view: View, t: Term) -> list[Markup]:
    about, above = view.about, view.about.ancestors(t.curie)
    properties = about.of("object", "datatype", "annotation")
    disjoint = (c.curie for c in about.of("class") if t.curie in c.links["disjoint"])
    checks = sorted(s.curie for s in about.shapes.values() if ("targetClass", t.curie) in s.targets)
    return [
        view.row("parents", view.links(t.links["parents"])),
        view.row("children", view.links(c.curie for c in about.of("class") if t.curie in c.links["parents"])),
        view.row("disjoint", view.links(sorted({*t.links["disjoint"], *disjoint}))),
        view.row("own", view.links(p.curie for p in properties if t.curie in p.links["domain"])),
        view.row("usual", view.links(_usual(view.about, t.curie))),
        view.row("inherited", view.links(p.curie for p in properties if set(above) & set(p.links["domain"]))),
        view.row("incoming", view.links(p.curie for p in properties if t.curie in p.links["range"])),
        view.row("checks", view.links(checks)),
    ]


def _property_rows(view: View, t: Term) -> list[Markup]:
    anything = view.word("anything")
    return [
        view.row("parents", view.links(t.links["parents"])),
        view.row("domain", view.links(t.links["domain"]) or anything),
        view.row("range", view.links(t.links["range"]) or anything),
        view.row("checks", view.links(sorted(s.curie for s in view.about.shapes.values() if _checks(s, t.curie)))),
    ]


def _usual(about: Reference, curie: str) -> list[str]:
    """The properties without a domain that the shapes of a class look at."""
    paths = (_in_path(s) for s in about.shapes.values() if ("targetClass", curie) in s.targets)
    return sorted({p for path in paths for p in path if p in about.terms and not about.terms[p].links["domain"]})


def _checks(shape: Shape, curie: str) -> bool:
    return bool(shape.targets) and (curie in _in_path(shape) or any(name == curie for _, name in shape.targets))


def _in_path(shape: Shape) -> list[str]:
    return re.findall(r"(?<![\w-])[\w-]+:[\w-]+", shape.path)


def _sample(view: View, t: Term) -> Markup:
    samples = view.about.samples
    turtle = example.of_class(t.curie, samples) if t.kind == "class" else example.of_property(t.curie, samples)
    return el("details", el("summary", view.word("in_turtle")), el("pre", el("code", turtle))) if turtle else Markup("")
