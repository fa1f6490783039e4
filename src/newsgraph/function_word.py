"""The words that carry a language's structure, by the part they play: languages/*/function_words.toml, strictly read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from newsgraph.conjunction import Conjunctions
from newsgraph.determiner import Determiners
from newsgraph.errors import DataError
from newsgraph.particle import Particles
from newsgraph.plain_word import PlainWords
from newsgraph.preposition import Prepositions
from newsgraph.pronoun_word import Pronouns
from newsgraph.verb_word import Verbs
from newsgraph.word_ending import Endings
from newsgraph.word_gender import Genders
from newsgraph.word_stem import Stems
from newsgraph.written_word import Written

Table = Mapping[str, Any]
Words = TypeVar("Words")
GENDERS = ("m", "f", "n", "mn")
CLASSES = ("prep", "det", "pron", "conj", "verb", "adv", "word", "stem", "ending", "gender", "written")


@dataclass(frozen=True, slots=True)
class FunctionWords:
    """One value a table of the file."""

    prep: Prepositions
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


def function_words(tables: Table, file: str, text: str) -> FunctionWords:
    """Read a file. Raises DataError for a table or key that is unknown, missing, or no list of words."""
    _same_names(tables, CLASSES, file, text, "")

    def sets(kind: type[Words], table: str) -> dict[str, frozenset[str]]:
        return {key: frozenset(words) for key, words in _lists(kind, tables[table], table, file, text).items()}

    return FunctionWords(
        prep=Prepositions(**sets(Prepositions, "prep")),
        det=Determiners(**sets(Determiners, "det")),
        pron=Pronouns(**sets(Pronouns, "pron")),
        conj=Conjunctions(**sets(Conjunctions, "conj")),
        verb=Verbs(**sets(Verbs, "verb")),
        adv=Particles(**sets(Particles, "adv")),
        word=PlainWords(**sets(PlainWords, "word")),
        stem=Stems(**_lists(Stems, tables["stem"], "stem", file, text)),
        ending=Endings(**_lists(Endings, tables["ending"], "ending", file, text)),
        gender=Genders(**_genders(tables["gender"], file, text)),
        written=Written(**_words(tables["written"], file, text)),
    )


def _lists(kind: type[Words], table: Table, name: str, file: str, text: str) -> dict[str, tuple[str, ...]]:
    """The lists of a table by the fields of its class: `in` is `in_`, for Python has that word itself."""
    wanted = {f.name.removesuffix("_"): f.name for f in fields(kind)}  # type: ignore[arg-type]
    _same_names(table, wanted, file, text, name)
    for key, words in table.items():
        if not (isinstance(words, list) and words and all(isinstance(w, str) for w in words)):
            raise DataError(f"{key} must be a list of words", file=file, line=_line(text, name, key))
    return {field: tuple(table[key]) for key, field in wanted.items()}


def _genders(table: Table, file: str, text: str) -> dict[str, Mapping[str, str]]:
    _same_names(table, [f.name for f in fields(Genders)], file, text, "gender")
    for key, genders in table.items():
        if not (isinstance(genders, dict) and genders and all(g in GENDERS for g in genders.values())):
            advice = f"known: {' '.join(GENDERS)}"
            raise DataError(
                f"{key} must give words a gender", file=file, line=_line(text, "gender", key), advice=advice
            )
    return dict(table)


def _words(table: Table, file: str, text: str) -> dict[str, str]:
    _same_names(table, [f.name for f in fields(Written)], file, text, "written")
    for key, word in table.items():
        if not (isinstance(word, str) and word):
            raise DataError(f"{key} must be a word", file=file, line=_line(text, "written", key))
    return dict(table)


def _same_names(table: Table, wanted: Collection[str], file: str, text: str, name: str) -> None:
    """That a table has the wanted keys and no other one."""
    what = f"key of [{name}]" if name else "table"
    if strange := sorted(set(table) - set(wanted)):
        line = _line(text, name or strange[0], strange[0] if name else "")
        raise DataError(
            f"unknown {what}: {strange[0]}", file=file, line=line, advice=f"known: {' '.join(sorted(wanted))}"
        )
    if lacking := sorted(set(wanted) - set(table)):
        line = _line(text, name, "") if name else None
        raise DataError(
            f"lacks the {what} {lacking[0]}", file=file, line=line, advice="languages/de has each with its part"
        )


def _line(text: str, table: str, key: str) -> int | None:
    """The line of a key in a table, or with no key of the table itself."""
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("["):
            inside = line.strip() == f"[{table}]"
        if inside and (line.startswith("[") if not key else line.partition("=")[0].strip() == key):
            return number
    return None
