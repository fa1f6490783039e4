"""Slots of a noun that a verb of being, calling or counting as fills: «Wichtigster Lieferant ist Alpha», «gilt als Rivale»."""

from collections.abc import Iterator

from newsgraph.actor import subjects
from newsgraph.argument import free
from newsgraph.clause import Clause
from newsgraph.complement import objects
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.subject import subject
from newsgraph.wordlist import words

Place = tuple[Clause, Phrase]


def copula(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
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
        yield from called(p, clause)
    elif cue.prep in prep.as_ and not passive and verb and not _is_compared(clause, cue, p.language):
        yield from as_what(p, clause, cue)


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


def as_what(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Als erster Kunde nutzt Alpha …»: the subject; «als ersten Kunden gewann er Alpha»: the object, by the case."""
    said = [p.tokens[i].low for i in range(cue.first + 1, cue.last + 1)]
    accusative = any(w.endswith("en") for w in said) and clause.verb.lemma not in words(
        p.language.code, "replacing_verbs"
    )
    yield from ((clause, f) for f in objects(p, clause) if f.mention is not None) if accusative else subjects(p, clause)


def called(p: Parse, clause: Clause) -> Iterator[Place]:
    """«Alpha sieht sich als Rivale von Beta»: who does; «Analysten sehen Alpha als Rivalen»: whom they do."""
    itself = any(p.tokens[i].low in p.language.pron.reflexive for i in clause.tokens)
    yield from subjects(p, clause) if itself else ((clause, f) for f in objects(p, clause) if f.mention is not None)


def copula_name(p: Parse, clause: Clause, cue: Phrase) -> Iterator[Place]:
    """«Wichtigster Lieferant ist Alpha», not «Alpha ist ein Lieferant»."""
    yield from ((c, f) for c, f in copula(p, clause, cue) if f.mention is not None and f.first > cue.last)


def _describes(p: Parse, clause: Clause, cue: Phrase, found: Phrase | None) -> bool:
    """Whether the subject is the bare noun that the cue's phrase belongs to («Kunde der Firma ist Alpha», «Nachfolger als …»)."""
    behind = found is not None and cue.prep in p.language.prep.as_ and found.last + 1 == cue.first
    return found is not None and found.mention is None and (cue.to == found.index or behind)
