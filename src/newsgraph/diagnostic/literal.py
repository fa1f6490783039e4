"""The same value as a literal of another datatype of XML Schema, where people mostly mean that."""

import re
from datetime import date, datetime
from decimal import Decimal

import pyoxigraph as ox

from newsgraph.namespace import XSD

GERMAN_DATE = re.compile(r"([0-3]?[0-9])\.\s?([01]?[0-9])\.\s?([0-9]{4})")
NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)([eE][+-]?[0-9]{1,2})?")
WHOLE = re.compile(r"([+-]?[0-9]+)(\.0*)?")
LONGEST = 40  # digits of a number that is rewritten
INTEGERS = ("integer", "nonNegativeInteger", "positiveInteger", "long", "int", "short")
TRUTH = {"true": "true", "yes": "true", "ja": "true", "wahr": "true", "1": "true"}
TRUTH |= {"false": "false", "no": "false", "nein": "false", "falsch": "false", "0": "false"}


def as_type(value: str, kind: str) -> ox.Literal | None:
    """The literal of datatype xsd:`kind` that has this value, None where nothing is clear.

    >>> str(as_type("31.12.2025", "date")), as_type("bald", "date")
    ('"2025-12-31"^^<http://www.w3.org/2001/XMLSchema#date>', None)
    """
    written = _written(value.strip(), kind) if len(value) <= LONGEST or kind == "string" else None
    return None if written is None else ox.Literal(written, datatype=ox.NamedNode(XSD + kind))


def _written(text: str, kind: str) -> str | None:
    if kind == "decimal":
        return _pointed(text) if NUMBER.fullmatch(text) else None
    if kind in INTEGERS:
        whole = WHOLE.fullmatch(text)
        return whole[1] if whole else None
    if kind == "boolean":
        return TRUTH.get(text.lower())
    if kind in ("date", "dateTime", "gYear"):
        return _time(text, kind)
    return text if kind == "string" else None


def _pointed(number: str) -> str:
    """A decimal with its point: 20 as 20.0, 2e10 as 20000000000.0."""
    plain = format(Decimal(number), "f")
    return plain if "." in plain else f"{plain}.0"


def _time(text: str, kind: str) -> str | None:
    german = GERMAN_DATE.fullmatch(text)
    day = f"{german[3]}-{int(german[2]):02}-{int(german[1]):02}" if german else text[:10]
    try:
        if kind == "gYear":
            return day[:4] if re.fullmatch("[0-9]{4}", text) or date.fromisoformat(day) else None
        if kind == "date":
            return date.fromisoformat(day).isoformat()
        return datetime.fromisoformat(day if german else text).isoformat()
    except ValueError:
        return None
