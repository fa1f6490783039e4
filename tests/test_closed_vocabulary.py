"""The lists of closed vocabularies: against those that rdflib ships, and against what our own files use."""

import pytest
from rdflib import namespace

from newsgraph.closed_vocabulary import LISTED, is_slip, members, unknown, vocabularies
from newsgraph.data import files_in, folder
from newsgraph.errors import DataError
from newsgraph.namespace import DCTERMS, OA, OWL, PREFIXES, PROV, RDF, RDFS, SCHEMA, SH, SKOS, SKOSXL, XSD
from newsgraph.rdf import parse

SHIPPED = {DCTERMS: "DCTERMS", OWL: "OWL", PROV: "PROV", RDF: "RDF", RDFS: "RDFS", SH: "SH", SKOS: "SKOS", XSD: "XSD"}
# what rdflib has of XML Schema beside datatypes and facets: the properties of its datatypes and of its dates
NO_TERMS = {
    XSD + name
    for name in (
        "Assertions",
        "bounded",
        "cardinality",
        "day",
        "hour",
        "minute",
        "month",
        "numeric",
        "ordered",
        "second",
    )
} | {XSD + "timezoneOffset", XSD + "year"}
NEWER = {RDF + "reifies", RDF + "dirLangString"} | {
    XSD + name for name in ("anyType", "anySimpleType", "anyAtomicType", "assertions")
}


def test_the_lists_are_those_of_rdflib_but_for_named_terms() -> None:
    assert {*SHIPPED} == {*LISTED} - {OA, SKOSXL}
    for space, name in SHIPPED.items():
        listed = getattr(namespace, name)
        theirs = {str(t) for t in dir(listed) if str(t).startswith(space)} | {space + t for t in listed._extras}
        assert members(space) - NEWER == theirs - NO_TERMS - {space}, name


def test_how_many_terms_there_are() -> None:
    """Web Annotation: 22 classes, 28 properties, 13 motivations, 2 directions, 2 preferences, and 3 classes of the model."""
    numbers = {space: len(members(space)) for space in (OA, SKOSXL, SKOS, XSD)}
    assert numbers == {OA: 70, SKOSXL: 6, SKOS: 32, XSD: 64}


def test_all_that_our_own_files_use_is_known() -> None:
    files = [f for name in ("ontology", "shapes", "graph") for f in files_in(folder(name), ".ttl")]
    terms = {
        iri
        for f in files
        for t in parse(f.read_bytes(), "turtle", f.name)
        for iri in (t.predicate.value, getattr(t.object, "value", ""))
    }
    assert len(files) > 15
    assert sum(t.startswith(LISTED) for t in terms) > 60
    assert unknown(terms) == set()


def test_what_schema_org_may_have_got_since_is_no_typing_error() -> None:
    assert unknown([SCHEMA + name for name in ("observationAbout", "headline", "somethingNew", "keyword")]) == {
        SCHEMA + "keyword"
    }


SLIPS = {
    ("url", "ulr"): True,
    ("url", "uri"): True,
    ("url", "urls"): True,
    ("url", "rl"): True,
    ("url", "url"): True,
    ("url", "lru"): False,
    ("headline", "headlnei"): False,
    ("about", "abouts2"): False,
    ("aa", "aaa"): True,
    ("abab", "ab"): False,
}


@pytest.mark.parametrize(("one", "other"), SLIPS)
def test_slips(one: str, other: str) -> None:
    assert is_slip(one, other) is is_slip(other, one) is SLIPS[one, other]
    assert len(SLIPS) == 10


BROKEN = {
    '[foo]\nsource = "x"\nterms = "a"': "[foo] is no vocabulary",
    '[oa]\nsource = "x"\nterm = "a"': "[oa] is no vocabulary",
    "[oa": "vocabularies.toml",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_list_is_an_error(text: str) -> None:
    with pytest.raises(DataError, match=BROKEN[text].replace("[", r"\[").replace(".", r"\.")):
        vocabularies(text)
    assert len(BROKEN) == 3
    assert set(PREFIXES) > {"oa", "skosxl"}
