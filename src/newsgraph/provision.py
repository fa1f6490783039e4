"""What a law provides for: «sieht vor, Router aus Drittstaaten auszuschließen», «verlangt, dass Händler Pfand erheben»."""

from newsgraph.clause import Clause
from newsgraph.complement import objects
from newsgraph.filler import Filler
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.subject_matter import is_off_limits, of_a_kind, subject_matter


def provided(p: Parse, clause: Clause, language: Language) -> list[Filler]:
    """The things or people of a kind of which the clause below, that a law provides for, asks or forbids something; at most one."""
    table = language.grammar["restriction"]
    if clause.verb.lemma not in table["requires"]:
        return []
    for below in p.clauses:
        if below.parent != clause.index:
            continue
        if below.kind == "infinitive" and (
            below.verb.lemma in table["excluding"] or below.verb.lemma in table["outright"]
        ):
            first = next(iter(objects(p, below)), None)
            if first is not None and (
                matter := subject_matter(p, below, first, language, law=True, all_of=True, told=True)
            ):
                return matter
        if below.kind == "sub" and below.marker in language.conj.that and (_asks(p, below, language)):
            return of_a_kind(p, below, language)
    return []


def _asks(p: Parse, clause: Clause, language: Language) -> bool:
    """«dass Händler Pfand erheben müssen», «dass Becher verboten werden»."""
    verb, table = clause.verb, language.grammar["restriction"]
    modal = verb.modal in language.verb.must_or_may and not verb.passive
    return modal or is_off_limits(p, clause, language) or (verb.passive and verb.lemma in table["ban"])
