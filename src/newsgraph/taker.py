"""Phrases as fillers: what a role of a given type takes from a phrase that stands in one of its slots."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsgraph import party, trait
from newsgraph.acronym import is_acronym, surface
from newsgraph.clause import Clause
from newsgraph.cue import Cue, facility_nouns, is_cue
from newsgraph.filler import CLASSES, DEFAULTS, QUANTITIES, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse, is_time, points_back, subject
from newsgraph.party import rule_noun
from newsgraph.pattern import Frame
from newsgraph.phrase import Phrase, adjacent
from newsgraph.reference import Focus
from newsgraph.relation import PRIORITY
from newsgraph.tally import COUNTED, counts, holds_so_far, is_threshold
from newsgraph.time_resolution import duration


@lru_cache(8)
def authorities(language: Language) -> tuple[str, ...]:
    """The ends of the names of bodies that watch over others."""
    return tuple(language.grammar["sums"]["authorities"])


NAMES = ("another-name", "nameable", "market", "acronym")


@dataclass(slots=True)
class Taker:
    """What one frame at one cue takes from a phrase."""

    p: Parse
    clause: Clause
    frame: Frame
    cue: Cue
    focus: Focus
    language: Language

    def take(self, clause: Clause, phrase: Phrase, kind: str, name: str) -> Iterator[Filler]:
        """The phrase, in slot `name` of `clause`, as a filler of the type `kind`, if it can be one."""
        if kind in trait.KINDS:
            return trait.take(self.p, phrase, kind, self.language)
        if kind in party.KINDS:
            return party.take(self.p, clause, phrase, kind, self.language)
        if kind in (*QUANTITIES, *COUNTED):
            nobody = self.frame.relation == "measurement" and is_threshold(self.p, clause, phrase)
            return self._quantity(phrase, kind) if not nobody else iter(())
        if name == "nationality":
            return self._nationality(phrase, kind)
        if kind in NAMES:
            return self._name(phrase, kind, name)
        if kind == "state" and phrase.mention is None and (found := tuple(self._state(phrase, kind))):
            return iter(found)
        if kind in BY_TYPE:
            return BY_TYPE[kind](self, clause, phrase, kind)
        sold = self.frame.relation in (
            "acquisition",
            "sale",
        )  # «der Verkauf seiner Sparte» sells the part, not the owner
        owns = name in ("owner", "compound") and (phrase is self.cue.phrase or (self._whose(phrase) and not sold))
        if owns or (name.startswith("whose-") and phrase.mention is not None and phrase.mention.rest):
            return self._possessor(phrase, kind)
        if name == "self" and phrase.mention is None and DEFAULTS.get(kind) == "Product":
            return iter(())  # «seine Apps» is no product of that name
        return self._named(phrase, kind)

    def _goods(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """A bare noun with a determiner: «die Maschinen»."""
        points = phrase.pronoun and self.p.head(phrase).is_a("PDS")  # «Dieses stammt von Alpha»
        if (
            phrase.det.startswith("dies")
            and self.language.nouns.class_of(self.p.head(phrase).text) in CLASSES["maker's"]
        ):
            return  # «Diese App stammt von Alpha»: it is a product that has been named
        counted = phrase.quantity is not None and (
            phrase.quantity.is_money or phrase.quantity.unit not in ("", self.p.head(phrase).text)
        )
        if phrase.mention is None and not counted and (points or (not phrase.pronoun and self._is_goods(phrase))):
            yield Filler("text", phrase.first, phrase.last, name=self.p.head(phrase).text)

    def _is_goods(self, phrase: Phrase) -> bool:
        """«die Maschine», and «Maschinen», «4000 Maschinen», but not «Proteste»."""
        head = self.p.head(phrase)
        if phrase.det and phrase.quantity is None:
            return True
        front = phrase.first < 2 and self.clause.verb.lemma in ("liefern", "beisteuern", "zuliefern", "beziehen")
        if front and head.is_a("NN") and head.text.lower() not in self.language.grammar["no_goods"]:
            return True  # «Aluminium liefert Alpha»
        several = head.is_a("NN") and head.text != head.lemma
        return several and not head.text.lower().endswith(tuple(self.language.grammar["no_goods"]))

    def _majority(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        yield from (f for f in self._quantity(phrase, "percent") if f.quantity is not None and f.quantity.size > 50)

    def _words(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """What is spoken of, in the text's words: no sum, no time, no measure; a thing is no place either."""
        measure = self.p.head(phrase).lemma in self.language.grammar["measure_nouns"] or is_time(self.p, phrase)
        place = phrase.mention is not None and phrase.mention.kind == "Place" and phrase.mention.first <= phrase.head
        if phrase.quantity is None and not phrase.pronoun and not measure and not (place and kind == "thing"):
            yield Filler("text", phrase.first, self._whole(clause, phrase), name=self.p.head(phrase).text)

    def _investment(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        if self._means_investment(clause, phrase, kind):
            yield Filler(kind, phrase.first, phrase.last)

    def _quantity(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        q = phrase.quantity
        if q is not None and (
            (
                q.role in ("old", "wrong", "difference")
                and not (self.frame.relation == "measurement" and holds_so_far(self.p, q))
            )
            or (q.role and self.frame.relation != "measurement")
        ):
            return  # a figure that no longer holds, a price, a change
        if kind in COUNTED:
            if q is not None and counts(q, kind, self.language) and not q.is_money:
                yield Filler("count", phrase.first, phrase.last, quantity=q)
        elif (
            q is not None
            and q.unit != "difference"
            and q.size > 0
            and q.converted_from is None
            and kind == ("money" if q.is_money else "percent" if q.unit == "percent" else "count")
        ):
            yield Filler(kind, phrase.first, phrase.last, quantity=q)

    def _whole(self, clause: Clause, phrase: Phrase) -> int:
        """The last token of a phrase with what hangs on it: «Ausbau der Werke in Wien»."""
        last = phrase.last
        for other in self.p.phrases[clause.index]:
            near = adjacent(self.p.tokens, last, other.first)
            if near and (
                other.link == "genitive"
                or (other.prep in ("von", "in", "für", "zu", "bei", "an") and other.quantity is None)
            ):
                last = other.last
        return last

    def _city(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """A place that is no country: where something is made, not where it is sold."""
        for filler in self._named(phrase, "place"):
            known = self.language.places.get(filler.name)
            if filler.kind == "Place" and (known is None or known.kind in ("city", "state", "region")):
                yield filler

    def _facility(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """A plant, a data centre, a site; as an event only where one has just been spoken of."""
        if phrase.quantity is None and is_cue(self.p.head(phrase).text, facility_nouns(self.language), self.language):
            if kind == "facility":
                yield Filler("text", phrase.first, self._whole(clause, phrase), name=self.p.head(phrase).text)
            elif self.focus.dealings.recent("investment", self.p.sentence.index):
                yield Filler("investment", phrase.first, phrase.last)

    def _nationality(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """The country (or city) whose adjective stands in the phrase: «das französische Start-up», «US-Konzern»."""
        for mention in self.p.mentions:
            if (
                mention.adjective
                and phrase.first <= mention.first <= phrase.head
                and (not mention.rest or mention.first == phrase.head)
            ):
                known = self.language.places.get(mention.name)
                is_city = known is None or known.kind in ("city", "state", "region")
                if is_city == (kind == "city"):
                    yield Filler("Place", mention.first, mention.last, mention.name, mention.id)

    def _acts(self, phrase: Phrase, kind: str) -> bool:
        """«Facebook zahlt …», «die Plattform Alpha sammelt … ein»: an app stands for its company where money is spoken of."""
        bare = (
            phrase.mention is not None and not phrase.det and phrase.first >= phrase.mention.first - bool(phrase.prep)
        )
        raises = self.frame.relation == "funding_round" and phrase.mention is not None
        return (bare or raises) and kind in ("agent", "buyer", "company") and self.frame.relation in PRIORITY

    def _state(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """«der ungarische Staat», «die japanische Regierung»: the country of the adjective; «die Stadt»: a body by its noun."""
        noun, words = self.p.head(phrase).text, self.language.grammar["sums"]
        country = tuple(self._nationality(phrase, kind)) if noun.lower() in words["state_nouns"] else ()
        yield from country
        definite = phrase.det in ("der", "die", "das") or self.p.tokens[phrase.first].text.lower() in ("vom", "beim")
        if not country and definite and noun.lower() in words["state_actors"]:
            yield Filler("PublicBody", phrase.first, phrase.last, noun)

    def _rule(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """A law, order or ban: named, or by its noun."""
        mention = phrase.mention
        if mention is not None and mention.kind == "Regulation":
            yield Filler("Regulation", phrase.first, phrase.last, mention.name, mention.id)
        elif (
            phrase.quantity is None
            and not phrase.pronoun
            and self.language.nouns.class_of(self.p.head(phrase).text) == "Regulation"
        ):
            yield Filler("rule", phrase.first, phrase.last, rule_noun(self.p.head(phrase)))

    def _days(self, clause: Clause, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """«um 75 Tage»: an xsd:duration."""
        for time in self.p.times:
            if phrase.first <= time.last and time.first <= phrase.last and (length := duration(time)):
                yield Filler("duration", phrase.first, phrase.last, name=length)

    def _name(self, phrase: Phrase, kind: str, name: str) -> Iterator[Filler]:
        """What is named («die App» in «so heißt die App Alpha»), the name, or the market in which it goes by it."""
        mention = phrase.mention
        if kind == "nameable":
            own = mention if name in ("bracketed", "ahead", "antecedent") else None
            behind = (
                own
                or self._product(phrase)
                or self.focus.of(self.p, phrase, bare=mention is not None and mention.first > phrase.head)
            )
            behind = behind or mention
            if phrase.pronoun and behind is not None and behind.kind in ("", "Company") and not self._renames():
                return  # «Es heißt Alpha»: mostly something that was made
            if behind is not None and behind.kind in ("", "App", "Product", "Chip", "Company") and not behind.rest:
                yield Filler(behind.kind or "Company", phrase.first, phrase.last, behind.name, behind.id)
        elif kind == "market":
            yield from self._market(phrase)
        elif kind == "acronym" and mention is None:
            text = self.p.head(phrase).text
            if phrase.first == phrase.last and is_acronym(text, self.p, self.clause):
                yield Filler("text", phrase.first, phrase.last, name=text)
        elif kind == "another-name" and phrase not in self.p.phrases[self.clause.index]:
            return  # «die App Alpha, die in Japan Beta heißt»: Alpha is what bears the name
        elif (
            mention is not None
            and not mention.adjective
            and not mention.rest
            and mention.kind not in ("Place", "Person")
        ) and (kind == "another-name" or is_acronym(surface(self.p, mention), self.p, self.clause)):
            yield Filler("text", mention.first, mention.last, name=surface(self.p, mention))

    def _renames(self) -> bool:
        """Whether the clause sets a time against another: «Es heißt heute Alpha»."""
        words = self.language.grammar["renaming"]
        return self.clause.kind == "relative" or any(self.p.tokens[i].text.lower() in words for i in self.clause.tokens)

    def _product(self, phrase: Phrase) -> Mention | None:
        """The product that «er», «sie» or «die App» stands for: the one named most, of several the last."""
        if phrase.mention is not None and phrase.mention.first == phrase.head and not phrase.pronoun:
            return None
        kinds = (
            set(CLASSES["maker's"])
            if phrase.pronoun
            else set(self.language.nouns.refers_to(self.p.head(phrase).text)) & set(CLASSES["maker's"])
        )
        here = (m for m in self.p.mentions if m.first < phrase.last)  # what follows may be the name that is given
        before = [m for m in (*self.focus.seen, *here) if m.kind in kinds]
        if phrase.pronoun:
            return before[-1] if before else None
        return max(reversed(before), key=lambda m: sum(b.name == m.name for b in before), default=None)

    def _market(self, phrase: Phrase) -> Iterator[Filler]:
        """«in Japan», «auf dem chinesischen Markt»."""
        for mention in self.p.mentions:
            if mention.kind == "Place" and phrase.first <= mention.first <= phrase.last and not mention.rest:
                yield Filler("Place", mention.first, mention.last, mention.name, mention.id)

    @staticmethod
    def _whose(phrase: Phrase) -> bool:
        """«seine (Reihe von Apps)»: the phrase stands for an owner."""
        return phrase.mention is None and phrase.det.startswith(("sein", "ihr"))

    def _possessor(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        """Whose thing the cue's phrase speaks of: «Alpha-Apps», «seine Produkte»."""
        owner = (
            phrase.mention
            if phrase.mention is not None and phrase.mention.rest and not phrase.mention.adjective
            else None
        )
        if owner is None and phrase.det.startswith(("sein", "ihr", "deren", "dessen")):
            owner = (self._owned(phrase) if kind == "owned" else None) or (
                self._spoken_of(phrase) if kind == "user-thing" else None
            )
            owner = owner or self.focus.possessor(self.p, self.clause, phrase)
        if owner is not None and (owner.kind or DEFAULTS.get(kind)) in CLASSES.get(kind, ()):
            yield Filler(owner.kind or DEFAULTS[kind], phrase.first, phrase.last, owner.name, owner.id)

    def _spoken_of(self, phrase: Phrase) -> Mention | None:
        """The product that the sentence before was about: «Die App … Ihre Nutzer …»."""
        _, mention = self.focus.last_subject
        opens = phrase.first < 2 and self.clause.index == 0
        return mention if opens and mention is not None and mention.kind in CLASSES["maker's"] else None

    def _fits(self, phrase: Phrase, mention: Mention) -> bool:
        """Whether the cue's noun can be said of this thing: a noun for products of a product, and of one that is named."""
        noun = self.p.tokens[self.cue.first].text
        product = self.language.nouns.class_of(noun) in CLASSES["maker's"]
        same = product == (mention.kind in CLASSES["maker's"])
        return same and (phrase.mention is not None or self._only_one(phrase, mention))

    def _only_one(self, phrase: Phrase, mention: Mention) -> bool:
        """Whether «die App» can only mean this one: a product, and no other of its class was named of late."""
        last = [m.name for m in (*self.focus.seen, *self.p.mentions) if m.kind == mention.kind and not m.rest][-3:]
        return mention.kind in CLASSES["maker's"] and set(last) == {mention.name} and not phrase.pronoun

    def _owned(self, phrase: Phrase) -> Mention | None:
        """The product that has an owner: «sie … von ihrer Muttergesellschaft» after «die App»."""
        own = subject(self.p, self.clause)
        mention = self.focus.of(self.p, own) if own is not None and own.first < phrase.first else None
        return mention if mention is not None and mention.kind in CLASSES["maker's"] else None

    def _means_investment(self, clause: Clause, phrase: Phrase, kind: str) -> bool:
        """A noun that refers to an investment («das Vorhaben», «die Runde»), or the sum before a relative clause."""
        kinds = set(self.language.nouns.refers_to(self.p.head(phrase).text))
        if kind == "deal":
            return bool({"Acquisition"} & kinds) and phrase.quantity is None and phrase.mention is None
        wanted = (
            {"FundingRound"} if kind == "round" else {"Investment", "MonetaryAmount", "FundingRound", "Acquisition"}
        )
        refers = bool(wanted & kinds) and phrase.quantity is None and phrase.mention is None
        return refers or (clause is not self.clause and phrase.quantity is not None and phrase.quantity.is_money)

    def _whose_product(self, phrase: Phrase) -> Mention | None:
        """«Ihre App»: the company whose app it is, also where it is named by its chief."""
        if phrase.mention is not None or not phrase.det.startswith(("sein", "ihr", "dessen", "deren")):
            return None
        if not set(self.language.nouns.refers_to(self.p.head(phrase).text)) & set(CLASSES["maker's"]):
            return None
        owner = self.focus.possessor(self.p, self.clause, phrase)
        owner = self.focus.company_of(owner) if owner is not None and owner.kind == "Person" else owner
        return owner if owner is not None and owner.kind == "Company" else None

    def _product_last(self) -> bool:
        """Whether what was named last is a product: «… über die App Alpha. 3 Millionen Menschen nutzen sie»."""
        before = [m for m in self.focus.seen[-2:] if m.kind in ("Company", *CLASSES["maker's"])]
        here = any(m.last < self.cue.first and m.kind == "Company" and not m.rest for m in self.p.mentions)
        return bool(before) and before[-1].kind in CLASSES["maker's"] and not here

    def _named(self, phrase: Phrase, kind: str) -> Iterator[Filler]:
        if phrase.mention is None and phrase.link == "list" and not phrase.pronoun:
            return  # «Alpha und die Handelskette …»: another one, whose name was not found
        if kind == "client" and phrase.mention is None and phrase.det.startswith(("sein", "ihr")):
            return  # «für seine Apps»: nobody supplies himself
        made = kind in ("maker's", "product") and (  # «Entwickelt hat ihn die Firma Alpha»
            self.p.head(phrase).is_a("PPER") or points_back(self.p, self.clause, phrase)
        )
        if kind == "user-thing" and (owner := self._whose_product(phrase)) is not None:
            yield Filler("Company", phrase.first, phrase.last, owner.name, owner.id)
            return
        used = kind == "user-thing" and phrase.pronoun and self._product_last()
        mention: Mention | None = self._product(phrase) if made or used else self.focus.of(self.p, phrase)
        if mention is None or mention.adjective:
            return
        if mention.kind == "NewsOrganization" and phrase.mention is None and kind in ("owned", "company", "buyer"):
            mention = self.focus.topic or mention  # «das Unternehmen» is not the paper that writes of it
        place = kind == "place" and phrase.prep in ("in", "aus", "nach", "bei")
        if kind == "user-thing" and self.language.speech.source(self.p.head(phrase).text) in ("expert", "media"):
            return  # who counts is not what is counted
        if mention.kind == "App" and self._acts(phrase, kind):
            yield Filler("App", phrase.first, phrase.last, mention.name, mention.id)
        actual = mention.kind or ("Place" if place else DEFAULTS.get(kind, ""))
        if kind == "buyer" and actual == "PublicBody" and mention.name.lower().endswith(authorities(self.language)):
            return  # who must agree to a purchase does not buy
        if kind == "buyer" and actual == "Person" and phrase.mention is None:
            return  # a pronoun seldom buys a company
        if not mention.kind and self.cue.phrase is phrase and kind != "maker's":
            return  # what its own phrase is, only a class that is known can say
        if kind == "categorised" and not self._fits(phrase, mention):
            return
        if actual in CLASSES.get(kind, ()):
            yield Filler(actual, phrase.first, phrase.last, mention.name, mention.id)


BY_TYPE = {
    "city-place": Taker._city, "deal": Taker._investment, "duration": Taker._days, "facility": Taker._facility,
    "facility-event": Taker._facility, "goods": Taker._goods, "investment": Taker._investment, "majority": Taker._majority,
    "round": Taker._investment, "rule": Taker._rule, "text": Taker._words, "thing": Taker._words,
}  # fmt: skip
