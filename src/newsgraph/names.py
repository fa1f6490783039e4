"""The known names: reference entities of graph/names/, found in tokens whatever their inflection.

A name of one word may carry a genitive ending; in a name of several words every word may be inflected
(«der Europäischen Kommission»).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from newsgraph.data import folder
from newsgraph.namespace import LABEL, NG, NGI, PROV, SKOS, TYPE
from newsgraph.rdf import read_data

CACHE = 18_000  # words: German news has fewer that come back
ENDING = re.compile(r"(?<=\w{4})(es|en|er|em|e|s|n)$")
JOINED = re.compile(r"([A-ZÄÖÜ][a-zäöüß]{2,})([A-ZÄÖÜ][a-zäöüß]{2,})")  # «AlphaTel»
GENITIVE = re.compile(r"(?<=\w\w)(es|s|['’])$")


def uninflected(word: str) -> list[str]:
    """What a word may be a genitive of: «Alphas» of «Alpha», «Landes» of «Land»."""
    if word[-1:] not in ("s", "'", "’"):
        return []
    return [word.removesuffix(end) for end in ("s", "es", "'", "’") if word.endswith(end) and len(word) > len(end) + 1]


@dataclass(frozen=True, slots=True)
class Known:
    """A reference entity: CURIE, class, label; `ambiguous` where its name is an ordinary word too."""

    id: str
    kind: str
    label: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # one value: kept in caches as itself
class Names:
    """Names by their first word: [(all words, entity)], the longest first."""

    exact: Mapping[str, Sequence[tuple[tuple[str, ...], Known]]]
    inflected: Mapping[str, Sequence[tuple[tuple[str, ...], Known]]]
    small: frozenset[str]  # the first words that are written small («dpa»)
    others: Mapping[str, tuple[str, ...]]  # by CURIE, the names beside the label

    def at(self, words: Sequence[str]) -> tuple[int, Known] | None:
        """The longest name that begins these words: (number of words, entity)."""
        if not may_begin(self, words[0]):
            return None
        best: tuple[int, Known] | None = None
        for found in (self._exact(words), self._inflected(words)):
            for hit in found:
                if best is None or hit[0] > best[0]:
                    best = hit
        return best if best is not None or not _is_shouted(words[0]) else self._shouted(words)

    def _shouted(self, words: Sequence[str]) -> tuple[int, Known] | None:
        """A name all in capitals, as heads of items have it: «ALPHAWERK», «die ALPHAWERK AG»."""
        hit = self.at([w.capitalize() if _is_shouted(w) else w for w in words])
        return hit if hit is not None and not hit[1].ambiguous else None

    def _exact(self, words: Sequence[str]) -> list[tuple[int, Known]]:
        found = []
        for first in dict.fromkeys((words[0], *uninflected(words[0]))):
            for name, known in self.exact.get(first, ()):
                rest = tuple(words[1 : len(name)]) if len(name) > 1 else ()
                if first != words[0] and rest and self._owns(words[0]):
                    continue
                if name[1:] == rest or (rest and name[1:-1] == rest[:-1] and name[-1] in uninflected(rest[-1])):
                    found.append((len(name), known))
        return found

    def _owns(self, word: str) -> bool:
        """Whether a word is the genitive of a name: «Alphas Beta» is not «Alpha Beta», it says whose Beta it is."""
        return any((bare,) == name for bare in uninflected(word) for name, _ in self.exact.get(bare, ()))

    def _inflected(self, words: Sequence[str]) -> list[tuple[int, Known]]:
        found: list[tuple[int, Known]] = []
        named = self.inflected.get(_stem(words[0]), ())
        if not named or (words[0][-1:] == "s" and self._owns(words[0])):
            return found
        stems = [words[0], *(_stem(w) for w in words[1 : len(named[0][0])])]  # the longest name comes first
        for name, known in named:
            size = len(name)
            if size <= len(stems) and name[1:] == tuple(stems[1:size]) and not _shorter(words[size - 1], known):
                found.append((size, known))
        return found


@lru_cache(CACHE)
def _stem(word: str) -> str:
    """A word without what may be its ending: the same few are asked about at every name, so remembered."""
    return ENDING.sub("", word)


def _shorter(word: str, known: Known) -> bool:
    """Whether the last word of a name lacks an ending that is part of it: «New York» is not «New Yorker»."""
    last = known.label.rpartition(" ")[2]
    return last.endswith("er") and last != word and last.removesuffix("er") == word


def _is_shouted(word: str) -> bool:
    return len(word) > 3 and word.isupper() and word.isalpha()


@lru_cache(CACHE)
def may_begin(names: Names, word: str) -> bool:
    """Whether a name can begin with this word: asked of every word, so remembered."""
    exact = any(form in names.exact for form in (word, *uninflected(word)))
    known = exact or ENDING.sub("", word) in names.inflected
    return known or (_is_shouted(word) and may_begin(names, word.capitalize()))


@cache
def load() -> Names:
    """The names of graph/names/*.ttl."""
    exact: dict[str, list[tuple[tuple[str, ...], Known]]] = defaultdict(list)
    inflected: dict[str, list[tuple[tuple[str, ...], Known]]] = defaultdict(list)
    entries = sorted(_entries(), key=lambda e: (-len(e[0].split()), e[0], e[1].id))
    taken = {name for name, _ in entries}
    for name, known in (*entries, *((n, k) for w, k in entries for n in _spellings(w, k) if n not in taken)):
        words = tuple(name.split())
        exact[words[0]].append((words, known))
        if len(words) > 1:
            stems = tuple(ENDING.sub("", w) for w in words)
            inflected[stems[0]].append((stems, known))
    others: dict[str, tuple[str, ...]] = {}
    for name, known in entries:
        if name != known.label:
            others[known.id] = (*others.get(known.id, ()), name)
    return Names(dict(exact), dict(inflected), frozenset(word for word in exact if word.islower()), others)


def _spellings(name: str, known: Known) -> Iterator[str]:
    """«AlphaTel» is also written «Alpha Tel», «Alpha-Tel» and «Alphatel»."""
    if not known.ambiguous and (parts := JOINED.fullmatch(name)) is not None:
        yield from (" ".join(parts.groups()), "-".join(parts.groups()), name.capitalize())


def _entries() -> Iterator[tuple[str, Known]]:
    """(name, entity) for every label of every reference entity."""
    if not folder("graph").joinpath("names").is_dir():
        return
    about: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for t in read_data("graph", "names"):
        about[getattr(t.subject, "value", "")][t.predicate.value].append(str(getattr(t.object, "value", t.object)))
    for iri, facts in about.items():
        kind = next((k.removeprefix(NG) for k in facts[TYPE.value] if k.startswith((NG, PROV))), "")
        label = next(iter(facts[LABEL.value]), "")
        notes = facts[SKOS + "editorialNote"]
        for name in (*facts[LABEL.value], *facts[SKOS + "altLabel"]):
            yield name, Known("ngi:" + iri.removeprefix(NGI), kind, label, _is_ambiguous(name, kind, notes))


def _is_ambiguous(name: str, kind: str, notes: Sequence[str]) -> bool:
    """Whether a name of the entity is an ordinary word too: where the note says so of it, or of all («ambiguous: X, Y»,
    «ambiguous»); several words of a company or a product are hardly anything else."""
    if " " in name and kind in ("Company", "App", "Chip", "Product"):
        return False
    told = [note.partition(":")[2] for note in notes if note.startswith("ambiguous")]
    return any(not names or name in [n.strip() for n in names.split(",")] for names in told)
