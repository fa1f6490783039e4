"""Gold: what people hold to be in an article, one JSON object a line of NAME.gold.jsonl (docs/evaluate.md).

A fact of both directions is one, and one of the maker of a product may also be read as that of its parent.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from newsgraph.article import Article, parse
from newsgraph.errors import InputError
from newsgraph.files import read_bytes
from newsgraph.goldline import Line, checked, is_text, parsed

ENDING = ".gold.jsonl"
INVERSE = {"customer_of": "supplier_of", "subject_to_regulation": "restricts"}  # read backwards
TWIN = {"develops": "subsidiary_of", "subsidiary_of": "develops"}  # the maker of a product may also stand as its parent
META = ("url", "title", "published", "outlet", "licence")


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
    lines = [checked(row, str(file), i, article.text) for i, row in _rows(file)]
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
    data = parsed(_text(path), str(path), None)
    for key, value in data.items():
        if key not in META:
            raise InputError(f"unknown key {key!r}", file=str(path), advice=f"known: {' '.join(META)}")
        if value is not None and not is_text(value):
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
