"""Whom a rule binds: the companies and products of a sentence, and which of them a verb means."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsgraph.clause import Clause
from newsgraph.filler import Filler
from newsgraph.forbidding import stands_on_list
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.participant import Participant
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.replacement import replace
from newsgraph.speech import says
from newsgraph.subject import subject
from newsgraph.wordlist import PRODUCTS

BOUND = ("Company", "App", "Chip", "Product", "NewsOrganization")


@dataclass(frozen=True, slots=True)
class Bound:
    """Those of a sentence who may be bound."""

    p: Parse
    language: Language
    found: Sequence[Participant]

    def whom(self, clause: Clause, but: Filler) -> list[Participant]:
        """Who or what is bound: in the clause, else in the clauses that hang on it or follow a colon."""
        shared = [self.p.clauses[clause.shares]] if clause.shares is not None else []
        reach = [clause, *shared, *(c for c in self.p.clauses if c.parent == clause.index or self._goes_on(clause, c))]
        for host in reach:
            if host is not clause and (host.kind in ("so", "aside") or self._is_not_done(host)):
                continue
            inside = set(host.tokens)
            own = [x for x in self.found if x.last in inside and not but.first <= x.first <= but.last]
            own = [x for x in own if self.can_be(x, host)]
            if own:
                chosen = self._chosen(host, own)
                return [*chosen, *(x for x in self._handled(clause) if x not in chosen)]
        return []

    def _is_not_done(self, host: Clause) -> bool:
        """«statt nur Alpha zu treffen», «ohne Alpha zu nennen»."""
        opens = self.p.low[host.first]
        return host.kind == "infinitive" and (
            opens in self.language.conj.instead or opens in self.language.prep.without
        )

    def meant(self, clause: Clause, seen: Sequence[Mention]) -> list[Participant]:
        """Who is bound where no name is: what a pronoun, «den Export dieser Technik» stand for, or whose the goods are.

        `seen` are the companies and products of the text so far, the one it speaks of last.
        """
        first, alone = subject(self.p, clause), len({m.name for m in seen}) == 1
        for phrase in self.p.phrases[clause.index]:
            goods = self._goods(phrase) and (alone or self._points(clause))
            if not goods and not (
                phrase.pronoun and phrase is not first and self.p.low[phrase.head] in self.language.pron.standing
            ):
                continue
            near = [x for x in self.found if x.last < phrase.first and x.how in ("name", "noun") and x.kind in BOUND]
            if near and not goods:
                return [replace(near[-1], first=phrase.first, last=phrase.last)]
            told = [*seen][-1:]
            if goods and len(seen) > 1:
                told = [*seen][-2:-1]  # «den Export dieser Technologie»: that of the one just named
            if told and (told[-1].kind or not goods):
                m = told[-1]
                return [Participant(phrase.first, phrase.last, m.kind or "Company", "pronoun", m.name, m.id)]
        return self._owners(clause)

    def _goods(self, phrase: Phrase) -> bool:
        """«die Geräte», «solche Modelle», «den Export»: goods that were spoken of."""
        if (
            phrase.mention is not None
            or phrase.pronoun
            or phrase.quantity is not None
            or phrase.prep not in self.language.prep.about_or_none
        ):
            return False
        head = self.p.head(phrase)
        bare = not any(self.p.tokens[i].is_a("ADJ(A)") for i in range(phrase.first, phrase.head))
        made = self.language.nouns.class_of(head.text) in PRODUCTS and (
            phrase.det in self.language.det.definite_shown_neuter or phrase.det.startswith(self.language.stem.such)
        )
        trade = (
            head.low in self.language.grammar["trade_nouns"] and phrase.det in self.language.det.definite_shown_neuter
        )
        return bare and (made or trade)

    def _points(self, clause: Clause) -> bool:
        return any(
            f.det.startswith(self.language.stem.this) and f.link == "genitive" for f in self.p.phrases[clause.index]
        )

    def _owners(self, clause: Clause) -> list[Participant]:
        """«deckelt auch dessen Mieten», «seine Flotte muss …»: whose they are."""
        owned = [f for f in self.p.phrases[clause.index] if f.det.startswith(self.language.stem.whose)]
        own = [x for x in self.found if x.how == "possessive" and x.kind in BOUND]
        return [x for x in own if any(f.first <= x.first <= f.last and not f.prep for f in owned)][:1]

    def _goes_on(self, clause: Clause, after: Clause) -> bool:
        """«gibt den Kauf frei: Alpha muss …»; not «seit die Behörde … einschränkt, ruht Alphas Werk»."""
        return after.index == clause.index + 1 and (
            after.kind != "main" or clause.kind == "main" or self.p.tokens[after.first - 1].text == ":"
        )

    def _handled(self, clause: Clause) -> list[Participant]:
        """«untersagte Alpha, den Chip Beta zu liefern»: what may not be sold either."""
        below = [c for c in self.p.clauses if c.parent == clause.index and c.verb.lemma in self._handling]
        goods = [f for c in below for f in self.p.phrases[c.index] if not f.prep and f.link in ("", "apposition")]
        spans = [(f.first, f.last) for f in goods]
        named = (x for x in self.found if x.how == "name" and x.kind in PRODUCTS)
        return [x for x in named if any(first <= x.last <= last for first, last in spans)]

    @property
    def _handling(self) -> list[str]:
        found: list[str] = self.language.grammar["restriction"]["handling"]
        return found

    def can_be(self, x: Participant, host: Clause) -> bool:
        """A company or product; «seine Kunden» and the relative pronoun before a plural mean nobody."""
        phrase = self.phrase(x)
        relative = host.kind == "relative" and phrase is not None and phrase.first == host.first and x.how == "noun"
        it = x.how == "pronoun" and self.p.low[x.first] in self.language.pron.it  # «so hatte es die Behörde verfügt»
        several = x.how == "noun" and phrase is not None and self._is_plural(phrase)
        plain = (
            x.kind in BOUND and x.how != "possessive" and not it and not relative and not several and not self._tells(x)
        )
        return plain and not self._speaks_of(x, host)

    def _is_plural(self, phrase: Phrase) -> bool:
        """«den Versicherern»: several, whoever was spoken of."""
        head = self.p.head(phrase)
        return (
            phrase.det in self.language.det.accusative_or_none
            and head.lemma.endswith("er")
            and head.text == f"{head.lemma}n"
        )

    def _tells(self, x: Participant) -> bool:
        """Whether it only tells which one the name right behind it is: «die Alpha-Tochter Beta», «Alphas Chip Beta»."""
        behind = any(y.first == x.last + 1 and y.how == "name" and y.kind in BOUND for y in self.found)
        word = self.p.tokens[x.last].text
        return behind and (
            x.how == "compound" or (x.how == "name" and word.endswith(("s", "’", "'")) and word != x.name)
        )

    def _speaks_of(self, x: Participant, host: Clause) -> bool:
        """Whether somebody is only who says it, or of whom somebody speaks («Alpha-Sprecherin»)."""
        if x.how == "compound" and self.language.nouns.is_office(x.rest):
            return True
        phrase = self.phrase(x)
        if phrase is None:
            return False
        first = subject(self.p, host)
        return phrase.prep in self.language.prep.according_either_side or (
            phrase is first and not stands_on_list(self.p, host, self.language) and says(self.p, host, self.language)
        )

    def _chosen(self, host: Clause, own: list[Participant]) -> list[Participant]:
        """Of several the one that the verb binds by its case or preposition, with those listed with it; «der Chip X von Y»: X."""
        first = subject(self.p, host)
        best = min(own, key=lambda x: (self._rank(host, x, first), x.first))
        return self._listed(best, own)

    def _rank(self, host: Clause, x: Participant, first: Phrase | None) -> int:
        """How far a participant is from being the one bound; «der Chip X von Y»: X."""
        phrase = self.phrase(x)
        if phrase is None or phrase not in self.p.phrases[host.index]:
            return 6
        if phrase.prep in self.language.prep.standing_to or self._buys(phrase, host):
            return 0
        if phrase is first:  # «Alpha unterliegt der Verordnung, kurz AV»: Alpha
            return 0 if host.verb.lemma in self.language.grammar["restriction"]["bound"] else 3
        if phrase.prep:
            return 2 if phrase.prep in self.language.prep.of else 5
        if phrase.link == "genitive" and phrase.to is not None:
            head = self.p.phrases[host.index][phrase.to]
            return 2 if head.mention is None or head.mention.kind not in BOUND else 4
        return 1

    def _buys(self, phrase: Phrase, host: Clause) -> bool:
        """«den Kauf von Alpha durch Beta»: who buys."""
        deals = tuple(self.language.grammar["restriction"]["deals"])
        heads = (self.p.head(f).low for f in self.p.phrases[host.index] if f.index < phrase.index)
        return phrase.prep in self.language.prep.through and any(h.endswith(deals) for h in heads)

    def _listed(self, x: Participant, own: list[Participant]) -> list[Participant]:
        """It, and what is listed with it: only commas, «und», nouns before a name between."""
        chosen = [x]
        for y in own:
            if y.first > chosen[-1].last and self._beside(chosen[-1], y):
                chosen.append(y)
        for y in reversed(own):
            if y.last < chosen[0].first and self._beside(y, chosen[0]):
                chosen.insert(0, y)
        return chosen

    def _beside(self, x: Participant, y: Participant) -> bool:
        """«Alpha und die App Beta»."""
        between = self.p.tokens[x.last + 1 : y.first]
        marks = any(t.text in self.language.conj.joining for t in between)
        return (
            x.kind == y.kind
            and marks
            and all(t.text in self.language.conj.joining or t.is_a("NN", "ART", "ADJ(A)") for t in between)
        )

    def phrase(self, x: Participant) -> Phrase | None:
        return next((f for parts in self.p.phrases for f in parts if f.first <= x.last <= f.last), None)

    def owned(self, x: Participant) -> bool:
        phrase = self.phrase(x)
        return phrase is not None and phrase.link == "genitive"


def so_far(focus: Focus) -> list[Mention]:
    """The companies and products of the text so far, the one that it speaks of last."""
    named = [m for m in focus.seen if m.kind in BOUND]
    return [*named, *([focus.topic] if focus.topic is not None else named[-1:])]
