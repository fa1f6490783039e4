"""Who gives money to whom: several who give a company money together make a funding round, whatever the words call it;
what another gives, whom the text is about gets.

«38 Millionen Euro schießen der Fonds Alpha und die Versicherung Beta ein».
"""

from collections.abc import Collection, Mapping

from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.payer import gives
from newsgraph.replacement import replace
from newsgraph.subject import subject
from newsgraph.wordlist import tails

STAKES = ("takes-a-stake/", "sum-stake/")  # how the names of the frames begin that tell of parts of a firm
ON_BOARD = ("/is-still-on-board", "/have-a-part", "/is-in-with-a-sum")
HALF, ALL = 50, 100  # per cent


def joined(event: Event, p: Parse, language: Language) -> Event:
    """The event as a funding round where two or more, one of them an investor by trade, put a sum into a company."""
    roles = event.roles
    givers = {f.name for f in roles.get("investor", ()) if f.here}
    if event.frame.relation != "investment" or not roles.keys() >= {"amount", "target"}:
        return event
    investors = roles.get("investor", ())
    if len(givers) < 2 and not any(_leads_group(p, f, language) or _is_not_alone(p, event, f) for f in investors):
        return event
    if not p.language.word.over_time.isdisjoint(p.words(p.clauses[event.clause])):
        return event  # «seit der Gründung», «bislang»: in several rounds
    if roles.keys() & {"goal", "part"} or not any(_by_trade(p, f, language) for f in roles["investor"]):
        return event
    return replace(event, frame=replace(event.frame, relation="funding_round"))


def _is_not_alone(p: Parse, event: Event, filler: Filler) -> bool:
    """«der Fonds Alpha und die Beteiligungstochter der Bank»: another one gave too, whose name was not found."""
    parts = p.phrases[event.clause]
    own = next((f for f in parts if f.first <= filler.first <= f.last and not f.prep), None)
    firms = p.language.ending.investor_kin
    listed = (f for f in parts if own is not None and f.link == "list" and f.to == own.index and f.mention is None)
    return filler.here and any(f.quantity is None and p.low[f.head].endswith(firms) for f in listed)


def _leads_group(p: Parse, filler: Filler, language: Language) -> bool:
    """«von einer Gruppe um Alpha», «ein Konsortium unter Führung von Alpha»."""
    groups = tails(language.code, "group_nouns")
    before = [p.low[i] for i in range(max(filler.first - 4, 0), filler.first + 1)] if filler.here else []
    at = next((i for i, w in enumerate(before) if w.endswith(groups)), None)
    return at is not None and any(w in language.prep.led_group for w in before[at + 1 :])


def in_round(event: Event, p: Parse, recent: bool) -> Event:
    """«Mit an Bord ist Alpha», right after a round was told of: Alpha takes part in it."""
    if not recent or not event.frame.name.endswith(ON_BOARD):
        return event
    if not p.language.adv.still.isdisjoint(p.words(p.clauses[event.clause])):
        return event  # who has been there before
    spoken = Filler("round", event.first, event.first, here=False)
    frame = replace(event.frame, relation="funding_round")
    return replace(event, frame=frame, roles={"event": (spoken,), "investor": event.roles["investor"]})


def turned(event: Event, p: Parse, topic: Mention | None, language: Language) -> Event:
    """«62 Millionen haben Alpha Ventures und Beta Partners in der Runde eingezahlt»: they gave, whom the text is about got it."""
    gets = event.roles.get("target", ())
    if event.frame.relation != "funding_round" or not gets or "investor" in event.roles or "lead" in event.roles:
        return event
    named = {g.name for g in gets}
    if not all(g.here for g in gets) or not any(_by_trade(p, g, language) for g in gets):
        return event
    if len(named) < 2 and p.clauses[event.clause].verb.lemma in language.grammar["sums"]["raising"]:
        return event  # a fund may raise money itself
    if topic is None or topic.kind != "Company" or topic.name in named:
        return event
    whose = Filler("Company", event.first, event.first, topic.name, topic.id, here=False)
    return replace(event, roles={**event.roles, "target": (whose,), "investor": gets})


def _by_trade(p: Parse, filler: Filler, language: Language) -> bool:
    """«der Fonds Alpha», «Alpha Ventures»."""
    ends = tuple(language.grammar["sums"]["funds"])
    return filler.here and any(t.text.lower().endswith(ends) for t in p.tokens[filler.first : filler.last + 1])


def given_on(event: Event, p: Parse, paid: Mapping[str, str], language: Language) -> Event:
    """«Alpha, schon bisher an Beta beteiligt, steuerte 400 Millionen bei»: to Beta."""
    verb = p.clauses[event.clause].verb.lemma
    if event.frame.relation != "investment" or event.roles.keys() != {"investor", "amount"}:
        return event
    gives_on = verb in language.grammar["sums"]["giving"] or p.clauses[event.clause].kind == "relative"
    into = {paid[g.name] for g in event.roles["investor"] if g.name in paid} if gives_on else set()
    told = next((m for m in p.mentions if m.name in into and m.kind == "Company"), None)
    if len(into) != 1 or told is None:
        return event
    gets = Filler("Company", told.first, told.last, told.name, told.id)
    return replace(event, roles={**event.roles, "target": (gets,)})


def given(event: Event, p: Parse, topic: Mention | None, language: Language) -> Event:
    """«Alpha sagt 3 Millionen zu» in a text about Beta: Beta gets it, from the state as one that benefits."""
    verb = p.clauses[event.clause].verb.lemma
    if (
        event.frame.relation != "investment"
        or event.roles.keys() - {"after"} != {"investor", "amount"}
        or topic is None
    ):
        return event
    givers = event.roles["investor"]
    lives_by_it = all(_by_trade(p, g, language) for g in givers)  # «Der Geldgeber Alpha hat 3 Millionen hineingesteckt»
    comes = "after" in event.roles and verb in language.verb.come_or_flow
    if topic.kind != "Company" or not (comes or lives_by_it or verb in language.grammar["sums"]["giving"]):
        return event
    names = {g.name for g in givers}
    hung = {f.first for f in p.phrases[event.clause] if f.link == "genitive"}  # «die Tochter der Bank Alpha»
    gapped = _gapped(event, p)
    named = (
        m
        for m in p.mentions
        if m.kind == "Company" and not m.rest and m.name not in (*names, topic.name) and m.first not in gapped
    )
    near = any(not {m.first, m.first - 1, m.first - 2} & hung and not gives(p, m.first) for m in named)
    if topic.name in names or near or not all(g.here for g in givers) or _beside(event, p, topic):
        return event
    role = "beneficiary" if all(g.kind in ("PublicBody", "Place") for g in givers) else "target"
    gets = Filler("Company", event.first, event.first, topic.name, topic.id, here=False)
    return replace(event, roles={**event.roles, role: (gets,)})


def _gapped(event: Event, p: Parse) -> frozenset[int]:
    """«Alpha steuert 3 Millionen bei, Beta 2 Millionen»: the tokens of those who do the same by the same verb."""
    own = p.clauses[event.clause]
    same = (c for c in p.clauses if c is not own and c.verb.finite is not None and c.verb.finite == own.verb.finite)
    return frozenset(i for c in same for i in c.tokens)


def _beside(event: Event, p: Parse, topic: Mention) -> bool:
    """«Alpha legt einen Fonds auf, Beta gibt für Beteiligungen 3 Millionen»: Beta does the same, and gives Alpha nothing."""
    clause = p.clauses[event.clause]
    tells = any(
        f.prep in p.language.prep.for_or_in and f.quantity is None and not f.pronoun for f in p.phrases[event.clause]
    )
    others = (subject(p, c) for c in p.clauses if c is not clause and c.kind == "main")
    acts = any(o is not None and o.mention is not None and o.mention.name == topic.name for o in others)
    return tells and acts and event.roles["investor"][0].kind == "Company"


def granted(event: Event) -> Event:
    """A company that a public body supports gets the money: it benefits, and is where the money goes."""
    roles = event.roles
    gets = tuple(f for f in roles.get("beneficiary", ()) if f.kind == "Company")
    public = all(f.kind in ("PublicBody", "Place") for f in roles.get("investor", ()))
    if event.frame.relation != "investment" or not roles.keys() >= {"investor", "amount"} or not public or not gets:
        return event
    return event if roles.keys() & {"target", "goal", "purpose"} else replace(event, roles={**roles, "target": gets})


def whole(event: Event, p: Parse, language: Language) -> Event:
    """«steigt mit 51 Prozent ein»: who gets more than half of a firm buys it."""
    stake = event.frame.relation == "investment" and event.frame.name.startswith(STAKES) and "target" in event.roles
    holds = p.clauses[event.clause].verb.lemma in language.grammar["sums"]["holding_verbs"]
    if not stake or holds or "purpose" in event.roles or "beneficiary" in event.roles:
        return event
    here = [f.quantity for f in p.phrases[event.clause] if f.quantity is not None and f.quantity.unit == "percent"]
    most = any(HALF < q.size <= ALL and q.role == "" for q in here) or _has_most_then(event, p)
    if not most:
        return event
    return replace(event, frame=replace(event.frame, relation="acquisition"))


def _has_most_then(event: Event, p: Parse) -> bool:
    """«erwirbt weitere 31 Prozent und hält danach die Mehrheit»: of the same one."""
    behind = (c for c in p.clauses if c.index == event.clause + 1 and c.joined)
    return any(not p.language.word.majority.isdisjoint(p.words(c)) for c in behind)


def raised(event: Event, p: Parse, raiser: Filler | None, backers: Collection[str]) -> Event:
    """«Alpha führte die Runde von Beta an, bei der das Start-up 17 Millionen einsammelte»: Beta, not who gave."""
    role = {"funding_round": "target", "measurement": "measured"}.get(event.frame.relation, "")
    if raiser is None or event.frame.set.get("ng:metric", "total-funding") != "total-funding":
        return event
    gets = event.roles.get(role, ())
    if len(gets) != 1 or gets[0].name not in backers or gets[0].name == raiser.name:
        return event
    if any(m.first <= gets[0].last and gets[0].first <= m.last and not m.adjective for m in p.mentions):
        return event
    meant = replace(raiser, first=gets[0].first, last=gets[0].last, here=gets[0].here, verbal=gets[0].verbal)
    return replace(event, roles={**event.roles, role: (meant,)})
