"""Goods and services that companies sell one another: which nouns can be one, and whose they are.

«Software des Anbieters Alpha», «Sensoren von Alpha», «ein Chip aus dem Hause Alpha», «Alpha-Server»: who is named there is
the maker or the supplier.
"""

from collections.abc import Iterator
from functools import lru_cache

from newsgraph.actor import relative_object, subjects
from newsgraph.argument import attached, is_time, with_list
from newsgraph.clause import Clause
from newsgraph.complement import datives, objects
from newsgraph.filler import CLASSES
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.relative import antecedent
from newsgraph.wordlist import class_of, is_title, relates, tails, words

Place = tuple[Clause, Phrase]
NO_WARES = ("Company", "NewsOrganization", "PublicBody", "Person", "Regulation", "Place")
CACHE = 2_000


def is_ware(p: Parse, phrase: Phrase) -> bool:
    """Whether the phrase is a thing that can be sold: no name but a product's, no sum, no share, no person, nothing abstract."""
    q, m = phrase.quantity, phrase.mention
    if q is not None and (q.is_money or q.unit == "percent"):
        return False
    if m is not None and not m.rest and not m.adjective:
        return m.kind in CLASSES["maker's"]
    head = p.head(phrase)
    if m is not None and relates(p.language.code, m.rest):
        return False  # «Alpha-Rivale», «Alpha-Tochter»
    return (
        not phrase.pronoun
        and head.is_a("NN", "NE", "FM")
        and not is_time(p, phrase)
        and sells(p.language.code, head.text)
    )


def is_site(p: Parse, phrase: Phrase) -> bool:
    """«in den Werken von Alpha», «auf den Dächern des Händlers Beta»: where somebody else's things stand."""
    return phrase.quantity is None and p.head(phrase).low.endswith(tails(p.language.code, "site_endings"))


def makes_parts(p: Parse, phrase: Phrase) -> bool:
    """«der Batteriehersteller Alpha», «der Zellen-Hersteller Alpha»: others build in or use what it makes, says its noun."""
    code = p.language.code
    nouns = [p.low[i] for i in range(phrase.first, phrase.last + 1) if p.tokens[i].text[0].isupper()]
    nouns += [n.rpartition("-")[2] for n in nouns if "-" in n]
    makers = [n for n in nouns if not n.endswith(tails(code, "downstream_ends"))]
    return any(n.startswith(tails(code, "upstream_stems")) or n.endswith(tails(code, "upstream_ends")) for n in makers)


@lru_cache(CACHE)
def sells(code: str, noun: str) -> bool:
    """Whether a noun is of something that is sold, by itself and its ending."""
    low = noun.lower()
    if low.endswith(tails(code, "ware_endings")):
        return True
    return (
        class_of(code, noun) not in NO_WARES
        and not is_title(code, noun)
        and not low.endswith(tails(code, "no_ware_endings"))
    )


def whose(p: Parse, clause: Clause, where: str) -> Iterator[Place]:
    """Whose the wares in a place of the clause are; `where` is object, subject or a preposition, «house» where they come from."""
    if where == "house":
        for house in p.phrases[clause.index]:
            if is_house(p, house):
                yield from ((clause, f) for f in _house(p, clause, house))
    for host, head in _places(p, clause, where):
        for thing in with_list(p, host, head):
            if is_ware(p, thing) or (where in p.language.prep.where and is_site(p, thing)):
                yield from _antecedent(p, host, thing)
                yield from ((host, f) for f in owners(p, host, thing))
            if where in p.language.prep.where:  # «im Inneren der Autos von Alpha»
                inner = (f for f in attached(p, host, thing, "genitive") if f.mention is None and is_ware(p, f))
                yield from ((host, f) for f in (f for own in inner for f in owners(p, host, own)))


def _antecedent(p: Parse, clause: Clause, thing: Phrase) -> Iterator[Place]:
    """«Alpha, dessen Software Beta nutzt»: what the relative clause speaks of."""
    opens = thing.det in p.language.pron.whose and clause.kind == "relative" and thing is p.phrases[clause.index][0]
    found = antecedent(p, clause) if opens else None
    yield from [found] if found is not None else []


def _places(p: Parse, clause: Clause, where: str) -> Iterator[Place]:
    if where == "object":
        yield from ((clause, f) for f in objects(p, clause))
        yield from relative_object(p, clause)
    elif where == "dative":
        yield from ((clause, f) for f in datives(p, clause))
    elif where == "subject":
        yield from subjects(p, clause)
    else:
        yield from ((clause, f) for f in p.phrases[clause.index] if f.prep == where and f.link != "list")


def owners(p: Parse, clause: Clause, thing: Phrase) -> Iterator[Phrase]:
    """The phrases that say whose a thing is; the thing itself where its compound does («Alpha-Server»)."""
    m = thing.mention
    named = m is not None and not m.adjective and (m.rest != "" or m.kind in CLASSES["maker's"])
    if named or (m is None and thing.det.startswith(p.language.stem.possessive_our)):
        yield thing
    for link in ("possessor", "genitive"):
        yield from attached(p, clause, thing, link)
    behind = _behind(p, clause, thing)
    while behind is not None and gives_name(p, behind):
        behind = _behind(p, clause, behind)  # «ein Chip vom Typ X5 aus dem Hause Alpha»
    if behind is not None and is_house(p, behind):
        yield from _house(p, clause, behind)
    elif behind is not None and behind.prep in p.language.prep.of:
        yield behind


def _behind(p: Parse, clause: Clause, phrase: Phrase) -> Phrase | None:
    """The phrase right behind; «in Autos, überwiegend von Alpha» too."""
    parts = p.phrases[clause.index]
    at = phrase.last + 1
    mostly = p.low[at + 1 : at + 2] if p.low[at : at + 1] == (",",) else ()
    if mostly and mostly[0] in words(p.language.code, "mostly"):
        return next((f for f in parts if f.first == at + 2 and f.prep in p.language.prep.of), None)
    return next((f for f in parts if adjacent(p.tokens, phrase.last, f.first)), None)


def gives_name(p: Parse, phrase: Phrase) -> bool:
    """«unter dem Namen Alpha», «vom Typ X5», «namens Beta»."""
    named = phrase.mention is not None and not phrase.mention.rest
    return named and (
        phrase.prep in p.language.prep.by_the_name or p.head(phrase).text in words(p.language.code, "name_givers")
    )


def is_house(p: Parse, phrase: Phrase) -> bool:
    """«aus dem Hause», «aus der Werkstatt»."""
    return phrase.prep in p.language.prep.out_of and p.head(phrase).low in words(p.language.code, "houses")


def _house(p: Parse, clause: Clause, house: Phrase) -> Iterator[Phrase]:
    """«aus dem Hause Alpha», «aus der Werkstatt von Alpha»."""
    if house.mention is not None:
        yield house
    yield from attached(p, clause, house, "genitive")
    behind = next((f for f in p.phrases[clause.index] if adjacent(p.tokens, house.last, f.first)), None)
    if (
        behind is not None
        and behind.link != "genitive"
        and (behind.prep in p.language.prep.of or (behind.mention is not None and not behind.prep))
    ):
        yield behind
