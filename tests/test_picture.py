"""The picture: legible, honest about what is hedged, the same every time."""

from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from newsgraph import svg
from newsgraph.errors import InputError
from newsgraph.layout import COLUMN, NAME, NOTE, PADDING, ROW, laid_out
from newsgraph.lettering import shown, width, wrapped
from newsgraph.namespace import expand
from newsgraph.rdf import parse, read
from newsgraph.scene import scene

ROOT = Path(__file__).parents[1]
GRAPH = read(ROOT / "graph" / "newsgraph.ttl")
NAMESPACE = "{http://www.w3.org/2000/svg}"
HEAD = """@prefix ng: <https://w3id.org/newsgraph/ontology#> . @prefix ngi: <https://w3id.org/newsgraph/id/> .
@prefix ngc: <https://w3id.org/newsgraph/concept/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."""


def of(text: str) -> list[ox.Triple]:
    return parse(f"{HEAD} {text}".encode(), "turtle", "d")


def crowd(number: int) -> list[ox.Triple]:
    """One company, and so many things of each kind around it."""
    lines = ['ngi:m a ng:Company ; rdfs:label "Mitte" .']
    for i in range(number):
        lines.append(f"""ngi:c{i} a ng:Company ; rdfs:label "Gesellschaft mit langem Namen {i}" ; ng:suppliesTo ngi:m .
            ngi:a{i} a ng:App ; rdfs:label "App{i}" . ngi:m ng:provides ngi:a{i} .
            ngi:i{i} a ng:Investment ; ng:investor ngi:m ; ng:target ngi:c{i} ; ng:status ngc:planned .
            ngi:r{i} a ng:Regulation ; rdfs:label "Regel {i}" ; ng:affects ngi:m , ngi:a{i} .""")
    return of("\n".join(lines))


SCENES = {"the seed": GRAPH, **{f"{n} of each kind": crowd(n) for n in (0, 1, 5, 30)}}


@pytest.mark.parametrize("name", SCENES)
def test_nothing_lies_on_anything_and_all_text_fits(name: str) -> None:
    picture = laid_out(scene(SCENES[name]))
    boxes = [p.box for p in picture.cards] + [c.box for c in picture.curves if c.box]
    assert [(a, b) for a, b in combinations(boxes, 2) if a.meets(b)] == []
    assert all(b.x >= 0 and b.x + b.width <= picture.width and 0 <= b.y <= picture.height - b.height for b in boxes)
    for card in picture.cards:
        room = card.box.width - 2 * PADDING
        assert all(
            width(line, size) <= room for lines, size in ((card.name, NAME), (card.notes, NOTE)) for line in lines
        )
        assert card.box.width in (COLUMN, ROW)
    assert len(SCENES) == 5


def test_every_edge_of_the_seed_has_its_words() -> None:
    curves = laid_out(scene(GRAPH)).curves
    assert [c.edge for c in curves if c.box is None] == []
    assert {c.edge.style for c in curves} == {"plain", "hedged", "denied"}


def test_what_a_side_has_no_room_for_is_counted() -> None:
    found = scene(crowd(30))
    assert found.left_out == (("bottom", 22), ("left", 18), ("right", 18), ("top", 22))
    assert b"not drawn: 18 more (companies, bodies, people); " in svg.write(crowd(30))


def test_the_seed_in_focus() -> None:
    found = scene(GRAPH)
    cards = {card.name: card for card in found.cards}
    assert found.focus is not None and found.focus.name == "ByteDance"
    assert cards["Investment: 12 bn USD"].notes == ("planned", "AI infrastructure", "source: Financial Times")
    assert cards["Doubao"].notes[-1] == "monthly active users: 75 m"
    assert {"Nvidia", "TikTok", "H20", "Verbot", "Investment: 20 bn USD = 150 bn CNY"} <= cards.keys()


@pytest.mark.parametrize("name", ["ngi:tiktok", "TikTok", "tiktok", "https://w3id.org/newsgraph/id/tiktok"])
def test_the_focus_by_name_and_by_iri(name: str) -> None:
    found = scene(GRAPH, name).focus
    assert found is not None and found.id == "ngi:tiktok"


def test_an_unknown_focus_is_told() -> None:
    with pytest.raises(
        InputError, match="there is no company, product, investment or rule 'Tiktak'; there are: ByteDance, "
    ):
        svg.write(GRAPH, focus="Tiktak")


def test_it_is_accessible_and_loads_nothing() -> None:
    root = ElementTree.fromstring(svg.write(GRAPH, language="de"))
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
    assert root[0].tag == f"{NAMESPACE}title" and root[0].text == "ByteDance: was Artikel sagen"
    assert {e.tag.removeprefix(NAMESPACE) for e in root.iter()} == {
        "svg", "title", "desc", "defs", "marker", "path", "rect", "text", "g"
    }  # fmt: skip
    assert all(e.find(f"{NAMESPACE}title") is not None for e in root.iter(f"{NAMESPACE}g"))


def test_an_empty_graph_is_a_picture_that_says_so() -> None:
    root = ElementTree.fromstring(svg.write([]))
    assert root[0].text == "There is nothing to show"


def test_the_bytes_do_not_depend_on_the_order() -> None:
    assert svg.write(list(reversed(GRAPH))) == svg.write(GRAPH)


def test_what_is_disputed_is_drawn_as_denied() -> None:
    graph = of("""ngi:a a ng:Company ; rdfs:label "A" . ngi:b a ng:App ; rdfs:label "B" . ngi:c a ng:Claim ;
        ng:subject ngi:a ; ng:predicate ng:provides ; ng:object ngi:b ; ng:reviewStatus ngc:disputed .""")
    assert [edge.style for edge in scene(graph).edges] == ["denied"]
    assert expand("ngi:c") in {t.subject for t in graph}


def test_text_is_cut_where_it_does_not_fit() -> None:
    assert wrapped("eins zwei drei", 10, 200, 2) == ["eins zwei drei"]
    assert wrapped("Gesellschaft für Nachrichten", 10, 84, 2) == ["Gesellschaft", "für Nachricht…"]
    assert all(width(line, 10) <= 60 for line in wrapped("字" * 30, 10, 60, 2))
    assert shown("a\u202eb\n\tc") == "a\ufffdb c"
