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
ARTICLE = ox.NamedNode(NG + "Article")
HOME = (ox.NamedNode(NG + "statedIn"), ox.NamedNode(OA + "hasSource"))
SAYS = tuple(ox.NamedNode(NG + name) for name in ("subject", "predicate", "object", "objectValue"))


def articles(triples: Iterable[ox.Triple]) -> list[Node]:
    """The articles that the triples describe or whose claims they hold, sorted by IRI."""
    found: set[Any] = {t.subject for t in triples if t.predicate == TYPE and t.object == ARTICLE}
    found |= {t.object for t in triples if t.predicate in HOME}
    return sorted(found, key=str)


def parts(triples: Sequence[ox.Triple]) -> dict[Node | None, list[ox.Triple]]:
    """The triples of each article; under None those that no article leads to (known names)."""
    found = articles(triples)
    if len(found) < 2:
        return {found[0] if found else None: list(triples)}
    of = _by_subject(triples)
    own = _own(triples, found)
    stated = _stated(of, own)
    reached = _reached(of, own, stated)
    shares: dict[Node | None, list[ox.Triple]] = defaultdict(list)
    for t in triples:
        homes = {own[t.subject]} if t.subject in own else stated.get(_key(t)) or reached.get(t.subject)
        for home in sorted(homes, key=str) if homes else [None]:
            shares[home].append(t)
    return dict(shares)


def _by_subject(triples: Iterable[ox.Triple]) -> dict[Node, list[ox.Triple]]:
    found: dict[Node, list[ox.Triple]] = defaultdict(list)
    for t in triples:
        found[t.subject].append(t)
    return found


def _own(triples: Iterable[ox.Triple], found: Iterable[Node]) -> dict[Node, Node]:
    """The nodes that one article alone speaks of: itself, its claims and passages."""
    return {t.subject: t.object for t in triples if t.predicate in HOME} | {a: a for a in found}


def _key(t: ox.Triple) -> tuple[str, str, str]:
    return str(t.subject), str(t.predicate), str(t.object)


def _stated(of: dict[Node, list[ox.Triple]], own: dict[Node, Node]) -> dict[tuple[str, str, str], set[Node]]:
    """The articles whose claims say a plain triple."""
    found: dict[tuple[str, str, str], set[Node]] = defaultdict(set)
    for node, home in own.items():
        said = {t.predicate: str(t.object) for t in of[node]}
        subject, predicate, value = (said.get(p, "") for p in SAYS[:3])
        if subject and predicate:
            found[subject, predicate, value or said.get(SAYS[3], "")].add(home)
    return found


def _reached(
    of: dict[Node, list[ox.Triple]], own: dict[Node, Node], stated: dict[tuple[str, str, str], set[Node]]
) -> dict[Node, set[Node]]:
    """The articles that lead to a node: by their own nodes, and from there by what describes or what they state."""
    found: dict[Node, set[Node]] = defaultdict(set)
    for start, home in own.items():
        todo = [start]
        while todo:
            for t in of.get(todo.pop(), ()):
                ours = home in stated.get(_key(t), (home,))  # what only others state leads this article nowhere
                is_node = isinstance(t.object, ox.NamedNode | ox.BlankNode) and t.object not in own
                if ours and is_node and home not in found[t.object]:
                    found[t.object].add(home)
                    todo.append(t.object)
    return found
