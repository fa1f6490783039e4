"""Values that are made by the thousand for every article: tokens, names, phrases, cues, fillers."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Class]) -> type[Class]:
    """A slotted dataclass with `==` and a hash that nobody may change: mypy says so where someone tries.

    `dataclass(frozen=True)` would say so while running too, but then sets each field through `object.__setattr__`: three times
    the time to make one (1.2 µs instead of 0.4 for five fields), a twentieth of all that reading costs. What leaves the
    reader (Claim, Thing, Reading) is a frozen dataclass in full.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
