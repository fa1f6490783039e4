"""«Neben Alpha beliefert der Konzern auch Beta»: what «auch» adds to, named behind «neben»."""

from collections.abc import Iterable, Iterator

from newsgraph.argument import with_list
from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.wordlist import words

Place = tuple[Clause, Phrase]
JOINED = (
    "supplies",
    "provides",
    "parent",
    "investment",
)  # relations of which one says «auch»; of rivals «neben» names the other side
REACH = 3


def with_beside(p: Parse, places: Iterable[Place]) -> Iterator[Place]:
    """These places, and behind each before which «auch» stands those that «neben» names in its clause."""
    for clause, phrase in places:
        yield clause, phrase
        others = [f for f in p.phrases[clause.index] if f.prep in p.language.prep.beside]
        if others and _adds(p, clause, phrase):
            for other in others:
                if other.mention is not None and other.link != "list":
                    yield from ((clause, f) for f in with_list(p, clause, other))


def _adds(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    if clause.verb.lemma in words(p.language.code, "member_verbs") and not phrase.prep and not phrase.pronoun:
        return True  # «zu der neben Alpha die Tochter Beta zählt»
    before = max((f.last for f in p.phrases[clause.index] if f.last < phrase.first), default=clause.first - 1)
    near = range(max(before + 1, phrase.first - REACH), phrase.first)
    return phrase.prep not in p.language.prep.beside and any(
        p.low[i] in words(p.language.code, "adding_words") for i in near
    )
