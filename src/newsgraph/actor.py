"""Who acts in a clause, also where another clause names him: subjects of infinitives, of joined and of relative clauses."""

from collections.abc import Iterator

from newsgraph.clause import Clause
from newsgraph.complement import datives, objects
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.relative import antecedent, is_dative
from newsgraph.subject import subject
from newsgraph.wordlist import class_of, tails, words

Place = tuple[Clause, Phrase]


def subjects(p: Parse, clause: Clause, depth: int = 0) -> Iterator[Place]:
    """The subject, also where another clause names it: infinitives, joined clauses, relative pronouns."""
    if clause.kind == "participle":
        yield from (found for found in [antecedent(p, clause)] if found is not None)
        return
    own = subject(p, clause) if clause.kind != "infinitive" else None
    if own is not None and own.pronoun and _is_nobody(p, clause, own):
        return
    if clause.kind == "infinitive" and (told := _told(p, clause)):
        yield from told
        return
    relative = own is not None and own.pronoun and clause.kind == "relative" and not p.head(own).is_a("PPER")
    if relative and (found := antecedent(p, clause)):
        yield found
    elif own is not None and not (
        (clause.joined or _asyndetic(p, clause)) and (own.quantity is not None or (own.mention is None and not own.det))
    ):
        yield clause, own
    elif depth < 4 and (host := _governing(p, clause)) is not None:
        yield from subjects(p, host, depth + 1)


def _is_nobody(p: Parse, clause: Clause, own: Phrase) -> bool:
    """«82 Millionen gab es für Alpha»: nobody gives. Where no firm is named, who is meant gives or gets it all the same."""
    empty = p.low[own.head] in p.language.pron.it and clause.verb.lemma in words(p.language.code, "existential_verbs")
    return empty and any(m.kind == "Company" and not m.rest and not m.adjective for m in p.mentions)


def companions(p: Parse, clause: Clause) -> Iterator[Place]:
    """«baut gemeinsam mit Alpha und Beta»: who does it too; and by what firm a person does it, or who stands behind «einer»."""
    for phrase in p.phrases[clause.index]:
        if phrase.prep not in p.language.prep.with_ or phrase.link == "list":
            continue
        before = p.low[phrase.first - 1] if phrase.first else ""
        if before in p.language.adv.together or _introduced(p, clause, phrase) or _own_firm(p, clause, phrase):
            yield clause, _possessed(p, clause, phrase)


def named_behind(p: Parse, clause: Clause) -> Iterator[Place]:
    """«30 Millionen steuerten die neuen Eigner bei, Eva Muster und Alpha», «…, allen voran Alpha»: whom the plural means."""
    own = subject(p, clause)
    if own is None or own.mention is not None or own.pronoun or not own.det.startswith(p.language.stem.plural_article):
        return
    if not p.low[own.head].endswith(tails(p.language.code, "money_people")):
        return
    for phrase in p.phrases[clause.index][own.index + 1 :]:
        before = p.low[phrase.first - 1]
        close = p.tokens[phrase.first - 2] if phrase.first > 1 else None
        led = before in p.language.adv.ahead_of_all or (
            before == "," and close is not None and close.is_a("VV", "PTKVZ", "VA", "VM")
        )
        if led and phrase.mention is not None and not phrase.prep and not phrase.link and not phrase.mention.rest:
            yield clause, phrase


def _possessed(p: Parse, clause: Clause, phrase: Phrase) -> Phrase:
    """«gemeinsam mit Eva Musters Konzern Alpha»: Alpha."""
    own = p.phrases[clause.index][phrase.to] if phrase.link == "possessor" and phrase.to is not None else phrase
    return own if own.mention is not None and not own.mention.rest else phrase


def _introduced(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Mit Alpha hat nun auch ein Chiphersteller …», «Mit Alpha zieht einer der Rivalen nach»: it is Alpha that acts."""
    m, own = phrase.mention, subject(p, clause)
    if m is None or m.kind != "Company" or m.rest or clause.verb.finite is None:
        return False
    if clause.verb.lemma in words(p.language.code, "joint_verbs"):
        return False  # «Mit Alpha hat ein Händler einen Vertrag geschlossen»
    if own is not None and own.mention is None and own.det and own.first == phrase.last + 1:
        return class_of(p.language.code, p.head(own).text) == "Company"  # «In Graz sitzt mit Alpha ein Konzern»
    if phrase.index and phrase.first != clause.verb.finite + 1:
        return False
    if own is None or own.mention is not None or own.first < clause.verb.finite:
        return False
    one = p.low[own.head] in p.language.det.one_of_them
    said = [p.low[i] for i in range(own.first, own.head)]
    new = own.det in p.language.det.one_nominative or any(w.startswith(p.language.stem.ordinal) for w in said)
    return one or (new and class_of(p.language.code, p.head(own).text) == "Company")


def _own_firm(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«Eva Muster entwickelt mit ihrem Start-up Alpha …»: whoever acts, does it as the firm."""
    m = phrase.mention
    if phrase.link or m is None or m.kind != "Company" or m.rest or m.first == phrase.first:
        return False
    if not phrase.det.startswith(p.language.stem.definite_or_own) or m.first == phrase.head == phrase.first + 1:
        return False
    own = subject(p, clause)
    person = own is not None and own.mention is not None and own.mention.kind == "Person"
    office = own is not None and p.language.nouns.is_office(p.head(own).text)
    firm = any(p.low[i] in p.language.word.firms_low for i in range(phrase.first, phrase.last + 1))
    return firm and (person or office)


def _told(p: Parse, clause: Clause) -> list[Place]:
    """Who is allowed, forbidden or asked to do what an infinitive says: «erlaubt dem Konzern Alpha, Beta zu kaufen»."""
    host = p.clauses[clause.parent] if clause.parent is not None else None
    if host is None or host.verb.lemma not in words(p.language.code, "control_verbs"):
        return []
    found = [f for f in datives(p, host) if f.mention is not None] or [
        f for f in objects(p, host) if f.mention is not None
    ]
    return [(host, f) for f in found[:1]]


def _governing(p: Parse, clause: Clause) -> Clause | None:
    if clause.shares is not None:
        return p.clauses[clause.shares]
    if clause.index and (clause.joined or _asyndetic(p, clause)):
        before = clause.index - 1
        while before and p.clauses[before].kind in ("so", "aside"):
            before -= 1  # «Alpha, so die Aufschrift, gehört Beta und bezieht …»
        return p.clauses[before]
    return p.clauses[clause.parent] if clause.kind == "infinitive" and clause.parent is not None else None


def _asyndetic(p: Parse, clause: Clause) -> bool:
    """«Dann kam Alpha, legte 3 Millionen auf den Tisch und …»: the verb right behind the comma has the subject before it."""
    if clause.kind != "main" or not clause.index or clause.verb.finite != clause.first:
        return False
    before = p.clauses[clause.index - 1]
    return p.tokens[clause.first - 1].text == "," and before.kind == "main" and before.last < clause.first


def relative_object(p: Parse, clause: Clause) -> Iterator[Place]:
    """«…, das Alpha entwickelt hat»: the antecedent is the object; also in «…, sondern von Beta bezieht» behind it."""
    if clause.kind == "relative" and clause.joined and clause.index and not objects(p, clause):
        before = p.clauses[clause.index - 1]
        yield from relative_object(p, before) if before.parent == clause.parent else ()
        return
    first = p.phrases[clause.index][:1]
    if (
        clause.kind == "relative"
        and first
        and first[0].pronoun
        and not first[0].prep
        and first[0] is not subject(p, clause)
    ) and (found := antecedent(p, clause)):
        yield found


def relative_dative(p: Parse, clause: Clause) -> list[Place]:
    """«Alpha, dem auch Beta gehört»: the antecedent."""
    first = p.phrases[clause.index][:1]
    pronoun = clause.kind == "relative" and first and first[0].pronoun and not first[0].prep
    if not pronoun or "dat" not in first[0].cases:
        return []
    if {"nom", "acc"} & first[0].cases and not is_dative(p, clause, first[0]):
        return []
    found = antecedent(p, clause)
    return [found] if found is not None else []


def host_agent(p: Parse, clause: Clause) -> Iterator[Place]:
    """Who makes what a relative clause speaks of: «Alpha baut Getriebe, die auch Beta einsetzt»."""
    found = antecedent(p, clause) if clause.kind == "relative" else None
    making = words(p.language.code, "making_verbs") - words(p.language.code, "consuming_verbs")
    verbs = making | words(p.language.code, "yielding_verbs")
    if found is not None and found[0].verb.lemma in words(p.language.code, "copula_verbs"):
        yield from _owners(p, found[0], found[1])
    if found is None or found[0].verb.lemma not in verbs:
        return
    made = p.phrases[found[0].index][found[1].to] if found[1].to is not None else found[1]
    yield from (place for place in subjects(p, found[0]) if place[1] is not made)


def _owners(p: Parse, clause: Clause, product: Phrase) -> Iterator[Place]:
    """«Wichtigstes Erzeugnis der Alpha AG ist der X5, mit dem …»: whose it is said to be."""
    parts = p.phrases[clause.index]
    hosts = [f for f in parts if f is not product and not f.prep and not f.link and f.mention is None]
    for host in hosts[:1]:
        behind = parts[host.index + 1] if host.index + 1 < len(parts) else None
        if behind is not None and (behind.link == "genitive" or behind.prep in p.language.prep.of):
            yield clause, behind


def worked_with(p: Parse, clause: Clause) -> Iterator[Place]:
    """«Alpha baut Laser, mit denen Beta Bleche schneidet», «ihr Roboter ist der X5, auf dem …»: the thing."""
    first = p.phrases[clause.index][:1] if clause.kind == "relative" else ()
    found = (
        antecedent(p, clause) if first and first[0].pronoun and first[0].prep in p.language.prep.dealing_with else None
    )
    verbs = words(p.language.code, "making_verbs") | words(p.language.code, "copula_verbs")
    if found is not None and found[0].verb.lemma in verbs:
        yield found
