"""What of money, deals, fines and offices is in mind while a text is read, so that later sentences can go on with it.

«Der Neubau kostet …», «Käufer ist …», «Die Firma Alpha muss … zahlen», «die Runde», «Alpha-Chefin Muster will … investieren».
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from newsgraph.announced import Announcement, announcement
from newsgraph.filler import Event, Filler
from newsgraph.fining import fining, tells_fine, watching
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.relation import CARRIERS, LISTING, OWING, SALE

KINDS = {"round": "funding_round", "deal": "acquisition", "project": "project", "stake": "stake"}
USERS = "users/"  # how the names of the frames begin that tell how many use something
VALUED = ("valuation", "market-capitalisation")
HORIZON = 50  # investments that are kept in mind
PAID = 60  # who paid whom: they are all weighed at each sentence, so a long text keeps the newest


@dataclass(slots=True)
class Dealings:
    """The fillers are of the sentences in which they stood; `money` tells of each investment written: what sort, in which
    sentence, whether with a sum."""

    money: list[tuple[str, int, bool]] = field(default_factory=list)
    raiser: Filler | None = None  # the company that the last funding round was for
    funders: frozenset[str] = frozenset()  # the names of those who gave it money, where there were several
    paid: dict[str, str] = field(default_factory=dict)  # who bought, or put money into, whom: names of companies
    main: tuple[str, Filler] | None = None  # the first purchase of the text: the buyer's name, what is bought
    dealt: tuple[int, Filler] | None = None  # sentence and company that was last said to be bought, or for sale
    buyers: frozenset[str] = frozenset()  # the names of all who took part in the last purchase
    part: int = -9  # sentence that last told of a part being sold or bought
    bid: tuple[int, Filler] | None = None  # sentence and company that last bought, or wants to buy
    taker: Filler | None = None  # the company that buys in the first purchase of the text
    here: list[tuple[str, int, bool]] = field(default_factory=list)  # the same of the sentence that is read
    fining: tuple[int, Filler] | None = None  # sentence and authority that last imposed a fine
    watching: tuple[int, Filler] | None = None  # sentence and authority that was its subject, whatever it did
    punished: tuple[int, Filler] | None = None  # sentence and the only company that was last fined
    sale: tuple[int, Filler] | None = None  # sentence and company that was last said to be sold, or for sale
    gain: tuple[int, Filler, frozenset[str]] | None = None  # sentence, company that last got money, who gave it
    granting: tuple[int, Filler] | None = None  # sentence and public body that last gave money
    owing: tuple[int, Filler, Filler] | None = None  # sentence, who has to pay, the sum, before it is told to whom
    backers: set[str] = field(default_factory=set)  # the names of those who took part in a funding round
    givers: set[str] = field(default_factory=set)  # the names of those who put money into a company
    counted: tuple[int, Filler] | None = None  # sentence and thing of which it was last said how many use it
    valued: tuple[int, Filler] | None = None  # the same of the company that was last said to be worth so much
    since: tuple[int, Filler, Filler] | None = (
        None  # sentence, daughter and mother since a day: a purchase not told yet
    )
    told: Announcement | None = None  # the sum that the text is about to tell
    makers: dict[str, Filler] = field(default_factory=dict)  # product → the company that offers it
    supplied: tuple[int, tuple[Filler, ...], Filler] | None = None  # sentence, suppliers and customer last told of
    serving: tuple[int, tuple[Filler, ...], Filler] | None = None  # as `supplied`, where customers are listed too
    parents: list[tuple[int, Filler, Filler]] = field(
        default_factory=list
    )  # sentence, daughter and mother, the newest last
    offices: dict[str, Filler] = field(default_factory=dict)  # person → the company that the person leads

    def note(self, event: Event, sentence: int) -> None:
        """Keep in mind what an event says of money."""
        roles, relation = event.roles, event.frame.relation
        if relation == "office" and "organization" in roles:
            self.offices |= {f.name: roles["organization"][0] for f in roles.get("person", ())}
        if relation == "parent" and {"child", "parent"} <= roles.keys():
            self.parents = [*self.parents[-HORIZON:], *((sentence, f, roles["parent"][0]) for f in roles["child"])]
        self._make(event)
        if relation == "funding_round" and "target" in roles:
            self.raiser = roles["target"][0]
            names = frozenset(f.name for f in roles.get("investor", ()) if f.name != self.raiser.name)
            self.funders = self.funders | names if len(names) > 1 else self.funders
        if relation in ("acquisition", "investment", SALE) and "target" in roles:
            self.dealt = sentence, roles["target"][0]
        self._pay(event, sentence)
        self._gain(event, sentence)
        if relation == "acquisition" and "investor" in roles:
            self.bid = sentence, roles["investor"][0]
        self._offer(event, sentence)
        if relation == "acquisition" and self.main is None and {"investor", "target"} <= roles.keys():
            self.main = roles["investor"][0].name, roles["target"][0]
            self.taker = roles["investor"][0]
        if relation == "acquisition" and "event" not in roles:
            self.buyers = frozenset(f.name for f in event.all() if f.name)
        if relation == "penalty" and "imposer" in roles:
            self.fining = sentence, roles["imposer"][0]
        if relation == "penalty":
            who = roles.get("penalised", ())
            self.punished = (sentence, who[0]) if len(who) == 1 and who[0].here else None
        if relation == OWING:
            self.owing = sentence, roles["penalised"][0], roles["amount"][0]
        if relation == "penalty":
            known = "imposer" in roles or not {"penalised", "amount"} <= roles.keys()
            self.owing = None if known else (sentence, roles["penalised"][0], roles["amount"][0])
        self._count(event, sentence)
        self._supply(event, sentence)
        if relation in ("investment", "funding_round") and "target" in roles:
            self.givers |= {f.name for f in roles.get("investor", ())}
        if relation in CARRIERS:
            self.money = [*self.money[-HORIZON:], (_sort(event), sentence, "amount" in roles)]

    def expect(self, events: Iterable[Event], sentence: int) -> None:
        """Keep in mind the investments of the sentence that is read, for its sums, until they are noted."""
        self.here = []
        for event in events:
            self.meanwhile(event, sentence)

    def deals(self, events: Iterable[Event], sentence: int) -> None:
        """Keep in mind for the clauses that follow whom a clause tells to be bought."""
        self.here = [h for h in self.here if h[1] == sentence]
        for e in events:
            self._make(e)
            self._supply(e, sentence)
            self._pay(e, sentence)
            self._gain(e, sentence)
            self._offer(e, sentence)
            self.meanwhile(e, sentence)
            if e.frame.relation in ("acquisition", "investment", SALE) and "target" in e.roles:
                self.dealt = sentence, e.roles["target"][0]
            if e.frame.relation == "acquisition" and "investor" in e.roles:
                self.bid = sentence, e.roles["investor"][0]
            if e.frame.relation == "penalty" and "imposer" in e.roles:
                self.fining = sentence, e.roles["imposer"][0]
            if e.frame.relation == "parent" and {"child", "parent"} <= e.roles.keys():
                self.parents = [*self.parents, *((sentence, f, e.roles["parent"][0]) for f in e.roles["child"])]

    def joins(self, event: Event, p: Parse) -> None:
        """«Alpha gehört seit Mai zu Beta»: what belongs to somebody since a day was bought then; the price may follow."""
        roles, sentence = event.roles, p.sentence.index
        if event.frame.relation != "parent" or not {"child", "parent"} <= roles.keys() or len(roles["child"]) > 1:
            return
        child, parent = roles["child"][0], roles["parent"][0]
        if (
            not p.language.prep.since_year.isdisjoint(p.words(p.clauses[event.clause]))
            and child.kind == parent.kind == "Company"
        ):
            self.dealt, self.bid, self.since = (sentence, child), (sentence, parent), (sentence, child, parent)
            self.money = [*self.money[-HORIZON:], ("acquisition", sentence, False)]

    def _pay(self, event: Event, sentence: int) -> None:
        """Keep in mind who put money into which company that was not said before to be theirs."""
        deal = event.frame.relation in ("acquisition", "investment", "funding_round")
        target = next(iter(event.roles.get("target", ())), None) if deal else None
        if target is None or target.kind != "Company":
            return
        own = {parent.name for at, child, parent in self.parents if child.name == target.name and at < sentence}
        self.paid |= {f.name: target.name for f in event.roles.get("investor", ()) if f.name not in own}
        for name in [*self.paid][:-PAID]:
            del self.paid[name]

    def _count(self, event: Event, sentence: int) -> None:
        """Keep in mind of which thing was told how many use it, or how much it is worth."""
        if event.frame.name.startswith(USERS) and "measured" in event.roles:
            self.counted = sentence, event.roles["measured"][0]
        if event.frame.set.get("ng:metric") in VALUED and "measured" in event.roles:
            self.valued = sentence, event.roles["measured"][0]

    def sells(self, sentence: int) -> Filler | None:
        """The company that was just said to be for sale, or sold, with nobody told yet who buys it."""
        found = self.sale
        return found[1] if found is not None and sentence - found[0] <= 2 else None

    def _offer(self, event: Event, sentence: int) -> None:
        """Keep in mind which company is for sale, until somebody is told to buy one."""
        relation, roles = event.frame.relation, event.roles
        if "target" in roles and (relation == SALE or (relation == "acquisition" and "investor" in roles)):
            self.sale = (sentence, roles["target"][0]) if relation == SALE else None

    def _gain(self, event: Event, sentence: int) -> None:
        """Keep in mind which company somebody put money into, or bought."""
        if event.frame.relation not in CARRIERS:
            return
        gets = event.roles.get("target", ())
        givers = frozenset(f.name for r in ("investor", "lead") for f in event.roles.get(r, ()) if f.name)
        if len(gets) == 1 and gets[0].kind == "Company" and givers:
            self.gain = sentence, gets[0], givers

    def gained(self, sentence: int, within: int) -> tuple[Filler, frozenset[str]] | None:
        """The company that last got money, and from whom, where that was told of late."""
        return self.gain[1:] if self.gain is not None and sentence - self.gain[0] <= within else None

    def worth(self, sentence: int) -> Filler | None:
        """The company of which it was told in this sentence or the last how much it is worth."""
        return self.valued[1] if self.valued is not None and sentence - self.valued[0] <= 1 else None

    def _make(self, event: Event) -> None:
        """Keep in mind who was said to offer which product."""
        if event.frame.relation == "provides" and "company" in event.roles:
            self.makers |= {f.name: event.roles["company"][0] for f in event.roles.get("product", ())}

    def _supply(self, event: Event, sentence: int) -> None:
        """Keep in mind who was last said to be supplied."""
        told = event.frame.relation == "supplies" and {"supplier", "customer"} <= event.roles.keys()
        if told:
            self.serving = sentence, event.roles["supplier"], event.roles["customer"][0]
        if told and not event.frame.name.endswith(LISTING):
            self.supplied = self.serving

    def counts(self, sentence: int, within: int = 1) -> Filler | None:
        """The thing whose users were counted in this sentence or the last."""
        return self.counted[1] if self.counted is not None and sentence - self.counted[0] <= within else None

    def recent(self, kind: str, sentence: int, within: int = 3, *, open_: bool = False) -> bool:
        """Whether an investment of this kind was spoken of in the last three (or so) sentences; `open_`: the last without a sum."""
        every = (*self.money, *(h for h in self.here if h[1] == sentence))
        found = [summed for sort, at, summed in every if sentence - at <= within and KINDS.get(kind, sort) == sort]
        return bool(found) and not (open_ and found[-1])

    def buys(self, sentence: int) -> Filler | None:
        """The company that a deal of late is about."""
        return self.dealt[1] if self.dealt is not None and sentence - self.dealt[0] <= 4 else None

    def meanwhile(self, event: Event, sentence: int) -> None:
        """Keep in mind a sum just read, for those behind it in the sentence."""
        giver = next((f for f in event.roles.get("investor", ()) if f.kind in ("PublicBody", "Place")), None)
        if giver is not None and event.frame.relation == "investment":
            self.granting = sentence, giver
        self._count(event, sentence)
        if event.frame.relation == "funding_round" and "target" in event.roles:
            self.raiser = event.roles["target"][0]
            self.backers |= {f.name for r in ("lead", "investor") for f in event.roles.get(r, ())}
        if event.frame.relation in CARRIERS and ("event" not in event.roles or "amount" in event.roles):
            self.here = [*self.here, (_sort(event), sentence, "amount" in event.roles)]

    def took(self, sentence: int) -> bool:
        """Whether somebody was told in this sentence, before the clause that is read, to buy what is dealt with."""
        return any(at == sentence and sort == "acquisition" for sort, at, _ in self.here)

    def maker(self, product: Mention | None) -> Mention | None:
        """The company that was said to offer a product."""
        found = self.makers.get(product.name) if product is not None else None
        return _mention(found) if found is not None else None

    def buyer(self, sentence: int) -> Mention | None:
        """Who buys, or wants to buy, in a deal of late."""
        return _mention(self.bid[1]) if self.bid is not None and sentence - self.bid[0] <= 6 else None

    def first_buyer(self) -> Mention | None:
        """Who buys in the first purchase that was told, which the text is likely to be about."""
        return _mention(self.taker) if self.taker is not None else None

    def bought(self, sentence: int) -> Mention | None:
        """What is bought, or for sale, in a deal of late."""
        return _mention(self.dealt[1]) if self.dealt is not None and sentence - self.dealt[0] <= 6 else None

    def fines(self, sentence: int) -> Filler | None:
        """The authority that fines somebody in this sentence or the two before."""
        return self.fining[1] if self.fining is not None and sentence - self.fining[0] <= 2 else None

    def child_of(self, owners: Iterable[Filler], sentence: int) -> Filler | None:
        """The company that was just said to be a daughter of one of these."""
        names = {o.name for o in owners}
        lately = (c for at, c, parent in reversed(self.parents) if sentence - at <= 2 and parent.name in names)
        return next((c for c in lately if c.kind == "Company"), None)

    def holder(self, name: str) -> Mention | None:
        """Who was said to own a company, the one told last."""
        told = (parent for _, child, parent in reversed(self.parents) if child.name == name)
        return next((m for f in told if (m := _mention(f)) is not None), None)

    def watches(self, sentence: int) -> Filler | None:
        """The authority that the last two sentences told something of."""
        return self.watching[1] if self.watching is not None and 0 < sentence - self.watching[0] <= 2 else None

    def owes(self, sentence: int) -> tuple[Filler, Filler] | None:
        """Who was just said to have to pay, and how much, where it was not said to whom."""
        return self.owing[1:] if self.owing is not None and 0 < sentence - self.owing[0] <= 2 else None

    def grants(self, sentence: int) -> Filler | None:
        """The public body that gives money in this sentence or the one before."""
        return self.granting[1] if self.granting is not None and sentence - self.granting[0] <= 1 else None

    def fined(self, p: Parse, language: Language) -> None:
        """Remember the authority of a sentence that speaks of a fine, whoever has to pay it; and which sum is to come."""
        self.told = announcement(p, self.told, language)
        if (authority := fining(p, language)) is not None:
            self.fining = p.sentence.index, authority
        elif self.fining is not None and self.fines(p.sentence.index) is not None and tells_fine(p, language):
            self.fining = p.sentence.index, self.fining[1]  # the text goes on with its fines
        if (authority := watching(p, language)) is not None:
            self.watching = p.sentence.index, authority


def _mention(filler: Filler) -> Mention | None:
    """A company that was named before, as a name in the text."""
    named = filler.kind == "Company" and bool(filler.name)
    return Mention(filler.first, filler.last, filler.name, filler.kind, filler.id) if named else None


def _sort(event: Event) -> str:
    """What is remembered of an investment: a project, a stake, or its relation."""
    if event.frame.relation != "investment":
        return event.frame.relation
    kinds = {f.kind for f in event.roles.get("event", ())}
    if ("target" in event.roles and "beneficiary" not in event.roles) or "stake" in kinds:
        return "stake"
    return "project" if "investor" in event.roles or "project" in kinds else event.frame.relation
