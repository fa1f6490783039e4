"""Turtle and TriG read with places (RDF 1.1 Turtle and TriG, section 2 and 4): the triples in the order of pyoxigraph.

The order matters for blank nodes only: they are named by when they first occur in a triple (newsgraph.rdf). pyoxigraph
works token by token; of the triples that one token completes, it gives the last first.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from newsgraph.adjacency import FIRST, NIL, REST, Term
from newsgraph.namespace import TYPE
from newsgraph.place.lexer import Token, skip, token, unasked
from newsgraph.place.span import Located, Span
from newsgraph.place.term import Scope, bare

Wanted = frozenset[str]
Step = tuple[int, Located]  # the number of the token that completes a triple, and the triple
Steps = Iterator[Step]
Node = Generator[Step, None, Term]


def read(content: bytes, base: str, wanted: Wanted | None = None) -> Iterator[Located]:
    """The triples of a document that pyoxigraph accepts; blank nodes under labels of this reading.

    With `wanted`, only statements whose subject is such an IRI: the others are skipped unread, their blank nodes too.
    Raises ValueError or KeyError on what is no Turtle, RecursionError on some hundred brackets in each other.
    """
    return _ordered(_Reader(content, base, wanted).statements())


def _ordered(steps: Iterable[Step]) -> Iterator[Located]:
    for _, together in groupby(steps, itemgetter(0)):
        yield from (found for _, found in reversed(list(together)))


class _Reader:
    """Where the reading stands: the next token, the end of the last, how many were taken, the scope."""

    def __init__(self, content: bytes, base: str, wanted: Wanted | None) -> None:
        self.content, self.wanted, self.scope = content, wanted, Scope(base)
        self.next, self.last, self.taken, self.unlabelled = token(content, 0), 0, 0, 0
        self.names: frozenset[bytes] | None = None  # those wanted, as they are written here

    def take(self) -> Token:
        """The next token, and one step on."""
        now = self.next
        self.next, self.last, self.taken = token(self.content, now.end), now.end, self.taken + 1
        return now

    def accept(self, mark: bytes) -> bool:
        """Takes the next token if it is this mark, and says whether it was."""
        found = self.next.kind == "mark" and self.next.text == mark
        if found:
            self.take()
        return found

    def at(self, *marks: bytes) -> bool:
        """Whether the next token is one of these marks, or the end."""
        return self.next.kind == "end" or (self.next.kind == "mark" and self.next.text in marks)

    def statements(self) -> Steps:
        """The whole document."""
        while self.next.kind != "end":
            if self.at(b".", b"{", b"}"):
                self.take()
            elif self.next.kind in ("at", "word") and self.next.text.lower() in DIRECTIVES:
                self._directive()
            else:
                yield from self._triples()

    def _directive(self) -> None:
        word = self.take().text.lower().removeprefix(b"@")
        if word == b"prefix":
            name = self.take().text.removesuffix(b":")
            self.scope.prefixes[name], self.names = self.scope.iri(self.take()), None
        elif word == b"base":
            self.scope.base = self.scope.iri(self.take())
        elif word == b"version":
            self.take()

    def _triples(self) -> Steps:
        """A statement; or the name of a graph, behind which stands a brace."""
        if self.wanted is not None and not self._is_wanted(self.wanted):
            self._skip(self.wanted)
            return
        first = self.next
        subject = yield from self._node()
        if not self.at(b".", b"{", b"}"):
            yield from self._properties(subject, Span(first.start, first.end))

    def _is_wanted(self, wanted: Wanted) -> bool:
        kind, text = self.next.kind, self.next.text
        return (kind == "iri" or (kind == "word" and not text.startswith(b"_:"))) and self.scope.iri(
            self.next
        ) in wanted

    def _skip(self, wanted: Wanted) -> None:
        """Past this statement, and past all behind it that nobody asked for."""
        if self.names is None:
            self.names = self.scope.written(wanted)
        end = unasked(self.content, self.next.start, self.names)
        if end == self.next.start:
            end = skip(self.content, end)
        self.next = token(self.content, end)

    def _properties(self, subject: Term, place: Span) -> Steps:
        while not self.at(b".", b"]", b"}"):
            if self.accept(b";"):
                continue
            verb = self.take()
            predicate = TYPE if verb.text == b"a" else ox.NamedNode(self.scope.iri(verb))
            yield from self._object(subject, place, predicate, Span(verb.start, verb.end))
            while self.accept(b","):
                yield from self._object(subject, place, predicate, Span(verb.start, verb.end))

    def _object(self, subject: Term, place: Span, predicate: Term, verb: Span) -> Steps:
        first = self.next

        def triple(value: Term, completed: int) -> Step:
            end = first.end if first.kind == "mark" else self.last
            return completed, Located(subject, predicate, value, (place, verb, Span(first.start, end)))

        if first.kind == "mark" and first.text == b"(":
            yield from self._collection(triple)
        else:
            node = yield from self._node()
            # only the token behind a string tells that it has neither language nor datatype
            yield triple(node, self.taken + (first.kind == "string" and self.last == first.end))

    def _node(self) -> Node:
        """Yields the triples inside a node and returns the node."""
        if self.next.kind != "mark":
            return self._term()
        if self.next.text == b"(":
            return (yield from self._collection(None))
        opened, node = self.take(), self._unlabelled()
        yield from self._properties(node, Span(opened.start, opened.end))
        self.take()
        return node

    def _collection(self, triple: Callable[[Term, int], Step] | None) -> Node:
        """A list; the triple that has it as object is complete with the first token behind its bracket."""
        opened = self.take()
        place = Span(opened.start, opened.end)
        head: Term = NIL if self.at(b")") else self._unlabelled()
        cell = head
        if triple is not None:
            yield triple(head, self.taken + 1)
        while not self.at(b")"):
            yield from self._object(cell, place, FIRST, place)
            rest = NIL if self.at(b")") else self._unlabelled()
            yield self.taken + 1, Located(cell, REST, rest, (place, place, place))
            cell = rest
        self.take()
        return head

    def _unlabelled(self) -> Term:
        self.unlabelled += 1
        return ox.BlankNode(f"u{self.unlabelled}")

    def _term(self) -> Term:
        first = self.take()
        if first.kind == "string":
            return self._literal(first)
        if first.kind == "number" or first.text in (b"true", b"false"):
            return bare(first)
        if first.text.startswith(b"_:"):
            return ox.BlankNode("l" + first.text[2:].decode())
        return ox.NamedNode(self.scope.iri(first))

    def _literal(self, string: Token) -> Term:
        if self.next.kind == "at" and self.next.start == self.last:
            return self.scope.literal(string, language=self.take().text[1:])
        if self.accept(b"^^"):
            return self.scope.literal(string, datatype=self.scope.iri(self.take()))
        return self.scope.literal(string)


DIRECTIVES = (b"@prefix", b"prefix", b"@base", b"base", b"@version", b"version", b"graph")
