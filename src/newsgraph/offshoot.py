"""Whether «Alpha» and «Alpha Ventures» are two firms, the latter a part of the former, or one by its short form.

One walk over the article notes where its names stand; then each short form costs no more in a long text than in a short one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.nameclass import before
from newsgraph.namespan import Mention
from newsgraph.sentence import Sentence
from newsgraph.wordlist import relates

ASIDE = (",", "–", "—", "-", "(")  # behind a name: marks that what it is follows
NEAR = 12  # words behind a name in which it may be said whose it is


@frozen
class Walk:
    """Where names stand among all that the article names: the first of each, the first of each word that is all of a name but
    its legal form; and each time that one is named, with its sentence."""

    first: Mapping[str, int]
    alone: Mapping[str, int]
    places: Mapping[str, list[tuple[Sentence, Mention]]]


def walk(text: Sequence[Sentence], found: Sequence[Sequence[Mention]], language: Language) -> Walk:
    """One walk over the article, which is asked about for each short form."""
    alone: dict[str, int] = {}
    places: dict[str, list[tuple[Sentence, Mention]]] = defaultdict(list)
    for sentence, inside in zip(text, found, strict=True):
        for m in inside:
            places[m.name].append((sentence, m))
    order = dict.fromkeys(m.name for inside in found for m in inside if not m.rest)
    first = {name: i for i, name in enumerate(order)}
    for name, i in first.items():
        if len(words := bare(name, language)) == 1:
            alone.setdefault(words[0], i)
    return Walk(first, alone, places)


def is_apart(short: str, name: str, walked: Walk, language: Language) -> bool:
    """Whether «Alpha» and «Alpha Ventures» are two: the former is named first, and the latter is (called) a part of it."""
    alone, words = walked.alone.get(short), bare(name, language)
    if words != [short] and (_is_part_of(short, name, walked, language) or _is_mother(short, walked, language)):
        return True
    if alone is None or name not in walked.first or alone > walked.first[name] or words == [short]:
        return False
    return bool(words and words[-1].lower() in language.grammar["part_tails"]) or _is_part(name, walked, language)


def _is_part_of(short: str, name: str, walked: Walk, language: Language) -> bool:
    """«die Alpha Service GmbH, ein Ableger der Alpha-Gruppe»: said in one breath, whichever is named first."""
    ends = tuple(language.grammar["part_nouns"])
    for sentence, m in walked.places[name]:
        behind = sentence.tokens[m.last + 1 : m.last + NEAR]
        noun = next((i for i, t in enumerate(behind) if t.is_a("NN")), None)
        if noun is None or behind[0].text not in ASIDE or not behind[noun].low.endswith(ends):
            continue
        if any(t.text.partition("-")[0] in (short, f"{short}s") for t in behind[noun + 1 : noun + 5]):
            return True
    return False


def _is_mother(short: str, walked: Walk, language: Language) -> bool:
    """«der Chef des Mutterunternehmens Alpha»: what a noun for a mother stands before is not the daughter that has its name."""
    nouns = (before(sentence.tokens, m.first) for sentence, m in walked.places.get(short, ()) if not m.rest)
    return any(noun is not None and relates(language.code, noun.text, "mothers") for noun in nouns)


def bare(name: str, language: Language) -> list[str]:
    """The words of a name without its legal form."""
    return [w for w in name.split() if w not in language.nouns.legal_forms]


def _is_part(name: str, walked: Walk, language: Language) -> bool:
    """«die Tochter Alpha Service», «die Alpha Service GmbH, eine Tochter …»."""
    ends = tuple(language.grammar["part_nouns"])
    for sentence, m in walked.places[name]:
        front, after = before(sentence.tokens, m.first), sentence.tokens[m.last + 1 : m.last + 5]
        nouns = [t for t in after[1:] if t.is_a("NN")][:1] if after and after[0].text == "," else []
        if any(t.low.endswith(ends) for t in (*nouns, *([front] if front is not None else ()))):
            return True
        opens = m.first - 2 if m.first > 2 and sentence.tokens[m.first - 1].is_a("ART") else -1
        if opens > 0 and sentence.tokens[opens].text == ",":  # «hat eine Tochter gegründet, die Alpha Service GmbH»
            noun = next((t for t in reversed(sentence.tokens[max(0, opens - 4) : opens]) if t.is_a("NN")), None)
            if noun is not None and noun.low.endswith(ends):
                return True
    return False
