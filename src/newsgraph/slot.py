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
    in the clause, bearer («Alpha mit 5 Millionen Nutzern»), among («Kunden, darunter Alpha»), where («Alpha in Graz»)
Of any cue
    behind and ahead (the phrase next to it), «whose-» and object, subject or a preposition (whose the wares there are: «für
    die Autos von Alpha»), and those that newsgraph.frame fills without a phrase in a slot: topic, last (who acted last), near (the
    nearest that is surely of the type), solely (the topic, where no other company is
    named), spoken (the product spoken of), and what its `_special` tells
"""

from collections.abc import Iterator

from newsgraph.actor import relative_dative, relative_object, subjects
from newsgraph.attribute_slot import attribute
from newsgraph.by_whom import by_whom, is_inner
from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.noun_slot import among, bearer, where
from newsgraph.parse import Parse, antecedent, attached, datives, objects, subject, with_list
from newsgraph.phrase import Phrase, adjacent
from newsgraph.ware import whose

Place = tuple[Clause, Phrase]
COPULA = ("sein", "bleiben", "werden", "gelten", "fungieren", "agieren", "heißen", "dienen", "auftreten")
OWN = ("sein", "ihr", "deren", "dessen")
ALONE = ("nationality", "compound", "before")
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
        yield from attribute(p, clause, cue, name)
    elif name == "subject" or name == ("patient" if clause.verb.passive else "agent"):
        yield from (place for place in subjects(p, clause) if not _within(cue, place[1]))
    elif name in ("object", "patient"):
        yield from ((clause, f) for f in objects(p, clause))
        yield from relative_object(p, clause)
    elif name == "agent":
        yield from ((clause, f) for f in by_whom(p, clause))
    elif name == "object-genitive":
        hosts = [f.index for f in objects(p, clause)]
        yield from ((clause, f) for f in p.phrases[clause.index] if f.link == "genitive" and f.to in hosts)
    elif name == "dative":
        yield from relative_dative(p, clause) or ((clause, f) for f in datives(p, clause))
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
        yield from whose(p, clause, name.removeprefix("whose-"))
    elif name.startswith("~"):
        yield from ((clause, f) for f in parts if f.prep == name[1:] and f.link != "list")
    elif name.startswith(">"):
        behind = cue.phrase.last if cue.phrase is not None else cue.last
        yield from ((clause, f) for f in parts if f.prep == name[1:] and adjacent(p.tokens, behind, f.first))
    else:
        yield from _prepositional(p, clause, cue, name)


def _within(cue: Cue, phrase: Phrase) -> bool:
    """Whether a noun cue is (listed with, or describes) this phrase: it is not what its own phrase does."""
    return cue.phrase is not None and (
        cue.phrase == phrase or (cue.phrase.to == phrase.index and cue.phrase.link in ("list", "apposition"))
    )


def _prepositional(p: Parse, clause: Clause, cue: Cue, prep: str) -> Iterator[Place]:
    for phrase in p.phrases[clause.index]:
        if (
            phrase.prep == prep
            and phrase.link != "list"
            and _reaches(p, cue, phrase)
            and not is_inner(p, clause, phrase)
        ):
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


def _self(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    yield clause, cue


def _own_subject(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The cue's phrase, where it is what the clause is about: «Die Investitionen sollen …»."""
    if subject(p, clause) is cue:
        yield clause, cue


NOUN_SLOTS = {
    "among": among, "bearer": bearer, "before": _before, "compound": _self, "copula": _copula, "copula-name": _copula_name,
    "described": _host,     "examples": _examples, "genitive": _genitive, "host": _host, "member": _member, "nationality": _self,
    "own-subject": _own_subject, "owner": _owner, "ruler": _ruler, "self": _self, "where": where,
}  # fmt: skip
