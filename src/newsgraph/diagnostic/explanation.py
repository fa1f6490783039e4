"""The page of a shape: what it is for, what it looks at, what it demands, an example that breaks it and one that does not.

All of it stands in the shapes graph: sh:message, rdfs:comment, the parameters. The examples are made from them.
"""

from collections.abc import Iterator
from difflib import get_close_matches

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.diagnostic.diagnostic import shape_name
from newsgraph.diagnostic.example import examples
from newsgraph.diagnostic.rules import SHAPE_TYPES, Rules, said
from newsgraph.errors import InputError
from newsgraph.namespace import NGS, PREFIXES, RDFS, SH, TYPE
from newsgraph.notation import shown
from newsgraph.path import text as path_text

WORDS = {
    "en": {
        "why": "Why",
        "looks": "Looks at",
        "severity": "Severity",
        "path": "Path",
        "demands": "Demands",
        "query": "Finds what this query finds",
        "parts": "Uses",
        "ok": "Passes",
        "bad": "Fails",
        "vocabulary": "Every ng: and ngc: term must be one of the ontology's, and no data may redefine one: a typo would "
        "hide a statement from every shape. So must terms of RDF, RDFS, OWL, XML Schema, SKOS, SKOS-XL, PROV-O, Web Annotation, "
        "DCMI Terms and SHACL be terms of theirs, and what is one slip away from a term of schema.org is likely to be meant as "
        "that one.\n\nA term is used as what it is: a class behind rdf:type, a property as predicate, with a node or a literal "
        "as the ontology says, and not on a node whose class excludes it (ng:quote belongs to claims, not to companies).",
    },
    "de": {
        "why": "Warum",
        "looks": "Betrachtet",
        "severity": "Schwere",
        "path": "Pfad",
        "demands": "Verlangt",
        "query": "Findet, was diese Abfrage findet",
        "parts": "Benutzt",
        "ok": "Besteht",
        "bad": "Fällt durch",
        "vocabulary": "Jeder Name aus ng: und ngc: muss in der Ontologie stehen, und Daten dürfen keinen neu definieren: ein "
        "Tippfehler entzöge eine Angabe jeder Form. Ebenso müssen Namen aus RDF, RDFS, OWL, XML Schema, SKOS, SKOS-XL, PROV-O, "
        "Web Annotation, DCMI Terms und SHACL dort vorkommen, und was sich von einem Namen aus schema.org nur durch einen "
        "Vertipper unterscheidet, meint wohl ihn.\n\n"
        "Ein Name steht für das, was er ist: eine Klasse hinter rdf:type, eine Eigenschaft als "
        "Prädikat, mit Knoten oder Literal, wie die Ontologie es sagt, und nicht an einem Knoten, dessen Klasse sie ausschließt "
        "(ng:quote gehört zu Aussagen, nicht zu Unternehmen).",
    },
}
TARGETS = {
    "targetClass": "a {0}",
    "targetNode": "{0}",
    "targetSubjectsOf": "{0} …",
    "targetObjectsOf": "… {0} ·",
}
NO_DEMAND = {
    "path",
    "severity",
    "message",
    "name",
    "description",
    "order",
    "group",
    "deactivated",
    "defaultValue",
    "property",
    "sparql",
    *TARGETS,
}


def explanation(name: str, rules: Rules, language: str) -> str:
    """The page of a shape by its CURIE, its IRI, or a name of ours without prefix. Raises InputError with near names."""
    if name in ("ngs:Vocabulary", "Vocabulary", f"{NGS}Vocabulary"):
        return f"ngs:Vocabulary\n\n{WORDS[language]['vocabulary']}\n"
    return "\n".join(_page(_found(name, rules), rules, language)) + "\n"


def names(shapes: Adjacency) -> list[str]:
    """The names of all shapes that have an IRI: by type, by target, or because they have a path."""
    marks = {SH + m for m in ("path", "property", "sparql", *TARGETS)}
    found = [
        node
        for node, properties in shapes.nodes.items()
        if not marks.isdisjoint(properties) or any(_iri(t) in SHAPE_TYPES for t in properties.get(TYPE.value, []))
    ]
    return sorted(shape_name(s) for s in found if isinstance(s, ox.NamedNode))


def _iri(term: Term) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _found(name: str, rules: Rules) -> ox.NamedNode:
    known = {n: _node(n) for n in names(rules.shapes)}
    wanted = name.strip("<>")
    for key in (wanted, f"ngs:{wanted}"):
        if key in known:
            return known[key]
    by_iri = {node.value: node for node in known.values()}
    if wanted in by_iri:
        return by_iri[wanted]
    if not rules.files and ":" in wanted and not wanted.startswith(("ngs:", NGS)):
        raise InputError(f"there is no shape {name} among ours", advice="name the file that holds it with --shapes")
    local = {n.rpartition(":")[2].lower(): n for n in reversed(known)}
    near = get_close_matches(wanted.rpartition(":")[2].lower(), local, n=3, cutoff=0.5)
    advice = f"did you mean {' or '.join(local[n] for n in near)}?" if near else f"there are: {' '.join(known)}"
    raise InputError(f"there is no shape {name}", advice=advice)


def _node(name: str) -> ox.NamedNode:
    prefix, _, local = name.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else name)


def _page(shape: ox.NamedNode, rules: Rules, language: str) -> Iterator[str]:
    shapes, words = rules.shapes, WORDS[language]
    label = said(shapes, shape, RDFS + "label", language)
    yield shape_name(shape) + (f": {label}" if label else "")
    for text in (said(shapes, shape, SH + "message", language), said(shapes, shape, RDFS + "comment", language)):
        if text:
            yield from ("", text)
    yield ""
    yield f"{words['severity']}: {_severity(shapes, shape)}"
    looks = [form.format(shown(v)) for name, form in TARGETS.items() for v in shapes.of(shape, SH + name)]
    if looks:
        yield f"{words['looks']}: {', '.join(looks)}"
    for path in shapes.of(shape, SH + "path"):
        yield f"{words['path']}: {path_text(path, shapes)}"
    yield from _demands(shape, rules, language, words["demands"])
    for query in (q for c in shapes.of(shape, SH + "sparql") for q in shapes.of(c, SH + "select")):
        yield from ("", f"{words['query']}:", "", *_indented(str(getattr(query, "value", "")).strip("\n")))
    for kind, text in examples(shape, rules):
        yield from ("", f"{words[kind]}:", "", *_indented(text))


def _demands(shape: Term, rules: Rules, language: str, word: str) -> Iterator[str]:
    """The parameters of the shape, and of the shapes with a path inside it."""
    demands = list(_parameters(shape, rules))
    if demands:
        yield f"{word}: {' ; '.join(demands)}"
    for inner in rules.shapes.of(shape, SH + "property"):
        path = " ".join(path_text(p, rules.shapes) for p in rules.shapes.of(inner, SH + "path"))
        own = [shown(inner)] if isinstance(inner, ox.NamedNode) else []
        own += (
            [_severity(rules.shapes, inner)] if _severity(rules.shapes, inner) != _severity(rules.shapes, shape) else []
        )
        beside = f"  ({', '.join(own)})" if own else ""
        yield f"  {path}: {' ; '.join(_parameters(inner, rules))}{beside}"
        message = said(rules.shapes, inner, SH + "message", language)
        if message:
            yield f"    {message}"


def _parameters(shape: Term, rules: Rules) -> Iterator[str]:
    for predicate, values in rules.shapes.about(shape).items():
        name = predicate.removeprefix(SH)
        if predicate.startswith(SH) and name not in NO_DEMAND:
            yield from (f"sh:{name} {rules.written(value)}" for value in values)


def _severity(shapes: Adjacency, shape: Term) -> str:
    found = shapes.one(shape, SH + "severity")
    return (shown(found) if found is not None else "sh:Violation").removeprefix("sh:")


def _indented(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.splitlines()]
