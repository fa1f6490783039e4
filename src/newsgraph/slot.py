"""Slots: the places in a clause where the fillers of a frame's roles stand.

Of a clause
    subject, object, dative, object-genitive (what belongs to the object), agent and patient (turned round in the
    passive), any, antecedent, front (an object before the verb), bracketed (what stands before the brackets that the
    clause is), bearer (the phrase that a participle describes), doer (by whom: «die von Alpha gekaufte …»), a preposition
Of a noun cue
    host (the name it describes: «Konkurrent Alpha», «Alpha, ein Konkurrent»), described (the same, but of a list only
    the bare names), copula («Alpha ist Konkurrent»), member («zu den Konkurrenten zählt Alpha»), owner («Konkurrent von
    Beta», «Betas Konkurrent», «Beta-Konkurrent», «sein Konkurrent»), genitive, compound, self (the cue's own phrase),
    before (the phrase right before it), examples («Rivalen wie Alpha»), ruler («X des Herstellers Alpha»), nationality
    (the adjective in it), a preposition behind it, «>» and a preposition right behind it, «~» and a preposition anywhere
    in the clause
"""

from collections.abc import Iterator
from dataclasses import replace

from newsgraph.attribute import inside
from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.mention import QUOTES
from newsgraph.parse import Parse, antecedent, attached, datives, is_time, objects, subject, with_list
from newsgraph.phrase import Phrase, adjacent

Place = tuple[Clause, Phrase]
COPULA = ("sein", "bleiben", "werden", "gelten", "fungieren", "agieren", "heißen", "dienen", "auftreten")
OWN = ("sein", "ihr", "deren", "dessen")
ALONE = ("nationality", "compound", "before")
PICKING = ("darunter", "etwa", "beispielsweise", "allen", "voran", "namentlich", "nämlich")
NAMED_AS = ("handeln", "nennen", "ansehen", "betrachten", "bezeichnen", "sehen", "führen")
MEMBER = ("zählen", "gehören", "rechnen", "dazuzählen", "dazugehören", "mitzählen")
COUNTS = ("zählen", "rechnen")
GROUPS = ("konsortium", "konsortiums", "gruppe", "bündnis", "investoren", "geldgeber", "anleger", "allianz", "kreis")
AMONG = ("sein", "finden", "befinden", "rangieren")


def slot(p: Parse, clause: Clause, cue: Cue, name: str) -> Iterator[Place]:
    """The phrases in a slot, with those listed with them and the examples of a generic noun («Rivalen wie A und B»)."""
    for host, phrase in _heads(p, clause, cue, name):
        listed = [phrase] if name in ALONE else with_list(p, host, phrase)
        if name == "self" and attached(p, host, phrase, "possessor"):
            listed = [f for f in listed if f is phrase or not f.det]  # «Alphas X und den Y»: whose Y is, is not said
        for member in (
            listed
            if name != "described"
            else [
                f for f in listed if f is phrase or (not f.det and f.mention is not None and f.mention.first == f.first)
            ]
        ):
            yield host, member
            examples = [
                f
                for f in p.phrases[host.index]
                if (f.prep == "wie" or (f.prep == "um" and _is_group(p, member)))
                and member.mention is None
                and adjacent(p.tokens, _end(p, host, member, name), f.first)
            ]
            for example in examples:
                yield from ((host, f) for f in with_list(p, host, example))


def _is_group(p: Parse, phrase: Phrase) -> bool:
    """«ein Konsortium um Alpha», «die Investoren um Beta»."""
    return p.head(phrase).text.lower().endswith(GROUPS)


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
        yield from _attribute(p, clause, cue, name)
    elif name == "subject" or name == ("patient" if clause.verb.passive else "agent"):
        yield from (place for place in subjects(p, clause) if not _within(cue, place[1]))
    elif name in ("object", "patient"):
        yield from ((clause, f) for f in objects(p, clause))
        yield from _relative_object(p, clause)
    elif name == "agent":
        yield from ((clause, f) for f in _by_whom(p, clause))
    elif name == "object-genitive":
        hosts = [f.index for f in objects(p, clause)]
        yield from ((clause, f) for f in p.phrases[clause.index] if f.link == "genitive" and f.to in hosts)
    elif name == "dative":
        yield from _relative_dative(p, clause) or ((clause, f) for f in datives(p, clause))
    elif name == "any":
        yield from ((clause, f) for f in parts)
    elif name == "bearer":
        yield from ((clause, f) for f in parts if f.first <= cue.first <= f.last)
    elif name == "doer":
        yield from ((clause, f) for f in parts if f.prep in ("von", "durch") and 0 < cue.first - f.last <= 3)
    elif name == "front":
        at = clause.verb.finite
        yield from ((clause, f) for f in objects(p, clause) if at is not None and f.last < at)
    elif name == "bracketed":
        if clause.kind == "aside" and clause.parent is not None:
            before = [f for f in p.phrases[clause.parent] if f.last < clause.first]
            yield from ((p.clauses[clause.parent], f) for f in before[-1:])
    elif name == "antecedent":
        if clause.kind == "relative" and (found := antecedent(p, clause)):
            yield found
    elif name == "pronoun":
        yield from ((clause, f) for f in parts if f.pronoun and f.first > clause.first and p.head(f).is_a("PPER"))
    elif name == "behind":
        inside = (f for f in parts if f.first <= cue.last < f.head or adjacent(p.tokens, cue.last, f.first))
        yield from ((clause, f) for f in inside)
    elif name == "ahead":
        yield from ((clause, f) for f in [f for f in parts if f.last < cue.first][-1:])
    elif name in NOUN_SLOTS:
        if cue.phrase is not None:
            yield from NOUN_SLOTS[name](p, clause, cue.phrase)
    elif name.startswith("whose-"):
        yield from _whose(p, clause, cue, name.removeprefix("whose-"))
    elif name.startswith("~"):
        yield from ((clause, f) for f in parts if f.prep == name[1:] and f.link != "list")
    elif name.startswith(">"):
        behind = cue.phrase.last if cue.phrase is not None else cue.last
        yield from ((clause, f) for f in parts if f.prep == name[1:] and adjacent(p.tokens, behind, f.first))
    else:
        yield from _prepositional(p, clause, cue, name)


def _attribute(p: Parse, clause: Clause, cue: Cue, name: str) -> Iterator[Place]:
    """«die von Alpha in Graz entwickelte Software Beta»: the verb's parts stand before it, what it describes behind."""
    if cue.phrase is None:
        return
    acts = "agent" if p.tokens[cue.first].lemma.endswith("nd") else ""
    agents = _agents(p, clause, cue)
    if name in ("patient", "object", "self", "host", acts) or (name == "subject" and not agents):
        yield clause, _described(p, clause, cue.phrase)
    elif name == "agent":
        yield from ((clause, f) for f in agents)
    else:
        yield from ((clause, f) for f in inside(p, clause, cue.phrase, cue.first) if f.prep == name.lstrip(">~"))


def _described(p: Parse, clause: Clause, phrase: Phrase) -> Phrase:
    """«die in Graz ansässige Alpha-Tochter Beta»: Beta, not Alpha."""
    if not phrase.det and phrase.mention is None:
        phrase = replace(phrase, det=_article(p, clause, phrase))
    following = next((f for f in p.phrases[clause.index] if adjacent(p.tokens, phrase.last, f.first)), None)
    compound = phrase.mention is not None and phrase.mention.rest
    return following if compound and following is not None and following.mention is not None else phrase


def _article(p: Parse, clause: Clause, phrase: Phrase) -> str:
    """The article that stands before all that describes a phrase («der in Graz ansässige Anbieter»)."""
    before = [f for f in p.phrases[clause.index] if f.last < phrase.first]
    first = next((f.first for f in reversed(before) if f.prep), phrase.first)
    token = p.tokens[first - 1] if first else None
    return token.text.lower() if token is not None and token.is_a("ART", "PREL", "PDS") else ""


def _agents(p: Parse, clause: Clause, cue: Cue) -> list[Phrase]:
    own = inside(p, clause, cue.phrase, cue.first) if cue.phrase is not None else ()
    return [f for f in own if f.prep in ("von", "durch")]


def _within(cue: Cue, phrase: Phrase) -> bool:
    """Whether a noun cue is (listed with, or describes) this phrase: it is not what its own phrase does."""
    return cue.phrase is not None and (
        cue.phrase == phrase or (cue.phrase.to == phrase.index and cue.phrase.link in ("list", "apposition"))
    )


def subjects(p: Parse, clause: Clause, depth: int = 0) -> Iterator[Place]:
    """The subject, also where another clause names it: infinitives, joined clauses, relative pronouns."""
    own = subject(p, clause) if clause.kind != "infinitive" else None
    if own is not None and own.pronoun and clause.kind == "relative" and (found := antecedent(p, clause)):
        yield found
    elif own is not None and not (
        clause.joined and (own.quantity is not None or (own.mention is None and not own.det))
    ):
        yield clause, own
    elif depth < 4 and (host := _governing(p, clause)) is not None:
        yield from subjects(p, host, depth + 1)


def _governing(p: Parse, clause: Clause) -> Clause | None:
    if clause.shares is not None:
        return p.clauses[clause.shares]
    if clause.joined and clause.index:
        return p.clauses[clause.index - 1]
    return p.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None


def _relative_object(p: Parse, clause: Clause) -> Iterator[Place]:
    """«…, das Alpha entwickelt hat»: the antecedent is the object."""
    first = p.phrases[clause.index][:1]
    if (
        clause.kind == "relative"
        and first
        and first[0].pronoun
        and not first[0].prep
        and first[0] is not subject(p, clause)
    ) and (found := antecedent(p, clause)):
        yield found


def _relative_dative(p: Parse, clause: Clause) -> list[Place]:
    """«Alpha, dem auch Beta gehört»: the antecedent."""
    first = p.phrases[clause.index][:1]
    pronoun = clause.kind == "relative" and first and first[0].pronoun and not first[0].prep
    if not pronoun or "dat" not in first[0].cases or {"nom", "acc"} & first[0].cases:
        return []
    found = antecedent(p, clause)
    return [found] if found is not None else []


def _prepositional(p: Parse, clause: Clause, cue: Cue, prep: str) -> Iterator[Place]:
    for phrase in p.phrases[clause.index]:
        if phrase.prep == prep and phrase.link != "list" and _reaches(p, cue, phrase) and not _inner(p, clause, phrase):
            yield clause, phrase
    first = p.phrases[clause.index][:1]
    if (
        clause.kind == "relative"
        and first
        and first[0].pronoun
        and first[0].prep == prep
        and (found := antecedent(p, clause))
    ):
        yield found


def _by_whom(p: Parse, clause: Clause) -> Iterator[Phrase]:
    """«von Alpha» and «durch Alpha» in the passive; not «auf Anlagen von Alpha»."""
    for phrase in p.phrases[clause.index]:
        before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
        thing = before is not None and before.prep != "" and before.mention is None and not before.pronoun
        behind = (
            before is not None and thing and adjacent(p.tokens, before.last, phrase.first) and not is_time(p, before)
        )
        if phrase.prep in ("von", "durch") and phrase.link != "list" and not behind and not _inner(p, clause, phrase):
            yield phrase


def _whose(p: Parse, clause: Clause, cue: Cue, prep: str) -> Iterator[Place]:
    """«für die Autos von Alpha», «an die Werke der Alpha AG»: whose the things behind the preposition are."""
    for _, thing in _prepositional(p, clause, cue, prep):
        for other in p.phrases[clause.index]:
            behind = other.prep == "von" and adjacent(p.tokens, thing.last, other.first)
            if thing.mention is None and (
                behind or (other.link in ("genitive", "possessor") and other.to == thing.index)
            ):
                yield clause, other


def _inner(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«von Beta» in «Alpha, eine Tochter von Beta,»: it belongs to what describes, and not to the verb."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    return (
        phrase.prep == "von"
        and before is not None
        and before.link in ("apposition", "list")
        and before.mention is None
        and adjacent(p.tokens, before.last, phrase.first)
    )


def _reaches(p: Parse, cue: Cue, phrase: Phrase) -> bool:
    """Behind a noun cue a phrase must follow it before the next verb."""
    if cue.phrase is None:
        return True
    between = range(cue.last + 1, phrase.first)
    return phrase.first > cue.last and not any(p.tokens[i].is_a("VV(FIN)", "VA(FIN)", "VM(FIN)") for i in between)


def _host(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    parts = p.phrases[clause.index]
    if cue.link == "list" and cue.to is not None and cue.mention is None and not cue.det:
        yield from _host(p, clause, parts[cue.to])
    if (
        cue.link == "genitive"
        and cue.to is not None
        and p.head(parts[cue.to]).text.lower() in ("einer", "eine", "eines", "einem")
    ):
        yield from _host(p, clause, parts[cue.to])  # «Alpha, einer der größten Kunden»
    if cue.mention is not None and cue.mention.first > cue.head:
        yield clause, cue
    elif cue.mention is None:  # «Mitgründer und Chef Eva Muster»
        both = (f for f in attached(p, clause, cue, "list") if f.mention is not None and f.mention.kind == "Person")
        yield from ((clause, f) for f in both)
    if (
        cue.link in ("apposition", "list")
        and cue.to is not None
        and parts[cue.to].mention is not None
        and cue.link == "apposition"
    ):
        named = parts[cue.to]
        if cue.det == "die" and named.link == "list" and named.to is not None and p.head(cue).text != p.head(cue).lemma:
            yield clause, parts[named.to]  # «Alpha und Beta, die Rivalen»
        else:
            yield clause, named
    for other in attached(p, clause, cue, "apposition"):
        if other.mention is not None:
            yield clause, other
    following = next((f for f in parts if f.index == cue.index + 1), None)
    if (
        following is not None
        and following.mention is not None
        and not (following.det and following.mention.first > following.first)  # «der Konzern dem Fonds Alpha …»
        and (not following.prep or following.link == "list")
        and (not following.link or following.link == cue.link == "list")
        and adjacent(p.tokens, cue.last, following.first)
    ):
        yield clause, following


def _copula(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    verb = clause.verb.lemma
    named_as = clause.verb.passive and verb in NAMED_AS and cue.prep == "als"  # «Als Bieter wird Alpha gehandelt»
    if named_as or (verb in COPULA and (not cue.prep or cue.prep in ("als", "zu"))):
        found = subject(p, clause)
        if (found is not None and found is cue) or _describes(p, clause, cue, found):
            named = [
                f
                for f in p.phrases[clause.index]
                if not f.prep and not f.link and f is not cue and f.mention is not None and "nom" in f.cases
            ]
            yield from ((clause, f) for f in named if f.quantity is None)  # «Größter Kunde ist Alpha»
        elif found is not None and found.index != cue.to:
            yield from subjects(p, clause)


def _copula_name(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Wichtigster Lieferant ist Alpha», not «Alpha ist ein Lieferant»."""
    yield from ((c, f) for c, f in _copula(p, clause, cue) if f.mention is not None and f.first > cue.last)


def _describes(p: Parse, clause: Clause, cue: Phrase, found: Phrase | None) -> bool:
    """Whether the subject is the bare noun that the cue's phrase belongs to («Kunde der Firma ist Alpha»)."""
    return found is not None and found.mention is None and cue.to == found.index


def _member(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    among = cue.prep == "unter" and clause.verb.lemma in AMONG
    if not among and not (clause.verb.lemma in MEMBER and cue.prep == "zu"):
        return
    own = cue.det.startswith(OWN) and clause.verb.lemma in COUNTS
    counted = [f for f in objects(p, clause) if f.mention is not None] if own else []
    if counted and any(f.mention is not None or f.pronoun for _, f in subjects(p, clause)):
        yield from ((clause, f) for f in counted)  # «Alpha zählt Beta zu seinen Kunden»
    else:
        yield from subjects(p, clause)


def _genitive(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    for link in ("possessor", "genitive"):
        yield from ((clause, f) for f in attached(p, clause, cue, link))


def _owner(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """Genitive, «von» right behind, the first part of the compound, or the possessive (the phrase itself stands for it)."""
    yield from _genitive(p, clause, cue)
    for phrase in p.phrases[clause.index]:
        if phrase.prep in ("von", "bei") and adjacent(p.tokens, cue.last, phrase.first):
            yield clause, phrase
    if cue.det in ("dessen", "deren") and clause.kind == "relative" and (found := antecedent(p, clause)):
        yield found
    elif (cue.mention is not None and cue.mention.rest) or cue.det.startswith(OWN):
        yield clause, cue
    elif (before := _collection(p, clause, cue)) is not None:
        yield clause, before


def _collection(p: Parse, clause: Clause, cue: Phrase) -> Phrase | None:
    """«seine Reihe von Apps»: the phrase that says whose the things are."""
    before = p.phrases[clause.index][cue.index - 1] if cue.index and cue.prep in ("an", "von") else None
    owned = before is not None and before.det.startswith(OWN) and before.mention is None
    return before if owned and before is not None and adjacent(p.tokens, before.last, cue.first) else None


def _examples(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Rivalen wie Alpha», «Apps, wie das Programm Alpha»."""
    behind = cue.last + (cue.last + 1 < len(p.tokens) and p.tokens[cue.last + 1].text == ",")
    yield from (
        (clause, f)
        for f in p.phrases[clause.index]
        if f.prep == "wie" and f.link != "list" and adjacent(p.tokens, behind, f.first)
    )


def _among(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«3400 Kunden, darunter Alpha und Beta»: the first phrase behind the word that picks some out."""
    words = range(cue.last + 1, min(cue.last + 4, len(p.tokens)))
    at = next((i for i in words if p.tokens[i].text.lower() in PICKING), None)
    if at is None or any(p.tokens[i].is_a("VV", "VA", "VM") for i in range(cue.last + 1, at)):
        return
    for host in p.clauses:
        named = [f for f in p.phrases[host.index] if f.first > at and f.mention is not None]
        if at in host.tokens or (named and host.first == at + 1):
            yield from ((host, f) for f in named[:1])
            return


def _ruler(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """What the cue's phrase belongs to: «die App X des Herstellers Alpha»."""
    parts = p.phrases[clause.index]
    if cue.link == "genitive" and cue.to is not None:
        yield clause, parts[cue.to]
    elif cue.prep in ("von", "aus") and cue.index and adjacent(p.tokens, parts[cue.index - 1].last, cue.first):
        yield clause, parts[cue.index - 1]


def _before(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The phrase right before: «Alpha mit Sitz in Graz»."""
    yield from ((clause, f) for f in p.phrases[clause.index] if adjacent(p.tokens, f.last, cue.first))


def _bearer(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Alpha mit zuletzt 5 Millionen Nutzern»: the phrase before «mit», adverbs left out."""
    before = p.phrases[clause.index][cue.index - 1] if cue.index and cue.prep == "mit" else None
    gap = range(before.last + 1, cue.first) if before is not None else ()
    if before is not None and all(p.tokens[i].is_a("ADV") or p.tokens[i].text in QUOTES for i in gap):
        yield clause, before


def _where(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The place right behind a name, where no verb can claim it: before the verb in second place, or «bei Alpha in Graz»."""
    finite = clause.verb.finite
    front = (
        clause.kind == "main" and finite is not None and cue.last < finite and p.tokens[finite].is_a("VV", "VA", "VM")
    )
    for phrase in p.phrases[clause.index]:
        certain = cue.prep in ("bei", "mit", "von") or (front and finite is not None and phrase.last < finite)
        if phrase.prep == "in" and certain and adjacent(p.tokens, cue.last, phrase.first):
            yield clause, phrase


def _self(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    yield clause, cue


def _own_subject(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The cue's phrase, where it is what the clause is about: «Die Investitionen sollen …»."""
    if subject(p, clause) is cue:
        yield clause, cue


NOUN_SLOTS = {
    "among": _among, "bearer": _bearer, "before": _before, "compound": _self, "copula": _copula, "copula-name": _copula_name,
    "described": _host, "examples": _examples, "genitive": _genitive, "host": _host, "member": _member, "nationality": _self,
    "own-subject": _own_subject, "owner": _owner, "ruler": _ruler, "self": _self, "where": _where,
}  # fmt: skip
