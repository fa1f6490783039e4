"""The phrases of a clause that can be arguments of its verb, and those that hang on another phrase."""

from collections.abc import Iterator
from itertools import takewhile

from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.wordlist import relates, words


def free(p: Parse, clause: Clause) -> tuple[Phrase, ...]:
    """The phrases that may be subject or object: no preposition, hung on the verb, no time."""
    if (found := p.loose.get(clause.index)) is None:
        found = p.loose[clause.index] = tuple(_free(p, clause))
    return found


def _free(p: Parse, clause: Clause) -> Iterator[Phrase]:
    for phrase in p.phrases[clause.index]:
        if phrase.prep or phrase.link:
            continue
        after = p.low[phrase.last + 1] if phrase.last + 1 < len(p.tokens) else ""
        told = _named(p, clause, phrase) or describes(p, clause, phrase) or _named_again(p, phrase)
        if after not in p.language.prep.according_behind and not told and not is_time(p, phrase):
            yield phrase


def _named(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«in der Alpha-Suchmaschine Beta», «des Alpha-Rivalen Beta»: the name only tells what hangs on something else."""
    m, before = phrase.mention, p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    bare = m is not None and m.first == phrase.first and not m.rest
    if before is None or before.mention is None or not bare or not adjacent(p.tokens, before.last, phrase.first):
        return False
    told = before.mention.rest and not before.mention.adjective and (before.det or describes(p, clause, before))
    return bool(told) and (before.prep != "" or before.link == "genitive")


def _named_again(p: Parse, phrase: Phrase) -> bool:
    """«Alpha, kurz Beta, kauft …»: another name of what stands before."""
    at, behind = phrase.first, phrase.last + 1
    if phrase.mention is None or at < 2 or p.low[at - 1] not in p.language.adv.short_for:
        return False
    return p.tokens[at - 2].text == "," and behind < len(p.tokens) and p.tokens[behind].text == ","


def describes(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«die Alpha-Tochter» in «die Alpha-Tochter Beta»: it only tells what the name behind it is."""
    m = phrase.mention
    if m is None or not m.rest or not relates(p.language.code, m.rest):
        return False
    behind = next((f for f in p.phrases[clause.index] if f.index == phrase.index + 1), None)
    bare = behind is not None and behind.mention is not None and not behind.det
    free = behind is not None and ((not behind.prep and not behind.link) or behind.link == phrase.link == "list")
    return bare and free and behind is not None and adjacent(p.tokens, phrase.last, behind.first)


def is_time(p: Parse, phrase: Phrase) -> bool:
    """«Anfang der Woche», «dieses Jahr»."""
    head = p.head(phrase)
    if phrase.mention is not None or phrase.quantity is not None:
        return False
    year = len(head.text) == 4 and head.text.isdigit()
    return year or p.lemmas[phrase.head] in words(p.language.code, "time_nouns")


def with_list(p: Parse, clause: Clause, phrase: Phrase) -> list[Phrase]:
    """A phrase and those that are listed with it."""
    parts = p.phrases[clause.index]
    if phrase.link == "list" and phrase.index and not phrase.det and describes(p, clause, parts[phrase.index - 1]):
        behind = (f for f in parts[phrase.index + 1 :] if f.link)
        return [phrase, *takewhile(lambda f: f.link == "list" and f.to == phrase.to and not f.det, behind)]
    return [phrase, *[f for f in parts if f.link == "list" and f.to == phrase.index]]


def attached(p: Parse, clause: Clause, phrase: Phrase, link: str) -> list[Phrase]:
    """The phrases that hang on this one with this link."""
    return [f for f in p.phrases[clause.index] if f.link == link and f.to == phrase.index]
