"""The reference: complete, well-formed, escaped, the same each time; the diagram true and without overlaps."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from itertools import combinations

import pyoxigraph as ox
import pytest

from newsgraph.docs import our_reference, pages
from newsgraph.docs.diagram import CODE, SMALL, TITLE, Area, drawing, layout, width
from newsgraph.docs.entry import all_words
from newsgraph.docs.example import of_class, of_property
from newsgraph.docs.facts import facts, path
from newsgraph.docs.html import VOID
from newsgraph.docs.release import documents
from newsgraph.namespace import NG, NGS, TYPE, expand, shorten
from newsgraph.rdf import parse, read_data
from newsgraph.shape import our_shapes

HTML = ["index.de.html", "index.html"]
DIAGRAMS = ["diagram.de.svg", "diagram.svg"]
HOSTILE = "</h4><script>alert(1)</script>\"'&"


class Reader(HTMLParser):
    """Collects anchors, links, tags and text, and complains of tags that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.ids += [value for name, value in attrs if name == "id"]
        self.links += [value for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def site():
    return {name: content.decode() for name, content in pages().items()}


@pytest.fixture(scope="module")
def about():
    return our_reference()


def test_files(site):
    assert list(site) == [*DIAGRAMS, *HTML, "style.css"]


@pytest.mark.parametrize("name", HTML)
def test_every_term_has_an_anchor(site, name):
    ids = Reader(site[name]).ids
    assert len(ids) == len(set(ids))
    terms = [
        shorten(t.subject.value) for t in read_data("ontology", "newsgraph.ttl", "concepts.ttl") if t.predicate == TYPE
    ]
    local = {name.partition(":")[2] for name in terms if name.startswith(("ng:", "ngc:"))}
    assert len(local) == 252  # 254 terms, of which ng: and ngc: share country and region
    assert local | {"ngc-country", "ngc-region"} <= set(ids)


@pytest.mark.parametrize("name", HTML)
def test_every_shape_has_an_anchor(site, name):
    kinds = {expand("sh:NodeShape"), expand("sh:PropertyShape"), expand("sh:SPARQLConstraint")}
    named = [t.subject for t in our_shapes() if t.predicate == TYPE and t.object in kinds]
    local = {node.value.removeprefix(NGS) for node in named if isinstance(node, ox.NamedNode)}
    assert len(local) > 170
    assert local - set(Reader(site[name]).ids) == set()


@pytest.mark.parametrize("name", HTML)
def test_links_lead_somewhere(site, name):
    page = Reader(site[name])
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert inner - set(page.ids) == set()
    assert {link for link in page.links if not link.startswith(("#", "http"))} == {"style.css", *(set(HTML) - {name})}


@pytest.mark.parametrize("name", HTML)
def test_nothing_runs_and_nothing_is_fetched(site, name):
    page = Reader(site[name])
    assert not page.tags & {"script", "iframe", "img", "object", "embed"}
    assert "@import" not in site["style.css"] and "url(" not in site["style.css"]


def test_anchors_agree_in_both_languages(site):
    de, en = (set(Reader(site[name]).ids) for name in HTML)
    assert de == en


def test_hostile_label_is_text():
    text = f"""@prefix ng: <{NG}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    ng:Claim rdfs:label {ox.Literal(HOSTILE)} . ng:Trap a <http://www.w3.org/2002/07/owl#Class> ;
    rdfs:label {ox.Literal(HOSTILE, language="de")} , {ox.Literal(HOSTILE, language="en")} ."""
    found = {
        name: content.decode() for name, content in pages((), parse(text.encode(), "turtle", "hostile.ttl")).items()
    }
    for name in HTML:
        page = Reader(found[name])
        assert "script" not in page.tags and "Trap" in page.ids
        assert HOSTILE in page.words


def test_same_bytes_twice_and_from_any_order():
    kept = read_data("ontology", "example.ttl")
    assert pages(kept) == pages(list(reversed(kept)))


def test_command_writes_the_same(tmp_path):
    for name in ("one", "two"):
        args = [sys.executable, "-m", "newsgraph", "ontology", "docs", "-q", "-o", str(tmp_path / name)]
        assert subprocess.run(args, capture_output=True, check=False).returncode == 0
    one, two = ({f.name: f.read_bytes() for f in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two and set(one) == set(pages()) | set(documents()) and len(one) == 16


def test_words_in_both_languages():
    words = all_words()
    assert words["de"].keys() == words["en"].keys()
    assert (
        words["de"]["files"].keys() == words["en"]["files"].keys() == {s.file for s in our_reference().shapes.values()}
    )


def test_every_term_has_an_example(about):
    lacking = [t.curie for t in about.of("class") if not of_class(t.curie, about.samples)]
    lacking += [
        t.curie for t in about.of("object", "datatype", "annotation") if not of_property(t.curie, about.samples)
    ]
    assert lacking == []


def test_examples_are_turtle(about):
    prefixes = "".join(
        f"@prefix {p}: <{expand(p + ':').value}> .\n"
        for p in ("dcterms", "ng", "ngc", "ngi", "oa", "prov", "rdfs", "schema", "skos", "skosxl", "xsd")
    )
    samples = [of_class(t.curie, about.samples) for t in about.of("class")]
    samples += [of_property(t.curie, about.samples) for t in about.of("object", "datatype", "annotation")]
    assert len(samples) == 105
    assert all(parse((prefixes + sample).encode(), "turtle", "example") for sample in samples)


def test_paths_are_written_as_in_sparql():
    text = b"""@prefix : <https://w3id.org/newsgraph/ontology#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
    :one sh:path [ sh:alternativePath ( :a [ sh:inversePath :b ] ) ] . :two sh:path ( :a :b ) .
    :three sh:path [ sh:oneOrMorePath [ sh:inversePath :a ] ] ."""
    found = facts(parse(text, "turtle", "paths.ttl"))
    written = {s.removeprefix(NG): path(found, rows["sh:path"][0]) for s, rows in found.items() if "sh:path" in rows}
    assert written == {"one": "ng:a | ^ng:b", "two": "ng:a / ng:b", "three": "(^ng:a)+"}


@pytest.mark.parametrize("name", DIAGRAMS)
def test_diagram_is_well_formed(site, name):
    root = ET.fromstring(site[name])
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(list(root.iter("{http://www.w3.org/2000/svg}a"))) == 22


@pytest.mark.parametrize("language", ["de", "en"])
def test_diagram_has_every_class_in_one_panel(about, language):
    d = drawing(about, language)
    shown = [box.term for box in d.boxes if box.term in about.terms]
    assert sorted(shown) == sorted(t.curie for t in about.of("class"))
    for box in d.boxes:
        assert sum(_inside(box.area, panel) for _, _, panel in d.panels) == 1, box


@pytest.mark.parametrize("language", ["de", "en"])
def test_nothing_overlaps(about, language):
    d = drawing(about, language)
    areas = [box.area for box in d.boxes] + [arrow.label_area() for arrow in d.arrows if arrow.label]
    assert [(a, b) for a, b in combinations(areas, 2) if a.overlaps(b)] == []
    assert all(_inside(area, Area(0, 0, *d.size)) for area in areas)
    lines = [line for arrow in d.arrows for line in _lines(arrow)]
    assert [(a, b) for a in areas for b in lines if a.overlaps(b)] == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_words_fit_their_boxes(about, language):
    for box in drawing(about, language).boxes:
        assert width(box.title, TITLE, wide=True) <= box.area.w - 8, box.title
        assert width(box.term, CODE, wide=True) <= box.area.w - 8, box.term
        assert all(width(line, SMALL) <= box.area.w - 18 for line in box.lines), box.lines


def test_arrows_are_true_to_the_ontology(about):
    """They touch their boxes, start in the domain and end in the range; kinds are subclasses."""
    boxes = {box.term: box.area for box in drawing(about, "en").boxes}
    foreign = {("prov:Person", "prov:Agent"), ("prov:Organization", "prov:Agent")}
    for arrow in drawing(about, "en").arrows:
        assert _on_edge(arrow.points[0], boxes[arrow.start]) and _on_edge(arrow.points[-1], boxes[arrow.end]), arrow
        kind = (arrow.start, arrow.end)
        assert arrow.properties or kind in foreign or arrow.end in about.terms[arrow.start].links["parents"], arrow
        for name in arrow.properties:
            domain, range_ = (about.terms[name].links[link] for link in ("domain", "range"))
            assert not domain or arrow.start in domain, arrow
            assert not range_ or arrow.end in range_, arrow


def test_lines_of_boxes_are_properties_of_the_class(about):
    rows = [(box["term"], name) for box in layout()["box"] for name in box.get("lines", ())]
    wrong = [(term, name) for term, name in rows if about.terms[name].links["domain"] not in ((), (term,))]
    assert wrong == []
    assert len(rows) == 38


def _inside(area, outer):
    across = outer.x <= area.x and area.x + area.w <= outer.x + outer.w
    return across and outer.y <= area.y and area.y + area.h <= outer.y + outer.h


def _on_edge(point, area):
    (x, y), right, bottom = point, area.x + area.w, area.y + area.h
    return (x in (area.x, right) and area.y <= y <= bottom) or (y in (area.y, bottom) and area.x <= x <= right)


def _lines(arrow):
    """The stretches of an arrow as thin areas; its ends touch their boxes and so do not overlap them."""
    for (x1, y1), (x2, y2) in zip(arrow.points, arrow.points[1:], strict=False):
        assert x1 == x2 or y1 == y2, arrow
        yield Area(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))
