"""A noun for a service, or for a house, that means a company because the text names no such thing: «Die gleichnamige App»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.definiteness import masculine
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.townspeople import beside_it

if TYPE_CHECKING:
    from newsgraph.reference import Focus


def as_service(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Die Plattform nutzen 2 Millionen Menschen»: the company that the text is about, where no service of it was named."""
    words = focus.language.grammar["reference"]
    noun = masculine(p.head(phrase).text, focus.language).lower()
    used = noun.rpartition("-")[2] in words["as_service"] or noun.endswith(tuple(words["as_service_ends"]))
    if not used or phrase.mention is not None or _is_of(p, phrase):
        return None
    beside = beside_it(focus, p, phrase)
    return next((m for m in focus.salient()[:1] if m.kind == "Company" and m.name not in beside), None)


def house(focus: Focus, p: Parse, phrase: Phrase) -> tuple[str, ...]:
    """The classes that «das Haus» stands for: a company where things or people belong to it, where one was called a «Modehaus», and
    where it acts without anything being told of it («Zuletzt setzte das Haus 3 Millionen um»)."""
    words = focus.language.grammar["reference"]["houses"]
    noun = p.head(phrase).low
    if noun not in words or phrase.mention is not None:
        return ()
    owns = phrase.link == "genitive" and phrase.det in focus.language.det.house_genitive
    called = any(n.endswith(tuple(words)) for n, m in focus.called if m.kind == "Company")
    clause = p.clause_at(phrase.first)
    built = clause is None or clause.verb.lemma in focus.language.grammar["reference"]["building_verbs"]
    bare = bool(phrase.det) and not phrase.prep and not phrase.link and phrase.first == phrase.head - 1
    return ("Company",) if owns or called or (bare and not built and not _is_of(p, phrase)) else ()


def _is_of(p: Parse, phrase: Phrase) -> bool:
    """«Die Plattform der Bahn», «das Haus in Ulm»: something behind tells which one."""
    parts = next((f for f in p.phrases if phrase in f), ())
    return any(
        f.first == phrase.last + 1 and (f.link == "genitive" or f.prep in p.language.prep.firm_of) for f in parts
    )
