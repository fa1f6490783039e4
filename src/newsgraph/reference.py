"""Who is meant: «das Unternehmen», «der Konzern», «es», «die Münchner» stand for the last fitting thing.

The focus of a text is the list of its mentions in the order in which they were read, subjects before the rest of a sentence
(after centering, Grosz, Joshi and Weinstein 1995, cut down to what a list can do).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from newsgraph.clause import Clause
from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.lexicon import PLURAL, forms
from newsgraph.mention import Mention
from newsgraph.parse import Parse, subject
from newsgraph.phrase import Phrase
from newsgraph.seat import place_meant, seats

HORIZON = 400  # mentions that are kept in mind: a longer text costs no more a sentence
AGENTS = ("Company", "PublicBody", "NewsOrganization", "Person")
PRONOUNS = {"er": "m", "ihn": "m", "ihm": "m", "sie": "f", "es": "n"}
PRODUCTS = ("App", "Chip", "Product")
OURS = ("man", "wir", "uns")
POINTING = ("dieser", "diese", "dieses", "letzterer", "letztere", "letzteres")
DEFINITE = (
    "der",
    "die",
    "das",
    "den",
    "dem",
    "des",
    "dieser",
    "diese",
    "dieses",
    "diesen",
    "diesem",
    "sein",
    "seine",
    "ihr",
    "ihre",
)


@dataclass(slots=True)
class Focus:
    """The mentions read so far, the newest last; `topic` is the company that the text speaks of."""

    language: Language
    seen: list[Mention] = field(default_factory=list)
    subjects: list[Mention] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)  # name → m, f, n by the noun that it was subject with
    called: list[tuple[str, Mention]] = field(default_factory=list)  # (noun, what was called so)
    last_subject: tuple[str, Mention | None] = ("", None)  # gender and name of the last subject, whatever it was
    raiser: Any = None  # the filler of the company that the last funding round was for
    seats: list[tuple[str, Mention]] = field(default_factory=list)  # (place, company that sits there)
    money: list[tuple[str, int, bool]] = field(
        default_factory=list
    )  # of each investment written: relation, sentence, any sum
    fining: tuple[int, Filler] | None = None  # sentence and filler of the authority that last imposed a fine
    dealt: tuple[int, Filler] | None = None  # sentence and filler of the company that was last said to be bought
    ruling: tuple[int, Filler] | None = None  # sentence and filler of the law that was last spoken of
    limited: tuple[int, list[Filler]] | None = None  # sentence and those who may not, before it is said who forbids
    offices: dict[str, Filler] = field(default_factory=dict)  # person → the filler of the company that the person leads
    _topic: list[Mention | None] = field(
        default_factory=list
    )  # the topic since the last sentence, once it was asked for

    def read(self, p: Parse) -> None:
        """Take in a sentence; what is subject of a main clause comes last, that is first in mind."""
        self._topic.clear()
        self.seen += [m for m in p.mentions if not m.adjective and not m.rest]
        self._remember(p)
        self.seats += seats(p)
        for memory in (self.seen, self.subjects, self.called, self.seats, self.money):
            del memory[:-HORIZON]
        for clause in p.clauses:
            if clause.kind == "main" and (phrase := subject(p, clause)) is not None:
                mention = self._titled(p, clause, phrase) or self.of(p, phrase)
                if not phrase.pronoun:
                    self.last_subject = (_article(phrase), mention)
                if mention is not None and mention.kind in ("", *AGENTS):
                    self.subjects.append(mention)
                    if gender := _gender(p, phrase, mention):
                        self.genders[mention.name] = gender
        self._topic.clear()

    def turn(self, p: Parse) -> None:
        """Forget what the text spoke of: another item begins. A name before a colon is what it speaks of."""
        for memory in (self.seen, self.subjects, self.called, self.money, self._topic):
            memory.clear()
        self.last_subject, self.raiser, self.fining, self.dealt, self.ruling, self.limited = ("", None), *(None,) * 5
        head = p.mentions[0] if p.mentions else None
        if head is not None and head.last + 1 < len(p.tokens) and p.tokens[head.last + 1].text == ":":
            self.seen.append(head)
            self.subjects.append(head)

    def _remember(self, p: Parse) -> None:
        """What names were called: «der Chipausrüster Alpha», «Alpha, ein Anbieter von …»."""
        for parts in p.phrases:
            for phrase in parts:
                host = (
                    parts[phrase.to]
                    if phrase.link == "apposition" and phrase.to is not None and phrase.to < len(parts)
                    else phrase
                )
                mention = phrase.mention or host.mention
                noun = p.head(phrase)
                if (
                    mention is not None
                    and not mention.rest
                    and not mention.adjective
                    and noun.is_a("NN")
                    and not mention.first <= phrase.head <= mention.last
                ):
                    self.called.append((noun.text.lower(), mention))

    @staticmethod
    def _titled(p: Parse, clause: Clause, phrase: Phrase) -> Mention | None:
        """«Alpha-Chefin Eva Muster»: the person."""
        following = next((f for f in p.phrases[clause.index] if f.first == phrase.last + 1), None)
        compound = phrase.mention is not None and bool(phrase.mention.rest)
        person = following.mention if compound and following is not None else None
        return person if person is not None and person.kind == "Person" else None

    @property
    def topic(self) -> Mention | None:
        """The company that the text is about by now: often named, often subject, named early, subject just before."""
        if not self._topic:
            self._topic.append(self._weigh())
        return self._topic[0]

    @property
    def acting(self) -> Mention | None:
        """The company that acted last, else the topic: whose chief it is who is called so and no more."""
        last = self.subjects[-1:]
        return last[0] if last and last[0].kind == "Company" else self.topic

    def _weigh(self) -> Mention | None:
        weight: dict[str, float] = {}
        subjects = [m for m in self.subjects if m.kind in ("Company", "")]
        acting = {m.name for m in subjects}
        companies = [m for m in self.seen if m.kind == "Company" or (not m.kind and m.name in acting)]
        for mention in companies:
            weight[mention.name] = weight.get(mention.name, 0) + 1
        for mention in subjects:
            weight[mention.name] = weight.get(mention.name, 0) + 2
        for firsts, bonus in ((companies[:1], 2), (subjects[:1], 2), (subjects[-1:], 2.5)):
            for m in firsts:
                weight[m.name] += bonus
        best = max(weight, key=lambda name: weight[name], default=None)
        return next((m for m in companies + subjects if m.name == best), None)

    def of(self, p: Parse, phrase: Phrase, *, bare: bool = False) -> Mention | None:
        """The mention that a phrase is, or refers to; `bare` leaves out the name in it."""
        if not bare and phrase.mention is not None and not phrase.mention.adjective and self._itself(phrase.mention):
            return phrase.mention
        if phrase.pronoun:
            return self._pronoun(p, phrase)
        compound = phrase.mention is not None and bool(phrase.mention.rest) and not phrase.mention.adjective
        return self._noun(p, phrase) if phrase.quantity is None and not compound else None

    def _itself(self, mention: Mention) -> bool:
        """Whether a compound with a name means the thing of that name: «Zahlio-App», «X5-Chips»."""
        if not mention.rest:
            return True
        plural = mention.rest.lower().endswith(("s", "en", "e")) and mention.kind != "Chip"  # «Alpha-Apps» are several
        return bool(mention.kind) and not plural and self.language.nouns.class_of(mention.rest) == mention.kind

    def sits(self, places: Iterable[str], companies: Iterable[Mention]) -> None:
        """Remember where companies sit, so that «die Münchner» finds them."""
        self.seats += [(place, company) for place in places for company in companies]

    def fined(self, p: Parse) -> None:
        """Remember the authority of a sentence that speaks of a fine, whoever has to pay it."""
        tails = tuple(self.language.grammar["sums"]["fines"])
        if not any(t.is_a("NN") and t.text.lower().endswith(tails) for t in p.tokens):
            return
        body = next((m for m in p.mentions if m.kind == "PublicBody" and not m.rest and not m.adjective), None)
        nouns = tuple(self.language.grammar["sums"]["authorities"])
        noun = next((i for i, t in enumerate(p.tokens) if t.is_a("NN") and t.text.lower().endswith(nouns)), None)
        if body is not None:
            self.fining = p.sentence.index, Filler(body.kind, body.first, body.last, body.name, body.id, here=False)
        elif noun is not None:
            self.fining = p.sentence.index, Filler("PublicBody", noun, noun, p.tokens[noun].text, here=False)

    def acting_for(self, filler: Filler) -> Filler:
        """Who puts money in where a person does: the company that the person was said to lead."""
        led = self.offices.get(filler.name) if filler.kind == "Person" else None
        return replace(led, first=filler.first, last=filler.last, here=filler.here) if led is not None else filler

    def recent(self, kind: str, sentence: int, within: int = 3, *, open_: bool = False) -> bool:
        """Whether an investment (or a funding round) was spoken of in the last three (or so) sentences; `open_`: and no sum
        of the last one."""
        found = [
            summed
            for relation, at, summed in self.money
            if sentence - at <= within
            and {"round": "funding_round", "deal": "acquisition", "project": "project", "stake": "stake"}.get(
                kind, relation
            )
            == relation
        ]
        return bool(found) and not (open_ and found[-1])

    def ours(self, p: Parse) -> Mention | None:
        """Whose «wir» it is, and whose «man» in reported speech: the company of who speaks, else the one that acts."""
        for m in p.mentions:
            if m.rest and not m.adjective and self.language.nouns.is_office(m.rest.rpartition("-")[2]):
                return replace(m, rest="")
        people = [m for m in (*self.seen[-8:], *p.mentions) if m.kind == "Person"]
        led = next((self.offices[m.name] for m in reversed(people) if m.name in self.offices), None)
        return Mention(led.first, led.last, led.name, led.kind, led.id) if led is not None else self.topic

    def possessor(self, p: Parse, clause: Clause, phrase: Phrase) -> Mention | None:
        """Whose «sein» is: the subject of the clause, else the topic."""
        if phrase.det.startswith("unser"):
            return self.ours(p)
        if phrase.det in ("deren", "dessen"):
            inside = [m for m in p.mentions if m.last < phrase.first and m.kind in ("", *AGENTS) and not m.adjective]
            return inside[-1] if inside else self.last(*AGENTS)
        own = subject(p, clause)
        if (
            own is not None
            and own is not phrase
            and (own.first < phrase.first or phrase.last < (clause.verb.finite or 0))
            and (mention := self.of(p, own)) is not None
            and mention.kind in ("", *AGENTS)
        ):
            return self._company_of(mention)
        return self._acting(p, phrase) or self.acting

    def _company_of(self, mention: Mention) -> Mention:
        """What is a person's is their company's, where they are known to lead one: «Ihr Finanzchef»."""
        led = self.offices.get(mention.name) if mention.kind == "Person" else None
        return Mention(led.first, led.last, led.name, led.kind, led.id) if led is not None else mention

    def _acting(self, p: Parse, phrase: Phrase) -> Mention | None:
        """The company or body that is subject of a main clause before the phrase."""
        for clause in p.clauses:
            own = subject(p, clause) if clause.kind == "main" else None
            mention = self.of(p, own) if own is not None and own is not phrase and own.last < phrase.first else None
            if mention is not None and mention.kind in ("Company", "PublicBody", "NewsOrganization"):
                return mention
        return None

    def person(self) -> Mention | None:
        """The person who was subject, or was named, last: who speaks as «er» or «sie»."""
        subjects = [m for m in self.subjects[-5:] if m.kind == "Person"]
        return subjects[-1] if subjects else next((m for m in reversed(self.seen[-6:]) if m.kind == "Person"), None)

    def last(self, *kinds: str) -> Mention | None:
        """The newest mention of one of these classes."""
        return next((m for m in reversed(self.seen) if m.kind in kinds), None)

    def _pronoun(self, p: Parse, phrase: Phrase) -> Mention | None:
        word = p.head(phrase).text.lower()
        if word in OURS:
            return self.ours(p)
        if word in POINTING and (near := self._pointed(p, phrase)) is not None:
            return near
        if word in ("der", "die", "den", "dem") and phrase.first < 2 and self.seen:
            named = [m for m in self.seen[-3:] if m.kind in ("Company", "Person", *PRODUCTS)]
            return named[-1] if named else None  # «Der gehört zu …»
        if word not in ("er", "sie", "es", "ihn", "ihm", "dieser", "diese", "dieses", "letzterer"):
            return None
        if word == "dieser" and self.seen and not any(m.last < phrase.first for m in p.mentions):
            return self.last(*AGENTS)
        own = [
            (f, self.of(p, f))
            for c in p.clauses
            if c.kind == "main" and (f := subject(p, c)) is not None and f.last < phrase.first and not f.pronoun
        ]
        gender, mention = (_article(own[-1][0]), own[-1][1]) if own else self.last_subject
        if gender and gender == PRONOUNS.get(word) and (mention is None or mention.kind not in AGENTS):
            return mention  # «Das Gesetz …: Es …», «Der Umsatz … Er …»
        if own and gender and gender == PRONOUNS.get(word) and mention is not None and mention.kind != "Person":
            return mention  # «Der Konzern Alpha wies zurück, er wolle …»
        earlier = [
            m
            for c in p.clauses
            for f in p.phrases[c.index]
            if f.last < phrase.first and (m := f.mention) and not m.adjective and not m.rest and not f.link
        ]
        agents = [
            m
            for m in earlier
            if (m.kind in AGENTS or (word in ("sie", "es") and m.kind == "App")) and self._agrees(word, m)
        ]
        if agents:
            return agents[0]
        subjects = [m for m in self.subjects if m.kind in AGENTS]
        fitting = next((m for m in reversed(subjects[-5:]) if self._agrees(word, m)), None)
        return fitting or (subjects[-1] if subjects else None)

    def _pointed(self, p: Parse, phrase: Phrase) -> Mention | None:
        """«Diese», «Letzterer»: what was named last before it, and not the subject."""
        before = [m for m in (*self.seen[-3:], *p.mentions) if not m.adjective and not m.rest]
        here = {id(m) for m in p.mentions if m.first > phrase.first}
        named = [m for m in before if id(m) not in here and m.kind in ("Company", "App", "Product", "Chip")]
        return named[-1] if named and phrase.first < 3 else None

    def _agrees(self, word: str, mention: Mention) -> bool:
        """Whether a pronoun's gender permits the mention: «er» a person or what «der …» named, «es» no person."""
        gender = self.genders.get(mention.name, "")
        if word in ("er", "ihn", "ihm"):
            return gender == "m" or (not gender and mention.kind == "Person")
        if word == "sie":
            return gender != "m" and (gender != "n" or mention.kind != "Person")
        return mention.kind != "Person" if word == "es" else True

    def _noun(self, p: Parse, phrase: Phrase) -> Mention | None:
        head = p.head(phrase)
        contracted = p.tokens[phrase.first].text.lower() in self.language.grammar["contractions"]
        if not (phrase.det in DEFINITE or contracted) or not head.is_a("NN", "NE", "ADJ"):
            return None
        place = place_meant(p, phrase, self.language) if phrase.mention is None or phrase.mention.adjective else ""
        if place:
            return self._from(place)
        if (
            phrase.det.startswith(("sein", "ihr", "unser"))
            and head.text.lower() in self.language.grammar["reference"]["owned"]
        ):
            return self._own_company(p, phrase)
        noun = head.text.removesuffix("in") if head.text.endswith(("erin", "entin", "orin")) else head.text
        kinds = self.language.nouns.refers_to(noun)
        several = phrase.det in ("die", "diese", "den", "seine", "ihre") and head.text[len(head.lemma) :] in PLURAL
        if (known := self._by_noun(head.text, kinds)) is not None:
            return None if several and known.kind in PRODUCTS else known  # «die Maschinen» are no one product
        if noun.lower() in self.language.grammar["reference"]["relational"]:
            topic = self.topic
            return next(
                (
                    m
                    for m in reversed(self.seen[-6:])
                    if m.kind == "Company" and topic is not None and m.name != topic.name
                ),
                None,
            )
        for kind in kinds:
            if several and kind in PRODUCTS:
                continue
            if kind in ("Company", "App", "Chip", "Product", "NewsOrganization", "PublicBody", "Regulation"):
                found = self._company(p, phrase) if kind == "Company" else self.last(kind)
                if found is not None:
                    return found
        return None

    def _own_company(self, p: Parse, phrase: Phrase) -> Mention | None:
        """«sein Unternehmen», «ihre Firma»: that of the person who acts or speaks, else the topic."""
        people = [m for m in (*self.seen[-6:], *self.subjects[-2:], *p.mentions) if m.kind == "Person" and not m.rest]
        led = next((self._company_of(m) for m in reversed(people) if m.name in self.offices), None)
        return led or self.topic

    def _by_noun(self, noun: str, kinds: Iterable[str]) -> Mention | None:
        """The last thing that was called by this noun or a compound of it («die Bank»: «Privatbank Alpha»)."""
        low = next(iter(sorted(forms(noun), key=len)))
        if low in self.language.grammar["reference"]["generic"]:
            return None
        named = [m for called, m in self.called if m.kind in kinds and any(f.endswith(low) for f in forms(called))]
        if (topic := self.topic) is not None and any(m.name == topic.name for m in named):
            return topic
        newest = self.last(named[-1].kind) if named else None
        if (
            newest is not None
            and newest.kind in ("App", "Chip", "Product")
            and all(m.name != newest.name for m in named)
        ):
            return None  # another one has been spoken of since
        return named[-1] if named else None

    def _company(self, p: Parse, phrase: Phrase) -> Mention | None:
        """The company meant: one named before in the sentence, else the subject of the last main clause with one."""
        for clause in p.clauses:
            first = subject(p, clause)
            if (
                first is not None
                and first.last < phrase.first
                and first.mention is not None
                and first.mention.kind == "Company"
                and not first.mention.rest
            ):
                return first.mention
        return self.topic

    def _from(self, place: str) -> Mention | None:
        """«die Münchner»: the company that was said to sit there, else the topic."""
        here = next((m for name, m in reversed(self.seats) if name == place), None)
        topic, known = self.topic, self.language.places
        city = place in known and known[place].kind != "country"
        own = [name for name, m in self.seats if topic is not None and m.name == topic.name and name in known]
        elsewhere = any((known[name].kind != "country") == city for name in own)
        return here or (None if elsewhere else topic)


def _gender(p: Parse, phrase: Phrase, mention: Mention) -> str:
    """The gender that the words of a subject show: its article, or a title before a person («Chefin Muster»)."""
    if mention.kind == "Person":
        title = (
            p.head(phrase).text
            if not mention.first <= phrase.head <= mention.last
            else phrase.mention.rest
            if phrase.mention is not None
            else ""
        )
        return ("f" if title.endswith("in") else "m") if title else ""
    return _article(phrase)


def _article(phrase: Phrase) -> str:
    """The gender that the article of a subject shows; the plural counts as feminine, as its pronoun does."""
    return {"der": "m", "dieser": "m", "das": "n", "dieses": "n", "die": "f", "diese": "f", "eine": "f"}.get(
        phrase.det, ""
    )
