"""How words begin that are told by their beginning. languages/*/function_words.toml, [stem]."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stems:
    """By what they say; the file says which."""

    could: tuple[str, ...]
    definite_or_own: tuple[str, ...]
    familiar: tuple[str, ...]
    her: tuple[str, ...]
    his: tuple[str, ...]
    indefinite: tuple[str, ...]
    known: tuple[str, ...]
    might: tuple[str, ...]
    new: tuple[str, ...]
    new_or_belonging: tuple[str, ...]
    no: tuple[str, ...]
    of_the_same_name: tuple[str, ...]
    one: tuple[str, ...]
    ordinal: tuple[str, ...]
    our: tuple[str, ...]
    own_this_such: tuple[str, ...]
    paper: tuple[str, ...]
    plural: tuple[str, ...]
    plural_article: tuple[str, ...]
    possessive: tuple[str, ...]
    possessive_our: tuple[str, ...]
    stake: tuple[str, ...]
    successor: tuple[str, ...]
    such: tuple[str, ...]
    swiss: tuple[str, ...]
    this: tuple[str, ...]
    this_or_our: tuple[str, ...]
    where: tuple[str, ...]
    which: tuple[str, ...]
    whose: tuple[str, ...]
    whose_our: tuple[str, ...]
    would: tuple[str, ...]
    would_like: tuple[str, ...]
