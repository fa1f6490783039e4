"""By which names a text calls a known thing whose main name it never uses: «VW» without «Volkswagen»."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from newsgraph.claim import Thing
from newsgraph.language import load
from newsgraph.names import Names


def called(thing: Thing, text: str, names: Names, code: str = "de") -> Thing:
    """The thing with those of its other names that the text has, sorted, unless the text has its label; of a town its other
    spellings («Schanghai»)."""
    known = thing.id.removesuffix("-company")  # an app's firm goes by the app's names
    others = names.others.get(known, ()) if thing.kind != "Place" else _spellings(code).get(thing.label, ())
    if not others or (thing.label in text and re.search(rf"(?<![\w-]){re.escape(thing.label)}", text)):
        return thing  # «EU-Batterieverordnung» is not «Batterieverordnung»
    found = {name for name in others if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w\w)", text)}
    return replace(thing, also=tuple(sorted({*thing.also, *found}))) if found else thing


@cache
def _spellings(code: str) -> Mapping[str, tuple[str, ...]]:
    """The other names of the towns in a language's list."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for name, place in load(code).places.items():
        if place.kind == "city" and name != place.name:
            found[place.name] += (name,)
    return dict(found)
