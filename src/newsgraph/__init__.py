"""newsgraph reads news articles into an RDF knowledge graph in which every statement carries its evidence."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsgraph.report import Report

__version__ = "0.1.0"


def validate(graph: Any, shapes: Any = None, ontology: Any = None, *, engine: str = "auto") -> "Report":
    """Judge a graph against shapes (SHACL), ours where none are given; the graph is not changed, nothing is fetched.

    Each of the three may be a graph of rdflib or pyoxigraph (Graph, Dataset, Store) or an iterable of pyoxigraph's triples
    or quads; named graphs count as one. `engine` is "auto", "screen" or "pyshacl". Raises InputError for what is no graph,
    EngineError where the shapes cannot be used.

    >>> from pyoxigraph import parse, RdfFormat
    >>> claim = b"<urn:a> a <https://w3id.org/newsgraph/ontology#MonetaryAmount> ."
    >>> report = validate(parse(claim, RdfFormat.TURTLE))
    >>> report.conforms, sorted({result.path for result in report})
    (False, ['ng:currency'])
    """
    from newsgraph.interchange import triples
    from newsgraph.shape import validate as judge

    rules = None if shapes is None else list(triples(shapes))
    terms = None if ontology is None else list(triples(ontology))
    return judge(triples(graph), rules, terms, engine=engine)
