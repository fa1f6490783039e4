"""Writes events down as things and claims, one node a thing: what is named twice, or summed up again, is one node."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations, islice, takewhile

from newsgraph.article import Article
from newsgraph.attribution import Source
from newsgraph.certainty import Certainty, condition
from newsgraph.claim import Claim, Literal, Thing, Value, article_id
from newsgraph.clause import Clause
from newsgraph.filler import Event, Filler
from newsgraph.identity import node, slug
from newsgraph.language import Language
from newsgraph.lexicon import forms
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.quantity import Quantity
from newsgraph.relation import RELATIONS, Relation
from newsgraph.soundness import ACTS_AS, agents, singly
from newsgraph.tension import Summed
from newsgraph.time_resolution import resolve
from newsgraph.value import facts_of, reported_when, when, words_of

HORIZON = 300  # investments, or claims, that are kept in mind: a longer text costs no more a sentence


@dataclass(frozen=True, slots=True)
class Money:
    """An investment that is open for more to be said of it: its node, relation, investors, sums, and where it was named."""

    id: str
    relation: str
    investors: frozenset[str]
    sums: frozenset[tuple[str, Decimal]]
    targets: frozenset[str]
    sentence: int


@dataclass(slots=True)
class Ledger:
    """What has been written of an article so far."""

    article: Article
    language: Language
    things: dict[str, Thing] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    money: dict[str, Money] = field(default_factory=dict)  # by node, the one spoken of last at the end
    sums: list[Summed] = field(default_factory=list)

    def enter(self, event: Event, p: Parse, sure: Certainty, source: Source | None, nominal: bool) -> None:
        """Write an event: its nodes, and a claim for each thing that it says; `nominal` where its phrase takes it for granted."""
        relation, event = RELATIONS[event.frame.relation], agents(event)
        asserted, relayed = self.source(source)
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
            denied_by=self.source(sure.denied_by)[0] if sure.denied_by is not None else "",
            relayed_by=relayed,
            time_expression=time.words if time is not None else told.words if told is not None else "",
            valid_from=start.isoformat() if start else "",
            valid_until=end.isoformat() if end else "",
            presupposed=nominal and sure.modality == "asserted",
            condition=self._words(p, condition(p, p.clauses[event.clause], self.language)) if not nominal else "",
            pattern=f"pattern {self.language.code}/{event.frame.name}",
        )
        if relation.form == "edge":
            self._edge(relation, event, p, claim)
        elif relation.form == "name":
            self._name(event, p, claim)
        elif relation.form == "rule":
            self._rule(relation, event, p, claim)
        elif relation.form == "helper":
            for one in singly(event, relation):
                self._helper(relation, one, p, claim, sure)
        else:
            self._node(relation, event, p, claim, sure)

    def _words(self, p: Parse, clause: Clause | None) -> str:
        """The words of a clause, marks at its ends left out."""
        inside = [i for i in clause.tokens if p.tokens[i].text[0].isalnum()] if clause is not None else []
        return self.article.text[p.tokens[inside[0]].start : p.tokens[inside[-1]].end] if inside else ""

    def deny(self, since: int, source: Source) -> None:
        """The claims from position `since` that somebody made are denied by this source; what they plan is denied too."""
        who, _ = self.source(source)
        here = article_id(self.article)
        for i in range(since, len(self.claims)):
            claim = self.claims[i]
            hedged = claim.asserted_by == here and claim.modality in ("unclear", "possible")
            if (hedged or claim.asserted_by not in (here, who)) and not claim.presupposed:
                self.claims[i] = replace(claim, negated=True, denied_by=who)
                if (thing := self.things.get(claim.subject)) is not None and any(
                    p == "ng:status" for p, _ in thing.facts
                ):
                    facts = tuple((p, "ngc:denied" if p == "ng:status" else v) for p, v in thing.facts)
                    self.things[claim.subject] = replace(thing, facts=facts)

    def withdraw(self, who: str | None, sentence: int) -> None:
        """The plan spoken of last, of this investor where one is named, came to nothing."""
        for money in reversed(self.money.values()):
            thing = self.things[money.id]
            open_ = ("ng:status", "ngc:done") not in thing.facts and sentence - money.sentence <= 2
            if open_ and (who is None or who in money.investors):
                facts = tuple((p, "ngc:cancelled" if p == "ng:status" else v) for p, v in thing.facts)
                self.things[money.id] = replace(thing, facts=facts)
                return

    # --- things
    def thing(self, filler: Filler) -> str:
        """The node of a named filler."""
        return self.named(filler.name, filler.kind, filler.id)

    def named(self, name: str, kind: str, known: str = "") -> str:
        here = known or f"ngi:{slug(name)}-{kind.lower()}"
        if here not in self.things:
            self.things[here] = Thing(here, kind, name)
        return here

    def mention(self, mention: Mention, default: str = "Company") -> str:
        return self.named(mention.name, mention.kind or default, mention.id)

    def source(self, source: Source | None) -> tuple[str, tuple[str, ...]]:
        """(who asserts, through whom it came): the article itself where the text names nobody."""
        here = article_id(self.article)
        if source is None:
            return here, ()
        if source.mention is not None:
            relay = (self.mention(source.relay, "NewsOrganization"),) if source.relay is not None else ()
            speaks_as = ACTS_AS.get(source.mention.kind)  # «WhatsApp teilte mit»
            who = (
                self.named(source.mention.name, speaks_as)
                if speaks_as
                else self.mention(source.mention, "NewsOrganization")
            )
            return who, relay
        if source.document:
            return self._document(source.document), ()
        outlet = self.mention(source.outlet, "NewsOrganization") if source.outlet is not None else here
        anonymous = node("source", self.article.digest, outlet, source.unnamed.lower())
        label = f"{source.unnamed} ({source.outlet.name})" if source.outlet is not None else source.unnamed
        self.things.setdefault(anonymous, Thing(anonymous, "AnonymousSource", label, facts=(("ng:citedBy", outlet),)))
        return anonymous, (outlet,) if source.outlet is not None else ()

    def _document(self, noun: str, kind: str = "") -> str:
        """A rule without a name of its own, known by its noun: one node an article."""
        here = node(
            "regulation", self.article.digest, next(reversed([*forms(noun)])) if len(noun) > 4 else noun.lower()
        )
        kind = self.language.nouns.category(noun) or kind
        if (known := self._meant_rule(noun, kind)) is not None:
            return known
        facts: tuple[tuple[str, Value], ...] = (("ng:regulationKind", f"ngc:{kind}"),) if kind else ()
        self.things.setdefault(here, Thing(here, "Regulation", noun, facts=facts))
        return here

    def _meant_rule(self, noun: str, kind: str) -> str | None:
        """The rule that a compound goes back to: «das Alpha-Verbot» a ban of Alpha, «die US-Regeln» those that the USA made."""
        first, _, rest = noun.rpartition("-")
        place = self.language.places.get(first)
        names = {first, place.name if place is not None else first}
        for claim in islice(reversed(self.claims), HORIZON if first else 0):
            rule, other = self.things.get(claim.subject), self.things.get(str(claim.object))
            if rule is None or other is None or other.label not in names:
                continue
            same = claim.predicate == "ng:affects" and rule.label.lower() == rest.lower()
            by = claim.predicate == "ng:enactedBy" and kind == "restriction" and "restriction" in str(rule.facts)
            if same or by:
                return rule.id
        return None

    # --- edges and helpers
    def _edge(self, relation: Relation, event: Event, p: Parse, claim: Claim) -> None:
        pairs = [(a, b) for a in event.roles.get(relation.a, ()) for b in event.roles.get(relation.b, ())]
        for a, b in [*pairs, *combinations(event.roles.get("pair", ()), 2)]:
            subject, value = self.thing(a), self._value(b, p)
            if subject != value:
                self.claims.append(replace(claim, subject=subject, predicate=relation.kind, object=value))

    def _name(self, event: Event, p: Parse, claim: Claim) -> None:
        product, literal = self.thing(event.roles["product"][0]), Literal(event.roles["name"][0].name)
        if literal.value == event.roles["product"][0].name:
            return
        markets = [self.thing(f) for f in event.roles.get("market", ())]
        words = {p.tokens[i].text.lower() for i in p.clauses[event.clause].tokens}
        if not markets and words & {"international", "weltweit"}:
            markets = [self.named("international", "Place")]
        if not markets and p.clauses[event.clause].marker == "während":
            markets = self._same_market(p)
        if not markets:
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

    def _rule(self, relation: Relation, event: Event, p: Parse, claim: Claim) -> None:
        """A rule and whom it binds, who made or signed it, what it delays."""
        named = event.roles.get("rule", ())
        kind = event.frame.set.get("ng:regulationKind", "")
        here = self._rule_node(named[0], kind) if named else self._unnamed_rule(event, p, kind)
        for role, fillers in event.roles.items():
            for filler in fillers if role in relation.roles else ():
                self.claims.append(
                    replace(claim, subject=here, predicate=relation.roles[role], object=self._rule_value(filler))
                )
                if role == "enactor" and filler.kind == "Place":
                    self.claims.append(
                        replace(claim, subject=here, predicate="ng:jurisdiction", object=self._rule_value(filler))
                    )

    def _rule_value(self, filler: Filler) -> Value:
        if filler.kind == "duration":
            return Literal(filler.name, datatype="xsd:duration")
        return self._rule_node(filler, "") if filler.kind == "rule" else self.thing(filler)

    def _rule_node(self, filler: Filler, kind: str) -> str:
        return self._document(filler.name, kind) if filler.kind == "rule" else self.thing(filler)

    def _unnamed_rule(self, event: Event, p: Parse, kind: str) -> str:
        whom = {self.thing(f) for f in event.roles.get("affected", ()) if f.kind != "rule"}
        for f in event.roles.get("enactor", ()):
            by = {c.subject for c in self.claims if c.predicate == "ng:enactedBy" and c.object == self.thing(f)}
            bound = {c.subject for c in self.claims if c.predicate == "ng:affects" and c.object in whom}
            if same := sorted(r for r in by & bound if f"ngc:{kind}" in str(self.things[r].facts)):
                return same[0]
        here = node("regulation", self.article.digest, p.tokens[event.first].start)
        facts: tuple[tuple[str, Value], ...] = (("ng:regulationKind", f"ngc:{kind}"),) if kind else ()
        first, last = event.span
        label = self.article.text[p.tokens[first].start : p.tokens[last].end]
        self.things[here] = Thing(here, "Regulation", label, facts=facts)
        return here

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
        if relation.kind == "Penalty":
            facts.append(("ng:status", f"ngc:{sure.status}"))
        for role, fillers in event.roles.items():
            for filler in fillers if relation.roles.get(role) else ():
                facts += [(relation.roles[role], value) for value in self._values(filler, here, p)]
        self.things[here] = Thing(here, relation.kind, facts=tuple(sorted(set(facts), key=str)))
        self.claims.append(replace(claim, describes=here))

    def _values(self, filler: Filler, owner: str, p: Parse) -> Iterator[Value]:
        if filler.quantity is not None:
            yield self._quantity(filler.quantity, owner)
        elif filler.kind == "home":
            yield from self._home(owner)
        else:
            yield self._value(filler, p)

    def _value(self, filler: Filler, p: Parse) -> Value:
        """A concept, a rule, the words of the text, or the node of a name."""
        if filler.kind == "concept":
            return filler.id
        if filler.kind == "deed":
            words = self.article.text[p.tokens[filler.first].start : p.tokens[filler.last].end]
            return Literal(words, self.article.language)
        if filler.kind == "text":
            return Literal(words_of(p, filler, self.article), self.article.language)
        return self._rule_node(filler, "") if filler.kind == "rule" else self.thing(filler)

    def _home(self, owner: str) -> Iterator[str]:
        """«im Inland»: the countries that the text gives the investors of a node."""
        investors = self.money[owner].investors if owner in self.money else frozenset[str]()
        yield from sorted(
            {str(c.object) for c in self.claims if c.predicate == "ng:country" and c.subject in investors}
        )

    def _quantity(self, q: Quantity, owner: str, source: str = "") -> str:
        facts = facts_of(q) + ([("ng:convertedFrom", source)] if source else [])
        kind = "MonetaryAmount" if q.currency else "Quantity"
        here = node("amount" if q.currency else "quantity", self.article.digest, owner, *facts)
        self.things.setdefault(here, Thing(here, kind, facts=tuple(facts)))
        return here

    # --- investments
    def _node(self, relation: Relation, event: Event, p: Parse, claim: Claim, sure: Certainty) -> None:
        here = self._open(event, p, relation, sure)
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
            for value in self._values(filler, here, p):
                self._claim(replace(claim, subject=here, predicate=relation.roles[role], object=value))

    def _purpose(self, filler: Filler, p: Parse) -> tuple[str, Value]:
        """A concept where the purpose scheme has one, else the words of the text."""
        nouns = [i for i in range(filler.first, filler.last + 1) if p.tokens[i].is_a("NN", "NE")]
        for i in nouns:
            concept = self.language.nouns.purpose(p.tokens[i].text, p.tokens[i - 1].text if i else "")
            if concept and (i == nouns[0] or p.tokens[nouns[0]].text in self.language.grammar["deed_nouns"]):
                return "ng:purpose", f"ngc:{concept}"
        return "ng:goal", Literal(words_of(p, filler, self.article), self.article.language)

    def _places(self, filler: Filler, p: Parse) -> Iterator[str]:
        """The places inside a purpose: «ein Werk in Graz»."""
        for mention in p.mentions:
            inside = filler.first < mention.first <= filler.last and not mention.adjective and not mention.rest
            if inside and (mention.kind == "Place" or (not mention.kind and p.tokens[mention.first - 1].lemma == "in")):
                yield self.mention(replace(mention, kind="Place"))

    def _sum(self, here: str, predicate: str, q: Quantity, p: Parse, claim: Claim) -> None:
        """The sum, and the same sum in another currency beside it."""
        amount = self._quantity(q, here)
        self._claim(replace(claim, subject=here, predicate=predicate, object=amount), q)
        at = p.quantities.index(q)
        for other in p.quantities:
            if other.converted_from == at:
                twin = self._quantity(other, here, amount)
                start, end = claim.start, max(claim.end, p.tokens[other.last].end)
                self._claim(replace(claim, subject=here, predicate=predicate, object=twin, start=start, end=end))

    def _claim(self, claim: Claim, q: Quantity | None = None) -> None:
        self.claims.append(claim)
        if q is not None and q.currency:
            investor = self.money.get(claim.subject)
            for name in sorted(investor.investors) if investor else ():
                self.sums.append((claim, claim.subject, name, q))

    def _open(self, event: Event, p: Parse, relation: Relation, sure: Certainty) -> str:
        """The node of the investment: one written before that this event speaks of again, or a new one."""
        investors = frozenset(self.thing(f) for f in event.roles.get("investor", ()))
        targets = frozenset(
            self.thing(f)
            for f in event.roles.get("target", ())
            if f.kind not in ("text", "investment", "round", "deal", "project", "stake")
        )
        sums = frozenset(
            (q.currency or "", q.size) for f in event.roles.get("amount", ()) if (q := f.quantity) is not None
        )
        recent = islice(reversed(self.money.values()), HORIZON)
        known = next((m for m in recent if self._same(m, event, investors, sums, targets)), None)
        if known is None:
            here = node(relation.kind.lower(), self.article.digest, p.tokens[event.first].start)
            known = Money(here, event.frame.relation, frozenset(), frozenset(), frozenset(), event.sentence)
            self.things[here] = Thing(here, relation.kind, facts=(("ng:status", f"ngc:{sure.status}"),))
        self.money.pop(known.id, None)
        self.money[known.id] = replace(
            known,
            investors=known.investors | investors,
            sums=known.sums | sums,
            targets=known.targets | targets,
            sentence=event.sentence,
        )
        return known.id

    @staticmethod
    def _costs(m: Money, event: Event, investors: frozenset[str], targets: frozenset[str]) -> bool:
        """Whether a sum without a purpose is that of the project just spoken of: «Alpha baut ein Werk. Dafür … 9 Millionen»."""
        bare = not m.sums and not m.targets and not targets and not {"purpose", "goal"} & event.roles.keys()
        return bare and event.sentence - m.sentence <= 2 and bool(investors) and investors == m.investors

    def _same(
        self,
        m: Money,
        event: Event,
        investors: frozenset[str],
        sums: frozenset[tuple[str, Decimal]],
        targets: frozenset[str],
    ) -> bool:
        if "event" in event.roles:
            kind = event.roles["event"][0].kind
            wanted = {"round": "funding_round", "deal": "acquisition", "project": "investment", "stake": "investment"}
            fits = {"project": not m.targets, "stake": bool(m.targets)}.get(kind, True)
            return m.relation == wanted.get(kind, m.relation) and fits
        if m.relation != event.frame.relation:
            return False
        if sums and self._costs(m, event, investors, targets):
            return True
        if sums:
            return bool(sums & m.sums) and (not investors or not m.investors or bool(investors & m.investors))
        if investors and m.investors and not investors & m.investors:
            return False
        return bool(targets & m.targets) or (not targets and not investors and event.sentence - m.sentence <= 2)
