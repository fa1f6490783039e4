"""Property paths of shapes (SHACL, section 2.3.1) as people write them: SPARQL's syntax, CURIEs for known namespaces."""

import re

import pyoxigraph as ox

from newsgraph.adjacency import FIRST, Adjacency, Term
from newsgraph.namespace import PREFIXES, SH, shorten

LOCAL = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?")
PART = re.compile(r"<([^<>]*)>|(?<![a-z])([a-z]+):([A-Za-z0-9_-]+)")
SUFFIXES = (("zeroOrMorePath", "*"), ("oneOrMorePath", "+"), ("zeroOrOnePath", "?"))
DEEPEST = 50  # a path that holds itself would never end


def curie(iri: str) -> str:
    """The IRI with one of our prefixes where SPARQL would read that back, else in angle brackets.

    >>> curie("https://w3id.org/newsgraph/ontology#amount"), curie("https://example.org/a")
    ('ng:amount', '<https://example.org/a>')
    """
    short = shorten(iri)
    return short if short != iri and LOCAL.fullmatch(short.partition(":")[2]) else f"<{iri}>"


def text(path: Term | None, shapes: Adjacency) -> str:
    """A path as SPARQL writes it, such as `ng:evidence/^oa:hasTarget`; "" where there is none."""
    return "" if path is None else _text(path, shapes, 0, False)


def _text(path: Term, shapes: Adjacency, depth: int, inner: bool) -> str:
    if isinstance(path, ox.NamedNode):
        return curie(path.value)
    if depth > DEEPEST or not isinstance(path, ox.BlankNode):
        return str(path)
    for name, sign in SUFFIXES:
        for part in shapes.of(path, SH + name):
            return _text(part, shapes, depth + 1, True) + sign
    for part in shapes.of(path, SH + "inversePath"):
        return "^" + _text(part, shapes, depth + 1, True)
    sign, members = "|", [m for head in shapes.of(path, SH + "alternativePath") for m in shapes.members(head)]
    if not members and shapes.of(path, FIRST.value):
        sign, members = "/", list(shapes.members(path))
    written = sign.join(_text(m, shapes, depth + 1, True) for m in members)
    return f"({written})" if inner and len(members) > 1 else written


def predicates(path: str) -> tuple[str, ...]:
    """The IRIs in a path as `text` wrote it, from left to right.

    >>> predicates("ng:evidence/^<https://example.org/a>")
    ('https://w3id.org/newsgraph/ontology#evidence', 'https://example.org/a')
    """
    return tuple(iri or PREFIXES[prefix] + local for iri, prefix, local in PART.findall(path))


def is_one_step(path: str) -> bool:
    """Whether a path leads over one triple: a predicate, an inverse, alternatives of predicates.

    >>> is_one_step("ng:object|ng:objectValue"), is_one_step("^ng:market"), is_one_step("ng:a/ng:b")
    (True, True, False)
    """
    plain = path if path.startswith("^") and "|" not in path else path.replace("^", "!")
    return all(sign in ("", "|", "^") for sign in PART.sub("\0", plain).split("\0"))
