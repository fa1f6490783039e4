"""Whom a pronoun means: «er», «sie», «es», «ihm», «diese», «Letzterer», «wir», «man»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgraph.coargument import barred
from newsgraph.definiteness import is_people
from newsgraph.gender import article_gender
from newsgraph.mention import Mention
from newsgraph.nameclass import QUOTES
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.several import is_several
from newsgraph.subject import subject
from newsgraph.thing_meant import thing_meant
from newsgraph.wordlist import PRODUCTS, words

if TYPE_CHECKING:
    from newsgraph.reference import Focus

OTHER = {"m": "f", "f": "m"}  # gender
AGENTS = ("Company", "PublicBody", "NewsOrganization", "Person")


def pronoun(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """The thing that a pronoun stands for."""
    word = p.head(phrase).low
    if word in focus.language.pron.it and _is_nobody(p, phrase):
        return None
    several = word in focus.language.pron.them or (word in focus.language.pron.she and is_several(p, phrase))
    if several and (people := _people(focus, p, phrase)) is not None:
        return people
    if word in focus.language.pron.she and _speaks_of_several(p, phrase):
        return None
    if word in focus.language.pron.one and (there := _among(p, phrase)) is not None:
        return there
    if word in focus.language.pron.ours:
        meant = ours(focus, p)
        return _not_named(focus, p, phrase, meant) if word in focus.language.pron.one else meant
    if (one := _of_two(focus, p, phrase, word)) is not None:
        return one
    if word in focus.language.pron.pointing and (near := _pointed(focus, p, phrase)) is not None:
        return near
    if word in focus.language.det.demonstrative_person and phrase.first < 2 and focus.seen:
        named = [m for m in focus.seen[-3:] if m.kind in ("Company", "Person", *PRODUCTS)]
        return named[-1] if named else None  # «Der gehört zu …»
    if word in focus.language.pron.this_masculine and focus.seen and not any(m.last < phrase.first for m in p.mentions):
        return focus.last(*AGENTS)
    if word in focus.language.pron.he_or_she and (speaker := _speaking(focus, p, phrase, word)) is not None:
        return speaker
    found = (
        _personal(focus, p, phrase, word)
        if word in focus.language.gender.pronoun or word in focus.language.pron.pointing_personal
        else None
    )
    if found is not None and found.kind == "Company" and not phrase.prep:
        found = _not_named(focus, p, phrase, found)  # «Mit Alpha liefert sie sich ein Duell»
    return None if found is not None and found.kind == "Person" and is_several(p, phrase) else found


def _is_nobody(p: Parse, phrase: Phrase) -> bool:
    """«Es gebe Interesse», «es fehlt an Geld»: a subject that stands for nothing."""
    clause = p.clause_at(phrase.first)
    return clause is not None and not phrase.prep and clause.verb.lemma in words(p.language.code, "impersonal_verbs")


def _among(p: Parse, phrase: Phrase) -> Mention | None:
    """«Bei Alpha hat man es nicht eilig»: the people of the firm."""
    clause = p.clause_at(phrase.first)
    parts = p.phrases[clause.index] if clause is not None and clause.kind == "main" else ()
    host = next(
        (f.mention for f in parts if f.prep in p.language.prep.at and f.mention is not None and f.first < phrase.first),
        None,
    )
    return host if host is not None and host.kind == "Company" and not host.rest and not host.adjective else None


def _not_named(focus: Focus, p: Parse, phrase: Phrase, meant: Mention | None) -> Mention | None:
    """«Mit Alpha liefert man sich ein Duell»: not Alpha, whatever else the text is about it."""
    clause = p.clause_at(phrase.first)
    parts = p.phrases[clause.index] if clause is not None else ()
    named = {f.mention.name for f in parts if f.mention is not None and f.prep in p.language.prep.other_party}
    if meant is None or meant.name not in named:
        return meant
    return next((m for m in focus.salient() if m.name not in named), None)


def _of_two(focus: Focus, p: Parse, phrase: Phrase, word: str) -> Mention | None:
    """«Alpha und Beta bauen Roboter. Erstere sitzt in Ulm, letztere in Graz»: the first and the last of those just named."""
    code = p.language.code
    latter = word in words(code, "of_two_last")
    if not latter and word not in words(code, "of_two_first"):
        return None
    before = [m for m in p.mentions if m.last < phrase.first]
    here = {m.name: m for m in before if m.kind in ("Company", "App") and not m.rest and not m.adjective}
    last = {m.name: m for m in focus.named}
    two = [*here.values()] if len(here) > 1 and len(last) < 2 else [*last.values()]
    if len(two) < 2:
        return None
    return two[-1] if latter else two[0]


def _people(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Für die Walldorfer ist es teuer, seit sie … haben», «Ihnen gehören …»: the firm that was called by its people."""
    before = [f for parts in p.phrases for f in parts if f.last < phrase.first and is_people(p, f)]
    if before:
        return focus.of(p, before[-1])
    return focus.people[1] if focus.people is not None and focus.at - focus.people[0] <= 1 else None


def _speaking(focus: Focus, p: Parse, phrase: Phrase, word: str) -> Mention | None:
    """«Muster widersprach. "Wir haben nie verhandelt", betonte er»: who speaks behind a quotation is the person just spoken of."""
    at = phrase.first - 2
    if (
        at < 1
        or p.tokens[at].text != ","
        or p.tokens[at - 1].text not in QUOTES
        or not p.tokens[at + 1].is_a("VV(FIN)")
    ):
        return None
    person = focus.person()
    return (
        person
        if person is not None and focus.genders.get(person.name, word) != OTHER[focus.language.gender.pronoun[word]]
        else None
    )


def _speaks_of_several(p: Parse, phrase: Phrase) -> bool:
    """«3 Millionen investieren sie»: the verb beside it is a plural, and nobody else acts («nutzten sie 5 Millionen Menschen»)."""
    clause = p.clause_at(phrase.first)
    parts = p.phrases[clause.index] if clause is not None else ()
    if any(f is not phrase and not f.prep and (f.quantity is None or not f.quantity.is_money) for f in parts):
        return False
    beside = (p.tokens[i] for i in (phrase.first - 1, phrase.last + 1) if 0 <= i < len(p.tokens))
    return any(
        t.is_a("VV(FIN)", "VA(FIN)", "VM(FIN)") and t.low.endswith(p.language.ending.plural_or_en) for t in beside
    )


def _personal(focus: Focus, p: Parse, phrase: Phrase, word: str) -> Mention | None:
    """Who acted before in the sentence, and fits; else who was named in it; else the last subject that fits."""
    acted = [
        f
        for c in p.clauses
        if c.kind == "main" and (f := subject(p, c)) is not None and f.last < phrase.first and not f.pronoun
    ]
    others = barred(focus, p, phrase)
    if acted and (first := focus.of(p, acted[-1])) is not None and first.name in others:
        acted = []
    gender, mention = (article_gender(acted[-1], p.language), focus.of(p, acted[-1])) if acted else focus.last_subject
    if mention is not None and mention.name in others:
        gender, mention = "", None
    if (used := _used(focus, p, phrase, word)) is not None:
        return used
    fits = any(g in gender for g in focus.language.gender.pronoun.get(word, "-"))
    if fits and mention is None and (firm := _by_deed(focus, p, phrase, word)) is not None:
        return firm
    if fits and (mention is None or mention.kind not in AGENTS):
        return mention  # «Das Gesetz …: Es …», «Der Umsatz … Er …»
    if fits and acted and mention is not None and mention.kind != "Person":
        return mention  # «Der Konzern Alpha wies zurück, er wolle …»
    if not acted and (thing := thing_meant(focus, p, phrase, word)) is not None:
        return thing
    if not fits and gender and not acted and (shown := _shown(focus, word)) is not None:
        return shown
    return _named_before(focus, p, phrase, word, others) or _last_subject(focus, word, others)


def _shown(focus: Focus, word: str) -> Mention | None:
    """«Die Software stammt vom Anbieter Alpha. Er …»: the only firm of the last sentence whose noun has the pronoun's gender."""
    named = {
        m.name: m
        for m in focus.named
        if m.kind == "Company" and focus.language.gender.pronoun.get(word, "-") in focus.shown.get(m.name, "")
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _used(focus: Focus, p: Parse, phrase: Phrase, word: str) -> Mention | None:
    """«Alpha vertreibt die Software Beta. Eingesetzt wird sie von …»: what is used, is what the last sentence named as a thing."""
    clause = p.clause_at(phrase.first)
    if clause is None or clause.verb.lemma not in words(p.language.code, "using_verbs"):
        return None
    acts = not clause.verb.passive and subject(p, clause) is phrase
    named = {
        m.name: m
        for m in focus.named
        if m.kind == "App" and focus.shown.get(m.name) == focus.language.gender.pronoun.get(word)
    }
    return next(iter(named.values())) if len(named) == 1 and not acts else None


def _by_deed(focus: Focus, p: Parse, phrase: Phrase, word: str) -> Mention | None:
    """«Die Leistung wird über die Tochter Alpha vermarktet. Sie sitzt in …»: what only a firm does, does the one named so; and
    what only a rule does, the rule."""
    clause = p.clause_at(phrase.first)
    if clause is not None and clause.verb.lemma in words(p.language.code, "ruling_verbs"):
        rule = focus.last("Regulation")
        return rule if rule is not None and focus.last_rule == focus.at - 1 else None
    if clause is None or clause.verb.lemma not in words(p.language.code, "firm_verbs"):
        return None
    named = {
        m.name: m
        for m in focus.named
        if m.kind == "Company" and focus.shown.get(m.name) == focus.language.gender.pronoun[word]
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _named_before(focus: Focus, p: Parse, phrase: Phrase, word: str, others: frozenset[str]) -> Mention | None:
    kinds = (*AGENTS, "App") if word in focus.language.pron.she_or_it else AGENTS
    earlier = (
        m
        for c in p.clauses
        for f in p.phrases[c.index]
        if f.last < phrase.first
        and (m := f.mention)
        and not m.adjective
        and not m.rest
        and m.name not in others
        and not f.link
        and f.prep not in focus.language.prep.according_all
    )
    return next((m for m in earlier if m.kind in kinds and _agrees(focus, word, m)), None)


def _last_subject(focus: Focus, word: str, others: frozenset[str]) -> Mention | None:
    subjects = [m for m in focus.subjects if m.kind in AGENTS and m.name not in others]
    fitting = next((m for m in reversed(subjects[-5:]) if _agrees(focus, word, m)), None)
    gender, last = focus.last_subject
    other = last is not None and bool(gender) and focus.language.gender.pronoun.get(word, gender[:1]) not in gender
    if (
        last is not None
        and last.kind == "Company"
        and last.name not in others
        and gender == focus.language.gender.pronoun.get(word)
        and last.name not in {m.name for m in subjects}
    ):
        return last  # «Neuer Eigentümer wird der Rivale Alpha. Er …»
    if fitting is None and other and subjects and last is not None and subjects[-1].name == last.name:
        return None  # «Der Konzern Alpha baut eine Fabrik. Sie soll …»
    return fitting or (subjects[-1] if subjects else None)


def _pointed(focus: Focus, p: Parse, phrase: Phrase) -> Mention | None:
    """«Diese», «Letzterer»: what was named last before it, and not the subject."""
    before = [m for m in (*focus.seen[-3:], *p.mentions) if not m.adjective and not m.rest]
    here = {id(m) for m in p.mentions if m.first > phrase.first}
    named = [m for m in before if id(m) not in here and m.kind in ("Company", "App", "Product", "Chip")]
    opens = phrase.first < 3 or not any(t.is_a("NN", "NE", "FM", "PPER") for t in p.tokens[: phrase.first])
    return named[-1] if named and opens else None  # «Gezahlt haben soll dieser …»


def _agrees(focus: Focus, word: str, mention: Mention) -> bool:
    """Whether a pronoun's gender permits the mention: «er» a person or what «der …» named, «es» no person."""
    gender = focus.genders.get(mention.name, "")
    if mention.kind != "Person" and len(focus.language.gender.pronoun.get(word, "")) > 1:
        return gender in ("", *focus.language.gender.pronoun[word])  # «ihm»
    if word in focus.language.pron.he_forms:
        return gender == "m" or (not gender and mention.kind == "Person")
    if word in focus.language.pron.she_or_her:
        return gender != "m" and (gender != "n" or mention.kind != "Person")
    return mention.kind != "Person" if word in focus.language.pron.it else True


def ours(focus: Focus, p: Parse) -> Mention | None:
    """Whose «wir» it is, and whose «man» in reported speech: the company of who speaks, else the one that acts."""
    if focus.host is not None:
        return focus.host
    for m in p.mentions:
        if m.rest and not m.adjective and focus.language.nouns.is_office(m.rest.rpartition("-")[2]):
            return replace(m, rest="")
    spoke = (subject(p, c) for c in p.clauses if c.verb.lemma in p.language.speech.verbs)
    firms = (f.mention for f in spoke if f is not None and f.mention is not None and f.mention.kind == "Company")
    if (firm := next((m for m in firms if not m.rest), None)) is not None:
        return firm  # «erklärte die Firma Alpha, man habe …»
    people = [m for m in (*focus.seen[-8:], *p.mentions) if m.kind == "Person"]
    return focus.company_led(people) or focus.topic
