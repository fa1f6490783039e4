"""Places that are no seats: a plant that money goes into, which the investment tells, and a wide stretch of land."""

from collections import defaultdict

from newsgraph.claim import Claim
from newsgraph.filler import Event
from newsgraph.language import Language

PARTIES = ("ng:investor", "ng:leadInvestor", "ng:target")
PLANTS = ("located/facility-in", "located/runs-site-in", "located/site-in")

CALLED = (
    "of-city",
    "seat/inhabitants",
)  # how the names of the frames end that read an adjective, or people, of a place
WIDE = ("state", "region")


def is_wide(event: Event, language: Language) -> bool:
    """«der bayerische Konzern», «die Tiroler»: what a company is called by, as it is by its country, and no town where it sits."""
    places = event.roles.get("place", ()) if event.frame.relation == "located" else ()
    known = [language.places.get(f.name) for f in places]
    return event.frame.name.endswith(CALLED) and any(k is not None and k.kind in WIDE for k in known)


def without_sites(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims without those that place a company where a plant is built for its money."""
    places: dict[str, set[object]] = defaultdict(set)
    for claim in claims:
        if claim.predicate == "ng:location":
            places[claim.subject].add(claim.object)
    if not places:
        return claims
    paid = {(c.object, place) for c in claims if c.predicate in PARTIES for place in places.get(c.subject, ())}
    return tuple(c for c in claims if not ((c.subject, c.object) in paid and _of_plant(c)))


def _of_plant(claim: Claim) -> bool:
    return claim.predicate == "ng:locatedIn" and claim.pattern.endswith(PLANTS)
