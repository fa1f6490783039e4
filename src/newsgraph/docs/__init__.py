"""The reference of the ontology as static HTML: two pages that mirror each other, a diagram, one style sheet.

Written from the Turtle files alone, with examples from the kept graph; nothing is fetched, and no script runs.
"""

from collections.abc import Iterable
from importlib.resources import files

import pyoxigraph as ox

from newsgraph.docs.facts import Facts, facts
from newsgraph.docs.page import FILES, page
from newsgraph.docs.reference import Reference, reference
from newsgraph.docs.svg import svg
from newsgraph.rdf import read_data

LANGUAGES = tuple(FILES)


def pages(kept: Iterable[ox.Triple] = (), extra: Iterable[ox.Triple] = ()) -> dict[str, bytes]:
    """File names and contents of the reference; `kept` gives the examples, `extra` adds to the ontology."""
    about = our_reference(kept, extra)
    found = {FILES[language]: page(about, language) for language in LANGUAGES}
    found |= {f"diagram{'.de' * (language == 'de')}.svg": _drawing(about, language) for language in LANGUAGES}
    found["style.css"] = files("newsgraph.docs").joinpath("style.css").read_text("utf-8")
    return {name: text.encode() for name, text in sorted(found.items())}


def our_reference(kept: Iterable[ox.Triple] = (), extra: Iterable[ox.Triple] = ()) -> Reference:
    """What the pages are about: ontology, code lists, mappings, shapes and examples."""
    ontology = [*read_data("ontology", "newsgraph.ttl", "concepts.ttl", "alignment.ttl"), *extra]
    return reference(facts(ontology), _shape_files(), (tuple(kept), tuple(read_data("ontology", "example.ttl"))))


def _shape_files() -> dict[str, Facts]:
    from newsgraph.data import folder

    names = sorted(f.name for f in folder("shapes").iterdir() if f.name.endswith(".ttl"))
    return {name.removesuffix(".ttl"): facts(read_data("shapes", name)) for name in names}


def _drawing(about: Reference, language: str) -> str:
    return svg(about, language, FILES[language]) + "\n"
