"""Whose office it is where no name stands with it: «Alpha-Chefin Eva Muster übernimmt die Leitung», «Studiochefin Muster»."""

from collections.abc import Iterator

from newsgraph.filler import Filler
from newsgraph.mention import Mention
from newsgraph.sought import Sought
from newsgraph.wordlist import tails

SHORTEST = 4  # letters of a noun for a sort of company
LATELY = 12  # mentions that are in mind


def whose_office(s: Sought) -> Iterator[Filler]:
    """The firm of the compound before in the sentence, else the last one that is of the sort the office's noun tells."""
    found = _titled(s) or _of_sort(s)
    if found is not None:
        yield from s.meant(found)


def _titled(s: Sought) -> Mention | None:
    """«Muster bleibt Alpha-Chefin, Finanzvorstand Beispiel geht»: the nearest office before that tells its firm."""
    offices = [
        m
        for m in s.p.mentions
        if m.rest and m.kind in ("Company", "") and not m.adjective and s.language.nouns.is_office(m.rest)
    ]
    near = [m for m in offices if m.last < s.at and not _is_former(s, m) and not _is_listed(s, m)]
    named = [m for m in s.p.mentions if m.kind == "Company" and not m.rest and near and near[-1].last < m.first < s.at]
    return near[-1] if near and not named else None


def _is_listed(s: Sought, m: Mention) -> bool:
    """«Eva Muster und Alpha-Chef Peter Beispiel ziehen in den Vorstand ein»: hardly Alpha's, as she comes too."""
    return any(f.first == m.first and f.link == "list" for f in s.p.phrases[s.clause.index])


def _is_former(s: Sought, m: Mention) -> bool:
    before = s.p.tokens[m.first - 1].text.lower() if m.first else ""
    return before.startswith(tails(s.language.code, "former_offices")) or s.p.tokens[m.first].text.startswith("Ex-")


def _of_sort(s: Sought) -> Mention | None:
    """«Studiochefin»: the studio spoken of last, by what it was called or by its name."""
    word = s.p.tokens[s.at].text.lower()
    sort = next(
        (word.removesuffix(o) for o in tails(s.language.code, "office_endings") if word.endswith(o)), ""
    ).removesuffix("s")
    if len(sort) < SHORTEST or sort in s.language.grammar["reference"]["generic"]:
        return None
    called = {m.name for noun, m in s.focus.called if noun.removesuffix("s").endswith(sort)}
    lately = [*s.focus.seen[-LATELY:], *(m for m in s.p.mentions if m.last < s.at)]
    fits = (m for m in reversed(lately) if m.name in called or m.name.lower().endswith(sort))
    return next((m for m in fits if m.kind in ("Company", "")), None)
