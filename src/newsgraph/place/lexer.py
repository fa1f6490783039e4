"""Tokens of Turtle, TriG, N-Triples and N-Quads with their places (RDF 1.1 Turtle, section 6.5), over bytes.

Only for documents that pyoxigraph has accepted: what is no token cannot occur, so the expressions are simpler than the
grammar's. All loops are possessive: no input makes them go back.
"""

import re
from typing import NamedTuple

PREFIX = rb"A-Za-z0-9_%\-\x80-\xff"
NAME = PREFIX + rb":"
IRI = rb"<[^>]*+>"
STRING = (
    rb'"""(?:[^"\\]++|\\.|"(?!""))*+"""'
    rb"|'''(?:[^'\\]++|\\.|'(?!''))*+'''"
    rb'|"(?:[^"\\]++|\\.)*+"'
    rb"|'(?:[^'\\]++|\\.)*+'"
)
NUMBER = rb"[+-]?+(?:[0-9]++(?:\.[0-9]++)?+|\.[0-9]++)(?:\.?[eE][+-]?+[0-9]++)?+"
# a dot belongs to a name where the name goes on behind it
WORD = rb"(?:[" + NAME + rb"]|\\.)(?:[" + NAME + rb"]++|\\.|\.++(?=[" + NAME + rb"\\]))*+"
BLANK = rb"(?:[ \t\r\n]++|#[^\r\n]*+)*+"

TOKEN = re.compile(
    BLANK
    + rb"(?:(?P<iri>"
    + IRI
    + rb")|(?P<string>"
    + STRING
    + rb")|(?P<number>"
    + NUMBER
    + rb")|(?P<word>"
    + WORD
    + rb")|(?P<at>@[A-Za-z]++(?:-[A-Za-z0-9]++)*+)|(?P<mark>\^\^|[.;,\[\](){}])|(?P<end>\Z))",
    re.DOTALL,
)
# all between a subject and the dot or brace that ends its statement: plain characters first, in long runs; a dot that stands
# within a name or a number; strings, the commonest first
BODY = (
    rb"(?:[ \t\r\n;,\[\]()^@+"
    + NAME
    + rb"]++|(?<=["
    + NAME
    + rb"])\.++(?=["
    + NAME
    + rb"\\])|\.(?=[0-9])|\\.(?:\.++(?=["
    + NAME
    + rb"\\]))?+"
    + rb'|"(?:[^"\\]++|\\.)++"|'
    + STRING
    + rb"|"
    + IRI
    + rb"|#[^\r\n]*+)*+"
)
# a subject that is written in one way only: a name without escapes, an absolute IRI without escapes and steps («/.»)
DOTTED = rb"(?:[" + NAME + rb"]++|\.++(?=[" + NAME + rb"]))*+"
PLAIN = (
    rb"<[A-Za-z][A-Za-z0-9+.-]*+:(?:[^>\\/]++|/(?!\.))*+>|(?!_:)(?:[" + PREFIX + rb"]++|\.++(?=[" + NAME + rb"]))*+:"
    + DOTTED
    + rb"(?!\\)"
)  # fmt: skip
# a statement of Turtle that begins with such a subject, up to its dot
WHOLE = re.compile(BLANK + rb"(" + PLAIN + rb")" + BODY + rb"\.", re.DOTALL)
STATEMENT = re.compile(BODY, re.DOTALL)


class Token(NamedTuple):
    """A token: its kind (iri, string, number, word, at, mark, end), its bytes, and where it begins."""

    kind: str
    text: bytes
    start: int

    @property
    def end(self) -> int:
        """The offset behind its last byte."""
        return self.start + len(self.text)


def token(content: bytes, offset: int) -> Token:
    """The first token at or behind an offset. Raises ValueError where there is none (the document is no RDF)."""
    found = TOKEN.match(content, offset)
    if found is None or found.lastgroup is None:
        raise ValueError(f"no token at byte {offset}")
    return Token(found.lastgroup, found[found.lastgroup], found.start(found.lastgroup))


def unasked(content: bytes, offset: int, names: frozenset[bytes]) -> int:
    """Behind the whole statements from an offset on whose subjects, as they are written, are none of these names.

    Stops before what has to be looked at: directives, blank nodes, braces, escapes, relative IRIs.
    """
    while (found := WHOLE.match(content, offset)) is not None and found[1] not in names:
        offset = found.end()
    return offset


def skip(content: bytes, offset: int) -> int:
    """Where the next dot or brace of TriG outside of strings, IRIs, names and comments stands."""
    found = STATEMENT.match(content, offset)
    return offset if found is None else found.end()
