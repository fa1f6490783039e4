"""Seats right behind a company's full name: «die Alpha GmbH, Graz, …», «die Alpha GmbH (Oberau im Landkreis Göppingen)»."""

from collections.abc import Iterator

from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.seat import SITS
from newsgraph.wordlist import class_of, tails

ENDS = (",", ")", ".", ";")


def seats_behind(p: Parse, language: Language) -> Iterator[Event]:
    """The towns behind names with a legal form."""
    for m in p.mentions:
        at = m.last + 2
        full = m.kind == "Company" and not m.rest and p.tokens[m.last].text in language.nouns.legal_forms
        if not full or at + 1 >= len(p.tokens) or p.tokens[m.last + 1].text not in (",", "("):
            continue
        if (town := _town(p, m, at, language)) is not None:
            thing = Filler("Company", m.first, m.last, m.name, m.id)
            roles: dict[str, tuple[Filler, ...]] = {"thing": (thing,), "place": (town,)}
            clause = next((c.index for c in p.clauses if m.first in c.tokens), 0)
            yield Event(SITS, p.sentence.index, clause, at, at, roles)


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
