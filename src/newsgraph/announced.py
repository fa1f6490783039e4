"""What sort of sum is spoken of before the sum itself comes.

«Über den Kaufpreis schweigen beide. Das Blatt schreibt von 3 Millionen», «Zur Bewertung sagt er nichts; die Rede ist von …»:
the noun tells what the sum is, which the words around the sum do not.
"""

from dataclasses import dataclass
from functools import lru_cache

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.lexicon import forms
from newsgraph.parse import Parse
from newsgraph.quantity import Quantity
from newsgraph.subject import subject
from newsgraph.tagset import NOUN

WITHIN = 2  # sentences in which the sum may come
MARK = "?"  # before a noun of a frame for sums: it opens the frame where it is announced, not where it governs


@dataclass(frozen=True, slots=True)
class Announcement:
    """The noun for a sum that was not told yet, in lower case, and its sentence."""

    sentence: int
    noun: str


def announcement(p: Parse, before: Announcement | None, language: Language) -> Announcement | None:
    """What is announced after a sentence: a noun of it where it tells no sum, else what was before, while it holds."""
    if any(q.is_money for q in p.quantities):
        return None
    noun = _last_noun(p, range(len(p.tokens)), language)
    if noun:
        return Announcement(p.sentence.index, noun)
    return before if before is not None and p.sentence.index - before.sentence < WITHIN else None


def announced(p: Parse, clause: Clause, q: Quantity, before: Announcement | None, language: Language) -> str:
    """The mark and the noun that was announced for a sum, where its clause only tells how much; else ""."""
    if not _tells(p, clause, language):
        return ""
    told = [o.last for o in p.quantities if o.is_money and o.last < q.first and o.role == ""]
    start = max(told, default=-1) + 1
    own = set(clause.tokens)
    noun = _last_noun(p, [i for i in range(start, q.first) if i not in own], language)
    if not noun and not told and before is not None and p.sentence.index - before.sentence <= WITHIN:
        noun = before.noun
    return MARK + noun if noun else ""


def _last_noun(p: Parse, inside: range | list[int], language: Language) -> str:
    for i in reversed(inside):
        if p.tokens[i].tag in NOUN and (found := _announcing(p.tokens[i].text, language)):
            return found
    return language.grammar["sums"]["announcing"][0] if _asks_worth(p, inside, language) else ""


def _asks_worth(p: Parse, inside: range | list[int], language: Language) -> bool:
    """«Wie viel die Firma wert ist, verrät sie nicht»: the sum to come is the company's worth."""
    sums, said = language.grammar["sums"], {p.low[i] for i in inside}
    return not said.isdisjoint(sums["asked_worth"]) and not said.isdisjoint(sums["asking"])


@lru_cache(9_000)
def _announcing(noun: str, language: Language) -> str:
    """The noun as the list of those that announce a sum has it, or "": asked of every noun, so remembered."""
    nouns = language.grammar["sums"]["announcing"]
    return next((form for form in forms(noun) if form in nouns), "")


def _tells(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether the clause tells how much and no more: «schreibt von», «liegt er bei», «ist die Rede von», no verb at all."""
    words = language.grammar["sums"]
    if clause.verb.at is None or clause.verb.lemma in words["telling"]:
        return True
    if clause.verb.lemma not in words["measuring"]:
        return False
    first = subject(p, clause)
    return first is None or first.pronoun or first.quantity is not None or p.head(first).text in language.word.speech
