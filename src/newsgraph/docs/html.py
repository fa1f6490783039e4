"""HTML, escaped by construction: plain strings are text, only Markup is markup."""

import re
from html import escape

VOID = {"meta", "link", "br", "hr"}


class Markup(str):
    """A piece of HTML or SVG that needs no more escaping."""

    __slots__ = ()


def el(tag: str, *children: str, **attributes: str) -> Markup:
    """An element; `class_` becomes class, other `_` become `-`; an attribute that is "" is left out.

    >>> el("p", "1 < 2", class_="note")
    '<p class="note">1 &lt; 2</p>'
    """
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items() if value)
    head = tag + "".join(f' {name}="{escape(value)}"' for name, value in named)
    return Markup(f"<{head}>" if tag in VOID else f"<{head}>{join(*children)}</{tag}>")


def join(*children: str, by: str = "") -> Markup:
    """Pieces one after the other."""
    return Markup(text(by).join(text(child) for child in children if child))


def text(piece: str) -> Markup:
    """A string as markup: escaped unless it is markup already. Characters that XML forbids become U+FFFD."""
    if isinstance(piece, Markup):
        return piece
    return Markup(escape(re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", piece)))


def is_web(iri: str) -> bool:
    """Whether an IRI may stand in a link."""
    return iri.startswith(("http://", "https://"))
