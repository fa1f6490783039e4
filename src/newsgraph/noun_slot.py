"""Slots of a noun cue (newsgraph.slot): whom it describes, whose it is, who is counted among such, what stands around it."""

from collections.abc import Iterator

from newsgraph.actor import subjects
from newsgraph.adjoining import bearer, before, introduced, of_both, ware_owner, where
from newsgraph.argument import attached, free
from newsgraph.clause import Clause
from newsgraph.complement import objects
from newsgraph.language import Language
from newsgraph.named_later import named_later
from newsgraph.nounapposition import stands
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.picked import among
from newsgraph.relative import antecedent
from newsgraph.since import holds_since
from newsgraph.subject import subject
from newsgraph.ware import owners
from newsgraph.wordlist import PRODUCTS, relates, tails, words

Place = tuple[Clause, Phrase]


def _host(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    parts = p.phrases[clause.index]
    yield from named_later(p, clause, cue)
    if cue.link == "list" and cue.to is not None and cue.mention is None and not cue.det:
        yield from _host(p, clause, parts[cue.to])
    one = cue.link == "genitive" and cue.to is not None
    if one and cue.to is not None and p.head(parts[cue.to]).low in p.language.det.one_oblique:
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
        noun = p.head(cue).text
        several = noun != p.head(cue).lemma or noun.lower().endswith(tails(p.language.code, "masculine_endings"))
        if cue.det in p.language.det.feminine and named.link == "list" and named.to is not None and several:
            yield clause, parts[named.to]  # «Alpha und Beta, die Rivalen», «Eva Muster und Max Probe, die Gründer»
        else:
            yield clause, named
    elif cue.link == "apposition" and cue.to is not None and stands(p.head(parts[cue.to]).text, p.language):
        yield clause, parts[cue.to]  # «Die Grazer, eine Tochter der Alpha AG»
    for other in attached(p, clause, cue, "apposition"):
        if other.mention is not None:
            yield clause, other
    if (since := holds_since(p, clause, cue)) is not None:
        yield clause, since
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
    verb, prep, passive = clause.verb.lemma, p.language.prep, clause.verb.passive
    regarded = cue.prep in prep.as_ and verb in words(p.language.code, "regarded_verbs")
    # no other case: «Da ist noch Alpha mit Beta und seinen Nutzern»
    told = cue.prep in prep.role or (not cue.prep and (cue.link != "" or "nom" in cue.cases))
    copula = told and verb in words(p.language.code, "copula_verbs")
    if (passive and regarded) or copula:  # «Als Bieter wird Alpha gehandelt»
        found = subject(p, clause)
        if (found is not None and found is cue) or _describes(p, clause, cue, found):
            named = [
                f
                for f in free(p, clause)
                if f is not cue and "nom" in f.cases and (f.mention is not None or _has_examples(p, clause, f))
            ]
            yield from ((clause, f) for f in named if f.quantity is None)  # «Größter Kunde ist Alpha»
        elif found is not None and found.index != cue.to and not _is_empty(p, clause, found):
            yield from subjects(p, clause)
    elif regarded and not passive:
        yield from _called(p, clause)
    elif cue.prep in prep.as_ and not passive and verb and not _is_compared(clause, cue, p.language):
        yield from _as(p, clause, cue)


def _is_empty(p: Parse, clause: Clause, found: Phrase) -> bool:
    """«Für Alpha ist es der zweite Zukauf»: «es» means no company."""
    return p.low[found.head] in p.language.pron.it and any(
        f.prep in p.language.prep.for_ and f.mention is not None for f in p.phrases[clause.index]
    )


def _is_compared(clause: Clause, cue: Phrase, language: Language) -> bool:
    """«verkauft mehr als die Alpha-Tochter»: what somebody is has no definite article there."""
    return cue.first > clause.first and cue.det in language.det.definite


def _has_examples(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Autohersteller wie Alpha»: a noun that stands for those named behind it."""
    return any(
        f.prep in p.language.prep.like and adjacent(p.tokens, phrase.last, f.first) for f in p.phrases[clause.index]
    )


def _as(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Als erster Kunde nutzt Alpha …»: the subject; «als ersten Kunden gewann er Alpha»: the object, by the case."""
    said = [p.tokens[i].low for i in range(cue.first + 1, cue.last + 1)]
    accusative = any(w.endswith("en") for w in said) and clause.verb.lemma not in words(
        p.language.code, "replacing_verbs"
    )
    yield from ((clause, f) for f in objects(p, clause) if f.mention is not None) if accusative else subjects(p, clause)


def _called(p: Parse, clause: Clause) -> Iterator[Place]:
    """«Alpha sieht sich als Rivale von Beta»: who does; «Analysten sehen Alpha als Rivalen»: whom they do."""
    itself = any(p.tokens[i].low in p.language.pron.reflexive for i in clause.tokens)
    yield from subjects(p, clause) if itself else ((clause, f) for f in objects(p, clause) if f.mention is not None)


def _copula_name(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Wichtigster Lieferant ist Alpha», not «Alpha ist ein Lieferant»."""
    yield from ((c, f) for c, f in _copula(p, clause, cue) if f.mention is not None and f.first > cue.last)


def _describes(p: Parse, clause: Clause, cue: Phrase, found: Phrase | None) -> bool:
    """Whether the subject is the bare noun that the cue's phrase belongs to («Kunde der Firma ist Alpha», «Nachfolger als …»)."""
    behind = found is not None and cue.prep in p.language.prep.as_ and found.last + 1 == cue.first
    return found is not None and found.mention is None and (cue.to == found.index or behind)


def _member(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    circle = p.phrases[clause.index][cue.to] if cue.link == "genitive" and cue.to is not None else None
    if circle is not None and circle.prep in p.language.prep.to and p.low[circle.head] in p.language.word.circles:
        if clause.verb.lemma in words(p.language.code, "member_verbs"):
            yield from subjects(p, clause)  # «Zum Kreis der Geldgeber gehört Alpha»
        return
    among = cue.prep in p.language.prep.under and clause.verb.lemma in words(p.language.code, "among_verbs")
    if not among and not (
        clause.verb.lemma in words(p.language.code, "member_verbs") and cue.prep in p.language.prep.to
    ):
        return
    own = cue.det.startswith(p.language.stem.whose) and clause.verb.lemma in p.language.verb.count
    counted = [f for f in objects(p, clause) if f.mention is not None] if own else []
    if counted and any(f.mention is not None or f.pronoun or _is_firm(p, f) for _, f in subjects(p, clause)):
        yield from ((clause, f) for f in counted)  # «Alpha zählt Beta zu seinen Kunden»
    else:
        yield from subjects(p, clause)


def _is_firm(p: Parse, phrase: Phrase) -> bool:
    """«das Unternehmen»: a noun that stands for a company."""
    return bool(phrase.det) and "Company" in p.language.nouns.refers_to(p.head(phrase).text)


def _genitive(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    for link in (
        ("possessor", "genitive") if not cue.det.startswith(p.language.stem.possessive) else ()
    ):  # «seine App» is his alone
        yield from ((clause, f) for f in attached(p, clause, cue, link))


def _owner(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """Genitive, «von» right behind, the first part of the compound, or the possessive (the phrase itself stands for it)."""
    yield from _genitive(p, clause, cue)
    yield from ((clause, f) for f in _sharing(p, clause, cue))
    yield from ((clause, f) for f in of_both(p, clause, cue))
    for phrase in p.phrases[clause.index]:
        if (
            phrase.prep in p.language.prep.of_or_at
            and adjacent(p.tokens, cue.last, phrase.first)
            and not _is_rival_product(p, cue)
            and not orders(p, clause, cue, phrase.prep)
        ):
            yield clause, phrase
    if cue.det in p.language.pron.whose and clause.kind == "relative" and (found := antecedent(p, clause)):
        yield found
    elif (cue.mention is not None and cue.mention.rest) or cue.det.startswith(p.language.stem.whose):
        yield clause, cue
    elif (before := _collection(p, clause, cue)) is not None:
        yield clause, before


def orders(p: Parse, clause: Clause, cue: Phrase | None, prep: str) -> bool:
    """«440 Satelliten hat Konzernchef Muster bei Alpha bestellt»: he holds no office there."""
    bought = (
        prep in p.language.prep.at and cue is not None and clause.verb.lemma in words(p.language.code, "buying_verbs")
    )
    own = range(cue.first, cue.last + 1) if bought and cue is not None else ()
    return any(p.language.nouns.is_office(p.tokens[i].text) for i in own)


def _sharing(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Phrase]:
    """«die Alpha- und Beta-Hersteller»: the compound before that shares its noun with the cue's."""
    host = cue.to if cue.link == "list" and cue.mention is not None and cue.mention.rest else None
    if host is not None:
        listed = [f for f in p.phrases[clause.index] if f.index == host or (f.link == "list" and f.to == host)]
        yield from (f for f in listed if f is not cue and p.head(f).text.endswith("-"))


def _listed(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Alpha sowie den Rivalen Beta»: the name with which the cue's phrase is listed."""
    host = p.phrases[clause.index][cue.to] if cue.link == "list" and cue.to is not None and cue.det else None
    if (
        host is not None
        and host.mention is not None
        and not host.mention.rest
        and not cue.det.startswith(p.language.stem.his)
    ):
        yield clause, host


def _is_rival_product(p: Parse, cue: Phrase) -> bool:
    """«der Konkurrent Beta von Alpha»: where Beta is a product, it is Beta that is Alpha's."""
    product = cue.mention is not None and cue.mention.kind in PRODUCTS and cue.mention.first > cue.head
    return product and relates(p.language.code, p.head(cue).text)


def _collection(p: Parse, clause: Clause, cue: Phrase) -> Phrase | None:
    """«seine Reihe von Apps»: the phrase that says whose the things are."""
    before = p.phrases[clause.index][cue.index - 1] if cue.index and cue.prep in p.language.prep.share_of else None
    owned = before is not None and before.det.startswith(p.language.stem.whose) and before.mention is None
    return before if owned and before is not None and adjacent(p.tokens, before.last, cue.first) else None


def _examples(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Rivalen wie Alpha», «Apps, wie das Programm Alpha»."""
    behind = cue.last + (cue.last + 1 < len(p.tokens) and p.tokens[cue.last + 1].text == ",")
    yield from (
        (clause, f)
        for f in p.phrases[clause.index]
        if f.prep in p.language.prep.like and f.link != "list" and adjacent(p.tokens, behind, f.first)
    )


def _ruler(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """What the cue's phrase belongs to: «die App X des Herstellers Alpha»."""
    parts, prep = p.phrases[clause.index], p.language.prep
    if cue.link == "genitive" and cue.to is not None:
        yield clause, parts[cue.to]
    elif cue.prep in prep.of_or_out_of and cue.index and adjacent(p.tokens, parts[cue.index - 1].last, cue.first):
        before = parts[cue.index - 1]
        who = clause.verb.passive and cue.prep in prep.of and before.mention is not None and not before.mention.kind
        if not who:  # «Beliefert wird Alpha vom Hersteller Beta»: the one that does it
            yield clause, before


def _proposer(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«die Pläne des Konzerns Alpha für eine Übernahme»: whose the plan is that the cue hangs on."""
    for phrase in p.phrases[clause.index]:
        if adjacent(p.tokens, phrase.last, cue.first) and (
            phrase.link in ("genitive", "possessor") or phrase.prep in p.language.prep.of
        ):
            above = p.phrases[clause.index][phrase.to] if phrase.to is not None else None
            if (
                above is None or above.prep not in p.language.prep.after or above.mention is not None
            ):  # «plant nach Angaben von Alpha den Kauf»
                yield clause, phrase


def _maker(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """Whose thing the cue's phrase is, also «aus dem Hause Alpha»."""
    yield from ((clause, f) for f in owners(p, clause, cue) if f is not cue)


def _self(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    yield clause, cue


def _own_subject(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """The cue's phrase, where it is what the clause is about: «Die Investitionen sollen …»."""
    if subject(p, clause) is cue:
        yield clause, cue


def _having(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«zählt 40 Kunden, darunter Alpha»: the subject, where the cue's phrase is the object."""
    if any(f is cue for f in objects(p, clause)):
        yield from subjects(p, clause)


def _serving(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«holt Eva Muster als Chefin», «Eva Muster heuert als Chefin an»: the person in the object, else who acts."""
    if cue.prep in p.language.prep.role:
        told = [*((clause, f) for f in objects(p, clause) if f is not cue), *subjects(p, clause)]
        yield from [x for x in told if x[1].mention is not None and x[1].mention.kind == "Person"][:1]


NOUN_SLOTS = {
    "among": among, "bearer": bearer, "before": before, "compound": _self, "copula": _copula, "copula-name": _copula_name,
    "described": _host, "examples": _examples, "genitive": _genitive, "having": _having, "host": _host,
    "introduced": introduced, "listed": _listed, "member": _member, "nationality": _self,
    "proposer": _proposer, "maker": _maker, "own-subject": _own_subject, "owner": _owner, "ruler": _ruler, "self": _self,
    "serving": _serving, "ware-owner": ware_owner, "where": where,
}  # fmt: skip
