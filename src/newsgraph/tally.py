"""Figures of people and of times: what is counted, whether the figure holds, and whether it is anybody's."""

from functools import lru_cache

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.quantity import Quantity
from newsgraph.wordlist import tails

COUNTED = ("staff", "people", "times", "bare")
ENDING = 5  # letters that a noun has at least that ends compounds
LEAST = 1000  # below it a number without a noun is rather one of pages, years, people who speak


def holds_so_far(p: Parse, q: Quantity) -> bool:
    """«hat bislang 45.000 Nutzer»: with no other figure beside it, it holds."""
    before = p.tokens[q.first - 1].low if q.first else ""
    single = sum(other.role != "price" for other in p.quantities) == 1
    return single and before in p.language.adv.so_far


def counts(q: Quantity, kind: str, language: Language) -> bool:
    """Whether the number is one of staff, of people, of times; a number of people may go without a noun, a bare one does."""
    plain = not q.unit and not q.measure and q.size >= LEAST
    if kind == "bare" or plain:
        return plain and kind in ("bare", "people")
    listed = f"{kind}_nouns"
    nouns = language.grammar[listed if listed in language.grammar else "times_nouns"]
    if q.unit.lower().endswith(tails(language.code, "no_people")):
        return False
    return q.unit in nouns or (kind == "people" and q.unit.lower().endswith(_ends(language)))


@lru_cache(8)
def _ends(language: Language) -> tuple[str, ...]:
    """The nouns for people of which compounds count too («Handwerksbetriebe», «Hobbygärtner»)."""
    return tuple(n.lower() for n in language.grammar["people_nouns"] if len(n) > ENDING)


def is_threshold(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Anbieter mit mehr als 5000 Nutzern»: a number behind a plural that names nobody is one that anybody may have."""
    if phrase.prep in p.language.prep.starting:
        return True  # «gilt ab 5000 Nutzern»
    before = (
        p.phrases[clause.index][phrase.index - 1] if phrase.index and phrase.prep in p.language.prep.with_ else None
    )
    if before is None or not adjacent(p.tokens, before.last, phrase.first):
        return False
    head = p.head(before)
    general = not before.det or head.lemma != head.text  # «Anbieter», «der Dienste», not «die App»
    return before.mention is None and general and head.is_a("NN") and before.quantity is None


def are_among(p: Parse, clause: Clause, counted: Phrase | None) -> bool:
    """«Zu den 900 Kunden zählen Alpha und Beta»: those who act are of the ones `counted`, who are somebody else's."""
    members = p.language.grammar["member_verbs"]
    return counted is not None and counted.prep in p.language.prep.to and clause.verb.lemma in members
