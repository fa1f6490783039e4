"""Whether an event that was read may stand: what the clause denies or wants, and what it takes for granted."""

from newsgraph.byname import CALLED
from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase

RIVALRY = (  # what says that two are rivals, and nothing of who is ahead
    *("rival-of", "rivals-like", "compete-with", "compete-together", "competition-with", "competition-between"),
    *("between-rivals", "meets-in-the-market", "in-the-same-field", "sees-as-rival", "same-customers", "gets-a-rival"),
)


def is_no(event: Event, p: Parse) -> bool:
    """«hat keinen Sitz in Graz»: the noun itself is denied."""
    at = _told_by(event, p)
    return at is not None and at.det.startswith(p.language.stem.no)


def of_kin(event: Event, p: Parse) -> bool:
    """«will den Rivalen Alpha kaufen», «will im Wettbewerb mit Alpha bestehen»: that they are rivals is taken for granted, as is
    «dem Eigentümer Alpha bieten», and another name in brackets or between commas."""
    if event.frame.relation == "named":
        return event.frame is CALLED or p.clauses[event.clause].kind == "aside"
    if event.frame.relation == "parent":
        at = _told_by(event, p)
        told = (
            at is not None
            and at.det in p.language.det.definite_or_own_all
            and p.clauses[event.clause].verb.lemma not in p.language.verb.copula_or_none
        )
        return told and any(f.first <= event.first <= f.last for f in event.roles.get("parent", ()))
    if event.frame.relation != "competes":
        return False
    noun = p.tokens[event.first].is_a("NN") and any(f.first <= event.first <= f.last for f in event.roles.get("b", ()))
    says = p.clauses[event.clause].verb.lemma in p.language.verb.stand_in
    return noun or any(
        not says and p.head(f).text in p.language.word.contest and f.prep in p.language.prep.in_
        for f in p.phrases[event.clause]
    )


def denies_rivalry(event: Event, clause: Clause) -> bool:
    """Whether what is denied would be the rivalry: «konkurriert nicht mit Alpha»; who cannot keep up with Alpha is its rival."""
    return event.frame.name.endswith(RIVALRY) and not clause.verb.modal


def stands(event: Event, p: Parse, clause: Clause) -> bool:
    """«will im Wettbewerb mit Alpha bestehen»: what is wanted takes place inside what the phrase takes for granted."""
    at = _told_by(event, p)
    inside = at is not None and at.head == event.first and p.tokens[at.first].low in p.language.prep.merged_dative
    return inside and clause.verb.modal in p.language.verb.want


def _told_by(event: Event, p: Parse) -> Phrase | None:
    """The phrase in which the cue of an event begins."""
    return next((f for f in p.phrases[event.clause] if f.first <= event.first <= f.last), None)
