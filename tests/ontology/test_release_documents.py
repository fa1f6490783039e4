"""Every file that ontology/w3id/.htaccess leads to is written by `newsgraph ontology docs`, and says what our files say."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from newsgraph.docs import pages
from newsgraph.docs.release import DOCUMENTS, documents
from newsgraph.rdf import parse

ROOT = Path(__file__).parents[2]
FORMATS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}


def test_every_target_of_the_redirects_is_written() -> None:
    rules = (ROOT / "ontology" / "w3id" / ".htaccess").read_text("utf-8")
    targets = set(re.findall(r"PAGES/(?:latest|\$\d)/(\S+) \[", rules))
    wanted = {t.replace("$1", name) for t in targets for name in ("ontology", "concept", "alignment")}
    assert len(wanted) == 12
    assert wanted <= set(documents()) | set(pages())


@pytest.mark.parametrize("name", [f"{name}.{end}" for name, _ in DOCUMENTS for end in ("jsonld", "rdf")])
def test_formats_hold_the_same_graph(name: str) -> None:
    stem, _, end = name.partition(".")
    same = Graph().parse(data=documents()[f"{stem}.ttl"], format="turtle")
    assert isomorphic(same, Graph().parse(data=documents()[name], format=FORMATS[end]))


def test_shapes_are_one_document() -> None:
    shapes = parse(documents()["shapes.ttl"], "turtle", "shapes.ttl")
    targets = {t.subject for t in shapes if t.predicate.value.endswith("#targetClass")}
    assert len(targets) >= 80
    assert all(isinstance(t, ox.NamedNode) for t in targets)


def test_same_bytes() -> None:
    assert documents() == documents()
