"""Cutting a clause into noun phrases, from left to right."""

from dataclasses import dataclass

from newsgraph.case import Cases, governed, narrowed, shown
from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.measured import measured, quoted_compound
from newsgraph.mention import QUOTES, Mention
from newsgraph.phrase import ALL_CASES, Phrase, adjacent
from newsgraph.phrase_link import linked
from newsgraph.quantity import Quantity
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.wordlist import tails, words

DETERMINER = ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PRELAT", "PWAT")
PRONOUN = ("PPER", "PREL", "PDS", "PIS", "PPOSS", "PWS")
MODIFIER = ("ADJ", "CARD", "TRUNC", "PTKNEG", "VV(PP)")
PRONOUNS = ("der", "die", "das", "den", "dem", "denen", "welcher", "welche", "welches", "welchen", "welchem")
ARTICLES = ("der", "die", "das", "den", "dem")
DATIVES = ("ihr", "ihm", "ihnen")  # as pronouns; as a determiner «ihr» is none
ADVERBIAL = {
    ("vor", "allem"), ("unter", "anderem"), ("unter", "anderen"), ("bei", "weitem"), ("ab", "sofort"), ("seit", "langem"),
    ("seit", "kurzem"), ("vor", "kurzem"), ("bis", "dato"), ("auf", "dauer"), ("zum", "teil"), ("im", "gegenzug"),
}  # fmt: skip
OPENS_ADVERBIAL = frozenset(first for first, _ in ADVERBIAL)
DULL = ("$", "VV(FIN)", "VV(I", "VA", "VM", "KON", "KOUS", "PTKZU", "PTKVZ")
LIVELY = ("wie", "als", "ohne", "des", "deren", "dessen")  # with which one may begin whatever their tags
DOUBLE = ("Joint Venture", "Joint Ventures")  # two words that are one noun
NOUN = ("NN", "NE", "FM", "XY", "TRUNC")


NO_DATIVE = ("die", "das", "er", "sie", "es", "ich", "wir", "man", "ein", "eine", "ihre", "seine")  # behind «seit»


def phrases(
    clause: Clause,
    tokens: tuple[Token, ...],
    mentions: tuple[Mention, ...],
    quantities: tuple[Quantity, ...],
    language: Language,
) -> tuple[Phrase, ...]:
    """The phrases of a clause, from left to right."""
    names = {t: m for m in mentions for t in range(m.first, m.last + 1)}
    amounts = {t: q for q in quantities for t in range(q.first, q.last + 1)}
    inside = tuple([i for i in clause.tokens if tokens[i].text not in QUOTES])
    cutter = _Cutter(tokens, inside, [tokens[i] for i in inside], names, amounts, language)
    found, n = list[Phrase](), 0
    if clause.kind == "relative" and inside and (opening := cutter.pronoun()) is not None:
        found.append(opening)
        n = inside.index(opening.last) + 1
    if clause.kind == "sub" and len(inside) > 2 and tokens[inside[1]].text.lower() in NO_DATIVE:
        n = int(tokens[inside[0]].text.lower() == clause.marker)  # «Seit die Firma Alpha … hat»: no preposition
    waiting: _Opened | None = None
    while n < len(inside):
        if cutter.adverbial(n):
            n += 2
            continue
        if cutter.is_dull(n):
            n += 1
            continue
        phrase, after = cutter.at(len(found), n)
        if phrase is None:
            broken = cutter.interrupted(n)
            waiting, n = broken or waiting, n + (2 if broken is not None and broken.prep and broken.det else 1)
            continue
        resumed = _resumed(phrase, waiting, tokens, found) if waiting is not None and not phrase.prep else None
        waiting = waiting if phrase.prep else None
        if found and (whole := measured(found[-1], phrase, tokens, language)) is not None:
            found[-1], phrase = replace(found[-1], link="measure", to=phrase.index), whole
        if found and tokens[phrase.first - 1].text == "-" and (both := quoted_compound(found[-1], phrase, tokens)):
            found[-1] = both
        else:
            found.append(resumed or linked(narrowed(phrase, tokens, language), found, tokens, language))
        n = max(after, n + 1)
    return tuple(found)


def _resumed(phrase: Phrase, waiting: "_Opened", tokens: tuple[Token, ...], found: list[Phrase]) -> Phrase | None:
    """«mit dem in Graz gebauten Modell»: it has the preposition and the article before its attribute; «des in …»: a genitive."""
    if phrase.det or not tokens[phrase.first].is_a("ADJ", "VV(PP)"):
        return None
    host = waiting.first - 1 if waiting.det == "des" and not waiting.prep else None
    to = next((f.index for f in found if f.last == host), None)
    own = replace(phrase, prep=waiting.prep, det=waiting.det, cases=waiting.cases)
    return own if to is None else replace(own, link="genitive", to=to)


@dataclass(slots=True)
class _Opened:
    """What stands before the head: the number of the phrase, its first token, preposition, determiner, cases."""

    index: int
    first: int
    prep: str = ""
    det: str = ""
    cases: Cases = ALL_CASES

    def with_determiner(self, det: str, cases: Cases) -> "_Opened":
        """With a determiner, and the cases that it leaves; behind another one it shows none («die beiden», «die anderen»)."""
        return _Opened(self.index, self.first, self.prep, det, self.cases if self.det else self.cases & cases)

    def closed(
        self,
        head: int,
        last: int,
        mention: Mention | None = None,
        quantity: Quantity | None = None,
        *,
        pronoun: bool = False,
    ) -> Phrase:
        """The phrase, now that its head and its last token are known."""
        return Phrase(self.index, self.first, last, head, self.prep, self.det, self.cases, mention, quantity, pronoun)


@dataclass(slots=True)
class _Cutter:
    """The tokens of a clause without quotation marks (`inside`), and what is known of them by token."""

    tokens: tuple[Token, ...]
    inside: tuple[int, ...]
    words: list[Token]  # those of them that are inside
    names: dict[int, Mention]
    amounts: dict[int, Quantity]
    language: Language

    def pronoun(self) -> Phrase | None:
        """The relative pronoun that opens a relative clause, with its preposition, whatever its tag."""
        at = 1 if self.words[0].is_a("APPR") and len(self.inside) > 1 else 0
        token = self.words[at]
        if token.text.lower() not in PRONOUNS:
            return None
        prep = self.words[0].text.lower() if at else ""
        first, head = self.inside[0], self.inside[at]
        return Phrase(0, first, head, head, prep, "", self._cases(token), pronoun=True)

    def at(self, index: int, n: int) -> tuple[Phrase | None, int]:
        """A phrase that begins at position n of the clause, and the position after it."""
        start, opened = n, _Opened(index, self.inside[n])
        if (before := self._preposition(n)) is not None:
            opened, n = _Opened(index, self.inside[n], *before), n + 1
        while n < len(self.inside):
            i, token = self.inside[n], self.words[n]
            if (found := self._known(n, opened)) is not None:
                return found
            if self._determines(n):
                if n > start and self.tokens[i - 1].text == ",":
                    return None, n  # «… verbinden, dem Dienst …»
                opened = opened.with_determiner(token.text.lower(), self._cases(token))
            elif not self._origin(n):
                if (found := self._nominal(n, start, opened)) is not None:
                    return found
                summed = bool(opened.prep) and self._is_sum(n + 1)  # «mit insgesamt 3 Millionen»
                if not (token.is_a(*MODIFIER) or (token.is_a("ADV") and (opened.det or summed)) or i in self.names):
                    return None, n
            n += 1
        return None, n

    def adverbial(self, n: int) -> bool:
        """«vor allem», «unter anderem»: a preposition and what is no noun phrase."""
        first = self.words[n].text.lower()
        return (
            first in OPENS_ADVERBIAL
            and n + 1 < len(self.inside)
            and (first, self.words[n + 1].text.lower()) in ADVERBIAL
        )

    def is_dull(self, n: int) -> bool:
        """Whether a verb, a conjunction or a mark stands here, with which no phrase can begin."""
        word, i = self.words[n], self.inside[n]
        verbal = word.tag.startswith(DULL) and i not in self.names and i not in self.amounts
        return verbal and word.text.lower() not in LIVELY

    def interrupted(self, n: int) -> "_Opened | None":
        """A determiner, with the preposition before it, that a prepositional attribute parts from its noun."""
        opened = _Opened(0, self.inside[n])
        if (before := self._preposition(n)) is not None:
            opened = _Opened(0, self.inside[n], *before)
            contracted = self.words[n].text.lower() in self.language.grammar["contractions"]
            if contracted and n + 1 < len(self.inside) and self._preposition(n + 1) is not None:
                return opened
            n += 1
        if n + 1 >= len(self.inside) or not self.words[n].is_a(*DETERMINER) or self._preposition(n + 1) is None:
            return None
        return replace(opened, det=self.words[n].text.lower(), cases=opened.cases & self._cases(self.words[n]))

    def _is_sum(self, n: int) -> bool:
        return n < len(self.inside) and (q := self.amounts.get(self.inside[n])) is not None and q.is_money

    def _preposition(self, n: int) -> tuple[str, str, Cases] | None:
        """The preposition, no determiner, and the cases that it takes; «im» is «in» with a dative."""
        i, word = self.inside[n], self.words[n]
        if not word.tag.startswith(("APPR", "KOKOM")) and not self._likens(n):
            return None
        return governed(word.text.lower(), self.language) if i not in self.amounts and i not in self.names else None

    def _likens(self, n: int) -> bool:
        """Whether a word stands for a preposition whatever its tag."""
        i, word = self.inside[n], self.words[n]
        if word.text == "als":
            return i + 1 < len(self.tokens) and self.tokens[i + 1].text in QUOTES
        if word.text == "ohne":
            return word.tag == "KOUI"  # with no infinitive behind it
        return n > 0 and word.text.lower() == "wie"  # «Apps, wie das Programm Alpha»

    def _known(self, n: int, opened: _Opened) -> tuple[Phrase, int] | None:
        """A sum, a year that stands by itself, or a name."""
        i, text = self.inside[n], self.words[n].text
        if i in self.amounts and not self._describes(n):
            return self._amount(n, opened, self.amounts[i])
        year = len(text) == 4 and text[:2] in ("19", "20") and text.isdigit() and self.words[n].is_a("CARD")
        if year and not opened.det:
            return opened.closed(i, i), n + 1
        if i in self.names and not self.names[i].adjective:
            return self._named(n, opened, self.names[i])
        return None

    def _describes(self, n: int) -> bool:
        """«eine hundertprozentige Tochter»: the per cent describe the noun and are no sum of it."""
        following = self.words[n + 1] if n + 1 < len(self.inside) else None
        adjective = self.words[n].is_a("ADJ(A)") and "prozentig" in self.words[n].text
        return (
            adjective
            and following is not None
            and following.text.lower().endswith(tails(self.language.code, "owned_endings"))
        )

    def _amount(self, n: int, opened: _Opened, q: Quantity) -> tuple[Phrase, int]:
        last = self._position(q.noun if q.noun is not None and q.noun in self.inside else q.last, n)
        head = self.inside[last]
        return opened.closed(head, head, self.names.get(head) if q.noun is not None else None, q), last + 1

    def _named(self, n: int, opened: _Opened, mention: Mention) -> tuple[Phrase, int]:
        """A name; as a possessor («Alphas Chips») it hangs on the noun behind it."""
        last = self._position(mention.last, n)
        head = self.inside[last]
        phrase = opened.closed(head, head, mention)
        ended = mention.inflected and not mention.rest and self.tokens[head].text.endswith(("s", "'", "’"))
        if opened.det or not ended or last + 1 >= len(self.inside):
            return phrase, last + 1
        following = self.inside[last + 1]
        behind = self.names.get(following)
        product = behind is not None and behind.kind in ("App", "Chip", "Product")  # «Alphas Galaxy Fold»
        if adjacent(self.tokens, head, following) and (product or self.tokens[following].is_a("NN", "ADJ(A)", "NE")):
            phrase = replace(phrase, cases=frozenset(("gen",)), link="possessor")
        return phrase, last + 1

    def _determines(self, n: int) -> bool:
        """An article, a possessive, «deren» before a noun; also an article that is tagged as a relative pronoun."""
        token = self.words[n]
        low = token.text.lower()
        if token.tag.startswith(DETERMINER):
            return True
        if low == "des" and n + 1 < len(self.inside) and self.words[n + 1].text[0].isupper():
            return True  # whatever a name before it made of its tag
        if low == "ihr" and token.is_a("PPER") and self._is_singular(n + 1):
            return True  # «bezieht ihr Mehl von …»
        article = low in ARTICLES and n > 0 and token.is_a("PREL")
        return (article or low in ("deren", "dessen")) and self._before_noun(n)

    def _is_singular(self, n: int) -> bool:
        noun = self.words[n] if n < len(self.inside) else None
        return noun is not None and noun.is_a("NN") and noun.text == noun.lemma and not noun.text.endswith(("s", "en"))

    def _origin(self, n: int) -> bool:
        """A city's adjective, whatever its tag, with more of the clause behind it."""
        mention = self.names.get(self.inside[n])
        adjective = mention is not None and mention.adjective and not mention.rest
        return adjective and n + 1 < len(self.inside) and self.words[n].text[0].isupper()

    def _nominal(self, n: int, start: int, opened: _Opened) -> tuple[Phrase, int] | None:
        """A common noun with the name behind it («Konzern Alpha»), a pronoun, «die Münchner»."""
        i, token = self.inside[n], self.words[n]
        if token.tag.startswith(NOUN):
            if n + 1 < len(self.inside) and f"{token.text} {self.words[n + 1].text}" in DOUBLE:
                i, n = self.inside[n + 1], n + 1
            name = self._name_behind(n)
            last = self._position(name.last, n + 1) if name is not None else n
            return opened.closed(i, self.inside[last], name), last + 1
        if token.tag.startswith(PRONOUN) and (n == start or opened.prep):
            cases = opened.cases & (frozenset(("dat",)) if token.text.lower() in DATIVES else self._cases(token))
            bare = _Opened(opened.index, opened.first, opened.prep, "", cases)
            return bare.closed(i, i, pronoun=True), n + 1
        people = token.text in self.language.demonyms or token.text in self.language.people
        return (opened.closed(i, i), n + 1) if people and opened.det and not self._before_noun(n) else None

    def _name_behind(self, n: int) -> Mention | None:
        """The name that begins right behind a common noun."""
        if n + 1 == len(self.inside) or not adjacent(self.tokens, self.inside[n], self.inside[n + 1]):
            return None
        if self.words[n].lemma.lower() in words(self.language.code, "time_nouns"):
            return None  # «im April Eva Muster»
        name = self.names.get(self.inside[n + 1])
        if name is None or name.adjective or name.first != self.inside[n + 1]:
            return None
        body = bool(name.id) and name.kind in ("Company", "App") and self._is_body(self.words[n].text)
        return name if not body else None  # «hat die Behörde Alpha untersagt»

    def _is_body(self, noun: str) -> bool:
        return "PublicBody" in self.language.nouns.refers_to(noun)

    def _before_noun(self, n: int) -> bool:
        return n + 1 < len(self.inside) and self.words[n + 1].is_a("NN", "NE", "ADJ(A)", "TRUNC", "FM")

    def _position(self, token: int, default: int) -> int:
        return self.inside.index(token) if token in self.inside else default

    def _cases(self, token: Token) -> Cases:
        """The cases that a determiner or pronoun shows: by the word, else by its ending."""
        word = token.text.lower()
        if word in ("deren", "dessen") and not token.is_a("PRELS"):
            return ALL_CASES
        return shown(word, self.language)
