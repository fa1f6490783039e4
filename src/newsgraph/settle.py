"""Which of the events of a sentence stand: each sum goes to one, a goal needs its investment, a rank a scope."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from newsgraph.background import makers
from newsgraph.filler import Event, Filler
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.relation import CARRIERS, PRIORITY
from newsgraph.replacement import replace

SAYS_MORE = ("purpose", "goal", "target", "beneficiary", "location")
# who is called a rival may supply too
RIVALS = ("competes/rival-of", "competes/rivals-both", "competes/are-rivals", "competes/gets-a-rival")
PRODUCTS = {"App", "Chip", "Product"}
SCOPES = ("product", "market", "supplier", "metric")


def settle(found: list[Event], p: Parse) -> list[Event]:
    """The events that are written down, in the order in which they are."""
    if not found:
        return []
    own = (part for e in _ranked(found) if not (_is_byname(e, p) or _is_anothers(e, p)) for part in _each_its_own(e))
    kept, more = _spend([*own], p)
    bought = [(e, pair) for e in kept if e.frame.relation in CARRIERS for pair in _dealing(e)]
    kept = [
        e
        for e in kept
        if e.frame.relation != "supplies"
        or not _is_of(e, {pair for deal, pair in bought if deal.frame.relation == "acquisition" or _same_word(deal, e)})
    ]
    sold = _pairs(kept, "acquisition", "seller", "target")
    bought_by = _pairs(kept, "acquisition", "investor", "target")  # «Nun wird die App Beta von Alpha gekauft»
    kept = [
        e
        for e in kept
        if e.frame.relation != "provides"
        or not (_pairs([e], "provides", "company", "product") & (sold | bought_by if e.nominal else sold))
    ]
    kept = [e for e in kept if not _is_told_of_another(e, kept)]
    kept = [_between_firms(e, kept) if e.frame.relation == "competes" else e for e in kept]
    supplied = _pairs(kept, "supplies", "supplier", "customer")
    kept = [
        e
        for e in kept
        if e.frame.relation != "competes"
        or e.frame.name in RIVALS
        or not (_pairs([e], "competes", "a", "b") & supplied)
    ]
    kept = [e for e in kept if not _is_guessed(e, kept) and not _is_in_round(e, kept)]
    made = _pairs(kept, "provides", "company", "product")
    kept = [e for e in kept if e.frame.relation != "competes" or not (_pairs([e], "competes", "a", "b") & made)]
    hosted = [e for e in kept if not _governed(e) or _has_host(e, p, kept)]
    ordered = sorted(hosted, key=lambda e: (_governed(e), e.clause, e.first, e.frame.name))
    return [*ordered, *more]


def _is_in_round(event: Event, kept: list[Event]) -> bool:
    """«Geldgeber sind Alpha und Beta», of the round just told: they take part in it, and in no other investment."""
    if event.frame.relation != "investment" or "amount" in event.roles:
        return False
    rounds = (e for e in kept if e.frame.relation == "funding_round" and e.first == event.first)
    given = {f.name for e in rounds for f in e.roles.get("investor", ())}
    return bool(given) and {f.name for f in event.roles.get("investor", ())} <= given


def _is_anothers(event: Event, p: Parse) -> bool:
    """Whether a well-known product is said to be another firm's than the one known for it, which the sentence names too."""
    if event.frame.relation != "provides":
        return False
    firms = {f.id for f in event.roles.get("company", ())}
    known = {i for f in event.roles.get("product", ()) for i in makers(f.name)}
    return bool(known) and firms.isdisjoint(known) and any(m.id in known for m in p.mentions)


def _each_its_own(event: Event) -> Iterator[Event]:
    """«Alpha und Beta werben mit X5 und Y7»: of several firms and wares, a well-known ware is that of the firm known for it."""
    firms, wares = event.roles.get("company", ()), event.roles.get("product", ())
    if event.frame.relation != "provides" or len(firms) < 2 or len(wares) < 2:
        yield event
        return
    known = {w.name: tuple(f for f in firms if f.id in makers(w.name)) or firms for w in wares}
    if all(owners == firms for owners in known.values()):
        yield event
        return
    for ware in wares:
        yield replace(event, roles={**event.roles, "company": known[ware.name], "product": (ware,)})


def _is_told_of_another(event: Event, kept: list[Event]) -> bool:
    """«Mit X5, dem Chip von Alpha, verdient Beta»: whose a product is, a noun phrase tells better than a verb, and either
    better than what the text is about."""
    firms, products = ({f.name for f in event.roles.get(r, ())} for r in ("company", "product"))
    guessed = not all(f.here for f in event.roles.get("company", ()))
    if event.frame.relation != "provides" or (event.nominal and not guessed):
        return False
    others = (e for e in kept if e.frame.relation == "provides" and e is not event and (guessed or e.nominal))
    told = [e.roles for e in others if guessed or e.clause == event.clause]
    owners = [
        {f.name for f in o["company"]}
        for o in told
        if "company" in o and all(f.here for f in o["company"]) and products <= {f.name for f in o.get("product", ())}
    ]
    return any(firms.isdisjoint(names) for names in owners)


def _is_guessed(event: Event, kept: list[Event]) -> bool:
    """Whether the rivals of somebody who is named («die Konkurrenten von Alpha») are taken for those of another one."""
    if event.frame.relation != "competes" or any(f.here for f in event.roles.get("a", ())):
        return False
    rivals = {f.name for f in event.roles.get("b", ())}
    told = (e for e in kept if e is not event and e.frame.name in RIVALS and e.clause == event.clause)
    return any(
        all(f.here for f in e.roles.get("a", ())) and rivals & {f.name for f in e.roles.get("b", ())}
        for e in told
        if "a" in e.roles
    )


def _is_byname(event: Event, p: Parse) -> bool:
    """«der iPhone-Hersteller Apple», «seine iPhones»: the device that everybody knows a company by is only another word for it."""
    own = event.first > 0 and p.low[event.first - 1].startswith(p.language.stem.possessive)
    if event.frame.relation != "provides" or not event.nominal or not (own or "-" in p.tokens[event.first].text):
        return False
    firms = {f.id for f in event.roles.get("company", ())}
    known = (f.kind == "Product" and not firms.isdisjoint(makers(f.name)) for f in event.roles.get("product", ()))
    return all(known)


def _same_word(one: Event, other: Event) -> bool:
    """Whether two events were opened by the same word: it cannot mean both."""
    return one.clause == other.clause and one.first <= other.last and other.first <= one.last


def _dealing(event: Event) -> Iterator[frozenset[str]]:
    """The pairs of those who have a part in a deal: who buys, who sells, what is bought."""
    parts = [f.name for role in ("investor", "seller", "target") for f in event.roles.get(role, ()) if f.name]
    yield from (frozenset(pair) for pair in combinations(parts, 2))


def _between_firms(event: Event, kept: Iterable[Event]) -> Event:
    """«Alpha hängt Betas Fold ab»: of a company and a product of another one it is the companies that compete."""
    kinds = {r: {f.kind for f in event.roles.get(r, ())} for r in ("a", "b")}
    mixed = [
        r for r, other in (("a", "b"), ("b", "a")) if kinds[r] and kinds[r] <= PRODUCTS and kinds[other] == {"Company"}
    ]
    if not mixed:
        return event
    offers = [e.roles for e in kept if e.frame.relation == "provides"]
    made = {f.name: o["company"][0] for o in offers if "company" in o for f in o.get("product", ())}
    role = mixed[0]
    firms = tuple(
        replace(made[f.name], first=f.first, last=f.last, here=f.here, verbal=f.verbal) if f.name in made else f
        for f in event.roles[role]
    )
    names = {f.name for r in ("a", "b") if r != role for f in event.roles[r]}
    return event if any(f.name in names for f in firms) else replace(event, roles={**event.roles, role: firms})


def _pairs(events: Iterable[Event], relation: str, one: str, other: str) -> set[frozenset[str]]:
    """The names that events of a relation bring together."""
    found = [e.roles for e in events if e.frame.relation == relation]
    return {frozenset((a.name, b.name)) for r in found for a in r.get(one, ()) for b in r.get(other, ())}


def _is_of(event: Event, pairs: set[frozenset[str]]) -> bool:
    """Whether supplier and customer are one of these pairs: who buys a company is not supplied by it."""
    return any(
        frozenset((a.name, b.name)) in pairs
        for a in event.roles.get("supplier", ())
        for b in event.roles.get("customer", ())
    )


def _spend(found: list[Event], p: Parse) -> tuple[list[Event], list[Event]]:
    """Each sum goes to one event: by the relations' priority, to the event in whose clause it stands, to the one with more roles.

    Another event of the same relation on the same sum says more of the same thing.
    """
    kept: list[Event] = []
    more: list[Event] = []
    spent: dict[tuple[int, int], str] = {}
    for event in sorted(found, key=lambda e: _rank(e, p)):
        sums = {(f.quantity.first, f.quantity.last) for f in event.all() if f.quantity is not None}
        owners = {spent[s] for s in sums & spent.keys()}
        if not owners:
            spent |= dict.fromkeys(sums, event.frame.relation)
            kept.append(event)
        elif owners == {event.frame.relation} and event.frame.relation in CARRIERS:
            more += _further(event)
    return kept, more


def _rank(event: Event, p: Parse) -> tuple[int, bool, int, int, int]:
    name = event.frame.relation
    inside = p.clauses[event.clause].tokens
    elsewhere = any(f.quantity is not None and f.quantity.last not in inside for f in event.all())
    priority = PRIORITY.index(name) if name in PRIORITY else len(PRIORITY)
    return priority, elsewhere, -len(event.roles), event.clause, event.first


def _further(event: Event) -> list[Event]:
    """What the event says beside the sum and its investor, of the investment just written."""
    rest = {r: f for r, f in event.roles.items() if r in SAYS_MORE}
    here = Filler("investment", event.first, event.last)
    return [replace(event, roles={"event": (here,), **rest})] if rest else []


# --- goals
def _governed(event: Event) -> bool:
    """Whether the event is the purpose of another one («…, um … zu …»)."""
    return _is_purpose(event.frame)


@lru_cache(1000)
def _is_purpose(frame: Frame) -> bool:
    return any(role.slots == ("governed",) for role in frame.roles)


def _has_host(event: Event, p: Parse, kept: list[Event]) -> bool:
    """Whether a clause that this one hangs on speaks of money that is put in."""
    hosts, at = set(), p.clauses[event.clause].parent
    while at is not None and at not in hosts:
        hosts.add(at)
        at = p.clauses[at].parent
    return any(e.clause in hosts and e.frame.relation in CARRIERS for e in kept if e is not event)


# --- ranks
def _ranked(found: list[Event]) -> Iterator[Event]:
    """A rank has one holder, and something that it holds for: at least the figure that stands before it."""
    for event in found:
        if event.frame.relation != "position":
            yield event
            continue
        scoped = event if any(r in event.roles for r in SCOPES) else _by_figure(event, found)
        for holder in event.roles["holder"] if scoped is not None else ():
            yield replace(scoped or event, roles={**(scoped or event).roles, "holder": (holder,)})


def _by_figure(event: Event, found: list[Event]) -> Event | None:
    """«zählt 5 Millionen Nutzer und übertrifft damit Alpha»: ahead by the number of users."""
    figures = [e for e in found if e.frame.relation == "measurement" and e.clause < event.clause]
    metric = figures[-1].frame.set.get("ng:metric", "") if figures else ""
    if not metric:
        return None
    return replace(
        event, roles={**event.roles, "metric": (Filler("concept", event.first, event.first, id=f"ngc:{metric}"),)}
    )
