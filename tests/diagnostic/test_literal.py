"""Values in the form that a datatype asks for, and None where that is a guess."""

import pytest

from newsgraph.diagnostic.literal import as_type
from newsgraph.namespace import XSD

CASES = [
    ("20000000000", "decimal", "20000000000.0"),
    ("2e10", "decimal", "20000000000.0"),
    (" 7 ", "decimal", "7.0"),
    ("-.5", "decimal", "-0.5"),
    ("1,5", "decimal", None),
    ("1.000.000", "decimal", None),
    ("1e99", "decimal", "1" + "0" * 99 + ".0"),
    ("1e999999999", "decimal", None),
    ("9" * 41, "decimal", None),
    ("12.0", "integer", "12"),
    ("12.5", "integer", None),
    ("3", "nonNegativeInteger", "3"),
    ("Ja", "boolean", "true"),
    ("0", "boolean", "false"),
    ("vielleicht", "boolean", None),
    ("31.12.2025", "date", "2025-12-31"),
    ("1. 5. 2025", "date", "2025-05-01"),
    ("31.2.2025", "date", None),
    ("2025-03-01T10:00:00", "date", "2025-03-01"),
    ("März", "date", None),
    ("2025", "gYear", "2025"),
    ("2025-03-01", "gYear", "2025"),
    ("2025-03-01", "dateTime", "2025-03-01T00:00:00"),
    ("bald", "dateTime", None),
    ("x", "string", "x"),
    ("x", "duration", None),
]


@pytest.mark.parametrize(("value", "kind", "expected"), CASES)
def test_as_type(value: str, kind: str, expected: str | None) -> None:
    found = as_type(value, kind)
    assert (found and found.value, found and found.datatype.value) == (expected, expected and XSD + kind)
    assert len(CASES) == 26
