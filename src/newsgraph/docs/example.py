"""Examples in Turtle: what the graphs at hand say with a term."""

from collections.abc import Iterable

import pyoxigraph as ox

from newsgraph.docs.reference import Triples
from newsgraph.namespace import NG, PROV, TYPE, expand
from newsgraph.spelling import term
from newsgraph.turtle import write

LONGEST = 90  # characters of a literal before it is cut


def of_class(curie: str, samples: Iterable[Triples]) -> str:
    """All that a graph says of its first member of a class."""
    kind = expand(curie)
    for graph in samples:
        members = sorted((t.subject for t in graph if t.predicate == TYPE and t.object == kind), key=str)
        if members:
            return _body([t for t in graph if t.subject == members[0]])
    return ""


def of_property(curie: str, samples: Iterable[Triples]) -> str:
    """The first triple that uses a property."""
    predicate = expand(curie)
    for graph in samples:
        found = sorted((t for t in graph if t.predicate == predicate), key=str)
        if found:
            t = _cut(found[0])
            return f"{term(t.subject)} {term(t.predicate)} {term(t.object)} ."
    return ""


def worked(samples: Iterable[Triples]) -> str:
    """One claim with what it is about, its passage and its article."""
    for graph in samples:
        claims = sorted({t.subject for t in graph if t.predicate.value == NG + "object"}, key=lambda c: _rank(c, graph))
        if claims:
            around = {t.object for t in graph if t.subject == claims[0] and not t.predicate.value.startswith(PROV)}
            return _body([t for t in graph if t.subject == claims[0] or t.subject in around], head=True)
    return ""


def _rank(claim: object, graph: Triples) -> tuple[bool, str]:
    """Claims about a sum of money first: they show the most."""
    sum_of_money = any(t.subject == claim and t.object == expand("ng:amount") for t in graph)
    return not sum_of_money, str(claim)


def _body(triples: Iterable[ox.Triple], head: bool = False) -> str:
    content = write(_cut(t) for t in triples).decode()
    return (content if head else content.partition("\n\n")[2]).strip()


def _cut(triple: ox.Triple) -> ox.Triple:
    """A long literal ends with … here; in the graph it is whole."""
    o = triple.object
    if not isinstance(o, ox.Literal) or len(o.value) <= LONGEST:
        return triple
    short = o.value[:LONGEST].rsplit(" ", 1)[0] + " …"
    literal = ox.Literal(short, language=o.language) if o.language else ox.Literal(short)
    return ox.Triple(triple.subject, triple.predicate, literal)
