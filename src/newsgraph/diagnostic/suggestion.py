"""What to write instead, where the shapes tell it: the nearest term, the nearest code, the literal in the right form."""

import re
import tomllib
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cache

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.data import folder
from newsgraph.diagnostic.literal import as_type
from newsgraph.diagnostic.rules import Rules, parameter
from newsgraph.namespace import LABEL, NGS, RDF, SH, TYPE, XSD, shorten
from newsgraph.notation import in_format, shown
from newsgraph.path import is_one_step, predicates
from newsgraph.report import Result

Suggestions = tuple[tuple[str, str], ...]  # by language
NEAR = 0.65
FEW = 6  # terms that are listed
LANG_STRING = ox.NamedNode(RDF + "langString")
Write = Callable[[Term], str]  # a term as the format of the file writes it


def suggestion(result: Result, rules: Rules, nearest: str = "", fmt: str = "turtle") -> Suggestions:
    """A suggestion in both languages, () where there is none, its terms as the file's format writes them.

    `nearest` is the term that a typo probably meant.
    """
    if result.component.startswith(NGS):
        return _instead(shorten(nearest)) if nearest else ()
    find = FINDERS.get(parameter(result.component))
    return find(result, rules, lambda term: in_format(term, fmt)) if find is not None else ()


def _instead(term: str) -> Suggestions:
    return (("de", f"ist {term} gemeint?"), ("en", f"did you mean {term}?"))


def _write(literal: str) -> Suggestions:
    return (("de", f"{literal} schreiben"), ("en", f"write {literal}"))


def _datatype(result: Result, rules: Rules, write: Write) -> Suggestions:
    """The same value as a literal of the type that is asked for."""
    for wanted in rules.shapes.of(result.source, SH + "datatype"):
        found = result.value_node
        if isinstance(found, ox.Literal) and isinstance(wanted, ox.NamedNode):
            if wanted == LANG_STRING:
                return _write(write(ox.Literal(found.value, language="de")))
            literal = as_type(found.value, wanted.value.removeprefix(XSD))
            return _write(write(literal)) if literal is not None else ()
    return ()


def _member(result: Result, rules: Rules, write: Write) -> Suggestions:
    """The member of sh:in that is nearest in spelling."""
    members = [m for head in rules.shapes.of(result.source, SH + "in") for m in rules.shapes.members(head)]
    if result.value_node is None:
        return ()
    near = _near(result.value_node, members)
    return _instead(shown(near)) if near is not None else ()


def _near(found: Term, members: Iterable[Term]) -> Term | None:
    by_name = {_name(m): m for m in sorted(members, key=str, reverse=True)}
    name = _name(found)
    if (code := _currencies().get(name)) in by_name:
        return by_name[code]
    close = get_close_matches(name, by_name, n=1, cutoff=NEAR)
    return by_name[close[0]] if close else None


@cache
def _currencies() -> dict[str, str]:
    """ISO 4217 codes by the words and signs that German news and English names have for them."""
    listed = tomllib.loads(folder("languages").joinpath("de/currencies.toml").read_text("utf-8"))["currency"]
    main = [c for c in reversed(listed) if not c.get("minor")]
    return {word.upper(): c["code"] for c in main for word in (*c["words"], *c.get("symbols", ()), c["en"])}


def _name(term: Term) -> str:
    """What people mix up: the last part of an IRI, the words of a literal, without case."""
    text = str(term) if isinstance(term, ox.Triple) else term.value
    return re.split(r"[/#:]", text.rstrip("/#"))[-1].strip().upper()


def _class(result: Result, rules: Rules, write: Write) -> Suggestions:
    wanted = [shown(c) for c in rules.shapes.of(result.source, SH + "class")]
    found = result.value_node
    if not wanted or found is None:
        return ()
    kinds = [shown(c) for c in rules.kinds.get(found, ())]
    if isinstance(found, ox.Literal):
        return (("de", f"einen Knoten der Klasse {wanted[0]} nennen"), ("en", f"name a node of the class {wanted[0]}"))
    if kinds:
        return (
            ("de", f"{shown(found)} ist {' '.join(kinds)}; einen Knoten der Klasse {wanted[0]} nennen"),
            ("en", f"{shown(found)} is {' '.join(kinds)}; name a node of the class {wanted[0]}"),
        )
    return (
        ("de", f"{shown(found)} hat hier keine Klasse; auch die Dateien mitgeben, die den Knoten beschreiben"),
        ("en", f"{shown(found)} has no class here; give the files that describe it as well"),
    )


def _node_kind(result: Result, rules: Rules, write: Write) -> Suggestions:
    kinds = {shown(k) for k in rules.shapes.of(result.source, SH + "nodeKind")}
    found = result.value_node
    if isinstance(found, ox.Literal) and "sh:IRI" in kinds and re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", found.value):
        return _write(write(ox.NamedNode(found.value)))
    return ()


def _missing(result: Result, rules: Rules, write: Write) -> Suggestions:
    """The triple that is missing, with what the shape says of its value."""
    if not result.path or not isinstance(result.focus_node, ox.NamedNode):
        return ()
    first, *others = result.path.split("|") if is_one_step(result.path) else [result.path]
    triple = f"{shown(result.focus_node)} {first} …"
    kind = _kind(result.source, rules)
    german, english = f"ergänzen: {triple}", f"add: {triple}"
    if others:
        german, english = f"{german} (oder {', '.join(others)})", f"{english} (or {', '.join(others)})"
    return (
        ("de", german + (f", Wert: {kind}" if kind else "")),
        ("en", english + (f", value: {kind}" if kind else "")),
    )


def _kind(shape: Term, rules: Rules) -> str:
    """What values a shape takes, as Turtle: a class, a datatype, one of a few terms."""
    for head in rules.shapes.of(shape, SH + "in"):
        members = [shown(m) for m in rules.shapes.members(head)]
        return " | ".join([*members[:FEW], *(["…"] if len(members) > FEW else [])])
    for value in rules.shapes.of(shape, SH + "class"):
        return f"[ a {shown(value)} ]"
    for value in rules.shapes.of(shape, SH + "datatype"):
        return '"…"@de' if value == LANG_STRING else f'"…"^^{shown(value)}'
    return ""


def _surplus(result: Result, rules: Rules, write: Write) -> Suggestions:
    most = [shown(n) for n in rules.shapes.of(result.source, SH + "maxCount")]
    if most == ["0"]:
        paths = result.path.replace("|", ", ")
        return (("de", f"{paths} weglassen"), ("en", f"leave {paths} out"))
    return (("de", f"nur {most[0]} behalten"), ("en", f"keep {most[0]} of them")) if most else ()


def _closed(result: Result, rules: Rules, write: Write) -> Suggestions:
    """The allowed property whose name is nearest."""
    allowed = [
        p for shape in rules.shapes.of(result.source, SH + "property") for p in rules.shapes.of(shape, SH + "path")
    ]
    used = predicates(result.path)
    near = _near(ox.NamedNode(used[0]), [*allowed, TYPE, LABEL]) if used else None
    return _instead(shown(near)) if near is not None else ()


def _value(result: Result, rules: Rules, write: Write) -> Suggestions:
    wanted = [shown(v) for v in rules.shapes.of(result.source, SH + "hasValue")]
    if not wanted or not result.path:
        return ()
    triple = f"{shown(result.focus_node)} {result.path} {wanted[0]}"
    return (("de", f"ergänzen: {triple}"), ("en", f"add: {triple}"))


def _pattern(result: Result, rules: Rules, write: Write) -> Suggestions:
    """The value with http for https (or the reverse), or without /wiki/ and blanks, if that matches."""
    found = result.value_node
    if found is None or isinstance(found, (ox.BlankNode, ox.Triple)):
        return ()
    patterns = [str(p.value) for p in rules.shapes.of(result.source, SH + "pattern") if isinstance(p, ox.Literal)]
    for change in CHANGES:
        text = change(found.value)
        if text != found.value and patterns and all(matches(text, p) for p in patterns):
            changed = ox.Literal(text) if isinstance(found, ox.Literal) else ox.NamedNode(text)
            return _write(write(changed))
    return ()


CHANGES: tuple[Callable[[str], str], ...] = (
    str.strip,
    str.upper,
    str.lower,
    lambda text: text.replace("https://", "http://", 1),
    lambda text: text.replace("http://", "https://", 1),
    lambda text: text.replace("https://", "http://", 1).replace("/wiki/", "/entity/", 1),
    lambda text: text.replace("/wiki/", "/entity/", 1),
)


def matches(text: str, pattern: str) -> bool:
    """Whether SPARQL's REGEX matches. Asked of pyoxigraph, which takes linear time where Python's engine goes back."""
    names = {ox.Variable("t"): ox.Literal(text), ox.Variable("p"): ox.Literal(pattern)}
    rows = ox.Store().query("SELECT ?t ?p (REGEX(?t, ?p) AS ?is) {}", substitutions=dict(names))
    assert isinstance(rows, ox.QuerySolutions)
    return any(row["is"] is not None and row["is"].value == "true" for row in rows)


FINDERS: dict[str, Callable[[Result, Rules, Write], Suggestions]] = {
    "datatype": _datatype,
    "in": _member,
    "class": _class,
    "nodeKind": _node_kind,
    "minCount": _missing,
    "maxCount": _surplus,
    "closed": _closed,
    "hasValue": _value,
    "pattern": _pattern,
}
