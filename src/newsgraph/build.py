"""From a reading to RDF triples, in two layers (ontology/README.md).

Every claim becomes an ng:Claim with its passage. Beside it stands a plain triple only where the claim may be read as
fact: not negated, not disputed or rejected, asserted; or where it is an attribute of a node with its own status.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

import pyoxigraph as ox

from newsgraph import __version__
from newsgraph.article import Article
from newsgraph.claim import Claim, Literal, Reading, Thing, Value, article_id
from newsgraph.collecting import no_collecting
from newsgraph.identity import node
from newsgraph.namespace import NGI, expand

# Nodes whose ng:status carries the hedge, so that their attributes may stand as plain triples.
BETWEEN_COMPANIES = ("ng:competesWith", "ng:suppliesTo")
CARRIERS = ("Investment", "FundingRound", "Acquisition", "Regulation", "Penalty")


def build(reading: Reading, base: str = NGI, *, with_text: bool = True) -> list[ox.Triple]:
    """The graph of one article; `base` is the namespace of its individuals."""
    with no_collecting():
        return _triples(reading, base, with_text)


def _triples(reading: Reading, base: str, with_text: bool) -> list[ox.Triple]:
    graph = _Writer(base)
    _article(graph, reading.article, with_text)
    graph.add_all(article_id(reading.article), (("schema:mentions", thing) for thing in reading.mentions))
    for thing in reading.things:
        _thing(graph, thing)
    kinds = {thing.id: thing.kind for thing in reading.things}
    for claim in reading.claims:
        _claim(graph, claim, reading.article)
        if _may_stand(claim, kinds.get(claim.subject, ""), kinds.get(str(claim.object), "")):
            graph.add(claim.subject, claim.predicate, claim.object)
    for a, b in reading.tensions:
        first, second = reading.claims[a].id(reading.article), reading.claims[b].id(reading.article)
        graph.add(first, "ng:inTensionWith", second)
        graph.add(second, "ng:inTensionWith", first)
    return graph.triples


Said = Value | ox.Literal  # what a triple says: a CURIE, a Literal, or the term itself
TRUE = ox.Literal("true", datatype=expand("xsd:boolean"))


class _Writer:
    """Collects triples, turning CURIEs and Literals into terms."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.triples: list[ox.Triple] = []
        self.nodes: dict[str, ox.NamedNode] = {}
        self.passages: dict[tuple[int, int], str] = {}  # by start and end
        self.repeated: dict[str, list[ox.Triple]] = {}

    def add(self, subject: str, predicate: str, value: Value) -> None:
        self.add_all(subject, ((predicate, value),))

    def repeat(self, subject: str, facts: Callable[[], Iterable[tuple[str, Said]]]) -> None:
        """What is said again with every claim about a node: made into triples once."""
        if (known := self.repeated.get(subject)) is None:
            before = len(self.triples)
            self.add_all(subject, facts())
            self.repeated[subject] = self.triples[before:]
        else:
            self.triples += known

    def add_all(self, subject: str, facts: Iterable[tuple[str, Said | None]]) -> None:
        nodes, triples, triple = self.nodes, self.triples, ox.Triple
        here = nodes.get(subject) or self._node(subject)
        for predicate, value in facts:
            if value:
                said = nodes.get(predicate) or self._node(predicate)
                if isinstance(value, str):
                    told: ox.NamedNode | ox.Literal = nodes.get(value) or self._node(value)
                else:
                    told = _literal(value) if isinstance(value, Literal) else value
                triples.append(triple(here, said, told))

    def _node(self, curie: str) -> ox.NamedNode:
        """The node of a CURIE that was not met before."""
        node = ox.NamedNode(self.base + curie[4:]) if curie.startswith("ngi:") else expand(curie)
        self.nodes[curie] = node
        return node


def _literal(value: Literal) -> ox.Literal:
    if value.language:
        return ox.Literal(value.value, language=value.language)
    return ox.Literal(value.value, datatype=expand(value.datatype))


def _article(graph: _Writer, article: Article, with_text: bool) -> None:
    here = article_id(article)
    language = article.language
    facts: tuple[tuple[str, Value | None], ...] = (
        ("rdf:type", "ng:Article"),
        ("rdfs:label", Literal(article.title, language) if article.title else Literal(f"article {article.name}")),
        ("dcterms:title", Literal(article.title, language) if article.title else None),
        ("dcterms:publisher", Literal(article.publisher) if article.publisher else None),
        ("dcterms:language", Literal(language)),
        ("dcterms:issued", Literal(article.issued.isoformat(), datatype="xsd:date") if article.issued else None),
        ("schema:url", Literal(article.url, datatype="xsd:anyURI") if article.url else None),
        ("ng:text", Literal(article.text, language) if with_text else None),
        ("ng:textDigest", Literal(article.digest)),
    )
    graph.add_all(here, facts)


def _thing(graph: _Writer, thing: Thing) -> None:
    kind = "prov:Person" if thing.kind == "Person" else thing.kind
    named: tuple[tuple[str, Value | None], ...] = (
        ("rdf:type", kind if ":" in kind else f"ng:{kind}"),
        ("rdfs:label", Literal(thing.label) if thing.label else None),
        *[("skos:altLabel", Literal(name)) for name in thing.also],
    )
    graph.add_all(thing.id, named)
    graph.add_all(thing.id, thing.facts)


def _claim(graph: _Writer, claim: Claim, article: Article) -> None:
    here, source = claim.id(article), article_id(article)
    place = claim.start, claim.end
    if (passage := graph.passages.get(place, "")) == "":
        passage = graph.passages[place] = node("passage", article.digest, *place)
    said = _literal(Literal(article.text[claim.start : claim.end], article.language))
    is_node = isinstance(claim.object, str)
    graph.add_all(here, (
        ("rdf:type", "ng:Claim"),
        ("ng:subject", claim.subject),
        ("ng:predicate", claim.predicate),
        ("ng:object" if is_node else "ng:objectValue", claim.object),
        ("ng:describes", claim.describes),
        ("ng:assertedBy", claim.asserted_by),
        ("ng:deniedBy", claim.denied_by),
        ("ng:statedIn", source),
        ("ng:evidence", passage),
        ("ng:quote", said),
        ("ng:modality", f"ngc:{claim.modality}"),
        ("ng:negated", TRUE if claim.negated else None),
        ("ng:presupposed", TRUE if claim.presupposed else None),
        ("ng:timeExpression", Literal(claim.time_expression, article.language) if claim.time_expression else None),
        ("ng:condition", Literal(claim.condition, article.language) if claim.condition else None),
        ("ng:validFrom", Literal(claim.valid_from, datatype="xsd:date") if claim.valid_from else None),
        ("ng:validUntil", Literal(claim.valid_until, datatype="xsd:date") if claim.valid_until else None),
        ("ng:reviewStatus", f"ngc:{claim.review}"),
        ("prov:wasGeneratedBy", _activity(graph, claim) if claim.pattern else None),
        *(("ng:relayedBy", agent) for agent in claim.relayed_by),
    ))  # fmt: skip
    _passage(graph, passage, source, said, claim)


def _activity(graph: _Writer, claim: Claim) -> str:
    """The reading that made the claim: tool, version, pattern (PROV-O Activity); or the review that added it."""
    if claim.pattern.startswith("ngi:"):
        return claim.pattern
    here = _reading_node(claim.pattern)
    said = f"newsgraph {__version__}, {claim.pattern}"
    graph.repeat(here, lambda: (("rdf:type", "prov:Activity"), ("rdfs:label", ox.Literal(said))))
    return here


@lru_cache(1000)
def _reading_node(pattern: str) -> str:
    return node("reading", __version__, pattern)


def _passage(graph: _Writer, passage: str, source: str, said: ox.Literal, claim: Claim) -> None:
    """The quote's place: a specific resource with a text position (Web Annotation Data Model, 4.2.4 and 4.2.5)."""
    graph.repeat(
        passage,
        lambda: (
            ("rdf:type", "ng:Passage"),
            ("rdf:type", "oa:SpecificResource"),
            ("oa:hasSource", source),
            ("oa:exact", said),
            ("oa:start", Literal(str(claim.start), datatype="xsd:integer")),
            ("oa:end", Literal(str(claim.end), datatype="xsd:integer")),
        ),
    )


def _may_stand(claim: Claim, kind: str, other: str) -> bool:
    """Whether the claim's triple may stand beside it as a plain one; `kind` and `other` are the classes of its ends.

    What the ontology keeps for companies (that two compete, that one supplies another) stays a claim between products.
    """
    if not claim.subject or claim.review in ("disputed", "rejected"):
        return False
    if claim.predicate in BETWEEN_COMPANIES and {kind, other} != {"Company"}:
        return False
    return kind in CARRIERS or (claim.modality == "asserted" and not claim.negated)


def merged(graphs: Iterable[Iterable[ox.Triple]]) -> Iterator[ox.Triple]:
    """The triples of several graphs, once each, in order of their first appearance."""
    seen: set[ox.Triple] = set()
    for graph in graphs:
        for triple in graph:
            if triple not in seen:
                seen.add(triple)
                yield triple
