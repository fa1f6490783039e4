"""Where the parts of a picture stand: cards in four sides around the focus, curves between them, words on the curves.

Nothing is random and nothing is iterated to a balance: the same scene gives the same picture. Words stand where they
touch neither a card nor other words; an edge for whose words there is no room is drawn without them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsgraph.lettering import width, wrapped
from newsgraph.scene import Card, Edge, Scene

WIDTH, MARGIN, GAP, CORRIDOR, TOP = 1320.0, 36.0, 16.0, 92.0, 112.0
NAME, NOTE, WORD = 14.0, 11.5, 11.0  # sizes of letters
END = 8.0  # between the ends of two edges on the side of a card
PADDING, COLUMN, ROW, PER_ROW = 10.0, 250.0, 290.0, 4
WIDEST = 190.0  # words on an edge
STEPS = [i / 40 for i in range(41)]
SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.28, 0.72, 0.22, 0.78, 0.16, 0.84)
NEAR_END = (0.74, 0.68, 0.8, 0.6, 0.52, 0.44, 0.36, 0.28, 0.86)
BENDS = (0.0, 70.0, -70.0, 140.0, -140.0, 220.0, -220.0, 300.0, -300.0)
# where an edge to another side draws a card: down or up in a column, right or left in a row
PULL = {
    **{(side, "bottom"): 1 for side in ("left", "right")},
    **{(side, "top"): -1 for side in ("left", "right")},
    **{(side, "right"): 1 for side in ("top", "bottom")},
    **{(side, "left"): -1 for side in ("top", "bottom")},
}
Point = tuple[float, float]
Points = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `x` and `y` are its left upper corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2

    def meets(self, other: "Box", space: float = 0.0) -> bool:
        """Whether two rectangles come nearer to each other than `space`."""
        return (
            self.x < other.x + other.width + space
            and other.x < self.x + self.width + space
            and self.y < other.y + other.height + space
            and other.y < self.y + self.height + space
        )

    def holds(self, point: Point, space: float = 0.0) -> bool:
        """Whether a point lies in the rectangle, or nearer to it than `space`."""
        x, y = point
        return self.x - space < x < self.x + self.width + space and self.y - space < y < self.y + self.height + space


@dataclass(frozen=True, slots=True)
class Placed:
    """A card with its place and its lines of text."""

    card: Card
    box: Box
    name: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """An edge as a cubic Bézier curve, and its words with the box they stand in; without words where there is no room."""

    edge: Edge
    points: Points
    words: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Picture:
    """All parts with their places, and the size of the whole."""

    cards: tuple[Placed, ...]
    curves: tuple[Curve, ...]
    width: float
    height: float


def laid_out(scene: Scene) -> Picture:
    """The places of a scene's parts."""
    sides = _sides(scene)
    placed = list(_rows(sides["top"], TOP))
    start = _below(placed, TOP - CORRIDOR) + CORRIDOR
    ends = Counter(end for edge in scene.edges for end in (edge.source, edge.target))
    columns = [_column(sides[side], x, ends) for side, x in (("left", MARGIN), ("right", WIDTH - MARGIN - COLUMN))]
    focus = _column([scene.focus] if scene.focus else [], (WIDTH - COLUMN) / 2, ends)
    tallest = max([_below(column, 0) for column in (*columns, focus)])
    for column in (*columns, focus):
        placed += _moved(column, start + (tallest - _below(column, 0)) / 2)
    bottom = list(_rows(sides["bottom"], start + tallest + CORRIDOR))
    placed += bottom
    height = _below(placed, TOP) + MARGIN
    return Picture(tuple(placed), tuple(_curves(scene, {p.card.id: p for p in placed})), WIDTH, height)


def _sides(scene: Scene) -> dict[str, list[Card]]:
    """The cards of each side, in the order that lets few edges cross: those with edges downwards stand lower, and so on."""
    side = {card.id: card.side for card in scene.cards}
    pull: Counter[str] = Counter()
    for edge in scene.edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            pull[here] += PULL.get((side.get(here, ""), side.get(there, "")), 0)
    found: dict[str, list[Card]] = defaultdict(list)
    for card in sorted(scene.cards, key=lambda c: pull[c.id]):
        found[card.side].append(card)
    return found


def _sized(card: Card, wide: float, x: float, y: float, ends: int = 0) -> Placed:
    """A card as high as its lines need, and the ends of edges on its sides."""
    name = wrapped(card.name, NAME, wide - 2 * PADDING, 2)
    notes = [line for note in card.notes for line in wrapped(note, NOTE, wide - 2 * PADDING, 2)][:5]
    height = max(2 * PADDING + len(name) * (NAME + 4) + len(notes) * (NOTE + 4), END * ends)
    return Placed(card, Box(x, y, wide, height), tuple(name), tuple(notes))


def _column(cards: Iterable[Card], x: float, ends: Counter[str]) -> list[Placed]:
    """Cards below each other, from height 0."""
    found: list[Placed] = []
    for card in cards:
        found.append(_sized(card, COLUMN, x, _below(found, -GAP) + GAP, ends[card.id]))
    return found


def _rows(cards: list[Card], y: float) -> Iterator[Placed]:
    """Cards beside each other, in rows that are centred."""
    for i in range(0, len(cards), PER_ROW):
        row = cards[i : i + PER_ROW]
        x = (WIDTH - len(row) * ROW - (len(row) - 1) * GAP) / 2
        placed = [_sized(card, ROW, x + k * (ROW + GAP), y) for k, card in enumerate(row)]
        yield from placed
        y = _below(placed, y) + GAP


def _below(placed: Iterable[Placed], least: float) -> float:
    """The lower end of the lowest card."""
    return max([least, *(p.box.y + p.box.height for p in placed)])


def _moved(placed: Iterable[Placed], down: float) -> list[Placed]:
    return [Placed(p.card, Box(p.box.x, p.box.y + down, p.box.width, p.box.height), p.name, p.notes) for p in placed]


def _curves(scene: Scene, placed: dict[str, Placed]) -> Iterator[Curve]:
    """The edges with their words, those of the focus first: they have the first choice of room."""
    middle = scene.focus.id if scene.focus else ""
    ports = _ports(scene, placed, middle)
    taken: list[Box] = [p.box for p in placed.values()]
    order = sorted(scene.edges, key=lambda e: (middle not in (e.source, e.target), e))
    for edge in order:
        ends = ports[edge, edge.source], ports[edge, edge.target]
        others = [p.box for c, p in placed.items() if c not in (edge.source, edge.target)]
        points = _curve(*ends, others)
        words = ", ".join(edge.words)
        [words] = wrapped(f"✗ {words}" if edge.style == "denied" else words, WORD, WIDEST, 1) or [""]
        spots = NEAR_END if edge.source == middle else [1 - t for t in NEAR_END] if edge.target == middle else SPOTS
        box = _room(words, points, spots, taken)
        yield Curve(edge, points, words, box)


def _room(words: str, points: Points, spots: Iterable[float], taken: list[Box]) -> Box | None:
    """The first place on a curve where its words touch nothing; it is taken then."""
    for t in spots:
        box = _word_box(words, _at(points, t))
        if not any(box.meets(other, 2.0) for other in taken):
            taken.append(box)
            return box
    return None


def _word_box(words: str, point: Point) -> Box:
    wide = width(words, WORD) + 6
    return Box(point[0] - wide / 2, point[1] - WORD * 0.75, wide, WORD * 1.5)


Port = tuple[Point, Point]  # where a curve ends, and the direction in which it leaves


def _ports(scene: Scene, placed: dict[str, Placed], middle: str) -> dict[tuple[Edge, str], Port]:
    """The ends of all edges, spread along the side of the card that faces the other."""
    facing: dict[tuple[str, str], list[tuple[float, Edge]]] = defaultdict(list)
    for edge in scene.edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            side = placed[there].card.side if here == middle else OPPOSITE[placed[here].card.side]
            x, y = placed[there].box.middle
            facing[here, side].append((x if side in ("top", "bottom") else y, edge))
    found: dict[tuple[Edge, str], Port] = {}
    for (card, side), edges in facing.items():
        for i, (_, edge) in enumerate(sorted(edges), 1):
            found[edge, card] = _port(placed[card].box, side, i / (len(edges) + 1))
    return found


OPPOSITE = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


def _port(box: Box, side: str, share: float) -> Port:
    if side in ("left", "right"):
        x = box.x if side == "left" else box.x + box.width
        return (x, box.y + box.height * share), (-1.0 if side == "left" else 1.0, 0.0)
    y = box.y if side == "top" else box.y + box.height
    return (box.x + box.width * share, y), (0.0, -1.0 if side == "top" else 1.0)


def _curve(start: Port, end: Port, others: list[Box]) -> Points:
    """The curve between two ends that meets the fewest other cards, the straightest of these."""
    candidates = [_bent(start, end, bend) for bend in BENDS]
    return min(candidates, key=lambda points: sum(b.holds(_at(points, t), 6.0) for b in others for t in STEPS))


def _bent(start: Port, end: Port, bend: float) -> Points:
    """A curve that leaves both cards straight, its middle pushed aside by `bend`."""
    (x1, y1), (dx1, dy1) = start
    (x2, y2), (dx2, dy2) = end
    reach = min(220.0, max(44.0, (abs(x2 - x1) + abs(y2 - y1)) * 0.4))
    if (dx1 == 0) == (dx2 == 0):
        right, down = (0.0, bend) if dx1 else (bend, 0.0)
        one = x1 + dx1 * reach + right, y1 + dy1 * reach + down
        two = x2 + dx2 * reach + right, y2 + dy2 * reach + down
        return (x1, y1), one, two, (x2, y2)
    # round a corner: into the corridor beside the column, however near the row is
    behind = max(0.0, (x1 - x2) * dx1 if dx1 else (x2 - x1) * dx2)  # the row's card stands behind the column's edge
    up, aside = max(24.0, min(reach, abs(y2 - y1) * 0.6) + min(bend, 0.0)), max(reach, 110.0) + abs(bend) * 2 + behind
    one = x1 + dx1 * aside, y1 + dy1 * up
    two = x2 + dx2 * aside, y2 + dy2 * up
    return (x1, y1), one, two, (x2, y2)


def _at(points: Points, t: float) -> Point:
    """The point of a cubic Bézier curve at `t` (0 to 1)."""
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
    x, y = (a * points[0][i] + b * points[1][i] + c * points[2][i] + d * points[3][i] for i in (0, 1))
    return x, y
