"""By which names a text calls a known thing whose main name it never uses: «VW» without «Volkswagen»."""

import re
from dataclasses import replace

from newsgraph.claim import Thing
from newsgraph.names import Names


def called(thing: Thing, text: str, names: Names) -> Thing:
    """The thing with those of its other names that the text has, sorted, unless the text has its label."""
    known = thing.id.removesuffix("-company")  # an app's firm goes by the app's names
    others = names.others.get(known, ()) if thing.kind != "Place" else ()
    if not others or (thing.label in text and re.search(rf"(?<![\w-]){re.escape(thing.label)}", text)):
        return thing  # «EU-Batterieverordnung» is not «Batterieverordnung»
    found = {name for name in others if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w\w)", text)}
    return replace(thing, also=tuple(sorted({*thing.also, *found}))) if found else thing
