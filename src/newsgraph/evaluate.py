"""How much of what annotated articles say is read, and how much of what is read is right (docs/evaluate.md)."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgraph import gold, rdf
from newsgraph.article import Article
from newsgraph.build import build
from newsgraph.errors import InputError
from newsgraph.gold import INVERSE, Annotated, Gold
from newsgraph.reading import read_article
from newsgraph.score import COUNTS, Scored, mood_right, score, source_right
from newsgraph.stated import Stated
from newsgraph.units import Unit

FORMATS = ("text", "json")
APART = "valuation_excluded"  # measures what must not become an investment, and is left out of OVERALL
ALL = "all"


@dataclass(frozen=True, slots=True)
class Rate:
    """Precision, recall and F1 of what was found."""

    gold: int
    predicted: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if self.right else 0

    def table(self) -> dict[str, float]:
        figures = {"gold": self.gold, "predicted": self.predicted, "right": self.right}
        return {**figures, "precision": self.precision, "recall": self.recall, "f1": self.f1}

    def row(self) -> str:
        figures = f"{self.precision:8.3f}{self.recall:8.3f}{self.f1:8.3f}"
        return f"{self.gold:7}{self.predicted:7}{self.right:7}{figures}"


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    n: int
    of: int

    def table(self) -> dict[str, float | None]:
        return {"n": self.n, "of": self.of, "share": self.n / self.of if self.of else None}

    def row(self) -> str:
        return f"{self.n:7} of{self.of:5}" + (f"{self.n / self.of:8.3f}" if self.of else "")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcome for all articles of a folder."""

    articles: tuple[Scored, ...]

    @property
    def problems(self) -> dict[str, str]:
        """The articles whose graph is missing or broken, and why."""
        return {a.name: a.problem for a in self.articles if a.problem}

    @property
    def relations(self) -> list[str]:
        """The relations of the gold that occur, on either side."""
        units = [u.relation for a in self.articles for u in a.wrong]
        facts = [f.relation for a in self.articles for f in (*a.missed, *(f for f, _ in a.hits))]
        return sorted({*units, *facts})

    def figures(self, relations: Collection[str]) -> dict[str, Rate | Share]:
        """The figures over these relations, summed over all articles."""
        hits = [(f, u) for a in self.articles for f, u in a.hits if f.relation in relations]
        missed = [f for a in self.articles for f in a.missed if f.relation in relations]
        wrong = [u for a in self.articles for u in a.wrong if u.relation in relations]
        gold, predicted = len(hits) + len(missed), len(hits) + len(wrong)
        sums = sum(f.amount is not None for f, _ in hits)
        named, unnamed = [h for h in hits if h[0].source], [h for h in hits if not h[0].source]
        return {
            "facts": Rate(gold, predicted, len(hits)),
            "amount facts": Rate(
                sums + sum(f.amount is not None for f in missed), sums + sum(bool(u.amounts) for u in wrong), sums
            ),
            "joint": Rate(gold, predicted, sum(source_right(*h) and mood_right(*h) for h in hits)),
            "source right where the gold names one": Share(sum(source_right(*h) for h in named), len(named)),
            "false source where the gold names none": Share(sum(not source_right(*h) for h in unnamed), len(unnamed)),
            "modality right": Share(sum(mood_right(*h) for h in hits), len(hits)),
        }

    def entities(self) -> dict[str, dict[str, Share]]:
        """Of each class: the entities found, and those of them that have a right class."""
        seen = [e for a in self.articles for e in a.entities]
        found = {}
        for kind in [*sorted({e[0] for e in seen}), ALL]:
            mine = [e for e in seen if kind in (e[0], ALL)]
            here = [e for e in mine if e[1]]
            right = sum(e[2] for e in here)
            found[kind] = {"found": Share(len(here), len(mine)), "class right": Share(right, len(here))}
        return found

    def counts(self) -> dict[str, int]:
        """The sums of COUNTS."""
        return {key: sum(a.counts[i] for a in self.articles) for i, key in enumerate(COUNTS)}

    def violated(self) -> list[str]:
        """The negatives that were fallen into, one a line."""
        return [f"{a.name} {n} ({n.why}) BY {u}" for a in self.articles for n, u in a.violated]


def evaluate(folder: Path, graphs: Path | None = None, tell: Callable[[str], None] = lambda _: None) -> Evaluation:
    """Compare every annotated article of a folder with what is read from it, or with the graph `graphs`/NAME.ttl.

    Raises InputError for a fault in the gold; a graph that is missing or broken counts as empty and is named.
    """
    if graphs is not None and not graphs.is_dir():
        raise InputError("is no folder", file=str(graphs), advice="expected one with NAME.ttl for each article")
    annotated = [gold.read(folder, name) for name in gold.names_in(folder)]
    return Evaluation(tuple(_scored(one, graphs, tell) for one in annotated))


def _scored(annotated: Annotated, graphs: Path | None, tell: Callable[[str], None]) -> Scored:
    article = annotated.article
    tell(article.name)
    if graphs is None:
        return score(annotated, _read(article))
    path = graphs / f"{article.name}.ttl"
    if not path.exists():
        return score(annotated, Stated(), "no file")
    try:
        graph = Stated(rdf.read(path))
    except InputError as e:
        return score(annotated, Stated(), str(e))
    return score(annotated, graph)


def _read(article: Article) -> Stated:
    return Stated(build(read_article(article), with_text=False))


# ------------------------------------------------------------------ as text and as JSON
def render(found: Evaluation, fmt: str, verbose: bool = False) -> str:
    """The figures as text or as JSON; `verbose` adds every hit, miss and wrong fact."""
    return _json(found, verbose) if fmt == "json" else "".join(f"{line}\n" for line in _lines(found, verbose))


def _blocks(found: Evaluation) -> dict[str, dict[str, Rate | Share]]:
    relations = found.relations
    return {"overall": found.figures(set(relations) - {APART}), f"with {APART}": found.figures(relations)}


def _json(found: Evaluation, verbose: bool) -> str:
    data: dict[str, object] = {
        "articles": len(found.articles),
        "problems": found.problems,
        "relations": {r: found.figures({r})["facts"].table() for r in found.relations},
        **{title: {key: f.table() for key, f in block.items()} for title, block in _blocks(found).items()},
        "entities": {kind: {k: s.table() for k, s in shares.items()} for kind, shares in found.entities().items()},
        "counts": found.counts(),
        "violated": found.violated(),
    }
    if verbose:
        data["details"] = {a.name: _details(a) for a in found.articles}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _lines(found: Evaluation, verbose: bool) -> Iterable[str]:
    yield f"{len(found.articles)} articles"
    yield from (f"{name}: {problem}; counted as empty" for name, problem in found.problems.items())
    yield f"{'relation':45}gold  pred.  right       P       R      F1"
    for relation in found.relations:
        title = ", ".join([relation, *(a for a, b in INVERSE.items() if b == relation)])
        yield f"{title:42}{found.figures({relation})['facts'].row()}"
    for title, block in _blocks(found).items():
        yield title.upper()
        yield from (f"  {key:40}{figure.row()}" for key, figure in block.items())
    for kind, shares in found.entities().items():
        yield from (f"{f'entities {kind}: {key}':42}{share.row()}" for key, share in shares.items())
    yield ", ".join(f"{key}: {n}" for key, n in found.counts().items())
    yield f"negatives violated: {len(found.violated())}"
    yield from (f"  {line}" for line in found.violated())
    if verbose:
        for article in found.articles:
            yield article.name
            yield from (f"  {kind}: {line}" for kind, lines in _details(article).items() for line in lines)


def _details(article: Scored) -> dict[str, Sequence[str]]:
    return {
        "hits": [f"{fact} BY {unit}{_flaws(fact, unit)}" for fact, unit in article.hits],
        "missed": [str(fact) for fact in article.missed],
        "wrong": [str(unit) for unit in article.wrong],
        "bad quotes": article.bad_quotes,
    }


def _flaws(fact: Gold, unit: Unit) -> str:
    return " !source" * (not source_right(fact, unit)) + " !modality" * (not mood_right(fact, unit))
