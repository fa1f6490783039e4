"""Slots filled by the deals, rounds, fines and figures that the text has told (newsgraph.memory says which they are)."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from newsgraph.actor import subjects
from newsgraph.definiteness import is_itself
from newsgraph.filler import Filler
from newsgraph.party import imposing, overseer, watchdog
from newsgraph.payer import acting_for
from newsgraph.possessor import people_of
from newsgraph.replacement import replace
from newsgraph.sought import Sought
from newsgraph.wordlist import tails

GOT = 2  # sentences in which the price may follow


def _recent(s: Sought) -> Iterator[Filler]:
    if not (s.role.type == "deal" and _other_buyer(s)) and s.focus.dealings.recent(s.role.type, s.sentence):
        yield s.spoken_of()


def _just(s: Sought) -> Iterator[Filler]:
    if s.focus.dealings.recent(s.role.type, s.sentence, within=1):
        yield s.spoken_of()


def _open(s: Sought) -> Iterator[Filler]:
    other = s.role.type == "deal" and _other_buyer(s)
    if not other and s.focus.dealings.recent(s.role.type, s.sentence, open_=True):
        yield s.spoken_of()


def _other_buyer(s: Sought) -> bool:
    """Whether somebody else pays here than in the deal just spoken of."""
    buyers = s.focus.dealings.buyers
    if not buyers or s.clause.verb.lemma in s.language.grammar["sums"]["getting"]:
        return False
    told = (f for _, f in subjects(s.p, s.clause) if s.p.low[f.head] not in s.language.pron.things)
    acting = [s.focus.of(s.p, f) for f in told]
    return any(m is not None and m.kind == "Company" and m.name not in buyers for m in acting)


def _raiser(s: Sought) -> Iterator[Filler]:
    raiser = s.focus.dealings.raiser if s.focus.dealings.recent("round", s.sentence) else None
    return _again(s, raiser)


def _dealt(s: Sought) -> Iterator[Filler]:
    if s.clause.kind == "main" and s.p.clauses[0].kind == "sub" and s.focus.dealings.took(s.sentence):
        return iter(())  # «Nachdem Alpha Beta gekauft hat, schlägt nun Gamma zu»
    return _again(s, s.focus.dealings.buys(s.sentence))


def _got(s: Sought) -> Iterator[Filler]:
    """«Alpha, seit 2019 eine Tochter des Konzerns Beta. Gezahlt hat dieser …»: what who pays was just said to have, or to buy."""
    dealings, last = s.focus.dealings, s.sentence - GOT
    payers = [Filler("Company", s.at, s.at, name) for name in s.taken]
    bid, dealt = dealings.bid, dealings.dealt
    took = bid is not None and dealt is not None and bid[1].name in s.taken and bid[0] >= last and dealt[0] >= last
    sold = dealings.sells(s.sentence) if s.clause.verb.lemma not in s.language.grammar["sums"]["getting"] else None
    found = dealings.child_of(payers, s.sentence) or (dealt[1] if took and dealt is not None else sold)
    return _again(s, found if found is not None and found.kind == "Company" else None)


def _bought(s: Sought) -> Iterator[Filler]:
    return s.meant(s.focus.dealings.bought(s.sentence))


def _prize(s: Sought) -> Iterator[Filler]:
    """What others may want as well: what was bought, or for sale, of late; else what the first purchase of the text was of."""
    late, main = s.focus.dealings.bought(s.sentence), s.focus.dealings.main
    if late is not None and late.name not in s.taken:
        yield from s.meant(late)
    elif main is not None and main[1].name not in s.taken:
        yield from _again(s, main[1])


def _bidder(s: Sought) -> Iterator[Filler]:
    """Who buys, or wants to buy, in a deal of late."""
    yield from s.meant(s.focus.dealings.buyer(s.sentence))


def _offered(s: Sought) -> Iterator[Filler]:
    return _again(s, s.focus.dealings.sells(s.sentence))


def _fining(s: Sought) -> Iterator[Filler]:
    return _again(s, s.focus.dealings.fines(s.sentence))


def _young(s: Sought) -> Iterator[Filler]:
    """«Das Start-up Alpha … Alpha bekommt 12 Millionen»: whoever is called so gets money from investors, if not from the state."""
    givers = (f.mention for f in s.p.phrases[s.clause.index] if f.prep in s.language.prep.of)
    if any(m is not None and m.kind == "PublicBody" for m in givers):
        return
    nouns = tails(s.language.code, "young_firms")
    called = any(noun.lower().endswith(nouns) and m.name in s.taken for noun, m in s.focus.called)
    beside = (m for m in s.p.mentions if m.name in s.taken and m.first > 0)
    if called or any(s.p.low[m.first - 1].endswith(nouns) for m in beside):
        yield s.spoken_of()


def _watching(s: Sought) -> Iterator[Filler]:
    return _again(s, s.focus.dealings.watches(s.sentence))


def _granting(s: Sought) -> Iterator[Filler]:
    return _again(s, s.focus.dealings.grants(s.sentence))


def _owing(s: Sought) -> Iterator[Filler]:
    owes = s.focus.dealings.owes(s.sentence)
    return _again(s, owes[0] if owes is not None else None)


def _owed(s: Sought) -> Iterator[Filler]:
    """The sum of another sentence, which has no place in this one."""
    owes = s.focus.dealings.owes(s.sentence)
    if owes is not None and owes[1].quantity is not None:
        yield from _again(s, replace(owes[1], quantity=replace(owes[1].quantity, first=-1, last=-1)))


def _imposing(s: Sought) -> Iterator[Filler]:
    return imposing(s.p, s.clause, s.language)


def _overseer(s: Sought) -> Iterator[Filler]:
    return overseer(s.p, s.language)


def _watchdog(s: Sought) -> Iterator[Filler]:
    return watchdog(s.p, s.clause, s.language)


def _led(s: Sought) -> Iterator[Filler]:
    """«Gründerin Eva Muster hat 3 Millionen eingesammelt»: for the company that the one who acts leads."""
    for _, phrase in subjects(s.p, s.clause):
        who = s.focus.of(s.p, phrase)
        if who is not None and who.kind == "Person":
            person = Filler("Person", phrase.first, phrase.last, who.name)
            found = acting_for(s.focus.dealings, s.p, person, s.focus.topic, s.language)
            yield from (found for _ in range(found.kind != "Person"))
        elif phrase.mention is None and s.p.low[phrase.head].endswith(tails(s.language.code, "people_endings")):
            of = people_of(s.p, s.clause, phrase)  # «die Gründer von Alpha», «die Gründer» of whom the text is about
            behind = (f for f in s.p.phrases[s.clause.index] if f.first == phrase.last + 1)
            hung = any(f.link == "genitive" or f.prep in s.language.prep.of for f in behind)
            yield from s.meant(of if of is not None or hung else s.focus.topic)


def _again(s: Sought, filler: Filler | None) -> Iterator[Filler]:
    if filler is not None:
        yield replace(filler, first=s.at, last=s.at, here=False)


def _counting(s: Sought) -> Iterator[Filler]:
    if s.focus.dealings.counts(s.sentence) is not None:
        yield s.spoken_of()


def _counted(s: Sought) -> Iterator[Filler]:
    return iter(()) if _counts_another(s) else _again(s, s.focus.dealings.counts(s.sentence, within=2))


def _counts_another(s: Sought) -> bool:
    """«Alpha hat 5 Millionen Nutzer und der Kurierdienst 3 Millionen»: another one, whose name was not found."""
    parts = s.p.phrases[s.clause.index]
    if any(is_itself(s.p, f) for _, f in subjects(s.p, s.clause)):
        return True
    return any(
        f.link == "list"
        and f.mention is None
        and f.quantity is None
        and f.det in s.language.det.nominative
        and g.quantity
        for f, g in pairwise(parts)
    )


def _same(s: Sought) -> Iterator[Filler]:
    """«waren es noch 3 Millionen», «davon sind 2 Millionen …»: where nothing else is spoken of."""
    _, first = next(subjects(s.p, s.clause), (None, None))
    return _counted(s) if first is None or first.quantity is not None or first.pronoun else iter(())


def _valued(s: Sought) -> Iterator[Filler]:
    """«waren es noch 3 Millionen»: the company whose worth was told, where nothing else is spoken of."""
    _, first = next(subjects(s.p, s.clause), (None, None))
    told = first is None or first.quantity is not None or (first.pronoun and s.p.head(first).low in s.language.pron.it)
    return _again(s, s.focus.dealings.worth(s.sentence)) if told else iter(())


BYGONE: dict[str, Callable[[Sought], Iterator[Filler]]] = {
    "recent": _recent, "just": _just, "open": _open, "raiser": _raiser,
    "dealt": _dealt, "bought": _bought, "fining": _fining,
    "imposing": _imposing, "watchdog": _watchdog, "overseer": _overseer, "led": _led, "counting": _counting,
    "got": _got, "watching": _watching, "young": _young, "prize": _prize, "bidder": _bidder, "offered": _offered,
    "counted": _counted, "same": _same, "valued": _valued, "owing": _owing, "owed": _owed, "granting": _granting,
}  # fmt: skip
