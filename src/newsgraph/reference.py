"""Who is meant: «das Unternehmen», «der Konzern», «es», «die Münchner» stand for the last fitting thing.

The focus of a text is the list of its mentions in the order in which they were read, subjects before the rest of a sentence
(after centering, Grosz, Joshi and Weinstein 1995, cut down to what a list can do).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.cast import Cast
from newsgraph.dealing import Dealings
from newsgraph.definite import definite
from newsgraph.definiteness import is_people
from newsgraph.ellipsis import posed
from newsgraph.filler import Filler
from newsgraph.gender import gender, shown, subject_gender
from newsgraph.introduction import introduced, leads_on
from newsgraph.kin import daughter, is_held, is_kin, itself, rival
from newsgraph.language import Language
from newsgraph.leadapp import lead, leading
from newsgraph.makername import maker_of
from newsgraph.mention import Mention
from newsgraph.mindful import bare, by_way, speaks_of_it
from newsgraph.opening import (
    at_head,
    beside_others,
    is_listed,
    means_nothing,
    opens,
    owner_at_head,
    spoken_for,
    tells,
    titled,
)
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.pronoun import AGENTS, pronoun
from newsgraph.salience import weighed
from newsgraph.seat import seats
from newsgraph.sobriquet import names_called
from newsgraph.subject import subject
from newsgraph.topic import ACTING, NAMED, gives, investors
from newsgraph.townspeople import kin_of_place
from newsgraph.wordlist import PRODUCTS

HORIZON = 200  # mentions that are kept in mind: a longer text costs no more a sentence
FEW = 2  # companies between which a name of a town tells


@dataclass(slots=True)
class Focus:
    """The mentions read so far, the newest last; `topic` is the company that the text speaks of."""

    language: Language
    seen: list[Mention] = field(default_factory=list)
    subjects: list[Mention] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)  # name → m, f, n by the noun that it was subject with
    shown: dict[str, str] = field(default_factory=dict)  # the same by the nouns before the names of the last sentence
    called: list[tuple[str, Mention]] = field(default_factory=list)  # (noun, what was called so)
    last_subject: tuple[str, Mention | None] = ("", None)  # gender and name of the last subject, whatever it was
    told: list[tuple[int, float, Mention]] = field(default_factory=list)  # sentence, weight, who could be the topic
    named: list[Mention] = field(default_factory=list)  # companies and services in the last sentence
    things: list[Mention] = field(default_factory=list)  # products in the last sentence
    at: int = 0  # the sentence that is read
    seats: list[tuple[str, Mention]] = field(
        default_factory=list
    )  # (place, company that sits, or makes something, there)
    plants: set[tuple[str, str]] = field(default_factory=set)  # those of them, by name, who only make something there
    ruling: tuple[int, Filler, str] | None = None  # sentence and filler of the law that was last spoken of
    limited: tuple[int, list[Filler]] | None = None  # sentence and those who may not, before it is said who forbids
    deciding: tuple[int, Filler, str, str] | None = (
        None  # sentence, who forbids, how and how surely, before it is said whom
    )
    struck: tuple[int, tuple[Filler, ...]] | None = None  # sentence and those whom somebody forbade something, or fined
    rivalry: Mention | None = None  # whose rivals the last sentence announced, and named none
    rivalled: Mention | None = None  # whose rivals it named
    dealings: Dealings = field(default_factory=Dealings)
    cast: Cast = field(default_factory=Cast)
    spoken: set[str] = field(default_factory=set)  # who was named in the paragraph
    people: tuple[int, Mention] | None = None  # sentence and firm that was last called by its people
    last_rule: int = -1  # the sentence that last named a law
    host: Mention | None = None  # the firm whose people answer, where the text is an interview
    voice: Mention | None = None  # who says the sentence, where labels tell who speaks
    opening: Mention | None = None  # the last subject, where it is what its sentence is about
    opener: Mention | None = None  # the company with which the paragraph opened as its subject
    posed: Mention | None = None  # whom the last sentence put up: «Und Alpha?»
    lead: Mention | None = None  # the service that the text is about, where it names no firm behind it
    fresh: Mention | None = None  # the company that the last sentence opened a paragraph with
    headed: frozenset[str] = frozenset()  # who was named in the first sentence of the paragraph
    titled: frozenset[str] = frozenset()  # who was named in the first sentence of the text
    begins: bool = False  # whether the sentence to be read is the first of a paragraph
    around: Mapping[str, float] = field(default_factory=dict)  # companies by how often they are named around
    inside: Mapping[str, float] = field(default_factory=dict)  # the same of the paragraph
    retold: bool = False  # whether the last sentence told of somebody without the name: «Der Maschinenbauer aus Jena …»
    _first: bool = True  # whether the sentence to be read is the first of a paragraph
    _salient: list[Mention] | None = None  # the companies in mind since the last sentence, once they were asked for
    _investors: frozenset[str] | None = None  # likewise who was called by a noun for who gives money

    def read(self, p: Parse) -> None:
        """Take in a sentence; what is subject of a main clause comes last, that is first in mind."""
        self.named = [m for m in p.mentions if m.kind in ("Company", "App") and not m.adjective and not m.rest]
        self.things = [m for m in p.mentions if m.kind in PRODUCTS and not m.adjective and not m.rest]
        self._salient = self._investors = None
        here = frozenset(m.name for m in p.mentions if not m.adjective)
        self.titled = here if p.sentence.index == 0 else self.titled
        self.headed = here if self._first else self.headed
        self.spoken |= here
        self._first = False
        was = self.opener
        self.seen += [
            bare(m) for m in p.mentions if not m.adjective and speaks_of_it(m, self.language) and not by_way(p, m)
        ]
        self.called += names_called(p, self.language)
        self.told += [(p.sentence.index, NAMED, m) for m in p.mentions if m.kind in ("Company", "") and not m.adjective]
        self.at = p.sentence.index + 1
        self.seats += seats(p)
        self.last_rule = p.sentence.index if any(m.kind == "Regulation" for m in p.mentions) else self.last_rule
        self.shown = dict(shown(p))
        for memory in (self.told, self.seen, self.subjects, self.called, self.seats):
            del memory[:-HORIZON]
        for people in (f for parts in p.phrases for f in parts if is_people(p, f)):
            if (firm := self.of(p, people)) is not None:
                self.people = p.sentence.index, firm
        self.posed, self.retold = posed(p), False
        speaker: Mention | None = None
        for clause in p.clauses:
            phrase = subject(p, clause) if clause.kind == "main" or tells(p, clause) else None
            if phrase is not None and not means_nothing(p, clause, phrase):
                firm = spoken_for(phrase, self.language)
                mention = titled(p, clause, phrase) or self.of(p, phrase) or firm or owner_at_head(p, phrase)
                if not phrase.pronoun:
                    self.last_subject = (subject_gender(p, clause, phrase), mention)
                if (
                    (maker := self.dealings.maker(mention)) is not None
                    and mention is not None
                    and mention.kind == "App"
                ):
                    self.told.append((p.sentence.index, NAMED, maker))
                acts = mention is not None and (bool(mention.kind) or clause.verb.at is not None)
                said = (
                    speaker is not None and clause.verb.mood == "konjunktiv1"
                )  # «Ein Alpha-Sprecher sagte: Beta sei …»
                speaker = speaker or firm
                told = acts and not said and not is_listed(p, clause, phrase)
                if mention is not None and not self.subjects and self.lead is None:
                    self.lead = lead(self, mention)
                if mention is not None and told and mention.kind in ("", *AGENTS):
                    self.subjects.append(mention)
                    self.retold = phrase.mention is None
                    self.opening = (
                        mention
                        if opens(p, clause, phrase) and not beside_others(p, clause, phrase, begins=self.begins)
                        else None
                    )
                    first = self.begins and self.opener is None and not phrase.pronoun
                    if first and mention.kind == "Company" and clause.verb.mood != "konjunktiv1":
                        self.opener = self.opening
                    self.told.append((p.sentence.index, ACTING, mention))
                    if found := gender(p, phrase, mention):
                        self.genders[mention.name] = found
        if self.begins and self.opener is None and not any(c.verb.mood == "konjunktiv1" for c in p.clauses):
            self.opener = at_head(p) or introduced(p)
        if self.posed is not None and self.posed.kind == "Company":
            self.opener = self.opening = self.posed  # it is what the rest of the paragraph is about
        self.fresh = self.opener if self.opener is not was else None
        self._salient, self.begins = None, self.begins and leads_on(p)

    @property
    def few(self) -> bool:
        """Whether the text has named two companies at most, so that «die Ulmer» is hardly guessed."""
        names: set[str] = set()
        for m in self.seen:
            if m.kind == "Company":
                names.add(m.name)
                if len(names) > FEW:
                    return False
        return True

    @property
    def investors(self) -> frozenset[str]:
        """The names of what was called by a noun for who gives money."""
        if self._investors is None:
            self._investors = investors(self.called, self.language)
        return self._investors

    @property
    def lone(self) -> Mention | None:
        """The only company, or service that a company may be called by, that the last sentence names."""
        return self.named[0] if len({m.name for m in self.named}) == 1 else None

    @property
    def ruled(self) -> list[int]:
        """The sentences in which a rule, a ban or a decision was last spoken of."""
        return [at[0] for at in (self.limited, self.ruling, self.deciding) if at is not None]

    def begin(self) -> None:
        """A paragraph begins: who acted last in the one before is not in mind; whom it opens with, it speaks of."""
        self.opening, self.opener, self.begins, self._salient = None, None, True, None
        self.headed, self._first, self.spoken = frozenset(), True, set()

    def turn(self, p: Parse) -> None:
        """Forget what the text spoke of: another item begins. A name before a colon is what it speaks of."""
        for memory in (self.told, self.seen, self.subjects, self.called):
            memory.clear()
        self.dealings, self.cast, self._salient, self._investors = Dealings(), Cast(), None, None
        self.titled = self.headed = frozenset()
        self.last_subject, self.ruling, self.limited, self.deciding, self.struck = ("", None), None, None, None, None
        head = p.mentions[0] if p.mentions else None
        if head is not None and head.last + 1 < len(p.tokens) and p.tokens[head.last + 1].text == ":":
            self.seen.append(head)
            self.subjects.append(head)
            self.told.append((p.sentence.index, ACTING, head))

    @property
    def topic(self) -> Mention | None:
        """The company that the text is about by now: often named, often subject, named early, subject just before."""
        return next(iter(self.salient()), None)

    def salient(self) -> list[Mention]:
        """The companies in mind, the topic first."""
        if self._salient is None:
            order = weighed(self)
            put = self.posed if self.posed is not None and self.posed.kind in ("Company", "") else None
            first = self.host or put or leading(self, order)
            self._salient = order if first is None else [first, *(m for m in order if m.name != first.name)]
        return self._salient

    @property
    def acting(self) -> Mention | None:
        """The company that acted last, else the topic: whose chief it is who is called so and no more."""
        if self.host is not None:
            return self.host
        last = [self.company_of(m) for m in self.subjects[-1:]]
        giving = self.investors if last else frozenset()
        began = bool(last) and self.opening is not None and self.company_of(self.opening).name == last[0].name
        return (
            last[0]
            if began and last[0].kind == "Company" and not gives(last[0].name, giving, self.language)
            else self.topic
        )

    def of(self, p: Parse, phrase: Phrase, *, bare: bool = False) -> Mention | None:
        """The mention that a phrase is, or refers to; `bare` leaves out the name in it."""
        if (
            not bare
            and phrase.mention is not None
            and not phrase.mention.adjective
            and itself(phrase.mention, self.language)
        ):
            return phrase.mention
        if phrase.pronoun:
            return pronoun(self, p, phrase)
        if (maker := maker_of(self, p, phrase)) is not None:
            return maker
        compound = phrase.mention is not None and bool(phrase.mention.rest) and not phrase.mention.adjective
        if (
            compound
            and phrase.mention is not None
            and is_kin(phrase.mention, self.language)
            and phrase.det in p.language.det.definite
        ):
            if (named := next((m for m in p.mentions if m.first == phrase.last + 1 and not m.rest), None)) is not None:
                return named  # «die Ulmer Alpha-Tochter Beta»
            if (from_there := kin_of_place(self, p, phrase)) is not None:
                return from_there
            last = self.last_subject[
                1
            ]  # the app that the sentence before was about, where the text is about no company
            app = last if last is not None and last.kind == "App" else None
            other = None if is_held(phrase.mention, self.language) else self.topic or app
            topic = daughter(phrase.mention, self.seen) or rival(phrase.mention, self.salient(), self.language) or other
            return topic if topic is not None and topic.name != phrase.mention.name else None
        return definite(self, p, phrase) if phrase.quantity is None and not compound else None

    def sits(self, places: Iterable[str], companies: Iterable[Mention], *, plant: bool = False) -> None:
        """Remember where companies sit, so that «die Münchner» finds them; and where they only have a `plant`."""
        here = [(place, company) for place in places for company in companies]
        self.plants |= {(place, company.name) for place, company in here if plant}
        self.seats += here

    def company_of(self, mention: Mention) -> Mention:
        """What is a person's is their company's, where they are known to lead one: «Ihr Finanzchef»."""
        led = self.dealings.offices.get(mention.name) if mention.kind == "Person" else None
        return Mention(led.first, led.last, led.name, led.kind, led.id) if led is not None else mention

    def company_led(self, people: Sequence[Mention]) -> Mention | None:
        """The company of the last of these people who is known to lead one."""
        return next((self.company_of(m) for m in reversed(people) if m.name in self.dealings.offices), None)

    def person(self) -> Mention | None:
        """The person who was subject, or was named, last: who speaks as «er» or «sie»."""
        subjects = [m for m in self.subjects[-5:] if m.kind == "Person"]
        return subjects[-1] if subjects else next((m for m in reversed(self.seen[-6:]) if m.kind == "Person"), None)

    def last(self, *kinds: str) -> Mention | None:
        """The newest mention of one of these classes."""
        return next((m for m in reversed(self.seen) if m.kind in kinds), None)
