"""Fit the weights of pairs (patterns/de/pairs.tsv) to annotated articles.

    python training/fit.py FOLDER… [-o FILE]       needs: pip install -e '.[training]'
    python training/fit.py FOLDER… --check         prints how well, without writing

Each FOLDER holds articles as docs/evaluate.md lays down. `--check` fits ten times on nine tenths of the articles and
prints precision and recall on the tenth that was left out; so does a fit, which takes its thresholds from there.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from example import Row, all_rows
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
C = 0.2  # inverse strength of L2
RARE = 2  # what is seen less often is no feature
LEAST = 0.04  # weights nearer to 0 are left out of the file
FOLDS = 10
PRECISION = 0.45  # of what is added, on articles left out
DOUBT = 0.3  # of what is left, on articles left out
NEVER = 1.01
FEWEST = 5  # examples without which a pairing is not learnt
GRID = [round(0.3 + 0.05 * i, 2) for i in range(13)]
VETOES = [round(0.05 * i, 2) for i in range(1, 8)]
Guess = tuple[float, bool, bool]  # chance, right, read by a frame


def table(found: list[Row]) -> tuple[list[str], Any, Any]:
    """Feature names, the matrix of rows by features (0 or 1), and the labels."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(sorted(r.features), 1) for r in found])
    keep = np.flatnonzero(np.asarray((matrix > 0).sum(axis=0)).ravel() >= RARE)
    names = vectorizer.get_feature_names_out()
    return [str(names[i]) for i in keep], matrix[:, keep], np.array([r.label for r in found])


def model(matrix: Any, labels: Any) -> Any:
    return LogisticRegression(C=C, max_iter=1000, fit_intercept=False).fit(matrix, labels)


def left_out(found: list[Row], matrix: Any, labels: Any) -> list[Guess]:
    """The chance of each statement as seen by models that have not seen its article, whether it is right, and was read."""
    articles = sorted({r.article for r in found})
    fold = np.array([articles.index(r.article) % FOLDS for r in found])
    chances = np.zeros(len(found))
    for k in range(FOLDS):
        seen, new = fold != k, fold == k
        if new.any() and labels[seen].any():
            chances[new] = model(matrix[seen], labels[seen]).predict_proba(matrix[new])[:, 1]
    best: dict[tuple[object, ...], Guess] = defaultdict(lambda: (0.0, False, False))
    for row, chance, label in zip(found, chances, labels, strict=True):
        key = (row.article, *row.key)
        before = best[key]
        best[key] = max(before[0], float(chance)), before[1] or bool(label), before[2] or row.read
    return list(best.values())


def threshold(unread: list[Guess]) -> float:
    """The lowest chance from which on PRECISION of what nobody has read is right, else one that nothing reaches."""
    for t in GRID:
        reached = [right for chance, right, _ in unread if chance >= t]
        if len(reached) >= FEWEST and sum(reached) >= PRECISION * len(reached):
            return t
    return NEVER


def veto(read: list[Guess]) -> float:
    """The highest chance below which no more than DOUBT of what frames have read is right."""
    best = 0.0
    for t in VETOES:
        below = [right for chance, right, _ in read if chance < t]
        if len(below) >= FEWEST and sum(below) <= DOUBT * len(below):
            best = t
    return best


def main(folders: list[Path], output: Path, check: bool) -> None:
    found = [row for folder in folders for row in all_rows(folder)]
    lines, totals = [], Counter[str]()
    print(f"{'pairing':12} facts | read: n right | veto: n right | added: n right | limits")
    for pairing in sorted({r.pairing for r in found}):
        own = [r for r in found if r.pairing == pairing]
        names, matrix, labels = table(own)
        if labels.sum() < FEWEST:
            continue
        guesses = left_out(own, matrix, labels)
        read, unread = [g for g in guesses if g[2]], [g for g in guesses if not g[2]]
        t, v = threshold(unread), veto(read)
        counts = {
            "facts": sum(g[1] for g in guesses), "read": len(read), "read right": sum(g[1] for g in read),
            "veto": sum(g[0] < v for g in read), "veto right": sum(g[1] for g in read if g[0] < v),
            "added": sum(g[0] >= t for g in unread), "added right": sum(g[1] for g in unread if g[0] >= t),
        }  # fmt: skip
        totals.update(counts)
        show(pairing, counts, f"{t:.2f} {v:.2f}")
        weights = model(matrix, labels).coef_[0]
        lines += [f"{pairing}\tthreshold\t{t:.2f}", f"{pairing}\tveto\t{v:.2f}"]
        lines += [f"{pairing}\t{n}\t{w:.2f}" for n, w in zip(names, weights, strict=True) if abs(w) >= LEAST]
    show("all", totals, "")
    if not check:
        output.write_text("\n".join(sorted(lines)) + "\n", "utf-8")


def show(name: str, c: Mapping[str, int], limits: str) -> None:
    print(
        f"{name:12} {c['facts']:5} | {c['read']:8} {c['read right']:5} | {c['veto']:7} {c['veto right']:5} "
        f"| {c['added']:8} {c['added right']:5} | {limits}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "patterns" / "de" / "pairs.tsv")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    main(given.folders, given.output, given.check)
