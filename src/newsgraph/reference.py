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
from newsgraph.language import Language
from newsgraph.lexicon import PLURAL, forms
from newsgraph.mention import Mention
from newsgraph.parse import Parse, antecedent, subject
from newsgraph.phrase import Phrase

FADING = 0.8  # of what a sentence says of the topic in the next one
NAMED, ACTING = 1.0, 2.0  # weights of a mention and of a subject
FIRST, LAST = 2.0, 2.5  # more for what is named or acts first in the text, and for what acted last
INVESTING = 0.3  # of its weight has who gives money: seldom the text is about him
HORIZON = 400  # mentions that are kept in mind: a longer text costs no more a sentence
AGENTS = ("Company", "PublicBody", "NewsOrganization", "Person")
PRONOUNS = {"er": "m", "ihn": "m", "ihm": "m", "sie": "f", "es": "n"}
PRODUCTS = ("App", "Chip", "Product")
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
        for memory in (self.told, self.seen, self.subjects, self.called, self.seats):
            del memory[:-HORIZON]
        for clause in p.clauses:
            if clause.kind == "main" and (phrase := subject(p, clause)) is not None:
                mention = self._titled(p, clause, phrase) or self.of(p, phrase)
                if not phrase.pronoun:
                    self.last_subject = (_article(phrase), mention)
                acts = mention is not None and (bool(mention.kind) or clause.verb.at is not None)
                if mention is not None and acts and mention.kind in ("", *AGENTS):
                    self.subjects.append(mention)
                    self.told.append((p.sentence.index, ACTING, mention))
                    if gender := _gender(p, phrase, mention):
                        self.genders[mention.name] = gender
        self._topic.clear()

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
        return last[0] if last and last[0].kind == "Company" and not self._invests(last[0]) else self.topic

    def _invests(self, mention: Mention) -> bool:
        """Whether a name or what it was called say that it gives money: «Alpha Ventures», «der Kapitalgeber Alpha»."""
        return mention.name.split()[-1] in self._investor_words or mention.name in self._investors()

    @property
    def _investor_words(self) -> list[str]:
        words: list[str] = self.language.grammar["investor_words"]
        return words

    def _investors(self) -> set[str]:
        """What was called by a noun for who gives money."""
        ends = tuple(w.lower() for w in self._investor_words)
        return {m.name for noun, m in self.called if noun.endswith(ends)}

    def _weigh(self) -> Mention | None:
        weight: dict[str, float] = {}
        subjects = [m for m in self.subjects if m.kind in ("Company", "")]
        acting = {m.name for m in subjects}
        companies = [m for m in self.seen if m.kind == "Company" or (not m.kind and m.name in acting)]
        for sentence, points, mention in self.told:
            if mention.kind == "Company" or mention.name in acting:
                weight[mention.name] = weight.get(mention.name, 0) + points * FADING ** (self.at - sentence)
        for firsts, bonus in ((companies[:1], FIRST), (subjects[:1], FIRST), (subjects[-1:], LAST)):
            for m in firsts:
                weight[m.name] = weight.get(m.name, 0) + bonus
        called = self._investors() if companies else set()
        for m in companies:
            invests = m.name in called or m.name.split()[-1] in self._investor_words
            if invests and m.name != companies[0].name:
                weight[m.name] = weight.get(m.name, 0) * INVESTING
        best = max(weight, key=lambda name: weight[name], default=None)
        return next((m for m in companies + subjects if m.name == best), None)

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

    def possessor(self, p: Parse, clause: Clause, phrase: Phrase) -> Mention | None:
        """Whose «sein» is: the subject of the clause, else the topic."""
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
            return mention
        return self._acting(p, phrase) or self.acting

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
        if word in POINTING and (near := self._pointed(p, phrase)) is not None:
            return near
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
        if phrase.det in ("die", "der", "den") and (
            place := self.language.people.get(head.text) or self.language.demonyms.get(head.text)
        ):
            return self.native(place.name)
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
        return self.topic

    def native(self, place: str) -> Mention | None:
        """«die Münchner»: the company that was said to sit there, else the topic."""
        return next((m for name, m in reversed(self.seats) if name == place), None) or self.topic


@lru_cache(12_000)
def _is_called(called: str, noun: str) -> bool:
    """Whether a noun is this one or a compound of it, case and number aside."""
    return any(form.endswith(noun) for form in forms(called))


def _counts(mention: Mention, language: Language) -> bool:
    """Whether a mention speaks of what it names; «Alpha-Chefin» speaks of Alpha too."""
    return not mention.rest or (mention.kind == "Company" and language.nouns.is_office(mention.rest))


def _bare(mention: Mention) -> Mention:
    return replace(mention, rest="") if mention.rest else mention


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
