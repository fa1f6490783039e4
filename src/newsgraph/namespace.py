"""The namespaces of the graph and the prefixes under which people write them (ontology/README.md)."""

from functools import lru_cache

from pyoxigraph import NamedNode

from newsgraph.errors import InputError

NG = "https://w3id.org/newsgraph/ontology#"
NGC = "https://w3id.org/newsgraph/concept/"
NGI = "https://w3id.org/newsgraph/id/"
NGS = "https://w3id.org/newsgraph/shapes#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SH = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SKOSXL = "http://www.w3.org/2008/05/skos-xl#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"

PREFIXES = {
    "dcterms": DCTERMS,
    "ng": NG,
    "ngc": NGC,
    "ngi": NGI,
    "ngs": NGS,
    "oa": OA,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sh": SH,
    "skos": SKOS,
    "skosxl": SKOSXL,
    "xsd": XSD,
}
LONGEST_FIRST = sorted(((space, prefix) for prefix, space in PREFIXES.items()), key=lambda s: (-len(s[0]), s[0]))

TYPE = NamedNode(RDF + "type")
LABEL = NamedNode(RDFS + "label")


@lru_cache(10_000)
def expand(curie: str) -> NamedNode:
    """The node that a CURIE with one of PREFIXES stands for.

    >>> expand("ng:amount").value
    'https://w3id.org/newsgraph/ontology#amount'
    """
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def checked(space: str) -> str:
    """The namespace itself. Raises InputError where it is no IRI that names can be appended to."""
    try:
        NamedNode(space)
    except ValueError as e:
        raise InputError(f"{space!r} is no IRI", advice="give one such as https://example.org/id/") from e
    if not space.endswith(("/", "#", ":", "=")):
        raise InputError(f"{space!r} has no end that parts it from names", advice="end it with / or #")
    return space


def shorten(iri: str) -> str:
    """The CURIE of an IRI; the IRI itself where no prefix fits.

    >>> shorten("https://w3id.org/newsgraph/id/alpha")
    'ngi:alpha'
    """
    for space, prefix in LONGEST_FIRST:
        if iri.startswith(space):
            return f"{prefix}:{iri[len(space) :]}"
    return iri
