"""Fit the weights of pairs (patterns/de/pairs.tsv) to annotated articles.

    python training/fit.py FOLDER… [-o FILE]       needs: pip install -e '.[training]'
    python training/fit.py FOLDER… --check         prints how well, without writing

Each FOLDER holds articles as docs/evaluate.md lays down. `--check` fits ten times on nine tenths of the articles and
prints precision and recall on the tenth that was left out; so does a fit, which takes its thresholds from there.
"""

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from example import Row, all_rows
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
C = 0.7  # inverse strength of L2
RARE = 2  # what is seen less often is no feature
LEAST = 0.04  # weights nearer to 0 are left out of the file
FOLDS = 10
PRECISION = 0.66  # what a threshold must reach on articles left out
FEWEST = 5  # examples without which a pairing is not learnt
GRID = [round(0.3 + 0.05 * i, 2) for i in range(13)]


def table(found: list[Row]) -> tuple[list[str], Any, Any]:
    """Feature names, the matrix of rows by features (0 or 1), and the labels."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(r.features), 1) for r in found])
    keep = np.flatnonzero(np.asarray((matrix > 0).sum(axis=0)).ravel() >= RARE)
    names = vectorizer.get_feature_names_out()
    return [str(names[i]) for i in keep], matrix[:, keep], np.array([r.label for r in found])


def model(matrix: Any, labels: Any) -> Any:
    return LogisticRegression(C=C, max_iter=1000, fit_intercept=False).fit(matrix, labels)


def left_out(found: list[Row], matrix: Any, labels: Any) -> dict[tuple[object, ...], tuple[float, bool]]:
    """The chance of each statement as seen by models that have not seen its article, and whether it is right."""
    articles = sorted({r.article for r in found})
    fold = np.array([articles.index(r.article) % FOLDS for r in found])
    chances = np.zeros(len(found))
    for k in range(FOLDS):
        seen, new = fold != k, fold == k
        if new.any() and labels[seen].any():
            chances[new] = model(matrix[seen], labels[seen]).predict_proba(matrix[new])[:, 1]
    best: dict[tuple[object, ...], tuple[float, bool]] = defaultdict(lambda: (0.0, False))
    for row, chance, label in zip(found, chances, labels, strict=True):
        key = (row.article, *row.key)
        best[key] = max(best[key][0], float(chance)), best[key][1] or bool(label)
    return best


def quality(best: dict[tuple[object, ...], tuple[float, bool]], threshold: float) -> tuple[int, int, int]:
    """Right ones, all that reach the threshold, all that there are."""
    reached = [right for chance, right in best.values() if chance >= threshold]
    return sum(reached), len(reached), sum(right for _, right in best.values())


def threshold(best: dict[tuple[object, ...], tuple[float, bool]]) -> float:
    """The lowest that reaches PRECISION on what was left out, else the highest."""
    for t in GRID:
        right, reached, _ = quality(best, t)
        if reached and right >= PRECISION * reached:
            return t
    return GRID[-1]


def main(folders: list[Path], output: Path, check: bool) -> None:
    found = [row for folder in folders for row in all_rows(folder)]
    lines, totals = [], [0, 0, 0]
    for pairing in sorted({r.pairing for r in found}):
        own = [r for r in found if r.pairing == pairing]
        names, matrix, labels = table(own)
        if labels.sum() < FEWEST:
            continue
        best = left_out(own, matrix, labels)
        t = threshold(best)
        right, reached, wanted = quality(best, t)
        totals = [a + b for a, b in zip(totals, (right, reached, wanted), strict=True)]
        print(
            f"{pairing:12} {wanted:5} threshold {t:.2f}  P {right / max(reached, 1):.2f}  R {right / max(wanted, 1):.2f}"
        )
        weights = model(matrix, labels).coef_[0]
        lines.append(f"{pairing}\tthreshold\t{t:.2f}")
        lines += [f"{pairing}\t{n}\t{w:.2f}" for n, w in zip(names, weights, strict=True) if abs(w) >= LEAST]
    right, reached, wanted = totals
    print(f"{'all':12} {wanted:5}                 P {right / max(reached, 1):.2f}  R {right / max(wanted, 1):.2f}")
    if not check:
        output.write_text("\n".join(sorted(lines)) + "\n", "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "patterns" / "de" / "pairs.tsv")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    main(given.folders, given.output, given.check)
