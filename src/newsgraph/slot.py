"""Slots: the places in a clause where the fillers of a frame's roles stand.

Of a clause
    subject, object, dative, object-genitive (what belongs to the object), agent and patient (turned round in the passive),
    host-agent (who makes what a relative clause speaks of), worked-with (that thing, where it is «mit dem» others work),
    passive (the subject of a passive), any, antecedent, bare (without preposition and article), front (an object before the
    verb), bracketed (what stands before the brackets that the clause is), bearer (the phrase that a participle describes),
    doer (by whom: «die von Alpha gekaufte …»), picked (named out of the object: «beliefert alle Hersteller, darunter Alpha»),
    christened (the name in «unter dem Namen Alpha»), a preposition
Of a noun cue
    host (the name it describes: «Konkurrent Alpha», «Alpha, ein Konkurrent»), described (the same, but of a list only
    the bare names), copula («Alpha ist Konkurrent»), member («zu den Konkurrenten zählt Alpha»), listed («Beta und der Konkurrent
    Alpha»), owner («Konkurrent von
    Beta», «Betas Konkurrent», «Beta-Konkurrent», «sein Konkurrent»), genitive, compound, self (the cue's own phrase),
    before (the phrase right before it), examples («Rivalen wie Alpha»), ruler («X des Herstellers Alpha»),
    proposer («Pläne von Alpha für eine Übernahme»), nationality
    (the adjective in it), a preposition behind it, «>» and a preposition right behind it, «~» and a preposition anywhere
    in the clause, bearer («Alpha mit 5 Millionen Nutzern»), among («Kunden, darunter Alpha»), where («Alpha in Graz»),
    having (the subject, where the cue is the object), serving (who has the office: «holt Eva Muster als Chefin»)
Of any cue
    behind and ahead (the phrase next to it), apposed (before the comma that the cue stands behind), «whose-» and object,
    subject, house or a preposition (whose the wares there are: «für die Autos von Alpha»); and those that no phrase in a
    slot fills, but what was said before (newsgraph.memory)
"""

from collections.abc import Iterator

from newsgraph.actor import companions, host_agent, relative_dative, relative_object, subjects, worked_with
from newsgraph.adjoining import apposed, ends, is_compared, of_another, once
from newsgraph.attribute_slot import attribute
from newsgraph.by_whom import by_whom, is_inner
from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.noun_slot import NOUN_SLOTS, among, orders
from newsgraph.parse import Parse, antecedent, attached, datives, describes, objects, with_list
from newsgraph.phrase import Phrase, adjacent
from newsgraph.ware import gives_name, whose
from newsgraph.wordlist import tails, words

Place = tuple[Clause, Phrase]
OWN_PHRASE = (
    "self",
    "host",
    "owner",
    "compound",
    "genitive",
    "nationality",
    "before",
    "ahead",
    "apposed",
    "behind",
    "any",
)
OWNED = ("owner", "genitive")
PREPOSITIONS = frozenset((
    "als", "an", "auf", "aus", "bei", "durch", "für", "gegen", "gegenüber", "hinter", "in", "mit", "nach", "nahe", "neben", "um",
    "unter", "von", "vor", "wie", "zu", "zwischen", "über",
))  # fmt: skip
EXAMPLES = ("wie", "um", "aus")  # before examples, or before those of whom a group consists
ALONE = ("nationality", "compound", "before")


def slot(p: Parse, clause: Clause, cue: Cue, name: str) -> Iterator[Place]:
    """The phrases in a slot, with those listed with them and the examples of a generic noun («Rivalen wie A und B»)."""
    for host, phrase in _heads(p, clause, cue, name):
        other = name not in OWN_PHRASE or (name in OWNED and phrase is not cue.phrase)
        if other and describes(p, host, phrase):
            phrase = p.phrases[host.index][phrase.index + 1]  # «bei der Alpha-Tochter Beta»
        phrase = _people_of(p, host, phrase)
        listed = [phrase] if name in ALONE else with_list(p, host, phrase)
        if name in ("self", "host"):  # «die Firma Alpha aus Wien und der Konzern Beta»: only Alpha is said to sit there
            seats = [f.first for f in p.phrases[host.index] if f.prep in ("aus", "in") and not f.link]
            listed = [
                f
                for f in listed
                if (name == "host" and not f.det) or not any(phrase.last < at < f.first for at in seats)
            ]
        if name == "self" and attached(p, host, phrase, "possessor"):
            listed = [f for f in listed if f is phrase or not f.det]  # «Alphas X und den Y»: whose Y is, is not said
        for member in [f for f in listed if f is phrase or not _apart(p, cue, f, name)]:
            yield host, member
            if member.mention is not None:
                continue
            examples = [
                f
                for f in p.phrases[host.index]
                if f.prep in EXAMPLES
                and (f.prep == "wie" or _is_group(p, member))
                and adjacent(p.tokens, _end(p, host, member, name), f.first)
            ]
            for example in examples:
                yield from ((host, f) for f in with_list(p, host, example))


def _apart(p: Parse, cue: Cue, member: Phrase, name: str) -> bool:
    """«den Rivalen Alpha und den Investor Beta»: Beta has a noun of its own, and is no rival."""
    m, det = member.mention, cue.phrase.det if cue.phrase is not None else ""
    alone = member.link == "list" and cue.phrase is not None and cue.phrase.mention is None and bool(cue.phrase.det)
    if name in ("described", "self") and alone:
        return not _is_plural(p, cue)  # «der chinesische Konzern und Alpha»
    if name == "described":
        return bool(member.det) or m is None or m.first != member.first
    own = m is not None and any(p.tokens[i].is_a("NN") for i in range(member.first, m.first))
    return (
        name == "host"
        and bool(det)
        and not (det.startswith(("die", "sein", "ihr", "all", "beid")) and _is_plural(p, cue))
        and own
        and bool(member.det)
    )


def _people_of(p: Parse, clause: Clause, phrase: Phrase) -> Phrase:
    """«die Schweden von Alpha»: the company, not the people."""
    noun = p.head(phrase).text
    if phrase.mention is not None or not phrase.det or not (noun in p.language.demonyms or noun in p.language.people):
        return phrase
    behind = (f for f in p.phrases[clause.index] if f.prep == "von" and adjacent(p.tokens, phrase.last, f.first))
    return next((f for f in behind if f.mention is not None and f.mention.kind == "Company"), phrase)


def _is_plural(p: Parse, cue: Cue) -> bool:
    """«die Rivalen», not «die Tochter»."""
    head = p.tokens[cue.first]
    return head.text.lower() != head.lemma.lower()


def _is_group(p: Parse, phrase: Phrase) -> bool:
    """«ein Konsortium um Alpha», «die Investoren um Beta»."""
    return p.head(phrase).text.lower().endswith(tails(p.language.code, "group_nouns"))


def _end(p: Parse, clause: Clause, phrase: Phrase, name: str) -> int:
    """The last token before the examples of a phrase; behind a preposition with what hangs on it («den Bau von Anlagen wie …»)."""
    last = phrase.last
    for other in p.phrases[clause.index] if name in ("in", "für", "zu", "auf") else ():
        if adjacent(p.tokens, last, other.first) and (other.link == "genitive" or other.prep == "von"):
            last = other.last
    return last


def _heads(p: Parse, clause: Clause, cue: Cue, name: str) -> Iterator[Place]:
    parts = p.phrases[clause.index]
    if cue.attribute:
        yield from attribute(p, clause, cue, name)
    elif name in PREPOSITIONS:
        yield from _prepositional(p, clause, cue, name)
    elif cue.phrase is not None and name in NOUN_SLOTS:
        yield from NOUN_SLOTS[name](p, clause, cue.phrase)
    elif name == "subject" or name == ("patient" if clause.verb.passive else "agent"):
        yield from (place for place in subjects(p, clause) if not _within(cue, place[1]))
        yield from companions(p, clause) if name == "agent" else ()
    elif name in ("object", "patient"):
        own = [(clause, f) for f in objects(p, clause)]
        yield from own or _shared_objects(p, clause)
        yield from relative_object(p, clause)
    elif name == "agent":
        yield from ((clause, f) for f in by_whom(p, clause))
    elif name == "passive":
        yield from subjects(p, clause) if clause.verb.passive else ()
    elif name == "picked":
        yield from (place for f in objects(p, clause) for place in among(p, clause, f))
    elif name == "christened":
        yield from ((clause, f) for f in parts if gives_name(p, f))
    elif name == "host-agent":
        yield from host_agent(p, clause)
    elif name == "worked-with":
        yield from worked_with(p, clause)
    elif name == "object-genitive":
        hosts = [f.index for f in objects(p, clause)]
        yield from ((clause, f) for f in p.phrases[clause.index] if f.link == "genitive" and f.to in hosts)
    elif name == "dative":
        yield from relative_dative(p, clause) or ((clause, f) for f in datives(p, clause))
    elif name == "any":
        yield from ((clause, f) for f in parts)
    elif name == "bare":
        yield from ((clause, f) for f in parts if not f.prep and not f.link and not f.det and f.first == f.head)
    elif name == "bearer" and cue.phrase is None:
        yield from ((clause, f) for f in parts if f.first <= cue.first <= f.last)
    elif name == "doer":
        yield from ((clause, f) for f in parts if f.prep in ("von", "durch") and 0 < cue.first - f.last <= 3)
    elif name == "front":
        at, inner = clause.verb.finite, clause.kind in ("sub", "relative")
        before = [f for f in objects(p, clause) if at is not None and f.last < at]
        yield from ((clause, f) for f in before if not inner or not f.det.startswith(("sein", "ihr")))
    elif name == "bracketed":
        host = clause.parent if clause.kind == "aside" else None
        before = [f for f in p.phrases[host] if f.last < clause.first] if host is not None else []
        yield from ((p.clauses[host], f) for f in before[-1:] if host is not None)
    elif name == "antecedent":
        theirs = bool(parts) and parts[0].det in ("dessen", "deren")
        if clause.kind == "relative" and not theirs and (found := antecedent(p, clause)):
            yield found
    elif name == "pronoun":
        yield from ((clause, f) for f in parts if f.pronoun and f.first > clause.first and p.head(f).is_a("PPER"))
    elif name == "behind":
        inside = (f for f in parts if f.first <= cue.last < f.head or adjacent(p.tokens, cue.last, f.first))
        yield from ((clause, f) for f in inside)
    elif name == "apposed":
        yield from apposed(p, clause, cue.first)
    elif name == "ahead":
        yield from ((clause, f) for f in [f for f in parts if f.last < cue.first][-1:])
    elif name in NOUN_SLOTS:
        return  # of a noun cue alone
    elif name.startswith("whose-"):
        yield from whose(p, clause, name.removeprefix("whose-"))
    elif name.startswith("~"):
        free = (f for f in parts if f.prep == name[1:] and f.link != "list" and not f.pronoun and not is_compared(p, f))
        counted = name == "~neben" and cue.phrase is not None and cue.phrase.prep == "zu"
        if orders(p, clause, cue.phrase, name[1:]) or counted:  # «zu den Rivalen zählen neben Alpha auch …»
            return
        free = (f for f in free if not (_owns_named(p, clause, f) or once(p, f)))
        free = (f for f in free if not of_another(p, f, cue.first, cue.last))
        yield from ((clause, f) for f in free if name != "~in" or not _is_region(p, clause, f))
        yield from _pointed(p, clause, name[1:])
    elif name.startswith(">"):
        behind = ends(p, clause, cue) if not orders(p, clause, cue.phrase, name[1:]) else []
        yield from (
            (clause, f) for f in parts if f.prep == name[1:] and any(adjacent(p.tokens, e, f.first) for e in behind)
        )
    else:
        yield from _prepositional(p, clause, cue, name)


def _is_region(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«in Oberau in Tirol»: where the place before it lies."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    place = before is not None and before.mention is not None and before.mention.kind == "Place"
    return place and before is not None and before.prep == "in" and adjacent(p.tokens, before.last, phrase.first)


def _takes(p: Parse, clause: Clause, cue: Cue) -> bool:
    """«wird von Alpha gemietet»: Alpha is who takes, not from whom."""
    passive = cue.phrase is None and clause.verb.passive
    return passive and clause.verb.lemma in words(p.language.code, "taking_verbs")


def _shared_objects(p: Parse, clause: Clause) -> Iterator[Place]:
    """«hat das Portal Alpha gegründet und 2021 an Beta verkauft»: the object of the first verb is the second's too."""
    host = p.clauses[clause.shares] if clause.shares is not None else None
    if host is not None and not clause.verb.passive:
        yield from ((host, f) for f in objects(p, host) if f.mention is not None)


def _within(cue: Cue, phrase: Phrase) -> bool:
    """Whether a noun cue is (listed with, or describes) this phrase: it is not what its own phrase does."""
    return cue.phrase is not None and (
        cue.phrase == phrase or (cue.phrase.to == phrase.index and cue.phrase.link in ("list", "apposition"))
    )


def _owns_named(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«zu Musters Firma Alpha»: Alpha is meant, not Muster."""
    if phrase.link != "possessor" or phrase.to is None:
        return False
    owned = next((f for f in p.phrases[clause.index] if f.index == phrase.to), None)
    m = owned.mention if owned is not None else None
    return m is not None and not m.rest and not m.adjective


def _prepositional(p: Parse, clause: Clause, cue: Cue, prep: str) -> Iterator[Place]:
    for phrase in p.phrases[clause.index]:
        if (
            phrase.prep == prep
            and phrase.link != "list"
            and not is_compared(p, phrase)
            and not (prep == "von" and _takes(p, clause, cue))
            and not orders(p, clause, cue.phrase, prep)
            and not _owns_named(p, clause, phrase)
            and _reaches(p, cue, phrase)
            and not is_inner(p, clause, phrase)
            and not _tells_who(p, clause, phrase)
        ):
            yield clause, phrase
    yield from _pointed(p, clause, prep)


def _tells_who(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«nach Recherchen von Alpha»: whose word it is."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    said = before is not None and before.prep in ("nach", "laut", "gemäß") and before.mention is None
    heads = p.language.grammar["attribution"]["heads"]
    return said and before is not None and before.last + 1 == phrase.first and p.low[before.head].endswith(tuple(heads))


def _pointed(p: Parse, clause: Clause, prep: str) -> Iterator[Place]:
    """«…, mit dem …», «…, an dem …»: what the relative clause speaks of."""
    first = p.phrases[clause.index][:1]
    opens = clause.kind == "relative" and first and first[0].pronoun and first[0].prep == prep
    if opens and (found := antecedent(p, clause)):
        yield found


def _reaches(p: Parse, cue: Cue, phrase: Phrase) -> bool:
    """Behind a noun cue a phrase must follow it before the next verb."""
    if cue.phrase is None:
        return True
    between = range(cue.last + 1, phrase.first)
    return phrase.first > cue.last and not any(p.tokens[i].is_a("VV(FIN)", "VA(FIN)", "VM(FIN)") for i in between)
