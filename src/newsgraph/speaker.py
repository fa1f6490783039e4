"""Who speaks where an office, a firm spoken of or an association stands for the name: helpers of the source."""

from collections.abc import Sequence

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.subject import subject


def spoken_of(p: Parse, focus: Focus) -> Mention | None:
    """The company in focus; in the first sentence of a text the one that it names first."""
    firms = (m for m in p.mentions if m.kind in ("Company", "") and not m.adjective and not m.rest)
    return focus.topic or next(firms, None)


def partner(p: Parse, phrase: Phrase, focus: Focus, language: Language) -> Mention | None:
    """«wie beide Häuser mitteilten», «teilten die Unternehmen mit»: of several who speak together the one that acts."""
    table = language.grammar["attribution"]
    together = phrase.det in table["together"] or any(
        p.low[i] in table["together"] for i in range(phrase.first, phrase.head)
    )
    if phrase.mention is not None or not together or not p.low[phrase.head].endswith(tuple(table["partners"])):
        return None
    named = [m for m in p.mentions if m.kind == "Company" and not m.adjective and not m.rest and m.last < phrase.first]
    acting = (f.mention for c in p.clauses if c.kind == "main" and (f := subject(p, c)) is not None)
    first = next((m for m in acting if m in named), None) or (named[0] if len(named) > 1 else None)
    return first or focus.dealings.buyer(p.sentence.index) or spoken_of(p, focus)


def holder(p: Parse, phrases: Sequence[Phrase], language: Language) -> Mention | None:
    """«der Chef der Firma, Max Muster», «Mitgründerin und Vorstandschefin Eva Muster»: the person who holds the office.

    `phrases` are the office and what hangs on it, or what the office hangs on («nach den Worten von …»).
    """
    people = {m.first: m for m in p.mentions if m.kind == "Person" and not m.rest}
    offices = (n for n, f in enumerate(phrases) if f.mention is None and _is_office(p, f.head, language))
    at = next(offices, None) if people else None
    for phrase in phrases[at:] if at is not None else ():
        mark, behind = (t.text for t in [*p.tokens, *p.tokens[-1:] * 2][phrase.last + 1 : phrase.last + 3])
        if mark == "," and phrase.last + 2 in people:
            return people[phrase.last + 2]
        if mark in language.conj.and_ and phrase.last + 3 in people and language.nouns.is_title(behind):
            return people[phrase.last + 3]
    return None


def _is_office(p: Parse, at: int, language: Language) -> bool:
    return p.tokens[at].is_a("NN") and language.nouns.is_title(p.tokens[at].text)


def named_body(p: Parse, phrase: Phrase, language: Language) -> Mention | None:
    """«die Gewerkschaft Alpha», «des Instituts Alpha»: the association, from the phrase of its noun or that of its unknown name."""
    noun = phrase.head if phrase.det else phrase.first - 1
    if phrase.mention is not None or noun < 1 or noun + 1 >= len(p.tokens) or not p.tokens[noun].is_a("NN"):
        return None
    low, first = p.low[noun].removesuffix("s"), noun + 1
    ends = tuple(language.grammar["attribution"]["associations"])
    if (
        not low.endswith(ends)
        or not p.tokens[first].is_a("NE", "NN", "FM", "XY")
        or not p.tokens[first].text[0].isupper()
    ):
        return None
    named = next((m for m in p.mentions if m.first == first), None)
    return named if named is not None and named.kind != "Place" else Mention(first, first, p.tokens[first].text, "")
