"""Turtle as people read and compare it: one thing a paragraph, claims by article and place, always the same bytes.

Terms are written from pyoxigraph's N-Triples form (W3C Turtle, section 6.5); only CURIEs, `a` and the decimal
shorthand are ours. pyoxigraph's own Turtle has neither paragraphs nor an order of its own.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby

import pyoxigraph as ox

from newsgraph.namespace import NG, OA, PREFIXES, TYPE, XSD, shorten
from newsgraph.rdf import written

LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?")
# numbers that stand without quotes: only those that rdflib does not rewrite on reading (it does 007, +1.5, 0.0000001)
DECIMAL = re.compile(r"-?(?:0\.(?!000000)|[1-9][0-9]*\.)[0-9]+")
INTEGER = re.compile(r"0|-?[1-9][0-9]{0,100}")
# The order of the paragraphs: what is said before the evidence for it.
ORDER = ("Article", "Investment", "FundingRound", "Acquisition", "MonetaryAmount", "Quantity", "Claim", "Passage")
FIRST = (
    "a",
    "rdfs:label",
    "skos:altLabel",
    "ng:subject",
    "ng:predicate",
    "ng:object",
    "ng:objectValue",
    "ng:describes",
)

Node = ox.NamedNode | ox.BlankNode
Key = tuple[object, ...]


def write(triples: Iterable[ox.Triple]) -> bytes:
    """The graph as Turtle in UTF-8."""
    by_subject: dict[str, list[ox.Triple]] = defaultdict(list)
    for triple in written(triples):
        by_subject[str(triple.subject)].append(triple)
    blocks = sorted((_rank(group), _paragraph(group)) for group in by_subject.values())
    body = "\n".join(block for _, block in blocks)
    head = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in sorted(PREFIXES) if re.search(rf"\b{p}:", body))
    return (head + "\n" + body).encode()


def _rank(group: list[ox.Triple]) -> Key:
    """Things first, then helper nodes, claims and passages; claims and passages by article and place."""
    kinds = {t.object.value for t in group if t.predicate == TYPE and isinstance(t.object, ox.NamedNode)}
    place = next((i for i, kind in enumerate(ORDER) if NG + kind in kinds), -1)
    start = [t.object.value for t in group if t.predicate.value == OA + "start" and isinstance(t.object, ox.Literal)]
    return place, min((int(s) for s in start if INTEGER.fullmatch(s)), default=0), str(group[0].subject)


def _paragraph(group: list[ox.Triple]) -> str:
    """One subject with its predicates and objects."""
    lines = sorted((_predicate(t.predicate), term(t.object)) for t in group)
    lines.sort(key=lambda line: (FIRST.index(line[0]) if line[0] in FIRST else len(FIRST), line[0]))
    parts = [f"{p} {' , '.join(o for _, o in same)}" for p, same in groupby(lines, key=lambda line: line[0])]
    return term(group[0].subject) + " " + " ;\n    ".join(parts) + " .\n"


def _predicate(node: ox.NamedNode) -> str:
    return "a" if node == TYPE else term(node)


def term(node: object) -> str:
    """A term as Turtle writes it."""
    if isinstance(node, ox.NamedNode):
        curie = shorten(node.value)
        prefix, _, local = curie.partition(":")
        short = curie != node.value and prefix in PREFIXES and LOCAL.fullmatch(local)
        return curie if short else str(node)
    if isinstance(node, ox.Literal) and node.datatype.value.startswith(XSD):
        return _typed(node)
    return str(node)


def _typed(node: ox.Literal) -> str:
    if node.datatype.value == XSD + "decimal":
        return node.value if DECIMAL.fullmatch(node.value) else _long(node)
    if node.datatype.value == XSD + "boolean" and node.value in ("true", "false"):
        return node.value
    if node.datatype.value == XSD + "integer" and INTEGER.fullmatch(node.value):
        return node.value
    if node.datatype.value == XSD + "string":
        return str(node)
    return _long(node)


def _long(node: ox.Literal) -> str:
    """A literal with its datatype written out."""
    return f"{str(node).rpartition('^^')[0]}^^{term(node.datatype)}"
