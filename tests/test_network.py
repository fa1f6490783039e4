"""Table, GraphML and Graphviz: what other programs read, and hostile labels that change no structure."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph import claimtable, dot, graphml, jsonld, svg, turtle
from newsgraph.namespace import expand
from newsgraph.network import network
from newsgraph.rdf import parse, read

ROOT = Path(__file__).parents[1]
GRAPH = read(ROOT / "graph" / "newsgraph.ttl")
CLAIMS = len({t.subject for t in GRAPH if t.predicate == expand("ng:statedIn")})
HOSTILE = [
    '"', "'", "\\", '\\"', '"; DROP', "</script><script>alert(1)</script>", "]]>", "<!--", "-->", "<![CDATA[", "&amp;", "&lol;",
    "../../etc/passwd", "C:\\x", "\n", "\r\n", "a\nb\tc", "\u2028", "\u202e\u2066abc", "\u200f", "\ufeff", "\x00", "\x1b[31m", "\x7f",
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "＝1", "\t=1", "{", "}", "{} -> x", "label=<b>", "\\N\\G\\E", "#", "//", "/*", "%s",
    "$(id)", "`id`", ";", ",", "a,b", '"quoted"', "😀", "字" * 40, "x" * 5000, "", " ", ".", "@prefix", "<http://x>", "^^xsd:int", " .\n", " ;\n\t",
]  # fmt: skip
HOSTILE += [f"Börse{label}AG" for label in HOSTILE[:44]]
LABELS = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def labelled(first: str, second: str, quote: str) -> list[ox.Triple]:
    """Two things, a claim about them, and labels that may be anything."""
    text = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
        ngi:a a ng:Company . ngi:b a ng:App . ngi:c a ng:Claim ; ng:subject ngi:a ; ng:predicate ng:provides ; ng:object ngi:b ;
        ng:assertedBy ngi:a ; ng:modality <https://w3id.org/newsgraph/concept/planned> ."""
    named = [("ngi:a", "rdfs:label", first), ("ngi:b", "rdfs:label", second), ("ngi:c", "ng:quote", quote)]
    return parse(text.encode(), "turtle", "d") + [ox.Triple(expand(s), expand(p), ox.Literal(v)) for s, p, v in named]


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_table_has_a_row_for_each_claim() -> None:
    rows = table(claimtable.write(GRAPH))
    assert len(rows) == CLAIMS > 90
    [row] = [r for r in rows if r["who"] == "Financial Times" and r["predicate"] == "amount"]
    expected = {
        "subject_label": "investment (ByteDance)", "amount": "12000000000.0", "bound": "", "currency": "USD", "modality": "planned",
        "negated": "", "asserted_by": "ngi:financial-times", "article": "ngi:article-54wfveut3fcyywiv",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    [text] = [t.object.value for t in GRAPH if t.predicate == expand("ng:text")]
    assert all(text[int(r["start"]) : int(r["end"])] == r["quote"] for r in rows)


def test_a_claim_that_describes_a_node_says_what_the_node_says() -> None:
    rows = {r["describes"].partition("-")[0]: r for r in table(claimtable.write(GRAPH)) if r["describes"]}
    found = {kind: (r["subject_label"], r["predicate"], r["object_label"]) for kind, r in rows.items()}
    assert found["ngi:role"] == ("Donald Trump", "Präsident", "")
    assert found["ngi:measurement"][1] in ("monthly active users", "users", "apps count")
    assert len(found) == 3


@given(LABELS, LABELS, LABELS)
@settings(deadline=None, max_examples=200)
def test_no_label_changes_the_table(first: str, second: str, quote: str) -> None:
    plain, safe = (table(claimtable.write(labelled(first, second, quote), safe=safe))[0] for safe in (False, True))
    assert (plain["subject_label"], plain["object_label"], plain["quote"]) == (first, second, quote)
    assert not any(re.match("[=+@\t\r\n＝＋－＠-]", cell) for cell in safe.values())
    assert {name: cell.removeprefix("'") for name, cell in safe.items()} == {
        name: cell.removeprefix("'") for name, cell in plain.items()
    }


@given(LABELS, LABELS, LABELS)
@settings(deadline=None, max_examples=200)
def test_no_label_changes_the_graphml(first: str, second: str, quote: str) -> None:
    root = ElementTree.fromstring(graphml.write(labelled(first, second, quote)))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert len(list(root.iter(f"{space}node"))) == 2
    [edge] = root.iter(f"{space}edge")
    assert (edge.get("source"), edge.get("target")) == ("ngi:a", "ngi:b")
    found = {d.get("key"): d.text for d in edge}
    assert found.get("edge-quote", "") == graphml.NOT_XML.sub("\ufffd", quote)


@given(LABELS, LABELS, LABELS)
@settings(deadline=None, max_examples=100)
def test_no_label_changes_the_picture(first: str, second: str, quote: str) -> None:
    root = ElementTree.fromstring(svg.write(labelled(first, second, quote)))
    plain = ElementTree.fromstring(svg.write(labelled("a", "b", "c")))
    names = {e.tag for e in plain.iter()}
    assert {e.tag for e in root.iter()} <= names
    assert all(not name.startswith("on") and "href" not in name for e in root.iter() for name in e.attrib)


STRING = r'"(?:[^"\\]|\\.)*"'
PAIRS = rf"\[\w+={STRING}(?:, \w+={STRING})*\]"
DOT_LINE = re.compile(rf'  (?:{STRING}(?: -> {STRING})? {PAIRS}|charset={STRING}|rankdir={STRING}|(?:node|edge) {PAIRS});')  # fmt: skip


@given(LABELS, LABELS, LABELS)
@settings(deadline=None, max_examples=200)
def test_no_label_changes_the_graphviz_file(first: str, second: str, quote: str) -> None:
    head, *lines, tail, end = dot.write(labelled(first, second, quote)).decode().split("\n")
    assert (head, tail, end) == ("digraph newsgraph {", "}", "")
    assert [line for line in lines if not DOT_LINE.fullmatch(line)] == []
    assert len(lines) == 7


def test_graphviz_reads_every_hostile_label(tmp_path: Path) -> None:
    program = shutil.which("dot") or pytest.skip("dot: no graphviz")
    for i, label in enumerate(HOSTILE):
        (tmp_path / f"{i}.dot").write_bytes(dot.write(labelled(label, label, label)))
    (tmp_path / "seed.dot").write_bytes(dot.write(GRAPH))
    files = sorted(tmp_path.glob("*.dot"))
    done = subprocess.run([program, "-Tdot_json", *files], capture_output=True, cwd=tmp_path, timeout=120)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    graphs = [
        json.loads(part) for part in re.split(r"(?<=^\})\n", done.stdout.decode(), flags=re.MULTILINE) if part.strip()
    ]
    assert [(len(g["objects"]), len(g["edges"])) for g in graphs[:-1]] == [(2, 1)] * len(HOSTILE)
    assert len(files) == len(HOSTILE) + 1 and sorted(tmp_path.iterdir()) == files


@pytest.mark.parametrize("label", HOSTILE, ids=range(len(HOSTILE)))
def test_no_label_changes_turtle_or_json_ld(label: str) -> None:
    graph = labelled(label, label, label)
    assert set(parse(turtle.write(graph), "turtle", "d")) == set(graph)
    assert set(parse(jsonld.write(graph), "json-ld", "d")) == set(graph)
    assert len(HOSTILE) == 100


def test_networkx_reads_the_graphml() -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    found, expected = networkx.parse_graphml(graphml.write(GRAPH).decode()), network(GRAPH)
    assert (found.number_of_nodes(), found.number_of_edges()) == (len(expected.things), len(expected.relations))
    assert found.nodes["ngi:bytedance"] == {"label": "ByteDance", "kind": "Company"}
    edges = [d for _, _, d in found.edges("ngi:bytedance", data=True) if d.get("negated")]
    assert {d["predicate"] for d in edges} == {"provides"}


def test_every_relation_is_a_claim_or_a_plain_triple() -> None:
    found = network(GRAPH)
    objects = {t.subject for t in GRAPH if t.predicate == expand("ng:object")}
    assert {expand(r.claim) for r in found.relations if r.claim} >= objects
    assert {end for r in found.relations for end in (r.source, r.target)} <= {t.id for t in found.things}
    assert not {"Claim", "Passage", "Article"} & {t.kind for t in found.things}
