"""JSON-LD with our context: compact, typed, one object a thing; a claim holds its passage and names its source.

The context is written into the document, so that a reader needs no network. Framing as such (W3C JSON-LD Framing) takes
PyLD a time that grows with the square of the graph; here the nodes are nested first and then compacted as PyLD does it
(newsgraph.compaction), and the tests prove that the claims are what FRAME gives.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring
from typing import Any

import pyoxigraph as ox

from newsgraph.compaction import Compaction
from newsgraph.data import folder
from newsgraph.namespace import LABEL, NG, TYPE
from newsgraph.rdf import written

Node = dict[str, Any]
EVIDENCE, SOURCE = NG + "evidence", NG + "assertedBy"
# with the option embed: "@never", and our context
FRAME = {
    "type": "Claim",
    "evidence": {"@embed": "@always", "hasSource": {"@embed": "@never"}},
    "assertedBy": {"@embed": "@always", "@explicit": True, "rdfs:label": {}},
}


def context() -> dict[str, Any]:
    """The content of `@context` in ontology/context.jsonld."""
    document = json.loads(folder("ontology").joinpath("context.jsonld").read_text("utf-8"))
    found: dict[str, Any] = document["@context"]
    return found


def write(triples: Iterable[ox.Triple]) -> bytes:
    """The graph as a JSON-LD 1.1 document in UTF-8, in which each claim holds its passage and names its source.

    It says no more and no less than the graph; `FRAME` gives the same claims in any JSON-LD processor. Raises FormatError
    for an IRI that a reader would take for a CURIE.
    """
    text = ox.serialize(written(triples), format=ox.RdfFormat.JSON_LD) or b"[]"
    nodes = Compaction(context(), compact).nodes(_nested([_typed(node) for node in json.loads(text)]))
    nodes.sort(key=lambda node: str(node["id"]))
    return f"{indented({'@context': context(), '@graph': nodes})}\n".encode()


def compact(nodes: list[Node]) -> list[Node]:
    """Expanded nodes as PyLD compacts them with our context."""
    options = {"documentLoader": _refuse, "processingMode": "json-ld-1.1", "graph": True}
    found: list[Node] = pyld().compact(nodes, {"@context": context()}, options)["@graph"]
    return found


def indented(value: Any, margin: str = "\n") -> str:
    """JSON as `json.dumps(value, ensure_ascii=False, indent=1)` writes it, in a third of the time."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = margin + " "
    if isinstance(value, dict) and value:
        return f"{{{inner}{f',{inner}'.join([f'{encode_basestring(k)}: {indented(v, inner)}' for k, v in value.items()])}{margin}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([indented(v, inner) for v in value])}{margin}]"
    return json.dumps(value)


def pyld() -> Any:
    """PyLD, imported only where JSON-LD is wanted (0.1 s), and without the loader of remote documents that it makes.

    With requests at hand it would make one by itself, which takes 0.1 s more and opens a socket to try for IPv6.
    """
    modules: dict[str, Any] = sys.modules
    hidden = {name: modules.get(name) for name in ("requests", "aiohttp")}
    modules.update(dict.fromkeys(hidden))  # None makes an import fail
    try:
        from pyld import jsonld
    finally:
        for name, module in hidden.items():
            del modules[name]
            if module is not None:
                modules[name] = module
    return jsonld


def _nested(nodes: Sequence[Node]) -> list[Node]:
    """The nodes with those that claims hold put into the claims; passages then stand nowhere else."""
    known = {node["@id"]: node for node in nodes}
    held: set[str] = set()
    framed = []
    for node in nodes:
        if NG + "Claim" in node.get("@type", ()):
            passages = [_known(known, passage) for passage in node.get(EVIDENCE, ())]
            held |= {p["@id"] for p in passages if "@id" in p and p["@id"] != node["@id"]}
            sources = [_named(_known(known, source)) for source in node.get(SOURCE, ())]
            node = node | ({EVIDENCE: passages} if passages else {}) | ({SOURCE: sources} if sources else {})
        framed.append(node)
    return [node for node in framed if node["@id"] not in held or NG + "Passage" not in node.get("@type", ())]


def _known(known: dict[str, Node], value: Node) -> Node:
    """The node that a reference leads to."""
    return known.get(value.get("@id", ""), value)


def _named(node: Node) -> Node:
    """A node with its class and its label only."""
    return {key: value for key, value in node.items() if key in ("@id", "@type", LABEL.value, "@value", "@language")}


def _typed(node: Node) -> Node:
    """An expanded node with its classes under `@type`, where pyoxigraph has a property like others."""
    values = node.pop(TYPE.value, [])
    classes, rest = [v["@id"] for v in values if "@id" in v], [v for v in values if "@id" not in v]
    return node | ({"@type": classes} if classes else {}) | ({TYPE.value: rest} if rest else {})


def _refuse(url: str, _options: object) -> dict[str, Any]:
    raise ValueError(f"the context at {url} is remote; nothing is fetched")
