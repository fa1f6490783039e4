"""Seats beside a company's full name: «die Alpha GmbH, Graz, …», «die Alpha GmbH (Oberau im Landkreis Linz)», «die Grazer Tafel
GmbH»."""

from collections.abc import Iterator

from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.seat import SITS
from newsgraph.wordlist import class_of, tails

ENDS = (",", ")", ".", ";")


def seats_behind(p: Parse, language: Language) -> Iterator[Event]:
    """The towns behind names with a legal form, and those whose adjectives they begin with."""
    for m in p.mentions:
        at = m.last + 2
        full = m.kind == "Company" and not m.rest and p.tokens[m.last].text in language.nouns.legal_forms
        if full and (place := _home(p, m, language)) is not None:
            yield _sits(p, m, place, m.first)
        if not full or at + 1 >= len(p.tokens) or p.tokens[m.last + 1].text not in (",", "("):
            continue
        if (town := _town(p, m, at, language)) is not None:
            yield _sits(p, m, town, at)


def _sits(p: Parse, m: Mention, town: Filler, at: int) -> Event:
    thing = Filler("Company", m.first, m.last, m.name, m.id)
    roles: dict[str, tuple[Filler, ...]] = {"thing": (thing,), "place": (town,)}
    clause = next((c.index for c in p.clauses if m.first in c.tokens), 0)
    return Event(SITS, p.sentence.index, clause, at, at, roles)


def _home(p: Parse, m: Mention, language: Language) -> Filler | None:
    """«Die Grazer Tafel GmbH»: a name that nobody listed and that begins with what its town's people are called."""
    town = language.demonyms.get(p.tokens[m.first].text) if not m.id and m.first and m.last > m.first + 1 else None
    articled = town is not None and town.kind == "city" and p.low[m.first - 1] in language.det.definite
    return Filler("Place", m.first, m.first, town.name) if town is not None and articled else None


def _town(p: Parse, m: Mention, at: int, language: Language) -> Filler | None:
    named = next(
        (o for o in p.mentions if o.first == at and o.kind == "Place" and not o.adjective and not o.rest), None
    )
    after = p.low[named.last + 1 if named is not None else at + 1]
    bracket = p.tokens[m.last + 1].text == "("
    if named is not None:
        known = language.places.get(named.name)
        city = known is None or known.kind == "city"
        return Filler("Place", named.first, named.last, named.name, named.id) if city and after in ENDS else None
    text = p.tokens[at].text
    new = text[0].isupper() and text[1:].islower() and text.endswith(tails(language.code, "place_tails"))
    if (
        not bracket
        or not new
        or class_of(language.code, text)
        or (after not in ENDS and after not in language.prep.seat)
    ):
        return None
    return Filler("Place", at, at, text)
