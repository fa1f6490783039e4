"""The company that speaks through the person who says a sentence: «85 Millionen sollen in die Halle fließen, sagte er»."""

from newsgraph.clause import Clause
from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.parse import Parse
from newsgraph.reference import Focus
from newsgraph.speech import posed_after
from newsgraph.subject import subject


def speaking(p: Parse, clause: Clause, focus: Focus, language: Language) -> Mention | None:
    """The company that the speaker of a clause was said to lead; None where another clause says who speaks, or nobody does."""
    for other in p.clauses:
        if other is clause or other.kind not in ("main", "so") or other.verb.lemma not in language.speech.verbs:
            continue
        after = other.kind == "so" or posed_after(p, other)
        if not (after and other.index > clause.index) and clause.parent != other.index:
            continue
        phrase = subject(p, other)
        who = phrase.mention if phrase is not None else None
        if phrase is not None and who is None and phrase.pronoun and p.low[phrase.head] in language.pron.he_or_she:
            who = focus.person()
        if who is not None and who.kind == "Person" and not who.adjective:
            led = focus.company_of(who)
            return led if led is not who and led.kind == "Company" else None
    return None
