"""An event of money, completed by the deals that were spoken of before it, and as a funding round where it is one."""

from newsgraph.dealing import Dealings
from newsgraph.filler import Event, Filler
from newsgraph.joint import given, given_on, granted, in_round, joined, raised, turned, whole
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.replacement import replace
from newsgraph.wordlist import PRODUCTS
from newsgraph.worth import worth

LATELY = 2  # sentences


def fitted(dealings: Dealings, event: Event, p: Parse, language: Language, topic: Mention | None = None) -> Event:
    """The event with what was spoken of before, and as a funding round where it is one."""
    again = worth(dealings, _since(dealings, _retold(dealings, event, p), p.sentence.index), p)
    told = whole(raised(again, p, dealings.raiser, dealings.backers), p, language)
    told = in_round(turned(told, p, topic, language), p, dealings.recent("round", p.sentence.index))
    return joined(
        granted(given(given_on(_thereby(dealings, told, p), p, dealings.paid, language), p, topic, language)),
        p,
        language,
    )


def _since(dealings: Dealings, event: Event, sentence: int) -> Event:
    """«Alpha gehört seit Mai zu Beta. Gezahlt haben soll Beta 3 Millionen»: the price of a purchase that is told thereby."""
    last = dealings.since
    bare = event.frame.relation == "acquisition" and event.roles.keys() == {"event", "amount"}
    if not bare or last is None or not 0 <= sentence - last[0] <= LATELY:
        return event
    target, investor = (replace(f, first=event.first, last=event.first, here=False) for f in last[1:])
    return replace(event, roles={"amount": event.roles["amount"], "target": (target,), "investor": (investor,)})


def _thereby(dealings: Dealings, event: Event, p: Parse) -> Event:
    """«… hat den Anteil aufgestockt. Dafür hat sie 3 Millionen aufgewendet»: the price of the stake, no other investment."""
    plain = event.frame.relation == "investment" and event.roles.keys() == {"investor", "amount"}
    far = event.frame.relation == "acquisition" and not any(f.here for f in event.roles.get("target", ()))
    if not (plain or (far and "amount" in event.roles)):
        return event
    if all(p.low[i] not in p.language.adv.for_that for i in p.clauses[event.clause].tokens):
        return event
    every = [*dealings.money[-1:], *(h for h in dealings.here if h[1] == p.sentence.index)]
    kind, at, summed = every[-1] if every else ("", 0, False)
    if far and (kind != "stake" or dealings.recent("deal", p.sentence.index)):
        return event
    if kind not in ("stake", "acquisition") or summed or p.sentence.index - at > 2:
        return event
    spoken = Filler("deal" if kind == "acquisition" else kind, event.first, event.first, here=False)
    frame = replace(event.frame, relation="acquisition" if kind == "acquisition" else "investment")
    return replace(event, frame=frame, roles={"event": (spoken,), "amount": event.roles["amount"]})


def _retold(dealings: Dealings, event: Event, p: Parse) -> Event:
    """«…, der das Unternehmen 2019 gekauft hatte»: that company is the one just dealt with, not whom the text is about."""
    bought = event.roles.get("target", ())
    dealt = dealings.child_of(event.roles.get("investor", ()), p.sentence.index) or dealings.buys(p.sentence.index)
    if event.frame.relation != "acquisition" or dealt is None or len(bought) != 1:
        return event
    if bought[0].kind in PRODUCTS and dealt.kind not in PRODUCTS:
        return event  # «will die App übernehmen»: no firm
    named = any(m.first <= bought[0].last and bought[0].first <= m.last and not m.adjective for m in p.mentions)
    if named or any(f.name == dealt.name for f in event.all()):
        return event
    meant = replace(dealt, first=bought[0].first, last=bought[0].last, here=bought[0].here, verbal=bought[0].verbal)
    return replace(event, roles={**event.roles, "target": (meant,)})
