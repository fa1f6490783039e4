"""pySHACL over an extract: each shape at the focus nodes that may fail it. What it says is the result."""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.errors import EngineError
from newsgraph.namespace import SH, XSD, shorten
from newsgraph.path import text as path_text
from newsgraph.report import SEVERITIES, Result
from newsgraph.screen.token import tokens
from newsgraph.screen.unsupported import Unsupported

# rdflib logs a stack trace for every literal such as "soon"^^xsd:date; sh:datatype says the same in a line
logging.getLogger("rdflib").addHandler(logging.NullHandler())
logging.getLogger("pyshacl-validate").disabled = True  # it repeats on stderr what its exceptions say

SEPARATOR = "', '"
LISTED = re.compile(r"\['(.*)'\]$", re.DOTALL)

NOTHING = ox.NamedNode("urn:newsgraph:nothing")  # a node of no graph

Reports = list[tuple[str, Any, list[tuple[Any, Any, Any]]]]  # as pySHACL makes them: text, node, triples
Call = tuple[Term, Sequence[Term]]  # a shape and its focus nodes


def to_rdflib(triples: Iterable[ox.Triple]) -> Any:
    """An rdflib graph with the same terms, literals as they are written."""
    import rdflib

    graph = rdflib.Graph()
    for t in triples:
        graph.add((rdflib_term(t.subject), rdflib_term(t.predicate), rdflib_term(t.object)))
    return graph


def rdflib_term(node: Any) -> Any:
    """The term for rdflib; a string is a literal without a datatype."""
    import rdflib

    if isinstance(node, ox.NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return rdflib.BNode(node.value)
    if node.language:
        return rdflib.Literal(node.value, lang=node.language)
    kind = None if node.datatype.value.endswith("#string") else rdflib.URIRef(node.datatype.value)
    return rdflib.Literal(node.value, datatype=kind, normalize=False)


def oxigraph_term(node: Any) -> Term:
    """The term for pyoxigraph; a literal without a datatype is a string."""
    import rdflib

    if isinstance(node, rdflib.URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, rdflib.BNode):
        return ox.BlankNode(str(node))
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(node.datatype or XSD + "string"))


def whole(data: Iterable[ox.Triple], shapes: Sequence[ox.Triple], index: Adjacency) -> list[Result]:
    """What pySHACL finds in a graph with its axioms by every shape."""

    def run(validator: Any, graph: Any) -> Reports:
        executor = validator.make_executor()
        return [r for shape in validator.shacl_graph.shapes for r in shape.validate(executor, graph)[1]]

    return _judged(data, shapes, index, run)


def judged(
    data: Iterable[ox.Triple],
    shapes: Sequence[ox.Triple],
    index: Adjacency,
    calls: Sequence[Call],
    roots: Sequence[Term] = (),
) -> list[Result]:
    """What pySHACL finds in an extract: shapes at given focus nodes, and (`roots`) shapes at their own targets."""

    def run(validator: Any, graph: Any) -> Reports:
        executor, known = validator.make_executor(), {s.node: s for s in validator.shacl_graph.shapes}
        found: Reports = []
        for shape, nodes in calls:
            found += known[rdflib_term(shape)].validate(executor, graph, focus=[*map(rdflib_term, nodes)])[1]
        for shape in roots:
            found += known[rdflib_term(shape)].validate(executor, graph)[1] if rdflib_term(shape) in known else []
        return found

    return _judged(data, shapes, index, run)


def prepare(shapes: Sequence[ox.Triple], enough: Callable[[], bool] = lambda: True) -> None:
    """Load pySHACL with a shapes graph, which takes longer than judging a few nodes. Raises EngineError.

    Until there is `enough` of it, queries are read, too.
    """
    with _engine():
        rules, validator = _of(shapes)
        asking = [s for s in validator.shacl_graph.shapes if _asks(rules, s)]
        if asking:
            from rdflib.plugins.sparql import prepareQuery

            prepareQuery("ASK {}")  # its grammar is put together for the first query
        executor, empty = validator.make_executor(), _graph(())
        for shape in asking:
            if enough():
                return
            shape.validate(executor, empty, focus=[rdflib_term(NOTHING)])


def _asks(rules: Any, shape: Any) -> bool:
    from rdflib import URIRef

    return (shape.node, URIRef(SH + "sparql"), None) in rules


@contextmanager
def _engine() -> Iterator[None]:
    """What pySHACL and rdflib raise on shapes as EngineError."""
    from pyparsing import ParseException
    from pyshacl.errors import ReportableRuntimeError, ValidationFailure

    try:
        yield
    except (ReportableRuntimeError, ParseException, re.error, ValidationFailure, NotImplementedError) as e:
        raise EngineError(f"the shapes cannot be used: {' '.join(str(e).split())}") from e


def _judged(
    data: Iterable[ox.Triple], shapes: Sequence[ox.Triple], index: Adjacency, run: Callable[[Any, Any], Reports]
) -> list[Result]:
    with _engine():
        rules, validator = _of(shapes)
        return [*results(run(validator, _graph(data)), rules, index)]


def _of(shapes: Sequence[ox.Triple]) -> tuple[Any, Any]:
    return _ready(shapes) if isinstance(shapes, tuple) else _made(shapes)


def _made(shapes: Iterable[ox.Triple]) -> tuple[Any, Any]:
    """A shapes graph for rdflib, and pySHACL with it."""
    rules = to_rdflib(shapes)
    return rules, validator_of(rules)


_ready = lru_cache(2)(_made)  # ours are judged by again and again, and take a quarter of a second to make


def _graph(data: Iterable[ox.Triple]) -> Any:
    """pySHACL's view of a graph, each query parsed once."""
    from pyshacl.graph_abstraction import DataGraph

    graph: Any = DataGraph.from_rdflib_graph(to_rdflib(data))
    ask, prefixes = graph.query, tuple(graph.namespace_manager.namespaces())

    def query(text: Any, *args: Any, **options: Any) -> Any:
        return ask(_prepared(text, prefixes) if isinstance(text, str) else text, *args, **options)

    graph.query = query
    return graph


@lru_cache(256)
def _prepared(text: str, prefixes: tuple[tuple[str, Any], ...]) -> Any:
    """A query that was read, which takes longer than asking it."""
    from rdflib.plugins.sparql import prepareQuery

    _check_prefixes(text)
    return prepareQuery(text, initNs=dict(prefixes))


def _check_prefixes(query: str) -> None:
    """Refuse a query with undeclared prefixes: rdflib would raise a bare Exception. rdflib's own prefixes stay lax."""
    from pyshacl.errors import ReportableRuntimeError
    from rdflib import Graph

    known = {prefix for prefix, _ in Graph().namespaces()} | set(
        re.findall(r"PREFIX\s+([\w.-]*):", query, re.IGNORECASE)
    )
    try:
        list(tokens(query, dict.fromkeys(known, "")))
    except Unsupported as e:
        raise ReportableRuntimeError(str(e)) from e


def validator_of(rules: Any) -> Any:
    """pySHACL with a shapes graph, and no data."""
    from pyshacl.graph_abstraction import DataGraph
    from pyshacl.validator import Validator
    from rdflib import Graph

    quiet = logging.getLogger("pyshacl-validate")
    empty: Any = DataGraph.from_rdflib_graph(Graph())
    return Validator(empty, shacl_graph=rules, options={"logger": quiet, "inplace": True})


def results(reports: Reports, rules: Any, index: Adjacency) -> Iterator[Result]:
    """pySHACL's results as ours."""
    for _, node, triples in reports:
        values: dict[str, list[Any]] = {}
        for s, p, o in triples:
            if s == node:
                values.setdefault(str(p).removeprefix(SH), []).append(o[1] if isinstance(o, tuple) else o)
        yield _result(values, rules, index)


def _result(values: dict[str, list[Any]], rules: Any, index: Adjacency) -> Result:
    def one(name: str) -> Any:
        return values.get(name, [None])[0]

    severity = str(one("resultSeverity")).removeprefix(SH)
    focus, path, found, shape = one("focusNode"), one("resultPath"), one("value"), one("sourceShape")
    return Result(
        SEVERITIES.index(severity) if severity in SEVERITIES else 0,
        oxigraph_term(focus),
        "" if path is None else path_text(oxigraph_term(path), index),
        None if found is None else oxigraph_term(found),
        oxigraph_term(shape),
        str(one("sourceConstraintComponent")),
        messages(values.get("resultMessage", []), rules, shape, {"this": focus, "path": path, "value": found}),
    )


def messages(given: Sequence[Any], rules: Any, shape: Any, values: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The messages of a result by language. pySHACL drops it from those of SPARQL constraints: there the shape's own go in."""
    from rdflib import URIRef

    given = [*map(_settled, given)]
    texts = {m.language: str(m) for m in sorted(given) if m.language}
    if not texts:
        own = [*rules.objects(shape, URIRef(SH + "message"))]
        for constraint in rules.objects(shape, URIRef(SH + "sparql")):
            own += rules.objects(constraint, URIRef(SH + "message"))
        texts = {m.language or "": _filled(str(m), values) for m in sorted(own)}
    if not texts:
        texts = dict.fromkeys([""], min(map(str, given), default=""))
    return tuple(sorted(texts.items()))


def _settled(message: Any) -> Any:
    """The message with the values that pySHACL lists at its end sorted: they come from a set, in the order of hashes."""
    import rdflib

    def listed(found: re.Match[str]) -> str:
        return f"['{SEPARATOR.join(sorted(found[1].split(SEPARATOR)))}']"

    text = LISTED.sub(listed, str(message))
    return message if text == str(message) else rdflib.Literal(text, lang=message.language)


def _filled(template: str, values: dict[str, Any]) -> str:
    """A message with its placeholders ({?value}, {$this}) filled (SHACL, section 5.3.2)."""
    for name, value in values.items():
        template = template.replace(f"{{?{name}}}", shorten(str(value))).replace(f"{{${name}}}", shorten(str(value)))
    return template
