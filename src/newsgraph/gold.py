"""Gold: what people hold to be in an article, one JSON object a line of NAME.gold.jsonl (docs/evaluate.md).

A key that nobody reads, a value of another kind or a quote that the article does not have is an error with its line.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from newsgraph.article import Article, parse
from newsgraph.errors import InputError
from newsgraph.files import read_bytes

ENDING = ".gold.jsonl"
CLASSES = ("Company", "App", "Chip", "Regulation", "Person", "Place", "MediaOutlet", "Investment")
RELATIONS = (
    "acquisition", "alias", "beneficiary_of_investment", "competitor_of", "customer_of", "develops", "executive_of",
    "fine", "funding_round", "investment", "located_in", "restricts", "subject_to_regulation", "subsidiary_of",
    "supplier_of", "user_count", "valuation_excluded",
)  # fmt: skip
INVERSE = {"customer_of": "supplier_of", "subject_to_regulation": "restricts"}  # read backwards
TWIN = {"develops": "subsidiary_of", "subsidiary_of": "develops"}  # the maker of a product may also stand as its parent
MODALITIES = ("fact", "planned", "possible", "reported", "denied", "unclear")
CONDITIONS = (
    "duplicate", "object_matches", "amount_given", "currency_matches", "typed_as_ban", "period_active",
    "period_monthly",
)  # fmt: skip
META = ("url", "title", "published", "outlet", "licence")

Check = Callable[[object], bool]
Line = Mapping[str, Any]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _or_null(check: Check) -> Check:
    return lambda value: value is None or check(value)


def _list_of(check: Check) -> Check:
    return lambda value: isinstance(value, list) and all(check(v) for v in value)


def _one_of(*known: str) -> Check:
    return lambda value: value in known


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and _is_number(value[0]) and _is_text(value[1])


# what a value must be: its check, in words
TEXT = (_is_text, "a text")
TEXT_OR_NULL = (_or_null(_is_text), "a text or null")
TEXTS = (_list_of(_is_text), "a list of texts")
NUMBER = (_or_null(_is_number), "a number or null")
FLAG = (lambda value: isinstance(value, bool), "true or false")
RELATION = (_one_of(*RELATIONS), "one of " + " ".join(RELATIONS))
MODALITY = (_one_of(*MODALITIES), "one of " + " ".join(MODALITIES))
SOME = (_list_of(_one_of(*MODALITIES)), "a list of some of " + " ".join(MODALITIES))
PAIRS = (_list_of(_is_pair), 'a list of pairs such as [1000000, "EUR"]')

# the keys of each kind of line, those that it must have first
MUST: dict[str, dict[str, tuple[Check, str]]] = {
    "entity": {"class": (_one_of(*CLASSES), "one of " + " ".join(CLASSES)), "name": TEXT},
    "fact": {"relation": RELATION, "subject": TEXT, "modality": MODALITY},
    "negative": {"relation": RELATION},
}
COMMON = {"quote": TEXT, "quote2": TEXT, "note": TEXT}
CLAIMED = {"object": TEXT_OR_NULL, "amount": NUMBER, "currency": TEXT_OR_NULL}
MAY: dict[str, dict[str, tuple[Check, str]]] = {
    "entity": {**COMMON, "class_alt": (_list_of(_one_of(*CLASSES)), "a list of classes"), "derived_from_fact": FLAG},
    "fact": {
        **COMMON, **CLAIMED, "attributed_to": TEXT_OR_NULL, "attributed_ok": TEXTS, "denied_by": TEXT,
        "modality_ok": SOME, "amount_min": NUMBER, "amount_max": NUMBER, "alt_amounts": PAIRS, "qualifier": TEXT,
        "subject_ok": TEXTS, "object_ok": TEXTS, "co_subjects": TEXTS, "co_objects": TEXTS, "optional": FLAG,
        "lead": TEXT, "leads": TEXTS, "investors": TEXTS, "seller": TEXT, "role": TEXT, "time": TEXT_OR_NULL,
        "period": TEXT_OR_NULL, "region": TEXT_OR_NULL, "market": TEXT_OR_NULL, "coref": TEXT_OR_NULL,
    },
    "negative": {
        **COMMON, **CLAIMED, "subject": TEXT_OR_NULL, "why": TEXT, "unless_modality": SOME, "unless_note": TEXT,
        "only_if": (_one_of(*CONDITIONS), "one of " + " ".join(CONDITIONS)),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the article; `kinds` are the classes of the ontology that are right for it."""

    kind: str
    name: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Gold:
    """A fact to find, or (a negative) one that must not be found.

    `subjects` and `objects` are the names that are right, the first of them wanted; None asks for none. `sums` are the
    amount and what else counts as it. `entities` are the names of the article's entities, `named` those that its text
    spells out.
    """

    relation: str
    subjects: tuple[str | None, ...]
    objects: tuple[str | None, ...]
    amount: float | None
    sums: tuple[tuple[float, str | None], ...]
    sources: tuple[str | None, ...]
    moods: frozenset[str]
    modality: str
    time: str | None
    optional: bool
    investors: tuple[str, ...]
    leads: tuple[str, ...]
    excused: frozenset[str]
    only_if: str
    why: str
    words: str
    entities: frozenset[str]
    named: frozenset[str]

    @property
    def source(self) -> str | None:
        """The source that the text names; None where the article itself speaks."""
        return self.sources[0]

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its gold. `due` are the facts to find, `optional` those that are neither asked for nor wrong."""

    article: Article
    due: tuple[Gold, ...]
    optional: tuple[Gold, ...]
    negatives: tuple[Gold, ...]
    entities: tuple[Entity, ...]


def names_in(folder: Path) -> list[str]:
    """The names of the annotated articles of a folder. Raises InputError where there are none."""
    if not folder.is_dir():
        raise InputError("is no folder", file=str(folder), advice=f"expected one with NAME.txt and NAME{ENDING}")
    found = sorted(f.name.removesuffix(ENDING) for f in folder.iterdir() if f.name.endswith(ENDING))
    if not found:
        raise InputError("holds no gold", file=str(folder), advice=f"expected files NAME{ENDING} beside NAME.txt")
    return found


def read(folder: Path, name: str) -> Annotated:
    """The annotated article NAME: NAME.txt, NAME.gold.jsonl and, where it is there, NAME.json. Raises InputError."""
    article = _article(folder, name)
    file = folder / f"{name}{ENDING}"
    lines = [_line(row, str(file), i, article.text) for i, row in _rows(file)]
    things = [d for d in lines if d["kind"] == "entity" and not d.get("derived_from_fact")]
    entities = tuple(_entity(d) for d in things)
    facts = [_gold(d, entities, article.text) for d in lines if d["kind"] == "fact"]
    twins = [
        _twin(_gold(d, entities, article.text)) for d in lines if d["kind"] == "fact" and _turned(d["relation"]) in TWIN
    ]
    negatives = tuple(_gold(d, entities, article.text) for d in lines if d["kind"] == "negative")
    return Annotated(article, _due(facts), tuple([f for f in facts if f.optional] + twins), negatives, entities)


def _due(facts: list[Gold]) -> tuple[Gold, ...]:
    """The facts to find; what is stated in both directions is one, with the modalities of both."""
    found: dict[tuple[object, ...], Gold] = {}
    for fact in facts:
        if not fact.optional:
            key = fact.relation, fact.subjects[0], fact.objects[0], fact.amount, fact.time
            known = found.setdefault(key, fact)
            found[key] = replace(known, moods=known.moods | fact.moods)
    return tuple(found.values())


# ------------------------------------------------------------------ files
def _article(folder: Path, name: str) -> Article:
    path, meta = folder / f"{name}.txt", folder / f"{name}.json"
    known = _meta(meta) if meta.is_file() else {}
    article = parse(read_bytes(path), str(path), issued=_date(known.get("published"), meta))
    return replace(
        article,
        title=known.get("title") or article.title,
        publisher=known.get("outlet") or article.publisher,
        url=known.get("url") or article.url,
    )


def _meta(path: Path) -> Line:
    data = _object(_text(path), str(path), None)
    for key, value in data.items():
        if key not in META:
            raise InputError(f"unknown key {key!r}", file=str(path), advice=f"known: {' '.join(META)}")
        if value is not None and not _is_text(value):
            raise InputError(f"{key} must be a text or null", file=str(path))
    return data


def _date(value: str | None, path: Path) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError as e:
        raise InputError("published must be a date such as 2025-01-24, or null", file=str(path)) from e


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise InputError("is not UTF-8", file=str(path)) from e


def _rows(path: Path) -> list[tuple[int, str]]:
    """The lines that are not blank, with their numbers."""
    return [(i, row) for i, row in enumerate(_text(path).split("\n"), 1) if row.strip()]


def _object(text: str, file: str, line: int | None) -> Line:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as e:
        raise InputError(f"is no JSON: {e}", file=file, line=line, advice="one object a line") from e
    if not isinstance(found, dict):
        raise InputError("an object was expected", file=file, line=line, advice='such as {"kind": "entity", …}')
    return found


def _line(row: str, file: str, number: int, text: str) -> Line:
    """A line that has what its kind asks for, and nothing else."""
    d = _object(row, file, number)
    kind = d.get("kind")
    if kind not in MUST:
        raise InputError(f"kind is {kind!r}, expected one of {' '.join(MUST)}", file=file, line=number)
    known = {**MUST[kind], **MAY[kind]}
    for key in MUST[kind]:
        if key not in d:
            raise InputError(f"a line of kind {kind} needs {key!r}", file=file, line=number)
    for key, value in d.items():
        if key != "kind" and key not in known:
            advice = f"known: {' '.join(sorted(known))}"
            raise InputError(f"unknown key {key!r} in a line of kind {kind}", file=file, line=number, advice=advice)
        if key != "kind" and not known[key][0](value):
            raise InputError(f"{key} must be {known[key][1]}", file=file, line=number)
    for key in ("quote", "quote2"):
        if key in d and unicodedata.normalize("NFC", d[key]) not in text:
            raise InputError(f"the {key} is not in the article", file=file, line=number, advice="copy it from NAME.txt")
    return d


# ------------------------------------------------------------------ lines
def _entity(d: Line) -> Entity:
    kinds = [d["class"], *d.get("class_alt", ())]
    return Entity(d["class"], d["name"], frozenset("NewsOrganization" if k == "MediaOutlet" else k for k in kinds))


def _turned(relation: str) -> str:
    return INVERSE.get(relation, relation)


def _gold(d: Line, entities: tuple[Entity, ...], text: str) -> Gold:
    subjects, objects = _right(d, "subject"), _right(d, "object")
    if d["relation"] in INVERSE:
        subjects, objects = objects, subjects
    source, modality = d.get("attributed_to"), d.get("modality", "")
    hearsay = {"unclear"} if modality == "reported" and not source else set[str]()
    spelt = [e.name for e in entities if e.kind != "Place" and e.name.casefold() in text.casefold()]
    return Gold(
        relation=_turned(d["relation"]),
        subjects=subjects,
        objects=objects,
        amount=d.get("amount"),
        sums=((d["amount"], d.get("currency")), *map(tuple, d.get("alt_amounts", ()))) if _given(d, "amount") else (),
        sources=(source, *d.get("attributed_ok", ())),
        moods=frozenset({modality, *d.get("modality_ok", ()), *hearsay}),
        modality=modality,
        time=d.get("time"),
        optional=d.get("optional", False),
        investors=tuple(d.get("investors", ())),
        leads=tuple(d.get("leads", [d["lead"]] if "lead" in d else ())),
        excused=frozenset(d.get("unless_modality", ())),
        only_if=d.get("only_if", ""),
        why="; ".join(d[key] for key in ("why", "unless_note") if key in d),
        words=" ".join(str(d[k]) for k in ("relation", "subject", "object", "amount", "currency") if d.get(k)),
        entities=frozenset(e.name for e in entities),
        named=frozenset(spelt),
    )


def _given(d: Line, key: str) -> bool:
    return d.get(key) is not None


def _right(d: Line, key: str) -> tuple[str | None, ...]:
    """The names that are right for subject or object, the wanted one first."""
    return d.get(key), *d.get(f"{key}_ok", ()), *d.get(f"co_{key}s", ())


def _twin(fact: Gold) -> Gold:
    """The same fact under the other relation of TWIN, read backwards."""
    return replace(fact, relation=TWIN[fact.relation], subjects=fact.objects, objects=fact.subjects, optional=True)
