"""Which FILTER, BIND or HAVING of a query the engine could not read.

pyoxigraph goes on reading where an expression is wrong, and tells the end of the query as the place of the error. So each
constraint is left out in turn: where the query can be read without it, it was this one.
"""

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

from newsgraph.group_pattern import Token
from newsgraph.namespace import PREFIXES
from newsgraph.query_parser import CLOSED, OPEN, TOKEN

WORDS = {"FILTER": "FILTER (true)", "HAVING": "HAVING (true)", "BIND": ""}
MOST = 20  # constraints that are tried


def wrong(sparql: str) -> Token | None:
    """The first word of the only constraint without which the query can be read; None where there is no such one.

    >>> wrong("SELECT * { ?a ?b ?c FILTER (?c > 1) FILTER (?c !! 3) }").start
    36
    """
    if "SERVICE" in sparql.upper():  # which the engine might ask
        return None
    for word, end in islice(_constraints(sparql), MOST):
        if _readable(sparql[: word.start] + WORDS[word.text.upper()] + sparql[end:]):
            return word
    return None


def _constraints(sparql: str) -> Iterator[tuple[Token, int]]:
    """The first words of the constraints, and where each ends: with the bracket that closes its first one."""
    found = (Token(str(m.lastgroup), m.group(), m.start(), m.end()) for m in TOKEN.finditer(sparql))
    tokens = [t for t in found if t.kind != "comment"]
    for i, token in enumerate(tokens):
        if token.kind == "word" and token.text.upper() in WORDS:
            depth = 0
            for t in tokens[i + 1 :]:
                depth += (t.text in OPEN) - (t.text in CLOSED)
                if t.text in CLOSED and depth <= 0:
                    yield token, t.end
                    break


def _readable(sparql: str) -> bool:
    try:
        ox.Store().query(sparql, prefixes=PREFIXES)
    except SyntaxError:
        return False
    return True
