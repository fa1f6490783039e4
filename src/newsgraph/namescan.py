"""One pass over the tokens of a sentence for names: known ones, places, laws, short forms that were learnt, and new ones."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newsgraph import closedname, nounname, placename, statute
from newsgraph.compoundname import compounded
from newsgraph.joinedname import spelled, together, townish
from newsgraph.knownname import KnownScan
from newsgraph.language import Language
from newsgraph.learning import Local
from newsgraph.learntname import behind_relative, learnt
from newsgraph.listedname import listed
from newsgraph.nameclass import QUOTES, class_at
from newsgraph.names import GENITIVE, Known, Names, may_begin
from newsgraph.namesign import in_title
from newsgraph.namespan import Mention
from newsgraph.newmention import new_mention
from newsgraph.oddname import in_small, may_be_small
from newsgraph.opencompound import with_its_noun
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.spacedname import opened
from newsgraph.tagset import ADJECTIVE
from newsgraph.wordlist import CACHE, noun_class, words

REACH = 3  # tokens behind a name, or behind a word that begins none, that were looked at to see that it ends there


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a word can be the beginning of, by itself."""

    law: bool
    origin: bool
    known: bool
    head: bool
    place: bool


@lru_cache(CACHE)
def _signs(text: str, language: Language, names: Names) -> _Signs:
    """Asked of every word with a capital, so remembered."""
    heads = words(language.code, "name_nouns")
    return _Signs(
        statute.may_be_law(text, language),
        placename.may_be_origin(text, language),
        may_begin(names, text),
        text in heads or GENITIVE.sub("", text) in heads,
        placename.may_begin(text, language),
    )


@dataclass(slots=True)
class Scan:
    """One pass over the tokens of a sentence."""

    tokens: tuple[Token, ...]
    language: Language
    names: Names
    local: Local
    same: Mapping[int, Mention | None] = field(default_factory=dict)  # what begins where, as a pass before has found
    hits: dict[int, tuple[int, Known] | None] = field(default_factory=dict)  # known names by token, once looked up
    tried: dict[int, Mention | None] = field(default_factory=dict)  # what begins where, as this one has
    head: Mention | None = None  # the name before a colon that heads an item
    texts: frozenset[str] = frozenset()  # of the tokens
    known: KnownScan = field(init=False)
    capitals: int = field(init=False)  # words of a dateline

    def __post_init__(self) -> None:
        self.known = KnownScan(self.tokens, self.language, self.names, self.local, self.hits)
        self.capitals = placename.dateline(self.tokens)

    def all(self) -> list[Mention]:
        """The names of the sentence, from left to right."""
        found: list[Mention] = []
        i, tokens, small = 0, self.tokens, self.names.small
        titled = "Chief" in self.texts and "Officer" in self.texts
        lively = [
            k
            for k, t in enumerate(tokens)
            if not t.text.islower()
            or t.tag in ADJECTIVE
            or t.text in small
            or not t.text.isalpha()
            or may_be_small(tokens, k)
        ]
        for k in lively:
            if k < i or not tokens[k].text[0].isalnum() or (titled and in_title(tokens, k)):
                continue
            mention = self._read(k)
            if mention is not None:
                mention = with_its_noun(tokens, mention, self.language)
                ended = not mention.inflected and self._apostrophe(mention.last + 1)
                found.append(replace(mention, inflected=True) if ended else mention)
                i = mention.last + 1
        return found

    def hears(self) -> bool:
        """Whether a known name can begin anywhere in the sentence."""
        return any(may_begin(self.names, t.text) for t in self.tokens)

    def again(self, local: Local, taught: frozenset[str], found: list[Mention]) -> list[Mention]:
        """A second pass with what the article has taught; where none of these words is near, all is as it was `found`."""
        told = [
            i for i, t in enumerate(self.tokens) if not t.text.islower() and self._is_told(i, t.text, local, taught)
        ]
        if not told:
            return found
        same = {i: m for i, m in self.tried.items() if not _within(told, i, (m.last if m is not None else i) + REACH)}
        hits, head, texts = self.known.hits, self.head, self.texts
        return Scan(self.tokens, self.language, self.names, local, same, hits, head=head, texts=texts).all()

    def _is_told(self, i: int, text: str, local: Local, taught: frozenset[str]) -> bool:
        """Whether a word was learnt, may hold one that was, or begins a known name that the article was heard to use."""
        if text in taught or "-" in text:
            return True
        hit = self.known.names_of(i) if local.heard and may_begin(self.names, text) else None
        return hit is not None and hit[1].label in local.heard

    def _read(self, i: int) -> Mention | None:
        found = self.tried[i] = self.same[i] if i in self.same else self._at(i)
        return found

    def _apostrophe(self, i: int) -> bool:
        """Whether the mark that stands for a genitive's s follows directly: «Quantelis’ App»."""
        mark = (
            i + 1 < len(self.tokens) and self.tokens[i].text in "'’" and self.tokens[i].start == self.tokens[i - 1].end
        )
        return mark and self.tokens[i - 1].text[-1] in "sxzß" and self.tokens[i + 1].is_a("NN", "ADJ(A)", "NE", "FM")

    def _at(self, i: int) -> Mention | None:
        text = self.tokens[i].text
        if self.head is not None and i == self.head.first:
            known = self.known.at(i)
            return known if known is not None and known.last >= self.head.last else self.head
        if text in self.names.small and (known := self.known.at(i)) is not None:
            return known  # «dpa», «taz»
        if text.islower() and in_small(self.tokens, i, self.language):
            return Mention(i, i, text, class_at(self.tokens, i, i, self.language))
        if text[0].islower() and (text.islower() or not any(c.isupper() for c in text)):
            country = placename.nationality(self.tokens[i], self.language)
            return Mention(i, i, country, "Place", adjective=True) if country else None
        if i < self.capitals and self.known.names_of(0) is None:
            name = text.partition("/")[0].title()
            return Mention(i, i, name, "Place") if name in self.language.places else None
        if text in self.language.people and placename.is_people(self.tokens, i, self.language):
            return opened(self.known, i) if self._has_hyphen(i + 1) else None  # «die Deutsche Bank-Aktie»
        signs = _signs(text, self.language, self.names)
        return (
            (opened(self.known, i) if signs.known and self._has_hyphen(i + 1) else None)
            or (self.known.at(i) if signs.known and self.known.is_whole(i, signs.origin) else None)
            or (together(self.known, i, signs.law) if signs.law or signs.origin or self._is_joined(i) else None)
            or (spelled(self.tokens, i, self.language) if signs.origin and self._shortens() else None)
            or (townish(self.known, i) if signs.origin else None)
            or (self._origin(i) if signs.origin else None)
            or (self.known.at(i) if signs.known else None)
            or (spelled(self.tokens, i, self.language) if self._shortens() else None)
            or (self._headed(i) if signs.head else None)
            or (self._place(i) if signs.place else None)
            or (compounded(self.known, i) if "-" in text else None)
            or (listed(self.known, i) if i and self.tokens[i - 1].text in self.language.conj.joining else None)
            or (
                learnt(self.tokens, i, self.language, self.names, self.local)
                if self.local.full or self.local.short
                else None
            )
            or new_mention(self.tokens, i, self.language, self.names, self.local)
            or behind_relative(self.tokens, i, self.local)
        )

    def _has_hyphen(self, i: int) -> bool:
        """Whether one of the next words is a compound with a capital."""
        return any("-" in t.text and t.text[0].isupper() for t in self.tokens[i : i + REACH])

    def _shortens(self) -> bool:
        """Whether letters may be given for a name: in brackets, or behind «kurz»."""
        return "(" in self.texts or not self.texts.isdisjoint(words(self.language.code, "shortening_words"))

    def _is_joined(self, i: int) -> bool:
        """Whether another capital, quotation marks or an adjective may make one name of words."""
        if i + 1 < len(self.tokens) and self.tokens[i + 1].text[0].isupper():
            return True
        return i > 0 and (self.tokens[i - 1].text in QUOTES or self.tokens[i].tag in ADJECTIVE)

    def _origin(self, i: int) -> Mention | None:
        """«das Land Steiermark», «der Münchner Konzern»."""
        if (state := placename.state(self.tokens, i, self.language)) is not None:
            return Mention(i, state[0], state[1], "PublicBody")
        if closedname.institution(self.tokens, i, self.language) and placename.demonym(self.tokens, i, self.language):
            return Mention(i, i + 1, f"{self.tokens[i].text} {self.tokens[i + 1].text}", "Company")
        if city := placename.long_demonym(self.tokens, i, self.language):
            return Mention(i, i + 1, city, "Place", adjective=True)
        city = placename.demonym(self.tokens, i, self.language)
        return Mention(i, i, city, "Place", adjective=True) if city else None

    def _place(self, i: int) -> Mention | None:
        found = placename.place(self.tokens, i, self.language)
        if found is None:
            return None
        if closedname.is_formed(self.tokens, found[0], self.language):
            return Mention(i, found[0] + 1, " ".join(t.text for t in self.tokens[i : found[0] + 2]), "Company")
        if (last := closedname.foreign_firm(self.tokens, i, found[0], self.language)) is not None:
            return Mention(i, last, " ".join(t.text for t in self.tokens[i : last + 1]), "Company")
        longer = None if found[2] else nounname.longer(self.tokens, i, found[0], self.language, self.local.kinds)
        return longer or Mention(i, found[0], found[1], "Place", inflected=found[2])

    def _headed(self, i: int) -> Mention | None:
        """«das Landgericht Kassel», «die Brauerei Alpha»: nouns that are part of the name of what they name."""
        noun = GENITIVE.sub("", self.tokens[i].text)
        noun = noun if noun in words(self.language.code, "name_nouns") else self.tokens[i].text
        if (
            noun not in words(self.language.code, "name_nouns")
            or i + 1 == len(self.tokens)
            or not self.tokens[i + 1].text[0].isupper()
        ):
            return None
        found = self._place(i + 1) or new_mention(self.tokens, i + 1, self.language, self.names, self.local)
        if found is not None and found.kind == "Place" and found.inflected:
            return None  # «die größte Privatbank Deutschlands»
        return (
            Mention(i, found.last, f"{noun} {found.name}", noun_class(self.language.code, noun) or "Company")
            if found
            else None
        )


def _within(places: Sequence[int], first: int, last: int) -> bool:
    """Whether one of these places, in order, lies from `first` to `last`."""
    k = bisect_left(places, first)
    return k < len(places) and places[k] <= last
