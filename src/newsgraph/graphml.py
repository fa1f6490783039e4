"""GraphML: things and relations for graph programs (networkx, Gephi, yEd; http://graphml.graphdrawing.org/specification.html).

Relations of the same two things stay apart: each edge has an id. What XML cannot hold is written as U+FFFD.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import fields

import pyoxigraph as ox

from newsgraph.network import Relation, Thing, network

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
# XML 1.0, production [2]
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NODE = tuple(f.name for f in fields(Thing) if f.name != "id")
EDGE = tuple(f.name for f in fields(Relation) if f.name not in ("source", "target"))


def write(triples: Collection[ox.Triple]) -> bytes:
    """The network of a graph as GraphML in UTF-8."""
    return "".join(_parts(triples)).encode()


def escaped(text: str) -> str:
    """A text that may stand between tags or in an attribute; a carriage return as a reference, or XML reads a line feed."""
    text = NOT_XML.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def _parts(triples: Collection[ox.Triple]) -> Iterator[str]:
    found = network(triples)
    yield HEAD
    for owner, names in (("node", NODE), ("edge", EDGE)):
        for name in names:
            kind = "boolean" if name == "negated" else "string"
            yield f'  <key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph id="newsgraph" edgedefault="directed">\n'
    for thing in found.things:
        yield f'    <node id="{escaped(thing.id)}">{_data("node", thing, NODE)}</node>\n'
    for i, edge in enumerate(found.relations, 1):
        ends = f'source="{escaped(edge.source)}" target="{escaped(edge.target)}"'
        yield f'    <edge id="e{i}" {ends}>{_data("edge", edge, EDGE)}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def _data(owner: str, item: Thing | Relation, names: tuple[str, ...]) -> str:
    """What is known of a node or an edge; what is empty is left out."""
    values = ((name, getattr(item, name)) for name in names)
    return "".join(
        f'<data key="{owner}-{name}">{"true" if value is True else escaped(value)}</data>'
        for name, value in values
        if value
    )
