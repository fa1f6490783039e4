"""Values for the variables of a query: bound as terms by VALUES blocks, never pasted as text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from newsgraph.errors import InputError
from newsgraph.namespace import PREFIXES, XSD, expand
from newsgraph.prescan import QUIET

CURIE = re.compile(r"([a-z]+):[\w.-]+")
TYPED = (
    (re.compile(r"[+-]?[0-9]+"), "integer"),
    (re.compile(r"[+-]?[0-9]*\.[0-9]+"), "decimal"),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "date"),
    (re.compile(r"true|false"), "boolean"),
)
QUOTED = re.compile(r'"(.*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?', re.DOTALL)
TEMPLATES = ("CONSTRUCT", "INSERT", "DELETE", "DATA")
TOKEN = re.compile(QUIET.pattern + r"|(?P<mark>[{}])|(?P<word>[A-Za-z]+)", re.DOTALL)


def term(value: str) -> ox.NamedNode | ox.Literal:
    """The term that a value on the command line means; whatever is no other term is a string.

    >>> [str(term(v)) for v in ("ngi:reuters", "<x:y>", "2025", '"ja"@de', 'x> . DROP ALL #"')]  # doctest: +ELLIPSIS
    ['<https://w3id.org/newsgraph/id/reuters>', '<x:y>', '"2025"^^<...integer>', '"ja"@de', '"x> . DROP ALL #\\\\""']
    """
    curie, quoted = CURIE.fullmatch(value), QUOTED.fullmatch(value)
    try:
        if curie and curie[1] in PREFIXES:
            return expand(value)
        if value.startswith("<") and value.endswith(">"):
            return ox.NamedNode(value[1:-1])
        if quoted:
            return ox.Literal(quoted[1], language=quoted[2]) if quoted[2] else ox.Literal(quoted[1])
    except ValueError:
        pass
    kind = next((kind for form, kind in TYPED if form.fullmatch(value)), None)
    return ox.Literal(value, datatype=ox.NamedNode(XSD + kind)) if kind else ox.Literal(value)


@dataclass(slots=True)
class _Group:
    """A pair of braces: where it begins, whether it is a template (of CONSTRUCT, INSERT, DELETE), whether VALUES may
    stand there, the variables on its own level.
    """

    start: int
    template: bool
    open: bool
    names: set[str] = field(default_factory=set)


def bind(sparql: str, values: Mapping[str, str]) -> str:
    """The query with VALUES in every group that names a bound variable. Raises InputError for a variable it lacks."""
    groups = [g for g in _groups(sparql) if g.open]
    for name in values:
        if not any(name in g.names for g in groups):
            known = " ".join(sorted(set().union(*(g.names for g in groups)))) or "none"
            raise InputError(f"the query has no variable ?{name} to bind", advice=f"its variables: {known}")
    for group in sorted(groups, key=lambda g: -g.start):
        block = "".join(f" VALUES ?{n} {{ {_written(values[n])} }}" for n in sorted(group.names & values.keys()))
        sparql = sparql[: group.start] + block + sparql[group.start :]
    return sparql


def _written(value: str) -> str:
    try:
        return str(term(value))
    except UnicodeEncodeError as e:
        raise InputError(f"{value!a} is not UTF-8") from e


def _groups(sparql: str) -> list[_Group]:
    """The groups of a query: data of VALUES and templates are none, a sub-select takes no VALUES."""
    found: list[_Group] = []
    inside: list[_Group] = []
    before, word, data = "", "", False
    for token in TOKEN.finditer(sparql):
        text = token.group()
        if text == "{":
            template = word in TEMPLATES or (before, word) == ("DELETE", "WHERE") or any(g.template for g in inside)
            inside.append(_Group(token.end(), template, not data and not template))
            found.append(inside[-1])
            before, word, data = word, "{", False
        elif text == "}":
            del inside[-1:]
            before, word = word, "}"
        elif token["word"]:
            if text.upper() == "SELECT" and word == "{" and inside:
                inside[-1].open = False
            before, word = word, text.upper()
            data = data or word == "VALUES"
        elif text[0] in "?$" and inside:
            inside[-1].names.add(text[1:])
    return found
