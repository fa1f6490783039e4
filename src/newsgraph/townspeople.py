"""Whom «die Ulmer», «die Schweden», «das Potsdamer Start-up», «die Firma aus Ulm» mean: a company by where it sits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsgraph.actor import subjects
from newsgraph.background import sits
from newsgraph.clause import Clause
from newsgraph.definiteness import masculine
from newsgraph.language import Place
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.region import REGIONS, inside
from newsgraph.subject import subject
from newsgraph.topic import gives
from newsgraph.trade import plies

if TYPE_CHECKING:
    from newsgraph.reference import Focus

PASSING = 0.3  # of how often the text names whom it names most: who is named less is hardly taken up by a noun


def people_of(focus: Focus, place: str, p: Parse, phrase: Phrase) -> Mention | None:
    """Who is called so, who sits there, who was announced before a colon, else whoever may sit there, the topic first."""
    beside = beside_it(focus, p, phrase)
    known = (
        _put_up(focus, place, beside)
        or _sitting(focus, place, beside)
        or _known_there(focus, place, beside, _before(p, phrase))
    )
    told = _called_after(focus, place, p, phrase) or (
        None if known is None else _rather(focus, place, beside, known, _acted(p, phrase))
    )
    return (
        told
        or announced(p, phrase)
        or next((m for m in _in_order(focus, p, phrase) if m.name not in beside and may_sit(focus, m, place)), None)
    )


def _put_up(focus: Focus, place: str, beside: frozenset[str]) -> Mention | None:
    """«Und Alpha? Ein Verkauf an die Amerikaner …»: whom the last sentence put up, where it is known to sit there."""
    put, known = focus.posed, focus.language.places.get(place)
    there = put is not None and known is not None and put.name not in beside and sits(put.id, known)
    return put if there else None


def _rather(focus: Focus, place: str, beside: frozenset[str], found: Mention, acted: Mention | None) -> Mention:
    """In a text about a firm that nobody need know, «die Oldenburger» are rather its people than those of one named in passing."""
    topic = focus.topic
    if topic is None or topic.id or topic.name in beside or topic.name == found.name:
        return found
    just = {m.name for m in (focus.opening, acted) if m is not None}
    passing = (
        focus.around.get(found.name, 1) < PASSING
        and found.name not in just
        and (place, found.name) not in {(n, m.name) for n, m in focus.seats}
    )
    return topic if passing and may_sit(focus, topic, place) else found


def kin_of_place(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«die tschechische Alpha-Tochter»: who is known, or was said, to sit there, and is not Alpha."""
    owner = phrase.mention.name if phrase.mention is not None else ""
    adjectives = (m for m in p.mentions if m.adjective and not m.rest and phrase.first <= m.first < phrase.head)
    place = next((m.name for m in adjectives), "")
    if not place:
        return None
    beside = beside_it(focus, p, phrase) | {owner}
    return _sitting(focus, place, beside) or _known_there(focus, place, beside, _before(p, phrase))


def _in_mind(focus: Focus) -> list[Mention]:
    """The companies in mind: the only one that the last sentence named, who acted in it, then the topic and the rest."""
    salient = focus.salient()
    lone = focus.lone if focus.lone is not None and focus.around.get(focus.lone.name, 1) >= PASSING else None
    if lone is not None and lone.kind == "App" and any(m.kind == "Company" for m in salient):
        lone = None  # a service has no people
    acted = focus.opening if focus.opening is not None and focus.opening.kind in ("Company", "") else None
    if acted is not None and gives(acted.name, focus.investors, focus.language):
        acted = None  # who gives money is seldom gone on with
    first = (acted, lone) if focus.retold else (lone, acted)
    return [*(m for m in first if m is not None), *salient]


def _in_order(focus: Focus, p: Parse, phrase: Phrase) -> Iterator[Mention]:
    """Whom the text is about, then who is named before in the sentence, then the others in mind."""
    mind, topic = _in_mind(focus), focus.topic
    first = next((k + 1 for k, m in enumerate(mind) if topic is not None and m.name == topic.name), 0)
    yield from (*mind[:first], *_before(p, phrase), *mind[first:])


def _acted(p: Parse, phrase: Phrase) -> Mention | None:
    """Who is subject, by name, of the clause in which this one stands: «Alpha hat, wofür die Ulmer 3 Millionen zahlten, …»."""
    clause = p.clause_at(phrase.first)
    own = subject(p, p.clauses[clause.parent]) if clause is not None and clause.parent is not None else None
    return own.mention if own is not None and own.last < phrase.first else None


def _before(p: Parse, phrase: Phrase) -> list[Mention]:
    """The companies named before in the sentence, the nearest first, where the text has only begun."""
    return [m for m in reversed(p.mentions) if m.last < phrase.first and m.kind == "Company" and not m.rest]


def beside_it(focus: Focus, p: Parse, phrase: Phrase) -> frozenset[str]:
    """The names of those whom a phrase without a name cannot mean: whom its clause names, and who acts in it, by whatever word."""
    clause = p.clause_at(phrase.first)
    parts = p.phrases[clause.index] if clause is not None else ()
    named = (
        f.mention.name
        for f in parts
        if f is not phrase and f.mention is not None and not f.mention.rest and not f.mention.adjective
        and f.link not in ("genitive", "possessor")
    )  # fmt: skip
    noun = masculine(p.head(phrase).text, focus.language).lower()
    others = (m.name for m in focus.salient() if plies(noun, m.id) is False)  # «der Autobauer» is no bank
    return frozenset((*named, *(_acting(focus, p, clause, phrase) if clause is not None else ()), *others))


def _acting(focus: Focus, p: Parse, clause: Clause, phrase: Phrase) -> Iterator[str]:
    """«Man erhalte 26 Prozent an dem Unternehmen», «Der Konzern plant, die Firma zu kaufen»: another one than who acts."""
    if phrase.link or any(f is phrase for _, f in subjects(p, clause)):
        return
    for _, own in subjects(p, clause):
        if own.mention is not None and clause.kind in ("infinitive", "relative") and not own.mention.rest:
            yield own.mention.name
        if own.mention is not None or own.first > phrase.first or own.quantity is not None:
            continue
        firm = own.pronoun or "Company" in focus.language.nouns.refers_to(p.head(own).text)
        meant = focus.of(p, own) if firm else None
        if meant is not None and meant.kind == "Company" and not (own.pronoun and _is_his(phrase, p)):
            yield meant.name


def _is_his(phrase: Phrase, p: Parse) -> bool:
    """«er verkauft sein Unternehmen»: his own."""
    return phrase.det.startswith(p.language.stem.possessive)


def _called_after(focus: Focus, place: str, p: Parse, phrase: Phrase) -> Mention | None:
    """The company that bears the town in its name: «Die Alpha Ulm … Die Ulmer …»."""
    before = [*focus.seen[-20:], *(m for m in p.mentions if m.last < phrase.first and not m.rest)]
    return next((m for m in reversed(before) if m.kind == "Company" and place in m.name.split()[1:]), None)


def _sitting(focus: Focus, place: str, beside: frozenset[str]) -> Mention | None:
    """The company that was said to sit in the place, else in a town of that country."""
    here = [(name, m) for name, m in reversed(focus.seats) if m.name not in beside]
    exact = next((m for name, m in here if name == place), None)
    known = focus.language.places
    if exact is not None or place not in known or known[place].kind != "country":
        return exact
    return next((m for name, m in here if name in known and _country(known[name]) == known[place].iso), None)


def _known_there(focus: Focus, place: str, beside: frozenset[str], here: list[Mention]) -> Mention | None:
    """The company in mind, or named `here`, before in the sentence, of which it is known that it sits there."""
    known = focus.language.places.get(place)
    mind = (m for m in (*_in_mind(focus), *here) if known is not None and m.name not in beside)
    return next((m for m in mind if known is not None and sits(m.id, known)), None)


def announced(p: Parse, phrase: Phrase) -> Mention | None:
    """The company of which the clause before a colon or a semicolon speaks: «Größter Eigner ist Alpha; die Ulmer …»."""
    clause = p.clause_at(phrase.first)
    if clause is None or not clause.index or p.tokens[clause.first - 1].text not in (":", ";"):
        return None
    parts = p.phrases[clause.index - 1]
    own, told = (
        subject(p, p.clauses[clause.index - 1]),
        p.clauses[clause.index - 1].verb.lemma in p.language.verb.copula_or_none,
    )
    if p.tokens[clause.first - 1].text == ";" and not told:
        listed = (own.index if own is not None else -1,)  # who is named there in passing is not gone on with
        parts = tuple(f for f in parts if f is own or (f.link == "list" and f.to in listed))
    named = [f.mention for f in parts if f.mention is not None and not f.prep and f.link in ("", "list")]
    firms = [m for m in named if m.kind == "Company" and not m.rest and not m.adjective]
    return firms[-1] if firms else _only_one(p, clause)  # of several the one named last


def _only_one(p: Parse, clause: Clause) -> Mention | None:
    """«Grund ist die Strafe, die gegen Alpha verhängt wurde: Der Konzern …»: the only company named before the colon."""
    if p.tokens[clause.first - 1].text != ":":
        return None
    before = (m for m in p.mentions if m.last < clause.first and m.kind == "Company" and not m.rest and not m.adjective)
    firms = {m.name: m for m in before}
    return next(iter(firms.values())) if len(firms) == 1 else None


def may_sit(focus: Focus, company: Mention, place: str) -> bool:
    """Whether nothing that the text said, or that is known, speaks against the company's sitting in a place."""
    known = focus.language.places
    town = focus.language.demonyms.get(company.name.split()[0])
    if town is not None and town.kind == "city" and place in known and known[place].kind == "city":
        return town.name == place  # «Grazer Hafen AG»
    if place in known and (fact := sits(company.id, known[place])) is not None:
        return fact
    home = known.get(company.name.split()[0]) if " " in company.name else None
    if home is not None and home.kind == "country" and place in known and _country(known[place]):
        return _country(known[place]) == home.iso  # «Norwegen Lachs»
    own = [
        known[name]
        for name, m in focus.seats
        if m.name == company.name and name in known and (name, m.name) not in focus.plants
    ]
    if place not in known or not own:
        return True
    meant = known[place]
    if _country(meant) and all(_country(o) not in ("", _country(meant)) for o in own):
        return False  # it sits in another country
    if meant.kind in REGIONS or any(o.kind in REGIONS for o in own):
        lies = [inside(o.name, place) for o in own]
        if None not in lies:
            return any(lies)
    return not any(o.kind == meant.kind for o in own) or any(o.name == place for o in own)


def _country(place: Place) -> str:
    return place.iso if place.kind == "country" else place.country
