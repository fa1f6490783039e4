"""The documents of a release beside its pages: what ontology/w3id/.htaccess leads to when nobody asks for HTML."""

import pyoxigraph as ox

from newsgraph.data import folder
from newsgraph.rdf import read_data, union

DOCUMENTS = (("ontology", "newsgraph.ttl"), ("concept", "concepts.ttl"), ("alignment", "alignment.ttl"))


def documents() -> dict[str, bytes]:
    """File names and contents: ontology, concepts and alignment in three formats, all shapes in one file, the context."""
    found = {"context.jsonld": folder("ontology").joinpath("context.jsonld").read_bytes(), "shapes.ttl": _shapes()}
    for name, file in DOCUMENTS:
        triples = union(read_data("ontology", file))
        found[f"{name}.ttl"] = folder("ontology").joinpath(file).read_bytes()
        found[f"{name}.jsonld"] = ox.serialize(triples, format=ox.RdfFormat.JSON_LD) or b""
        found[f"{name}.rdf"] = ox.serialize(triples, format=ox.RdfFormat.RDF_XML) or b""
    return dict(sorted(found.items()))


def _shapes() -> bytes:
    """The shape files one after the other: together they are one Turtle document (shapes/README.md)."""
    files = sorted((f for f in folder("shapes").iterdir() if f.name.endswith(".ttl")), key=lambda f: f.name)
    return b"\n".join(f.read_bytes() for f in files)
