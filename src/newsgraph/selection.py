"""A part of a graph: a layer, or what some articles, sources or modalities say. What is kept is whole.

A claim that is kept brings its article, its passage, its reviews, the things that it is about with what describes them,
and the plain triple that it states as fact. A plain triple that only other claims state so stays out, and so does a
thing that nothing kept leads to. The layer of facts holds no claims; it keeps what may be read as fact (ontology/README.md).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

import pyoxigraph as ox

from newsgraph.build import CARRIERS
from newsgraph.errors import InputError
from newsgraph.namespace import NG, PROV, SCHEMA, TYPE, expand, shorten

LAYERS = ("claims", "facts", "all")
Node = Any  # ox.NamedNode or ox.BlankNode; pyoxigraph's types also let triples be subjects
Key = tuple[Any, Any, Any]
CLAIM, ARTICLE = expand("ng:Claim"), expand("ng:Article")
EVIDENCE = {CLAIM, ARTICLE, expand("ng:Passage"), expand("prov:Activity"), expand("prov:Entity")}
# what means something only through what leads to it
PARTS = {*map(expand, ("ng:MonetaryAmount", "ng:Quantity", "ng:MarketName", "ng:AnonymousSource", "prov:Agent"))}
CARRYING = {ox.NamedNode(NG + name) for name in CARRIERS}
SAYS = tuple(map(expand, ("ng:subject", "ng:predicate", "ng:object", "ng:objectValue")))
DESCRIBES, MODALITY, NEGATED = map(expand, ("ng:describes", "ng:modality", "ng:negated"))
REVIEW, STATED_IN, ASSERTED_BY = map(expand, ("ng:reviewStatus", "ng:statedIn", "ng:assertedBy"))
TENSION, MENTIONS = expand("ng:inTensionWith"), ox.NamedNode(SCHEMA + "mentions")
DERIVED = ox.NamedNode(PROV + "wasDerivedFrom")
ASSERTED, TRUE = expand("ngc:asserted"), ("true", "1")
DOUBTED = {expand("ngc:disputed"), expand("ngc:rejected")}


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep: a layer, and where they are not empty only claims of these articles, sources, modalities."""

    layer: str = "all"
    articles: frozenset[Node] = frozenset()
    sources: frozenset[Node] = frozenset()
    modalities: frozenset[Node] = frozenset()

    @property
    def filters(self) -> tuple[tuple[str, ox.NamedNode, frozenset[Node]], ...]:
        """Each filter that is set: what it is called, the property of the claim, the values that pass."""
        found = (
            ("article", STATED_IN, self.articles),
            ("source", ASSERTED_BY, self.sources),
            ("modality", MODALITY, self.modalities),
        )
        return tuple(each for each in found if each[2])


ALL = Selection()


def select(triples: Collection[ox.Triple], wanted: Selection, *, strict: bool = True) -> list[ox.Triple]:
    """The triples that are wanted, in their order. Raises InputError where a filter names what no claim has.

    Not `strict`, such a filter lets nothing pass: for a part of a graph.
    """
    if wanted == ALL:
        return list(triples)
    graph = _Graph(triples)
    if strict:
        _check(graph, wanted)
    return graph.kept(wanted)


def _check(graph: "_Graph", wanted: Selection) -> None:
    for name, predicate, values in wanted.filters:
        known = {value for claim in graph.claims for value in graph.values(claim, predicate)}
        for value in sorted(values - known, key=str):
            few = ", ".join(shorten(v.value) for v in sorted(known, key=str)[:5]) or "none"
            raise InputError(f"no claim has the {name} {shorten(value.value)}", advice=f"there are: {few}")


class _Graph:
    """The triples by subject, and what the claims among them say."""

    def __init__(self, triples: Collection[ox.Triple]) -> None:
        self.triples = triples
        self.of: dict[Node, list[ox.Triple]] = defaultdict(list)
        for t in triples:
            self.of[t.subject].append(t)
        self.claims = [s for s in self.of if CLAIM in self.values(s, TYPE)]
        self.stated = {key for claim in self.claims for key in self.says(claim)}

    def values(self, subject: Node, predicate: ox.NamedNode) -> list[Node]:
        return [t.object for t in self.of.get(subject, ()) if t.predicate == predicate]

    def kinds(self, subject: Node) -> set[Node]:
        return set(self.values(subject, TYPE))

    def says(self, claim: Node) -> Iterator[Key]:
        """What a claim states, as the plain triple that may stand beside it."""
        subjects, predicates, nodes, literals = (self.values(claim, p) for p in SAYS)
        if subjects and predicates:
            yield from ((subjects[0], predicates[0], value) for value in chain(nodes, literals))

    def chosen(self, wanted: Selection) -> set[Node]:
        """The claims that pass all filters."""
        filters = wanted.filters
        return {c for c in self.claims if all(values.intersection(self.values(c, p)) for _, p, values in filters)}

    def plain(self, claim: Node) -> bool:
        """Whether a claim may be read as fact (newsgraph.build)."""
        negated = any(value.value in TRUE for value in self.values(claim, NEGATED))
        doubted = DOUBTED.intersection(self.values(claim, REVIEW))
        return not negated and not doubted and ASSERTED in self.values(claim, MODALITY)

    def kept(self, wanted: Selection) -> list[ox.Triple]:
        """What is left of the graph."""
        chosen = self.chosen(wanted)
        stated = {key for claim in chosen if self.plain(claim) for key in self.says(claim)}
        roots = self._facts(wanted, chosen, stated) if wanted.layer == "facts" else self._said(wanted, chosen)
        passes = _Passing(self, wanted, chosen, stated)
        reached = self._reached(roots, passes)
        return [t for t in self.triples if t.subject in reached and passes(t)]

    def _said(self, wanted: Selection, chosen: set[Node]) -> Iterable[Node]:
        """Where the layers with claims begin: the claims, their reviews, and all articles where nothing is filtered."""
        reviews = [t.subject for t in self.triples if t.predicate == DERIVED and t.object in chosen]
        articles = [] if wanted.filters else [s for s in self.of if ARTICLE in self.kinds(s)]
        return chain(chosen, reviews, articles)

    def _facts(self, wanted: Selection, chosen: set[Node], stated: set[Key]) -> Iterable[Node]:
        """Where the layer of facts begins: what plain triples are about, and what plain claims describe."""
        described: dict[Node, bool] = {}
        for claim in chosen if wanted.filters else self.claims:
            for node in self.values(claim, DESCRIBES):
                described[node] = described.get(node, False) or self.plain(claim) or bool(CARRYING & self.kinds(node))
        if not wanted.filters:
            return [s for s in self.of if described.get(s, True) and not self.kinds(s) & (EVIDENCE | PARTS)]
        plain = {t.subject for t in self.triples if (t.subject, t.predicate, t.object) in stated}
        about = {subject for claim in chosen for subject, _, _ in self.says(claim)}
        carriers = (node for node in about if CARRYING & self.kinds(node))  # these say themselves how sure they are
        return chain(plain, carriers, (node for node, holds in described.items() if holds))

    def _reached(self, roots: Iterable[Node], passes: "_Passing") -> set[Node]:
        """The nodes that the roots lead to by triples that pass."""
        todo = list(roots)
        found = set(todo)
        while todo:
            for t in self.of.get(todo.pop(), ()):
                if t.object in self.of and t.object not in found and passes(t):
                    found.add(t.object)
                    todo.append(t.object)
        return found


@dataclass(frozen=True, slots=True)
class _Passing:
    """Whether a triple stays, where its subject does."""

    graph: _Graph
    wanted: Selection
    chosen: set[Node]
    stated: set[Key]

    def __call__(self, t: ox.Triple) -> bool:
        key = (t.subject, t.predicate, t.object)
        if t.predicate == TENSION:
            return t.object in self.chosen
        if t.predicate == MENTIONS:
            return not self.wanted.sources and not self.wanted.modalities
        if self.wanted.layer == "facts" and self.graph.kinds(t.object) & EVIDENCE:
            return False
        if key not in self.graph.stated or CARRYING & self.graph.kinds(t.subject):
            return True
        return self.wanted.layer != "claims" and key in self.stated
