"""The description of an export: right counts, terms that exist, the same bytes every time."""

import hashlib
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID

from newsgraph.description import MEDIA, SPDX, counted, describe
from newsgraph.formats import FORMATS
from newsgraph.namespace import TYPE
from newsgraph.rdf import read, union

ROOT = Path(__file__).parents[1]
GRAPH = union(read(ROOT / "graph" / "newsgraph.ttl"))
# of SPDX 2.3, which DCAT 3 takes its checksums from; dcat:version is new in DCAT 3
SPDX_TERMS = {"Checksum", "checksum", "algorithm", "checksumAlgorithm_sha256", "checksumValue"}
FORMAT_NAMES = {"Turtle", "JSON-LD", "N-Triples", "N-Quads", "TriG", "RDF_XML"}  # of http://www.w3.org/ns/formats/


def described(folder: Path, fmt: str = "turtle", name: str = "a b.ttl.gz") -> rdflib.Graph:
    file = folder / name
    file.write_bytes(b"content")
    text = describe(file, fmt, counted(GRAPH), "https://example.org/licence")
    return rdflib.Graph().parse(data=text, format="turtle", publicID="https://example.org/files/x.void.ttl")


def test_the_counts_are_those_of_the_graph() -> None:
    found = counted(GRAPH)
    assert found.triples == len(GRAPH)
    assert found.subjects == len({t.subject for t in GRAPH})
    assert found.properties == Counter(t.predicate.value for t in GRAPH)
    assert found.classes == Counter(
        t.object.value for t in GRAPH if t.predicate == TYPE and isinstance(t.object, ox.NamedNode)
    )
    assert sum(found.properties.values()) == found.triples


def test_the_partitions_add_up(tmp_path: Path) -> None:
    graph = described(tmp_path)
    parts = graph.objects(None, VOID.propertyPartition)
    assert sum(int(n) for part in parts for n in graph.objects(part, VOID.triples)) == len(GRAPH)
    [dataset] = graph.subjects(RDF.type, VOID.Dataset)
    assert int(graph.value(dataset, VOID.triples)) == len(GRAPH)
    assert len(list(graph.objects(dataset, VOID.classPartition))) == int(graph.value(dataset, VOID.classes)) > 20


def test_the_file_is_named_beside_the_description(tmp_path: Path) -> None:
    graph = described(tmp_path)
    [file] = graph.objects(None, DCAT.downloadURL)
    assert str(file) == "https://example.org/files/a%20b.ttl.gz"
    assert list(graph.objects(None, VOID.dataDump)) == [file]
    [value] = graph.objects(None, rdflib.URIRef(SPDX + "checksumValue"))
    assert str(value).lower() == hashlib.sha256(b"content").hexdigest()
    assert [str(n) for n in graph.objects(None, DCAT.byteSize)] == ["7"]
    assert len(list(graph.objects(None, DCAT.compressFormat))) == 1


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda f: f.name)
def test_every_term_is_of_a_published_vocabulary(fmt, tmp_path: Path) -> None:
    graph = described(tmp_path, fmt.name)
    terms = {t for s, p, o in graph for t in (p, o if p == RDF.type else None) if t is not None} - {RDF.type}
    spdx = {t for t in terms | set(graph.objects()) if str(t).startswith(SPDX)}
    assert {str(t).removeprefix(SPDX) for t in spdx} == SPDX_TERMS
    assert [t for t in terms - spdx if not (t in DCAT or t in VOID or t in DCTERMS or str(t) == f"{DCAT}version")] == []
    features = {str(o).removeprefix("http://www.w3.org/ns/formats/") for o in graph.objects(None, VOID.feature)}
    assert features <= FORMAT_NAMES and bool(features) == (fmt in FORMATS[:6])
    assert MEDIA.keys() == {f.name for f in FORMATS}


def test_the_same_file_is_described_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_bytes(b"x")
    texts = {describe(tmp_path / "a.nq", "n-quads", counted(GRAPH)) for _ in range(3)}
    assert len(texts) == 1 and b"license" not in texts.pop()
