"""JSON-LD with our context: compact, typed, one object a thing. The context is written into the document,
so that a reader needs no network."""

import json
import sys
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from newsgraph.data import folder
from newsgraph.namespace import TYPE
from newsgraph.rdf import written


def context() -> dict[str, Any]:
    """The content of `@context` in ontology/context.jsonld."""
    document = json.loads(folder("ontology").joinpath("context.jsonld").read_text("utf-8"))
    found: dict[str, Any] = document["@context"]
    return found


def write(triples: Iterable[ox.Triple]) -> bytes:
    """The graph as a compacted JSON-LD 1.1 document in UTF-8."""
    jsonld = pyld()
    expanded = json.loads(ox.serialize(written(triples), format=ox.RdfFormat.JSON_LD) or b"[]")
    expanded = [_typed(node) for node in expanded]
    options = {"documentLoader": _refuse, "processingMode": "json-ld-1.1", "graph": True}
    compact = jsonld.compact(expanded, {"@context": context()}, options)
    compact["@graph"] = sorted(compact["@graph"], key=lambda node: str(node.get("id")))
    return (json.dumps(compact, ensure_ascii=False, indent=1) + "\n").encode()


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


def _typed(node: dict[str, Any]) -> dict[str, Any]:
    """An expanded node with its classes under `@type`, where pyoxigraph has a property like others."""
    values = node.pop(TYPE.value, [])
    classes, rest = [v["@id"] for v in values if "@id" in v], [v for v in values if "@id" not in v]
    return node | ({"@type": classes} if classes else {}) | ({TYPE.value: rest} if rest else {})


def _refuse(url: str, _options: object) -> dict[str, Any]:
    raise ValueError(f"the context at {url} is remote; nothing is fetched")
