"""What a picture of the graph shows: one thing in focus, and around it companies, products, investments and rules.

Sums, measurements and ranks are written into the cards and on the edges; places, concepts and evidence are left out.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.lookup import Figure, Lookup, Node
from newsgraph.namespace import LABEL, expand
from newsgraph.network import Relation, curie, network
from newsgraph.rdf import read_data

# the side of a kind, and how many cards fit there
SIDES = {
    "Company": "left",
    "NewsOrganization": "left",
    "PublicBody": "left",
    "Organization": "left",
    "Person": "left",
    "App": "right",
    "Chip": "right",
    "Product": "right",
    "Investment": "top",
    "FundingRound": "top",
    "Acquisition": "top",
    "Regulation": "bottom",
    "Penalty": "bottom",
}
MOST = {"left": 12, "right": 12, "top": 8, "bottom": 8}
AMOUNT, CONVERTED = expand("ng:amount"), expand("ng:convertedFrom")
SAYS = {"de": "laut", "en": "source"}
STEPS = 3  # the rule that delays a rule that affects an app of the company
RANK, HOLDER = expand("ng:rank"), expand("ng:holder")
SCALES = ((Decimal(10) ** 12, "tn", "Bio."), (Decimal(10) ** 9, "bn", "Mrd."), (Decimal(10) ** 6, "m", "Mio."))
BOUNDS = {"at most": "bis zu", "less than": "unter", "at least": "mindestens", "more than": "über", "": ""}


@dataclass(frozen=True, slots=True)
class Card:
    """A thing as it is drawn: its name, and what is said under it; `kind` chooses its colour, `side` its place."""

    id: str
    name: str
    notes: tuple[str, ...]
    kind: str
    side: str


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """Relations between two cards that are equally sure. `style` is plain, hedged or denied."""

    source: str
    target: str
    style: str
    words: tuple[str, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The focus, the other cards (most connected first), their edges; how many cards a side has no room for."""

    focus: Card | None
    cards: tuple[Card, ...]
    edges: tuple[Edge, ...]
    left_out: tuple[tuple[str, int], ...]
    claims: int
    articles: int


def scene(triples: Collection[ox.Triple], focus: str | None = None, language: str = "en") -> Scene:
    """What to draw. Raises InputError where nothing has the name of the focus."""
    graph, net, words = Lookup(triples), network(triples), labels(language)
    nodes = {curie(node): node for node in graph.of}
    kinds = {t.id: t.kind for t in net.things if t.kind in SIDES and t.id in nodes}
    relations = [r for r in (*net.relations, *_ranks(graph, net.relations)) if {r.source, r.target} <= kinds.keys()]
    relations = [r for r in relations if r.source != r.target]
    degree = Counter(end for r in relations for end in {r.source, r.target})
    middle = _focus(focus, {t.id: t.label for t in net.things if t.id in kinds}, degree)
    chosen, left_out = _around(middle, relations, kinds, degree)
    teller = _Teller(graph, words, language)
    cards = {c: Card(c, *teller.told(nodes[c]), kinds[c], SIDES[kinds[c]]) for c in chosen}
    edges = _edges((r for r in relations if {r.source, r.target} <= cards.keys()), words)
    return Scene(
        cards.get(middle),
        tuple(card for c, card in cards.items() if c != middle),
        edges,
        left_out,
        len({r.claim for r in relations if r.claim and {r.source, r.target} <= cards.keys()}),
        len({r.article for r in relations if r.article and {r.source, r.target} <= cards.keys()}),
    )


def labels(language: str) -> dict[str, str]:
    """The labels of our properties and concepts in a language, by CURIE."""
    names = (expand("rdfs:label"), expand("skos:prefLabel"))
    found = read_data("ontology", "newsgraph.ttl", "concepts.ttl")
    return {curie(t.subject): t.object.value for t in found if t.predicate in names and t.object.language == language}  # type: ignore[union-attr]


def _focus(wanted: str | None, names: dict[str, str], degree: Counter[str]) -> str:
    """The thing in the middle; nothing where there are no things."""
    best = sorted(names, key=lambda c: (-degree[c], c))
    if wanted is None:
        return best[0] if best else ""
    name = curie(ox.NamedNode(wanted)) if "://" in wanted else wanted
    for known in best:
        if name == known or name.casefold() == names[known].casefold():
            return known
    some = ", ".join(names[c] for c in best[:5]) or "none"
    raise InputError(f"there is no company, product, investment or rule {wanted!r}", advice=f"there are: {some}")


def _around(
    middle: str, relations: list[Relation], kinds: dict[str, str], degree: Counter[str]
) -> tuple[list[str], tuple[tuple[str, int], ...]]:
    """The things within three steps of the middle, the nearest and best connected of each side; what is left out."""
    near: dict[str, set[str]] = defaultdict(set)
    for r in relations:
        near[r.source].add(r.target)
        near[r.target].add(r.source)
    ranked: list[str] = []
    seen = step = {middle}
    for _ in range(STEPS):
        step = {c for n in step for c in near[n]} - seen
        seen = seen | step
        ranked += sorted(step, key=lambda c: (-degree[c], c))
    chosen, left_out = [middle] if middle else [], Counter[str]()
    room = Counter(MOST)
    for c in ranked:
        side = SIDES[kinds[c]]
        if room[side] > 0:
            room[side] -= 1
            chosen.append(c)
        else:
            left_out[side] += 1
    return chosen, tuple(sorted(left_out.items()))


def _ranks(graph: Lookup, relations: Iterable[Relation]) -> Iterator[Relation]:
    """Market positions as relations: the holder is the largest customer of its supplier, ahead of another."""
    positions = {curie(node): node for node in graph.of if graph.kind(node) == "MarketPosition"}
    for r in relations:
        node = positions.get(r.source)
        rank, holder = (graph.value(node, p) for p in (RANK, HOLDER)) if node is not None else (None, None)
        if rank is not None and holder is not None and r.predicate in ("supplier", "comparedWith"):
            yield Relation(curie(holder), r.target, curie(rank), *_rest(r))


def _rest(r: Relation) -> tuple[str, str, bool, str, str, str, str]:
    return r.claim, r.modality, r.negated, r.review, r.who, r.quote, r.article


def _edges(relations: Iterable[Relation], words: dict[str, str]) -> tuple[Edge, ...]:
    """One edge for all that is equally surely said of two things."""
    found: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for r in relations:
        found[r.source, r.target, style(r)].append(r)
    return tuple(
        sorted(Edge(*key, tuple(sorted({_word(r, words) for r in same})), len(same)) for key, same in found.items())
    )


def _word(r: Relation, words: dict[str, str]) -> str:
    name = r.predicate if ":" in r.predicate else f"ng:{r.predicate}"
    return words.get(name, r.predicate)


def style(r: Relation) -> str:
    """How surely a relation is said: plain, hedged (planned, possible, unclear), or denied (negated, disputed)."""
    if r.negated or r.review in ("disputed", "rejected"):
        return "denied"
    return "plain" if r.modality in ("", "asserted") else "hedged"


class _Teller:
    """What is written under a name: sums, purposes, status, figures, classes."""

    def __init__(self, graph: Lookup, words: dict[str, str], language: str) -> None:
        self.graph, self.words, self.language = graph, words, language
        self.measured: dict[Node, list[Node]] = defaultdict(list)
        for node in sorted(graph.of, key=str):
            for thing in graph.values(node, expand("ng:measured")):
                self.measured[thing].append(node)

        self.says: dict[Node, list[Node]] = defaultdict(list)
        for claim in sorted(graph.of, key=str):
            if graph.value(claim, expand("ng:predicate")) == AMOUNT:
                self.says[graph.value(claim, expand("ng:subject"))] += graph.values(claim, expand("ng:assertedBy"))

    def told(self, node: Node) -> tuple[str, tuple[str, ...]]:
        """The name on a card, and the notes under it. An investment without a name is called by its sums."""
        sums = self._sums(node)
        notes = list(filter(None, self._notes(node)))
        kind = self.words.get(f"ng:{self.graph.kind(node)}", self.graph.kind(node))
        if self.graph.value(node, LABEL) is not None:
            name = self.graph.label(node)
            return name, tuple(note for note in (sums, *notes) if note and note.casefold() != name.casefold())
        return f"{kind[:1].upper()}{kind[1:]}: {sums}" if sums else self.graph.label(node), tuple(notes)

    def _sums(self, node: Node) -> str:
        """The sums of an investment: «=» before those that the text converts from another."""
        found = [
            (self.graph.value(v, CONVERTED) is not None, self.graph.figure(v)) for v in self.graph.values(node, AMOUNT)
        ]
        said = sorted((also, figure_words(figure, self.language)) for also, figure in found if figure)
        return "".join((" = " if also else " / ") + words if i else words for i, (also, words) in enumerate(said))

    def _notes(self, node: Node) -> Iterator[str]:
        for name in ("ng:status", "ng:regulationKind", "ng:purpose", "ng:category"):
            values = self.graph.values(node, expand(name))
            yield ", ".join(self.words.get(curie(v), self.graph.label(v)) for v in values)
        yield from map(self._measurement, self.measured[node])
        says = sorted({self.graph.label(who) for who in self.says[node] if self.graph.kind(who) != "Article"})
        yield f"{SAYS[self.language]}: {', '.join(says)}" if says else ""

    def _measurement(self, node: Node) -> str:
        """A figure with what it counts: monthly active users: 75 m."""
        metric, quantity = (self.graph.value(node, expand(p)) for p in ("ng:metric", "ng:quantity"))
        figure = self.graph.figure(quantity) if quantity is not None else None
        if figure is None or metric is None:
            return ""
        return f"{self.words.get(curie(metric), self.graph.label(metric))}: {figure_words(figure, self.language)}"


def figure_words(figure: Figure, language: str) -> str:
    """A figure as people write it.

    >>> figure_words(Figure("20000000000.0", "at most", "USD", False), "en")
    'at most 20 bn USD'
    """
    bound = BOUNDS.get(figure.bound, "") if language == "de" else figure.bound
    return " ".join(filter(None, (bound, _number(figure.number, language), figure.currency)))


def _number(text: str, language: str) -> str:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    if not value.is_finite() or abs(value) >= Decimal(10) ** 15:
        return text
    for size, english, german in SCALES:
        if abs(value) >= size:
            return f"{_digits(value / size, language)} {german if language == 'de' else english}"
    return _digits(value, language)


def _digits(value: Decimal, language: str) -> str:
    plain = f"{value:,.2f}".rstrip("0").rstrip(".")
    return plain.translate(str.maketrans(",.", ".,")) if language == "de" else plain
