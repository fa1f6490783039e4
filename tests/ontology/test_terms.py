"""The term list is in step with the ontology, and nothing breaks without a major version."""

import pytest

from newsgraph.axiom import axioms_in, read_axioms, write_axioms
from newsgraph.data import folder
from newsgraph.errors import DataError
from newsgraph.rdf import read_data
from newsgraph.release import Release, change, complaints, current, declared, findings, last, out_of_step, read_terms

ONE = {"ng:amount": ("object property", "0.1.0", "current"), "ng:Claim": ("class", "0.1.0", "current")}
RENAMED = {"ng:sum": ("object property", "0.2.0", "current"), "ng:Claim": ("class", "0.1.0", "current")}
GROWN = ONE | {"ng:share": ("datatype property", "0.2.0", "current")}
RETYPED = ONE | {"ng:amount": ("datatype property", "0.1.0", "current")}
DEPRECATED = ONE | {"ng:amount": ("object property", "0.1.0", "deprecated")}
FREE = frozenset({("ng:Penalty", "subclass", "ng:Rule"), ("ng:Claim", "disjoint", "ng:amount")})
NARROW = FREE | {("ng:amount", "domain", "ng:Penalty")}
WIDE = FREE | {("ng:amount", "domain", "ng:Rule")}


@pytest.fixture(scope="module")
def ontology():
    return read_data("ontology", "newsgraph.ttl", "concepts.ttl")


def test_list_is_in_step(ontology):
    assert out_of_step(current(ontology).terms, declared(ontology)) == []
    assert len(declared(ontology)) == 254


def test_list_is_sorted_and_counted():
    _, *rows = folder("ontology").joinpath("terms.tsv").read_text("utf-8").splitlines()
    assert rows == sorted(set(rows))
    assert len(rows) == 254


def test_nothing_was_lost_since_the_last_release(ontology):
    assert last().version == "0.1.0"
    assert (len(last().terms), len(last().axioms)) == (254, 245)
    assert findings(ontology) == []


def test_what_is_not_listed_is_found(ontology):
    less = [t for t in ontology if "ontology#amount" not in str(t.subject)]
    found = findings(less)
    assert found == ["ng:amount: nothing in the ontology, current object property in terms.tsv", *found[1:]]
    assert found[1:] == [
        "0.1.0 to 0.1.0 is no minor step, yet ng:amount has a wider range: none after ng:MonetaryAmount"
    ]


@pytest.mark.parametrize(
    ("old", "new", "versions", "count"),
    [
        (ONE, ONE, ("1.2.0", "1.2.0"), 0),
        (ONE, GROWN, ("1.2.0", "1.3.0"), 0),
        (ONE, GROWN, ("1.2.0", "1.2.1"), 1),
        (GROWN, ONE, ("1.2.0", "1.3.0"), 1),
        (GROWN, ONE, ("1.2.0", "2.0.0"), 0),
        (ONE, RENAMED, ("1.2.0", "1.3.0"), 2),
        (ONE, RENAMED, ("1.2.0", "2.0.0"), 0),
        (ONE, RETYPED, ("1.2.0", "1.3.0"), 1),
        (ONE, DEPRECATED, ("1.2.0", "1.2.1"), 1),
        (ONE, DEPRECATED, ("1.2.0", "1.3.0"), 0),
        (GROWN, ONE, ("0.1.0", "0.1.1"), 1),
        (GROWN, ONE, ("0.1.0", "0.2.0"), 0),
        (ONE, GROWN, ("0.1.0", "0.1.1"), 0),
        (ONE, GROWN, ("0.1.0", "0.1.0"), 1),
    ],
)
def test_version_step(old, new, versions, count):
    before, after = versions
    assert len(complaints(Release(before, old), Release(after, new))) == count


@pytest.mark.parametrize(
    ("old", "new", "level", "reason"),
    [
        (FREE, FREE, "none", []),
        (FREE, NARROW, "major", ["ng:amount has a narrower domain: ng:Penalty after none"]),
        (WIDE, NARROW, "major", ["ng:amount has a narrower domain: ng:Penalty after ng:Rule"]),
        (NARROW, WIDE, "minor", ["ng:amount has a wider domain: ng:Rule after ng:Penalty"]),
        (NARROW, FREE, "minor", ["ng:amount has a wider domain: none after ng:Penalty"]),
        (frozenset(), FREE, "none", []),
        (FREE, frozenset(), "minor", ["ng:Claim and ng:amount are no longer disjoint"]),
    ],
)
def test_axioms_count(old, new, level, reason):
    terms = {"ng:amount": ("object property", "0.1.0", "current")}
    assert change(Release("1.0.0", terms, old), Release("1.1.0", terms, new)) == (level, reason)


def test_new_disjointness_of_known_classes_breaks():
    old, new = (Release("1.0.0", ONE, axioms) for axioms in (frozenset(), FREE))
    assert change(old, new) == ("major", ["ng:Claim and ng:amount have become disjoint"])


def test_wider_datatype_is_no_break():
    old, new = (Release("1.0.0", ONE, frozenset({("ng:amount", "range", r)})) for r in ("xsd:string", "rdfs:Literal"))
    assert (change(old, new)[0], change(new, old)[0]) == ("minor", "major")


def test_axioms_round_trip(ontology):
    axioms = axioms_in(ontology)
    assert read_axioms(write_axioms(axioms)) == axioms
    assert ("ng:App", "disjoint", "ng:Chip") in axioms and ("ng:Article", "disjoint", "prov:Agent") in axioms


def test_broken_table_is_refused():
    with pytest.raises(DataError, match=r"terms\.tsv: is no table with the columns term, kind, since, status"):
        read_terms("term\tkind\nng:Claim\tclass\n")
