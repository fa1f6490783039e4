"""Where a plant stands that money goes into: the investment tells it, so it is not said of the company once more."""

from collections import defaultdict
from collections.abc import Mapping

from newsgraph.claim import Claim
from newsgraph.filler import Event
from newsgraph.parse import Parse

PARTIES = ("ng:investor", "ng:leadInvestor", "ng:target")
PLANTS = ("located/facility-in", "located/runs-site-in", "located/site-in")


def is_unsure(event: Event, p: Parse, inside: Mapping[str, float]) -> bool:
    """Whether the owner of a plant is named in another sentence, and not as often as any in the paragraph."""
    owners = event.roles.get("thing", ()) if event.frame.name.endswith("located/facility-in") else ()
    named = {m.name for m in p.mentions} if owners else frozenset[str]()
    return bool(owners) and not any(f.name in named or inside.get(f.name, 0) == 1 for f in owners)


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
