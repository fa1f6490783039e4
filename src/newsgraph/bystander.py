"""Who may take part without being said to: names elsewhere in the sentence, and the company that the text is about.

«Für den Umbau sind bei Alpha 3 Millionen Euro veranschlagt», «Das neue Alpha-Werk kostet 3 Millionen Euro».
"""

from collections.abc import Iterator
from functools import lru_cache

from newsgraph.actor import subjects
from newsgraph.argument import with_list
from newsgraph.clause import Clause
from newsgraph.cue import Cue, facility_nouns, is_cue
from newsgraph.filler import CLASSES, DEFAULTS, Filler
from newsgraph.former import is_former
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.subject import subject
from newsgraph.wordlist import tails, words

ACTORS = ("Company", "NewsOrganization", "PublicBody")


def near(
    p: Parse, clause: Clause, cue: Cue, kind: str, language: Language, taken: frozenset[str] = frozenset()
) -> Iterator[Filler]:
    """The names of a type in the sentence, those `taken` left out: of the own clause first, subjects first, then near the cue."""
    found = [
        (rank, c, f)
        for c in p.clauses
        for f in p.phrases[c.index]
        if (f.mention is None or f.mention.name not in taken)
        and (rank := _rank(p, clause, cue, c, f, kind, language)) is not None
    ]
    if not found:
        return
    _, host, best = min(found, key=lambda e: e[0])
    for phrase in with_list(p, host, best):
        m = phrase.mention
        if m is not None and _is_one(m, kind):
            yield Filler(m.kind or DEFAULTS[kind], phrase.first, phrase.last, m.name, m.id)


def _is_one(m: Mention, kind: str) -> bool:
    known = m.kind in CLASSES.get(kind, ()) if m.kind else kind in DEFAULTS
    return known and m.kind != "NewsOrganization" and not m.adjective


def _rank(
    p: Parse, clause: Clause, cue: Cue, own: Clause, phrase: Phrase, kind: str, language: Language
) -> tuple[bool, bool, bool, bool, bool, int] | None:
    """How far a phrase is from taking part; None where it cannot."""
    m = phrase.mention
    if m is None or not _is_one(m, kind) or phrase.prep not in language.grammar["sums"]["parties"]:
        return None
    front = p.low[phrase.first - 1] if phrase.first else ""
    earlier = phrase.prep in language.prep.at and front in words(language.code, "earlier_words")
    if phrase.prep and (front in language.prep.like or earlier):
        return None  # «doppelt so viele wie bei Alpha», «war zuvor bei Alpha»
    if kind == "user-thing" and front in words(language.code, "picking_words"):
        return None  # «2600 Kunden, darunter Alpha»: one of those counted
    if kind == "user-thing" and language.speech.source(p.head(phrase).text) in ("expert", "media"):
        return None  # who counts is not what is counted
    office = language.nouns.is_office(m.rest) or language.speech.source(m.rest) == "spokesperson"
    other = language.nouns.class_of(m.rest) in ("Company", "PublicBody", "NewsOrganization") or language.nouns.is_title(
        m.rest
    )
    if office and is_former(p, phrase, language):
        return None  # «der frühere Alpha-Chef»
    if m.rest and ((other and not office) or phrase.prep not in language.prep.about_or_none):
        return None  # «Alpha-Zulieferer»; but «Alpha-Chefin» speaks for Alpha
    if (
        own.index > clause.index
        and own.kind == "main"
        and clause.kind == "main"
        and p.tokens[own.first - 1].text in (";", ":", ".")
    ):
        return None  # who acts in the sentence behind a semicolon does not act here
    if _acts_after(p, clause, own, phrase, language):
        return None
    comment = own.kind == "so" or own.marker in language.prep.like  # «…, wie Alpha mitteilt»
    if own is not clause and own.kind not in ("main", "aside") and own.index != clause.parent and not comment:
        return None
    leads = subject(p, own) is phrase
    if (
        own is clause
        and not leads
        and not phrase.prep
        and not phrase.link
        and not _stands_for_subject(p, own, language)
    ):
        return None
    if m.kind == "Person" and not (leads and own is clause):
        return None
    return own is not clause, bool(m.rest), not m.kind, not leads, bool(phrase.prep), abs(phrase.head - cue.first)


def _acts_after(p: Parse, clause: Clause, own: Clause, phrase: Phrase, language: Language) -> bool:
    """«3 Millionen soll die Halle kosten, zwei davon gibt das Land»: who acts in the next main clause does not act here."""
    follows = own.index > clause.index and own.kind == "main" and clause.kind == "main" and subject(p, own) is phrase
    return follows and own.verb.lemma not in language.speech.verbs and subject(p, clause) is not None


def _stands_for_subject(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether a bare name may be the subject after all: where a thing seems to act («Die Mehrheit sichert sich Alpha»)."""
    first = subject(p, clause)
    return first is None or (first.mention is None and not first.pronoun and not _actor(p, first, language))


def acts_unnamed(p: Parse, clause: Clause, language: Language) -> bool:
    """Whether somebody acts here whom no name is known of: «die Stadt», «mehrere Anleger», so that the topic does not."""
    if clause.verb.passive:
        return any(f.prep in language.prep.by and _actor(p, f, language) for f in p.phrases[clause.index])
    return any(_actor(p, f, language) for _, f in subjects(p, clause))


def _actor(p: Parse, phrase: Phrase, language: Language) -> bool:
    if phrase.quantity is not None or phrase.pronoun:
        return False
    if phrase.mention is not None and not phrase.mention.rest:
        return not phrase.mention.adjective and phrase.mention.kind in (*ACTORS, "Person", "Place")
    noun = p.head(phrase).text
    if is_cue(noun, facility_nouns(language), language):
        return False  # what is built pays nothing
    if language.nouns.is_office(noun) or language.speech.source(noun) == "spokesperson":
        return False  # acts for the company
    return (
        language.nouns.class_of(noun) in ACTORS
        or language.nouns.is_title(noun)
        or noun.lower().endswith(tuple(language.grammar["sums"]["actors"]))
    )


def is_another(p: Parse, phrase: Phrase, language: Language) -> bool:
    """Whether a phrase means somebody of whom the text has not spoken: «ein Konkurrent», a name that was not made out."""
    if phrase.quantity is not None or phrase.pronoun or phrase.mention is not None:
        return False
    head = p.head(phrase)
    if head.is_a("NE", "FM", "XY") and head.text[0].isupper() and not phrase.det:
        return True
    return phrase.det.startswith(language.stem.indefinite) and _actor(p, phrase, language)


def is_bare(p: Parse, phrase: Phrase, ends: tuple[str, ...]) -> bool:
    """Whether a phrase is no name but a noun that ends so («die Sensorsparte»)."""
    bare = bool(ends) and phrase.mention is None and p.head(phrase).is_a("NN")
    return bare and (p.low[phrase.head].endswith(ends) or p.lemmas[phrase.head].lower().endswith(ends))


@lru_cache(8)
def parts_of_firms(language: Language) -> tuple[str, ...]:
    """How nouns end that tell a part of a firm («die Sparte»)."""
    return tuple(language.grammar["sums"]["parts"])


def is_unit(p: Parse, phrase: Phrase) -> bool:
    """Whether a phrase is a name and a noun for a part of a firm («die Alpha-Medizinsparte»)."""
    m = phrase.mention
    return m is not None and bool(m.rest) and m.rest.lower().endswith(tails(p.language.code, "unit_nouns"))


def shares(p: Parse, clause: Clause, language: Language) -> Iterator[Filler]:
    """«9 Prozent der Alpha-Aktien»: the company whose shares they are."""
    for phrase in p.phrases[clause.index]:
        m = phrase.mention
        if m is not None and m.rest.lower() in language.grammar["sums"]["shares"] and m.kind in ("", "Company"):
            yield Filler(m.kind or "Company", phrase.first, phrase.last, m.name, m.id)
