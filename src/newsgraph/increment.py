"""New data against a store: only the focus nodes that the new triples can affect are looked at again.

From each new triple every shape's sights lead back to the focus nodes whose validation may use it (screen.footprint). What
those nodes' shapes see is cut out of store and new data together, and validated as a graph of its own. What the store held
and broke before stays unsaid, unless the new data touches it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pyoxigraph as ox

from newsgraph.adjacency import Term, adjacency
from newsgraph.namespace import TYPE
from newsgraph.report import Report, Result
from newsgraph.screen import screening
from newsgraph.screen.axiom import axioms
from newsgraph.screen.data import Data, Graph, of_triples
from newsgraph.screen.footprint import seen, touched
from newsgraph.screen.literal import Spelling, canonicals
from newsgraph.screen.unit import Plan, Target
from newsgraph.screen.unsupported import Unsupported
from newsgraph.shape import Triples, our_ontology, our_shapes, term_results, whole_notes

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
            yield from (q.triple for q in self.store.quads_for_pattern(s, p, o, ox.DefaultGraph()))
            yield from self.new.matching(s, p, o)


@dataclass(frozen=True, slots=True)
class Increment:
    """The report on what was looked at again, and which focus nodes that were."""

    report: Report
    nodes: frozenset[Term]


def validate_against(
    new: Triples, store: ox.Store, shapes: Triples | None = None, ontology: Triples | None = None
) -> Increment:
    """Judge new data together with a store of newsgraph.store. Raises EngineError where pySHACL fails on the shapes."""
    shapes, ontology = our_shapes() if shapes is None else shapes, our_ontology() if ontology is None else ontology
    spelled = _as_kept(new)
    fresh = [t for t in spelled if ox.Quad(t.subject, t.predicate, t.object) not in store]
    graph, index = Both(store, of_triples([*spelled], axioms(ontology))), adjacency(shapes)
    plan = screening.planned(index, graph, AS_IS)
    nodes = affected(plan, fresh, graph)
    extract = of_triples(sorted(_cut(plan, nodes, graph), key=str))
    found = _judged(plan, nodes, extract, shapes)
    written = {kept: t.object for kept, t in zip(spelled, new, strict=True)}
    results = [*term_results(new, ontology), *(_as_written(r, written) for r in found)]
    counts = tuple(sorted((_name(s), len(_aimed(nodes, aim, graph))) for s, aim in plan.targets.items()))
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
    found = {n for aim in plan.targets.values() for t in fresh for n in aim.by(t)}
    for unit in plan.units:
        aim = plan.targets[unit.root]
        try:
            found |= _aimed(touched(unit.sights, fresh, graph), aim, graph)
        except Unsupported:  # a query that does not lead back from a triple
            found |= set(_all(aim, graph))
    return found


def _all(aim: Target, graph: Graph) -> Iterator[Term]:
    yield from aim.nodes
    for c in aim.classes:
        yield from (t.subject for t in graph.matching(None, TYPE, c))
    for predicates in (aim.subjects_of, aim.objects_of):
        for p in predicates:
            yield from (
                (n for t in graph.matching(None, p, None) for n in aim.by(t)) if isinstance(p, ox.NamedNode) else ()
            )


def _aimed(nodes: Iterable[Term], aim: Target, graph: Graph) -> set[Term]:
    """Those of the nodes that a shape targets."""
    return {n for n in nodes if n in aim.nodes or any(n in aim.by(t) for t in _making(n, aim, graph))}


def _making(node: Term, aim: Target, graph: Graph) -> Iterator[ox.Triple]:
    """The triples that make a node a focus node."""
    for c in aim.classes:
        yield from graph.matching(node, TYPE, c)
    for p in aim.subjects_of:
        yield from graph.matching(node, p, None) if isinstance(p, ox.NamedNode) else ()
    for p in aim.objects_of:
        yield from graph.matching(None, p, node) if isinstance(p, ox.NamedNode) else ()


def _cut(plan: Plan, nodes: set[Term], graph: Graph) -> set[ox.Triple]:
    """What the shapes of these focus nodes see, and what makes them focus nodes."""
    found = set(graph.matching(None, screening.SUBCLASS, None))
    aimed = {root: _aimed(nodes, aim, graph) for root, aim in plan.targets.items()}
    for root, focus in aimed.items():
        found |= {t for n in focus for t in _making(n, plan.targets[root], graph)}
    for unit in plan.units:
        if aimed[unit.root]:
            found |= seen(unit.sights, aimed[unit.root], graph)
    return found


def _judged(plan: Plan, nodes: set[Term], extract: Data, shapes: Triples) -> list[Result]:
    flagged = screening.flagged(plan.units, plan.targets, extract)
    again = {u: kept for u, found in flagged.items() if (kept := found & nodes)}
    return screening.confirmed(again, (), extract, shapes, adjacency(shapes))


def _name(shape: Term) -> str:
    return "" if isinstance(shape, ox.Triple) else shape.value
