"""The files of reviews, graph/reviews/*.toml: what people decided about one article each (docs/review.md).

Read with the line of every entry, and written sorted, so that the same decisions are the same bytes.
"""

import datetime as dt
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from newsgraph.data import folder
from newsgraph.errors import DataError
from newsgraph.namespace import OWL, PREFIXES, RDFS, TYPE, expand, shorten
from newsgraph.rdf import read_data
from newsgraph.term import nearest

STATUS = {"confirm": "confirmed", "reject": "rejected", "dispute": "disputed"}  # decision -> concept
MODALITIES = ("asserted", "planned", "possible", "unclear")
ADDRESS = ("quote", "subject", "predicate", "object", "describes", "modality", "negated", "assertedBy")
SIGNED = ("decision", "by", "date", "reason")
# kind of entry -> its keys, in the order in which they are written; the first of MUST are needed
KEYS = {
    "node": ("name", "class", "label", "also", "facts"),
    "review": (*ADDRESS, *SIGNED),
    "add": (
        *ADDRESS, "occurrence", "relayedBy", "deniedBy", "timeExpression", "validFrom", "validUntil", *SIGNED,
    ),
    "merge": ("one", "other", "by", "date", "reason"),
}  # fmt: skip
MUST = {
    "node": ("name", "class"),
    "review": ("quote", "decision", "by"),
    "add": ("quote", "by"),
    "merge": ("one", "other", "by", "reason"),
}
TEXTS = {
    "name", "class", "label", "quote", "subject", "predicate", "describes", "modality", "assertedBy", "deniedBy",
    "timeExpression", "decision", "by", "reason", "one", "other",
}  # fmt: skip
LISTS = {"also", "relayedBy"}
DATES = {"date", "validFrom", "validUntil"}
PROPERTIES = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file: its kind (a key of KEYS), its line, its keys and values."""

    kind: str
    line: int
    data: Table


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """All entries about one article, which is meant by its name or by the digest of its text."""

    file: str
    article: str
    digest: str
    entries: tuple[Entry, ...]
    comment: str = ""

    def of(self, kind: str) -> list[Entry]:
        """The entries of one kind."""
        return [e for e in self.entries if e.kind == kind]


def kept() -> Traversable:
    """The reviews of ./graph where there is a kept graph, else those that newsgraph ships."""
    here = Path("graph")
    return here / "reviews" if here.is_dir() else folder("graph").joinpath("reviews")


def load(place: Traversable) -> list[ReviewFile]:
    """The review files of a folder, sorted; none where there is no such folder. Raises DataError."""
    if not place.is_dir():
        return []
    files = sorted((f for f in place.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return [parse(f.read_bytes(), str(f) if isinstance(f, Path) else f"graph/reviews/{f.name}") for f in files]


def parse(content: bytes, file: str) -> ReviewFile:
    """The entries of a file. Raises DataError with the line of what is unknown, missing or of the wrong kind."""
    try:
        text = content.decode("utf-8-sig")
        data = tomllib.loads(text, parse_float=Decimal)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        raise DataError(f"is no TOML: {e}", file=file) from e
    if strange := sorted(set(data) - {"article", "digest", *KEYS}):
        advice = f"known: article digest {' '.join(f'[[{k}]]' for k in KEYS)}"
        raise DataError(f"unknown key {strange[0]!r}", file=file, advice=advice)
    for key in ("article", "digest"):
        if key in data and not _is_text(data[key]):
            raise DataError(f"{key} must be a text", file=file)
    if not data.get("article") and not data.get("digest"):
        raise DataError("needs the name or the digest of its article", file=file, advice='write: article = "NAME"')
    comment = "".join(f"{row}\n" for row in _comment(text))
    return ReviewFile(file, data.get("article", ""), data.get("digest", ""), tuple(_entries(data, text, file)), comment)


def _comment(text: str) -> Iterator[str]:
    """The lines of comment that open a file."""
    for row in text.split("\n"):
        if not row.startswith("#"):
            return
        yield row.rstrip()


def _entries(data: Table, text: str, file: str) -> Iterator[Entry]:
    for kind in KEYS:
        tables = data.get(kind, [])
        if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
            raise DataError(f"{kind} must be tables", file=file, advice=f"write each as [[{kind}]]")
        lines = [i for i, row in enumerate(text.split("\n"), 1) if re.match(rf"\s*\[\[\s*{kind}\s*\]\]", row)]
        for i, table in enumerate(tables):
            entry = Entry(kind, lines[i] if i < len(lines) else 1, table)
            _check(entry, file)
            yield entry


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _check(entry: Entry, file: str) -> None:
    """Raise DataError for a key that nobody reads, one that is missing, or a value of another kind."""

    def fault(message: str, advice: str = "") -> DataError:
        return DataError(message, file=file, line=entry.line, advice=advice)

    data, kind = entry.data, entry.kind
    if strange := sorted(set(data) - set(KEYS[kind])):
        raise fault(f"unknown key {strange[0]!r} in [[{kind}]]", f"known: {' '.join(KEYS[kind])}")
    if missing := [key for key in MUST[kind] if key not in data]:
        raise fault(f"[[{kind}]] needs {missing[0]!r}")
    for key, value in data.items():
        if key in TEXTS and not _is_text(value):
            raise fault(f"{key} must be a text")
        if key in LISTS and not (isinstance(value, list) and all(_is_text(v) for v in value)):
            raise fault(f"{key} must be a list of texts")
        if key in DATES and (not isinstance(value, dt.date) or isinstance(value, dt.datetime)):
            raise fault(f"{key} must be a date such as 2025-01-24, without quotation marks")
    if kind in ("review", "add"):
        _check_claim(data, fault)
    for name in data.get("facts", {}) if isinstance(data.get("facts", {}), dict) else ():
        _known_property(name if ":" in name else f"ng:{name}", fault)


def _check_claim(data: Table, fault: Any) -> None:
    if data.get("decision", "confirm") not in STATUS:
        raise fault(f"decision is {data['decision']!r}, expected one of {' '.join(STATUS)}")
    if data.get("decision", "confirm") != "confirm" and not data.get("reason"):
        raise fault(f"{data['decision']} needs a reason")
    if data.get("modality", "asserted") not in MODALITIES:
        raise fault(f"modality is {data['modality']!r}, expected one of {' '.join(MODALITIES)}")
    if not isinstance(data.get("negated", False), bool):
        raise fault("negated must be true or false")
    occurrence = data.get("occurrence", 1)
    if not isinstance(occurrence, int) or isinstance(occurrence, bool) or occurrence < 1:
        raise fault("occurrence must be a number from 1 on")
    whole = {"subject", "predicate", "object"} & set(data)
    if ("describes" in data) == bool(whole) or ("describes" not in data and len(whole) < 3):
        raise fault("either subject, predicate and object are needed, or describes")
    if "predicate" in data:
        _known_property(data["predicate"], fault)


def _known_property(name: str, fault: Any) -> None:
    if name not in properties():
        known = [expand(p).value for p in properties() if is_curie(p)]
        near = nearest(expand(name).value, known) if name.startswith("ng:") else ""
        raise fault(f"{name} is no property of the ontology", f"perhaps {shorten(near)}" if near else "")


@cache
def properties() -> Mapping[str, tuple[str, str]]:
    """The ontology's properties (CURIEs): kind (one of PROPERTIES) and range."""
    triples = read_data("ontology", "newsgraph.ttl")
    ranges = {t.subject: t.object for t in triples if t.predicate.value == RDFS + "range"}
    labels = {f"rdfs:{p}": ("AnnotationProperty", "") for p in ("label", "comment")}
    return labels | {
        shorten(t.subject.value): (kind, shorten(getattr(ranges.get(t.subject), "value", "")))
        for t in triples
        for kind in PROPERTIES
        if t.predicate == TYPE and getattr(t.object, "value", "") == OWL + kind and hasattr(t.subject, "value")
    }


# ------------------------------------------------------------------ writing
def dump(found: ReviewFile) -> bytes:
    """The file as TOML: entries by kind, then by their content; only the comment that opens the file is kept."""
    head = [f"{key} = {_value(v)}" for key, v in (("article", found.article), ("digest", found.digest)) if v]
    blocks = [_block(e) for kind in KEYS for e in sorted(found.of(kind), key=_order)]
    return (found.comment + "\n".join(["\n".join(head) + "\n", *blocks])).encode()


def _order(entry: Entry) -> list[str]:
    return [_value(entry.data[key]) if key in entry.data else "" for key in KEYS[entry.kind]]


def _block(entry: Entry) -> str:
    rows = [f"{key} = {_value(entry.data[key])}\n" for key in KEYS[entry.kind] if key in entry.data]
    return f"[[{entry.kind}]]\n{''.join(rows)}"


def _value(value: object) -> str:
    """A value as TOML 1.0 writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(v) for v in value)}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{_key(k)} = {_value(v)}' for k, v in sorted(value.items()))} }}"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _value(key)


def is_curie(name: str) -> bool:
    """Whether a text is a CURIE with one of our prefixes («ngi:china-place»), not a name that holds a colon."""
    prefix, colon, rest = name.partition(":")
    return bool(colon) and prefix in PREFIXES and re.fullmatch(r"[A-Za-z0-9_.-]+", rest) is not None


def put_in(file: ReviewFile, kind: str, data: Table) -> ReviewFile:
    """The file with one more entry, in place of what the same person said before of the same thing."""
    about = [key for key in KEYS[kind] if key not in ("decision", "date", "reason")]

    def same(entry: Entry) -> bool:
        return entry.kind == kind and all(entry.data.get(key) == data.get(key) for key in about)

    rest = tuple(e for e in file.entries if not same(e))
    return ReviewFile(file.file, file.article, file.digest, (*rest, Entry(kind, 1, data)), file.comment)
