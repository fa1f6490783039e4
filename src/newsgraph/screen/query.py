"""SPARQL constraints (SHACL, section 5) as screens: the SELECT query over all focus nodes at once.

SHACL binds $this beforehand, node by node. A query may be asked for all nodes together where that makes no difference:
where every group that asks about $this binds it. FILTER NOT EXISTS becomes MINUS and FILTER EXISTS a join where that means
the same, since Oxigraph evaluates the former anew for every row.
"""

from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from newsgraph.adjacency import Adjacency, Term
from newsgraph.namespace import OWL, RDF, RDFS, SH, TYPE
from newsgraph.screen.path import Path, text
from newsgraph.screen.syntax import Group, Pattern, select
from newsgraph.screen.token import Token, tokens, written
from newsgraph.screen.unsupported import Unsupported

THIS = "this"


def asked(constraint: Term, path: Path | None, shapes: Adjacency) -> Group:
    """The group of a constraint's query, $PATH filled in. Raises Unsupported."""
    queries = [q.value for q in shapes.of(constraint, SH + "select") if isinstance(q, ox.Literal)]
    if len(queries) != 1:
        raise Unsupported("a constraint without one query")
    words = [*tokens(queries[0], prefixes(constraint, shapes))]
    if {w.name for w in words} & {"shapesGraph", "currentShape"}:
        raise Unsupported("a query over the shapes graph")
    if path is not None:
        words = [w for word in words for w in ([*tokens(text(path), {})] if word.name == "PATH" else [word])]
    head, group = select(words)
    if THIS not in {w.name for w in head} and head[:1] != (Token("sign", "*"),):
        raise Unsupported("a query that does not give $this")
    connected(group, frozenset({THIS}))
    return group


def prefixes(constraint: Term, shapes: Adjacency) -> Mapping[str, str]:
    """The prefixes of a constraint, as pySHACL collects them."""
    found = {"rdf": RDF, "rdfs": RDFS, "owl": OWL}
    named = shapes.of(constraint, SH + "prefixes")
    ontologies = [s for p, s in shapes.users(ox.NamedNode(OWL + "Ontology")) if p == TYPE.value] if named else []
    for holder in (*ontologies, *named):
        for declared in shapes.of(holder, SH + "declare"):
            for prefix in shapes.of(declared, SH + "prefix"):
                for space in shapes.of(declared, SH + "namespace"):
                    found[_plain(prefix)] = _plain(space)
    return found


def _plain(term: Term) -> str:
    return "" if isinstance(term, ox.Triple) else term.value


def screen(group: Group, var: str) -> str:
    """A pattern that binds `var` to every $this for which the query gives a row. Raises Unsupported."""
    if THIS not in bound(group):
        raise Unsupported("a query that does not bind $this")
    text = f"SELECT DISTINCT (?{THIS} AS {var}) {{ {rendered(group)}}} "
    try:
        ox.Store().query(text)
    except SyntaxError as e:
        raise Unsupported(f"a query that does not parse: {e}") from e
    return f"{{ {text}}} "


def rendered(group: Group) -> str:
    """The group as text, with joins and MINUS instead of EXISTS. Raises Unsupported where pre-binding matters."""
    here = bound(group)
    if THIS in used(group) and THIS not in here:
        raise Unsupported("a group that asks about $this without binding it")
    parts = [written(words) + ". " for words, _ in group.triples]
    parts += [" UNION ".join(f"{{ {rendered(g)}}}" for g in union) + " " for union in group.unions]
    parts += [f"OPTIONAL {{ {_inner(g)}}} " for g in group.optional]
    parts += [f"{keyword} {written(words)}" for keyword, words in group.filters]
    return "".join(parts) + "".join(_exists(wanted, g, here) for wanted, g in group.exists)


def _inner(group: Group) -> str:
    if group.exists or group.filters:
        raise Unsupported("OPTIONAL with a filter")
    return rendered(group)


def _exists(wanted: bool, group: Group, outside: frozenset[str]) -> str:
    inside = bound(group)
    shared = sorted(inside & outside)
    if not shared or (mentioned(group) - inside) & outside or any(mentioned(g) - bound(g) for g in group.optional):
        raise Unsupported("EXISTS that asks about variables from outside")
    if mentioned(group) & outside - inside:
        raise Unsupported("EXISTS that asks about variables from outside")
    text = _rendered_alone(group)
    return (
        f"{{ SELECT DISTINCT {' '.join('?' + v for v in shared)} {{ {text}}} }} " if wanted else f"MINUS {{ {text}}} "
    )


def _rendered_alone(group: Group) -> str:
    """A group within EXISTS: $this is a variable like any other there."""
    here = bound(group)
    parts = [written(words) + ". " for words, _ in group.triples]
    parts += [" UNION ".join(f"{{ {_rendered_alone(g)}}}" for g in union) + " " for union in group.unions]
    parts += [f"{keyword} {written(words)}" for keyword, words in group.filters]
    if group.optional:
        raise Unsupported("OPTIONAL within EXISTS")
    return "".join(parts) + "".join(_exists(wanted, g, here) for wanted, g in group.exists)


def bound(group: Group) -> frozenset[str]:
    """The variables that the group surely binds."""
    names = {name for _, patterns in group.triples for p in patterns for name in variables(p)}
    for union in group.unions:
        names |= frozenset.intersection(*map(bound, union))
    return frozenset(names)


def used(group: Group) -> frozenset[str]:
    """The variables that filters and optional parts of the group ask about."""
    names = {w.name for _, words in group.filters for w in words}
    for inner in (*group.optional, *(g for _, g in group.exists)):
        names |= mentioned(inner)
    return frozenset(names - {""})


def mentioned(group: Group) -> frozenset[str]:
    """All variables of a group."""
    names = set(used(group)) | {name for _, patterns in group.triples for p in patterns for name in variables(p)}
    for union in group.unions:
        for member in union:
            names |= mentioned(member)
    return frozenset(names)


def variables(pattern: Pattern) -> Iterator[str]:
    """The variables of a triple pattern."""
    for word in (*pattern.subject, *pattern.value):
        if word.name:
            yield word.name
    if pattern.variable:
        yield pattern.variable


def connected(group: Group, known: frozenset[str]) -> None:
    """Raise Unsupported unless every triple pattern hangs on what is known when its turn comes (newsgraph.screen.solve)."""
    waiting = [p for _, block in group.triples for p in block]
    unions, reached = [*group.unions], set(known)
    while waiting or unions:
        near = [p for p in waiting if reached & _ends(p) or not _ends(p)]
        if near:
            reached.update(name for p in near for name in variables(p))
            waiting = [p for p in waiting if p not in near]
        elif unions:
            members = unions.pop(0)
            for member in members:
                connected(member, frozenset(reached))
            reached |= frozenset.intersection(*map(bound, members))
        else:
            raise Unsupported("a query whose patterns do not hang together")
    for inner in (*group.optional, *(g for _, g in group.exists)):
        connected(inner, frozenset(reached))


def _ends(p: Pattern) -> set[str]:
    return {word.name for word in (p.subject[0], p.value[0])} - {""}
