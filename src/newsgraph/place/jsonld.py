"""JSON-LD read with places: the tree says where, pyoxigraph says what.

Each value of a node object is parsed by itself, under the contexts around it, as a document of one property; so terms,
coercion and language maps mean what they mean to pyoxigraph (JSON-LD 1.1, sections 4 and 5). Not placed: what stands under
a type-scoped context.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.place.json import Item, Member, plain
from newsgraph.place.json import read as read_json
from newsgraph.place.span import Located, Span

Wanted = frozenset[str]
PROBE = "https://w3id.org/newsgraph/probe"
VALUE_KEYS = {"@value", "@list", "@set"}
REVERSE = "@reverse"


@dataclass(frozen=True, slots=True)
class Node:
    """A node object: its members, its place, the path to it, the contexts that hold in it, the IRI or label it has."""

    item: Item
    path: str
    contexts: tuple[Any, ...]
    name: str


def read(content: bytes, base: str, wanted: Wanted | None = None) -> Iterator[Located]:
    """The triples of a document that pyoxigraph accepts; with `wanted`, only those of nodes with such an IRI."""
    for node in _nodes(read_json(content), "$", (), base):
        if wanted is None or (not node.name.startswith("_:") and node.name in wanted):
            yield from _triples(node, base)


def _nodes(item: Item, path: str, contexts: tuple[Any, ...], base: str) -> Iterator[Node]:
    """All node objects in and below an item."""
    if isinstance(item.value, list):
        for n, member in enumerate(item.value):
            yield from _nodes(member, f"{path}[{n}]", contexts, base)
    if not isinstance(item.value, dict):
        return
    members = item.value
    if "@context" in members:
        own = plain(members["@context"].item)
        contexts = (*contexts, *(own if isinstance(own, list) else [own]))
    if not VALUE_KEYS & members.keys():
        yield Node(item, path, contexts, _name(item, contexts, base))
    for key, member in members.items():
        where = f"{path}[{_quoted(key)}]"
        if key == REVERSE and isinstance(member.item.value, dict):  # no node, but properties that lead here
            for name, inner in member.item.value.items():
                yield from _nodes(inner.item, f"{where}[{_quoted(name)}]", contexts, base)
        elif key != "@context":
            yield from _nodes(member.item, where, contexts, base)


def _quoted(key: str) -> str:
    """A member's name in a normalized path (RFC 9535, section 2.7)."""
    escaped = json.dumps(key, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{escaped}'"


def _id(item: Item, contexts: tuple[Any, ...]) -> tuple[str, Span] | None:
    """The value of @id, or of a term that stands for it, with its place."""
    aliases = ["@id", *(k for c in contexts if isinstance(c, dict) for k, v in c.items() if v == "@id")]
    members = item.value if isinstance(item.value, dict) else {}
    for key in aliases:
        member = members.get(key)
        if member is not None and isinstance(member.item.value, str):
            return member.item.value, member.item.span
    return None


def _name(item: Item, contexts: tuple[Any, ...], base: str) -> str:
    """The IRI of a node object, or `_:` and a label: its own, or one by its place."""
    found = _id(item, contexts)
    if found is None:
        return f"_:n{item.span.start}"
    if found[0].startswith("_:"):
        return f"_:l{found[0][2:]}"
    prefix, colon, local = found[0].partition(":")
    space = next((c[prefix] for c in reversed(contexts) if isinstance(c, dict) and isinstance(c.get(prefix), str)), "")
    if colon and (local.startswith("//") or (space.endswith(("/", "#")) and "//" in space)):
        return found[0] if local.startswith("//") else space + local
    probed = _parsed({"@context": list(contexts), "@id": found[0], PROBE: 1}, base)
    return str(getattr(probed[0].subject, "value", "")) if probed else f"_:n{item.span.start}"


def _parsed(document: dict[str, Any], base: str) -> list[ox.Quad]:
    try:
        return list(ox.parse(input=json.dumps(document).encode(), format=ox.RdfFormat.JSON_LD, base_iri=base))
    except (ValueError, SyntaxError):
        return []


def _triples(node: Node, base: str) -> Iterator[Located]:
    members = node.item.value
    assert isinstance(members, dict)
    found = _id(node.item, node.contexts)
    here = found[1] if found else Span(node.item.span.start, node.item.span.start + 1)
    for key, member in members.items():
        path = f"{node.path}[{_quoted(key)}]"
        if key == REVERSE and isinstance(member.item.value, dict):
            for name, inner in member.item.value.items():
                yield from _member(node, here, (REVERSE, name), inner, f"{path}[{_quoted(name)}]", base)
        elif key == "@type" or not key.startswith("@"):
            yield from _member(node, here, (key,), member, path, base)


def _member(node: Node, here: Span, keys: tuple[str, ...], member: Member, path: str, base: str) -> Iterator[Located]:
    """The triples of a member, which may be one of @reverse; those of a reverse property have the node as object."""
    values = member.item.value if isinstance(member.item.value, list) else None
    for n, value in enumerate(values if values is not None else [member.item]):
        where = path if values is None else f"{path}[{n}]"
        for subject, predicate, term, back in _stated(node, keys, value, base):
            spans, paths = (here, member.name, value.span), (node.path, path, where)
            if back:
                spans, paths = (spans[2], spans[1], spans[0]), (paths[2], paths[1], paths[0])
            yield Located(subject, predicate, term, spans, paths)


def _stated(node: Node, keys: tuple[str, ...], value: Item, base: str) -> Iterator[tuple[Term, Term, Term, bool]]:
    """The triples of one value of a member, with the node as subject, or (and True) as object."""
    inner: object = _flat(value, node.contexts, base)
    for key in reversed(keys):
        inner = {key: inner}
    assert isinstance(inner, dict)
    own = ox.BlankNode(node.name[2:]) if node.name.startswith("_:") else ox.NamedNode(node.name)
    for quad in _parsed({"@context": list(node.contexts), "@id": PROBE} | inner, base):
        if quad.subject == ox.NamedNode(PROBE):
            yield own, quad.predicate, _own(quad.object, value), False
        elif quad.object == ox.NamedNode(PROBE):
            yield _own(quad.subject, value), quad.predicate, own, True


def _flat(value: Item, contexts: tuple[Any, ...], base: str) -> object:
    """A node object as a reference to it, everything else as it is; a map of scalars may be one of languages."""
    if not isinstance(value.value, dict) or VALUE_KEYS & value.value.keys():
        return plain(value)
    if not any(_has_object(member.item) for member in value.value.values()) and _id(value, contexts) is None:
        return plain(value)
    inner = value.value.get("@context")
    own = plain(inner.item) if inner is not None else []
    return {"@id": _name(value, (*contexts, *(own if isinstance(own, list) else [own])), base)}


def _has_object(item: Item) -> bool:
    return isinstance(item.value, dict) or (isinstance(item.value, list) and any(map(_has_object, item.value)))


def _own(term: Term, value: Item) -> Term:
    """A blank node under the label that it has by its place."""
    if isinstance(term, ox.BlankNode) and not term.value.startswith(("n", "l")):
        return ox.BlankNode(f"n{value.span.start}")
    return term
