"""What lies in an exported file, for catalogues and stores: DCAT 3 and VoID, with the file's SHA-256 (SPDX).

The description stands beside the file and names it relative to itself, so that both can move together.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from newsgraph import __version__
from newsgraph.data import folder
from newsgraph.namespace import NG, NGI, OWL, PREFIXES, TYPE
from newsgraph.rdf import parse

DCAT, VOID, SPDX = "http://www.w3.org/ns/dcat#", "http://rdfs.org/ns/void#", "http://spdx.org/rdf/terms#"
IANA = "https://www.iana.org/assignments/media-types/"
SPACES = {"dcat": DCAT, "dcterms": PREFIXES["dcterms"], "spdx": SPDX, "void": VOID, "xsd": PREFIXES["xsd"]}
# media types as registered (those of DOT and SVG, too), and W3C's names of the formats (http://www.w3.org/ns/formats/)
MEDIA = {
    "turtle": ("text/turtle", "Turtle"),
    "json-ld": ("application/ld+json", "JSON-LD"),
    "n-triples": ("application/n-triples", "N-Triples"),
    "n-quads": ("application/n-quads", "N-Quads"),
    "trig": ("application/trig", "TriG"),
    "rdf-xml": ("application/rdf+xml", "RDF_XML"),
    "csv": ("text/csv", ""),
    "graphml": ("application/xml", ""),
    "dot": ("text/vnd.graphviz", ""),
    "svg": ("image/svg+xml", ""),
}


@dataclass(slots=True)
class Counts:
    """What a graph holds, as VoID counts it: entities are things of ours, each class and property with its number."""

    triples: int
    subjects: int
    entities: int
    classes: Counter[str]
    properties: Counter[str]


def counted(triples: Iterable[ox.Triple]) -> Counts:
    """Count triples that come once each, those of a subject in a row; the memory does not grow with their number."""
    found = Counts(0, 0, 0, Counter(), Counter())
    last = None
    for t in triples:
        found.triples += 1
        found.properties[t.predicate.value] += 1
        if t.predicate == TYPE and isinstance(t.object, ox.NamedNode):
            found.classes[t.object.value] += 1
        if t.subject != last:
            last = t.subject
            found.subjects += 1
            found.entities += isinstance(last, ox.NamedNode) and last.value.startswith(NGI)
    return found


def describe(file: Path, fmt: str, counts: Counts, licence: str = "") -> bytes:
    """The description of an exported file in Turtle; the same file gives the same bytes."""
    parts = [*_dataset(counts, licence), *_distribution(file, fmt)]
    head = "".join(f"@prefix {prefix}: <{space}> .\n" for prefix, space in sorted(SPACES.items()))
    return (head + "\n" + "\n\n".join(parts) + "\n").encode()


def _dataset(counts: Counts, licence: str) -> Iterator[str]:
    """The graph as such: VoID's counts and partitions, what it conforms to."""
    ontology = ox.NamedNode(_ontology_version())
    yield "<#dataset> a dcat:Dataset , void:Dataset ;\n    " + " ;\n    ".join([
        'dcterms:title "Claims from news articles, with their evidence"@en , "Aussagen aus Nachrichten, mit Belegstellen"@de',
        f'dcterms:description "{counts.triples} RDF statements, written by newsgraph {__version__}."@en',
        f"dcterms:conformsTo {ontology}",
        *([f"dcterms:license {ox.NamedNode(licence)}"] if licence else []),
        f"void:vocabulary <{NG.removesuffix('#')}>",
        f'void:uriSpace "{NGI}"',
        f"void:triples {counts.triples}",
        f"void:entities {counts.entities}",
        f"void:distinctSubjects {counts.subjects}",
        f"void:classes {len(counts.classes)}",
        f"void:properties {len(counts.properties)}",
        *(f"void:classPartition [ void:class {_iri(c)} ; void:entities {n} ]" for c, n in sorted(counts.classes.items())),
        *(
            f"void:propertyPartition [ void:property {_iri(p)} ; void:triples {n} ]"
            for p, n in sorted(counts.properties.items())
        ),
        "dcat:distribution <#distribution>",
    ]) + " ."  # fmt: skip


def _distribution(file: Path, fmt: str) -> Iterator[str]:
    """The file: where, in which format, how large, its digest."""
    media, name = MEDIA[fmt]
    packed = file.suffix == ".gz"
    here = f"<{quote(file.name)}>"
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    if name:
        yield f"<#dataset> void:dataDump {here} ;\n    void:feature <http://www.w3.org/ns/formats/{name}> ."
    yield f'<#dataset> dcat:version "{__version__}+sha256.{digest[:16]}" .'
    yield "<#distribution> a dcat:Distribution ;\n    " + " ;\n    ".join([
        f"dcat:downloadURL {here}",
        f"dcat:mediaType <{IANA}{media}>",
        *([f"dcat:compressFormat <{IANA}application/gzip>"] if packed else []),
        f'dcat:byteSize "{file.stat().st_size}"^^xsd:nonNegativeInteger',
        f'spdx:checksum [ a spdx:Checksum ; spdx:algorithm spdx:checksumAlgorithm_sha256 ;'
        f' spdx:checksumValue "{digest}"^^xsd:hexBinary ]',
    ]) + " ."  # fmt: skip


def _iri(iri: str) -> str:
    """An IRI of the graph, always written out: the prefixes of a description are its own."""
    return str(ox.NamedNode(iri))


def _ontology_version() -> str:
    """The version IRI of the ontology that is shipped."""
    text = folder("ontology").joinpath("newsgraph.ttl").read_bytes()
    found = (t.object for t in parse(text, "turtle", "newsgraph.ttl") if t.predicate.value == OWL + "versionIRI")
    return next(iri.value for iri in found if isinstance(iri, ox.NamedNode))
