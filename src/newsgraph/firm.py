"""Which of the companies in mind a noun for a company means: by what they were called, by size, by the deal spoken of."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from newsgraph.mention import Mention
from newsgraph.topic import gives
from newsgraph.trade import known, plies

if TYPE_CHECKING:
    from newsgraph.reference import Focus

REACH = 4  # of the companies in mind so many are weighed, the topic first
ACTED, ONLOOKING = 1.1, -1.6
CALLED, DEALT, KNOWN, TRADE = 1.0, 1.0, 0.5, 3.0  # what speaks for one, in places of the order


def looks_on(focus: Focus, noun: str, company: Mention, called: Collection[tuple[str, Mention]] = ()) -> bool:
    """Whether a company gives money, counts, advises or lends, by its name or by what it was `called`, and `noun` is none for
    such, nor is it what the text is about."""
    words, name = focus.language.grammar["reference"], company.name
    ends = (*words["onlookers"], *words["giving"])
    if (focus.topic is not None and focus.topic.name == name) or noun.endswith(ends):
        return False
    if gives(name, focus.investors, focus.language):
        return True
    return any(m.name == name and c.endswith(ends) for c, m in (*called, *focus.called))


def firm(focus: Focus, noun: str, beside: frozenset[str], sentence: int) -> Mention | None:
    """The company that `noun` (lower case) means in a sentence; `beside` are the names that it cannot be."""
    found = [m for m in focus.salient() if m.name not in beside][:REACH]
    words = focus.language.grammar["reference"]
    if noun.endswith(tuple(words["giving"])):
        giving = frozenset(m.name for called, m in focus.called if called.endswith(tuple(words["giving"])))
        return next((m for m in found if gives(m.name, giving, focus.language)), found[0] if found else None)
    ranks = {m.name: -float(i) for i, m in enumerate(found)}
    for m in found:
        ranks[m.name] += _size(focus, noun, m) + _part(focus, noun, m, sentence) + _goes_on(focus, noun, m)
        ranks[m.name] += TRADE if plies(noun, m.id) else 0.0
        if len(found) > 1 and looks_on(focus, noun, m):
            ranks[m.name] += ONLOOKING
    return max(found, key=lambda m: ranks[m.name], default=None)


def _goes_on(focus: Focus, noun: str, company: Mention) -> float:
    """A noun that only some firms answer to, and nobody was called by, rather goes on with who acted in the last sentence."""
    own = focus.opening is not None and focus.opening.name == company.name
    words = focus.language.grammar["reference"]
    plain = (*words["generic"], *words["small"], *words["relational"])
    generic, relational = noun.endswith(plain), tuple(words["relational"])
    if not own or generic:
        return 0.0
    aside = any(m.name == company.name and c.endswith(relational) for c, m in focus.called)  # «der Rivale Alpha»
    return ACTED if not aside and not any(c.endswith(noun) for c, _ in focus.called) else 0.0


def _size(focus: Focus, noun: str, company: Mention) -> float:
    """«die Firma» is rather what was called a start-up, «der Konzern» rather a company that everybody knows."""
    words = focus.language.grammar["reference"]
    small, big = tuple(words["small"]), tuple(words["big"])
    if not noun.endswith((*small, *big)):
        return 0.0
    called = [c for c, m in focus.called if m.name == company.name]
    is_small, is_big = any(c.endswith(small) for c in called), any(c.endswith(big) for c in called) or bool(company.id)
    if noun.endswith(tuple(words["young"])) and company.id in known():
        return ONLOOKING
    if noun.endswith(small):
        return CALLED * is_small - KNOWN * is_big
    return CALLED * (is_big and not is_small) - CALLED * is_small if noun.endswith(big) else 0.0


def _part(focus: Focus, noun: str, company: Mention, sentence: int) -> float:
    """After a purchase «die Firma» is what was bought, «der Konzern» who bought it, until another is told."""
    words = focus.language.grammar["reference"]
    last, buyer = focus.dealings.bought(sentence), focus.dealings.buyer(sentence)
    near = last is not None and buyer is not None
    bought = {last.name} if near and last is not None else set(focus.dealings.paid.values())
    buys = ({buyer.name} if near and buyer is not None else focus.dealings.paid.keys()) - bought
    if noun.endswith(tuple(words["small"])):
        return DEALT * (company.name in bought) - DEALT * (company.name in buys)
    big = noun.endswith(tuple(words["big"]))
    return DEALT * (0.75 * (company.name in buys) - 0.5 * (company.name in bought)) if big else 0.0
