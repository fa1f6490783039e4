"""The things of an article, one node a thing, and the values that claims and nodes take from fillers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from newsgraph.article import Article
from newsgraph.claim import Claim, Literal, Thing, Value, article_id
from newsgraph.filler import Filler
from newsgraph.identity import node, slug
from newsgraph.language import Language
from newsgraph.lexicon import forms
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.quantity import Quantity
from newsgraph.soundness import ACTS_AS
from newsgraph.source import Source
from newsgraph.value import facts_of, words_of

HORIZON = 100  # investments, or claims, that are kept in mind: a longer text costs no more a sentence


@dataclass(slots=True)
class Register:
    """The things written so far, by CURIE, and the claims about them, in the order in which they were read."""

    article: Article
    language: Language
    things: dict[str, Thing] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)

    def thing(self, filler: Filler) -> str:
        """The node of a named filler."""
        return self.named(filler.name, filler.kind, filler.id)

    def named(self, name: str, kind: str, known: str = "") -> str:
        """The node of a name, by its CURIE where it is a known one."""
        here = known or f"ngi:{slug(name)}-{kind.rpartition(':')[2].lower()}"
        if here not in self.things:
            self.things[here] = Thing(here, kind, name)
        return here

    def mention(self, mention: Mention, default: str = "Company") -> str:
        """The node of a mention; `default` is its class where the text gives none."""
        return self.named(mention.name, mention.kind or default, mention.id)

    def source(self, source: Source | None) -> tuple[str, tuple[str, ...]]:
        """(who asserts, through whom it came): the article itself where the text names nobody."""
        here = article_id(self.article)
        if source is None:
            return here, ()
        if source.mention is not None:
            relay = (self.mention(source.relay, "NewsOrganization"),) if source.relay is not None else ()
            speaks_as = ACTS_AS.get(source.mention.kind)  # «Alpha teilte mit»
            who = (
                self.named(source.mention.name, speaks_as)
                if speaks_as
                else self.mention(source.mention, "NewsOrganization")
            )
            return who, relay
        if source.document:
            return self.document(source.document), ()
        outlet = self.mention(source.outlet, "NewsOrganization") if source.outlet is not None else here
        anonymous = node("source", self.article.digest, outlet, source.unnamed.lower())
        label = f"{source.unnamed} ({source.outlet.name})" if source.outlet is not None else source.unnamed
        self.things.setdefault(anonymous, Thing(anonymous, "AnonymousSource", label, facts=(("ng:citedBy", outlet),)))
        return anonymous, (outlet,) if source.outlet is not None else ()

    def is_report(self, source: str) -> bool:
        """Whether a source is no more than a report of nobody known: «einem Medienbericht zufolge»."""
        thing = self.things.get(source)
        reports = tuple(self.language.grammar["attribution"]["reports"])
        unnamed = thing is not None and thing.kind == "AnonymousSource" and "(" not in thing.label
        return thing is not None and unnamed and thing.label.lower().endswith(reports)

    def document(self, noun: str, kind: str = "") -> str:
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

    def rule_node(self, filler: Filler, kind: str) -> str:
        """The node of a rule, named or known by its noun."""
        return self.document(filler.name, kind) if filler.kind == "rule" else self.thing(filler)

    # --- values
    def values(self, filler: Filler, owner: str, p: Parse, investors: frozenset[str] = frozenset()) -> Iterator[Value]:
        """What a filler gives the node `owner`, of which these are the investors."""
        if filler.quantity is not None:
            yield self.quantity(filler.quantity, owner)
        elif filler.kind == "home":
            yield from self._home(investors)
        else:
            yield self.value(filler, p)

    def value(self, filler: Filler, p: Parse) -> Value:
        """A concept, a rule, the words of the text, or the node of a name."""
        if filler.kind == "concept":
            return filler.id
        if filler.kind == "deed":
            words = self.article.text[p.tokens[filler.first].start : p.tokens[filler.last].end]
            return Literal(words, self.article.language)
        if filler.kind == "text":
            return Literal(words_of(p, filler, self.article), self.article.language)
        return self.rule_node(filler, "") if filler.kind == "rule" else self.thing(filler)

    def _home(self, investors: frozenset[str]) -> Iterator[str]:
        """«im Inland»: the countries that the text gives the investors of a node."""
        yield from sorted(
            {str(c.object) for c in self.claims if c.predicate == "ng:country" and c.subject in investors}
        )

    def quantity(self, q: Quantity, owner: str, source: str = "") -> str:
        """The node of an amount or a count that `owner` has; `source` is the amount it is converted from."""
        facts = facts_of(q) + ([("ng:convertedFrom", source)] if source else [])
        kind = "MonetaryAmount" if q.currency else "Quantity"
        here = node("amount" if q.currency else "quantity", self.article.digest, owner, *facts)
        self.things.setdefault(here, Thing(here, kind, facts=tuple(facts)))
        return here
