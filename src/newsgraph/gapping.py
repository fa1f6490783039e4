"""Gapping: «Alpha zahlt 5 Millionen und Beta 3 Millionen Euro», «steckt 5 Millionen in Alpha und 3 Millionen in Beta».

What is said twice or more with other names and other sums becomes as many clauses, each with its own name and sum and with all
that they share (Duden grammar, «Gapping»). So nobody is given another one's sum.
"""

from collections.abc import Iterator, Sequence

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.phrase import ALL_CASES, Phrase
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.wordlist import words

CLOSING = ("VV(INF)", "VV(PP)", "VA(INF)", "VA(PP)", "PTKVZ")  # «Alpha muss 5 Millionen zahlen, Beta 3 Millionen»
FEWEST = 4  # names and sums in a clause that is gapped
LONGEST = 4  # names and sums that are said anew
Sign = tuple[str, str]
Unit = list[Phrase]
Light = frozenset[str]  # words that change nothing


def ungapped(
    clauses: tuple[Clause, ...], parts: Sequence[tuple[Phrase, ...]], tokens: tuple[Token, ...], language: Language
) -> tuple[tuple[Clause, ...], frozenset[int]]:
    """The clauses with those that a gapped one stands for, the first in its place, the others behind the last; and the tokens
    with which those others begin."""
    found, more, starts = list(clauses), list[Clause](), set[int]()
    light = words(language.code, "light_words")
    for clause, phrases in zip(clauses, parts, strict=True):
        units = _units(phrases, tokens, light, language)
        if not units or _has_another_verb(units, clause, tokens):
            continue
        own = [_own(unit, n, clause, tokens, light, language) for n, unit in enumerate(units)]
        for n, mine in enumerate(own):
            others = set().union(*(t for k, t in enumerate(own) if k != n))
            kept = tuple(i for i in clause.tokens if i in mine or i not in others)
            if n == 0:
                found[clause.index] = replace(clause, tokens=kept)
            else:
                more.append(replace(clause, index=len(found) + len(more), tokens=kept))
                starts.add(units[n][0].first)
    return (*found, *more), frozenset(starts)


def _has_another_verb(units: list[Unit], clause: Clause, tokens: tuple[Token, ...]) -> bool:
    """«Alpha will 5 Millionen zahlen und Beta 3 Millionen spenden»: the verb behind the first sum, and one behind the last."""
    closed = any(tokens[i].is_a("V") for i in range(units[0][-1].last + 1, units[1][0].first))
    return closed and any(tokens[i].is_a("V") for i in clause.tokens if i > units[-1][-1].last)


def begun(phrases: tuple[Phrase, ...], starts: frozenset[int]) -> tuple[Phrase, ...]:
    """The phrases of a clause; the one with which what is said anew begins goes on with no list."""
    return tuple(
        replace(f, link="", to=None, prep="", cases=ALL_CASES) if f.first in starts and f.link == "list" else f
        for f in phrases
    )


def _units(phrases: Sequence[Phrase], tokens: tuple[Token, ...], light: Light, language: Language) -> list[Unit]:
    """The names and sums that are said one after the other in the same order and with the same prepositions."""
    told = [f for f in phrases if _sign(f, tokens)[0]]
    if len(told) < FEWEST:
        return []
    for first in range(1, len(told)):
        if not _parted(told[first - 1], told[first], phrases, tokens, light, language):
            continue
        for length in range(min(len(told) - first, LONGEST), 1, -1):
            wanted = [_sign(f, tokens) for f in told[first : first + length]]
            units = [
                _alike(told[:first], wanted, tokens),
                *_repeated(told[first:], wanted, phrases, tokens, light, language),
            ]
            if len(units[0]) == length and len(units) > 1 and _is_pair(units[0], tokens, language):
                return units
    return []


def _alike(told: Unit, wanted: Sequence[Sign], tokens: tuple[Token, ...]) -> Unit:
    """The last phrases of these signs in this order; what stands between them is shared."""
    found, rest = Unit(), list(wanted)
    for phrase in reversed(told):
        if rest and _sign(phrase, tokens) == rest[-1]:
            found.append(phrase)
            rest.pop()
    return found[::-1]


def _repeated(
    told: Unit,
    wanted: Sequence[Sign],
    phrases: Sequence[Phrase],
    tokens: tuple[Token, ...],
    light: Light,
    language: Language,
) -> Iterator[Unit]:
    """The units that say the same one after the other, with no verb in them."""
    length = len(wanted)
    while len(told) >= length:
        rest = told[:length]
        inside = tokens[rest[0].first : rest[-1].last + 1]
        if [_sign(f, tokens) for f in rest] != [*wanted] or any(t.is_a("V", "PTKVZ") for t in inside):
            return
        yield rest
        told = told[length:]
        if not told or not _parted(rest[-1], told[0], phrases, tokens, light, language):
            return


def _sign(phrase: Phrase, tokens: tuple[Token, ...]) -> Sign:
    """What a phrase is, a sum, a thing or a place ("" for others), and its own preposition."""
    prep = phrase.prep if tokens[phrase.first].is_a("APPR") else ""
    if phrase.quantity is not None:
        return ("money" if phrase.quantity.is_money else phrase.quantity.measure or "count"), prep
    m = phrase.mention
    if m is None or m.adjective or phrase.link == "possessor":
        return "", prep
    return ("place" if m.kind == "Place" else "thing"), prep


def _is_pair(unit: Unit, tokens: tuple[Token, ...], language: Language) -> bool:
    """Whether a unit has one sum, and a name; or no sum, and two names of which one is «an», «mit» or «zu» the other."""
    sums = sum(f.quantity is not None for f in unit)
    if sums:
        return sums == 1 and any(f.mention is not None for f in unit)
    signs = [_sign(f, tokens) for f in unit]
    return len(unit) == 2 and signs[0] == ("thing", "") and signs[1][1] in language.prep.partner


def _parted(
    before: Phrase,
    after: Phrase,
    phrases: Sequence[Phrase],
    tokens: tuple[Token, ...],
    light: Light,
    language: Language,
) -> bool:
    """Whether only «und» or a comma, light words, a closing verb and nouns without a name stand between two phrases."""
    nouns = {i for f in phrases if before.last < f.first and f.last < after.first for i in range(f.first, f.last + 1)}
    nouns |= {i for i in range(before.last + 1, after.first - 1) if tokens[i].is_a(*CLOSING)}
    said = [tokens[i].low for i in range(before.last + 1, after.first) if i not in nouns]
    return (
        bool(said)
        and said[-1 - (said[-1] in light and len(said) > 1)] in language.conj.gapping
        and {*said} <= language.conj.gapping | light
    )


def _own(unit: Unit, n: int, clause: Clause, tokens: tuple[Token, ...], light: Light, language: Language) -> set[int]:
    """The tokens that only one unit has: those of its phrases, from the second unit on all between, with the word that joins."""
    if n == 0:
        return {i for f in unit for i in range(f.first, f.last + 1)}
    return {i for i in clause.tokens if unit[0].first <= i <= unit[-1].last} | {
        i for i in clause.tokens if i == unit[0].first - 1 and tokens[i].low in language.conj.gapping | light
    }
