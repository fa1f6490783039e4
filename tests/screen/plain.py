"""pySHACL as its users call it: the judge that the screen is held to."""

from collections.abc import Sequence

import pyoxigraph as ox
import pyshacl
from rdflib import SH, Graph

from newsgraph.adjacency import adjacency
from newsgraph.report import Result
from newsgraph.screen.judge import results, to_rdflib

Triples = Sequence[ox.Triple]


def plain(data: Triples, shapes: Triples, ontology: Triples = ()) -> tuple[Result, ...] | str:
    """The results of `pyshacl.validate`, sorted; "failure" where it gives none."""
    rules = to_rdflib(shapes)
    terms = to_rdflib(ontology) if ontology else None
    try:
        _, report, _ = pyshacl.validate(to_rdflib(data), shacl_graph=rules, ont_graph=terms, inference="none")
    except pyshacl.errors.ReportableRuntimeError:
        return "failure"
    if not isinstance(report, Graph):
        return "failure"
    found = [("", node, list(report.triples((node, None, None)))) for node in report.objects(None, SH.result)]
    return tuple(sorted(results(found, rules, adjacency(shapes))))
