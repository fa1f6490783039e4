"""Cues: the verbs, nouns and words that open a frame in a clause, found through an index over all frames."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsgraph.attribute import attributes
from newsgraph.clause import Clause
from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.lexicon import forms
from newsgraph.parse import Parse
from newsgraph.pattern import Frame, Patterns
from newsgraph.phrase import Phrase
from newsgraph.tagset import WRITTEN, beginning
from newsgraph.wordlist import PRODUCTS

SMALL = frozenset(("NN", *beginning("VV", "ADJ")))  # tags of words that are no nouns in small letters
FIRMS = ("Company", "NewsOrganization")
MOST = 1 << 20  # tokens, or cues, of a clause
CACHE = 18_000  # nouns, each with the frames that it was tried for
FEW = 9_000  # nouns: asked of some phrases only


@frozen
class Cue:
    """Where a frame was opened: tokens, and the phrase where it is a noun or an `attribute` of one."""

    first: int
    last: int
    phrase: Phrase | None = None
    attribute: bool = False


@dataclass(frozen=True, eq=False)
class Index:
    """Frames by verb; those with nouns; for any name; for a product's name; opened by words or brackets alone (as positions)."""

    frames: tuple[Frame, ...]
    verbs: Mapping[str, tuple[int, ...]]
    nouns: Mapping[str, tuple[int, ...]]
    tails: Mapping[str, tuple[int, ...]]  # by the ends of compounds
    classes: tuple[int, ...]  # with a noun such as "@company"
    names: tuple[int, ...]
    products: tuple[int, ...]
    loose: Mapping[str, tuple[int, ...]]  # by word
    bracketed: tuple[int, ...]


Opening = tuple[Frame, Cue]
Gate = Callable[[Parse, Clause, Index, tuple[int, ...]], tuple[int, ...]]  # which of these frames are worth a try


@lru_cache(8)
def table(patterns: Patterns) -> Index:
    """The index over all frames but those for sums."""
    return index(patterns.frames)


def index(frames: tuple[Frame, ...]) -> Index:
    """The index over these frames."""
    verbs: dict[str, tuple[int, ...]] = defaultdict(tuple)
    nouns: dict[str, tuple[int, ...]] = defaultdict(tuple)
    tails: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for i, frame in enumerate(frames):
        for verb in frame.verbs:
            verbs[verb] += (i,)
        for noun in frame.nouns:
            nouns[noun] += (i,)
        for tail in _tails(frame.nouns):
            tails[tail] += (i,)
    classes = tuple(i for i, f in enumerate(frames) if any(not n[0].isalnum() and n[0] != "-" for n in f.nouns))
    named = tuple(i for i in classes if "@name" in frames[i].nouns)
    products = tuple(i for i in classes if "@named-product" in frames[i].nouns)
    bare = [i for i, f in enumerate(frames) if not f.verbs and not f.nouns]
    loose: dict[str, tuple[int, ...]] = defaultdict(tuple)
    for i in bare:
        for word in frames[i].words:
            loose[word] += (i,)
    return Index(
        frames,
        dict(verbs),
        dict(nouns),
        dict(tails),
        classes,
        named,
        products,
        dict(loose),
        tuple(i for i in bare if not frames[i].words and frames[i].aside),
    )


def opened(p: Parse, clause: Clause, table: Index, language: Language, gate: Gate) -> Iterator[Opening]:
    """The frames that a clause opens and the gate lets pass, in the order of the frames, with their cues."""
    found: list[
        int
    ] = []  # frames with the first tokens and the numbers of their cues, as one number each, to be sorted
    cues: list[Cue] = []
    for frames, cue in _by_verb_and_noun(p, clause, table, language):
        at = len(cues)
        cues.append(cue)
        passing = frames if cue.attribute else gate(p, clause, table, frames)
        if passing:
            here = cue.first * MOST + at
            found += [i * MOST * MOST + here for i in passing]
    if not found:
        return
    found.sort()
    words, lemma = p.words(clause), clause.verb.lemma
    against = words.union(
        [w.rpartition("-")[2] for w in words if w[0].isdigit() and "-" in w]
    )  # «ihren 9-Prozent-Anteil»: an «anteil»
    for key in found:
        frame = table.frames[key // (MOST * MOST)]
        if frame.aside and clause.kind != "aside":
            continue
        if frame.not_with and (lemma in frame.not_with or not against.isdisjoint(frame.not_with)):
            continue
        if not frame.words or lemma in frame.words or not words.isdisjoint(frame.words):
            yield frame, cues[key % MOST]


def _by_verb_and_noun(
    p: Parse, clause: Clause, table: Index, language: Language
) -> Iterator[tuple[tuple[int, ...], Cue]]:
    """Frames, as positions in the table, with the cue that may open them."""
    verb = clause.verb
    if verb.at is not None and verb.lemma in table.verbs:
        yield table.verbs[verb.lemma], Cue(verb.at, verb.at)
    if clause.index not in p.attributes:
        p.attributes[clause.index] = tuple(attributes(p, clause, language.code))
    for lemma, at, host in p.attributes[clause.index]:
        if lemma in table.verbs:
            yield table.verbs[lemma], Cue(at, at, host, attribute=True)
    for phrase in p.phrases[clause.index]:
        yield from _by_phrase(p, phrase, table, language)
    yield from _loose(p, clause, table)


def _by_phrase(p: Parse, phrase: Phrase, table: Index, language: Language) -> Iterator[tuple[tuple[int, ...], Cue]]:
    """The frames for any name, or a product's, and those that the phrase's noun opens."""
    mention, head = phrase.mention, _noun(p, phrase)
    if mention is None and head is None:
        return
    named = mention is not None and mention.first <= phrase.head and not mention.adjective
    town = named and mention is not None and mention.kind == "Place" and not mention.rest  # «Halle»
    whole_name = (
        named and mention is not None and mention.kind in FIRMS and not mention.rest and mention.last == mention.first
    )
    # «der sitze in Graz», «Geld sparten Alpha und Beta»
    verb = head is not None and p.tokens[head].text.islower() and p.tokens[head].tag in SMALL
    plain = head is not None and not town and not whole_name and not verb  # «Bilderwerk» is no plant
    opens = _frames_of(p.tokens[head].text, table, language) if plain and head is not None else ()
    if named:
        yield table.names, Cue(phrase.head, phrase.last, phrase)
    if mention is not None and mention.kind in PRODUCTS and not mention.rest:
        yield table.products, Cue(phrase.head, phrase.last, phrase)
    if head is not None and opens:
        yield tuple(i for i in opens if i not in table.names) if named else opens, Cue(head, head, phrase)


def _loose(p: Parse, clause: Clause, table: Index) -> Iterator[tuple[tuple[int, ...], Cue]]:
    """Frames without verb and noun: opened by one of their words, or by short brackets."""
    first: dict[int, int] = {}
    for t in clause.tokens if not table.loose.keys().isdisjoint(p.words(clause)) else ():
        for word in (p.low[t], p.lemmas[t]):
            if word in table.loose:
                for i in table.loose[word]:
                    first.setdefault(i, t)
    yield from (((i,), Cue(at, at)) for i, at in first.items())
    if len(clause.tokens) <= 2:
        yield table.bracketed, Cue(clause.first, clause.last)


def _noun(p: Parse, phrase: Phrase) -> int | None:
    """The noun of a phrase; with a number, the noun that is counted."""
    if phrase.quantity is not None:
        return phrase.quantity.noun
    compound = phrase.mention is not None and phrase.mention.rest != "" and phrase.mention.first == phrase.head
    return phrase.head if compound or p.head(phrase).tag in WRITTEN else None


@lru_cache(CACHE)
def _frames_of(noun: str, table: Index, language: Language) -> tuple[int, ...]:
    """The frames of which a noun is a cue: as `is_cue` says, by the index instead of frame by frame."""
    found = {i for form in forms(noun) for i in table.nouns.get(form, ())}
    found |= {i for form in forms(noun) for n in range(2, len(form)) for i in table.tails.get(form[n:], ())}
    tail = noun.rpartition("-")[2]
    if tail != noun and language.nouns.is_office(tail) and language.speech.source(tail) != "spokesperson":
        found |= set(_frames_of(tail, table, language))
    else:
        found |= {i for i in table.classes if _is_cue(noun, table.frames[i].nouns, language)}
    return tuple(sorted(found))


@lru_cache(8)
def facility_nouns(language: Language) -> frozenset[str]:
    """The nouns for plants, data centres, sites."""
    return frozenset(language.grammar["facility_nouns"])


@lru_cache(1000)
def _tails(nouns: frozenset[str]) -> tuple[str, ...]:
    """The ends of compounds among a frame's nouns."""
    return tuple(sorted(n[1:] for n in nouns if n[0] == "-"))


@lru_cache(FEW)
def is_cue(noun: str, nouns: frozenset[str], language: Language) -> bool:
    """`_is_cue`, remembered."""
    return _is_cue(noun, nouns, language)


def _is_cue(noun: str, nouns: frozenset[str], language: Language) -> bool:
    """Whether a noun is one of these. "-xyz" stands for all compounds that end so, "@office" for any word for an office,
    "@company" and "@product" for any word for a company or a product, "@category" for one that means a concept too,
    "@facility" for any word for a plant, an office, a site."""
    tails = _tails(nouns)
    for form in forms(noun):
        if form in nouns or (form.endswith(tails) and any(form.endswith(t) and len(form) > len(t) + 1 for t in tails)):
            return True
    tail = noun.rpartition("-")[2]
    if tail != noun and language.nouns.is_office(tail) and language.speech.source(tail) != "spokesperson":
        return _is_cue(tail, nouns, language)  # «Alpha-Geschäftsführerin»
    if "@office" in nouns and language.nouns.is_office(noun) and language.speech.source(noun) != "spokesperson":
        return True
    if "@facility" in nouns and is_cue(noun, facility_nouns(language), language):
        return True
    kind = language.nouns.class_of(noun) if nouns & {"@company", "@product", "@category"} else ""
    if "@category" in nouns:
        return kind in ("Company", *PRODUCTS) and language.nouns.category(noun) != ""
    return ("@company" in nouns and kind == "Company") or ("@product" in nouns and kind in PRODUCTS)
