"""Who is meant: «das Unternehmen», «der Konzern», «es», «die Münchner» stand for the last fitting thing.

The focus of a text is the list of its mentions in the order in which they were read, subjects before the rest of a sentence
(after centering, Grosz, Joshi and Weinstein 1995, cut down to what a list can do).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from newsgraph.clause import Clause
from newsgraph.dealing import Dealings
from newsgraph.filler import Filler
from newsgraph.gender import article_gender, gender
from newsgraph.language import Language, Place
from newsgraph.lexicon import PLURAL, forms
from newsgraph.mention import Mention
from newsgraph.parse import Parse, antecedent, free, subject
from newsgraph.phrase import Phrase
from newsgraph.seat import place_meant, seats
from newsgraph.topic import ACTING, NAMED, gives, investors, topic_of

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
    told: list[tuple[int, float, Mention]] = field(default_factory=list)  # sentence, weight, who could be the topic
    at: int = 0  # the sentence that is read
    seats: list[tuple[str, Mention]] = field(default_factory=list)  # (place, company that sits there)
    ruling: tuple[int, Filler] | None = None  # sentence and filler of the law that was last spoken of
    limited: tuple[int, list[Filler]] | None = None  # sentence and those who may not, before it is said who forbids
    dealings: Dealings = field(default_factory=Dealings)
    opening: Mention | None = None  # the last subject, where it is what its sentence is about
    _topic: list[Mention | None] = field(
        default_factory=list
    )  # the topic since the last sentence, once it was asked for

    def read(self, p: Parse) -> None:
        """Take in a sentence; what is subject of a main clause comes last, that is first in mind."""
        self._topic.clear()
        self.seen += [_bare(m) for m in p.mentions if not m.adjective and _counts(m, self.language)]
        self._remember(p)
        self.told += [(p.sentence.index, NAMED, m) for m in p.mentions if m.kind in ("Company", "") and not m.adjective]
        self.at = p.sentence.index + 1
        self.seats += seats(p)
        for memory in (self.told, self.seen, self.subjects, self.called, self.seats):
            del memory[:-HORIZON]
        for clause in p.clauses:
            if clause.kind == "main" and (phrase := subject(p, clause)) is not None:
                mention = self._titled(p, clause, phrase) or self.of(p, phrase)
                if not phrase.pronoun:
                    self.last_subject = (article_gender(phrase), mention)
                acts = mention is not None and (bool(mention.kind) or clause.verb.at is not None)
                if mention is not None and acts and mention.kind in ("", *AGENTS):
                    self.subjects.append(mention)
                    self.opening = mention if _opens(p, clause, phrase) else None
                    self.told.append((p.sentence.index, ACTING, mention))
                    if found := gender(p, phrase, mention):
                        self.genders[mention.name] = found
        self._topic.clear()

    def turn(self, p: Parse) -> None:
        """Forget what the text spoke of: another item begins. A name before a colon is what it speaks of."""
        for memory in (self.told, self.seen, self.subjects, self.called, self._topic):
            memory.clear()
        self.dealings = Dealings()
        self.last_subject, self.ruling, self.limited = ("", None), None, None
        head = p.mentions[0] if p.mentions else None
        if head is not None and head.last + 1 < len(p.tokens) and p.tokens[head.last + 1].text == ":":
            self.seen.append(head)
            self.subjects.append(head)
            self.told.append((p.sentence.index, ACTING, head))

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
        giving = investors(self.called, self.language) if last else frozenset()
        began = bool(last) and self.opening is not None and self.opening.name == last[0].name
        return (
            last[0] if began and last[0].kind == "Company" and not gives(last[0], giving, self.language) else self.topic
        )

    def _weigh(self) -> Mention | None:
        subjects = [m for m in self.subjects if m.kind in ("Company", "")]
        acting = {m.name for m in subjects}
        companies = [m for m in self.seen if m.kind == "Company" or (not m.kind and m.name in acting)]
        giving = investors(self.called, self.language) if companies else frozenset()
        givers = frozenset(m.name for m in companies if gives(m, giving, self.language))
        return topic_of(self.told, companies, subjects, self.at, givers)

    def of(self, p: Parse, phrase: Phrase, *, bare: bool = False) -> Mention | None:
        """The mention that a phrase is, or refers to; `bare` leaves out the name in it."""
        if not bare and phrase.mention is not None and not phrase.mention.adjective and self._itself(phrase.mention):
            return phrase.mention
        if phrase.pronoun:
            return self._pronoun(p, phrase)
        compound = phrase.mention is not None and bool(phrase.mention.rest) and not phrase.mention.adjective
        if compound and phrase.mention is not None and self._is_kin(phrase.mention) and phrase.det in ("der", "die"):
            topic = self.topic
            return topic if topic is not None and topic.name != phrase.mention.name else None
        return self._noun(p, phrase) if phrase.quantity is None and not compound else None

    def _itself(self, mention: Mention) -> bool:
        """Whether a compound with a name means the thing of that name: «Zahlio-App», «X5-Chips»."""
        if not mention.rest:
            return True
        if self._is_kin(mention):
            return False
        plural = mention.rest.lower().endswith(("s", "en", "e")) and mention.kind != "Chip"  # «Alpha-Apps» are several
        return bool(mention.kind) and not plural and self.language.nouns.class_of(mention.rest) == mention.kind

    def _is_kin(self, mention: Mention) -> bool:
        """«Alpha-Tochter», «Alpha-Rivale»: another company than the one that is named."""
        return mention.rest.lower() in self.language.grammar["reference"]["relational"]

    def sits(self, places: Iterable[str], companies: Iterable[Mention]) -> None:
        """Remember where companies sit, so that «die Münchner» finds them."""
        self.seats += [(place, company) for place in places for company in companies]

    def ours(self, p: Parse) -> Mention | None:
        """Whose «wir» it is, and whose «man» in reported speech: the company of who speaks, else the one that acts."""
        for m in p.mentions:
            if m.rest and not m.adjective and self.language.nouns.is_office(m.rest.rpartition("-")[2]):
                return replace(m, rest="")
        people = [m for m in (*self.seen[-8:], *p.mentions) if m.kind == "Person"]
        led = next((self.dealings.offices[m.name] for m in reversed(people) if m.name in self.dealings.offices), None)
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
            and own.pronoun
            and clause.kind == "relative"
            and (found := antecedent(p, clause)) is not None
        ):
            own = found[1]
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
        led = self.dealings.offices.get(mention.name) if mention.kind == "Person" else None
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
        gender, mention = (article_gender(own[-1][0]), own[-1][1]) if own else self.last_subject
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
        if not (phrase.det in DEFINITE or contracted) or not head.is_a("NN", "NE", "ADJ", "FM"):
            return None
        place = place_meant(p, phrase, self.language) if phrase.mention is None or phrase.mention.adjective else ""
        if place and any(m.kind == "Person" and m.first == phrase.last + 1 for m in p.mentions):
            return None  # «des Franzosen Max Muster»
        if place and head.text.lower().endswith(("markt", "märkte", "märkten")):
            return None
        if place:
            return self.people_of(place, p, phrase)
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
        led = next((self._company_of(m) for m in reversed(people) if m.name in self.dealings.offices), None)
        return led or self.topic

    def _by_noun(self, noun: str, kinds: Iterable[str]) -> Mention | None:
        """The last thing that was called by this noun or a compound of it («die Bank»: «Privatbank Alpha»)."""
        low = next(iter(sorted(forms(noun), key=len)))
        if low in self.language.grammar["reference"]["generic"]:
            return None
        named = [m for called, m in self.called if m.kind in kinds and _is_called(called, low)]
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
        return self._acted(p, phrase) or self._other(p, phrase) or self.topic

    @staticmethod
    def _acted(p: Parse, phrase: Phrase) -> Mention | None:
        """The company that is named as the subject of a clause before."""
        for clause in p.clauses:
            first = subject(p, clause)
            if phrase.first in clause.tokens:
                continue  # who acts is not named by a noun again in the same clause
            if (
                first is not None
                and first.last < phrase.first
                and first.mention is not None
                and first.mention.kind == "Company"
                and not first.mention.rest
            ):
                return first.mention
        return None

    def _other(self, p: Parse, phrase: Phrase) -> Mention | None:
        """«Der Konzern nimmt dem Hersteller … ab»: whom the topic deals with, the company named last beside it."""
        clause = next((c for c in p.clauses if phrase.first in c.tokens), None)
        own = subject(p, clause) if clause is not None and not (phrase.link or phrase.prep) else None
        if own is None or own.first == phrase.first or own.last >= phrase.first or own.quantity is not None:
            return None
        acting = self.of(p, own)
        if acting is None or self.topic is None or acting.name != self.topic.name:
            return None
        return next((m for m in reversed(self.seen[-6:]) if m.kind == "Company" and m.name != acting.name), None)

    def called_after(self, place: str, p: Parse, phrase: Phrase) -> Mention | None:
        """The company that bears the town in its name: «Die Alpha Ulm … Die Ulmer …»."""
        before = [*self.seen[-20:], *(m for m in p.mentions if m.last < phrase.first and not m.rest)]
        return next((m for m in reversed(before) if m.kind == "Company" and place in m.name.split()[1:]), None)

    def people_of(self, place: str, p: Parse, phrase: Phrase) -> Mention | None:
        """Whom «die Ulmer» means in a sentence: who is called so, who sits there, who acted before in it, the topic."""
        here = self.called_after(place, p, phrase) or next(
            (m for name, m in reversed(self.seats) if name == place), None
        )
        return here or self._announced(p, phrase) or self.native(place)

    @staticmethod
    def _announced(p: Parse, phrase: Phrase) -> Mention | None:
        """The company of which the clause before a colon or a semicolon speaks: «Größter Eigner ist Alpha; die Ulmer …»."""
        clause = next((c for c in p.clauses if phrase.first in c.tokens), None)
        if clause is None or not clause.index or p.tokens[clause.first - 1].text not in (":", ";"):
            return None
        parts = p.phrases[clause.index - 1]
        named = [f.mention for f in parts if f.mention is not None and not f.prep and not f.link]
        return next((m for m in named if m.kind == "Company" and not m.rest and not m.adjective), None)

    def native(self, place: str) -> Mention | None:
        """«die Münchner»: the company that was said to sit there, else the topic, unless that is known to sit elsewhere."""
        here = next((m for name, m in reversed(self.seats) if name == place), None)
        topic, known = self.topic, self.language.places
        if here is not None or topic is None:
            return here
        own = [known[name] for name, m in self.seats if m.name == topic.name and name in known]
        if place not in known or not own:
            return topic
        meant = known[place]
        if _country(meant) and all(_country(o) not in ("", _country(meant)) for o in own):
            return None  # the topic sits in another country
        city = meant.kind != "country"
        return None if any((o.kind != "country") == city for o in own) else topic


def _country(place: Place) -> str:
    return place.iso if place.kind == "country" else place.country


def _opens(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """Whether the subject is what the sentence is about: that of its first clause, with no object before it."""
    before = [f for f in p.phrases[clause.index] if f.first < phrase.first]
    return (
        clause.first < 2 and not any(f.prep == "als" for f in before) and not any(f in before for f in free(p, clause))
    )


@lru_cache(12_000)
def _is_called(called: str, noun: str) -> bool:
    """Whether a noun is this one or a compound of it, case and number aside."""
    return any(form.endswith(noun) for form in forms(called))


def _counts(mention: Mention, language: Language) -> bool:
    """Whether a mention speaks of what it names; «Alpha-Chefin» speaks of Alpha too."""
    return not mention.rest or (mention.kind == "Company" and language.nouns.is_office(mention.rest))


def _bare(mention: Mention) -> Mention:
    return replace(mention, rest="") if mention.rest else mention
