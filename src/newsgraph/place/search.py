"""The places of results in the files they are about."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.place import jsonld, line, turtle, xml
from newsgraph.place.place import Mark, Place, Source, places
from newsgraph.place.sought import OBJECT, Sought, ways
from newsgraph.place.span import Located
from newsgraph.place.trail import ends
from newsgraph.rdf import BOM, Blanks, base_of, parse
from newsgraph.report import Result

READERS = {
    "turtle": turtle.read,
    "trig": turtle.read,
    "n-triples": line.read,
    "n-quads": line.read,
    "json-ld": jsonld.read,
    "rdf-xml": xml.read,
}
BY_CONTENT = ("json-ld", "rdf-xml")


Partners = Callable[[Result], tuple[str, ...]]  # the predicates among the parameters of the shape that was broken
Lookup = Callable[[set[Term], bool], Iterable[ox.Triple | Located]]  # the triples of these subjects; or objects, too
Asked = tuple[int, int, Sought]  # number of a result, of a way, the way
Index = dict[Term, dict[str, list[Asked]]]  # by subject and predicate, "" for any


@dataclass(frozen=True, slots=True)
class Hit:
    """The best triple so far: which way found it (0 is best), in which source, what to mark."""

    way: int
    source: int
    mark: Mark


def locate(
    results: Sequence[Result],
    sources: Sequence[Source],
    partners: Partners = lambda _: (),
    lookup: Lookup | None = None,
) -> list[Place | None]:
    """The place of each result, None where no source holds its node. Sources are read only for results that there are.

    They are read by subject, so that the readers can skip. Who has a node as object, `lookup` tells; without one a
    whole reading does.
    """

    def read(nodes: Collection[Term], _: bool) -> Iterator[Located]:
        for source in sources:
            yield from _read(source, nodes, everything=True)

    look = lookup or read
    along = ends(results, look)
    hits: dict[int, Hit] = {}
    _searched(((n, (*along.get(n, ()), *ways(r, partners(r)))) for n, r in enumerate(results)), sources, hits)
    left = {n: result.focus_node for n, result in enumerate(results) if n not in hits}
    if left:
        _searched(_mentions(left, look).items(), sources, hits)
    return _placed(hits, sources, len(results))


def _mentions(left: Mapping[int, Term], look: Lookup) -> dict[int, tuple[Sought, ...]]:
    """The triples that have these nodes as objects."""
    numbers: dict[Term, list[int]] = {}
    for n, node in left.items():
        numbers.setdefault(node, []).append(n)
    found: dict[int, tuple[Sought, ...]] = {}
    for t in look(set(numbers), True):
        for n in numbers.get(t.object, ()):
            found[n] = (*found.get(n, ()), Sought(t.subject, (), t.object, OBJECT))
    return found


def _searched(asked: Iterable[tuple[int, Sequence[Sought]]], sources: Sequence[Source], hits: dict[int, Hit]) -> None:
    index: Index = {}
    nodes = set[Term]()
    for result, sought in asked:
        for way, one in enumerate(sought):
            by_predicate = index.setdefault(one.subject, {})
            for name in one.predicates or ("",):
                by_predicate.setdefault(name, []).append((result, way, one))
            if isinstance(one.object, ox.BlankNode):  # it makes readings whole as well: only they tell its name
                nodes.add(one.object)
    nodes |= index.keys()
    for number, source in enumerate(sources) if index else ():
        _search(source, number, index, nodes, hits)


def _search(source: Source, number: int, index: Index, nodes: Collection[Term], hits: dict[int, Hit]) -> None:
    """Betters the hits by what one source holds."""
    for found in _read(source, nodes):
        by_predicate = index.get(found.subject)
        if by_predicate is None:
            continue
        name = found.predicate.value if isinstance(found.predicate, ox.NamedNode) else ""
        for result, way, sought in (*by_predicate.get("", ()), *by_predicate.get(name, ())):
            best = hits.get(result)
            better = best is None or way < best.way or (way == best.way and sought.last)
            if better and sought.fits(found.subject, found.predicate, found.object):
                hits[result] = Hit(way, number, _mark(found, sought.mark))


def _mark(found: Located, term: int) -> Mark:
    beside = tuple(span.start for span in found.spans[: term + 1])
    return Mark(found.spans[term].start, found.spans[term].end, beside, found.paths[term])


def _read(source: Source, nodes: Collection[Term], everything: bool = False) -> Iterator[Located]:
    """The triples of a source as far as anybody asks for them; blank nodes have the names that parsing gives them."""
    blanks, content = Blanks.of(source.filled), source.filled.removeprefix(BOM)
    all_of_it = everything or any(isinstance(k, ox.BlankNode) and k.value.startswith(blanks.start) for k in nodes)
    names = frozenset(key.value for key in nodes if isinstance(key, ox.NamedNode))
    if not (all_of_it or names):
        return
    try:
        found = READERS[source.fmt](content, base_of(source.name), None if all_of_it else names)
        if not all_of_it:
            yield from found
        elif source.fmt in BY_CONTENT:
            yield from matched(list(found), source)
        else:
            yield from (t._replace(subject=blanks.named(t.subject), object=blanks.named(t.object)) for t in found)
    except (ValueError, KeyError, RecursionError):
        return  # a place that is not found is left out; the result stands


def matched(found: list[Located], source: Source) -> Iterator[Located]:
    """Readings whose order is not pyoxigraph's: their blank nodes are recognised by what is said of them."""
    ours = _descriptions(found)
    named: dict[Term, Term] = {}
    for name, said in _descriptions(parse(source.filled, source.fmt, source.name)).items():
        same = next((label for label, other in ours.items() if other == said and label not in named), None)
        if same is not None:
            named[same] = name
    yield from (
        t._replace(subject=named.get(t.subject, t.subject), object=named.get(t.object, t.object)) for t in found
    )


def _descriptions(triples: Iterable[ox.Triple | Located]) -> dict[Term, frozenset[tuple[str, str]]]:
    """The predicates and objects of each blank node, other blank nodes without their names."""
    said: dict[Term, set[tuple[str, str]]] = {}
    for t in triples:
        value = "" if isinstance(t.object, ox.BlankNode) else str(t.object)
        if isinstance(t.subject, ox.BlankNode):
            said.setdefault(t.subject, set()).add((str(t.predicate), value))
        if isinstance(t.object, ox.BlankNode):
            said.setdefault(t.object, set())
    return {node: frozenset(about) for node, about in said.items()}


def _original(mark: Mark, source: Source) -> Mark:
    """The mark in the document as it was given."""
    if not source.patches:
        return mark
    beside = tuple(map(source.origin, mark.beside))
    return Mark(source.origin(mark.start), source.origin(mark.end), beside, mark.path)


def _placed(hits: dict[int, Hit], sources: Sequence[Source], count: int) -> list[Place | None]:
    placed: list[Place | None] = [None] * count
    for number, source in enumerate(sources):
        here = [result for result in sorted(hits) if hits[result].source == number]
        marks = [_original(hits[result].mark, source) for result in here]
        found = places(source, source.content.removeprefix(BOM), marks)
        for result, place in zip(here, found, strict=True):
            placed[result] = place
    return placed
