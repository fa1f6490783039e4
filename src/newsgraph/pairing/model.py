"""The weights of features, by pairing: a logistic regression each, fitted to annotated articles (training/README.md).

patterns/<code>/pairs.tsv holds a row a weight: pairing, feature, weight; and a row a threshold, its feature «threshold».
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.data import folder
from newsgraph.errors import DataError

FILE = "pairs.tsv"
THRESHOLD = "threshold"
Weights = tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Model:
    """`names` of the pairings that it knows; `weights` of each feature, by the position of the pairing; `thresholds` likewise."""

    names: tuple[str, ...]
    weights: Mapping[str, Weights]
    thresholds: tuple[float, ...]

    def total(self, features: Iterable[str]) -> list[float]:
        """The sums of the weights of these features, by pairing."""
        sums = [0.0] * len(self.names)
        for feature in features:
            for i, weight in self.weights.get(feature, ()):
                sums[i] += weight
        return sums

    def likely(self, sums: Iterable[float]) -> Iterator[tuple[str, float]]:
        """The pairings whose probability reaches their threshold, with it."""
        for name, threshold, total in zip(self.names, self.thresholds, sums, strict=True):
            if (chance := 1 / (1 + math.exp(-max(min(total, 50.0), -50.0)))) >= threshold:
                yield name, chance


@cache
def load(code: str) -> Model | None:
    """The model of a language; None where it has none. Raises DataError."""
    file = folder("patterns").joinpath(code, FILE)
    if not file.is_file():
        return None
    thresholds, weights = dict[str, float](), dict[str, dict[str, float]]()
    for number, row in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            name, feature, value = row.split("\t")
            if feature == THRESHOLD:
                thresholds[name] = float(value)
            else:
                weights.setdefault(feature, {})[name] = float(value)
        except ValueError as e:
            raise DataError("expected pairing, feature and weight, parted by tabs", file=FILE, line=number) from e
    names = tuple(sorted(thresholds))
    at = {name: i for i, name in enumerate(names)}
    table = {f: tuple((at[n], w) for n, w in sorted(by.items()) if n in at) for f, by in weights.items()}
    return Model(names, table, tuple(thresholds[n] for n in names))
