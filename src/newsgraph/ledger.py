"""Writes events down as things and claims, one node a thing: what is named twice, or summed up again, is one node."""

from dataclasses import dataclass, field
from itertools import combinations, takewhile

from newsgraph import regulation
from newsgraph.acronym import surface
from newsgraph.article import Article
from newsgraph.attribution import Source
from newsgraph.certainty import Certainty, condition
from newsgraph.claim import Claim, Literal, Thing, Value, article_id
from newsgraph.clause import Clause
from newsgraph.filler import Event
from newsgraph.fine import PENALTY, joined
from newsgraph.identity import node
from newsgraph.investment import Investments
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.register import Register
from newsgraph.relation import RELATIONS, Relation
from newsgraph.replacement import replace
from newsgraph.soundness import agents, singly
from newsgraph.tension import Summed
from newsgraph.time_resolution import resolve
from newsgraph.value import reported_when, when
from newsgraph.wordlist import PRODUCTS

# Nobody denies what something is called, or which rule binds him.
UNDENIED = ("skos:altLabel", "ng:marketName", "ng:affects", "ng:enactedBy")


@dataclass(slots=True)
class Ledger:
    """What has been written of an article so far."""

    article: Article
    language: Language
    register: Register = field(init=False)
    investments: Investments = field(init=False)

    def __post_init__(self) -> None:
        self.register = Register(self.article, self.language)
        self.investments = Investments(self.register)

    @property
    def things(self) -> dict[str, Thing]:
        """The nodes, by CURIE."""
        return self.register.things

    @property
    def claims(self) -> list[Claim]:
        """The claims, in the order in which they were read."""
        return self.register.claims

    @property
    def sums(self) -> list[Summed]:
        """The sums of investments, with claim, node and investor."""
        return self.investments.sums

    def enter(self, event: Event, p: Parse, sure: Certainty, source: Source | None, nominal: bool) -> None:
        """Write an event: its nodes, and a claim for each thing that it says; `nominal` where its phrase takes it for granted."""
        relation, event = RELATIONS[event.frame.relation], agents(event)
        asserted, relayed = self.register.source(source)
        time = when(p, event, nominal)
        start, end = resolve(time, self.article.issued) if time is not None else (None, None)
        told = reported_when(p, event, self.language) if time is None and source is not None else None
        first, last = event.span
        claim = Claim(
            asserted,
            p.tokens[first].start,
            p.tokens[last].end,
            modality=sure.modality,
            negated=sure.negated or sure.denied or event.frame.negated,
            denied_by=self.register.source(sure.denied_by)[0] if sure.denied_by is not None else "",
            relayed_by=relayed,
            time_expression=time.words if time is not None else told.words if told is not None else "",
            valid_from=start.isoformat() if start else "",
            valid_until=end.isoformat() if end else "",
            presupposed=nominal and sure.modality == "asserted",
            condition=_words(p, condition(p, p.clauses[event.clause], self.language), self.article.text)
            if not nominal
            else "",
            pattern=f"pattern {self.language.code}/{event.frame.name}",
        )
        if relation.form == "edge":
            self._edge(relation, event, p, claim)
        elif relation.form == "name":
            self._name(event, p, claim)
        elif relation.form == "rule":
            regulation.enter(self.register, relation, event, p, claim)
        elif relation.form == "helper":
            for one in singly(event, relation):
                self._helper(relation, one, p, claim, sure)
        else:
            self.investments.enter(relation, event, p, claim, sure.status)

    def deny(self, since: int, source: Source, *, hearsay: bool = False) -> bool:
        """The claims from position `since` that somebody made are denied by this source; what they plan is denied too.

        False where there are none. With `hearsay` the article's own plans are what was only said.
        """
        who, _ = self.register.source(source)
        here, some = article_id(self.article), False
        for i in range(since, len(self.claims)):
            claim = self.claims[i]
            soft = ("unclear", "possible", "planned") if hearsay else ("unclear", "possible")
            hedged = claim.asserted_by == here and claim.modality in soft
            named = claim.predicate in UNDENIED
            if (hedged or claim.asserted_by not in (here, who)) and not claim.presupposed and not named:
                self.claims[i], some = replace(claim, negated=True, denied_by=who), True
                if (thing := self.things.get(claim.subject)) is not None and any(
                    p == "ng:status" for p, _ in thing.facts
                ):
                    facts = tuple((p, "ngc:denied" if p == "ng:status" else v) for p, v in thing.facts)
                    self.things[claim.subject] = replace(thing, facts=facts)
        return some

    def told_since(self, last: int, before: int) -> int:
        """From which claim on one source tells: what begins at `last`, and at `before` where both sentences are its own."""
        here = article_id(self.article)
        new, old = ({c.asserted_by for c in part} - {here} for part in (self.claims[last:], self.claims[before:last]))
        return before if new & old else last

    def credit(self, since: int, source: Source) -> None:
        """The claims from position `since` that the article makes itself come from this source."""
        who, relayed = self.register.source(source)
        here = article_id(self.article)
        for i in range(since, len(self.claims)):
            vague = self.register.is_report(self.claims[i].asserted_by)
            if (vague or self.claims[i].asserted_by == here) and not self.claims[i].presupposed:
                self.claims[i] = replace(self.claims[i], asserted_by=who, relayed_by=relayed)

    # --- edges, names and helpers
    def _edge(self, relation: Relation, event: Event, p: Parse, claim: Claim) -> None:
        pairs = [(a, b) for a in event.roles.get(relation.a, ()) for b in event.roles.get(relation.b, ())]
        for a, b in [*pairs, *combinations(event.roles.get("pair", ()), 2)]:
            subject, value = self.register.thing(a), self.register.value(b, p)
            if subject != value:
                self.claims.append(replace(claim, subject=subject, predicate=relation.kind, object=value))

    def _name(self, event: Event, p: Parse, claim: Claim) -> None:
        bearer = event.roles["product"][0]
        product, literal = self.register.thing(bearer), Literal(event.roles["name"][0].name)
        if (
            literal.value.casefold() == bearer.name.casefold()
        ):  # the text tells what the label stands for: «Alpha Beta Gesellschaft (ABG)»
            own = next((m for m in p.mentions if bearer.first <= m.first and m.last <= bearer.last and m.id), None)
            literal = Literal(surface(p, own)) if own is not None else literal
        if literal.value.casefold() == bearer.name.casefold():
            return
        markets = [self.register.thing(f) for f in event.roles.get("market", ())]
        words = {p.tokens[i].low for i in p.clauses[event.clause].tokens}
        if not markets and not p.language.adv.worldwide.isdisjoint(words):
            markets = [self.register.named("international", "Place")]
        if not markets and p.clauses[event.clause].marker in p.language.conj.while_:
            markets = self._same_market(p)
        if not markets or event.roles["product"][0].kind not in PRODUCTS:  # a company goes by other names in no market
            self.claims.append(replace(claim, subject=product, predicate="skos:altLabel", object=literal))
            return
        here = node("name", self.article.digest, product, literal.value)
        facts: list[tuple[str, Value]] = [("skosxl:literalForm", literal), *(("ng:market", m) for m in markets)]
        self.things[here] = Thing(here, "MarketName", facts=tuple(facts))
        self.claims.append(replace(claim, subject=product, predicate="ng:marketName", object=here))

    def _same_market(self, p: Parse) -> list[str]:
        """«international heißt Alpha Beta, während Gamma als Delta firmiert»: the market of the clause set against it."""
        here = takewhile(lambda c: c.start >= p.sentence.start, reversed(self.claims))
        last = next((c for c in here if c.predicate == "ng:marketName"), None)
        if last is None:
            return []
        return [str(v) for key, v in self.things[str(last.object)].facts if key == "ng:market"]

    def _helper(self, relation: Relation, event: Event, p: Parse, claim: Claim, sure: Certainty) -> None:
        first, last = event.span
        here = node(
            relation.kind.lower(),
            self.article.digest,
            event.frame.name,
            p.tokens[first].start,
            p.tokens[last].end,
            event.first,
            *(f.name for f in event.all() if f.name),
        )
        facts: list[tuple[str, Value]] = [(key, f"ngc:{v}") for key, v in event.frame.set.items()]
        if relation.kind == PENALTY:
            facts.append(("ng:status", f"ngc:{sure.status}"))
        for role, fillers in event.roles.items():
            for filler in fillers if relation.roles.get(role) else ():
                facts += [(relation.roles[role], value) for value in self.register.values(filler, here, p)]
        thing = Thing(here, relation.kind, facts=tuple(sorted(set(facts), key=str)))
        self.things[here] = joined(self.register, thing) if relation.kind == PENALTY else thing
        self.claims.append(replace(claim, describes=here))


def _words(p: Parse, clause: Clause | None, text: str) -> str:
    """The words of a clause, marks at its ends left out."""
    inside = [i for i in clause.tokens if p.tokens[i].text[0].isalnum()] if clause is not None else []
    return text[p.tokens[inside[0]].start : p.tokens[inside[-1]].end] if inside else ""
