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
    having (the subject, where the cue is the object), introduced («Mit Alpha wartet ein Rivale»),
    ware-owner («Nutzer der Software von Alpha»), serving (who has the office: «holt Eva Muster als Chefin»)
Of any cue
    behind and ahead (the phrase next to it), apposed (before the comma that the cue stands behind), «whose-» and object,
    subject, house or a preposition (whose the wares there are: «für die Autos von Alpha»); and those that no phrase in a
    slot fills, but what was said before (newsgraph.memory)
"""

from collections.abc import Iterator
from itertools import takewhile

from newsgraph.argument import attached, describes, with_list
from newsgraph.clause import Clause
from newsgraph.clause_slot import heads
from newsgraph.cue import Cue
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.picked import among
from newsgraph.quarter import town
from newsgraph.wordlist import is_child, relates, tails, words

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
GROUPED = ("agent", "subject")
ALONE = ("nationality", "compound", "before", "bracketed")


def slot(p: Parse, clause: Clause, cue: Cue, name: str) -> list[Place]:
    """The phrases in a slot, with those listed with them and the examples of a generic noun («Rivalen wie A und B»)."""
    found: list[Place] = []
    other = foreign(name)
    for host, phrase in heads(p, clause, cue, name):
        parts = p.phrases[host.index]
        if (other or (name in OWNED and phrase is not cue.phrase)) and describes(p, host, phrase):
            phrase = parts[phrase.index + 1]  # «bei der Alpha-Tochter Beta»
        phrase = _people_of(p, host, phrase)
        phrase = phrase if phrase is cue.phrase else town(p, host, phrase)
        alone = name in ALONE or (name == "owner" and phrase is cue.phrase)  # «seine Dienste Alpha und Beta»
        listed = [phrase] if alone else with_list(p, host, phrase)
        own = cue.phrase if phrase is cue.phrase or name == "listed" else None
        if own is not None and own.link == "list" and name in ("self", "host", "listed") and _is_plural(p, cue):
            listed = _of_several(p, host, own, name)
        elif len(listed) > 1:
            listed = _belonging(p, host, cue, phrase, listed, name)
        for member in listed:
            if other and member is not phrase and describes(p, host, member):
                member = parts[member.index + 1]  # «Beta und die Alpha-Tochter Gamma»
            found.append((host, member))
            if member.mention is None and name != "nationality":
                found += _exemplified(p, host, member, name)
    return found


def _of_several(p: Parse, host: Clause, own: Phrase, name: str) -> list[Phrase]:
    """«Alpha sowie die Rivalen Beta und Gamma» are Alpha's; behind a longer list they are each other's."""
    every = [f for f in p.phrases[host.index] if f.index == own.to or (f.link == "list" and f.to == own.to)]
    before, later = [f for f in every if f.first < own.first], [f for f in every if f.first > own.first and not f.det]
    if name != "listed":
        return [own, *later] if len(before) == 1 else [own]
    return before if len(before) == 1 else later


def _exemplified(p: Parse, host: Clause, member: Phrase, name: str) -> Iterator[Place]:
    """The examples of a noun: «Rivalen wie Alpha und Beta», «ein Bündnis großer Ketten, unter ihnen Alpha»."""
    shows = p.language.prep.examples
    examples = [f for f in p.phrases[host.index] if f.prep in shows and not _tells_where(p, f)]
    if examples:
        end, group = _end(p, host, member, name), name not in p.language.prep.to and _is_group(p, member)
        examples = [
            f
            for f in examples
            if (f.prep in p.language.prep.like or group) and adjacent(p.tokens, end, _opening(p, f.first))
        ]
        yield from ((host, f) for example in examples for f in with_list(p, host, example))
    if not examples and name in GROUPED and _is_group(p, member):
        yield from ((at, g) for at, f in among(p, host, member) for g in with_list(p, at, f))
    elif not examples and foreign(name):
        yield from ((host, g) for f in _told_behind(p, host, member, name) for g in with_list(p, host, f))


def _tells_where(p: Parse, phrase: Phrase) -> bool:
    """«ein Geldgeber aus Japan»: where somebody comes from is no member of a group."""
    return phrase.prep in p.language.prep.out_of and phrase.mention is not None and phrase.mention.kind == "Place"


def _opening(p: Parse, at: int) -> int:
    """«rund um Alpha»: the word before the preposition goes with it."""
    return at - 1 if at and p.low[at - 1] in p.language.adv.all_around else at


def foreign(name: str) -> bool:
    """Whether a slot is filled from elsewhere than the cue's own phrase."""
    return name not in OWN_PHRASE


def _told_behind(p: Parse, clause: Clause, member: Phrase, name: str) -> list[Phrase]:
    """«in andere Start-ups, wie Alpha oder Beta», «in 30 Firmen, darunter Alpha»."""
    said = p.words(clause)
    if p.language.prep.like.isdisjoint(said) and said.isdisjoint(words(p.language.code, "picking_words")):
        return []
    if member.pronoun or (
        (member.det in p.language.det.masculine or member.det in p.language.det.single) and not _is_group(p, member)
    ):
        return []
    if (member.quantity is not None and member.quantity.is_money) or not p.head(member).is_a("NN"):
        return []
    end = _end(p, clause, member, name)
    if end + 2 < len(p.tokens) and p.tokens[end + 1].text == "," and p.low[end + 2] in p.language.prep.like:
        return [
            f
            for f in p.phrases[clause.index]
            if f.prep in p.language.prep.like and f.first == end + 2 and f.mention is not None
        ]
    return [f for host, f in among(p, clause, member) if host is clause and not f.prep]


def _belonging(p: Parse, host: Clause, cue: Cue, phrase: Phrase, listed: list[Phrase], name: str) -> list[Phrase]:
    """Those of a list who are in the slot with its first member."""
    if name in ("self", "host"):  # «die Firma Alpha aus Wien und der Konzern Beta»: only Alpha is said to sit there
        seats = [f.first for f in p.phrases[host.index] if f.prep in p.language.prep.placed_in and not f.link]
        listed = [
            f for f in listed if (name == "host" and not f.det) or not any(phrase.last < at < f.first for at in seats)
        ]
    if name in ("self", "described") and phrase.det:
        listed = [phrase, *takewhile(lambda f: not _is_titled(p, f), listed[1:])]
    if name == "self" and attached(p, host, phrase, "possessor"):
        listed = [f for f in listed if f is phrase or not f.det]  # «Alphas X und den Y»: whose Y is, is not said
    if name == "host" and cue.phrase is not None and p.language.nouns.is_office(p.tokens[cue.last].text):
        listed = _in_office(p, cue, listed)
        phrase = listed[0] if len(listed) == 1 else phrase
    if phrase.first <= cue.first < phrase.last and p.tokens[cue.first].is_a("ADJ(A)"):
        listed = [f for f in listed if f is phrase or not f.det]  # «die zu Alpha gehörende Beta und der Anbieter Gamma»
    return [f for f in listed if f is phrase or not _apart(p, cue, f, name)]


def _is_titled(p: Parse, member: Phrase) -> bool:
    """«(der Fonds Alpha,) der Hersteller Beta sowie die Rivalen Gamma und Delta»: nouns of their own, and the names behind them."""
    m = member.mention
    return bool(member.det) and (m is None or bool(m.rest) or m.first > member.head)


def _in_office(p: Parse, cue: Cue, listed: list[Phrase]) -> list[Phrase]:
    """«Alpha-Chefin A und Minister B»: B has a title of his own. «A und B, Chef von Alpha»: a singular is one's beside it."""
    if p.low[cue.last].endswith(tails(p.language.code, "single_offices")):
        return listed[-1:] if cue.first > listed[-1].last else listed[:1]
    titled = [
        f for f in listed[1:] if f.mention is not None and p.tokens[f.first].is_a("NN") and f.mention.first > f.first
    ]
    return [f for f in listed if f not in titled]


def _apart(p: Parse, cue: Cue, member: Phrase, name: str) -> bool:
    """«den Rivalen Alpha und den Investor Beta»: Beta has a noun of its own, and is no rival."""
    m, det = member.mention, cue.phrase.det if cue.phrase is not None else ""
    alone = member.link == "list" and cue.phrase is not None and cue.phrase.mention is None and bool(cue.phrase.det)
    if name in ("described", "self") and alone:
        return not _is_plural(p, cue)  # «der chinesische Konzern und Alpha»
    if name in ("described", "self", "host") and member.link == "list" and _is_single(p, cue):
        return True
    if name == "described":
        return bool(member.det) or m is None or m.first != member.first
    own = m is not None and any(p.tokens[i].is_a("NN") for i in range(member.first, m.first))
    if name == "host" and cue.phrase is not None and member.link == "list" and _is_one_child(p, cue.phrase):
        return True
    return (
        name == "host"
        and bool(det)
        and not (det.startswith(p.language.stem.known) and _is_plural(p, cue))
        and own
        and bool(member.det)
    )


def _is_single(p: Parse, cue: Cue) -> bool:
    """«das Berliner Start-up Alpha (und Beta)», «der Alpha-Rivale Beta (und Gamma)»: one thing by its article and its form."""
    phrase = cue.phrase
    m = phrase.mention if phrase is not None else None
    if phrase is None or m is None or (m.first <= phrase.head and not m.rest) or _is_plural(p, cue):
        return False
    noun, plain = p.head(phrase).low, phrase.det in p.language.det.people or not phrase.det
    mother = relates(p.language.code, noun.rpartition("-")[2], "mothers")
    return (
        phrase.det in p.language.det.single
        or mother
        or (plain and not noun.endswith(p.language.ending.maybe_plural))
        or (bool(phrase.det) and plain and _is_described_as_one(p, phrase))
    )


def _is_described_as_one(p: Parse, phrase: Phrase) -> bool:
    """«der britische Anbieter», «die kleine Kette»: behind an article an adjective in -e tells of one, in -en of several."""
    described = [p.low[i] for i in range(phrase.first + 1, phrase.head) if p.tokens[i].is_a("ADJ(A)")]
    return bool(described) and all(w.endswith(p.language.ending.weak_singular) for w in described)


def _is_one_child(p: Parse, phrase: Phrase) -> bool:
    """«die Alpha-Tochter»: a single one; «die Ableger», «die Tochterunternehmen» may be several."""
    noun = p.head(phrase).low
    several = (
        phrase.det in p.language.det.one_child
        and noun.endswith(p.language.ending.several_children)
        and not noun.endswith(p.language.ending.child)
    )
    return is_child(p.language.code, noun) and not several


def _people_of(p: Parse, clause: Clause, phrase: Phrase) -> Phrase:
    """«die Schweden von Alpha»: the company, not the people."""
    noun = p.head(phrase).text
    if phrase.mention is not None or not phrase.det or not (noun in p.language.demonyms or noun in p.language.people):
        return phrase
    behind = (
        f for f in p.phrases[clause.index] if f.prep in p.language.prep.of and adjacent(p.tokens, phrase.last, f.first)
    )
    return next((f for f in behind if f.mention is not None and f.mention.kind == "Company"), phrase)


def _is_plural(p: Parse, cue: Cue) -> bool:
    """«die Rivalen», not «die Tochter», «der Alpha-Rivale»."""
    head = p.tokens[cue.first]
    noun, lemma = head.low.rpartition("-")[2], head.lemma.lower().rpartition("-")[2]
    return noun != lemma and noun not in p.language.grammar["reference"]["relational"]


def _is_group(p: Parse, phrase: Phrase) -> bool:
    """«ein Konsortium um Alpha», «die Investoren um Beta»."""
    return p.head(phrase).low.endswith(tails(p.language.code, "group_nouns"))


def _end(p: Parse, clause: Clause, phrase: Phrase, name: str) -> int:
    """The last token before the examples of a phrase; behind a preposition with what hangs on it («den Bau von Anlagen wie …»)."""
    last = phrase.last
    for other in p.phrases[clause.index] if name in p.language.prep.slots_of_place else ():
        if adjacent(p.tokens, last, other.first) and (other.link == "genitive" or other.prep in p.language.prep.of):
            last = other.last
    return last
