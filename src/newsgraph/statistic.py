"""How often each predicate stands in a store's union: what the plan of a query depends on (newsgraph.plan).

Counted when a store has been written, and kept in a file of its generation. A guess is enough for a plan: they are counted
anew once the data has grown or shrunk by a tenth. Without the file, as in stores made before, nothing is planned by
counts.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pyoxigraph as ox

from newsgraph.files import write_bytes

FILE = "predicates.json"
COUNT = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"
CHANGE = 0.1


@dataclass(frozen=True, slots=True)
class Statistic:
    """The triples of each predicate (its IRI), and the bytes that all the data took when they were counted."""

    size: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)


def refresh(store: ox.Store, generation: Path, before: Path | None) -> None:
    """Write the statistic of a new generation: that of the generation before, where it still holds."""
    size, old = _size(generation), kept(before)
    if not old.counts or abs(size - old.size) > CHANGE * old.size:
        old = Statistic(size, counted(store))
    write_bytes(generation / FILE, json.dumps(asdict(old), indent=0).encode())


def counted(store: ox.Store) -> dict[str, int]:
    """The number of triples of each predicate (its IRI) in the union, sorted by IRI; a third of a second a million."""
    return {row["p"].value: int(row["n"].value) for row in store.query(COUNT)}  # type: ignore[union-attr]


def kept(generation: Path | None) -> Statistic:
    """The statistic of a generation; an empty one where it has none."""
    if generation is None or not (generation / FILE).is_file():
        return Statistic()
    return Statistic(**json.loads((generation / FILE).read_text("utf-8")))


def _size(generation: Path) -> int:
    return sum(file.stat().st_size for file in generation.iterdir())
