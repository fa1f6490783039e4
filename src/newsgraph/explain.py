"""What a query asks for, step by step: its algebra, and how much of the data each of its patterns matches.

pyoxigraph does not tell the plan that it makes. The algebra is the one of SPARQL 1.1, section 18.2, as rdflib
translates the query; the counts are measured, because they are what a good order of joins depends on.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef, Variable
from rdflib.paths import Path
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from newsgraph.errors import EngineError
from newsgraph.namespace import PREFIXES, shorten

MOST = 1_000_000  # matches that are counted
HEAD = """# The algebra of the query (SPARQL 1.1, section 18.2), innermost is done first. pyoxigraph answers it in an order
# of its own, which it does not tell; the numbers say how many triples of the data match each pattern by itself.
"""


PLANNED = """
# As it is asked, planned by how often each predicate stands in the store: a Project within a Join is read as a whole
# and joined by hashing, all else is looked up for each row.
"""


def explain(store: ox.Store, sparql: str, file: str = "query", planned: str = "") -> str:
    """The algebra as an indented tree with counts, and that of the query as it is `planned`, where that is another.

    Raises EngineError where rdflib does not read the query.
    """
    text = HEAD + _tree(store, sparql, file)
    return text + PLANNED + _tree(store, planned, file) if planned not in ("", sparql) else text


def _tree(store: ox.Store, sparql: str, file: str) -> str:
    try:
        query = translateQuery(parseQuery(sparql), initNs=PREFIXES)
    except Exception as e:
        words = " ".join(str(e).split())
        raise EngineError(f"{file}: can be asked, but not explained: {words}") from e
    return "\n".join(_lines(query.algebra, store, 0)) + "\n"


def _lines(part: CompValue, store: ox.Store, depth: int) -> list[str]:
    """A part of the algebra and below it those that it is made of."""
    found = ["  " * depth + " ".join([part.name, *_details(part)])]
    parts: dict[str, Any] = dict(part)  # CompValue's own get() gives the key where there is no value
    for triple in parts.get("triples", ()):
        found.append("  " * (depth + 1) + _pattern(triple, store))
    for key, value in parts.items():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, CompValue) and key not in ("expr", "datasetClause"):
                found += _lines(inner, store, depth + 1)
    for inner in _asked_inside(parts.get("expr")):
        found += _lines(inner, store, depth + 1)
    return found


def _asked_inside(expression: Any) -> Iterator[CompValue]:
    """The patterns of EXISTS and NOT EXISTS in an expression."""
    if isinstance(expression, CompValue):
        parts: dict[str, Any] = dict(expression)
        if isinstance(parts.get("graph"), CompValue):
            yield parts["graph"]
        else:
            yield from _asked_inside(list(parts.values()))
    elif isinstance(expression, list):
        for part in expression:
            yield from _asked_inside(part)


def _details(part: CompValue) -> list[str]:
    """What a part is about, where that is a short word: variables, an expression, an order."""
    shown = []
    for key, value in part.items():
        if key in ("PV", "var", "vars", "start", "length", "term") and value is not None:
            shown.append(" ".join(map(_term, value if isinstance(value, list) else [value])))
        elif key == "expr" and isinstance(value, CompValue):
            shown.append(value.name)
    return shown


def _pattern(triple: tuple[Any, Any, Any], store: ox.Store) -> str:
    """A triple pattern with the number of triples that match it."""
    text = " ".join(map(_term, triple))
    if isinstance(triple[1], Path):
        return f"{text}   # a path: not counted"
    subject, predicate, thing = map(_bound, triple)
    found = store.quads_for_pattern(subject, predicate, thing, ox.DefaultGraph())
    count = sum(1 for _ in islice(found, MOST + 1))
    return f"{text}   # {'more than ' * (count > MOST)}{min(count, MOST):,}"


def _bound(term: Any) -> Any:
    """The term as pyoxigraph has it; None where it is open."""
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, Literal):
        kind = ox.NamedNode(str(term.datatype)) if term.datatype else None
        return ox.Literal(str(term), language=term.language) if term.language else ox.Literal(str(term), datatype=kind)
    return None


def _term(term: Any) -> str:
    if isinstance(term, CompValue):  # an expression
        return f"{term.name}({', '.join(_term(v) for v in term.values() if isinstance(v, CompValue | Variable | Literal))})"
    if isinstance(term, URIRef):
        return shorten(str(term))
    if isinstance(term, Variable | BNode | Literal):
        return term.n3()
    return _path(term) if isinstance(term, Path) else str(term)


def _path(path: Path) -> str:
    """A property path with CURIEs."""
    return re.sub(r"<([^<>]*)>", lambda iri: shorten(iri[1]), path.n3())
