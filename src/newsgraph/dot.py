"""Graphviz's language: things and relations to be laid out by dot, sfdp and their kin (https://graphviz.org/doc/info/lang.html)."""

import re
from collections.abc import Collection, Iterator

import pyoxigraph as ox

from newsgraph.network import Network, Relation, Thing, network

SHAPES = {
    "Company": "box",
    "NewsOrganization": "box",
    "PublicBody": "box",
    "App": "ellipse",
    "Product": "ellipse",
    "Chip": "component",
    "Regulation": "note",
    "Investment": "hexagon",
    "FundingRound": "hexagon",
    "Acquisition": "hexagon",
    "MonetaryAmount": "plaintext",
    "Quantity": "plaintext",
    "Concept": "plaintext",
}
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029]")
WIDEST = 60


def write(triples: Collection[ox.Triple]) -> bytes:
    """The network of a graph as a directed graph in UTF-8."""
    return "".join(_parts(network(triples))).encode()


def _parts(found: Network) -> Iterator[str]:
    yield 'digraph newsgraph {\n  charset="UTF-8";\n  rankdir="LR";\n  node [fontname="Helvetica", shape="oval"];\n'
    yield '  edge [fontname="Helvetica", fontsize="10"];\n'
    for thing in found.things:
        yield f"  {quoted(thing.id)} [{_thing(thing)}];\n"
    for relation in found.relations:
        yield f"  {quoted(relation.source)} -> {quoted(relation.target)} [{_relation(relation)}];\n"
    yield "}\n"


def _thing(thing: Thing) -> str:
    name = thing.label if len(thing.label) <= WIDEST else thing.label[: WIDEST - 1] + "…"
    return f'label={label(name)}, shape="{SHAPES.get(thing.kind, "oval")}", tooltip={label(thing.label)}'


def _relation(relation: Relation) -> str:
    """Hedged relations are dashed; what is said not to be so is dotted and says so."""
    style = "dotted" if relation.negated else "solid" if relation.modality in ("", "asserted") else "dashed"
    name = f"not: {relation.predicate}" if relation.negated else relation.predicate
    tip = f", tooltip={label(f'{relation.who}: {relation.quote}')}" if relation.claim else ""
    return f'label={label(name)}, style="{style}"{tip}'


def quoted(text: str) -> str:
    """A quoted string: only the quotation mark is special in it, and a backslash before one or before a line's end."""
    return '"' + CONTROL.sub("\ufffd", text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def label(text: str) -> str:
    """A quoted string that is shown: a backslash would begin an escape (\\N, \\G), and a line feed is one."""
    return quoted(text.replace("\n", " "))
