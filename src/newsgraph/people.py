"""«Erst hatten die Basler Alpha gekauft»: the people of a town and a name behind them, which a plural verb tells apart."""

from collections.abc import Sequence

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.wordlist import is_kin, tails

BOTH = frozenset({"nom", "acc"})
ACCUSATIVE = frozenset({"acc", "dat", "nom"})


def parted(
    parts: tuple[Phrase, ...], clause: Clause, tokens: Sequence[Token], language: Language
) -> tuple[Phrase, ...]:
    """The phrases of a clause with «die Basler Alpha», «die Geldgeber Alpha» parted in two where the verb is a plural that
    nobody else explains."""
    finite = clause.verb.finite
    if finite is None or not tokens[finite].text.endswith(language.ending.plural):
        return parts
    at = next((f for f in parts if _joined(f, tokens, language)), None)
    if at is not None and any(f.link == "list" and f.to == at.index for f in parts):
        return parts  # «die Hersteller Alpha und Beta»
    if at is None or at.mention is None or any(f is not at and _plural(f, parts, language) for f in parts):
        return parts
    people = replace(at, last=at.mention.first - 1, head=at.mention.first - 1, cases=BOTH, mention=None)
    name = replace(at, index=at.index + 1, first=at.mention.first, head=at.mention.last, det="", cases=ACCUSATIVE)
    return (*parts[: at.index], people, name, *(_shifted(f, at.index) for f in parts[at.index + 1 :]))


def _joined(phrase: Phrase, tokens: Sequence[Token], language: Language) -> bool:
    m = phrase.mention
    if (
        m is None
        or m.kind != "Company"
        or m.rest
        or m.adjective
        or phrase.prep
        or phrase.link
        or phrase.det not in language.det.feminine
    ):
        return False
    if m.first == phrase.first + 2 and tokens[phrase.first + 1].text in language.demonyms:
        return True
    return m.first > phrase.first + 1 and _is_several(tokens[m.first - 1], language)


def _is_several(noun: Token, language: Language) -> bool:
    """«die Geldgeber Alpha»: behind «die» a masculine noun is a plural, which no single name belongs to."""
    low = noun.low
    return (
        noun.is_a("NN") and not is_kin(language.code, low) and low.endswith(tails(language.code, "masculine_endings"))
    )


def _plural(phrase: Phrase, parts: tuple[Phrase, ...], language: Language) -> bool:
    """Whether a phrase could be the subject of the plural: a list, a noun with «die», a pronoun."""
    if phrase.prep or phrase.link or phrase.quantity is not None or "nom" not in phrase.cases:
        return False
    listed = any(f.link == "list" and f.to == phrase.index for f in parts)
    return listed or phrase.pronoun or (phrase.mention is None and phrase.det in language.det.plural_or_none)


def _shifted(phrase: Phrase, at: int) -> Phrase:
    to = phrase.to + 1 if phrase.to is not None and phrase.to > at else phrase.to
    return replace(phrase, index=phrase.index + 1, to=at + 1 if to == at else to)
