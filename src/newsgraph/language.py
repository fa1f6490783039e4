"""A language pack: what languages/<code>/*.toml say of how a language speaks, as one value.

A pack is data: a second language is a second folder. A key that nobody reads is an error (DataError).
"""

import tomllib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from typing import Any

from newsgraph.conjunction import Conjunctions
from newsgraph.data import folder
from newsgraph.determiner import Determiners
from newsgraph.errors import DataError, InputError
from newsgraph.function_word import function_words
from newsgraph.lexicon import Modality, Nouns, Speech, modality, nouns, speech
from newsgraph.particle import Particles
from newsgraph.plain_word import PlainWords
from newsgraph.preposition import Prepositions
from newsgraph.pronoun_word import Pronouns
from newsgraph.time_lexicon import TimeWords, time_words
from newsgraph.verb_word import Verbs
from newsgraph.word_ending import Endings
from newsgraph.word_gender import Genders
from newsgraph.word_stem import Stems
from newsgraph.written_word import Written

Table = Mapping[str, Any]


@dataclass(frozen=True)
class Place:
    """A country, region or city and the words made from its name."""

    name: str
    en: str
    kind: str
    iso: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    country: str
    ambiguous: bool = False  # an ordinary word too
    small: bool = False  # read only where what stands around it speaks of a place


@dataclass(frozen=True, eq=False, slots=True)  # one value a code: compared, and kept in caches, as itself
class Language:
    """The pack of one language."""

    code: str
    grammar: Table
    own_words: frozenset[str]
    abbreviations: frozenset[str]
    konjunktiv: frozenset[str]
    konjunktiv2: frozenset[str]
    months: Mapping[str, int]
    after_ordinal: frozenset[str]
    between_count: frozenset[str]
    scales: Mapping[str, Decimal]
    numbers: Mapping[str, Decimal]
    article_numbers: frozenset[str]
    near_adjectives: Mapping[str, tuple[str, ...]]
    bounds: Mapping[str, tuple[str, ...]]
    bounds_after: Mapping[str, tuple[str, ...]]
    exact_after: tuple[str, ...]
    adjacent: frozenset[str]
    vague_numbers: frozenset[str]
    number_labels: frozenset[str]
    street_endings: tuple[str, ...]
    part_scales: Mapping[str, Decimal]
    percents: Mapping[str, str]
    roles: Mapping[str, Mapping[str, frozenset[str]]]
    conversions: tuple[str, ...]
    currency_words: Mapping[str, str]
    symbols: Mapping[str, str]
    shared_currencies: Mapping[str, tuple[str, ...]]
    per_unit: Mapping[str, Decimal]
    before_year: frozenset[str]
    places: Mapping[str, Place]
    nationalities: Mapping[str, Place]
    people: Mapping[str, Place]
    demonyms: Mapping[str, Place]
    nouns: Nouns
    speech: Speech
    modality: Modality
    given_names: frozenset[str]
    dates: Table
    times: TimeWords
    prep: Prepositions  # from here on function_words.toml: which words play which part
    det: Determiners
    pron: Pronouns
    conj: Conjunctions
    verb: Verbs
    adv: Particles
    word: PlainWords
    stem: Stems
    ending: Endings
    gender: Genders
    written: Written

    def is_major(self, name: str) -> bool:
        """Whether a place has the name that is meant by it almost anywhere, no small town."""
        place = self.places.get(name)
        return place is not None and not place.small


def codes() -> list[str]:
    """The languages that have a pack."""
    return sorted(f.name for f in folder("languages").iterdir() if f.is_dir())


@cache
def load(code: str) -> Language:
    """The pack of a language (ISO 639-1). Raises InputError where there is none."""
    if code not in codes():
        raise InputError(f"there is no language pack for {code!r}", advice=f"there are: {' '.join(codes())}")
    texts = {f.name.removesuffix(".toml"): f.read_text("utf-8") for f in _files(code)}
    read = {name: _toml(f"{name}.toml", text) for name, text in texts.items()}
    by_part = function_words(read["function_words"], "function_words.toml", texts["function_words"])
    grammar, numbers, money, places = read["grammar"], read["numbers"], read["currencies"], read["places"]["place"]
    found = [_place(p) for p in places]
    found += _towns(read.get("towns", {}), {p.name for p in found})
    return Language(
        code=code,
        grammar=grammar,
        own_words=frozenset(grammar["own_words"]),
        abbreviations=frozenset(grammar["abbreviations"]),
        konjunktiv=frozenset(grammar["mood"]["konjunktiv"]),
        konjunktiv2=frozenset(grammar["mood"]["konjunktiv2"]),
        months=_months(read["dates"]),
        after_ordinal=frozenset(grammar["after_ordinal"]),
        between_count=frozenset(grammar["between_count"]),
        scales={w: Decimal(s["value"]) for s in numbers["scale"] for w in s["words"]},
        numbers={n["word"].lower(): Decimal(str(n["value"])) for n in numbers["number"]},
        article_numbers=frozenset(n["word"].lower() for n in numbers["number"] if n.get("article")),
        near_adjectives={k: tuple(v) for k, v in grammar["near_adjectives"].items()},
        bounds=_bounds(numbers["bound"], by_part.prep.bound_to_verb),
        bounds_after={b["phrase"].lower(): _bound_kinds(b) for b in numbers["bound"] if b["position"] == "post"},
        exact_after=tuple(w for e in numbers["exact"] for w in e["nouns"]),
        adjacent=frozenset(b["phrase"].lower() for b in numbers["bound"] if b.get("adjacent")),
        vague_numbers=frozenset(v["phrase"].lower() for v in numbers["vague"]),
        number_labels=frozenset(w.lower() for e in numbers["label"] for w in e["words"]),
        street_endings=tuple(w for e in numbers["label"] for w in e["endings"]),
        part_scales=_part_scales(numbers),
        percents={w: p["unit"] for p in numbers["percent"] for w in p["words"]},
        roles=_roles(numbers["role"]),
        conversions=tuple(sorted({c["phrase"].lower() for c in numbers["conversion"]})),
        currency_words={w: c["code"] for c in money["currency"] for w in c.get("words", ())},
        symbols={w: c["code"] for c in money["currency"] for w in c.get("symbols", ())},
        shared_currencies={s["word"]: tuple(s["codes"]) for s in money["shared"]},
        per_unit={
            w: Decimal(c["per_unit"])
            for c in money["currency"]
            if c.get("minor")
            for w in (*c["words"], *c.get("symbols", ()))
        },
        before_year=_before_year(read["dates"], by_part.prep),
        places=_by(found, lambda p: (p.name,))
        | {n: q for p, q in zip(places, found, strict=False) for n in p.get("also", ())},
        nationalities=_by(found, lambda p: tuple(a for a in p.adjectives if a[0].islower())),
        people=_by(found, lambda p: p.people),
        demonyms=_by(found, partial(_demonyms, ending=by_part.written.demonym)),
        nouns=nouns(read["types"], read["purposes"]),
        speech=speech(read["speech"]),
        modality=modality(read["modality"]),
        given_names=frozenset(read.get("given_names", {}).get("names", ())),
        dates=read["dates"],
        times=time_words(read["dates"], by_part.ending.adjective),
        prep=by_part.prep,
        det=by_part.det,
        pron=by_part.pron,
        conj=by_part.conj,
        verb=by_part.verb,
        adv=by_part.adv,
        word=by_part.word,
        stem=by_part.stem,
        ending=by_part.ending,
        gender=by_part.gender,
        written=by_part.written,
    )


def _files(code: str) -> Iterable[Any]:
    return (f for f in folder("languages").joinpath(code).iterdir() if f.name.endswith(".toml"))


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise DataError(f"is no TOML: {e}", file=name) from e


def _place(p: Table) -> Place:
    return Place(
        p["name"],
        p["en"],
        p["kind"],
        p.get("iso", ""),
        tuple(p.get("adjectives", ())),
        tuple(p.get("people", ())),
        p.get("in", ""),
        p.get("ambiguous", False),
    )


def _towns(table: Table, listed: Container[str]) -> list[Place]:
    """The towns of towns.toml that are not in places.toml under the same name."""
    words = frozenset(table.get("ambiguous", ()))
    return [
        Place(name, name, "city", "", (), (), row["country"], name in words, small=True)
        for row in table.get("country", ())
        for name in row["towns"]
        if name not in listed
    ]


def _demonyms(place: Place, ending: str) -> tuple[str, ...]:
    """«Münchner», «Grazer»: the listed adjectives with a capital, else the name with -er."""
    listed = tuple(a for a in place.adjectives if a[0].isupper())
    if place.small and place.ambiguous:
        return ()  # «Schwerter», «Leerer»
    if place.kind not in ("city", "state", "region"):
        return listed
    return listed or (place.name.removesuffix("e") + ending,)


def _bounds(table: Iterable[Table], prepositions: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Bound phrases before a number. A preposition in front of one («auf mehr als») belongs to the phrase around it."""
    found = {b["phrase"].lower(): _bound_kinds(b) for b in table if b["position"] == "pre"}
    return {
        p: k for p, k in found.items() if p.partition(" ")[2] not in found or p.partition(" ")[0] not in prepositions
    }


def _bound_kinds(bound: Table) -> tuple[str, ...]:
    return (bound["kind"], *(("near",) if bound.get("near") else ()))


def _part_scales(numbers: Table) -> dict[str, Decimal]:
    """«Viertelmillion», «Dreiviertelmilliarde»: a fraction grown together with a scale word."""
    parts = {n["word"].lower(): Decimal(str(n["value"])) for n in numbers["number"] if n.get("fraction")}
    scales = [(w.lower(), Decimal(s["value"])) for s in numbers["scale"] for w in s["words"] if s["value"] >= 1_000_000]
    return {part + scale: n * value for part, n in parts.items() if " " not in part for scale, value in scales}


def _roles(table: Iterable[Table]) -> dict[str, dict[str, frozenset[str]]]:
    """role → position (before, after, per, head …) → phrases."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for row in table:
        places = found.setdefault(row["role"], {})
        places[row["position"]] = places.get(row["position"], frozenset()) | {p.lower() for p in row["phrases"]}
    return found


def _before_year(dates: Table, prep: Prepositions) -> frozenset[str]:
    """The words that stand before a year and never before a count («im Jahr 2000», «Ende 2000»)."""
    words = {
        p["pattern"].partition(" YEAR")[0].split()[-1].lower()
        for p in dates["pattern"]
        if f"{p['pattern']} ".find(" YEAR ") >= 0
    }
    months = frozenset(w.lower() for m in dates["month"] for w in m["words"])
    slots = {w for w in words if w.upper() == w}
    return months | prep.since_year | (words - slots - prep.not_before_year)


def _by(places: Iterable[Place], words: Any) -> dict[str, Place]:
    """Places by a word; countries win over cities of the same name."""
    found: dict[str, Place] = {}
    for place in places:
        for word in words(place):
            if word not in found or place.kind == "country":
                found[word] = place
    return found


def _months(dates: Table) -> dict[str, int]:
    return {w: m["value"] for m in dates["month"] for w in m["words"]}
