"""The word lists of a language pack as values that answer questions: what a noun names, who speaks, how surely."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

Table = Mapping[str, Any]
PLURAL = ("innen", "en", "er", "es", "e", "n", "s")


CACHE = 18_000  # words: German news has fewer that come back
FEW = 4_500  # words that are asked about seldom


@dataclass(frozen=True, eq=False)  # one value a language: kept in caches as itself
class Nouns:
    """languages/*/types.toml: classes by head noun and by compound ending, titles of persons, nouns that refer back."""

    heads: Mapping[str, str]
    endings: Mapping[str, str]
    titles: frozenset[str]
    title_endings: tuple[str, ...]
    offices: frozenset[str]
    office_endings: tuple[str, ...]
    references: Mapping[str, tuple[str, ...]]
    categories: Mapping[str, str]
    purposes: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    legal_forms: frozenset[str]

    @lru_cache(CACHE)  # noqa: B019  one value a language, which lives as long as the process
    def class_of(self, noun: str) -> str:
        """The class that a noun gives to the name beside it, or ""; compounds by their end.

        «Halbleiterkonzern» → Company, «Video-App» → App, «Auflagen» → Regulation, «Wetter» → "".
        """
        for form in forms(noun):
            if form in self.heads:
                return self.heads[form]
        low = noun.lower()
        for length in range(min(len(low) - 2, 20), 2, -1):
            for form in _forms(low[-length:]):
                if form in self.endings:
                    return self.endings[form]
        return ""

    @lru_cache(FEW)  # noqa: B019
    def is_title(self, noun: str) -> bool:
        """Whether a noun is an office or a title that stands before a person's name."""
        low, (front, _, tail) = noun.lower(), noun.partition("-")
        of_land = len(front) == 2 and front.isupper() and self.class_of(tail) in ("", "Person")  # «US-Milliardär»
        told = any(f in self.titles for f in forms(noun)) or (of_land and any(f in self.titles for f in forms(tail)))
        return told or (low.endswith(self.title_endings) and len(low) > 5)

    @lru_cache(CACHE)  # noqa: B019
    def is_office(self, noun: str) -> bool:
        """Whether a noun is an office that a person holds in an organization."""
        low = noun.lower()
        return any(f in self.offices for f in forms(noun)) or (low.endswith(self.office_endings) and len(low) > 5)

    @lru_cache(CACHE)  # noqa: B019
    def refers_to(self, noun: str) -> tuple[str, ...]:
        """The classes that «der …», «dieses …» can stand for."""
        found = next((self.references[f] for f in forms(noun) if f in self.references), ())
        tail = noun.rpartition("-")[2]
        if not found and tail != noun and any(f in self.references for f in forms(tail)):
            return self.refers_to(tail)  # «KI-Investitionen»
        return found or ((kind,) if (kind := self.class_of(noun)) else ())

    def category(self, noun: str) -> str:
        """The concept (its local name) that a category word means, or ""; compounds with a hyphen by what they end in.

        «Zahlio-App» → app, «KI-Sprachmodell» → language-model, «KI-Spitzenmodell» → ai-model.
        """
        found = next((self.categories[f] for f in forms(noun) if f in self.categories), "")
        first, hyphen, rest = noun.partition("-")
        if found or not hyphen:
            return found
        shorter = (f"{first}-{rest[n:]}" for n in range(1, len(rest) - 3) if rest[n - 1] != "-" and rest[n] != "-")
        known = next((self.categories[f] for s in shorter for f in forms(s) if f in self.categories), "")
        return known or self.category(rest)

    def purpose(self, noun: str, before: str = "") -> str:
        """The concept of what money is spent on, or ""; `before` is the word in front of the noun."""
        for form in forms(noun):
            for concept, needed in self.purposes.get(form, ()):
                if not needed or before in needed:
                    return concept
        return ""


@lru_cache(CACHE)
def forms(noun: str) -> tuple[str, ...]:
    """A noun in lower case, then without the endings of case and number."""
    return _forms(noun.lower())


def _forms(low: str) -> tuple[str, ...]:
    if not low.endswith(PLURAL):
        return (low,)
    return (low, *[low.removesuffix(e) for e in PLURAL if low.endswith(e) and len(low) > len(e) + 2])


def nouns(types: Table, purposes: Table) -> Nouns:
    """Read types.toml. Where a noun stands under several classes, the first table that is no Person wins."""
    heads: dict[str, str] = {}
    endings: dict[str, str] = {}
    titles: set[str] = set()
    offices: set[str] = set()
    title_endings: set[str] = set()
    office_endings: set[str] = set()
    for table in types["type"]:
        words = {w.lower() for w in table["nouns"]}
        if table["class"] == "Person":
            titles |= words
            title_endings |= set(table.get("suffixes", ()))
            if table["kind"] == "role":
                offices |= words
                office_endings |= set(table.get("suffixes", ()))
            continue
        for word in words:
            heads.setdefault(word, table["class"])
        for ending in table.get("suffixes", ()):
            endings.setdefault(ending, table["class"])
    references: dict[str, tuple[str, ...]] = {}
    for table in types["reference"]:
        for entry in table["nouns"]:
            word = entry["noun"].lower()
            references[word] = (*references.get(word, ()), table["class"])
    return Nouns(
        heads,
        endings,
        frozenset(titles),
        tuple(sorted(title_endings)),
        frozenset(offices),
        tuple(sorted(office_endings)),
        references,
        {w.lower(): c["concept"] for c in types["category"] for w in c["words"]},
        {w.lower(): _purposes(purposes, w) for c in purposes["purpose"] for w in c["words"]},
        frozenset(f for table in types["legal_form"] for f in table["forms"]),
    )


def _purposes(table: Table, word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((c["concept"], frozenset(c.get("with", ()))) for c in table["purpose"] if word in c["words"])


@dataclass(frozen=True, eq=False)
class Speech:
    """languages/*/speech.toml: verbs of saying by lemma with their kind, nouns for sources by kind."""

    verbs: Mapping[str, str]
    weak: frozenset[str]
    sources: Mapping[str, str]
    source_endings: Mapping[str, str]

    @lru_cache(FEW)  # noqa: B019
    def source(self, noun: str) -> str:
        """unnamed, spokesperson, expert, document or media; "" for a noun that is no source."""
        for form in forms(noun):
            if form in self.sources:
                return self.sources[form]
        low = noun.lower()
        return next(
            (kind for end, kind in self.source_endings.items() if low.endswith(end) and len(low) > len(end)), ""
        )


def speech(table: Table) -> Speech:
    """Read speech.toml."""
    verbs: dict[str, str] = {}
    for verb in table["verb"]:
        verbs.setdefault(verb["lemma"].lower(), verb["kind"])
    return Speech(
        verbs,
        frozenset(v["lemma"].lower() for v in table["verb"] if v.get("weak")),
        {n.lower(): s["kind"] for s in reversed(table["source"]) for n in s["nouns"]},
        {e: s["kind"] for s in table["source"] for e in s.get("suffixes", ())},
    )


@dataclass(frozen=True)
class Modality:
    """languages/*/modality.toml: verbs and phrases by the certainty that they give."""

    verbs: Mapping[str, str]
    weak: frozenset[str]
    cues: Mapping[str, tuple[str, ...]]
    harmless: frozenset[str]


def modality(table: Table) -> Modality:
    """Read modality.toml. A verb under two kinds keeps the more careful one."""
    order = ("denied", "cancelled", "possible", "unclear", "delayed", "planned", "done")
    verbs: dict[str, str] = {}
    for verb in table["verb"]:
        lemma = verb["lemma"].lower()
        verbs[lemma] = min(verbs.get(lemma, "done"), verb["kind"], key=order.index)
    cues: dict[str, tuple[str, ...]] = {}
    for cue in table["cue"]:
        if not cue.get("weak"):
            phrase = cue["phrase"].lower()
            cues[phrase] = (*cues.get(phrase, ()), cue["kind"])
    return Modality(
        verbs,
        frozenset(v["lemma"].lower() for v in table["verb"] if v.get("weak")),
        cues,
        frozenset(n["phrase"].lower() for n in table["not_negating"]),
    )
