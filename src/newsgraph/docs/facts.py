"""Triples by subject and predicate, and the few questions that the reference asks of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pyoxigraph as ox

from newsgraph.namespace import RDF, expand, shorten

Facts = Mapping[str, Mapping[str, tuple[object, ...]]]  # {subject: {predicate as CURIE or IRI: objects}}

NO_CONSTRAINT = {
    f"sh:{p}" for p in ("severity", "message", "path", "sparql", "prefixes", "select", "name", "order")
} | {f"sh:target{p}" for p in ("Class", "Node", "SubjectsOf", "ObjectsOf")}


def facts(triples: Iterable[ox.Triple]) -> Facts:
    """The triples by subject and predicate; objects sorted."""
    found: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for t in sorted(set(triples), key=str):
        found[key(t.subject)][shorten(t.predicate.value)].append(t.object)
    return {s: {p: tuple(objects) for p, objects in rows.items()} for s, rows in found.items()}


def key(node: object) -> str:
    """A node as a key of Facts: its IRI, or _: and the name of a blank node."""
    return str(node) if isinstance(node, ox.BlankNode) else str(getattr(node, "value", node))


def values(about: Facts, subject: str, predicate: str) -> tuple[object, ...]:
    """The objects of a subject under a predicate."""
    return about.get(subject, {}).get(predicate, ())


def names(about: Facts, subject: str, predicate: str) -> tuple[str, ...]:
    """The same, IRIs only, as CURIEs and sorted."""
    return tuple(sorted(shorten(o.value) for o in values(about, subject, predicate) if isinstance(o, ox.NamedNode)))


def plain(about: Facts, subject: str, predicate: str) -> str:
    """The first literal under a predicate, or ""."""
    return next((o.value for o in values(about, subject, predicate) if isinstance(o, ox.Literal)), "")


def texts(about: Facts, subject: str, *predicates: str) -> dict[str, str]:
    """The literals under these predicates by language ("" for none); several in one language become one text."""
    found: dict[str, list[str]] = defaultdict(list)
    for o in (o for p in predicates for o in values(about, subject, p) if isinstance(o, ox.Literal)):
        found[o.language or ""].append(o.value)
    return {language: " ".join(words) for language, words in sorted(found.items())}


def of_kind(about: Facts, *kinds: str) -> list[str]:
    """The IRIs of what has one of these types, sorted."""
    wanted = {expand(kind) for kind in kinds}
    return sorted(s for s, rows in about.items() if not s.startswith("_:") and wanted & set(rows.get("rdf:type", ())))


def members(about: Facts, node: object) -> list[object]:
    """The items of an RDF list."""
    found: list[object] = []
    seen: set[str] = set()
    while (name := key(node)) not in seen and name != RDF + "nil":
        seen.add(name)
        found += values(about, name, "rdf:first")
        node = next(iter(values(about, name, "rdf:rest")), ox.NamedNode(RDF + "nil"))
    return found


def path(about: Facts, node: object) -> str:
    """A SHACL property path as SPARQL writes it (SHACL section 2.3.1): `ng:investor | ng:leadInvestor`."""
    if isinstance(node, ox.NamedNode):
        return shorten(node.value)
    name = key(node)
    for predicate, sign in (("oneOrMorePath", "+"), ("zeroOrMorePath", "*"), ("zeroOrOnePath", "?")):
        for inner in values(about, name, f"sh:{predicate}"):
            return f"({path(about, inner)}){sign}"
    for inner in values(about, name, "sh:inversePath"):
        return f"^{path(about, inner)}"
    for inner in values(about, name, "sh:alternativePath"):
        return " | ".join(path(about, m) for m in members(about, inner))
    return " / ".join(path(about, m) for m in members(about, node))


def constraint(about: Facts, subject: str) -> str:
    """What a shape asks, in SHACL's own words: `minCount 1, class ng:Place`."""
    rows = about.get(subject, {})
    asked = {p.removeprefix("sh:"): o for p, o in rows.items() if p.startswith("sh:") and p not in NO_CONSTRAINT}
    return ", ".join(f"{p} {_value(about, o)}" for p, objects in sorted(asked.items()) for o in objects)


def _value(about: Facts, node: object) -> str:
    if isinstance(node, ox.BlankNode):
        items = members(about, node)
        inner = ", ".join(_value(about, m) for m in items) or constraint(about, key(node))
        return f"({inner})"
    return shorten(node.value).removeprefix("sh:") if isinstance(node, ox.NamedNode) else key(node)
