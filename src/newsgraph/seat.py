"""Where companies sit, as the text has said by the way, and whom «die Ulmer», «das Potsdamer Start-up» mean."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from newsgraph.background import sits
from newsgraph.filler import Event, Filler
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.pattern import Frame
from newsgraph.phrase import Phrase, adjacent
from newsgraph.wordlist import is_title, tails

FIRMS = ("Company", "")
BELONGS = Frame("seat/national", "country", frozenset(), frozenset(), (), (), (), {}, "", frozenset(), False)
SITS = Frame("seat/inhabitants", "located", frozenset(), frozenset(), (), (), (), {}, "", frozenset(), False)
Seat = tuple[str, Mention]  # place, company


def seats(p: Parse) -> Iterator[Seat]:
    """The seats that a sentence shows: «der Ulmer Konzern Alpha», «die finnische Alpha», «Alpha aus Ulm»."""
    for parts in p.phrases:
        for phrase in parts:
            host = parts[phrase.to] if phrase.link == "apposition" and phrase.to is not None else phrase
            company = _company(phrase, p.language) or (
                _company(host, p.language) if host.index < phrase.index else None
            )
            if company is None:
                continue
            yield from ((place, company) for place in origins(p, phrase))
            yield from ((place, company) for place in _from(p, parts, phrase))


def origins(p: Parse, phrase: Phrase) -> list[str]:
    """The places whose adjectives stand in a phrase."""
    return [m.name for m in p.mentions if m.adjective and phrase.first <= m.first <= phrase.head and not m.rest]


def _company(phrase: Phrase, language: Language) -> Mention | None:
    m = phrase.mention
    if m is None or m.kind not in FIRMS or m.adjective:
        return None
    group = m.rest.lower() in language.word.firm_parts_low
    return m if not m.rest or group else None


def _from(p: Parse, parts: tuple[Phrase, ...], phrase: Phrase) -> Iterator[str]:
    """«aus Ulm» right behind."""
    for other in parts:
        m = other.mention
        if (
            other.prep in p.language.prep.out_of
            and m is not None
            and m.kind == "Place"
            and adjacent(p.tokens, phrase.last, other.first)
        ):
            yield m.name


def _with_seat(p: Parse, parts: tuple[Phrase, ...], phrase: Phrase) -> Iterator[str]:
    """«mit Sitz in Ulm» right behind."""
    for seat, place in pairwise(parts):
        with_seat = seat.prep in p.language.prep.with_ and p.low[seat.head].endswith(
            tails(p.language.code, "seat_nouns")
        )
        m = place.mention
        if with_seat and place.prep in p.language.prep.near and m is not None and m.kind == "Place" and not m.adjective:
            yield from (
                m.name for _ in range(adjacent(p.tokens, phrase.last, seat.first) and seat.last + 1 == place.first)
            )


def described_from(p: Parse, phrase: Phrase) -> Iterator[Mention]:
    """«Der rollende Supermarkt aus Ulm» at the head of a sentence, whose noun is no class of things: the place."""
    noun, language = p.head(phrase), p.language
    plain = phrase.first < 2 and phrase.det in p.language.det.nominative and phrase.mention is None and noun.is_a("NN")
    if not plain or is_title(language.code, noun.text) or language.nouns.refers_to(noun.text):
        return
    parts = next((f for f in p.phrases if phrase in f), ())
    yield from (
        f.mention for f in parts
        if f.prep in p.language.prep.out_of and f.mention is not None and f.mention.kind == "Place" and f.first == phrase.last + 1
    )  # fmt: skip


def place_meant(p: Parse, phrase: Phrase, language: Language) -> str:
    """The place by which a phrase without a name means a company: «den Ulmern», «die Firma aus Ulm»; or ""."""
    word = p.head(phrase).text
    plain = word.removesuffix(language.ending.women[0])  # «die Ulmerinnen»
    for form in (word, word.removesuffix("n"), word.removesuffix("s"), *((plain,) if plain != word else ())):
        if found := language.people.get(form) or language.demonyms.get(form):
            return found.name
    if "Company" not in language.nouns.refers_to(word):
        return ""  # «den chinesischen Markt»
    if here := origins(p, phrase):
        return here[0]
    joined = next((m for m in p.mentions if m.first == phrase.head and m.rest and m.kind == "Place"), None)
    if joined is not None:
        return joined.name  # «Der US-Konzern»
    parts = next((f for f in p.phrases if phrase in f), ())
    return next(_from(p, parts, phrase), "") or next(_with_seat(p, parts, phrase), "")


def inhabitants(
    p: Parse, language: Language, meant: Callable[[Parse, Phrase], Mention | None], few: bool
) -> Iterator[Event]:
    """«Die Ulmer kaufen …»: who is called by a town sits there. `meant` tells who is meant; where the text has not named but a
    `few` companies, only what is known to sit there is sure to be."""
    demonyms = language.demonyms
    for clause in p.clauses:
        for phrase in p.phrases[clause.index]:
            for place in described_from(p, phrase) if phrase.first < 2 else ():
                if (company := meant(p, phrase)) is not None and company.kind == "Company":
                    yield _sits(
                        SITS,
                        p,
                        clause.index,
                        phrase,
                        company,
                        Filler("Place", place.first, place.last, place.name, place.id),
                    )
            text = p.tokens[phrase.head].text
            form = text if text in demonyms else text.removesuffix("n")
            if (
                form not in demonyms
                or phrase.mention is not None
                or phrase.head != phrase.last
                or phrase.det not in language.det.people
            ):
                continue
            company = meant(p, phrase)
            if company is not None and company.kind in FIRMS:
                town = language.demonyms[form]
                if not few and not sits(company.id, town):
                    continue  # who is meant was guessed
                where = Filler("Place", phrase.head, phrase.head, town.name)
                frame = SITS if town.kind != "country" else BELONGS
                yield _sits(frame, p, clause.index, phrase, company, where)


def _sits(frame: Frame, p: Parse, clause: int, phrase: Phrase, company: Mention, place: Filler) -> Event:
    thing = Filler(company.kind or "Company", phrase.first, phrase.last, company.name, company.id)
    roles: dict[str, tuple[Filler, ...]] = {"thing": (thing,), "place": (place,)}
    return Event(frame, p.sentence.index, clause, phrase.head, phrase.head, roles)


def adjacent_origins(p: Parse, read: Iterable[Event], language: Language) -> Iterator[Event]:
    """«Die Linzer Alpha AG»: the adjective of a town right before the name."""
    if not any(m.adjective for m in p.mentions):
        return
    known = {(f.name, g.name) for e in read for f in e.roles.get("thing", ()) for g in e.roles.get("place", ())}
    for clause in p.clauses:
        for phrase in p.phrases[clause.index]:
            listed = phrase.prep in language.prep.at_edge and not any(
                w.startswith(language.stem.stake) for w in p.words(clause)
            )
            company = _company(phrase, language) if not listed else None  # «an der New Yorker Nasdaq»
            for m in p.mentions if company is not None else ():
                town = m.adjective and not m.rest and m.name in language.places and phrase.first <= m.first
                if company is not None and town and m.last + 1 == company.first and (company.name, m.name) not in known:
                    thing = Filler(company.kind or "Company", company.first, company.last, company.name, company.id)
                    roles: dict[str, tuple[Filler, ...]] = {
                        "thing": (thing,),
                        "place": (Filler("Place", m.first, m.last, m.name, m.id),),
                    }
                    frame = SITS if language.places[m.name].kind != "country" else BELONGS
                    yield Event(frame, p.sentence.index, clause.index, m.first, m.first, roles)
