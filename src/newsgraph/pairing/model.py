"""The weights of features, by pairing: a logistic regression each, fitted to annotated articles (training/README.md).

patterns/<code>/pairs.tsv holds a row a weight: pairing, feature, weight; and its limits as the features «threshold» and «veto».
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.data import folder
from newsgraph.errors import DataError

FILE = "pairs.tsv"
THRESHOLD, VETO = (
    "threshold",
    "veto",
)  # the chance that a pair nobody has read must reach; below which one that was read is left
Weights = tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Model:
    """`names` of the pairings that it knows; `weights` of each feature, by the position of the pairing; `limits` by THRESHOLD
    or VETO and name."""

    names: tuple[str, ...]
    weights: Mapping[str, Weights]
    limits: Mapping[tuple[str, str], float]

    def total(self, features: Iterable[str]) -> list[float]:
        """The sums of the weights of these features, by pairing."""
        sums = [0.0] * len(self.names)
        for feature in features:
            for i, weight in self.weights.get(feature, ()):
                sums[i] += weight
        return sums

    def chances(self, sums: Iterable[float]) -> Iterator[tuple[str, float]]:
        """The probability of each pairing."""
        for name, total in zip(self.names, sums, strict=True):
            yield name, 1 / (1 + math.exp(-max(min(total, 50.0), -50.0)))

    def threshold(self, name: str) -> float:
        return self.limits[THRESHOLD, name]

    def veto(self, name: str) -> float:
        return self.limits.get((VETO, name), 0.0)


@cache
def load(code: str) -> Model | None:
    """The model of a language; None where it has none. Raises DataError."""
    file = folder("patterns").joinpath(code, FILE)
    if not file.is_file():
        return None
    limits, weights = dict[tuple[str, str], float](), dict[str, dict[str, float]]()
    for number, row in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            name, feature, value = row.split("\t")
            if feature in (THRESHOLD, VETO):
                limits[feature, name] = float(value)
            else:
                weights.setdefault(feature, {})[name] = float(value)
        except ValueError as e:
            raise DataError("expected pairing, feature and weight, parted by tabs", file=FILE, line=number) from e
    names = tuple(sorted(name for limit, name in limits if limit == THRESHOLD))
    at = {name: i for i, name in enumerate(names)}
    table = {f: tuple((at[n], w) for n, w in sorted(by.items()) if n in at) for f, by in weights.items()}
    return Model(names, table, limits)
