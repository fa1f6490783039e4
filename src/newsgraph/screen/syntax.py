"""The group graph patterns of a SPARQL query as a tree (SPARQL 1.1, section 5), for queries of common shape."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.namespace import RDF
from newsgraph.screen.path import Chain, Choice, Path, Repeat, Step, back
from newsgraph.screen.token import Token
from newsgraph.screen.unsupported import Unsupported

TYPE = ox.NamedNode(RDF + "type")
AGGREGATES = {"COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT"}
REFUSED = AGGREGATES | {"SERVICE", "GRAPH", "VALUES", "MINUS", "GROUP", "HAVING", "LIMIT", "OFFSET", "FROM", "ASK"}

Part = Callable[[list[Token], int], tuple[Path, int]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern; `path` is None where a variable stands for the predicate (then `variable` is its name)."""

    subject: tuple[Token, ...]
    path: Path | None
    variable: str
    value: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The parts of a group: `words` of triples with their patterns, filters (also BIND), and groups inside."""

    triples: tuple[tuple[tuple[Token, ...], tuple[Pattern, ...]], ...]
    filters: tuple[tuple[str, tuple[Token, ...]], ...]  # FILTER or BIND, and what stands in the parentheses
    exists: "tuple[tuple[bool, Group], ...]"  # whether it is wanted, and what
    optional: "tuple[Group, ...]"
    unions: "tuple[tuple[Group, ...], ...]"  # a group of its own is a union of one


def select(words: list[Token]) -> tuple[tuple[Token, ...], Group]:
    """What a SELECT query gives, and its group. Raises Unsupported for what is not handled here."""
    refused = {w.upper for w in words} & REFUSED
    if refused or [w.upper for w in words].count("SELECT") != 1:
        raise Unsupported(f"a query with {', '.join(sorted(refused)) or 'another query inside'}")
    start = next((n for n, w in enumerate(words) if w.text == "{"), None)
    first = next(n for n, w in enumerate(words) if w.upper == "SELECT")
    if start is None:
        raise Unsupported("a query without a group")
    group, rest = _group(words, start)
    if rest < len(words) and words[rest].upper != "ORDER":
        raise Unsupported("a query that goes on behind its group")
    head = tuple(w for w in words[first + 1 : start] if w.upper not in ("DISTINCT", "REDUCED", "WHERE"))
    return head, group


def _closing(words: list[Token], start: int) -> int:
    """Where the bracket at `start` is closed."""
    pair = {"{": "}", "(": ")"}[words[start].text]
    depth = 0
    for n in range(start, len(words)):
        depth += (words[n].text == words[start].text) - (words[n].text == pair)
        if not depth:
            return n
    raise Unsupported("a query with an open bracket")


def _group(words: list[Token], start: int) -> tuple[Group, int]:
    """The group that opens at `start`, and where it ends."""
    end = _closing(words, start)
    triples: list[tuple[tuple[Token, ...], tuple[Pattern, ...]]] = []
    filters: list[tuple[str, tuple[Token, ...]]] = []
    exists: list[tuple[bool, Group]] = []
    optional: list[Group] = []
    unions: list[list[Group]] = []
    n = start + 1
    while n < end:
        word = words[n]
        if word.text == ".":
            n += 1
        elif word.upper == "FILTER" and words[n + 1].upper in ("NOT", "EXISTS"):
            wanted = words[n + 1].upper == "EXISTS"
            inner, n = _group(words, _brace(words, n + 2 if wanted else n + 3))
            exists.append((wanted, inner))
        elif word.upper in ("FILTER", "BIND"):
            opening = n + 1
            while words[opening].text != "(":
                opening += 1
            stop = _closing(words, opening)
            if any(w.upper == "EXISTS" for w in words[n:stop]):
                raise Unsupported("EXISTS within an expression")
            filters.append((word.upper, tuple(words[n + 1 : stop + 1])))
            n = stop + 1
        elif word.upper == "OPTIONAL":
            inner, n = _group(words, _brace(words, n + 1))
            optional.append(inner)
        elif word.text == "{":
            inner, n = _group(words, n)
            members = [inner]
            while n < end and words[n].upper == "UNION":
                inner, n = _group(words, _brace(words, n + 1))
                members.append(inner)
            unions.append(members)
        else:
            stop = n
            while stop < end and words[stop].text != "{" and words[stop].upper not in ("FILTER", "BIND", "OPTIONAL"):
                stop += 1
            block = words[n : stop - (words[stop - 1].text == ".")]
            triples.append((tuple(block), tuple(patterns(block))))
            n = stop
    return Group(tuple(triples), tuple(filters), tuple(exists), tuple(optional), tuple(map(tuple, unions))), end + 1


def _brace(words: list[Token], n: int) -> int:
    if n >= len(words) or words[n].text != "{":
        raise Unsupported("a query of unusual form")
    return n


def patterns(words: list[Token]) -> Iterator[Pattern]:
    """The triple patterns of a block."""
    n = 0
    while n < len(words):
        subject, n = _node(words, n)
        more = True
        while more:
            path, variable, n = _verb(words, n)
            value, n = _node(words, n)
            yield Pattern(subject, path, variable, value)
            while n < len(words) and words[n].text == ",":
                value, n = _node(words, n + 1)
                yield Pattern(subject, path, variable, value)
            more = n < len(words) and words[n].text == ";"
            while n < len(words) and words[n].text == ";":
                n += 1
            more = more and n < len(words) and words[n].text != "."
        if n < len(words) and words[n].text != ".":
            raise Unsupported("a block of triples of unusual form")
        n += 1


def _node(words: list[Token], n: int) -> tuple[tuple[Token, ...], int]:
    """A variable, an IRI or a literal."""
    if n >= len(words):
        raise Unsupported("a triple pattern that breaks off")
    word = words[n]
    if word.kind in ("variable", "iri", "number") or word.text.lower() in ("true", "false"):
        return (word,), n + 1
    if word.text in "+-" and n + 1 < len(words) and words[n + 1].kind == "number":
        return (word, words[n + 1]), n + 2
    if word.kind != "string":
        raise Unsupported("a triple pattern with other than variables, IRIs and literals")
    if n + 1 < len(words) and words[n + 1].kind == "tag":
        return (word, words[n + 1]), n + 2
    if n + 2 < len(words) and words[n + 1].text == "^^":
        return (word, words[n + 1], words[n + 2]), n + 3
    return (word,), n + 1


def _verb(words: list[Token], n: int) -> tuple[Path | None, str, int]:
    if n < len(words) and words[n].kind == "variable":
        return None, words[n].name, n + 1
    path, n = _choice(words, n)
    return path, "", n


def _choice(words: list[Token], n: int) -> tuple[Path, int]:
    parts, n = _separated(words, n, "|", _chain)
    return (parts[0] if len(parts) == 1 else Choice(tuple(parts))), n


def _chain(words: list[Token], n: int) -> tuple[Path, int]:
    parts, n = _separated(words, n, "/", _element)
    return (parts[0] if len(parts) == 1 else Chain(tuple(parts))), n


def _separated(words: list[Token], n: int, sign: str, part: Part) -> tuple[list[Path], int]:
    found = []
    while True:
        path, n = part(words, n)
        found.append(path)
        if n >= len(words) or words[n].text != sign:
            return found, n
        n += 1


def _element(words: list[Token], n: int) -> tuple[Path, int]:
    if n >= len(words):
        raise Unsupported("a path that breaks off")
    word = words[n]
    if word.text == "^":
        path, n = _element(words, n + 1)
        return back(path), n
    if word.text == "(":
        path, n = _choice(words, n + 1)
        if n >= len(words) or words[n].text != ")":
            raise Unsupported("a path of unusual form")
        n += 1
    elif word.kind == "iri" or word.text == "a":
        path, n = Step(TYPE if word.text == "a" else ox.NamedNode(word.text[1:-1])), n + 1
    else:
        raise Unsupported("a path of unusual form")
    if n < len(words) and words[n].text in ("*", "+", "?"):
        least, many = {"*": (0, True), "+": (1, True), "?": (0, False)}[words[n].text]
        return Repeat(path, least, many), n + 1
    return path, n
