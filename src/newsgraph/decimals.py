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
    pieces = text.split(TYPE)
    if len(pieces) == 1:
        return text
    return TYPE.join([*map(_pointed, pieces[:-1]), pieces[-1]])


def _pointed(piece: bytes) -> bytes:
    """What stands before a decimal's type: its digits follow the last quotation mark, or the value is not whole."""
    return piece + b".0" if WHOLE.fullmatch(piece.rpartition(b' "')[2]) else piece
