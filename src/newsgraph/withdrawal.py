"""Plans that the text says came to nothing: «Im Juli sprang Alpha ab», «Der Deal platzte», «dann kam das Aus».

It is said after the plan, in a clause of its own; the plan then is a cancelled one.
"""

from functools import cache

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.reference import Focus
from newsgraph.subject import subject


def withdrawn(p: Parse, focus: Focus, language: Language) -> tuple[bool, Mention | None]:
    """Whether the sentence says that a plan came to nothing, and who gave it up where it says so."""
    for clause in p.clauses:
        if clause.kind == "main" and _refuses(p, clause, language):
            return True, None
        if clause.kind == "main" and _ends(p, clause, language) and not clause.verb.modal:
            first = subject(p, clause)
            who = focus.of(p, first) if first is not None else None
            planned = first is not None and p.head(first).low.endswith(tuple(_words(language, "plans")))
            if planned or who is not None or first is None or p.head(first).low in language.adv.done_with:
                return True, None if planned else who
    return False, None


def _refuses(p: Parse, clause: Clause, language: Language) -> bool:
    """«doch die Gründer winkten ab», «doch die Kartellwächter stellten sich quer»: whoever it is that refuses."""
    contrast = p.tokens[clause.first].low in language.conj.but_opening
    if not contrast:
        return False
    quer = clause.verb.lemma in language.verb.put and any(
        p.tokens[i].text in language.adv.across for i in clause.tokens
    )
    return quer or clause.verb.lemma in _words(language, "refusing")


def _ends(p: Parse, clause: Clause, language: Language) -> bool:
    every = p.words(clause)  # and the lemmas
    ends = clause.verb.lemma in _words(language, "verbs")
    if not ends and (_firsts(language).isdisjoint(every) or not any(phrase <= every for phrase in _phrases(language))):
        return False
    words = {p.low[i] for i in clause.tokens}
    if not language.adv.not_or_almost.isdisjoint(words):
        return False
    return ends or any(phrase <= words for phrase in _phrases(language))


@cache
def _phrases(language: Language) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(phrase.split()) for phrase in _words(language, "phrases"))


@cache
def _firsts(language: Language) -> frozenset[str]:
    """A word of each phrase, without which it is not there."""
    return frozenset(phrase.split()[0] for phrase in _words(language, "phrases"))


def _words(language: Language, key: str) -> list[str]:
    found: list[str] = language.grammar["withdrawal"][key]
    return found
