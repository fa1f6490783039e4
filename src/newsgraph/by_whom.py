"""Who does it: «von Alpha» and «durch Alpha», where they belong to the verb and not to a noun."""

from collections.abc import Iterator

from newsgraph.argument import is_time
from newsgraph.clause import Clause
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.ware import is_ware


def by_whom(p: Parse, clause: Clause) -> Iterator[Phrase]:
    """«von Alpha» and «durch Alpha» in the passive; not «auf Anlagen von Alpha». Of two, the first is the noun's before it."""
    found = list(_told(p, clause))
    parts = p.phrases[clause.index]
    for n, phrase in enumerate(found):
        noun = phrase.index and adjacent(p.tokens, parts[phrase.index - 1].last, phrase.first)
        if not (
            noun and phrase.prep in p.language.prep.of and any(f.prep in p.language.prep.of for f in found[n + 1 :])
        ):
            yield phrase


def _told(p: Parse, clause: Clause) -> Iterator[Phrase]:
    for phrase in p.phrases[clause.index]:
        before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
        sum_ = before is not None and before.quantity is not None and before.quantity.is_money  # «für 3 Euro von Alpha»
        thing = before is not None and before.prep != "" and before.mention is None and not before.pronoun and not sum_
        behind = (
            before is not None and thing and adjacent(p.tokens, before.last, phrase.first) and not is_time(p, before)
        )
        if (
            phrase.prep in p.language.prep.by
            and phrase.link != "list"
            and not behind
            and not is_inner(p, clause, phrase)
        ):
            yield phrase


def is_inner(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«von Beta» in «Alpha, eine Tochter von Beta,»: it belongs to what describes, and not to the verb."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    if phrase.prep in p.language.prep.of and _is_attribute(p, phrase):
        return True
    return (
        phrase.prep in p.language.prep.of
        and before is not None
        and before.link in ("apposition", "list")
        and before.mention is None
        and adjacent(p.tokens, before.last, phrase.first)
        and not (
            before.det in p.language.det.definite_subject and is_ware(p, before)
        )  # «Die Motoren kommen von Alpha, die Zellen von Beta»
    )


def _is_attribute(p: Parse, phrase: Phrase) -> bool:
    """«einen von Beta bekannten Modus»: it stands between an article and the adjective that it goes with."""
    front, behind = phrase.first - 1, phrase.last + 1
    inside = front >= 0 and behind < len(p.tokens) and p.tokens[front].is_a("ART")
    return inside and p.tokens[behind].is_a("ADJ(A)")
