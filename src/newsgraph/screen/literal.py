"""Literals as they are written, beside a store that rewrites them.

Oxigraph keeps a number, a truth value or a time by its value: "12.50"^^xsd:decimal becomes "12.5", xsd:int becomes
xsd:integer. SHACL's judge compares terms as they are written. Where each value is written in one way only, a table from
the stored to the written literal undoes the loss; a literal for which that is not so is stored under a datatype that
the store leaves alone (WRITTEN), so that no two terms of the data become one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.namespace import RDF, XSD

WRITTEN = "urn:newsgraph:written:"
KEPT = frozenset((XSD + "string", RDF + "langString"))  # datatypes that a store keeps word for word
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
PLAIN = {XSD + "integer": NUMBER, XSD + "decimal": NUMBER, XSD + "boolean": re.compile("[01]")}


@dataclass(frozen=True, slots=True)
class Spelling:
    """How the literals of a graph are written: `written` by stored literal, `stored` by written one; the rest is the same.

    `disguised` says whether some literals are stored under a datatype of their own.
    """

    written: dict[ox.Literal, ox.Literal]
    stored: dict[ox.Literal, ox.Literal]
    disguised: bool = False

    def as_written(self, term: Term) -> Term:
        """The term of the data for one of the store."""
        return self.written.get(term, term) if isinstance(term, ox.Literal) else term

    def as_stored(self, term: Term) -> Term:
        """The term of the store for one of the data."""
        return self.stored.get(term, term) if isinstance(term, ox.Literal) else term

    def constant(self, term: Term) -> Term:
        """The term that stands in the store for a constant of a shape, or one that no triple holds."""
        if not isinstance(term, ox.Literal) or term.datatype.value in KEPT or term in self.stored:
            return self.as_stored(term)
        canonical = canonicals([term])[term]
        return term if self.written.get(canonical, canonical) == term else disguise(term)


def spelling(literals: Iterable[ox.Literal]) -> Spelling:
    """The spelling of a graph with these literals."""
    forms: dict[ox.Literal, list[ox.Literal]] = defaultdict(list)
    for literal, canonical in canonicals(literals).items():
        forms[canonical].append(literal)
    written: dict[ox.Literal, ox.Literal] = {}
    disguised = False
    for canonical, found in forms.items():
        for literal in found:
            if literal == canonical:
                continue
            alone = len(found) == 1 and literal.datatype == canonical.datatype and _is_plain(literal)
            disguised |= not alone
            written[canonical if alone else disguise(literal)] = literal
    return Spelling(written, {w: s for s, w in written.items()}, disguised)


def _is_plain(literal: ox.Literal) -> bool:
    """Whether SPARQL's functions do the same on the stored form."""
    form = PLAIN.get(literal.datatype.value)
    return form is not None and form.fullmatch(literal.value) is not None


def disguise(literal: ox.Literal) -> ox.Literal:
    """The literal under a datatype of its own."""
    return ox.Literal(literal.value, datatype=ox.NamedNode(WRITTEN + literal.datatype.value))


def canonicals(literals: Iterable[ox.Literal]) -> dict[ox.Literal, ox.Literal]:
    """What a store makes of literals."""
    known = sorted(set(literals), key=str)
    subjects = [ox.NamedNode(f"urn:{n}") for n in range(len(known))]
    store = ox.Store()
    store.extend(ox.Quad(s, s, literal) for s, literal in zip(subjects, known, strict=True))
    return {
        literal: next(store.quads_for_pattern(s, None, None)).object  # type: ignore[misc]
        for s, literal in zip(subjects, known, strict=True)
    }
