"""By which names a text calls a known thing whose main name it never uses: «VW» without «Volkswagen»."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from newsgraph.claim import Thing
from newsgraph.language import load
from newsgraph.names import Names
from newsgraph.replacement import replace


def called(thing: Thing, text: str, names: Names, code: str = "de") -> Thing:
    """The thing with those of its other names that the text has, sorted, unless the text has its label; of a town its other
    spellings («Schanghai»)."""
    known = thing.id.removesuffix("-company")  # an app's firm goes by the app's names
    others = names.others.get(known, ()) if thing.kind != "Place" else _spellings(code).get(thing.label, ())
    if not others:
        return thing
    if _begins(thing.label, text):  # not of «EU-Verpackungsverordnung»
        found = {name for name in others if _beside(name, thing.label, text)}
    else:
        found = {name for name in others if _stands(name, text)}
    return replace(thing, also=tuple(sorted({*thing.also, *found}))) if found else thing


def _begins(label: str, text: str) -> bool:
    """Whether a text has a label that goes on with no word before it."""
    at = text.find(label)
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] in "_-"):
        at = text.find(label, at + 1)
    return at >= 0


def _stands(name: str, text: str, behind: str = r"(?!\w\w)") -> bool:
    """Whether a text has a name, the first of its words also in the genitive («des Gesetzes über …»)."""
    first, _, rest = name.partition(" ")
    if first not in text or rest not in text:
        return False
    spelt = rf"{re.escape(first)}(?:e?s)? {re.escape(rest)}" if rest else re.escape(first)
    return re.search(rf"(?<!\w){spelt}{behind}", text) is not None


def _beside(name: str, label: str, text: str) -> bool:
    """Whether the label stands in brackets behind the other name: «Zentralamt für Prüfwesen (ZfP)»."""
    bracketed = f"({label})" in text and name not in label
    return bracketed and _stands(name, text, rf"\w{{0,2}} \({re.escape(label)}\)")


@cache
def _spellings(code: str) -> Mapping[str, tuple[str, ...]]:
    """The other names of the towns in a language's list."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for name, place in load(code).places.items():
        if place.kind == "city" and name != place.name:
            found[place.name] += (name,)
    return dict(found)
