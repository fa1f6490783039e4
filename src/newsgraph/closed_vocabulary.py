"""Vocabularies of others whose terms are all known: a name in their namespaces that they do not have is a typing error.

The lists are data (ontology/vocabularies.toml). That of schema.org, which grows with each of its releases, is the one that
rdflib ships: a name that is not in it may be newer, so it is a typing error only where it is one slip away from one that
is. rdflib takes longer to load than a small file to validate: it is asked only about terms that our ontology does not use.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from newsgraph.data import folder
from newsgraph.errors import DataError
from newsgraph.namespace import DCTERMS, OA, OWL, PREFIXES, PROV, RDF, RDFS, SCHEMA, SH, SKOS, SKOSXL, XSD

FILE = "vocabularies.toml"
LISTED = (DCTERMS, OA, OWL, PROV, RDF, RDFS, SH, SKOS, SKOSXL, XSD)
GROWING = (SCHEMA,)
SPACES = (*LISTED, *GROWING)
KEYS = {"source", "terms"}


def unknown(terms: Iterable[str], used: frozenset[str] = frozenset()) -> set[str]:
    """Those of some IRIs that lie in the namespace of a closed vocabulary and are no terms of it; `used` need no look.

    >>> sorted(unknown([RDFS + "label", RDFS + "lable", RDF + "_1", "https://example.org/lable"]))
    ['http://www.w3.org/2000/01/rdf-schema#lable']
    """
    return {t for t in terms if t.startswith(SPACES) and t not in used and not _holds(t)}


def space_of(term: str) -> str:
    """The namespace of the closed vocabulary that an IRI lies in, or ""."""
    return next((space for space in SPACES if term.startswith(space)), "")


def members(space: str) -> frozenset[str]:
    """All terms of a closed vocabulary."""
    return _growing() if space in GROWING else _listed()[space]


def _holds(term: str) -> bool:
    space = space_of(term)
    number = term.removeprefix(RDF + "_")  # rdf:_1, a container membership property (RDF Schema, section 5.1.2)
    if term == space or term in members(space) or (number.isdecimal() and number[0] != "0"):
        return True
    return space in GROWING and not any(is_slip(term, known) for known in members(space))


def is_slip(one: str, other: str) -> bool:
    """Whether one character too many, too few or another, or two in the wrong order, make one text the other.

    >>> is_slip("headlnie", "headline"), is_slip("keyword", "keywords"), is_slip("about", "observationAbout")
    (True, True, False)
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    here, there = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(here), len(there)) <= 1 or (len(here) == 2 and here == there[::-1])


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    return vocabularies(folder("ontology").joinpath(FILE).read_text("utf-8"))


def vocabularies(text: str) -> dict[str, frozenset[str]]:
    """The terms of each vocabulary by its namespace. Raises DataError on a prefix or a key that is none."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise DataError(str(e), file=FILE) from e
    for prefix, table in tables.items():
        if prefix not in PREFIXES or set(table) != KEYS:
            advice = f"expected a known prefix with {' and '.join(sorted(KEYS))}"
            raise DataError(f"[{prefix}] is no vocabulary", file=FILE, advice=advice)
    return {
        PREFIXES[p]: frozenset(PREFIXES[p] + name for name in table["terms"].split()) for p, table in tables.items()
    }


@cache
def _growing() -> frozenset[str]:
    from rdflib.namespace import SDO

    return frozenset(str(term) for term in dir(SDO) if str(term).startswith(SCHEMA))
