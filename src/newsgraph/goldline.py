"""A line of gold: one JSON object, whose keys and values are all known (docs/evaluate.md).

A key that nobody reads, a value of another kind or a quote that the article does not have is an error with its line.
"""

import json
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from newsgraph.errors import InputError

CLASSES = ("Company", "App", "Chip", "Regulation", "Person", "Place", "MediaOutlet", "Investment")
RELATIONS = (
    "acquisition", "alias", "beneficiary_of_investment", "competitor_of", "customer_of", "develops", "executive_of",
    "fine", "funding_round", "investment", "located_in", "restricts", "subject_to_regulation", "subsidiary_of",
    "supplier_of", "user_count", "valuation_excluded",
)  # fmt: skip
MODALITIES = ("fact", "planned", "possible", "reported", "denied", "unclear")
CONDITIONS = (
    "duplicate", "object_matches", "amount_given", "currency_matches", "typed_as_ban", "period_active",
    "period_monthly",
)  # fmt: skip

Check = Callable[[object], bool]
Line = Mapping[str, Any]


def is_text(value: object) -> bool:
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
    return isinstance(value, list) and len(value) == 2 and _is_number(value[0]) and is_text(value[1])


# what a value must be: its check, in words
TEXT = (is_text, "a text")
TEXT_OR_NULL = (_or_null(is_text), "a text or null")
TEXTS = (_list_of(is_text), "a list of texts")
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


def parsed(text: str, file: str, line: int | None) -> Line:
    """The JSON object of a text. Raises InputError."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as e:
        raise InputError(f"is no JSON: {e}", file=file, line=line, advice="one object a line") from e
    if not isinstance(found, dict):
        raise InputError("an object was expected", file=file, line=line, advice='such as {"kind": "entity", …}')
    return found


def checked(row: str, file: str, number: int, text: str) -> Line:
    """A line that has what its kind asks for, and nothing else."""
    d = parsed(row, file, number)
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
