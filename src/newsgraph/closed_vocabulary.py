"""Vocabularies of others whose terms are all known: a name in their namespaces that they do not have is a typing error.

The lists are those that rdflib ships (rdflib.namespace). It takes longer to load than a small file to validate, so it is
asked about terms only that our own ontology does not use.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from newsgraph.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SH, SKOS, XSD

SPACES = {
    RDF: "RDF",
    RDFS: "RDFS",
    OWL: "OWL",
    XSD: "XSD",
    SKOS: "SKOS",
    PROV: "PROV",
    DCTERMS: "DCTERMS",
    SH: "SH",
}
PREFIXES = tuple(SPACES)


def unknown(terms: Iterable[str], used: frozenset[str] = frozenset()) -> set[str]:
    """Those of some IRIs that lie in the namespace of a closed vocabulary and are no terms of it; `used` need no look.

    >>> sorted(unknown([RDFS + "label", RDFS + "lable", RDF + "_1", "https://example.org/lable"]))
    ['http://www.w3.org/2000/01/rdf-schema#lable']
    """
    return {t for t in terms if t.startswith(PREFIXES) and t not in used and not _holds(t)}


def space_of(term: str) -> str:
    """The namespace of the closed vocabulary that an IRI lies in, or ""."""
    return next((space for space in SPACES if term.startswith(space)), "")


@cache
def members(space: str) -> frozenset[str]:
    """All terms of a closed vocabulary."""
    return frozenset(str(term) for term in dir(_vocabulary(space)) if str(term).startswith(space))


def _holds(term: str) -> bool:
    return term == space_of(term) or term in _vocabulary(space_of(term))


@cache
def _vocabulary(space: str) -> Any:
    import rdflib.namespace

    return getattr(rdflib.namespace, SPACES[space])
