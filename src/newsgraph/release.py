"""What changed since the last release, and whether the version was raised enough for it (ontology/README.md, Versions).

A release is kept as two tables under ontology/released: `0.1.0.tsv` lists the terms, `0.1.0.axioms.tsv` their domains,
ranges and disjointness, because a narrower domain breaks data as surely as a term that is gone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from newsgraph.axiom import Axioms, axioms_in, contains, disjoint, key, read_axioms, rows
from newsgraph.data import files_in, folder
from newsgraph.namespace import NG, NGC, OWL, SKOS, TYPE, shorten

LEVELS = ("none", "minor", "major")
TERM_HEAD = "term\tkind\tsince\tstatus"
KINDS = {
    OWL + "Class": "class",
    OWL + "ObjectProperty": "object property",
    OWL + "DatatypeProperty": "datatype property",
    OWL + "AnnotationProperty": "annotation property",
    SKOS + "Concept": "concept",
    SKOS + "ConceptScheme": "concept scheme",
}

Terms = Mapping[str, tuple[str, str, str]]  # {"ng:Claim": (kind, version it came with, status)}


@dataclass(frozen=True, slots=True)
class Release:
    """A version with its terms and axioms."""

    version: str
    terms: Terms
    axioms: Axioms = frozenset()


def read_terms(text: str, name: str = "terms.tsv") -> Terms:
    """The table of terms. Raises DataError."""
    return {term: (kind, since, status) for term, kind, since, status in rows(text, TERM_HEAD, name)}


def last() -> Release:
    """The newest release under ontology/released."""
    place = folder("ontology").joinpath("released")
    versions = [f.name.removesuffix(".axioms.tsv") for f in files_in(place, ".axioms.tsv")]
    version = max(versions, key=_numbers)
    terms, axioms = (place.joinpath(version + ending).read_text("utf-8") for ending in (".tsv", ".axioms.tsv"))
    return Release(version, read_terms(terms, f"{version}.tsv"), read_axioms(axioms, f"{version}.axioms.tsv"))


def current(graph: Iterable[ox.Triple]) -> Release:
    """The ontology as it stands: the listed terms, and the axioms of the graph."""
    triples = list(graph)
    terms = read_terms(folder("ontology").joinpath("terms.tsv").read_text("utf-8"))
    return Release(_version(triples), terms, axioms_in(triples))


def findings(graph: Iterable[ox.Triple]) -> list[str]:
    """What keeps the ontology from being released under its version: a term list out of step, a version too low."""
    triples = list(graph)
    now = current(triples)
    return out_of_step(now.terms, declared(triples)) + complaints(last(), now)


def declared(graph: Iterable[ox.Triple]) -> dict[str, tuple[str, str]]:
    """The terms that a graph declares in our namespaces: {"ng:Claim": (kind, status)}."""
    triples = list(graph)
    old = {t.subject for t in triples if t.predicate.value == OWL + "deprecated" and str(t.object).startswith('"true"')}
    ours = [t for t in triples if t.predicate == TYPE and _kind(t) and key(t.subject).startswith((NG, NGC))]
    return {
        shorten(key(t.subject)): (_kind(t), "deprecated" if t.subject in old else "current")
        for t in sorted(ours, key=str)
    }


def _kind(triple: ox.Triple) -> str:
    return KINDS.get(key(triple.object), "")


def out_of_step(listed: Terms, found: Mapping[str, tuple[str, str]]) -> list[str]:
    """Where terms.tsv and the ontology differ."""
    table = {term: (kind, status) for term, (kind, _, status) in listed.items()}
    differ = [term for term in sorted(table.keys() | found.keys()) if table.get(term) != found.get(term)]
    return [f"{t}: {_state(found.get(t))} in the ontology, {_state(table.get(t))} in terms.tsv" for t in differ]


def _state(entry: tuple[str, str] | None) -> str:
    return f"{entry[1]} {entry[0]}" if entry else "nothing"


def change(old: Release, new: Release) -> tuple[str, list[str]]:
    """The level that the step from old to new asks for, and the reasons.

    Breaking: a term that is gone or of another kind (a rename is a term gone and a term come), a narrower domain or
    range, a new disjointness. Minor: a term that came or was deprecated, a wider domain or range, a disjointness less.
    """
    breaking = [*_gone(old.terms, new.terms), *_narrower(old, new)]
    gentle = [*_come(old.terms, new.terms), *_wider(old, new)]
    return "major" if breaking else "minor" if gentle else "none", breaking + gentle


def _gone(old: Terms, new: Terms) -> list[str]:
    gone = [f"{term} is gone" for term in sorted(old.keys() - new.keys())]
    both = sorted(old.keys() & new.keys())
    return gone + [f"{t} was {old[t][0]}, is {new[t][0]}" for t in both if old[t][0] != new[t][0]]


def _come(old: Terms, new: Terms) -> list[str]:
    come = [f"{term} is new" for term in sorted(new.keys() - old.keys())]
    both = sorted(old.keys() & new.keys())
    return come + [f"{t} was {old[t][2]}, is {new[t][2]}" for t in both if old[t][2] != new[t][2]]


def _narrower(old: Release, new: Release) -> list[str]:
    moved = [m for m in _moved(old, new) if not contains(m[3], m[2], new.axioms)]
    pairs = sorted(disjoint(new.axioms) - disjoint(old.axioms))
    known = old.terms.keys() | {name for a, _, b in old.axioms for name in (a, b)}
    narrow = [f"{t} has a narrower {r}: {_words(b)} after {_words(a)}" for t, r, a, b in moved]
    return narrow + [f"{a} and {b} have become disjoint" for a, b in pairs if {a, b} <= known]


def _wider(old: Release, new: Release) -> list[str]:
    moved = [m for m in _moved(old, new) if contains(m[3], m[2], new.axioms)]
    lost = sorted(disjoint(old.axioms) - disjoint(new.axioms))
    wide = [f"{t} has a wider {r}: {_words(b)} after {_words(a)}" for t, r, a, b in moved]
    return wide + [f"{a} and {b} are no longer disjoint" for a, b in lost if {a, b} & new.terms.keys()]


def _moved(old: Release, new: Release) -> Iterator[tuple[str, str, set[str], set[str]]]:
    """Terms in both releases whose domain or range differs, with the old and the new one."""
    for term in sorted(old.terms.keys() & new.terms.keys()):
        for relation in ("domain", "range"):
            before, after = ({v for t, r, v in release.axioms if (t, r) == (term, relation)} for release in (old, new))
            if before != after:
                yield term, relation, before, after


def _words(names: set[str]) -> str:
    return " and ".join(sorted(names)) or "none"


def step(old: str, new: str) -> str:
    """The level of a step between two versions: before 1.0.0 the second number counts as the major one.

    >>> step("1.2.0", "1.3.0"), step("0.1.0", "0.2.0"), step("0.1.0", "0.1.1")
    ('minor', 'major', 'minor')
    """
    before, after = _numbers(old), _numbers(new)
    if before[0] == after[0] == 0:
        before, after = before[1:], after[1:]
    if after[0] > before[0]:
        return "major"
    return "minor" if after[0] == before[0] and after[1:2] > before[1:2] else "none"


def complaints(old: Release, new: Release) -> list[str]:
    """The reasons for which the new version number is too low; empty when it is high enough."""
    asked, reasons = change(old, new)
    enough = LEVELS.index(step(old.version, new.version)) >= LEVELS.index(asked)
    return [] if enough else [f"{old.version} to {new.version} is no {asked} step, yet {reason}" for reason in reasons]


def _numbers(version: str) -> tuple[int, ...]:
    """The three numbers of a version; what is missing counts as 0."""
    return (*(int(part) for part in re.findall(r"[0-9]+", version)), 0, 0, 0)[:3]


def _version(triples: list[ox.Triple]) -> str:
    home = ox.NamedNode(NG.removesuffix("#"))
    return next(key(t.object) for t in triples if t.subject == home and t.predicate.value == OWL + "versionInfo")
