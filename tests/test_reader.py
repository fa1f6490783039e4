"""Other people's readers take every export without a word of warning: Jena's riot, rapper, serdi, N3.js, where installed.

Debian: libapache-jena-java, raptor2-utils, serdi; npm: n3 (found through NODE_PATH or npm's global folder). A reader that
is not there is skipped by name. Debian's Jena 4.5 reads no JSON-LD at all (it comes without a JSON library).
"""

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from newsgraph.formats import FORMATS, Format, named
from newsgraph.namespace import NGI, expand
from newsgraph.rdf import parse, read, union

ROOT = Path(__file__).parents[1]
JARS = Path("/usr/share/java")
CLASHES = re.compile(r"-[0-9.]+\.jar$|slf4j-(jcl|jdk14|log4j12|migrator|nop)|over-slf4j|to-slf4j|maven|^log4j")
Reader = Callable[[Path, Format, Path], list[str]]  # the command that prints a file as N-Triples


def riot(file: Path, _fmt: Format, folder: Path) -> list[str]:
    """Jena's Java classes; Debian forgot to move the messages of a bundled library along with its classes."""
    java = shutil.which("java")
    if java is None or not (JARS / "jena-cmds.jar").exists():
        pytest.skip("riot: no Java or no libapache-jena-java")
    with zipfile.ZipFile(JARS / "jena-core.jar") as core:
        for name in core.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                target = folder / "messages" / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(core.read(name))
    jars = [str(jar) for jar in sorted(JARS.glob("*.jar")) if not CLASHES.search(jar.name)]
    return [
        java,
        "-cp",
        os.pathsep.join([str(folder / "messages"), *jars]),
        "riotcmd.riot",
        "--check",
        "--output=ntriples",
        str(file),
    ]


def rapper(file: Path, fmt: Format, _folder: Path) -> list[str]:
    names = {"turtle": "turtle", "n-triples": "ntriples", "n-quads": "nquads", "trig": "trig", "rdf-xml": "rdfxml"}
    return [_program("rapper", "raptor2-utils"), "-q", "-i", names[fmt.name], "-o", "ntriples", str(file)]


def serdi(file: Path, fmt: Format, _folder: Path) -> list[str]:
    names = {"turtle": "turtle", "n-triples": "ntriples", "n-quads": "nquads", "trig": "trig"}
    return [_program("serdi", "serdi"), "-i", names[fmt.name], "-o", "ntriples", str(file)]


SCRIPT = """
const { Parser, Writer } = require('n3'), fs = require('fs');
const quads = new Parser({ format: process.argv[2] }).parse(fs.readFileSync(process.argv[1], 'utf8'));
const writer = new Writer({ format: 'N-Triples' });
writer.addQuads(quads);
writer.end((error, text) => process.stdout.write(text));
"""


def n3js(file: Path, fmt: Format, _folder: Path) -> list[str]:
    names = {"turtle": "Turtle", "n-triples": "N-Triples", "n-quads": "N-Quads", "trig": "TriG"}
    node = _program("node", "node")
    if subprocess.run([node, "-e", "require('n3')"], env=_environment(), capture_output=True).returncode:
        pytest.skip("N3.js: no npm package n3")
    return [node, "-e", SCRIPT, str(file), names[fmt.name]]


def _program(name: str, package: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name}: no {package}")
    return found


def _environment() -> dict[str, str]:
    """With npm's global packages, where npm is there."""
    npm = shutil.which("npm")
    found = subprocess.run([npm, "root", "-g"], capture_output=True, text=True).stdout.strip() if npm else ""
    return {**os.environ, "NODE_PATH": os.environ.get("NODE_PATH") or found}


LINES = ("turtle", "n-triples", "n-quads", "trig")
CASES: list[tuple[Reader, str]] = [
    *((riot, fmt) for fmt in (*LINES, "rdf-xml")),
    *((rapper, fmt) for fmt in (*LINES, "rdf-xml")),
    *((serdi, fmt) for fmt in LINES),
    *((n3js, fmt) for fmt in LINES),
]
TEXTS = (
    'Er sagte: "Nein."\n\n»Ja« 😀',
    "a\r\n\tb\\",
    "",
    "'''",
    '"""',
    "]]>",
    "<b>&amp;",
    "\u202eRTL",
    "ends in \\",
    "@prefix : . #",
)
IRIS = (
    "https://bücher.example/größe", "https://example.org/a(b)", "https://example.org/a,b;c", "https://example.org/x~y!z",
    "https://example.org/百度", f"{NGI}a.b", f"{NGI}a-", f"{NGI}börse", f"{NGI}x~y", f"{NGI}a/b", f"{NGI}1",
)  # fmt: skip
NUMBERS = (
    ("decimal", "12.50"),
    ("decimal", "+1.5"),
    ("decimal", "0.00000001"),
    ("integer", "007"),
    ("double", "1.0E3"),
    ("boolean", "true"),
    ("date", "2025-01-24"),
    ("gYear", "2025"),
)


def hard() -> list[ox.Triple]:
    """What is hard to write: quotation marks, line ends, scripts, numbers, IRIs that are no plain names."""
    here, quote, other = expand("ngi:a"), expand("ng:quote"), expand("ng:object")
    found = [ox.Triple(here, quote, ox.Literal(text)) for text in TEXTS]
    found += [ox.Triple(here, quote, ox.Literal(text, language=tag)) for text in TEXTS for tag in ("de", "zh-hans")]
    found += [ox.Triple(ox.NamedNode(iri), other, ox.NamedNode(iri)) for iri in IRIS]
    found += [ox.Triple(here, expand("ng:value"), ox.Literal(v, datatype=expand(f"xsd:{kind}"))) for kind, v in NUMBERS]
    return [*found, ox.Triple(ox.BlankNode("b1"), other, ox.BlankNode("b2"))]


def canonical(triples: list[ox.Triple]) -> set[ox.Quad]:
    """The graph with blank nodes that are named by what is said of them (RDF Dataset Canonicalization)."""
    dataset = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


@pytest.mark.slow
@pytest.mark.parametrize(("reader", "fmt"), CASES, ids=[f"{reader.__name__} {fmt}" for reader, fmt in CASES])
def test_it_reads_the_graph_without_a_warning(reader: Reader, fmt: str, tmp_path: Path) -> None:
    chosen = named(fmt)
    graph = union(read(ROOT / "graph" / "newsgraph.ttl"), hard())
    file = tmp_path / f"a{chosen.ending}"
    file.write_bytes(chosen.write(graph))
    done = subprocess.run(reader(file, chosen, tmp_path), capture_output=True, env=_environment(), timeout=120)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert canonical(parse(done.stdout, "n-triples", "d")) == canonical(graph)
    assert len(CASES) == 18 and len(FORMATS) == 10
