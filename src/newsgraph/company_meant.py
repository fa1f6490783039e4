"""Which company a noun for one means: who acted before in the sentence, whose chief acts, who was just bought, who is in mind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgraph.clause import Clause
from newsgraph.definiteness import masculine
from newsgraph.firm import firm, looks_on
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.region import inside
from newsgraph.replacement import replace
from newsgraph.sobriquet import names_called
from newsgraph.subject import subject
from newsgraph.townspeople import beside_it

if TYPE_CHECKING:
    from newsgraph.reference import Focus


def company_meant(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """The company meant: one named before in the sentence, else one of those in mind that the clause does not name."""
    if (there := _seated(focus, p, phrase)) is not None:
        return there
    beside = beside_it(focus, p, phrase) | frozenset(_described(focus, p, phrase))
    noun = masculine(p.head(phrase).text, focus.language).lower()
    acted = (m for m in _acted(focus, p, phrase) if m.name not in beside)
    free = (m for m in acted if not looks_on(focus, noun, m, tuple(names_called(p, focus.language))))
    return (
        next(free, None)
        or _led(focus, p, phrase)
        or _other(focus, p, phrase)
        or _introduced(focus, p, phrase)
        or _at(p, phrase, beside)
        or firm(focus, noun, beside, p.sentence.index)
        or _told_in_front(focus, p, phrase, beside)
        or _named_later(p, phrase)
        or service(focus)
    )


def _seated(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«das in Leoben ansässige Unternehmen»: the only one that the text has placed there, or in the region around."""
    if phrase.first == phrase.head or not p.tokens[phrase.first].is_a("ADJ(A)"):
        return None
    place = next((m for m in p.mentions if m.last == phrase.first - 1 and m.kind == "Place" and not m.rest), None)
    if place is None or place.first < 2 or p.low[place.first - 1] not in p.language.prep.in_:
        return None
    if p.low[place.first - 2] not in p.language.det.definite_or_own_all:
        return None  # «das ebenfalls in Leoben ansässige Unternehmen»: another one
    here = [m for name, m in focus.seats if name == place.name or inside(place.name, name)]
    named = {m.name: m for m in here if m.kind == "Company"}
    return next(iter(named.values())) if len(named) == 1 else None


def _at(p: Parse, phrase: Phrase, beside: frozenset[str]) -> Mention | None:
    """«Bei Alpha flogen sie hinaus, als auffiel, dass die Kette …»: of whom a sentence tells how it is there."""
    front = p.phrases[0][0] if p.phrases and p.phrases[0] else None
    named = (
        front.mention if front is not None and front.prep in p.language.prep.at and front.last < phrase.first else None
    )
    firm = named is not None and named.kind == "Company" and not named.rest and not named.adjective
    return named if firm and named is not None and named.name not in beside else None


def _told_in_front(focus: Focus, p: Parse, phrase: Phrase, beside: frozenset[str]) -> Mention | None:
    """«Die Gründer des Lieferdienstes Alpha jubeln: … in das Unternehmen»: the one that a text which has but begun has named."""
    if focus.seen:
        return None
    own = p.clause_at(phrase.first)
    told = [m for m in p.mentions if m.last < (own.first if own is not None else 0) and m.kind == "Company"]
    return (
        told[0] if len(told) == 1 and told[0].name not in beside and not (told[0].rest or told[0].adjective) else None
    )


def _described(focus: Focus, p: Parse, phrase: Phrase) -> Iterator[str]:
    """«3 Millionen zahlte der Autobauer, womit das Unternehmen …»: who acted under another noun is not meant by this one."""
    noun = p.head(phrase).text
    for clause in p.clauses:
        own = subject(p, clause) if clause.first < phrase.first and phrase.first not in clause.tokens else None
        if own is None or own.mention is not None or own.pronoun or own.last > phrase.first or p.head(own).text == noun:
            continue
        if own.det in focus.language.det.definite_or_own_all and "Company" in focus.language.nouns.refers_to(
            p.head(own).text
        ):
            meant = focus.of(p, own)
            yield from (meant.name,) if meant is not None else ()


def service(focus: Focus) -> Mention | None:
    """«Der Dienst Alpha … Das Unternehmen»: an app, where the text has named no company."""
    return None if any(m.kind == "Company" for m in focus.seen) else focus.last("App")


def _led(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Muster leitet das Unternehmen»: that of the person who is subject of the clause, where one is known."""
    clause = p.clause_at(phrase.first)
    own = subject(p, clause) if clause is not None else None
    person = own.mention if own is not None and own is not phrase else None
    led = focus.company_of(person) if person is not None and person.kind == "Person" and not person.rest else None
    return led if led is not None and led.kind == "Company" else None


def _introduced(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Alpha kauft Beta. Das 2012 gegründete Unternehmen …»: what is told of a company is told of the one just bought."""
    told = any(
        p.tokens[i].is_a("ADJ(A)", "VV(PP)") and _is_past(p.tokens[i].text) for i in range(phrase.first, phrase.head)
    )
    since = focus.opening or focus.opener
    if since is not None and since.kind == "Company" and since.name not in focus.dealings.buyers:
        return None  # the text has gone on to somebody else
    return focus.dealings.bought(p.sentence.index) if told else None


def _is_past(word: str) -> bool:
    """Whether an adjective is a participle by its form: «gegründete», «ansässige» is none."""
    return word.lower().startswith("ge") and word.lower().rstrip("nmrs").endswith("te")


def _acted(focus: Focus, p: Parse, phrase: Phrase) -> Iterator[Mention]:
    """The companies that are named as subject of a clause before, also by whom they have («Alpha-Chef Muster sagt, …»)."""
    for clause in p.clauses:
        first = subject(p, clause)
        if phrase.first in clause.tokens or first is None or first.last >= phrase.first:
            continue  # who acts is not named by a noun again in the same clause
        # «Letzterer hat …; Alpha ist eine Tochter des Autobauers»
        pointed = first.pronoun and p.low[first.head] in focus.language.pron.pointing and _beside(p, clause, phrase)
        own = focus.of(p, first) if pointed else first.mention
        mention = focus.company_of(own) if own is not None else None
        if mention is not None and mention.kind == "Company" and (not mention.rest or _speaks_of(focus, mention.rest)):
            yield replace(mention, rest="")


def _beside(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase stands in a main clause beside this one."""
    own = p.clause_at(phrase.first)
    return own is not None and own is not clause and own.kind == clause.kind == "main"


def _speaks_of(focus: Focus, noun: str) -> bool:
    """«Alpha-Chef», «Alpha-Sprecherin», «Alpha-Aktie»: what tells of the firm itself."""
    if noun.lower().startswith(focus.language.stem.paper):
        return True
    return focus.language.nouns.is_office(noun) or focus.language.speech.source(noun) == "spokesperson"


def _named_later(p: Parse, phrase: Phrase) -> Mention | None:
    """«Wie das Unternehmen mitteilte, wächst Alpha»: at the head of a text the noun stands before the name."""
    clause = p.clause_at(phrase.first)
    if clause is None or clause.marker not in p.language.prep.like or clause.parent is None:
        return None
    own = subject(p, p.clauses[clause.parent])
    mention = own.mention if own is not None else None
    return mention if mention is not None and mention.kind == "Company" and not mention.rest else None


def _other(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Der Konzern nimmt dem Hersteller … ab»: whom the topic deals with, the company named last beside it."""
    clause = p.clause_at(phrase.first)
    own = subject(p, clause) if clause is not None and not (phrase.link or phrase.prep) else None
    if own is None or own.first == phrase.first or own.last >= phrase.first or own.quantity is not None:
        return None
    acting = focus.of(p, own)
    if acting is None or focus.topic is None or acting.name != focus.topic.name:
        return None
    lately = focus.seen[-6:]
    others = (m for m in reversed(lately) if m.kind == "Company" and m.name != acting.name)
    return next((m for m in others if not _is_listed(m, lately)), None)


def _is_listed(mention: Mention, others: list[Mention]) -> bool:
    """«Alpha, Beta und Gamma»: none of several is «das Unternehmen»."""
    ends = ((m.last + 2, m.first - 2) for m in others if m.kind == "Company" and m is not mention)
    return any(mention.first == behind or mention.last == front for behind, front in ends)
