"""Two of a kind: «beide Firmen» are the two companies named last; the other one is the only one named beside those known."""

from collections.abc import Collection, Iterator

from newsgraph.clause import Clause
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.reference import Focus
from newsgraph.subject import subject
from newsgraph.wordlist import words

REACH = 12  # mentions back


def couple(p: Parse, clause: Clause, focus: Focus) -> Iterator[Mention]:
    """The two companies that «beide» stands for in a clause, the earlier first; nothing where it names its own."""
    own = subject(p, clause)
    if own is None or not _is_both(p, own):
        return
    before = [m for m in p.mentions if m.last < own.first]
    named = [m for m in (*focus.seen[-REACH:], *before) if m.kind == "Company" and not m.adjective and not m.rest]
    last = list({m.name: m for m in reversed(named)}.values())[:2]
    if len(last) == 2:
        yield from reversed(last)


def _is_both(p: Parse, phrase: Phrase) -> bool:
    named = phrase.mention is not None and not phrase.mention.rest
    both = words(p.language.code, "both_words")
    return not named and any(p.tokens[i].low in both for i in range(phrase.first, phrase.last + 1))


def other(p: Parse, at: int, taken: Collection[str], kinds: Collection[str]) -> Mention | None:
    """The only thing of these classes in a sentence beside those `taken` and the name at token `at`, if there is just one."""
    own = {m.name for m in p.mentions if m.first <= at <= m.last}
    named = {m.name: m for m in p.mentions if m.kind in kinds and not m.adjective and not m.rest}
    found = [m for name, m in named.items() if name not in taken and name not in own and m.kind != "NewsOrganization"]
    return found[0] if len(found) == 1 else None


def compared_with(p: Parse, clause: Clause, phrase: Phrase) -> frozenset[str]:
    """The names behind «als», «wie» or «laut» where the clause is about the phrase: «Alpha rechnet schneller als Beta»."""
    if clause.kind != "main" or subject(p, clause) is not phrase:
        return frozenset()
    parts = p.phrases[clause.index]
    at = next((f.first for f in parts if f.prep in p.language.prep.as_or_like and f.first > phrase.last), len(p.tokens))
    told = {f.mention.name for f in parts if f.prep in p.language.prep.according_either_side and f.mention is not None}
    return frozenset(m.name for m in p.mentions if m.first > at) | told
