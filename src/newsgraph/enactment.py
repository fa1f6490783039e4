"""Who made a rule that the text names by its noun: «das Verbot der Behörde», «das vom Amt verhängte Verbot»."""

from collections.abc import Callable, Collection, Iterator, Sequence

from newsgraph.clause import Clause
from newsgraph.filler import Event, Filler
from newsgraph.force import BINDS, frame
from newsgraph.language import Language
from newsgraph.parse import Parse
from newsgraph.phrase import Phrase
from newsgraph.relative import antecedent
from newsgraph.ruler import BODY, STATE
from newsgraph.subject import subject


def makers(
    p: Parse,
    rulers: Callable[[Clause], Sequence[tuple[Filler, Phrase]]],
    bound: Collection[str],
    language: Language,
) -> Iterator[Event]:
    """Who made the rules of a sentence, of those in `bound`."""
    bodies = [(r, f) for c in p.clauses for r, f in rulers(c) if r.kind in (BODY, STATE)]
    for clause in p.clauses if bodies and bound else ():
        for law, phrase in rulers(clause):
            maker = _made_by(p, clause, phrase, [f for _, f in bodies], language) if law.kind == "rule" else None
            if maker is not None and law.name in bound:
                by = next(r for r, f in bodies if f is maker)
                roles: dict[str, tuple[Filler, ...]] = {"rule": (law,), "enactor": (by,)}
                yield Event(frame(BINDS, ""), p.sentence.index, clause.index, phrase.head, phrase.head, roles)


def _made_by(p: Parse, clause: Clause, law: Phrase, bodies: Sequence[Phrase], language: Language) -> Phrase | None:
    """Which of these authorities made a rule: «das Verbot der Behörde», «das vom Amt verhängte Verbot», «…, verhängt vom Amt»."""
    for body in bodies:
        if body in p.phrases[clause.index]:
            owns = body.first == law.last + 1 and (body.link == "genitive" or body.prep in language.prep.of)
            before = body.prep in language.prep.by and body.last + 1 == law.first and p.tokens[law.first].is_a("ADJ(A)")
            if owns or (before and p.tokens[law.first].low.startswith(tuple(_done(language)))):
                return body
        elif (host := next((c for c in p.clauses if body in p.phrases[c.index]), None)) is not None:
            verb = host.verb.lemma
            makes = verb in language.grammar["restriction"]["make"] or verb in language.verb.come_from
            above = antecedent(p, host) if host.kind == "relative" else None
            about = (above is not None and above[1] is law) or (
                host.kind == "participle" and host.parent == clause.index
            )
            if makes and about and (body.prep in language.prep.by or host.kind == "relative"):
                return body
            if _tells_of_it(p, clause, law, host, body, language):
                return body
    return None


def _tells_of_it(p: Parse, clause: Clause, law: Phrase, host: Clause, body: Phrase, language: Language) -> bool:
    """«Die Auflage sei Alpha erteilt worden, teilte die Behörde mit»: who tells of a rule that was made, and no other made it."""
    table = language.grammar["restriction"]
    made = clause.verb.passive and clause.verb.lemma in (*table["make"], *table["order"]) and subject(p, clause) is law
    says = host.verb.lemma in language.speech.verbs and subject(p, host) is body and not host.verb.passive
    return made and says and not any(f.prep in language.prep.by for f in p.phrases[clause.index])


def _done(language: Language) -> list[str]:
    """The participles of the verbs for making a rule, as far as they are adjectives: «verhängte», «erlassene»."""
    table: list[str] = language.grammar["restriction"]["made"]
    return table
