"""Values with some fields changed are those that `dataclasses.replace` makes."""

import dataclasses

import pytest

from newsgraph.article import Article
from newsgraph.claim import Claim
from newsgraph.filler import Filler
from newsgraph.mention import Mention
from newsgraph.replacement import replace

CASES: list[tuple[object, dict[str, object]]] = [
    (Filler("Company", 1, 2, "Alpha"), {"verbal": True}),
    (Mention(3, 4, "Beta", "Person"), {"name": "Gamma", "kind": ""}),
    (Claim("ngi:a", 0, 9, modality="planned"), {"negated": True, "relayed_by": ("ngi:b",)}),
    (Article("t", "Alpha wächst.", "de"), {"title": "Alpha"}),
]


@pytest.mark.parametrize(("value", "changes"), CASES, ids=[type(v).__name__ for v, _ in CASES])
def test_fields_are_changed(value: object, changes: dict[str, object]) -> None:
    expected = dataclasses.replace(value, **changes)  # type: ignore[type-var]
    before = repr(value)
    changed = replace(value, **changes)  # type: ignore[type-var]
    assert (changed, type(changed), repr(value)) == (expected, type(value), before)
    assert replace(value) == value  # type: ignore[type-var]


def test_a_field_that_is_not_there_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        replace(Filler("Company", 1, 2), colour="red")  # type: ignore[call-arg]
