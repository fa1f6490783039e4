"""The cases of the shapes as data: where they lie and what each of them says must be found.

A case is a Turtle file `cases/<shape>/ok-*.ttl` or `bad-*.ttl`. Its first comment lines name every result, one a line:

    # expect: severity=Violation shape=ngs:ClaimModality component=sh:MinCountConstraintComponent focus=ngi:claim-1
"""

import re
from collections import Counter
from functools import cache
from pathlib import Path

from rdflib import SH, Graph, URIRef

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
NGS = "https://w3id.org/newsgraph/shapes#"
PREFIXES = {
    "ngs:": NGS,
    "ngi:": "https://w3id.org/newsgraph/id/",
    "ng:": "https://w3id.org/newsgraph/ontology#",
    "sh:": "http://www.w3.org/ns/shacl#",
}
EXPECT = re.compile(r"^# expect: severity=(\S+) shape=(\S+) component=(\S+) focus=(\S+)$", re.MULTILINE)


def files() -> list[Path]:
    """All cases, sorted by shape and name."""
    return sorted(CASES.glob("*/*.ttl"))


def name(path: Path) -> str:
    """The case as pytest shows it: `ClaimModality/bad-missing`."""
    return f"{path.parent.name}/{path.stem}"


def expand(term: str) -> str:
    """`ngs:Claim` as a full IRI; other terms are returned as they are."""
    for prefix, namespace in PREFIXES.items():
        if term.startswith(prefix):
            return namespace + term[len(prefix) :]
    return term


def expected(path: Path) -> Counter:
    """The results that a case names: (severity, shape, component, focus), each with its number."""
    lines = EXPECT.findall(path.read_text(encoding="utf-8"))
    return Counter((severity, *map(expand, rest)) for severity, *rest in lines)


def shapes_text() -> str:
    """All shapes of the data as one Turtle document, as `cat shapes/*.ttl` gives it."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "shapes").glob("*.ttl")))


def ontology_text() -> str:
    """Ontology and code lists as one Turtle document."""
    return "".join((ROOT / "ontology" / stem).read_text(encoding="utf-8") for stem in ("newsgraph.ttl", "concepts.ttl"))


@cache
def shapes() -> Graph:
    return Graph().parse(data=shapes_text(), format="turtle")


@cache
def ontology() -> Graph:
    return Graph().parse(data=ontology_text(), format="turtle")


def targeted(graph: Graph) -> set[URIRef]:
    """The shapes that can give a result: those with a target of their own."""
    targets = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
    return {shape for target in targets for shape in graph.subjects(target)}
