"""Slots behind a preposition: «an», «>an» right behind the cue, «~an» anywhere in the clause; but for what hangs on another."""

from collections.abc import Iterator

from newsgraph.adjoining import ends, is_compared, of_another, once
from newsgraph.by_whom import is_inner
from newsgraph.clause import Clause
from newsgraph.cue import Cue
from newsgraph.noun_slot import orders
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase, adjacent
from newsgraph.quarter import quarters
from newsgraph.relative import antecedent
from newsgraph.wordlist import words

Place = tuple[Clause, Phrase]


def prepositional(p: Parse, clause: Clause, cue: Cue, name: str) -> Iterator[Place]:
    """The phrases behind the preposition that a slot names: «~» anywhere in the clause, «>» right behind the cue."""
    if name in p.language.prep.slot_in:
        yield from ((clause, f) for f in quarters(p, clause) if f.prep not in p.language.prep.in_)
    if name.startswith("~"):
        yield from _anywhere(p, clause, cue, name[1:])
    elif name.startswith(">"):
        yield from _right_behind(p, clause, cue, name[1:])
    else:
        yield from _reached(p, clause, cue, name)


def _anywhere(p: Parse, clause: Clause, cue: Cue, prep: str) -> Iterator[Place]:
    parts = p.phrases[clause.index]
    free = (f for f in parts if f.prep == prep and f.link != "list" and not f.pronoun and not is_compared(p, f))
    counted = prep in p.language.prep.beside and cue.phrase is not None and cue.phrase.prep in p.language.prep.to
    if orders(p, clause, cue.phrase, prep) or counted:  # «zu den Rivalen zählen neben Alpha auch …»
        return
    free = (f for f in free if not (_owns_named(p, clause, f) or once(p, f) or _tells_who(p, clause, f)))
    free = (f for f in free if not of_another(p, f, cue.first, cue.last))
    if prep in p.language.prep.in_:
        free = (
            f
            for f in free
            if not (is_region(p, clause, f) or _is_anothers(p, clause, cue, f) or _is_of_counted(p, clause, cue, f))
        )
    yield from ((clause, f) for f in free)
    yield from _pointed(p, clause, prep)


def _right_behind(p: Parse, clause: Clause, cue: Cue, prep: str) -> Iterator[Place]:
    parts = p.phrases[clause.index]
    behind = ends(p, clause, cue) if not orders(p, clause, cue.phrase, prep) else []
    yield from ((clause, f) for f in parts if f.prep == prep and any(adjacent(p.tokens, e, f.first) for e in behind))


def _reached(p: Parse, clause: Clause, cue: Cue, prep: str) -> Iterator[Place]:
    for phrase in p.phrases[clause.index]:
        if (
            phrase.prep == prep
            and phrase.link != "list"
            and not is_compared(p, phrase)
            and not (prep in p.language.prep.of and _takes(p, clause, cue))
            and not orders(p, clause, cue.phrase, prep)
            and not _owns_named(p, clause, phrase)
            and _reaches(p, cue, phrase)
            and not is_inner(p, clause, phrase)
            and not _tells_who(p, clause, phrase)
            and not (prep in p.language.prep.in_ and is_region(p, clause, phrase))
        ):
            yield clause, phrase
    yield from _pointed(p, clause, prep)


def is_region(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«in Oberau in Tirol»: where the place before it lies."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    place = before is not None and before.mention is not None and before.mention.kind == "Place"
    return (
        place
        and before is not None
        and before.prep in p.language.prep.in_
        and adjacent(p.tokens, before.last, phrase.first)
    )


def _is_anothers(p: Parse, clause: Clause, cue: Cue, phrase: Phrase) -> bool:
    """«bezieht Anlagen vom Hersteller Beta in Graz»: where the firm sits that is named right before, behind a preposition."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    if (
        before is None
        or before is cue.phrase
        or before.prep not in p.language.prep.attached_more
        or before.mention is None
    ):
        return False
    firm = before.mention.kind == "Company" and not before.mention.rest and not before.mention.adjective
    return firm and before.first > cue.last + 1 and adjacent(p.tokens, before.last, phrase.first)


def _is_of_counted(p: Parse, clause: Clause, cue: Cue, phrase: Phrase) -> bool:
    """«hat den Sitz in Graz und 500.000 Kunden in Belgien»: where those are that were counted right before."""
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    if before is None or before is cue.phrase or before.quantity is None or before.quantity.is_money:
        return False
    counted = before.first > cue.last and before.quantity.noun is not None
    return counted and adjacent(p.tokens, before.last, phrase.first)


def _takes(p: Parse, clause: Clause, cue: Cue) -> bool:
    """«wird von Alpha gemietet»: Alpha is who takes, not from whom."""
    passive = cue.phrase is None and clause.verb.passive
    return passive and clause.verb.lemma in words(p.language.code, "taking_verbs")


def _owns_named(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«zu Musters Firma Alpha»: Alpha is meant, not Muster."""
    if phrase.link != "possessor" or phrase.to is None:
        return False
    owned = next((f for f in p.phrases[clause.index] if f.index == phrase.to), None)
    m = owned.mention if owned is not None else None
    return m is not None and not m.rest and not m.adjective


def _tells_who(p: Parse, clause: Clause, phrase: Phrase) -> bool:
    """«nach Recherchen von Alpha»: whose word it is; but «arbeitet nach Firmenangaben mit Alpha»."""
    if phrase.prep not in p.language.prep.of_or_out_of:
        return False
    before = p.phrases[clause.index][phrase.index - 1] if phrase.index else None
    said = before is not None and before.prep in p.language.prep.legal_ground and before.mention is None
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
