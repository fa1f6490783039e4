"""How a well-kept ontology looks: rules in SPARQL (ontology/checks) and shapes in SHACL (shapes/meta) over itself.

Each rule is a file: its first line is the rule as a sentence, each row of its answer a term that breaks it and why.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.data import files_in, folder
from newsgraph.errors import DataError
from newsgraph.namespace import shorten
from newsgraph.rdf import read_data
from newsgraph.report import SEVERITIES
from newsgraph.term import VOCABULARY

NOTHING_TO_CHECK_WITH = "shapes/meta holds no shapes: nothing was checked"
NOTHING_MATCHED = "no shape of shapes/meta matches anything: nothing was checked"


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A hygiene rule: its name, its sentence, its query with the columns `term` and `message`."""

    name: str
    sentence: str
    query: str


def rules() -> tuple[Rule, ...]:
    """Every rule of ontology/checks, by name."""
    found = files_in(folder("ontology").joinpath("checks"), ".rq")
    texts = ((f.name.removesuffix(".rq"), f.read_text("utf-8")) for f in found)
    return tuple(Rule(name, text.partition("\n")[0].removeprefix("# "), text) for name, text in texts)


def broken(rule: Rule, graph: Iterable[ox.Triple]) -> list[str]:
    """One line for each term that breaks the rule. Raises DataError where the rule itself does not run."""
    return _rows(rule, _store(graph))


def findings(graph: Iterable[ox.Triple]) -> list[str]:
    """What all rules find, by rule: `missing-label: ng:Claim: No label in the language de.`"""
    store = _store(graph)
    return [f"{rule.name}: {row}" for rule in rules() for row in _rows(rule, store)]


def shape_findings(graph: Iterable[ox.Triple]) -> list[str]:
    """What the shapes over the ontology find; shapes that are missing or match nothing are a finding too."""
    from newsgraph.shape import validate

    shapes = read_data("shapes", "meta") if folder("shapes").joinpath("meta").is_dir() else []
    if not shapes:
        return [NOTHING_TO_CHECK_WITH]
    report = validate(list(graph), shapes, [])
    own = [r for r in report if r.source != VOCABULARY and SEVERITIES[r.severity] != "Info"]
    return [r.line() for r in own] if report.matched else [NOTHING_MATCHED]


def _store(graph: Iterable[ox.Triple]) -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in graph)
    return store


def _rows(rule: Rule, store: ox.Store) -> list[str]:
    try:
        answer = store.query(rule.query)
    except SyntaxError as e:
        raise DataError(f"does not parse: {e}", file=f"ontology/checks/{rule.name}.rq") from e
    if not isinstance(answer, ox.QuerySolutions) or [v.value for v in answer.variables] != ["term", "message"]:
        raise DataError("must select ?term and ?message", file=f"ontology/checks/{rule.name}.rq")
    return sorted(f"{_name(row['term'])}: {row['message'].value}" for row in answer)


def _name(node: object) -> str:
    return shorten(node.value) if isinstance(node, ox.NamedNode) else str(node)
