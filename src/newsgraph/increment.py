"""New data against a store: only the focus nodes that the new triples can affect are looked at again.

From each new triple every shape's sights lead back to the focus nodes whose validation may use it (screen.footprint). What
those nodes' shapes see is cut out of store and new data together, and validated as a graph of its own. What the store held
and broke before stays unsaid, unless the new data touches it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import pyoxigraph as ox

from newsgraph.adjacency import Term, adjacency
from newsgraph.namespace import TYPE
from newsgraph.report import Report, Result
from newsgraph.screen import screening
from newsgraph.screen.axiom import axioms
from newsgraph.screen.beside import Beside
from newsgraph.screen.data import Data, Graph, of_triples
from newsgraph.screen.footprint import seen, touched
from newsgraph.screen.literal import Spelling, canonicals
from newsgraph.screen.unit import Plan, Target
from newsgraph.screen.unsupported import Unsupported
from newsgraph.shape import Triples, alone, foreign, our_ontology, our_shapes, term_results, whole_notes

UNION = ox.DefaultGraph()  # where a store keeps all its triples together
AS_IS = Spelling({}, {})
LEFT = "was left out, it can only be judged with the whole store"


@dataclass(frozen=True, slots=True)
class Both:
    """A store's default graph and new data, as one graph."""

    store: ox.Store
    new: Data

    def matching(self, s: Term | None, p: ox.NamedNode | None, o: Term | None) -> Iterator[ox.Triple]:
        """The triples of a pattern; one that both hold comes twice."""
        if not isinstance(s, ox.Literal):
            for q in self.store.quads_for_pattern(s, p, o, UNION):
                yield q.triple
            yield from self.new.matching(s, p, o)

    def width(self, s: Term | None, p: ox.NamedNode | None, o: Term | None, most: int) -> int:
        """How many triples fit a pattern, counted up to `most`."""
        if isinstance(s, ox.Literal):
            return 0
        here = sum(1 for _ in islice(self.store.quads_for_pattern(s, p, o, UNION), most))
        return here + self.new.width(s, p, o, most)


@dataclass(frozen=True, slots=True)
class Increment:
    """The report on what was looked at again, and which focus nodes that were."""

    report: Report
    nodes: frozenset[Term]


def validate_against(
    new: Triples,
    store: ox.Store,
    shapes: Triples | None = None,
    ontology: Triples | None = None,
    beside: Beside | None = None,
) -> Increment:
    """Judge new data together with a store of newsgraph.store; `beside` is a process that is ready to judge.

    Raises EngineError where pySHACL fails on the shapes.
    """
    shapes, ontology = our_shapes() if shapes is None else shapes, our_ontology() if ontology is None else ontology
    spelled = _as_kept(new)
    fresh = [t for t in spelled if ox.Quad(t.subject, t.predicate, t.object) not in store]
    graph, index = Both(store, of_triples([*spelled], axioms(ontology))), adjacency(shapes)
    plan = screening.planned(index, graph, AS_IS)
    nodes, kinds = affected(plan, fresh, graph), Kinds(graph, {})
    aimed = {root: {n for n in nodes if kinds.aimed(n, aim)} for root, aim in plan.targets.items()}
    extract = of_triples(_cut(plan, aimed, graph))
    found = _judged(plan, nodes, extract, shapes, beside)
    written = {kept: t.object for kept, t in zip(spelled, new, strict=True)}
    results = alone(term_results(new, ontology), [_as_written(r, written) for r in found])
    counts = tuple(sorted((_name(s), len(focus)) for s, focus in aimed.items()))
    return Increment(Report(tuple(sorted(results)), counts, whole_notes(plan, LEFT)), frozenset(nodes))


def _as_kept(triples: Triples) -> list[ox.Triple]:
    """The triples as the store keeps them, so that both compare alike; xsd:int and its like keep their datatype."""
    kept = canonicals(t.object for t in triples if isinstance(t.object, ox.Literal))
    return [ox.Triple(t.subject, t.predicate, _kept(t.object, kept)) for t in triples]


def _kept(term: Term, kept: dict[ox.Literal, ox.Literal]) -> Term:
    same = kept.get(term) if isinstance(term, ox.Literal) else None
    return same if same is not None and isinstance(term, ox.Literal) and same.datatype == term.datatype else term


def _as_written(result: Result, written: dict[ox.Triple, Term]) -> Result:
    """The result with its value as the new data writes it."""
    values = {w for t, w in written.items() if t.object == result.value_node and t.subject == result.focus_node}
    return replace(result, value_node=values.pop()) if len(values) == 1 else result


def affected(plan: Plan, fresh: Sequence[ox.Triple], graph: Graph) -> set[Term]:
    """The focus nodes whose validation can depend on the new triples."""
    if any(t.predicate == screening.SUBCLASS for t in fresh):
        return {n for aim in plan.targets.values() for n in _all(aim, graph)}
    found = {root: {n for t in fresh for n in aim.by(t)} for root, aim in plan.targets.items()}
    by: dict[ox.NamedNode, list[ox.Triple]] = defaultdict(list)
    for t in fresh:
        by[t.predicate].append(t)
    for unit in plan.units:
        try:
            found[unit.root] |= touched(unit.sights, by, graph)
        except Unsupported:  # a query that does not lead back from a triple
            found[unit.root] |= {*_all(plan.targets[unit.root], graph)}
    kinds = Kinds(graph, {})
    return {n for root, nodes in found.items() for n in nodes if kinds.aimed(n, plan.targets[root])}


def _all(aim: Target, graph: Graph) -> Iterator[Term]:
    """Every focus node of a shape."""
    yield from aim.nodes
    for c in aim.classes:
        yield from (t.subject for t in graph.matching(None, TYPE, c))
    for p in (*aim.subjects_of, *aim.objects_of):
        yield from (n for t in graph.matching(None, p, None) for n in aim.by(t)) if isinstance(p, ox.NamedNode) else ()


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which shapes target a node; each node's types and predicates are looked up once."""

    graph: Graph
    known: dict[Term, tuple[frozenset[Term], frozenset[Term]]]

    def aimed(self, node: Term, aim: Target) -> bool:
        """Whether the shape targets the node."""
        types, predicates = self.of(node)
        if node in aim.nodes or not types.isdisjoint(aim.classes) or not predicates.isdisjoint(aim.subjects_of):
            return True
        return any(isinstance(p, ox.NamedNode) and self.graph.width(None, p, node, 1) for p in aim.objects_of)

    def of(self, node: Term) -> tuple[frozenset[Term], frozenset[Term]]:
        """The types of a node, and the predicates that it has."""
        if node not in self.known:
            own = [*self.graph.matching(node, None, None)]
            types = frozenset(t.object for t in own if t.predicate == TYPE)
            self.known[node] = types, frozenset(t.predicate for t in own)
        return self.known[node]


def _cut(plan: Plan, aimed: Mapping[Term, set[Term]], graph: Graph) -> set[ox.Triple]:
    """What the shapes of these focus nodes see, and what makes them focus nodes."""
    found = set(graph.matching(None, screening.SUBCLASS, None))
    for node in {n for focus in aimed.values() for n in focus}:
        found.update(graph.matching(node, TYPE, None))
    for root, focus in aimed.items():
        aim = plan.targets[root]
        ways = [(n, p, None) for n in focus for p in aim.subjects_of] + [
            (None, p, n) for n in focus for p in aim.objects_of
        ]
        for s, p, o in ways:
            found.update(islice(graph.matching(s, p, o), 1) if isinstance(p, ox.NamedNode) else ())
    for unit in plan.units:
        if aimed[unit.root]:
            found |= seen(unit.sights, aimed[unit.root], graph)
    return found


def _judged(plan: Plan, nodes: set[Term], extract: Data, shapes: Triples, beside: Beside | None) -> list[Result]:
    flagged = screening.flagged(plan.units, plan.targets, extract)
    again = {u: kept for u, found in flagged.items() if (kept := found & nodes)}
    return screening.confirmed(again, (), extract, shapes, adjacency(shapes), foreign(shapes), beside=beside)()


def _name(shape: Term) -> str:
    return "" if isinstance(shape, ox.Triple) else shape.value
