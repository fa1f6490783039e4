"""The group graph patterns of a SPARQL query as values: as much of them as a plan needs (SPARQL 1.1, section 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsgraph.namespace import RDF
from newsgraph.propertypath import Step


class UnplannedError(Exception):
    """A query that is asked as it is written."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the query: its kind (a group of TOKEN), its text, where it begins and ends."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern as it is written, and the steps of its path; no steps where these are a variable or less simple."""

    subject: str
    path: str
    object: str
    steps: tuple[Step, ...] = ()


@dataclass(slots=True)
class Block:
    """Triple patterns that stand together, and the text they take."""

    start: int
    end: int = 0
    patterns: list[Pattern] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """A group and what it holds: triple patterns, groups, the terms of each VALUES with one variable.

    `role` is "optional", "select" (the WHERE of a sub-select, which is all that the group around it holds), "other"
    (MINUS, GRAPH), "group", or "union 7", the same for all alternatives of a union. `doubtful` are the variables that
    BIND, VALUES or the head of a sub-select may leave unbound; `head` are those in the head of a sub-select, none for `*`. `exists`
    tells that a FILTER asks for more patterns, here or in a group around it.
    """

    role: str
    start: int
    end: int = 0
    blocks: list[Block] = field(default_factory=list)
    groups: list["Group"] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    head: set[str] = field(default_factory=set)
    exists: bool = False


@dataclass(slots=True)
class Query:
    """A query: the tokens before its WHERE, the WHERE, the tokens after it, the prefixes it may use."""

    head: list[Token]
    where: Group
    tail: list[Token]
    prefixes: dict[str, str]


def iri(name: str, prefixes: Mapping[str, str]) -> str:
    """The IRI of a name as it is written in a query. Raises UnplannedError for an unknown prefix."""
    if name == "a":
        return RDF + "type"
    if name.startswith("<"):
        return name[1:-1]
    prefix, _, local = name.partition(":")
    if prefix not in prefixes:
        raise UnplannedError
    return prefixes[prefix] + local
