"""Decimals with their point: the canonical form of XML Schema 1.0, as far as the point goes.

A bare 20 is an integer in Turtle, and our shapes ask for xsd:decimal; the engine's store writes 20.0 as 20.
"""

import re

from newsgraph.namespace import XSD

TYPE = f'"^^<{XSD}decimal>'.encode()
WHOLE = re.compile(rb"[+-]?[0-9]+")


def pointed(text: bytes) -> bytes:
    """N-Triples or N-Quads in which each decimal has its point («20» is «20.0»).

    >>> pointed(b'<x:a> <x:b> "20"^^<http://www.w3.org/2001/XMLSchema#decimal> .')
    b'<x:a> <x:b> "20.0"^^<http://www.w3.org/2001/XMLSchema#decimal> .'
    """
    pieces, done = [], 0
    at = text.find(TYPE)
    while at >= 0:
        # digits from a space and a quotation mark on are the whole value: within a text, a backslash stands between
        if WHOLE.fullmatch(text, text.rfind(b' "', 0, at) + 2, at):
            pieces.append(text[done:at] + b".0")
            done = at
        at = text.find(TYPE, at + 1)
    return b"".join([*pieces, text[done:]]) if pieces else text
