"""Which article a triple belongs to, where a file holds several.

A claim belongs to the article that states it, a passage to the article it lies in, a plain triple to the articles
whose claims say it, and what describes a thing to the articles whose claims lead to the thing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import pyoxigraph as ox

from newsgraph.namespace import NG, OA, TYPE

Node = Any  # ox.NamedNode or ox.BlankNode; pyoxigraph's types also let triples be subjects
Spo = tuple[Any, Any, Any]
ARTICLE = ox.NamedNode(NG + "Article")
HOME = (ox.NamedNode(NG + "statedIn"), ox.NamedNode(OA + "hasSource"))
SAYS = SUBJECT, PREDICATE, OBJECT, VALUE = tuple(
    ox.NamedNode(NG + name) for name in ("subject", "predicate", "object", "objectValue")
)
NODES = (ox.NamedNode, ox.BlankNode)


def parts(triples: Sequence[ox.Triple]) -> dict[Node | None, list[ox.Triple]]:
    """The triples of each article; under None those that no article leads to (known names)."""
    own, found = _own(triples)
    if len(found) < 2:
        return {next(iter(found), None): list(triples)}
    shares: dict[Node | None, list[ox.Triple]] = defaultdict(list)
    rest: dict[Node, list[ox.Triple]] = defaultdict(list)  # of things, by subject
    for t in triples:
        home = own.get(t.subject)
        (rest[t.subject] if home is None else shares[home]).append(t)
    stated = _stated(shares)
    for node, homes in _reached(shares, rest, stated).items():
        _share(rest.pop(node, ()), homes, stated, shares)
    for left in rest.values():
        _share(left, set(), stated, shares)
    return dict(shares)


def _own(triples: Iterable[ox.Triple]) -> tuple[dict[Node, Node], set[Node]]:
    """The nodes that one article alone speaks of (itself, its claims and passages), each with it; the articles."""
    own: dict[Node, Node] = {}
    found: set[Node] = set()
    for t in triples:
        predicate = t.predicate
        if predicate in HOME:
            own[t.subject] = t.object
            found.add(t.object)
        elif predicate == TYPE and t.object == ARTICLE:
            found.add(t.subject)
    return own | {article: article for article in found}, found


def _stated(shares: dict[Node | None, list[ox.Triple]]) -> dict[Spo, set[Node]]:
    """The articles whose claims say a plain triple."""
    found: dict[Spo, set[Node]] = defaultdict(set)
    for home, share in shares.items():
        said: dict[Node, dict[Node, Any]] = defaultdict(dict)
        for t in share:
            predicate = t.predicate
            if predicate in SAYS:
                said[t.subject][predicate] = t.object
        for parts_of in said.values():
            value = parts_of.get(OBJECT, parts_of.get(VALUE))
            if SUBJECT in parts_of and PREDICATE in parts_of and value is not None:
                found[parts_of[SUBJECT], parts_of[PREDICATE], value].add(home)
    return found


def _reached(
    shares: dict[Node | None, list[ox.Triple]],
    rest: dict[Node, list[ox.Triple]],
    stated: dict[Spo, set[Node]],
) -> dict[Node, set[Node]]:
    """The articles that lead to a thing: by their own nodes, and from there by what describes or what they state."""
    found: dict[Node, set[Node]] = defaultdict(set)
    for home, share in shares.items():
        todo = [share]
        while todo:
            for t in todo.pop():
                thing = t.object
                if type(thing) not in NODES or thing not in rest or home in found[thing]:
                    continue
                # what only others state leads this article nowhere
                if home in stated.get((t.subject, t.predicate, thing), (home,)):
                    found[thing].add(home)
                    todo.append(rest[thing])
    return found


def _share(
    triples: Iterable[ox.Triple],
    homes: set[Node],
    stated: dict[Spo, set[Node]],
    shares: dict[Node | None, list[ox.Triple]],
) -> None:
    """Put the triples of a thing where they are stated, else where the thing is reached, else under None."""
    for t in triples:
        for home in sorted(stated.get((t.subject, t.predicate, t.object)) or homes or [None], key=str):
            shares[home].append(t)
