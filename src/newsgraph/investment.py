"""Writes investments down: what is said again of one is said of the same node."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice, takewhile

from newsgraph.claim import Claim, Literal, Thing, Value
from newsgraph.filler import Event, Filler
from newsgraph.identity import node
from newsgraph.money import Money, is_same
from newsgraph.parse import Parse
from newsgraph.quantity import Quantity
from newsgraph.register import HORIZON, Register
from newsgraph.relation import Relation
from newsgraph.replacement import replace
from newsgraph.tension import Summed
from newsgraph.value import words_of

GIVES = ("ng:investor", "ng:leadInvestor")
BENEFITS = "benefits/"  # how the names of the frames begin that tell who benefits: rather from a company's money


@dataclass(slots=True)
class Investments:
    """The investments of an article."""

    register: Register
    money: dict[str, Money] = field(default_factory=dict)  # by node, the one spoken of last at the end
    sums: list[Summed] = field(default_factory=list)

    def enter(self, relation: Relation, event: Event, p: Parse, claim: Claim, status: str) -> None:
        """Write an event of an investment, whose status is `status` where it is a new one."""
        here = self._open(event, p, relation, status)
        year = claim.valid_from[:4]
        if (
            year
            and claim.modality == "planned"
            and (claim.valid_from, claim.valid_until) == (f"{year}-01-01", f"{year}-12-31")
        ):
            self._claim(
                replace(claim, subject=here, predicate="ng:plannedFor", object=Literal(year, datatype="xsd:gYear"))
            )
        for role, fillers in event.roles.items():
            for filler in fillers:
                self._say(here, relation, role, filler, p, claim)

    def withdraw(self, who: str | None, sentence: int) -> None:
        """The plan spoken of last, of this investor where one is named, came to nothing."""
        things = self.register.things
        lately = takewhile(lambda m: sentence - m.sentence <= 2, reversed(self.money.values()))  # they lie in order
        for money in lately:
            thing = things[money.id]
            done = ("ng:status", "ngc:done") in thing.facts and money.sentence < sentence
            if not done and (who is None or who in money.investors):
                facts = tuple((p, "ngc:cancelled" if p == "ng:status" else v) for p, v in thing.facts)
                things[money.id] = replace(thing, facts=facts)
                return

    def _say(self, here: str, relation: Relation, role: str, filler: Filler, p: Parse, claim: Claim) -> None:
        if not relation.roles.get(role):
            return  # a role that only had to be there
        if filler.quantity is not None:
            self._sum(here, relation.roles[role], filler.quantity, p, claim)
        elif role in ("purpose", "goal") and filler.kind == "text":
            predicate, value = self._purpose(filler, p)
            self._claim(replace(claim, subject=here, predicate=predicate, object=value))
            for place in self._places(filler, p):
                self._claim(replace(claim, subject=here, predicate="ng:location", object=place))
        else:
            money, predicate = self.money[here], relation.roles[role]
            partners = money.targets if predicate in GIVES else money.investors if predicate == "ng:target" else ()
            for value in self.register.values(filler, here, p, money.investors):
                if value in partners:
                    continue  # nobody puts money into himself
                self._claim(replace(claim, subject=here, predicate=predicate, object=value))

    def _purpose(self, filler: Filler, p: Parse) -> tuple[str, Value]:
        """A concept where the purpose scheme has one, else the words of the text."""
        nouns = [i for i in range(filler.first, filler.last + 1) if p.tokens[i].is_a("NN", "NE")]
        for i in nouns:
            concept = self.register.language.nouns.purpose(p.tokens[i].text, p.tokens[i - 1].text if i else "")
            if concept and (i == nouns[0] or p.tokens[nouns[0]].text in self.register.language.grammar["deed_nouns"]):
                return "ng:purpose", f"ngc:{concept}"
        return "ng:goal", Literal(words_of(p, filler, self.register.article), self.register.article.language)

    def _places(self, filler: Filler, p: Parse) -> Iterator[str]:
        """The places inside a purpose: «ein Werk in Graz»."""
        for mention in p.mentions:
            inside = filler.first < mention.first <= filler.last and not mention.adjective and not mention.rest
            if inside and (
                mention.kind == "Place"
                or (not mention.kind and p.tokens[mention.first - 1].lemma in p.language.prep.in_)
            ):
                yield self.register.mention(replace(mention, kind="Place"))

    def _sum(self, here: str, predicate: str, q: Quantity, p: Parse, claim: Claim) -> None:
        """The sum, and the same sum in another currency beside it."""
        amount = self.register.quantity(q, here)
        self._claim(replace(claim, subject=here, predicate=predicate, object=amount), q)
        at = p.quantities.index(q)
        for other in p.quantities:
            if other.converted_from == at:
                twin = self.register.quantity(other, here, amount)
                start, end = claim.start, max(claim.end, p.tokens[other.last].end)
                self._claim(replace(claim, subject=here, predicate=predicate, object=twin, start=start, end=end))

    def _claim(self, claim: Claim, q: Quantity | None = None) -> None:
        self.register.claims.append(claim)
        if q is not None and q.currency:
            investor = self.money.get(claim.subject)
            for name in sorted(investor.investors) if investor else ():
                self.sums.append((claim, claim.subject, name, q))

    def _is_public(self, m: Money) -> bool:
        """Whether only public bodies put money in."""
        kinds = [self.register.things[i].kind for i in m.investors]
        return bool(kinds) and set(kinds) <= {"PublicBody", "Place"}

    def _new(self, relation: Relation, event: Event, p: Parse) -> str:
        """The node of an investment by the place of its verb or noun; where one verb tells of several, by that of its sum or
        of what the money goes to."""
        at = [event.first, *(f.first for role in ("amount", "target") for f in event.roles.get(role, ()))]
        ids = [node(relation.kind.lower(), self.register.article.digest, p.tokens[i].start) for i in at]
        return next((i for i in ids if i not in self.register.things), ids[-1])

    def _near(self, event: Event, sums: frozenset[tuple[str, Decimal]], targets: frozenset[str]) -> Iterator[Money]:
        """The investments kept in mind that an event may speak of again, the last first: just named, or of its sum or target."""
        said = "event" in event.roles
        for m in islice(reversed(self.money.values()), HORIZON):
            near = said or event.sentence - m.sentence <= 2
            if near or not (m.sums.isdisjoint(sums) and m.targets.isdisjoint(targets)):
                yield m

    def _open(self, event: Event, p: Parse, relation: Relation, status: str) -> str:
        """The node of the investment: one written before that this event speaks of again, or a new one."""
        investors = frozenset(self.register.thing(f) for f in event.roles.get("investor", ()))
        targets = frozenset(
            self.register.thing(f)
            for f in event.roles.get("target", ())
            if f.kind not in ("text", "investment", "round", "deal", "project", "stake")
        )
        sums = frozenset(
            (q.currency or "", q.size) for f in event.roles.get("amount", ()) if (q := f.quantity) is not None
        )
        fitting = [m for m in self._near(event, sums, targets) if is_same(m, event, investors, sums, targets)]
        named = "event" in event.roles and any(m.targets & targets for m in fitting)  # rather the one of that target
        fit = (m for m in fitting if not named or m.targets & targets)
        known = next(fit, None)
        if known is not None and event.frame.name.startswith(BENEFITS) and self._is_public(known):
            known = next((m for m in fit if event.sentence - m.sentence <= 3 and not self._is_public(m)), known)
        if known is None:
            here = self._new(relation, event, p)
            known = Money(here, event.frame.relation, frozenset(), frozenset(), frozenset(), event.sentence)
            self.register.things[here] = Thing(here, relation.kind, facts=(("ng:status", f"ngc:{status}"),))
        self.money.pop(known.id, None)
        self.money[known.id] = replace(
            known,
            investors=known.investors | investors,
            sums=known.sums | sums,
            targets=known.targets | targets,
            sentence=event.sentence,
        )
        return known.id
