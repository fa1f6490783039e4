"""Validation: a graph against the shapes, without inference and without a change to the graph (W3C SHACL).

pySHACL judges; the ontology goes along as its ontology graph, so that subclasses count as their superclasses. Beside it
the terms are checked (newsgraph.term), and the focus nodes of each shape are counted: an empty report is no pass.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term, adjacency
from newsgraph.data import folder
from newsgraph.errors import InputError
from newsgraph.namespace import NGS
from newsgraph.path import curie
from newsgraph.rdf import read_data
from newsgraph.report import Report, Result
from newsgraph.screen import apart, screening
from newsgraph.screen.axiom import axioms
from newsgraph.screen.beside import Beside
from newsgraph.screen.data import Data, of_documents, of_triples
from newsgraph.screen.direct import MANY
from newsgraph.screen.native import Document, Loading
from newsgraph.screen.unit import Plan
from newsgraph.screen.vocabulary import suspects
from newsgraph.term import VOCABULARY, TermFault, faults, message
from newsgraph.usage import Usage, usage

Triples = Sequence[ox.Triple]
ENGINES = ("auto", "pyshacl", "screen", "direct")  # the last two for tests: what is forced whatever the size

DOUBLED = {f"{NGS}{kind}" for kind in ("LiteralForNode", "NodeForLiteral", "NoClass", "OtherDomain")}


@cache
def our_shapes() -> Triples:
    """The shapes for data that newsgraph ships."""
    return tuple(t for name in _shape_files() for t in read_data("shapes", name))


def _shape_files() -> list[str]:
    return sorted(f.name for f in folder("shapes").iterdir() if f.name.endswith(".ttl"))


@cache
def our_ontology() -> Triples:
    """The ontology and its concept schemes."""
    return tuple(read_data("ontology", "newsgraph.ttl", "concepts.ttl"))


def validate(
    data: Iterable[ox.Triple] | Data,
    shapes: Triples | None = None,
    ontology: Triples | None = None,
    *,
    engine: str = "auto",
    beside: Beside | None = None,
) -> Report:
    """Judge a graph: triples that can be read twice, or Data; `beside` is a process that is ready to judge.

    Raises EngineError where pySHACL fails on the shapes, InputError for an unknown engine.
    """
    if engine not in ENGINES:
        raise InputError(f"unknown engine {engine!r}", advice=f"expected one of: {' '.join(ENGINES)}")
    shapes, ontology = our_shapes() if shapes is None else shapes, our_ontology() if ontology is None else ontology
    shapes = tuple(shapes)  # for what is kept by shapes graph (newsgraph.screen.judge)
    graph, index = data if isinstance(data, Data) else of_triples(data, axioms(ontology)), adjacency(shapes)
    planned = screening.planned(index, graph, graph.spelling, graph.census)
    guarded = foreign(shapes)
    later: Callable[[], list[Result]]
    if engine == "pyshacl":
        later, notes = partial(_whole, graph, shapes, index, guarded), tuple[str, ...]()
    else:
        many = 0 if engine == "direct" else MANY
        later, notes = _screened(planned, graph, shapes, index, guarded, many, beside)
    terms = term_results(suspects(graph, ontology, our_terms(ontology), our_usage(ontology)), ontology)
    counts = screening.counted(planned, graph)
    return Report(tuple(sorted(alone(terms, later()), key=Result.order)), counts, notes)


def load(documents: Sequence[Document], ontology: Triples | None = None, loading: Loading | None = None) -> Data | None:
    """Documents (content, format, base IRI) as `validate` takes them fastest; None where they must be parsed before.

    `loading` where a store has begun to load them.
    """
    return of_documents(documents, axioms(our_ontology() if ontology is None else ontology), loading)


def foreign(shapes: Triples) -> bool:
    """Whether shapes are not ours and could stall pySHACL."""
    return shapes is not our_shapes() and apart.hazardous(shapes)


def _whole(graph: Data, shapes: Triples, index: Adjacency, guarded: bool) -> list[Result]:
    """What pySHACL finds in all of the graph."""
    from newsgraph.screen import judge

    return apart.judged(graph, shapes, None) if guarded else judge.whole(graph, shapes, index)


def _screened(
    plan: Plan, graph: Data, shapes: Triples, index: Adjacency, guarded: bool, many: int, beside: Beside | None
) -> tuple[Callable[[], list[Result]], tuple[str, ...]]:
    """What gives what pySHACL finds where the screen sees a chance, and a note for every shape that it cannot screen."""
    from newsgraph.screen import judge

    ready = partial(judge.prepare, shapes) if not (guarded or beside) else lambda: None
    flagged = screening.flagged(plan.units, plan.targets, graph, ready)
    notes = whole_notes(plan, "was not screened but judged whole")
    return screening.confirmed(flagged, plan.whole, graph, shapes, index, guarded, many, beside), notes


def whole_notes(plan: Plan, fate: str) -> tuple[str, ...]:
    """A note on every shape that cannot be screened: what became of it, and why."""
    return tuple(f"{curie(_name(s))} {fate}: {why}" for s, why in sorted(plan.whole.items(), key=str))


def _name(shape: Term) -> str:
    return "" if isinstance(shape, ox.Triple) else shape.value


def term_results(data: Iterable[ox.Triple], ontology: Triples) -> list[Result]:
    """Faulty terms as results of a shape of ours, ngs:Vocabulary."""
    return [
        Result(f.severity, t.subject, curie(t.predicate.value), t.object, VOCABULARY, f"{NGS}{f.kind}", _both(f))
        for f in faults(data, ontology, our_terms(ontology), our_usage(ontology))
        for t in [f.triple]
    ]


def our_terms(ontology: Triples) -> frozenset[str]:
    """The terms of others that our ontology uses, and so are known to exist; none for another ontology."""
    return _our_terms() if ontology is our_ontology() else frozenset()


def our_usage(ontology: Triples) -> Usage | None:
    """What newsgraph.usage makes of our ontology; None for another."""
    return _our_usage() if ontology is our_ontology() else None


@cache
def _our_usage() -> Usage:
    return usage(our_ontology())


@cache
def _our_terms() -> frozenset[str]:
    triples = our_ontology()
    names = {n.value for t in triples for n in (t.predicate, t.object) if isinstance(n, ox.NamedNode)}
    return frozenset(names | {t.object.datatype.value for t in triples if isinstance(t.object, ox.Literal)})


def alone(terms: Sequence[Result], found: Sequence[Result]) -> list[Result]:
    """All results, but for misused terms that a shape finds fault with at the same value."""
    told = {(r.focus_node, r.path, r.value_node) for r in found} if terms else set()
    return [
        *found,
        *(r for r in terms if r.component not in DOUBLED or (r.focus_node, r.path, r.value_node) not in told),
    ]


def _both(fault: TermFault) -> tuple[tuple[str, str], ...]:
    return tuple((language, message(fault, language)) for language in ("de", "en"))
