"""Names in sentences: known ones, places and nationalities, and new ones typed by their context.

An article is read twice: what the first pass learns (a full name, the class that a head noun gives it) is known in the
second, so that a surname or a short form is found too.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from newsgraph.language import Language
from newsgraph.names import GENITIVE, Known, Names
from newsgraph.sentence import Sentence, Token
from newsgraph.tagger import familiar

LONGEST = 7  # words of a name
QUOTES = "\"„“”»«'’"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens `first` to `last`. `kind` is a class of the ontology ("" while unknown), `id` a CURIE where known.

    `adjective` marks «chinesisch», `rest` is the noun that a compound puts behind the name («Alpha-Chips»).
    """

    first: int
    last: int
    name: str
    kind: str = ""
    id: str = ""
    adjective: bool = False
    rest: str = ""
    inflected: bool = False


@dataclass(frozen=True, slots=True)
class Local:
    """What an article itself teaches: class and full name of the names in it."""

    kinds: dict[str, str] = field(default_factory=dict)
    full: dict[str, str] = field(default_factory=dict)


def mentions(text: Sequence[Sentence], language: Language, names: Names) -> list[tuple[Mention, ...]]:
    """The mentions of each sentence of an article."""
    first = [_Scan(s.tokens, language, names, Local()).all() for s in text]
    local = _learn(text, first)
    return [tuple(_settle(m, local) for m in _Scan(s.tokens, language, names, local).all()) for s in text]


def _learn(text: Sequence[Sentence], found: Iterable[Sequence[Mention]]) -> Local:
    """Classes by majority (a name has one class in an article); short forms of full names."""
    votes: dict[str, Counter[str]] = {}
    for mention in (m for ms in found for m in ms if not m.id and not m.adjective):
        votes.setdefault(mention.name, Counter())[mention.kind] += 1 if mention.kind else 0
    kinds = {n: min(c.items(), key=lambda kv: (-kv[1], kv[0]))[0] for n, c in votes.items() if any(c.values())}
    full: dict[str, str] = {}
    for name in sorted(votes):
        words = name.split()
        if len(words) > 1:
            short = words[-1] if kinds.get(name) == "Person" else words[0]
            if len(short) > 2 and short not in full:
                full[short] = name
    for short, name in full.items():
        if kinds.get(name) and kinds.get(short, kinds[name]) != "Person":
            kinds.setdefault(short, kinds[name])
    return Local(kinds, full)


def _settle(mention: Mention, local: Local) -> Mention:
    if mention.id or mention.adjective:
        return mention
    name = local.full.get(mention.name, mention.name)
    return replace(mention, name=name, kind=local.kinds.get(name) or local.kinds.get(mention.name) or mention.kind)


@dataclass(slots=True)
class _Scan:
    """One pass over the tokens of a sentence."""

    tokens: tuple[Token, ...]
    language: Language
    names: Names
    local: Local

    def all(self) -> list[Mention]:
        found: list[Mention] = []
        i = 0
        while i < len(self.tokens):
            mention = self._at(i) if self.tokens[i].text[0].isalnum() else None
            if mention is not None:
                found.append(mention)
            i = mention.last + 1 if mention is not None else i + 1
        return found

    def _at(self, i: int) -> Mention | None:
        text = self.tokens[i].text
        if text[0].islower() and not any(c.isupper() for c in text):
            return self._nationality(i)
        return self._demonym(i) or self._known(i) or self._place(i) or self._compound(i) or self._learnt(i) or self._new(i)

    def _nationality(self, i: int) -> Mention | None:
        """«chinesische»: the country that an adjective names."""
        token = self.tokens[i]
        if not token.is_a("ADJ"):
            return None
        stem = token.text.lower()
        for ending in ("en", "em", "er", "es", "e", ""):
            place = self.language.nationalities.get(stem.removesuffix(ending)) if stem.endswith(ending) else None
            if place is not None:
                return Mention(i, i, place.name, "Place", adjective=True)
        return None

    def _demonym(self, i: int) -> Mention | None:
        """«der Münchner Konzern»: a city's adjective before a noun."""
        place = self.language.demonyms.get(self.tokens[i].text)
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if place is None or following is None or not (following.is_a("NN", "ADJ(A)") and following.text[0].isalpha()):
            return None
        return Mention(i, i, place.name, "Place", adjective=True)

    def _known(self, i: int) -> Mention | None:
        words = [t.text for t in self.tokens[i : i + LONGEST]]
        hit = self.names.at(words)
        if hit is None or hit[1].ambiguous and not self._name_context(i, hit[1]):
            return None
        length, known = hit
        if hit[0] == 1 and self.tokens[i].is_a("ADJ", "VV", "ADV", "APPR") and i == 0 and not known.label[0].isdigit():
            return None if familiar(self.language.code, words[0]) == "other" else self._as_known(i, length, known)
        longer = self._extended(i, length, known)
        return longer or self._as_known(i, length, known)

    def _as_known(self, i: int, length: int, known: Known) -> Mention:
        last = self.tokens[i + length - 1].text
        while i + length < len(self.tokens) and self.tokens[i + length].text in self.language.nouns.legal_forms:
            length += 1
        inflected = GENITIVE.sub("", last) != last and not known.label.endswith(last)
        return Mention(i, i + length - 1, known.label, known.kind, known.id, inflected=inflected)

    def _extended(self, i: int, length: int, known: Known) -> Mention | None:
        """A known name with a further name word behind it is another name («Alpha Deutschland»)."""
        after = i + length
        if after >= len(self.tokens) or known.kind not in ("Company", "App", "Product", "Chip"):
            return None
        token = self.tokens[after]
        ended = GENITIVE.sub("", self.tokens[after - 1].text) != self.tokens[after - 1].text and not known.label.endswith(self.tokens[after - 1].text)
        new = known.kind == "Company" and not ended and self._is_name(after) and not self._starts_known(after) and "-" not in token.text
        if new or token.text in self.language.places or token.text in self.language.grammar["name_tails"]:
            end = after
        elif known.kind != "Company" and token.text[0].isdigit() and token.text.isalnum() and token.is_a("CARD", "NE", "FM", "XY"):
            end = after
        else:
            return None
        following = self.tokens[end + 1] if end + 1 < len(self.tokens) else None
        if following is not None and token.is_a("CARD") and following.is_a("NN", "ADJ"):
            return None
        name = " ".join(t.text for t in self.tokens[i : end + 1])
        return Mention(i, end, name, known.kind)

    def _name_context(self, i: int, known: Known) -> bool:
        """Whether an ambiguous word is meant as a name here: tagged as one, quoted, or after a fitting head noun."""
        token = self.tokens[i]
        before = self.tokens[i - 1] if i else None
        if before is not None and (before.text in QUOTES or self.language.nouns.class_of(before.text) == known.kind):
            return True
        if before is not None and before.is_a("ART", "ADJ(A)", "PPOSAT", "PIAT", "PDAT", "CARD"):
            return known.label.istitle() and known.kind == "NewsOrganization" and before.is_a("ART") and token.is_a("NE", "FM")
        return token.is_a("NE", "FM") or len(known.label.split()) > 1

    def _place(self, i: int) -> Mention | None:
        places = self.language.places
        for length in (3, 2, 1):
            words = [t.text for t in self.tokens[i : i + length]]
            for name in (" ".join(words), " ".join([*words[:-1], GENITIVE.sub("", words[-1])])):
                if len(words) == length and name in places:
                    if length == 1 and self._names_more(i):
                        return None
                    return Mention(i, i + length - 1, places[name].name, "Place", inflected=not name.endswith(words[-1]))
        return None

    def _names_more(self, i: int) -> bool:
        """Whether the word is but the beginning of a longer name («Berlin Brands Group»)."""
        return i + 1 < len(self.tokens) and self.tokens[i + 1].text in self.language.grammar["name_tails"]

    def _compound(self, i: int) -> Mention | None:
        """«Alpha-Chips», «US-Konzern», «X200-Chips»: a name and what the compound says of it."""
        parts = self.tokens[i].text.split("-")
        if len(parts) < 2 or not parts[-1]:
            return None
        for n in range(len(parts) - 1, 0, -1):
            name, rest = "-".join(parts[:n]), "-".join(parts[n:])
            hit = self.names.at([name.replace("-", " "), *()]) or self.names.at([name])
            if hit is not None and hit[0] == 1:
                return Mention(i, i, hit[1].label, hit[1].kind, hit[1].id, rest=rest)
            if name in self.language.places:
                return Mention(i, i, self.language.places[name].name, "Place", rest=rest, adjective=True)
        return self._new_compound(i, parts)

    def _new_compound(self, i: int, parts: list[str]) -> Mention | None:
        name, rest = parts[0], "-".join(parts[1:])
        head = self.language.nouns.class_of(parts[-1])
        known = familiar(self.language.code, parts[-1])
        if name in self.language.grammar["no_names"] or not name[0].isupper() or known == "":
            return None
        if any(c.isdigit() for c in name) and head:
            return Mention(i, i, name, head, rest="")
        if name in self.local.kinds:
            return Mention(i, i, name, self.local.kinds[name], rest=rest)
        if familiar(self.language.code, name) == "" and len(name) > 2:
            kind = "Company" if self.language.nouns.is_title(parts[-1]) else ""
            return Mention(i, i, name, kind, rest=rest)
        return None

    def _learnt(self, i: int) -> Mention | None:
        """A short form that the article has taught: a surname, the first word of a name."""
        text = self.tokens[i].text
        for name in (text, GENITIVE.sub("", text)):
            if name in self.local.full and not self.tokens[i].is_a("VV", "APPR") and not self._after_determiner(i):
                longer = self._new(i)
                if longer is not None and longer.last > i:
                    return longer
                return Mention(i, i, name, self.local.kinds.get(self.local.full[name], ""), inflected=name != text)
        return None

    def _after_determiner(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].is_a("ART", "PIAT", "PPOSAT", "PDAT", "ADJ(A)", "CARD")

    def _new(self, i: int) -> Mention | None:
        last = self._run(i)
        if last is None:
            return None
        words = [self.tokens[k].text for k in range(i, last + 1)]
        bare = GENITIVE.sub("", words[-1])
        following = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        possessive = bare != words[-1] and following is not None and following.is_a("NN", "ADJ(A)", "NE")
        learnt = " ".join([*words[:-1], bare]) in self.local.kinds and " ".join(words) not in self.local.kinds
        if possessive or learnt:
            words[-1] = bare
        return Mention(i, last, " ".join(words), self._class(i, last), inflected=possessive or learnt)

    def _run(self, i: int) -> int | None:
        """The last token of a new name that begins at token i."""
        tokens, grammar = self.tokens, self.language.grammar
        if not self._is_name(i) and not (tokens[i].text in grammar["name_heads"] and self._capital(i + 1)):
            return None
        last = i
        while last + 1 < len(tokens):
            nxt = last + 1
            if self._continues(nxt) and not self._starts_known(nxt):
                last = nxt
            elif last == i and self._after_title(i) and self._capital(nxt) and tokens[nxt].is_a("NN", "NE"):
                last = nxt  # «Firmenchef Eva Mensch»: whatever the word means, it is a surname
            elif tokens[nxt].text in grammar["name_links"] and self._capital(nxt + 1) and self._is_name(nxt + 1) and tokens[nxt].text not in ("und",):
                if tokens[nxt].text in ("der", "zu", "and", "of", "&") and not (last > i or tokens[nxt].text in ("&", "of", "and")):
                    break
                last = nxt + 1
            else:
                break
        return last

    def _after_title(self, i: int) -> bool:
        return i > 0 and self.tokens[i - 1].is_a("NN", "NE") and self.language.nouns.is_title(self.tokens[i - 1].text)

    def _capital(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].text[0].isupper()

    def _starts_known(self, i: int) -> bool:
        hit = self.names.at([t.text for t in self.tokens[i : i + LONGEST]])
        return hit is not None and not hit[1].ambiguous or self.tokens[i].text in self.language.places

    def _continues(self, i: int) -> bool:
        token = self.tokens[i]
        if self.tokens[i - 1].text in self.language.given_names and token.is_a("NE", "NN") and token.text[0].isupper():
            return True
        if token.is_a("NE") and token.text[0].isupper() and "-" not in token.text and familiar(self.language.code, token.text) != "noun":
            return True
        if token.text in self.language.grammar["name_tails"] or token.text in self.language.nouns.legal_forms:
            return True
        return self._is_name(i) or token.is_a("FM") and token.text[0].isupper()

    def _is_name(self, i: int) -> bool:
        """Whether a word looks like (a part of) a name that nobody listed."""
        if not i < len(self.tokens):
            return False
        token, code = self.tokens[i], self.language.code
        text = token.text
        inner = any(c.isupper() for c in text[1:]) and any(c.islower() for c in text)
        if not (text[0].isupper() or inner) or len(text) < 2 or text in self.language.grammar["no_names"] or "-" in text and not inner:
            return False
        if self.language.nouns.class_of(text) or self.language.nouns.is_title(text) or text in self.language.months:
            return False
        sort = familiar(code, text)
        if i == 0 or self.tokens[i - 1].text in ".:" + QUOTES:
            return sort == "name" or sort == "" and token.is_a("NE", "FM", "NN", "XY") and not self._has_noun_tail(text)
        if token.is_a("NE", "FM", "XY"):
            return sort != "noun" or not self._after_determiner(i) and not self._has_noun_tail(text) and text in self.language.given_names
        return token.is_a("NN") and sort == "" and not self._after_determiner(i) and not self._has_noun_tail(text)

    def _has_noun_tail(self, text: str) -> bool:
        """Whether a known noun of four letters or more ends the word: then it is a compound, not a name."""
        low = text.lower()
        return any(familiar(self.language.code, low[k:].title()) == "noun" for k in range(3, len(low) - 3))

    def _class(self, first: int, last: int) -> str:
        """The class that the words around a new name give it."""
        tokens, language = self.tokens, self.language
        if any(t.text in language.nouns.legal_forms for t in tokens[first : last + 1]):
            return "Company"
        before = first - 1
        while before >= 0 and tokens[before].text in QUOTES:
            before -= 1
        if before >= 0 and tokens[before].is_a("NN", "NE"):
            if language.nouns.is_title(tokens[before].text):
                return "Person"
            if kind := language.nouns.class_of(tokens[before].text):
                return kind
            if tokens[before].text in ("Typ", "Typs", "Namen", "Reihe", "Serie") and before > 1:
                return language.nouns.class_of(tokens[before - 2].text)
        return self._apposition(last) or ("Person" if tokens[first].text in language.given_names and last > first else "")

    def _apposition(self, last: int) -> str:
        """«Alpha, eine App für …»"""
        tokens, i = self.tokens, last + 1
        if i + 2 >= len(tokens) or tokens[i].text != ",":
            return ""
        if tokens[i + 1].is_a("NN") and self.language.nouns.is_title(tokens[i + 1].text):
            return "Person"
        if not tokens[i + 1].is_a("ART", "ADJ(A)", "PPOSAT"):
            return ""
        i += 1
        while i < len(tokens) and (tokens[i].is_a("ART", "ADJ", "ADV")):
            i += 1
        if i >= len(tokens) or not tokens[i].is_a("NN"):
            return ""
        return "Person" if self.language.nouns.is_title(tokens[i].text) else self.language.nouns.class_of(tokens[i].text)
