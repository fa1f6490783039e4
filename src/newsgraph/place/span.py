"""A triple with the places of its three terms, as byte offsets."""

from typing import NamedTuple

from newsgraph.adjacency import Term


class Span(NamedTuple):
    """From the first byte to behind the last."""

    start: int
    end: int


class Located(NamedTuple):
    """A triple and where each of its terms stands; a blank node without a name stands at its bracket.

    `paths` lead to the terms in a JSON document (RFC 9535, normalized); elsewhere they are empty.
    """

    subject: Term
    predicate: Term
    object: Term
    spans: tuple[Span, Span, Span]
    paths: tuple[str, str, str] = ("", "", "")
