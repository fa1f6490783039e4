"""Whether a frame is worth a try in a clause: what its needs cannot be met without must be there.

Many slots are filled from phrases with a certain preposition, from a genitive, from an adjective of origin; many types are
those of figures or ranks. Such a sign of a slot or type is looked for once a clause, and a frame that needs one that is not
there is not tried. A frame that passes may still find nothing; one that is refused could have found nothing, which
tests/test_gate.py makes sure of.
"""

from functools import cache, lru_cache

from newsgraph.clause import Clause
from newsgraph.cue import CACHE, Index
from newsgraph.filler import QUANTITIES
from newsgraph.language import Language
from newsgraph.memory import SLOTS
from newsgraph.parse import Parse
from newsgraph.pattern import Frame, Role
from newsgraph.quarter import is_quarter
from newsgraph.tally import COUNTED
from newsgraph.wordlist import tails

GENITIVE, POSSESSOR, RELATIVE, ASIDE, BELONGS = "@genitive", "@possessor", "@relative", "@aside", "@belongs"
MONEY, FIGURE, CITY, COUNTRY = "@money", "@figure", "@city", "@country"
# for slots that only certain phrases, or clauses, fill: signs of which one must be there
BY_SLOT = {
    "antecedent": (RELATIVE,), "worked-with": (RELATIVE,), "bracketed": (ASIDE,), "genitive": (GENITIVE, POSSESSOR),
    "member": (BELONGS,), "object-genitive": (GENITIVE,),
}  # fmt: skip
# for types: the rank is shown by the words of grammar.toml's [ranks]
BY_TYPE = {"money": MONEY, "superlative": "@largest", "second": "@second", "third": "@third", "leading": "@leading"}

WHOLE = -1  # where the signs of the sentence stand among those of its clauses

Signs = frozenset[str]


def worthwhile(p: Parse, clause: Clause, table: Index, frames: tuple[int, ...]) -> tuple[int, ...]:
    """Of these frames, as positions in the table, those whose needs the clause shows signs of. Not to be asked of a participle,
    whose parts stand elsewhere."""
    return _fitting(table, frames, _signs(p, clause), p.language)


def is_empty(p: Parse, clause: Clause, slot: str) -> bool:
    """Whether a slot is that of a preposition which no phrase of the clause has. Not to be asked of a participle either."""
    prep = slot[1:] if slot[0] in "~>" else slot
    return prep in p.language.prep.slots and prep not in _signs(p, clause)


def _signs(p: Parse, clause: Clause) -> Signs:
    """The signs of a clause, which are looked for once."""
    if (found := p.signs.get(clause.index)) is None:
        found = p.signs[clause.index] = shown(p, clause)
    return found


@lru_cache(CACHE)
def _fitting(table: Index, frames: tuple[int, ...], here: Signs, language: Language) -> tuple[int, ...]:
    """The same frames are asked about at every name, so the answer is remembered."""
    return tuple(i for i in frames if not any(here.isdisjoint(signs) for signs in asks(table.frames[i], language)))


@lru_cache(1000)
def asks(frame: Frame, language: Language) -> tuple[Signs, ...]:
    """Sets of signs of each of which a clause must show one, or the frame will find nothing in it."""
    groups = [[role for role in frame.roles if role.name in group] for group in frame.needs]
    each = [
        [[_slot_signs(role, language) for role in roles], [_type_signs(role) for role in roles]] for roles in groups
    ]
    found = [joint for pair in each for signs in pair if (joint := _any(signs))]
    return tuple(sorted(set(found), key=sorted))


def _any(each: list[Signs]) -> Signs:
    """The signs of which one must be there for one of several roles to be filled; none where one needs none."""
    return frozenset[str]().union(*each) if each and all(each) else frozenset()


def _slot_signs(role: Role, language: Language) -> Signs:
    each = [_in_slot(name, role.type, language) for name in role.slots]
    return frozenset(s for signs in each for s in signs) if all(each) else frozenset()


@cache
def _by_slot(language: Language) -> dict[str, tuple[str, ...]]:
    """With those slots that phrases with certain prepositions fill."""
    words = language.prep
    ruler = (GENITIVE, *sorted(words.of_or_out_of))
    by_word = {"doer": words.by, "examples": words.like, "where": words.placed_in}
    return {**BY_SLOT, "ruler": ruler, **{slot: tuple(sorted(some)) for slot, some in by_word.items()}}


def _in_slot(name: str, kind: str, language: Language) -> tuple[str, ...]:
    bare = name.lstrip("~>").removeprefix("whose-")
    if name == "nationality":
        return {"city": (CITY,), "country": (COUNTRY,)}.get(kind, ())
    return _by_slot(language).get(name) or ((bare,) if bare in language.prep.slots else ())


def _type_signs(role: Role) -> Signs:
    if {*role.slots} & {*SLOTS}:
        return frozenset()
    figure = (FIGURE,) if role.type in (*QUANTITIES, *COUNTED, "majority", "minority") else ()
    return frozenset((BY_TYPE[role.type],) if role.type in BY_TYPE else figure)


def shown(p: Parse, clause: Clause) -> Signs:
    """The signs that a clause shows, those of its figures, adjectives and ranks anywhere in the sentence."""
    if WHOLE not in p.signs:
        p.signs[WHOLE] = frozenset(_around(p, p.language))
    found = set(p.signs[WHOLE])
    for phrase in p.phrases[clause.index]:
        found.add(phrase.prep)
        found.add("@" + phrase.link)
        if phrase.prep in p.language.prep.quarter_sign and is_quarter(p, phrase):
            found.update(p.language.prep.in_)  # «am Stadtrand von Graz»
    found.add("@" + clause.kind)
    if clause.verb.lemma in tails(p.language.code, "member_verbs", "among_verbs"):
        found.add(BELONGS)
    return frozenset(found)


def _around(p: Parse, language: Language) -> set[str]:
    stems = _rank_stems(language)
    found = {f"@{rank}" for word in p.low if word.startswith(stems) for rank in _ranks(word, language)}
    if p.quantities:
        found |= {FIGURE, MONEY} if any(q.is_money for q in p.quantities) else {FIGURE}
    for mention in p.mentions:
        if mention.adjective:
            known = language.places.get(mention.name)
            found.add(CITY if known is None or known.kind in ("city", "state", "region") else COUNTRY)
    return found


@cache
def _rank_stems(language: Language) -> tuple[str, ...]:
    """How the words begin that show a rank."""
    return tuple(stem for stems in language.grammar["ranks"].values() for stem in stems)


def _ranks(word: str, language: Language) -> list[str]:
    """The ranks that a word in lower case can show."""
    return [key for key, stems in language.grammar["ranks"].items() if word.startswith(tuple(stems))]
