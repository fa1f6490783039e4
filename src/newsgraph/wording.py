"""What a graph says, in words: nodes by their names, helper nodes by what they hold."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from newsgraph.namespace import LABEL, NG, SKOSXL, TYPE, shorten

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Graph = Mapping[str, Mapping[str, Sequence[Term]]]

FORM = SKOSXL + "literalForm"
BOUNDS = (
    ("value", ""),
    ("moreThan", "more than "),
    ("atLeast", "at least "),
    ("lessThan", "less than "),
    ("atMost", "at most "),
)
QUANTITIES = ("ng:Quantity", "ng:MonetaryAmount")


def graph_of(triples: Iterable[ox.Triple]) -> Graph:
    """Triples by subject and property (IRIs), each once and sorted."""
    found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for t in sorted(set(triples), key=str):
        found[_key(t.subject)][t.predicate.value].append(t.object)
    return {subject: dict(facts) for subject, facts in found.items()}


def _key(node: Term) -> str:
    return str(node) if isinstance(node, ox.Triple) else node.value


def values(graph: Graph, node: str, prop: str) -> Sequence[Term]:
    """The values of a property (an IRI) of a node."""
    return graph.get(node, {}).get(prop, ())


def nodes(graph: Graph, node: str, prop: str) -> list[str]:
    """The IRIs among the values of a property of ng:."""
    return [t.value for t in values(graph, node, NG + prop) if isinstance(t, ox.NamedNode)]


def first(graph: Graph, node: str, prop: str) -> str:
    """The first value of a property (an IRI) as text, or ""."""
    return next((_key(t) for t in values(graph, node, prop)), "")


def kind(graph: Graph, node: str) -> str:
    """The class of a node as a CURIE, "" where it has none."""
    return next((shorten(_key(t)) for t in values(graph, node, TYPE.value)), "")


def wording(graph: Graph, term: Term, deep: bool = False) -> str:
    """A value or node in words; `deep` adds to a node without name what is stated of it."""
    if not isinstance(term, ox.NamedNode):
        return number(_key(term))
    form = next((f for m in (LABEL.value, FORM) if (f := first(graph, term.value, m))), "")
    if form:
        return form
    what = kind(graph, term.value)
    if what in QUANTITIES:
        return _quantity(graph, term.value)
    name = what.removeprefix("ng:") or shorten(term.value)
    return f"{name} ({contents(graph, term.value)})" if deep and what else name


def contents(graph: Graph, node: str) -> str:
    """What is stated of a node, property by property: «investor Alpha, amount 20000000000 USD»."""
    stated = sorted(
        (shorten(p).removeprefix("ng:"), o)
        for p, found in graph.get(node, {}).items()
        for o in found
        if p != TYPE.value
    )
    return ", ".join(f"{prop} {wording(graph, value)}" for prop, value in stated)


def _quantity(graph: Graph, node: str) -> str:
    """«about 5000 EUR», «at least 3000000 and at most 5000000»."""
    near = "about " * (first(graph, node, NG + "approximate") == "true")
    bounds = [word + number(_key(v)) for prop, word in BOUNDS for v in values(graph, node, NG + prop)]
    return f"{near}{' and '.join(bounds)} {first(graph, node, NG + 'currency')}".strip()


def number(text: str) -> str:
    """A number without an empty fraction; other text as it is.

    >>> number("20000000000.0"), number("1.50"), number("v2.0")
    ('20000000000', '1.50', 'v2.0')
    """
    whole, point, rest = text.partition(".")
    return whole if point and not rest.strip("0") and whole.lstrip("-").isdigit() else text


def statement(graph: Graph, claim: str, deep: bool = True) -> str:
    """What a claim says, as one line: «Alpha · ng:country · China», «not: …», or the node that it describes.

    `deep` adds to a subject without name (an investment) what is stated of it.
    """
    said = [wording(graph, t, True) for t in values(graph, claim, NG + "describes")]
    if not said:
        parts = (*values(graph, claim, NG + "subject"), *values(graph, claim, NG + "predicate"))
        what = (*values(graph, claim, NG + "object"), *values(graph, claim, NG + "objectValue"))
        said = [" · ".join(wording(graph, t, deep and t in parts[:1]) for t in (*parts, *what))]
    return "not: " * (first(graph, claim, NG + "negated") == "true") + " ".join(said[0].split())


def claims(graph: Graph) -> list[str]:
    """The IRIs of all claims, by article and place."""
    found = [n for n in graph if kind(graph, n) == "ng:Claim"]
    return sorted(found, key=lambda n: (first(graph, n, NG + "statedIn"), *span(graph, n), n))


def span(graph: Graph, claim: str) -> tuple[int, int]:
    """Start and end of the claim's passage in the article's text; (0, 0) where the graph does not say."""
    passage = first(graph, claim, NG + "evidence")
    ends = [first(graph, passage, f"http://www.w3.org/ns/oa#{end}") for end in ("start", "end")]
    return (int(ends[0]), int(ends[1])) if all(e.isdigit() for e in ends) else (0, 0)
