"""The graph as things and relations between them: what graph programs and pictures show.

A relation is what a claim says of two things, one for each claim, with how surely and by whom it is said; or a plain
triple that no claim states. What a claim describes (a measurement, a role) is a thing whose relations are the claim's.
Claims, passages, articles and readings are no things here.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from newsgraph.lookup import Lookup, Node
from newsgraph.namespace import LABEL, NGC, TYPE, expand, shorten

EVIDENCE = {"Claim", "Passage", "Article", "Activity", "Entity", "SpecificResource"}
CLAIM, DESCRIBES = expand("ng:Claim"), expand("ng:describes")
SUBJECT, PREDICATE, OBJECT = map(expand, ("ng:subject", "ng:predicate", "ng:object"))
WHO, STATED_IN, MODALITY = map(expand, ("ng:assertedBy", "ng:statedIn", "ng:modality"))
REVIEW, STATUS = expand("ng:reviewStatus"), expand("ng:status")
NO_RELATION = {TYPE, LABEL, *map(expand, ("skos:exactMatch", "skos:inScheme"))}
Key = tuple[Node, Node, Node]


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """A node: its CURIE, its label, its class; the figure that it holds."""

    id: str
    label: str
    kind: str
    number: str = ""
    bound: str = ""
    currency: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """An edge between the CURIEs of two things, as a claim says it; without `claim` it is a plain triple."""

    source: str
    target: str
    predicate: str
    claim: str = ""
    modality: str = ""
    negated: bool = False
    review: str = ""
    who: str = ""
    quote: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """Things and relations, each sorted; every end of a relation is among the things."""

    things: tuple[Thing, ...]
    relations: tuple[Relation, ...]


def network(triples: Collection[ox.Triple]) -> Network:
    """The things of a graph and their relations."""
    graph = Lookup(triples)
    claims = [node for node in graph.of if CLAIM in graph.values(node, TYPE)]
    said = _by(claims, lambda claim: tuple(graph.value(claim, p) for p in (SUBJECT, PREDICATE, OBJECT)))
    describing = _by(claims, lambda claim: graph.value(claim, DESCRIBES))
    keys = {key for key in said if None not in key} | {_key(t) for t in triples if _relates(graph, t)}
    nodes = {node for node in graph.of if graph.kind(node) and graph.kind(node) not in EVIDENCE}
    nodes |= {node for subject, _, value in keys for node in (subject, value)}
    relations = [
        _relation(graph, key, claim) for key in keys for claim in said.get(key) or describing.get(key[0]) or [None]
    ]
    return Network(tuple(sorted(_thing(graph, node) for node in nodes)), tuple(sorted(relations)))


def _by(claims: Iterable[Node], of: Callable[[Node], Any]) -> dict[Any, list[Node]]:
    """The claims by what they are about."""
    found: dict[Any, list[Node]] = defaultdict(list)
    for claim in claims:
        found[of(claim)].append(claim)
    return found


def _key(t: ox.Triple) -> Key:
    return t.subject, t.predicate, t.object


def _relates(graph: Lookup, t: ox.Triple) -> bool:
    """Whether a triple is a relation between two things."""
    if t.predicate in NO_RELATION or isinstance(t.object, ox.Literal):
        return False
    return graph.kind(t.subject) not in EVIDENCE and graph.kind(t.object) not in EVIDENCE


def _relation(graph: Lookup, key: Key, claim: Node | None) -> Relation:
    ends = curie(key[0]), curie(key[2]), curie(key[1]).removeprefix("ng:")
    if claim is None:
        return Relation(*ends)
    who, article = graph.value(claim, WHO), graph.value(claim, STATED_IN)
    return Relation(
        *ends,
        claim=curie(claim),
        modality=_local(graph.value(claim, MODALITY)),
        negated=graph.true(claim, "ng:negated"),
        review=_local(graph.value(claim, REVIEW)),
        who=graph.label(who) if who is not None else "",
        quote=graph.text(claim, "ng:quote"),
        article=curie(article) if article is not None else "",
    )


def _thing(graph: Lookup, node: Node) -> Thing:
    figure = graph.figure(node)
    kind = graph.kind(node) or ("Concept" if not isinstance(node, ox.BlankNode) and node.value.startswith(NGC) else "")
    status = _local(graph.value(node, STATUS))
    if figure is None:
        return Thing(curie(node), graph.label(node), kind, status=status)
    return Thing(curie(node), graph.label(node), kind, figure.number, figure.bound, figure.currency, status)


def curie(node: Node) -> str:
    """How a node is called: its CURIE or IRI, a blank node's label."""
    return str(node) if isinstance(node, ox.BlankNode) else shorten(node.value)


def _local(node: Node | None) -> str:
    return shorten(node.value).partition(":")[2] if node is not None else ""
