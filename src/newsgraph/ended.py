"""What a sentence says of the past alone: «bis 2021 gehörte Alpha zu Beta», «Beta war früher Kunde», «zuvor leitete sie Alpha».

A state that is over is no fact of today, so it is not read; what was done («kaufte 2019») stays done.
"""

from itertools import pairwise

from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.former import is_former
from newsgraph.language import Language
from newsgraph.negation import set_aside
from newsgraph.parse import Parse

STATES = ("parent", "office", "supplies", "competes", "provides", "position", "available")
DEEDS = ("supplies", "provides")


def is_over(event: Event, p: Parse, clause: Clause, language: Language) -> bool:
    """Whether a state is said to have ended."""
    if event.frame.relation not in STATES:
        return False
    if event.frame.relation in ("office", "parent") and _by_noun(event, p, language):
        return True
    if event.nominal or clause.verb.lemma in language.grammar["founding_verbs"]:
        return False  # «Betas Chefin Eva Muster leitete bis 2021 …», «hatte zuvor Beta gegründet»
    aside = set_aside(p, clause)  # «früher von Alpha, heute von Beta»
    words = [p.low[i] for i in clause.tokens if i not in aside and i + 1 != aside.start]
    if event.frame.relation in DEEDS and clause.verb.finite is not None:
        words = [w for w in words if w not in language.adv.before_that]  # «hatte sich zuvor Server bei Alpha gesichert»
    return _is_past(p, clause) and _marked(words, language)


def _marked(words: list[str], language: Language) -> bool:
    """«früher», «bis 2021», «bis vor kurzem»."""
    if any(w in words for w in language.grammar["past_words"]):
        return True
    return any(w in language.prep.until and after[:1].isdigit() and len(after) == 4 for w, after in pairwise(words))


def _is_past(p: Parse, clause: Clause) -> bool:
    """Whether the finite verb is in a past tense, by its form."""
    if clause.verb.finite is None:
        return False
    token = p.tokens[clause.verb.finite]
    low = token.low
    return low in p.language.verb.past_state or (
        token.is_a("VV(FIN)") and low.endswith(("te", "ten")) and not token.lemma.lower().startswith(low)
    )


def _by_noun(event: Event, p: Parse, language: Language) -> bool:
    """«der frühere Alpha-Chef»: the noun of the office, or of the bond, or the one before the person."""
    if p.tokens[event.first].text.startswith(language.stem.successor):
        return False  # «Nachfolger wird der frühere Alpha-Chef»: what he was, he was elsewhere
    spots = {event.first, *(f.first - 1 for f in event.roles.get("person", ()) if f.here)}
    parts = p.phrases[event.clause]
    office = [f for f in parts if language.nouns.is_office(p.head(f).text) and f.head == f.last]
    beside = (f for f in office for x in event.roles.get("person", ()) if x.here and 0 < x.first - f.last <= 6)
    if event.frame.relation == "office" and any(is_former(p, f, language) for f in beside):
        return True  # «der frühere Chef von Alpha, Peter Muster»
    return any(is_former(p, f, language) for f in parts if any(f.first <= i <= f.last for i in spots))
