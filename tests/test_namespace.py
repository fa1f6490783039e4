"""CURIEs and IRIs are two spellings of one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from newsgraph.data import folder
from newsgraph.errors import InputError
from newsgraph.jsonld import context
from newsgraph.namespace import NGI, PREFIXES, checked, expand, shorten

LOCAL = st.from_regex(r"[A-Za-z0-9_-]{0,12}", fullmatch=True)


@given(st.sampled_from(sorted(PREFIXES)), LOCAL)
def test_expand_and_shorten_are_inverse(prefix: str, local: str) -> None:
    assert shorten(expand(f"{prefix}:{local}").value) == f"{prefix}:{local}"


def test_an_iri_of_no_prefix_stays() -> None:
    assert shorten("https://example.org/a") == "https://example.org/a"


def test_an_unknown_prefix_is_an_error_of_the_caller() -> None:
    with pytest.raises(KeyError):
        expand("foaf:name")


def test_the_prefixes_are_those_of_the_json_ld_context() -> None:
    ours = context()
    assert {p: ours[p] for p in PREFIXES if p in ours} == {p: PREFIXES[p] for p in PREFIXES if p in ours}
    assert sum(p in ours for p in PREFIXES) >= 12


def test_the_ontology_lies_in_our_namespace() -> None:
    text = folder("ontology").joinpath("newsgraph.ttl").read_text("utf-8")
    assert f"<{PREFIXES['ng']}>" in text


def test_a_base_must_be_an_iri_that_names_can_follow() -> None:
    assert checked(NGI) == NGI
    assert NamedNode(checked("urn:x:") + "a").value == "urn:x:a"
    for wrong in ("", "no iri", "https://example.org/id", "a b/"):
        with pytest.raises(InputError):
            checked(wrong)
