"""SPARQL's group graph patterns as text, and the sets of nodes they stand for.

A screen is an algebra of patterns that bind one variable: a context (where a node comes from), and what is wrong there.
MINUS is used throughout and FILTER NOT EXISTS never: Oxigraph evaluates the latter anew for every row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import pyoxigraph as ox

from newsgraph.adjacency import Term
from newsgraph.screen.unsupported import Unsupported

NOTHING = "FILTER(false) "


@dataclass(frozen=True, slots=True)
class Here:
    """Where a node stands: its variable, and the pattern that binds it (ending in a blank)."""

    var: str
    where: str

    def all(self) -> str:
        """Every node that stands here."""
        return f"{{ {self.where}}} "

    def bad(self, condition: str) -> str:
        """The nodes here for which a condition does not surely hold."""
        return f"{{ {self.where}FILTER(!COALESCE({condition}, false)) }} "

    def sure(self, condition: str) -> str:
        """The nodes here for which a condition surely holds."""
        return f"{{ {self.where}FILTER(COALESCE({condition}, false)) }} "

    def without(self, pattern: str) -> str:
        """The nodes here that a pattern does not bind."""
        return f"{{ {self.where}MINUS {{ {pattern}}} }} "

    def joined(self, pattern: str) -> str:
        """The nodes here that a pattern binds, too."""
        return f"{{ {self.where}{pattern}}} "


def variables() -> Iterator[str]:
    """Names of variables, each new."""
    return (f"?x{n}_" for n in count())


def any_of(patterns: list[str]) -> str:
    """The union of groups; where there are none, nothing."""
    return "UNION ".join(patterns) if patterns else f"{{ {NOTHING}}} "


def term(node: Term) -> str:
    """A term in a query. Raises Unsupported for blank nodes, which a query cannot name."""
    if isinstance(node, ox.BlankNode | ox.Triple):
        raise Unsupported("a blank node as a constant")
    return str(node)
