"""A SPARQL query read into the tree of its group graph patterns (newsgraph.group_pattern), by recursive descent.

What a plan does not touch (filters, bindings, EXISTS) is passed over; what it could misread (blank nodes, lists, a
BASE, negated paths) raises UnplannedError, and the query is asked as it is written. SPARQL 1.1, section 19.8.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsgraph.group_pattern import Block, Group, Pattern, Query, Token, UnplannedError
from newsgraph.namespace import PREFIXES
from newsgraph.propertypath import Step, alternative, optional, reverse, sequence

# a prefix has a hundred letters at most, so that «a.a.a.…» without a colon is not read again from every letter
TOKEN = re.compile(
    r"(?P<iri><[^<>\"{}|^`\\\x00-\x20]*>)"
    r'|(?P<text>"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n\r]|\\.)*"|'
    r"'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\n\r]|\\.)*')"
    r"|(?P<comment>#[^\n\r]*)|(?P<variable>[?$]\w+)"
    r"|(?P<name>(?:[A-Za-z](?:[\w.-]{0,99}[\w-])?)?:(?:[\w:](?:[\w:.-]*[\w:-])?)?)"
    r"|(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)|(?P<number>[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<word>[A-Za-z]\w*)|(?P<mark>\^\^|\S)",
    re.DOTALL,
)
NAMES = ("iri", "name")
OPEN, CLOSED = "([{", ")]}"
MISREAD = re.compile(r"[()&\\]")  # what may be a comparison (?a<?b) instead of an IRI, and escapes


def read(sparql: str) -> Query:
    """The query as a tree. Raises UnplannedError for what is neither SELECT nor ASK, or is not understood."""
    reader = _Reader(sparql)
    prefixes = reader.prologue()
    head = list(reader.until("{"))
    if not head or head[0].text.upper() not in ("SELECT", "ASK"):
        raise UnplannedError
    where = reader.group("group")
    return Query(head, where, reader.tokens[reader.at :], prefixes)


def _named(tokens: list[Token]) -> set[str]:
    """The variables that stand after AS."""
    return {t.text for before, t in pairwise(tokens) if before.text.upper() == "AS"}


def _asked(group: Group) -> None:
    """A FILTER around the group asks for more patterns: the engine asks it as deep inside as it can."""
    group.exists = True
    for inner in group.groups:
        _asked(inner)


class _Reader:
    """Recursive descent over the tokens of a query."""

    def __init__(self, sparql: str) -> None:
        self.sparql, self.at = sparql, 0
        found = (Token(str(m.lastgroup), m.group(), m.start(), m.end()) for m in TOKEN.finditer(sparql) if m.lastgroup)
        self.tokens = [t for t in found if t.kind != "comment"]
        if any((t.kind == "iri" and MISREAD.search(t.text)) or t.text == "\\" for t in self.tokens):
            raise UnplannedError

    def peek(self) -> str:
        """The next token's text, words and marks in capitals; the end is empty."""
        if self.at == len(self.tokens):
            return ""
        token = self.tokens[self.at]
        return token.text.upper() if token.kind == "word" else token.text

    def kind(self) -> str:
        """The next token's kind."""
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def here(self) -> int:
        """Where the next token begins. Raises UnplannedError at the end."""
        if not self.peek():
            raise UnplannedError
        return self.tokens[self.at].start

    def next(self, *expected: str) -> Token:
        """Take the next token. Raises UnplannedError where there is none, or not the one that has to come."""
        if not self.peek() or (expected and self.peek() not in expected):
            raise UnplannedError
        self.at += 1
        return self.tokens[self.at - 1]

    def until(self, mark: str) -> Iterator[Token]:
        """Take the tokens before the next `mark`. Raises UnplannedError where EXISTS brings a group of its own."""
        while self.peek() != mark:
            if self.peek() == "EXISTS":
                raise UnplannedError
            yield self.next()

    def prologue(self) -> dict[str, str]:
        prefixes = dict(PREFIXES)
        while self.peek() == "PREFIX":
            self.next()
            name, space = self.next(), self.next()
            prefixes[name.text[:-1]] = space.text[1:-1]
        return prefixes

    def group(self, role: str) -> Group:
        group = Group(role, self.next("{").start)
        while self.peek() != "}":
            self.part(group)
        group.end = self.next("}").end
        for inner in group.groups if group.exists else ():
            _asked(inner)
        return group

    def part(self, group: Group) -> None:
        word = self.peek()
        if word == "SELECT":
            self.select(group)
        elif word == "{":
            self.union(group)
        elif word in ("OPTIONAL", "MINUS", "GRAPH"):
            self.next()
            if word == "GRAPH":
                self.term()
            group.groups.append(self.group("optional" if word == "OPTIONAL" else "other"))
        elif word in ("FILTER", "BIND"):
            start = self.at
            self.constraint()
            passed = self.tokens[start : self.at]
            group.doubtful |= _named(passed) if word == "BIND" else set()
            group.exists |= any(t.text.upper() == "EXISTS" for t in passed)
        elif word == "VALUES":
            self.values(group)
        elif word == ".":
            self.next()
        else:
            self.block(group)

    def select(self, group: Group) -> None:
        head = list(self.until("{"))
        group.doubtful |= _named(head)
        inner = self.group("select")
        inner.head = {t.text for t in head if t.kind == "variable"}
        group.groups.append(inner)
        while self.peek() != "}":
            self.balanced()

    def union(self, group: Group) -> None:
        first = self.group("group")
        group.groups.append(first)
        while self.peek() == "UNION":
            self.next()
            first.role = f"union {first.start}"
            group.groups.append(self.group(first.role))

    def constraint(self) -> None:
        """FILTER or BIND: brackets, EXISTS and a group, or a function and its arguments."""
        self.next()
        while self.peek() not in (*OPEN, ""):
            self.next()
        self.balanced()

    def balanced(self) -> None:
        """Pass over a token, or over brackets and all in them."""
        depth = 0
        while True:
            text = self.next().text
            depth += (text in OPEN) - (text in CLOSED)
            if depth <= 0:
                return

    def values(self, group: Group) -> None:
        self.next("VALUES")
        if self.kind() != "variable":
            start = self.at
            self.balanced()
            group.doubtful |= {t.text for t in self.tokens[start : self.at] if t.kind == "variable"}
            self.balanced()
            return
        name = self.next().text
        self.next("{")
        terms = group.values.setdefault(name, [])
        while self.peek() != "}":
            terms.append(self.term())
        self.next("}")
        group.doubtful |= {name} if "UNDEF" in terms else set()

    def block(self, group: Group) -> None:
        """Triple patterns with their full stops."""
        block = Block(self.here())
        while self.kind() in ("variable", *NAMES):
            block.patterns += self.triples()
            if self.peek() == ".":
                self.next()
        if not block.patterns:
            raise UnplannedError
        block.end = self.tokens[self.at - 1].end
        group.blocks.append(block)

    def triples(self) -> Iterator[Pattern]:
        """The patterns of one subject."""
        subject = self.term()
        while True:
            start = self.here()
            steps = self.verb()
            path = self.sparql[start : self.tokens[self.at - 1].end]
            yield Pattern(subject, path, self.term(), steps)
            while self.peek() == ",":
                self.next()
                yield Pattern(subject, path, self.term(), steps)
            if self.peek() != ";":
                return
            while self.peek() == ";":
                self.next()
            if self.peek() in (".", "}"):
                return

    def term(self) -> str:
        """A variable, an IRI or a literal."""
        token = self.next()
        if token.kind == "text" and self.kind() == "tag":
            return token.text + self.next().text
        if token.kind == "text" and self.peek() == "^^":
            return token.text + self.next().text + self.next().text
        if token.kind in ("text", "variable", "number", *NAMES) or token.text in ("true", "false", "UNDEF"):
            return token.text
        raise UnplannedError

    def verb(self) -> tuple[Step, ...]:
        """The steps of a path; none for a variable."""
        if self.kind() == "variable":
            self.next()
            return ()
        return self.path()

    def path(self) -> tuple[Step, ...]:
        found = self.steps()
        while self.peek() == "|":
            self.next()
            found = alternative(found, self.steps())
        return found

    def steps(self) -> tuple[Step, ...]:
        found = self.step()
        while self.peek() == "/":
            self.next()
            found = sequence(found, self.step())
        return found

    def step(self) -> tuple[Step, ...]:
        if self.peek() == "^":
            self.next()
            return reverse(self.step())
        token = self.next()
        if token.text == "(":
            found = self.path()
            self.next(")")
        elif token.kind in NAMES or token.text == "a":
            found = (Step((token.text,)),)
        else:
            raise UnplannedError
        if self.peek() in ("?", "*", "+"):
            found = optional(found) if self.next().text == "?" else ()
        return found
