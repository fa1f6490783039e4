"""Labelled pairs out of annotated articles: each pair of participants of a sentence, with its features, and whether the gold
has it there."""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgraph import gold, names, pattern
from newsgraph import language as languages
from newsgraph.article import Article
from newsgraph.frame import events
from newsgraph.likeness import akin, closeness
from newsgraph.mention import mentions
from newsgraph.pairing.candidate import BY_NAME, PAIRINGS, Pairing, pairs, side
from newsgraph.pairing.feature import of_one, of_two, scene
from newsgraph.pairing.paired import stated
from newsgraph.pairing.participant import Participant, participants
from newsgraph.parse import parse
from newsgraph.reference import Focus
from newsgraph.router import routed
from newsgraph.sentence import sentences
from newsgraph.settle import settle

GOLD = {
    "acquisition": "acquisition", "competes": "competitor_of", "fined": "fine", "invests": "investment", "located": "located_in",
    "office": "executive_of", "order": "restricts", "parent": "subsidiary_of", "provides": "develops", "raises": "funding_round",
    "rivals": "competitor_of", "rule": "restricts", "stake": "investment", "supplies": "supplier_of", "users": "user_count",
}  # fmt: skip
TOLERANCE = 0.005
OTHERS = ("alias", "beneficiary_of_investment", "valuation_excluded")  # said in snippets, not learnt
PARTS = 10  # snippets that are left out together


@dataclass(frozen=True)
class Row:
    """A pair of an article: `key` is the same for the same statement."""

    article: str
    pairing: str
    key: tuple[str, str, str]
    label: bool
    features: frozenset[str]
    read: bool  # by a frame


@dataclass(frozen=True)
class Fact:
    """A gold fact with the stretch of text that its quote covers."""

    relation: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    sums: tuple[float, ...]
    start: int
    end: int
    optional: bool


def facts(folder: Path, name: str, text: str) -> Iterator[Fact]:
    for line in (folder / f"{name}{gold.ENDING}").read_text("utf-8").splitlines():
        d = json.loads(line) if line.strip() else {}
        if d.get("kind") == "fact" and d.get("quote"):
            quote = unicodedata.normalize("NFC", d["quote"])
            start = text.find(quote)
            ends = [
                tuple(n for n in (d.get(k), *d.get(f"{k}_ok", ()), *d.get(f"co_{k}s", ())) if n)
                for k in ("subject", "object")
            ]
            if d["relation"] in gold.INVERSE:
                ends.reverse()
            sums = [d.get("amount"), d.get("amount_min"), *(x[0] for x in d.get("alt_amounts", ()))]
            relation = gold.INVERSE.get(d["relation"], d["relation"])
            yield Fact(
                relation, *ends, tuple(float(x) for x in sums if x), start, start + len(quote), d.get("optional", False)
            )


def of_article(folder: Path, name: str) -> Iterator[Row]:
    """The labelled pairs of an annotated article."""
    annotated = gold.read(folder, name)
    known = list(facts(folder, name, annotated.article.text))
    return rows(name, annotated.article, known, frozenset(e.name for e in annotated.entities))


def of_snippets(file: Path) -> Iterator[Row]:
    """The labelled pairs of a file of snippets: some sentences, then a line «= relation: subject -> object» a fact; the
    object is a plain number where the relation is of a sum or a count."""
    for i, block in enumerate(file.read_text("utf-8").strip().split("\n\n")):
        lines = block.split("\n")
        text = unicodedata.normalize("NFC", "\n".join(line for line in lines if line[0] != "="))
        known = [_snippet_fact(line, len(text)) for line in lines if line[0] == "="]
        names_ = frozenset(n for f in known for n in (*f.subjects, *f.objects))
        name = f"{file.stem}-{i // PARTS}"
        yield from rows(name, Article(name, text, file.parent.name), known, names_)


def _snippet_fact(line: str, length: int) -> Fact:
    relation, _, rest = line.removeprefix("=").partition(":")
    a, _, b = (part.strip() for part in rest.partition("->"))
    relation, number = relation.strip(), re.fullmatch(r"[0-9.]+", b)
    if relation not in GOLD.values() and relation not in (*gold.INVERSE, *OTHERS):
        raise ValueError(f"unknown relation in {line!r}")
    if relation in gold.INVERSE:
        relation, a, b = gold.INVERSE[relation], b, a
    return Fact(relation, (a,), () if number else (b,), (float(b),) if number else (), 0, length, False)


def rows(name: str, article: Article, known: Sequence[Fact], entities: frozenset[str]) -> Iterator[Row]:
    """The labelled pairs of a text; a pair that the gold has elsewhere, or holds optional, is left out."""
    language, patterns = languages.load(article.language), pattern.load(article.language)
    focus, text, currency = Focus(language), list(sentences(article, language)), None
    for sentence, found in zip(text, mentions(text, language, names.load()), strict=True):
        p = parse(sentence, found, language, currency)
        currency = next((q.currency for q in reversed(p.quantities) if q.currency), currency)
        seen = scene(p, patterns.frames, participants(p, focus), focus, language)
        done = [e for clause in p.clauses for e in events(p, clause, patterns.frames, focus, language)]
        done = settle(done, p)
        done += routed(p, patterns.sums, done, focus, language)
        read = {key for e in done for key, _, _ in stated(e)}
        read |= {(n, b, a) for n, a, b in read if BY_NAME[n].both}
        for a, b in pairs(seen.found):
            fitting = [q for q in PAIRINGS if q.fits(a, b)]
            features = frozenset((*of_one(seen, "a", a), *of_one(seen, "b", b), *of_two(seen, a, b)))
            for pairing in fitting:
                label = _label(pairing, a, b, known, (sentence.start, sentence.end), entities)
                if label is not None:
                    yield Row(
                        name,
                        pairing.name,
                        _key(pairing, a, b, sentence.index),
                        label,
                        features,
                        (pairing.name, side(a), side(b)) in read,
                    )
        focus.read(p)


def _key(pairing: Pairing, a: Participant, b: Participant, sentence: int) -> tuple[str, str, str]:
    return pairing.name, side(a), side(b) if b.quantity is None else f"{sentence}{side(b)}"


def _label(
    pairing: Pairing,
    a: Participant,
    b: Participant,
    known: Sequence[Fact],
    span: tuple[int, int],
    entities: frozenset[str],
) -> bool | None:
    same = [f for f in known if f.relation == GOLD[pairing.name] and _same(f, pairing, a, b, entities)]
    here = [f for f in same if f.start < span[1] and span[0] < f.end and not f.optional]
    return True if here else None if same else False


def _same(fact: Fact, pairing: Pairing, a: Participant, b: Participant, entities: frozenset[str]) -> bool:
    def fits(wanted: Sequence[str], name: str) -> bool:
        return any(closeness(w, name, entities) or (w not in entities and akin(w, name)) for w in wanted)

    if b.quantity is not None:
        size = float(b.quantity.size)
        return fits(fact.subjects, a.name) and any(abs(size - s) <= TOLERANCE * s for s in fact.sums)
    straight = fits(fact.subjects, a.name) and fits(fact.objects, b.name)
    return straight or (pairing.both and fits(fact.subjects, b.name) and fits(fact.objects, a.name))


def all_rows(place: Path) -> list[Row]:
    """Of a folder of annotated articles, or a file of snippets."""
    if place.is_file():
        return list(of_snippets(place))
    return [row for name in gold.names_in(place) for row in of_article(place, name)]
