"""Letters that stand for a name of several words: which the article explains, and which it but uses."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from newsgraph.abbreviation import in_order
from newsgraph.language import Language
from newsgraph.namespan import Mention

LETTERS = range(2, 7)  # of an abbreviation that nobody explains
FIRMS = ("", "Company")


def abbreviations(
    explained: Mapping[str, Mention], found: Sequence[Sequence[Mention]], language: Language
) -> dict[str, Mention]:
    """Those `explained` and the firms by whose letters the text calls them, where no other begins so: «Ostwerk Robotics … OWR»."""
    short = dict(explained)
    for letters in sorted({m.name for m in chain(*found) if _is_letters(m)} - short.keys()):
        meant = {m.name: m for m in _firms(found) if in_order(letters, _words(m.name, language))}
        if len(meant) == 1:
            short[letters] = next(iter(meant.values()))
    return short


def _is_letters(m: Mention) -> bool:
    plain = not m.id and not m.adjective and m.kind in FIRMS
    return plain and m.name.isupper() and m.name.isalpha() and len(m.name) in LETTERS


def _firms(found: Sequence[Sequence[Mention]]) -> Iterator[Mention]:
    """The firms with names of several words."""
    return (m for m in chain(*found) if m.kind == "Company" and " " in m.name and not m.adjective and not m.rest)


def _words(name: str, language: Language) -> list[str]:
    """The words of a name that letters are taken of."""
    words = [w for w in name.replace("-", " ").split() if w not in language.nouns.legal_forms]
    return words if len(words) > 1 and all(w[0].isalpha() for w in words) else []
