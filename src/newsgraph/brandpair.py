"""Makers named with what they make, and no verb between: «Alpha mit dem Modell X5 und Beta mit Y7», «X5 (Alpha)», «Alpha (X5)»."""

from collections.abc import Iterator
from itertools import pairwise

from newsgraph.background import makers
from newsgraph.clause import Clause
from newsgraph.filler import CLASSES, Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse
from newsgraph.pattern import Frame

PAIR = Frame("brandpair/named-with", "provides", frozenset(), frozenset(), (), (), (), {}, "", frozenset(), False)
FARTHEST = 4  # tokens between the two


def brandpairs(p: Parse, language: Language) -> Iterator[Event]:
    """The makers of a sentence that are named right with a product."""
    bare = [m for m in p.mentions if not m.adjective and not m.rest]
    if len(bare) < 2 or (language.prep.with_.isdisjoint(p.low) and "(" not in p.low):
        return
    found = [(c, m) for c, m in pairwise(bare) if c.kind == "Company" and _is_product(m) and _with(p, c, m)]
    for company, product in found:
        if len(found) > 1 or company.id in makers(product.name) or _is_named_only(p, company, language):
            yield from (_event(p, company, m) for m in _listed(p, product, bare))
    for one, two in pairwise(bare):
        company, product = (one, two) if one.kind == "Company" else (two, one)
        if company.kind == "Company" and _is_product(product) and _in_brackets(p, one, two):
            yield _event(p, company, product)


def _is_product(m: Mention) -> bool:
    return m.kind in CLASSES["maker's"]


def _listed(p: Parse, product: Mention, bare: list[Mention]) -> list[Mention]:
    """«mit X5, Y7 und Z9»: the products that go on behind the first, up to a maker."""
    found = [product]
    for m in (m for m in bare if m.first > product.last):
        between = [p.low[i] for i in range(found[-1].last + 1, m.first)]
        if (
            not _is_product(m)
            or not between
            or any(w not in p.language.conj.comma_and and w not in QUOTES for w in between)
        ):
            break
        found.append(m)
    return found


def _with(p: Parse, company: Mention, product: Mention) -> bool:
    """«Alpha mit X5», «Alpha mit seinem Modell X5»: nothing between but what belongs to the product."""
    at = company.last + 1 + (p.low[company.last + 1] in p.language.adv.beside_names)
    between = range(at + 1, product.first)
    if at >= len(p.low) or p.low[at] not in p.language.prep.with_ or len(between) > FARTHEST:
        return False
    return all(p.tokens[i].is_a("ART", "PPOSAT", "ADJ(A)", "NN") or p.tokens[i].text in QUOTES for i in between)


def _is_named_only(p: Parse, company: Mention, language: Language) -> bool:
    """«Rivalen wie Alpha mit X5», «Hinzu kommt Alpha mit X5»: the verb is not one of doing something with it."""
    if company.first and p.low[company.first - 1] in language.prep.like:
        return True
    clause = p.clause_at(company.first)
    return clause is not None and (clause.verb.at is None or clause.verb.lemma in language.grammar["naming_only"])


def _in_brackets(p: Parse, one: Mention, two: Mention) -> bool:
    """«X5 (Alpha)», «Alpha (X5)»."""
    after = p.low[two.last + 1] if two.last + 1 < len(p.low) else ""
    return two.first == one.last + 2 and p.low[one.last + 1] == "(" and after in (")", ",")


def _event(p: Parse, company: Mention, product: Mention) -> Event:
    clause: Clause = next((c for c in p.clauses if company.first in c.tokens), p.clauses[0])
    roles: dict[str, tuple[Filler, ...]] = {
        "company": (Filler(company.kind, company.first, company.last, company.name, company.id),),
        "product": (Filler(product.kind, product.first, product.last, product.name, product.id),),
    }
    first, last = min(company.first, product.first), max(company.last, product.last)
    return Event(PAIR, p.sentence.index, clause.index, first, last, roles)
