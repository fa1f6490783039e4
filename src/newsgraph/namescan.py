"""One pass over the tokens of a sentence for names: known ones, places, laws, short forms that were learnt, and new ones."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from newsgraph import abbreviation, compound, initial, newname, placename, quoted, statute
from newsgraph.knownname import QUOTES, KnownScan
from newsgraph.language import Language
from newsgraph.learning import Local
from newsgraph.names import GENITIVE, Known, Names, may_begin, uninflected
from newsgraph.namesign import in_title
from newsgraph.namespan import Mention
from newsgraph.sentence import Token
from newsgraph.tagger import familiar
from newsgraph.wordlist import CACHE, class_of, noun_class, words

IN = ("in", "aus", "nach", "bei")
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
    known: KnownScan = field(init=False)
    texts: frozenset[str] = field(init=False)  # of the tokens
    capitals: int = field(init=False)  # words of a dateline

    def __post_init__(self) -> None:
        self.known = KnownScan(self.tokens, self.language, self.names, self.local, self.hits)
        self.texts = frozenset([t.text for t in self.tokens])
        self.capitals = placename.dateline(self.tokens)

    def all(self) -> list[Mention]:
        """The names of the sentence, from left to right."""
        found: list[Mention] = []
        i, tokens, small = 0, self.tokens, self.names.small
        titled = "Chief" in self.texts and "Officer" in self.texts
        while i < len(tokens):
            text = tokens[i].text
            dull = text.islower() and not tokens[i].tag.startswith("ADJ") and text not in small
            reads = not dull and text[0].isalnum() and not (titled and in_title(tokens, i))
            mention = self._read(i) if reads else None
            if mention is not None:
                ended = not mention.inflected and self._apostrophe(mention.last + 1)
                found.append(replace(mention, inflected=True) if ended else mention)
            i = mention.last + 1 if mention is not None else i + 1
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
        return Scan(self.tokens, self.language, self.names, local, same, self.known.hits, head=self.head).all()

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
        if text[0].islower() and (text.islower() or not any(c.isupper() for c in text)):
            country = placename.nationality(self.tokens[i], self.language)
            return Mention(i, i, country, "Place", adjective=True) if country else None
        if i < self.capitals and self.known.names_of(0) is None:
            name = text.partition("/")[0].title()
            return Mention(i, i, name, "Place") if name in self.language.places else None
        if placename.is_people(self.tokens, i, self.language):
            return None
        signs = _signs(text, self.language, self.names)
        return (
            (self.known.at(i) if signs.known and self.known.is_whole(i, signs.origin) else None)
            or self._together(i, signs.law)
            or (self._origin(i) if signs.origin else None)
            or (self.known.at(i) if signs.known else None)
            or (self._spelled(i) if "(" in self.texts else None)
            or (self._headed(i) if signs.head else None)
            or (self._place(i) if signs.place else None)
            or (self._compound(i) if "-" in text else None)
            or self._learnt(i)
            or self._new(i)
            or self._behind_relative(i)
        )

    def _origin(self, i: int) -> Mention | None:
        """«das Land Steiermark», «der Münchner Konzern»."""
        if (state := placename.state(self.tokens, i, self.language)) is not None:
            return Mention(i, state[0], state[1], "PublicBody")
        if city := placename.long_demonym(self.tokens, i, self.language):
            return Mention(i, i + 1, city, "Place", adjective=True)
        city = placename.demonym(self.tokens, i, self.language)
        return Mention(i, i, city, "Place", adjective=True) if city else None

    def _place(self, i: int) -> Mention | None:
        found = placename.place(self.tokens, i, self.language)
        return Mention(i, found[0], found[1], "Place", inflected=found[2]) if found else None

    def _after_determiner(self, i: int) -> bool:
        """Whether a determiner or an adjective stands before; «, den Alpha erworben hatte» has a relative pronoun there."""
        if not i or not self.tokens[i - 1].is_a("ART", "PIAT", "PPOSAT", "PDAT", "ADJ(A)", "CARD"):
            return False
        return not (i > 1 and self.tokens[i - 1].is_a("ART") and self.tokens[i - 2].text == ",")

    def _articled(self, i: int, name: str) -> bool:
        """«die Alpha», «der Alpha untersagt»: an article, no adjective, before what the text has named as a company."""
        article = self.tokens[i - 1].is_a("ART") and self.tokens[i - 1].text[0].islower()
        return article and self.local.kinds.get(name) in ("Company", "NewsOrganization") and len(name) > 3

    def _compound(self, i: int) -> Mention | None:
        """«Alpha-Chips», «US-Konzern», «X200-Chips»: a name and what the compound says of it."""
        slot = (
            newname.after_class_noun(self.tokens, i, self.language)
            and self.names.at([self.tokens[i].text.partition("-")[0]]) is None
        )
        if slot and newname.half_known(self.tokens[i].text, self.language):
            return None
        found = compound.split(
            compound.completed(self.tokens, i, self.language),
            self.language,
            self.names,
            self.local.kinds,
            self.local.words,
        )
        if found is None:
            return None
        name, kind, known, rest, describes = found
        if describes and i and self.tokens[i - 1].text.lower() in IN and self._quarter(rest):
            return Mention(i, i, self.tokens[i].text, "Place")
        tail = self.tokens[i].text.rpartition("-")[2]
        if not rest and tail in compound.GROUP and tail in self.tokens[i].text and self._names_follow(i + 1):
            rest, kind = tail, kind if known else ""  # «der Zahlio-Konzern Alpha»
        return Mention(i, i, name, kind, known, rest=rest, adjective=describes)

    def _quarter(self, rest: str) -> bool:
        """«in Hamburg-Wandsbek»: no noun that a place could only describe («in Hamburg-Nähe»)."""
        code = self.language.code
        return rest[0].isupper() and not class_of(code, rest) and familiar(code, rest) in ("", "name")

    def _names_follow(self, i: int) -> bool:
        """Whether a name begins right here."""
        if i >= len(self.tokens) or not self.tokens[i].text[0].isupper():
            return False
        hit = self.known.names_of(i)
        return hit is not None or newname.may_start(self.tokens, i, self.language, self.local.words)

    def _together(self, i: int, may_be_law: bool) -> Mention | None:
        """What quotation marks hold together, a newspaper, a law."""
        may_be_law = may_be_law and self.known.names_of(i) is None
        if may_be_law and (last := statute.titled_law(self.tokens, i)) is not None:
            return Mention(i, last, " ".join(t.text for t in self.tokens[i : last + 1]), "Regulation")
        if may_be_law and statute.law(self.tokens, i, self.language):
            return Mention(i, i, statute.bare_law(self.tokens[i].text), "Regulation")
        if (last := statute.foreign_law(self.tokens, i, self.language)) is not None and self.known.names_of(i) is None:
            return Mention(i, last, " ".join(t.text for t in self.tokens[i : last + 1]), "Regulation")
        found = quoted.quoted(self.tokens, i, self.language) or quoted.newspaper(self.tokens, i, self.language)
        return Mention(i, *found) if found else None

    def _spelled(self, i: int) -> Mention | None:
        """«Vereinigte Elektrowerke (VEW)», «Kommission für Technologie und Innovation (KTI)»: what the letters spell is a name."""
        last = abbreviation.spelled(self.tokens, i)
        if last is None or self.tokens[last + 2].text in words(self.language.code, "no_names"):
            return None
        kind = noun_class(self.language.code, self.tokens[i].text) or noun_class(
            self.language.code, self.tokens[last].text
        )
        name = " ".join(t.text for t in self.tokens[i : last + 1])
        return Mention(i, last, abbreviation.first_case(name, self.tokens[i]), kind)

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
        found = self._place(i + 1) or self._new(i + 1)
        return (
            Mention(i, found.last, f"{noun} {found.name}", noun_class(self.language.code, noun) or "Company")
            if found
            else None
        )

    def _learnt(self, i: int) -> Mention | None:
        """A short form that the article has taught: a surname, the first word of a name."""
        text = self.tokens[i].text
        for name in (text, *uninflected(text)):
            if name not in self.local.full or self.tokens[i].is_a("VV", "APPR"):
                continue
            if not self._after_determiner(i) or self._articled(i, name):
                longer = self._new(i)
                if longer is not None and longer.last > i:
                    return longer
                return Mention(i, i, name, self.local.kinds.get(self.local.full[name], ""), inflected=name != text)
        return None

    def _behind_relative(self, i: int) -> Mention | None:
        """«…, das Alpha entwickelt hat»: a company that the text names elsewhere, behind a pronoun that looks like its article."""
        text = self.tokens[i].text
        pronoun = i > 1 and self.tokens[i - 1].is_a("ART") and self.tokens[i - 2].text == ","
        known = self.local.kinds.get(text) == "Company" and len(text) > 3
        return Mention(i, i, text, "Company") if pronoun and known else None

    def _new(self, i: int) -> Mention | None:
        if (last := initial.run(self.tokens, i, self.language)) is not None:
            return Mention(i, last, initial.spelled(self.tokens, i, last), "Person")
        last = newname.run(self.tokens, i, self.language, self.names, self.local.words)
        if last is None:
            return None
        words = [self.tokens[k].text for k in range(i, last + 1) if self.tokens[k].text not in QUOTES]
        bare = self._bare(words, i, last)
        name = " ".join([*words[:-1], bare or words[-1]])
        kind = newname.class_at(self.tokens, i, last, self.language) or self._branded(words)
        return Mention(i, last, name, kind, inflected=bool(bare))

    def _bare(self, words: Sequence[str], first: int, last: int) -> str:
        """The last word without its genitive ending, where it has one: the bare name is known, or a noun follows."""
        forms = uninflected(words[-1]) if " ".join(words) not in self.local.kinds else []
        learnt = next((b for b in forms if " ".join([*words[:-1], b]) in self.local.kinds), "")
        following = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        if learnt or following is None or not following.is_a("NN", "ADJ(A)", "NE"):
            return learnt
        front = self.tokens[first - 1] if first else None
        if len(words) == 1 and front is not None and front.is_a("NN") and noun_class(self.language.code, front.text):
            return ""  # «wirft der Firma Alphas Verstöße vor»: behind a class noun the name stands as it is
        if (
            following.is_a("ADJ(A)")
            and front is not None
            and (front.is_a("APPR") or class_of(self.language.code, front.text))
        ):
            return ""  # «von Alphas entwickelte»: the participle goes with the preposition
        return next((b for b in forms if self.tokens[last].lemma.lower() == b.lower()), "")

    def _branded(self, words: Sequence[str]) -> str:
        """«Alpha Mail»: a company's name with a word behind it that products bear."""
        owner = len(words) == 2 and words[1] in self.language.grammar["product_words"]
        return "App" if owner and self.local.kinds.get(words[0]) == "Company" else ""


def _within(places: Sequence[int], first: int, last: int) -> bool:
    """Whether one of these places, in order, lies from `first` to `last`."""
    k = bisect_left(places, first)
    return k < len(places) and places[k] <= last
